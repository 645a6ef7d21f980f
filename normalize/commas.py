"""Rows of a table whose cells are parted by commas or semicolons (CSV, RFC 4180) get tabs between their cells.

1,"修桥,铺路",县交通局,6月底前

Later steps widen commas beside Chinese characters; then nothing tells a cell's end from a clause's any more. Marks
around a cell stay: rows between tabs have them, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_NAME = r'"?[^\s",;，。；：、|]{1,16}"?'
#: A line of three short names or more that may be column heads.
_HEADS = lazy_pattern(rf"^{_NAME}(?:,{_NAME}){{2,}}$|^{_NAME}(?:;{_NAME}){{2,}}$", re.MULTILINE)
#: What two of them end in, at least.
_HEAD_END = lazy_pattern(
    r"(?:序号|编号|名称|任务|事项|内容|项目|措施|要求|目标|指标|类别|领域|单位|部门|科室|处室|机构|主体|领导|责任人|负责人|联系人|时限|时间|期限|日期|"
    r'节点|备注|说明|进度|进展|情况|电话|牵头|配合|责任)"?(?=[,;]|$)'
)
_FEWEST_HEADS = 2
#: A cell in quotation marks is no longer than this: a lone mark must not swallow the page.
_CELL = {mark: lazy_pattern(rf'"(?:[^"]|""){{0,2000}}"(?=[{mark}\n]|\Z)|[^{mark}\n]*') for mark in ",;"}


def part_by_tabs(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put tabs for the separators of rows below a line of column heads that the same separators part."""
    del doubts
    edits: list[Edit] = []
    at = 0
    while (heads := _HEADS.search(text.text, at)) is not None:
        at = heads.end()
        if len(_HEAD_END.findall(heads[0])) >= _FEWEST_HEADS:
            mark = "," if "," in heads[0] else ";"
            rows = list(_rows(text.text, heads.start(), mark))
            if len(rows) > 1:
                edits += [*_title(text.text, heads.start(), mark), *((i, i + 1, "\t") for row in rows for i in row)]
                at = max(at, rows[-1][-1])
    return text.edit(edits)


def _rows(text: str, at: int, mark: str) -> Iterator[list[int]]:
    """The places of the separators of each row from ``at`` on, as long as rows have as many as the first."""
    size = 0
    while at < len(text):
        places, end = _row(text, at, mark)
        if end > at:  # else a blank line
            if size not in (0, len(places)):
                return
            size = len(places)
            yield places
        at = end + 1


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
    """A title above the heads without the separators behind it, which stand for empty cells."""
    begin = text.rfind("\n", 0, max(0, heads - 1)) + 1
    line = text[begin : max(begin, heads - 1)]
    bare = line.rstrip(mark)
    return [(begin + len(bare), begin + len(line), "")] if bare and mark not in bare and bare != line else []
