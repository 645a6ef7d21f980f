"""What each stage saw and decided, in plain text for people: made from the drafts that every run makes.

The texts shown are those that the parsers saw: cleaned, simplified, cut to fit a line; `fields` also shows the source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ...normalize import Decoded, normalize
from ...schemas.words import counted
from ..notice import parse_notice
from .fields import tell_fields
from .lines import tell_lines
from .parts import tell_parts
from .rows import tell_rows
from .story import Story

__all__ = ["STAGES", "explain"]

#: The stages that can be told of, in the order in which they work.
STAGES: dict[str, Callable[[Story], Iterator[str]]] = {
    "lines": tell_lines,
    "parts": tell_parts,
    "rows": tell_rows,
    "fields": tell_fields,
}


def explain(decoded: Decoded, stages: Sequence[str] = tuple(STAGES)) -> Iterator[str]:
    """Lines of text about a notice: how it was decoded and cleaned, then each of ``stages`` under its name.

    Raises KeyError for a stage that is none of :data:`STAGES`.
    """
    normalized = normalize(decoded.text)
    story = Story(normalized, parse_notice(normalized.text.text))
    size = f"{counted(len(decoded.text), 'character')}, {counted(len(story.draft.page.lines), 'line')}"
    yield f"{decoded.encoding}, {normalized.script}, {size}"
    for rule, count in Counter(doubt.rule for doubt in (*decoded.doubts, *normalized.doubts)).items():
        yield f"while cleaning: {rule}{f', {count} times' if count > 1 else ''}"
    for stage in stages:
        yield ""
        yield f"== {stage}"
        yield from STAGES[stage](story)
