"""JSON Lines: one notice a line; with ``records`` one task a line."""

from __future__ import annotations

from ..schemas.json_dump import dump_json
from ..schemas.shape import Record
from .base import StreamWriter, WriterOptions
from .records import records_of


class JsonLinesWriter(StreamWriter):
    """Lines of JSON, each ended by LF."""

    def encode(self, notice: Record) -> bytes:
        """The lines of a notice."""
        if not self.options.records:
            return f"{dump_json(notice, indent=None)}\n".encode()
        return "".join(f"{text}\n" for text in records_of(notice)).encode()

    def write(self, record: bytes) -> None:
        """Add the lines of a notice."""
        self.put(record)


def writer(options: WriterOptions) -> JsonLinesWriter:
    """The writer of this format."""
    return JsonLinesWriter(options)
