"""Rows of a table whose cells are parted by commas or semicolons (CSV, RFC 4180) get tabs between their cells.

1,"修桥,铺路",县交通局,6月底前

Later steps widen commas beside Chinese characters; then nothing tells a cell's end from a clause's any more. Marks
around a cell stay: rows between tabs have them, too. An editor may have widened the marks already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .named_tuples import NamedTuple
from .script import has_traditional

#: A name of a column, with blanks inside (承办 单位) and a remark that lists; in quotation marks, it may be broken over lines.
_PIECE = r'[^\s",;，。；：、|]'
_LISTED = r'[^\s",;，。；：、|()（）]'
_WORD = rf"{_PIECE}{{1,16}}(?: {_PIECE}{{1,8}}){{0,3}}(?: ?[（(]{_LISTED}{{1,8}}(?:、{_LISTED}{{1,8}}){{1,5}}[）)])?"
_NAME = rf'(?:{_WORD}|"{_WORD}(?:\n{_WORD}){{0,7}}")'
#: A line of three short names or more that may be column heads.
_MARKS = ",;，；"
#: Prose holds these as well: below heads that they part, every cell has to be what its head asks for.
_WIDE = "，；"
#: Where heads stand in two rows, some of the first are empty.
_LINE = rf"(?P<heads>{_NAME}(?:{'|'.join(f'(?:{mark}(?:{_NAME})?){{2,}}' for mark in _MARKS)}))$"
#: On the first line, and on any other: the line end in front lets the search skip, and a mark behind the first name is
#: looked for before the name's form.
_FIRST_HEADS = lazy_pattern(_LINE, re.MULTILINE)
_HEADS = lazy_pattern(rf'\n(?="|[^\n{_MARKS}。：|]{{1,120}}[{_MARKS}]){_LINE}', re.MULTILINE)
#: What two of them end in, at least.
HEAD_END = lazy_pattern(
    r"(?:序号|编号|名称|任务|事项|内容|项目|措施|要求|目标|指标|类别|领域|单位|部门|科室|处室|机构|主体|领导|责任人|负责人|联系人|时限|时间|期限|日期|"
    r'节点|备注|说明|进度|进展|情况|电话|牵头|配合|责任)"?(?=[,;，；]|$)'
)
_FEWEST_HEADS = 2
#: What a mirror prints behind a traditional character: 號(hào).
_READING = lazy_pattern(r" ?[(（] ?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6} ?[)）] ?")
#: A cell in quotation marks is no longer than this: a lone mark must not swallow the page.
_CELL = {mark: lazy_pattern(rf'"(?:[^"]|""){{0,2000}}"(?=[{mark}\n]|\Z)|[^{mark}\n]*') for mark in _MARKS}


def part_by_tabs(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put tabs for the separators of rows below a line of column heads that the same separators part."""
    edits: list[Edit] = []
    heads = _FIRST_HEADS.match(text.text) or _HEADS.search(text.text)
    while heads is not None:
        at, line = heads.end(), _plain(heads["heads"])
        if len(HEAD_END.findall(line)) >= _FEWEST_HEADS:
            mark = next(char for char in line if char in _MARKS)
            rows = list(_rows(text.text, heads.start("heads"), line.split(mark), mark))
            if len(rows) > 1 and 2 * sum(row.guessed for row in rows) <= len(rows):
                edits += [
                    *_title(text.text, heads.start("heads"), mark),
                    *((i, i + 1, "\t") for row in rows for i in row.places),
                ]
                doubts += [
                    Doubt("column-guessed", *text.source_range(row.start, row.end)) for row in rows if row.guessed
                ]
                at = max(at, rows[-1].end)
        heads = _HEADS.search(text.text, at)
    return text.edit(edits)


def _plain(words: str) -> str:
    """Words in simplified characters without readings, which are no words yet where rows are looked for."""
    words = words.replace("\n", "")
    if not has_traditional(words):
        return words
    from .conversion import to_simplified

    return _READING.sub("", to_simplified(words))


class _Row(NamedTuple):
    """A row: the places of its separators; ``guessed`` where it holds more marks than separators."""

    start: int
    end: int
    places: list[int]
    guessed: bool = False


def _rows(text: str, start: int, heads: Sequence[str], mark: str) -> Iterator[_Row]:
    """The rows from ``start``, where the heads stand, as long as they have as many separators."""
    from .surplus import fitted  # tables between commas

    names = [name.strip('"') for name in heads]
    at = start
    while at < len(text):
        places, end = _row(text, at, mark)
        if text[at:end].strip():  # else a blank line
            more = len(places) - len(names) + 1
            asked = more > 0 or (mark in _WIDE and at > start)
            counts = fitted(names, _pieces(text, at, places, end)) if asked and more >= 0 else None
            if more < 0 or (asked and counts is None):
                return
            ends = [sum(counts[: i + 1]) - 1 for i in range(len(names) - 1)] if counts else range(len(places))
            yield _Row(at, end, [places[i] for i in ends], more > 0)
        at = end + 1


def _pieces(text: str, start: int, places: list[int], end: int) -> list[str]:
    """What stands between the marks of a row."""
    return [
        _plain(text[a:b].strip('" ')) for a, b in zip([start, *(i + 1 for i in places)], [*places, end], strict=True)
    ]


def _row(text: str, at: int, mark: str) -> tuple[list[int], int]:
    """The places of a row's separators, and its end."""
    places: list[int] = []
    while True:
        match = _CELL[mark].match(text, at)
        end = match.end() if match is not None else at
        if text[end : end + 1] != mark:
            return places, end
        places.append(end)
        at = end + 1


def _title(text: str, heads: int, mark: str) -> list[Edit]:
    """A title above the heads, and lines without text between, without the separators that stand for empty cells."""
    edits: list[Edit] = []
    end = heads - 1
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        bare = text[begin:end].rstrip(mark)
        if mark in bare or begin + len(bare) == end:
            break
        edits.insert(0, (begin + len(bare), end, ""))
        end = begin - 1
        if bare:
            break
    return edits
