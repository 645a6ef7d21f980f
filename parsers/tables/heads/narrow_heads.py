"""Column heads on one line that were broken at the widths of their columns, as the cells below them are.

序号 项目名 称 建设内容及规 模 牵头 单位 完成时 限
1 老旧小 区改造 对12个小区进 行综合改造。 区住建 局 10月底
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...fields.heads import MAX_HEAD, read_head
from ...text.piece import squeezed_text
from ...units.words import BARE_ROLE_HEADS, PERSON_MODIFIERS, PERSON_NOUNS, UNIT_NOUNS
from ..body.lines import Printed, Split
from ..wraps.rows import is_narrow
from .broken import BrokenHeads
from .halves import LEADING
from .head_row import MAX_COLUMNS

#: A head has so many pieces at most; so many are broken where a page breaks heads; so many lines below tell that it does.
_MOST_PIECES, _FEWEST, _LINES = 4, 2, 12
_KNOWN, _UNKNOWN, _JOINT = 1.0, -1.0, -0.1
#: What speaks for halves that are heads by themselves, but belong together (牵头 | 单位).
_BELONG = 1.2
_STOPS = frozenset("，。；：")


def narrow_heads(text: str, splits: Sequence[Split], at: int) -> BrokenHeads | None:
    """The heads of line ``at`` put together; None where they are whole, or nothing below is broken so."""
    words = list(_words(splits[at]))
    texts = [squeezed_text(text, (word,)) for word in words]
    if not _FEWEST < len(words) <= MAX_COLUMNS * 2 or any(not _STOPS.isdisjoint(value) for value in texts):
        return None
    cells = _best(texts)
    heads = [read_head("".join(texts[a:b])) for a, b in cells]
    known = tuple(head for head in heads if head is not None)
    if len(known) < len(heads) or len(words) - len(cells) < _FEWEST or len(cells) <= _FEWEST:
        return None
    below = [split for split in splits[at + 1 : at + 1 + 2 * _LINES] if split.filled and not split.pipes][:_LINES]
    if not is_narrow(text, below):
        return None
    printed: tuple[Printed, ...] = tuple(tuple(words[a:b]) for a, b in cells)
    return BrokenHeads(known, printed, splits[at].line.index)


def _words(split: Split) -> Iterator[tuple[int, int]]:
    start = split.line.start
    place = 0
    for word in split.line.text.split():
        place = split.line.text.index(word, place)
        yield start + place, start + place + len(word)
        place += len(word)


def _best(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The words put together to the most heads."""
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, len(texts) + 1):
        starts = range(max(0, end - _MOST_PIECES), end)
        ways = [(best[start][0] + _score(texts[start:end]), [*best[start][1], (start, end)]) for start in starts]
        best.append(max(ways, key=lambda way: way[0]))
    return best[-1][1]


def _score(words: Sequence[str]) -> float:
    name = "".join(words)
    if len(name) > MAX_HEAD or not _fill(words) or read_head(name) is None:
        return _UNKNOWN * len(words)
    belong = len(words) == len(name) // 2 == 2 and _belong(*words)
    return _KNOWN + _JOINT * (len(words) - 1) + (_BELONG if belong else 0.0)


def _fill(words: Sequence[str]) -> bool:
    """Whether pieces may be of one head: all but the last fill its column."""
    return len(set(map(len, words[:-1]))) < _FEWEST and len(words[-1]) <= len(words[0])


def _belong(first: str, second: str) -> bool:
    """True for the halves of one head that may be heads by themselves: 责任 | 领导, 配合 | 单位, 工作 | 任务."""
    named = second in UNIT_NOUNS or second in PERSON_NOUNS
    return len(second) == len(first) and (
        (named and (first in BARE_ROLE_HEADS or first in PERSON_MODIFIERS)) or first in LEADING
    )
