"""What an output format is: it encodes notices one by one and puts them together in one target."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple, Protocol

from ..schemas.shape import Record

Lang = Literal["en", "zh"]


class WriteError(ValueError):
    """The target cannot take what is to be written; the message says why and what to do."""


class WriterOptions(NamedTuple):
    """What changes the shape of an output."""

    records: bool = False
    """One task a record, with its notice's fields (json and jsonl; csv and xlsx always do)."""
    several: bool = False
    """The target may hold several notices, so it is a list even when it holds one."""
    lang: Lang = "en"
    """Language of column heads (csv and xlsx)."""


class Target(NamedTuple):
    """Where an output goes: an open binary stream, or a file by its path (SQLite needs one)."""

    stream: BinaryIO | None = None
    path: Path | None = None


class Writer(Protocol):
    """One output format.

    ``encode`` does the work of one notice and may run in another process: what it returns can be pickled. ``open``,
    ``write`` and ``close`` run where the target is: once, once a notice in their order, and once. ``remarks`` then
    holds what the user should know of the output.
    """

    remarks: list[str]

    def __init__(self, options: WriterOptions) -> None: ...

    def encode(self, notice: Record) -> Any:
        """One notice in this format."""
        ...

    def open(self, target: Target) -> None:
        """Begin the output. Raises :class:`WriteError` for a target that this format cannot go to."""
        ...

    def write(self, record: Any) -> None:
        """Add what ``encode`` made of the next notice."""
        ...

    def close(self) -> None:
        """End the output; the target is whole only after this."""
        ...

    def abandon(self) -> None:
        """Let go of the target without ending the output; it will not be used."""
        ...


class StreamWriter:
    """Base of the formats that are a stream of bytes."""

    def __init__(self, options: WriterOptions) -> None:
        self.options = options
        self.remarks: list[str] = []
        self._stream: BinaryIO | None = None

    def open(self, target: Target) -> None:
        """Begin the output on the target's stream."""
        if target.stream is None:
            raise WriteError("this format is written to a stream")
        self._stream = target.stream

    def put(self, data: bytes) -> None:
        """Write bytes to the stream."""
        assert self._stream is not None, "write before open"
        self._stream.write(data)

    def close(self) -> None:
        """Nothing to end by default."""

    def abandon(self) -> None:
        """Nothing to let go of by default."""
