"""YAML: one document a notice; several are parted by ``---``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schemas.dump import yaml_text
from .base import StreamWriter, WriterOptions

if TYPE_CHECKING:
    from ..schemas.models import ParsedNotice


class YamlWriter(StreamWriter):
    """Multi-document YAML."""

    def __init__(self, options: WriterOptions) -> None:
        super().__init__(options)
        self._begun = False

    def encode(self, notice: ParsedNotice) -> bytes:
        """One document."""
        return yaml_text(notice).encode()

    def write(self, record: bytes) -> None:
        """Add a document."""
        if self._begun:
            self.put(b"---\n")
        self._begun = True
        self.put(record)


def writer(options: WriterOptions) -> YamlWriter:
    """The writer of this format."""
    return YamlWriter(options)


def dump(notice: ParsedNotice) -> str:
    """One notice as a YAML document."""
    return yaml_text(notice)
