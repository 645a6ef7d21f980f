"""Tables of AsciiDoc: cells behind pipes that flow into as many columns as the first line holds.

[cols="1,3,2"]
|===
|序号 |任务 |责任单位

|1
|修桥
.2+|县交通局
|===
"""

from __future__ import annotations

from collections.abc import Iterator

from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .marked_tables import MarkedCell, table_edits
from .spans import Span, number_of

_TABLE = lazy_pattern(
    r"(?m)^(?P<options>\[[^\]\n]*\][ \t]*\n)?(?P<title>\.(?=[^.\s])[^\n]*\n)?(?P<more>\[[^\]\n]*\][ \t]*\n)?"
    r"\|={3,}[ \t]*\n(?P<body>(?:(?!\|===)[^\n]*\n)*)\|={3,}[ \t]*$"
)
_CELL = lazy_pattern(
    r"(?:(?P<columns>\d{1,2})?(?:\.(?P<rows>\d{1,3}))?\+|\b\d{1,2}\*)?[<^>.]{0,3}(?:(?<![A-Za-z])[adehlmsv])?\|"
)
_COLUMNS = lazy_pattern(r"cols\s*=\s*\"(?P<listed>[^\"]*)\"|cols\s*=\s*(?P<count>\d+)")
_REPEATED = lazy_pattern(r"(\d+)\*")


def plain_asciidoc(text: MappedText) -> MappedText:
    """Rows with pipes for the tables between |===."""
    if "|===" not in text.text or _TABLE.search(text.text) is None:
        return text
    edits: list[Edit] = []
    for match in _TABLE.finditer(text.text):
        body, end = match.span("body")
        cells = list(_cells(text.text, body, end))
        columns = _columns(match["options"] or "") or _columns(match["more"] or "") or _first_line(text.text, cells)
        rows = list(_rows(cells, columns))
        begin = match.start()
        if match["title"]:
            edits.append((begin, match.start("title") + 1, ""))
            begin = match.end("title")
        edits += table_edits(text.text, begin, match.end(), rows)
    return text.edit(edits)


def _columns(options: str) -> int:
    """How many columns the options name; 0 where they don't."""
    found = _COLUMNS.search(options)
    if found is None:
        return 0
    if found["count"]:
        return int(found["count"])
    return sum(int(m[1]) if (m := _REPEATED.match(item.strip())) else 1 for item in found["listed"].split(","))


def _cells(text: str, begin: int, end: int) -> Iterator[MarkedCell]:
    marks = list(_CELL.finditer(text, begin, end))
    for mark, stop in zip(marks, [*(match.start() for match in marks[1:]), end], strict=True):
        body = text[mark.end() : stop].strip()
        start = text.index(body, mark.end()) if body else mark.end()
        yield MarkedCell(start, start + len(body), Span(number_of(mark["rows"]), number_of(mark["columns"])))


def _first_line(text: str, cells: list[MarkedCell]) -> int:
    """The number of columns: what the line of the first cell holds."""
    return sum(cell.span.columns for cell in cells if "\n" not in text[cells[0].start : cell.start])


def _rows(cells: list[MarkedCell], columns: int) -> Iterator[list[MarkedCell]]:
    """The cells row by row: each fills the columns that no cell above it reaches down to."""
    above = [0] * columns
    row: list[MarkedCell] = []
    free = columns
    for cell in cells:
        if not free:
            break
        row.append(cell)
        free -= cell.span.columns
        if free > 0:
            continue
        yield row
        places = [i for i, count in enumerate(above) if not count]
        reach = [cell.span.rows for cell in row for _ in range(cell.span.columns)]
        for place, rows in zip(places, reach, strict=False):
            above[place] = rows
        above = [max(0, count - 1) for count in above]
        row, free = [], sum(1 for count in above if not count)
    if row:
        yield row
