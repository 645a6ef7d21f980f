"""XLSX: one task a row, with filters, a frozen head and real dates. Rows go to disk as they come."""

from __future__ import annotations

import re
import tempfile
from datetime import date, datetime
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from ..schemas.models import ParsedNotice
from ..schemas.shape import Record
from .base import StreamWriter, Target, WriteError, WriterOptions
from .table import Cell, Column, Row, columns, heads, rows

_MOST_ROWS = 1_048_576
"""Rows of a sheet, the head among them (Excel's limit)."""

_LONGEST = 32_767
"""Characters of a cell (Excel's limit); more would be dropped by the library without a word."""

_BLOCK = 1 << 20
_FIRST_DAY = date(1900, 1, 1)
"""Excel's calendar begins here; an earlier date stays text."""

_EPOCH = datetime(2000, 1, 1)
_NOT_XML = re.compile("[\ufffe\uffff]")


class XlsxWriter(StreamWriter):
    """One sheet; text is always written as text, so a cell that begins with ``=`` is no formula."""

    def encode(self, notice: Record) -> list[Row]:
        """The rows of a notice."""
        return list(rows(ParsedNotice.model_validate(notice), self.options.lang))

    def open(self, target: Target) -> None:
        """Begin the sheet with its head."""
        super().open(target)
        self._columns = columns(self.options.lang)
        # A zip file is sought in as it is written, which a pipe cannot do.
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed in close()
        self._book: Any = xlsxwriter.Workbook(
            self._file, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        )
        # The time of writing would make equal input give unequal files.
        self._book.set_properties({"created": _EPOCH})
        self._sheet: Any = self._book.add_worksheet("任务" if self.options.lang == "zh" else "tasks")
        self._day: Any = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._text: Any = self._book.add_format({"text_wrap": True, "valign": "top"})
        head = self._book.add_format({"bold": True, "bottom": 1})
        self._sheet.freeze_panes(1, 0)
        for index, (column, name) in enumerate(zip(self._columns, heads(self.options.lang), strict=True)):
            self._sheet.set_column(index, index, column.width)
            self._sheet.write_string(0, index, name, head)
        self._next = 1

    def write(self, record: list[Row]) -> None:
        """Add the rows of a notice."""
        for row in record:
            if self._next == _MOST_ROWS:
                raise WriteError(f"a sheet holds {_MOST_ROWS - 1:,} tasks; write csv or sqlite instead")
            for index, (column, cell) in enumerate(zip(self._columns, row, strict=True)):
                self._cell(index, column, cell)
            self._next += 1

    def _cell(self, index: int, column: Column, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, int):
            self._sheet.write_number(self._next, index, cell, self._text)
            return
        day = _day_of(cell) if column.kind == "date" else None
        if day is not None:
            self._sheet.write_datetime(self._next, index, day, self._day)
            return
        text = _NOT_XML.sub("\ufffd", cell)
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST - 1]}…"
            self.remarks.append(f"row {self._next + 1}: {column.name} is longer than a cell can hold and was cut")
        self._sheet.write_string(self._next, index, text, self._text)

    def close(self) -> None:
        """Set the filters and write the file."""
        self._sheet.autofilter(0, 0, max(self._next - 1, 1), len(self._columns) - 1)
        with self._file:
            self._book.close()
            self._file.seek(0)
            while block := self._file.read(_BLOCK):
                self.put(block)


def _day_of(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def writer(options: WriterOptions) -> XlsxWriter:
    """The writer of this format."""
    return XlsxWriter(options)
