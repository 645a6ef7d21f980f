"""JSON: one object for one notice, an array for several; with ``records`` an array of tasks."""

from __future__ import annotations

from ..schemas.json_dump import dump_json
from ..schemas.shape import Record
from .base import StreamWriter, Target, WriterOptions
from .records import records_of


class JsonWriter(StreamWriter):
    """A JSON value, indented; Chinese as is."""

    def __init__(self, options: WriterOptions) -> None:
        super().__init__(options)
        self._array = options.several or options.records
        self._begun = False

    def encode(self, notice: Record) -> list[bytes]:
        """The items that the notice adds to the array, indented as there; or the one object."""
        if not self._array:
            return [dump_json(notice).encode()]
        texts = records_of(notice, indent=2) if self.options.records else [dump_json(notice)]
        # A line feed inside a JSON string is escaped, so every line of the text is a line of the layout.
        return [f"  {text}".replace("\n", "\n  ").encode() for text in texts]

    def open(self, target: Target) -> None:
        """Begin the array, when there is one."""
        super().open(target)
        if self._array:
            self.put(b"[")

    def write(self, record: list[bytes]) -> None:
        """Add the items of a notice."""
        for item in record:
            if self._array:
                self.put(b",\n" if self._begun else b"\n")
            self._begun = True
            self.put(item)

    def close(self) -> None:
        """End the array."""
        if self._array:
            self.put(b"\n]" if self._begun else b"]")
        self.put(b"\n")


def writer(options: WriterOptions) -> JsonWriter:
    """The writer of this format."""
    return JsonWriter(options)
