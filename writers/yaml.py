"""YAML: one document a notice; several are parted by ``---``."""

from __future__ import annotations

from ..schemas.shape import Record
from .base import StreamWriter, WriterOptions


class YamlWriter(StreamWriter):
    """Multi-document YAML."""

    def __init__(self, options: WriterOptions) -> None:
        super().__init__(options)
        self._begun = False

    def encode(self, notice: Record) -> bytes:
        """One document."""
        from ..schemas.yaml_dump import dump_yaml  # PyYAML takes a while to load

        return dump_yaml(notice).encode()

    def write(self, record: bytes) -> None:
        """Add a document."""
        if self._begun:
            self.put(b"---\n")
        self._begun = True
        self.put(record)


def writer(options: WriterOptions) -> YamlWriter:
    """The writer of this format."""
    return YamlWriter(options)
