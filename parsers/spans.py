"""Spans of the output's models, for readers of a plain text."""

from __future__ import annotations

from collections.abc import Sequence

from ..normalize.lines import lines_of
from ..schemas.models import Span


def span_of(starts: Sequence[int], start: int, end: int) -> Span:
    """The span of a range; ``starts`` are where the text's lines start."""
    line, end_line = lines_of(starts, start, end)
    return Span(start=start, end=end, line=line, end_line=end_line)
