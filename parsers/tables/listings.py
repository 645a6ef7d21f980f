"""Tables that set no tasks among the parts of a notice: rosters, contacts, what is in store, places, scores, forms.

They are found by what their heads compose to, whatever parts their cells, and set aside before tables of tasks are
looked for: else their rows are read as more rows of the table above, or as items of a list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import count, islice

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.label_lines import read_label_line
from ..fields.listing_heads import asked, list_nothing_to_do
from ..frame import kind_of
from ..text.labels import bare_number, opens_section, read_label
from ..text.piece import squeezed_text
from .body.end import after_table
from .body.lines import Split, blank_split, is_rule, split_blanks
from .body.titles import is_next_title

#: A word that one of the heads holds, whatever they list: nearly every other page is passed over.
_TELLING = lazy_pattern(
    "值班|值守|带班|轮值|坐班|备班|电话|手机|传真|邮箱|联系方式|姓\\s*名|职\\s*[务称]|组长|成员|数量|规格|型号|存放|储备|保管|地址|位置|容纳|座位|名额|线路|分值|得分|权重|评分|停靠|含义|释义|金额|预算|占比|合计|面积|法定|承诺|学历|专业|招聘|招录|录用|考生|准考|岗位|职位|性别|民族|出生年月|籍贯|身份证|中标|成交|投标|供应商|起拍价|最高限价|成绩|笔试|面试|处罚|违法|授课|主讲|讲授|样品|标称|检验|检测|被抽|名次|[（(](?:人次|人|个|名|户|组|套|台|座|处|辆|家|份|亩|公里|万?元)[）)]"
)
_FEWEST, _FEWEST_LINES, _MOST = 2, 3, 14
_LONGEST_HEAD, _LONGEST_ROW = 24, 200
#: How many lines of heads, with blank ones and marks between, may stand above a telling one.
_FARTHEST = 4 * _MOST
#: What stands over a table and reads like a head: 物资清单.
_CAPTION = lazy_pattern(r".{0,20}(?:表|清单|名单|安排|台账|方式|标准|储备|名册|通讯录)|.{4,20}(?:时限|期限)")
#: How many lines stand over it, and how one ends that leads to it: 现有装备如下：
_CAPTIONS, _LEADING = 2, ("：", ":", "如下。")
#: A task of the text below that says who does it.
_ASSIGNED = lazy_pattern(
    r"[^|\t]{4,}(?:[（(][^（）()]{2,60}(?:牵头|负责|配合)|[（(](?:牵头|责任)单位[：:][^（）()]{2,60})[）)][。；]?"
)
#: A sentence, and an item, of the text below.
_LONG, _LONG_ITEM = 30, 8
#: So many lines of blanks between the cells are a form to fill in.
_FORM_LINES = 2
#: How far below a cell that goes on without a mark the next mark stands.
_AHEAD = 2


class Listing(NamedTuple):
    """A table that sets no tasks: lines ``first`` to ``last`` with the words that lead to it, and the line of the caption above."""

    caption: int
    first: int
    last: int


class _Heads(NamedTuple):
    last: int
    texts: list[str]
    marked: bool  # whether marks part the cells
    alone: bool  # whether each stands on a line


class _Telling(NamedTuple):
    """The lines that hold a telling word, and a mark for each of them and every line right above a short one."""

    lines: Set[int]
    near: bytearray

    @classmethod
    def of(cls, text: str, splits: Sequence[Split]) -> _Telling:
        starts = [split.line.start for split in splits]
        lines = {bisect_right(starts, match.start()) - 1 for match in _TELLING.finditer(text)}
        near = bytearray(len(splits))
        for index in lines:
            first = max(0, index - _FARTHEST) if len(splits[index].line.text) <= _LONGEST_HEAD else index
            near[first : index + 1] = b"\1" * (index + 1 - first)
        return cls(lines, near)


def find_listings(text: str, splits: Sequence[Split]) -> list[Listing]:
    """The tables of the document that set no tasks, in order."""
    telling = _Telling.of(text, splits)
    found: list[Listing] = []
    passed = -1
    near = zip(count(), splits, telling.near, strict=False) if telling.lines else ()
    for at in [at for at, split, told in near if told or len(split.filled) > 1]:
        if at <= passed:
            continue
        heads, passed = _heads_at(text, splits, at, telling)
        if heads is not None:
            passed = splits[_last_row(text, splits, heads)].last_line
            found.append(Listing(*_opening(splits, at), passed))
    return found


def without_listings(splits: Sequence[Split], found: Sequence[Listing]) -> tuple[Split, ...]:
    """The lines, those of listings left empty."""
    taken = {index for listing in found for index in range(listing.first, listing.last + 1)}
    return tuple(blank_split(split.line) if split.line.index in taken else split for split in splits)


def _heads_at(text: str, splits: Sequence[Split], at: int, telling: _Telling) -> tuple[_Heads | None, int]:
    """The heads of a listing that begin on line ``at``, and the last line that was looked at."""
    split = splits[at]
    if not split.filled or len(split.line.text) > _LONGEST_ROW:
        return None, at
    if len(split.filled) > 1:
        if at not in telling.lines and not _is_form(text, splits, at):
            return None, at
        texts = [squeezed_text(text, cell) for cell in split.filled]
        whole = all(split.cells[: len(texts)])  # under an empty head may stand who does it
        found = (whole and _are_heads(texts)) or _is_form(text, splits, at)
        return (_Heads(at, texts, True, False) if found else None), at
    if not split.pipes and len(split.line.text.split()) > _FEWEST:
        texts = [squeezed_text(text, cell) for cell in split_blanks(split.line).filled]
        return (_Heads(at, texts, False, False) if len(texts) > _FEWEST and _are_heads(texts) else None), at
    return _heads_a_line(text, splits, at)


def _are_heads(texts: Sequence[str]) -> bool:
    return _FEWEST <= len(texts) <= _MOST and list_nothing_to_do(texts)


def _heads_a_line(text: str, splits: Sequence[Split], at: int) -> tuple[_Heads | None, int]:
    """The heads from line ``at`` on, one a line."""
    run = list(islice(_run(text, splits, at), _MOST + 1))
    texts = [squeezed_text(text, split.filled[0]) for split in run]
    last = run[-1].line.index if run else at
    if len(texts) > 1 and _CAPTION.fullmatch(texts[0]) and not list_nothing_to_do(texts):
        return None, at
    if not _FEWEST_LINES <= len(texts) <= _MOST or not list_nothing_to_do(texts):
        return None, last
    return _Heads(last, texts, any(split.pipes for split in run), True), last


def _run(text: str, splits: Sequence[Split], at: int) -> Iterator[Split]:
    """The lines from line ``at`` on that hold one head each."""
    for index in range(at, len(splits)):
        split = splits[index]
        if not split.filled:
            continue
        cell, *others = split.filled
        if others or len(split.line.text) > _LONGEST_HEAD:
            return
        if opens_section(split.line.text) or (not split.pipes and len(split_blanks(split.line).filled) > 1):
            return
        if asked(squeezed_text(text, cell)) is None:
            return
        yield split


def _is_form(text: str, splits: Sequence[Split], at: int) -> bool:
    """Whether lines from ``at`` on hold heads with an empty cell behind each: 报告单位 | | 报告时间 | |."""
    below = [split for split in islice(splits, at, at + 2 * _FORM_LINES) if split.line.text][:_FORM_LINES]
    return len(below) == _FORM_LINES and all(_asks_only(text, split) for split in below)


def _asks_only(text: str, split: Split) -> bool:
    cells = split.cells
    if len(cells) <= _FEWEST or not all(cells[::2]) or any(cells[1::2]):
        return False
    return all(
        len(value) <= _LONG_ITEM and value.isalpha() for value in (squeezed_text(text, cell) for cell in cells[::2])
    )


def _last_row(text: str, splits: Sequence[Split], heads: _Heads) -> int:
    """The last line of the listing below ``heads``."""
    rated = any(asked(cell) == "figure" for cell in heads.texts)
    rows: list[int] = [heads.last]
    dated = False
    for index in range(heads.last + 1, len(splits)):
        split = splits[index]
        if not split.line.text:
            continue
        if not split.filled or is_rule(split.line.text):
            rows.append(index)
            continue
        if _opens_table(text, splits, index, heads) or _ends(splits, index, heads, rated):
            break
        if not split.pipes and _kind(split) == "date":
            if not (dated or rows == [heads.last]):
                return rows[-2] if _kind(splits[rows[-1]]) == "organ" else rows[-1]
            dated = True
        rows.append(index)
    return rows[-1]


def _kind(split: Split) -> str:
    return kind_of(split.line.text, "".join(split.line.text.split()))


def _opens_table(text: str, splits: Sequence[Split], index: int, heads: _Heads) -> bool:
    """Whether other heads stand on line ``index``, or from it on."""
    split = splits[index]
    if len(split.filled) > 1:
        texts = [squeezed_text(text, cell) for cell in split.filled]
    elif heads.alone:
        texts = [squeezed_text(text, line.filled[0]) for line in islice(_run(text, splits, index), _FEWEST_LINES)]
    else:
        texts = [squeezed_text(text, cell) for cell in split_blanks(split.line).filled]
    return len(texts) >= _FEWEST_LINES and texts != heads.texts[: len(texts)] and all(map(asked, texts))


def _ends(splits: Sequence[Split], index: int, heads: _Heads, rated: bool) -> bool:
    """Whether line ``index`` stands below the listing."""
    split, line = splits[index], splits[index].line
    if len(split.filled) > 1 or (heads.marked and bare_number(line.text) is not None):
        return False
    if split.pipes:
        return opens_section(line.text)
    if heads.marked and not _marks_follow(splits, index):
        return True
    if opens_section(line.text) or after_table(line.text) or is_next_title(line.text):
        return True
    if read_label_line(line) is not None or _ASSIGNED.fullmatch(line.text):
        return True
    sentence = len(line.text) > _LONG and line.text[-1] in "。；"
    return not rated and (sentence or _is_item(line.text))


def _is_item(text: str) -> bool:
    """Whether a line is an item of a list, no row joined by blanks."""
    label = read_label(text)
    return label is not None and label.style == "arabic" and len(text) > _LONG_ITEM and len(text.split()) == 1


def _marks_follow(splits: Sequence[Split], index: int) -> bool:
    """Whether a line without a mark is one of a marked table: marks stand right below it."""
    below = islice((other for other in islice(splits, index + 1, None) if other.line.text), _AHEAD)
    return any(other.pipes or len(other.filled) > 1 for other in below)


def _opening(splits: Sequence[Split], first: int) -> tuple[int, int]:
    """The line of the heading or title above heads on line ``first``, and that of the words that lead to them; ``first`` for those
    that there are none of.
    """
    caption = first
    above = (index for index in range(first - 1, -1, -1) if splits[index].line.text)
    for index in islice(above, _CAPTIONS):
        line = splits[index].line.text
        if splits[index].pipes or len(splits[index].filled) > 1:
            break
        if opens_section(line) or _CAPTION.fullmatch("".join(line.split())):
            return index, first
        if not line.endswith(_LEADING) or len(line) > _LONG:
            break
        caption = first = index
    return caption, first
