"""CSV: one task a row. As a file for Excel (BOM, CRLF), on standard output plain (no BOM, LF)."""

from __future__ import annotations

import csv
import io
import re

from ..schemas.models import ParsedNotice
from ..schemas.shape import Record
from .base import StreamWriter, Target, WriterOptions
from .table import Cell, Row, heads, rows

_BOM = b"\xef\xbb\xbf"

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""Cell starts that a spreadsheet may run as a formula (OWASP, CSV injection); full-width in East Asia."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class CsvWriter(StreamWriter):
    """Comma-separated values, quoted where needed."""

    def __init__(self, options: WriterOptions) -> None:
        super().__init__(options)
        self._line_end = "\n"

    def encode(self, notice: Record) -> list[Row]:
        """The rows of a notice."""
        return list(rows(ParsedNotice.model_validate(notice), self.options.lang))

    def open(self, target: Target) -> None:
        """Write the column heads."""
        super().open(target)
        if target.path is not None:
            self._line_end = "\r\n"
            self.put(_BOM)
        self._lines([list(heads(self.options.lang))])

    def write(self, record: list[Row]) -> None:
        """Add the rows of a notice."""
        self._lines([[harmless(cell) for cell in row] for row in record])

    def _lines(self, lines: list[Row]) -> None:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator=self._line_end).writerows(lines)
        self.put(buffer.getvalue().encode())


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula: text that could be one gets an apostrophe in front."""
    if not isinstance(cell, str):
        return cell
    text = _CONTROL.sub("\ufffd", cell.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if _FORMULA.match(text) else text


def writer(options: WriterOptions) -> CsvWriter:
    """The writer of this format."""
    return CsvWriter(options)
