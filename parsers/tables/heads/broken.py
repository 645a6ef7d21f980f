"""Column heads of a table joined by blanks that the page broke, over lines or inside them.

序号 项目名称 起草单位 报送市司法局
审查时间
提请市政府
审议时间
1 《…条例》 市公安局 2030年5月 2030年7月
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.answer_labels import answers_for_all
from ...fields.heads import MAX_HEAD, Head, head_or_unknown, read_head
from ...text.labels import bare_number, opens_section
from ...text.piece import squeezed_text
from ...units.words import BARE_ROLE_HEADS, UNIT_NOUNS
from ..body.lines import Printed, Split, split_blanks
from ..wraps.rows import is_narrow
from .halves import LEADING, belong
from .head_row import MAX_COLUMNS

#: Heads are broken over so many lines at most.
_MOST_LINES = 12
#: What a head, a text that is none, and a rest of a head that stands alone count; a joint costs a little.
_KNOWN, _UNKNOWN, _REST, _JOINT, _NEVER = 1.0, -1.0, -3.0, 0.1, -1e9
_STOPS, _ENDS = frozenset("，。；"), frozenset("，。；：")
_WORD = lazy_pattern(r"\S+")
_REST_BEGINS = "及和与、（()）"
#: The first half of a head is no longer than this, and what speaks for halves that make the name of a role.
_LONGEST_HALF, _ROLE = 3, 0.5
_FEWEST = 3
#: What one character ends is no longer than this.
_LONGEST_BEGUN = 5


#: Where columns are narrow, a head has so many pieces at most, and so many lines below tell that cells are broken, too.
_MOST_PIECES, _FEWEST_BROKEN, _LINES = 4, 2, 12
#: What speaks for halves that are heads by themselves, but belong together (牵头 | 单位).
_BELONG = 1.2


class BrokenHeads(NamedTuple):
    """The heads, each with its pieces, and the last line that they stand on."""

    heads: tuple[Head, ...]
    cells: tuple[Printed, ...]
    last: int


class _Word(NamedTuple):
    printed: Printed
    text: str
    ends_line: bool


def broken_heads(text: str, splits: Sequence[Split], at: int) -> BrokenHeads | None:
    """The heads from line ``at`` to the row numbered 1; None where they stand on one line or are none."""
    lines = _lines_before_first_row(text, splits, at)
    if len(lines) < 2:
        return None
    words = [word for line in lines for word in _words(text, line)]
    if len(words) == len(lines):
        return None  # a head a line: nothing is joined by blanks
    if _are_cells(text, lines[-1]):
        return None
    if any(len(word.text) > MAX_HEAD or not _STOPS.isdisjoint(word.text) for word in words):
        return None
    cells = [_joined(words[a:b]) for a, b in _best_cuts(words, _score)]
    heads = [head_or_unknown(name) for name, _ in cells]
    if sum(head.known for head in heads) < 0.6 * len(heads):
        return None
    return BrokenHeads(tuple(heads), tuple(printed for _, printed in cells), lines[-1].line.index)


def _are_cells(text: str, line: Split) -> bool:
    """Whether the line right above the first number holds the first lines of cells of its row: a list of names among them."""
    words = [word.text for word in _words(text, line)]
    return any("、" in word for word in words) and all(read_head(word) is None for word in words)


def _lines_before_first_row(text: str, splits: Sequence[Split], at: int) -> list[Split]:
    """The lines of heads that begin with one of numbers; none when no row 1 or heading stands below them."""
    lines: list[Split] = []
    for split in splits[at : at + _MOST_LINES]:
        if not split.filled or split.pipes:
            continue
        first = squeezed_text(text, split_blanks(split.line).filled[0])
        if not lines:
            head = read_head(first)
            if head is None or head.kind != "number":
                return []
        elif _begins_body(first):
            return lines
        lines.append(split)
    return []


def _begins_body(first: str) -> bool:
    """True for the first text of row 1, or of a heading above it, or of who does all below."""
    return bare_number(first) == 1 or opens_section(first) or answers_for_all(first)


def _words(text: str, split: Split) -> list[_Word]:
    cells = split_blanks(split.line).filled
    return [_Word(cell, squeezed_text(text, cell), cell is cells[-1]) for cell in cells]


def _joined(words: Sequence[_Word]) -> tuple[str, Printed]:
    return "".join(word.text for word in words), tuple(r for word in words for r in word.printed)


def _best_cuts(
    words: Sequence[_Word], score: Callable[[Sequence[_Word]], float], most: int = _MOST_LINES
) -> list[tuple[int, int]]:
    """The words put together to the heads of the best ``score``, of ``most`` words each at most."""
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        starts = range(end - 1, max(0, end - most) - 1, -1)
        ways = [(best[start][0] + score(words[start:end]), [*best[start][1], (start, end)]) for start in starts]
        best.append(max(ways, key=lambda way: way[0]))
    return best[-1][1]


def _score(words: Sequence[_Word]) -> float:
    """How likely the words are a head: only those at a line's end go on with the next line."""
    if not all(word.ends_line for word in words[:-1]):
        return _NEVER
    if words[0].text[0] in _REST_BEGINS:
        return _REST
    known = read_head(_joined(words)[0]) is not None
    return (_KNOWN if known else _UNKNOWN) - _JOINT * (len(words) - 1)


