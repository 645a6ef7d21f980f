"""Headings and listed tables of reStructuredText.

任务分解表
==========

.. list-table:: 任务分解表
   :header-rows: 1

   * - 序号
     - 任务
   * - 1
     - 修桥
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .marked_tables import MarkedCell, table_edits

#: A line of one sign under a title, or over and under it; a rule of a table has other lines beside it.
_UNDERLINE = lazy_pattern(r"(?m)(?<=\n)(?P<line>([=~^\"'*#-])\2{3,})[ \t]*(?=\n[ \t]*\n|\Z)")
_LONGEST_TITLE = 60
_LINES = tuple("\n" + 4 * sign for sign in "=~^\"'*#-")
_LISTED = lazy_pattern(
    r"(?m)^[ \t]*\.\. list-table::(?P<title>[^\n]*)\n(?P<options>(?:[ \t]+:[^\n]*\n)*)(?P<body>(?:[ \t]*\n|[ \t]+[^\n]*(?:\n|\Z))+)"
)
_TABLE = lazy_pattern(r"(?m)^[ \t]*\.\. table::[ \t]*(?=\S)")
_GAP = lazy_pattern(r"\s{2}")
_CELL = lazy_pattern(r"(?m)^[ \t]+(?P<row>\*[ \t]+)?-(?:[ \t]+|$)")


def plain_restructured(text: MappedText) -> MappedText:
    """Rows with pipes for listed tables, and titles without the lines drawn under them."""
    if ".. " in text.text and "::" in text.text:
        found = list(_LISTED.finditer(text.text))
        text = text.edit([edit for match in found for edit in _edits(text.text, match)])
        text = text.edit([(*match.span(), "") for match in _TABLE.finditer(text.text)])
    drawn = any(line in text.text for line in _LINES)
    return text.edit(list(_underlines(text.text))) if drawn else text


def _edits(text: str, table: re.Match[str]) -> Iterator[Edit]:
    """The edits of a listed table: its title is a line above its rows."""
    rows: list[list[MarkedCell]] = []
    begin, end = table.span("body")
    marks = list(_CELL.finditer(text, begin, end))
    if not marks or not marks[0]["row"]:
        return
    for mark, stop in zip(marks, [*(match.start() for match in marks[1:]), end], strict=True):
        body = text[mark.end() : stop].strip()
        start = text.index(body, mark.end()) if body else mark.end()
        if mark["row"]:
            rows.append([])
        rows[-1].append(MarkedCell(start, start + len(body)))
    title = table["title"].strip()
    first = text.index(title, table.start("title")) if title else table.end("title")
    yield table.start(), first, ""
    yield from table_edits(text, first + len(title), end, rows, under_title=bool(title))


def _underlines(text: str) -> Iterator[Edit]:
    """The lines drawn under titles, and over them."""
    for match in _UNDERLINE.finditer(text):
        end = match.start() - 1
        begin = text.rfind("\n", 0, end) + 1
        title = text[begin:end].strip()
        above = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : max(0, begin - 1)].strip()
        if not 1 < len(title) <= _LONGEST_TITLE or _GAP.search(title) or "|" in title:
            continue
        if above == match["line"].strip():
            yield begin - 1 - len(above), begin, ""
        elif above:
            continue
        yield end, match.end(), ""
