"""A doubt: what a stage could not settle, noted beside the text it concerns."""

from __future__ import annotations

from .named_tuples import NamedTuple


class Doubt(NamedTuple):
    """A doubt of one stage, turned into a diagnostic by the rule of the same name.

    ``start`` and ``end`` are offsets of the text that the stage was given; callers replace them
    when they map them to the source. ``detail`` is text for the rule's message.
    """

    rule: str
    start: int
    end: int
    detail: str = ""