def halved_heads(text: str, splits: Sequence[Split], at: int) -> BrokenHeads | None:
    """The heads that stand in two lines, one half below the other: 任务 牵头 配合 over 单位 单位, a row below them or their group."""
    if at + 2 >= len(splits) or any(split.pipes or not split.filled for split in splits[at : at + 3]):
        return None
    upper, lower = _words(text, splits[at]), _words(text, splits[at + 1])
    row = _words(text, splits[at + 2])
    if opens_section(row[0].text) and at + 3 < len(splits) and splits[at + 3].filled and not splits[at + 3].pipes:
        row = _words(text, splits[at + 3])
    if not (len(upper) >= _FEWEST and 0 < len(lower) <= len(upper) and len(row) >= len(upper) - 1):
        return None
    if any(len(word.text) > MAX_HEAD or not _STOPS.isdisjoint(word.text) for word in (*upper, *lower)):
        return None
    pairs = _halves(upper, lower)
    cells = [_joined(pair) for pair in pairs]
    heads = [read_head(name) for name, _ in cells]
    if not pairs or None in heads or not any(len(pair) > 1 and read_head(pair[0].text) is None for pair in pairs):
        return None
    known = tuple(head for head in heads if head is not None)
    return BrokenHeads(known, tuple(printed for _, printed in cells), splits[at + 1].line.index)


def _halves(upper: Sequence[_Word], lower: Sequence[_Word]) -> list[list[_Word]]:
    """Each word of the upper line with the one of the lower line that ends it; empty where one of these ends none."""
    best: dict[int, tuple[float, list[list[_Word]]]] = {0: (0.0, [])}
    for word in upper:
        ways: dict[int, tuple[float, list[list[_Word]]]] = {}
        for count, (score, pairs) in best.items():
            single = (score + (read_head(word.text) is not None), [*pairs, [word]])
            ways[count] = max(ways.get(count, single), single, key=lambda way: way[0])
            rest = lower[count] if count < len(lower) else None
            if rest is not None and len(word.text) <= _LONGEST_HALF and read_head(word.text + rest.text) is not None:
                role = _ROLE if word.text in BARE_ROLE_HEADS and rest.text in UNIT_NOUNS else 0.0
                joined = (score + 1 + role, [*pairs, [word, rest]])
                ways[count + 1] = max(ways.get(count + 1, joined), joined, key=lambda way: way[0])
        best = ways
    return best.get(len(lower), (0.0, []))[1]


def narrow_heads(text: str, splits: Sequence[Split], at: int) -> BrokenHeads | None:
    """The heads of line ``at`` broken at the widths of their columns; None where they are whole.

    Two pieces that are no heads by themselves (承办单 位) tell it, or the cells below, broken as well.

    序号 项目名 称 建设内容及规 模 牵头 单位 完成时 限
    1 老旧小 区改造 对12个小区进 行综合改造。 区住建 局 10月底
    """
    start = splits[at].line.start
    places = [(start + match.start(), start + match.end()) for match in _WORD.finditer(splits[at].line.text)]
    words = [_Word((place,), text[slice(*place)], True) for place in places]
    if not _FEWEST_BROKEN < len(words) <= MAX_COLUMNS * 2 or any(not _ENDS.isdisjoint(word.text) for word in words):
        return None
    cuts = _best_cuts(words, _narrow_score, _MOST_PIECES)
    cells = [_joined(words[a:b]) for a, b in cuts]
    heads = [head for name, _ in cells if (head := read_head(name)) is not None]
    if len(heads) < len(cells) or len(cells) <= _FEWEST_BROKEN:
        return None
    if not any(_are_pieces(*pair) for a, b in cuts for pair in pairwise(words[a:b])):
        below = [split for split in splits[at + 1 : at + 1 + 2 * _LINES] if split.filled and not split.pipes][:_LINES]
        if len(words) - len(cells) < _FEWEST_BROKEN or not is_narrow(text, below):
            return None
    return BrokenHeads(tuple(heads), tuple(printed for _, printed in cells), splits[at].line.index)


def _are_pieces(word: _Word, rest: _Word) -> bool:
    """Whether two words that make a head are none by themselves."""
    most = _LONGEST_HALF if len(rest.text) > 1 else _LONGEST_BEGUN
    return max(len(word.text), len(rest.text)) <= most and read_head(word.text) is None and read_head(rest.text) is None


def _narrow_score(words: Sequence[_Word]) -> float:
    """How likely the words are a head, all of whose pieces but the last fill its column."""
    name, *_ = _joined(words)
    fill = len({len(word.text) for word in words[:-1]}) <= 1 and len(words[-1].text) <= len(words[0].text)
    if len(name) > MAX_HEAD or not fill or read_head(name) is None:
        return _UNKNOWN * len(words)
    halves = len(words) == len(name) // 2 == 2
    together = halves and (belong(words[0].text, words[1].text) or words[0].text in LEADING)
    return _KNOWN - _JOINT * (len(words) - 1) + (_BELONG if together else 0.0)


def number_head_below(text: str, splits: Sequence[Split], last: int) -> tuple[Head, Printed, int] | None:
    """The head of numbers that stands alone below the other heads, right above row 1, and the index of its line.

    任务
    任务名称 牵头单位 完成时限
    序号
    1 编制方案 县交通局 2030.12
    """
    below = [split for split in splits[last + 1 : last + 4] if split.filled][:2]
    if len(below) < 2 or any(split.pipes or len(split.filled) > 1 for split in below):
        return None
    printed = below[0].filled[0]
    head = read_head(squeezed_text(text, printed))
    first = split_blanks(below[1].line).filled[0]
    if head is None or head.kind != "number" or bare_number(squeezed_text(text, first)) != 1:
        return None
    return head, printed, below[0].line.index


def stands_over_blanks(text: str, splits: Sequence[Split], last: int, size: int) -> bool:
    """True where ``size`` heads, one a line up to line ``last``, stand over rows whose cells are joined by blanks."""
    first = next((split for split in splits[last + 1 : last + 4] if split.filled), None)
    if first is None or first.pipes or len(first.filled) > 1:
        return False
    cells = split_blanks(first.line).filled
    numbered = bare_number(squeezed_text(text, cells[0])) == 1
    return len(cells) >= max(_FEWEST, size - numbered)
