"""The unit reader for people who already have a table."""

from __future__ import annotations

from ...schemas.models import Role, Span, Unit
from .cells import read_phrase, read_units


def parse_units(text: str, *, role: Role | None = None) -> list[Unit]:
    """Read a unit cell: ``parse_units("市教育局牵头，市财政局配合")`` gives two units, lead and support.

    ``role`` is the role of the column the cell stands in; words in the cell overrule it. Without one only names that
    have the form of a unit count, since nobody said that the text is a unit cell. Spans are offsets of ``text``.
    """
    units: list[Unit] = []
    for draft in (read_units(text, role) if role else read_phrase(text)).units:
        line = text.count("\n", 0, draft.start) + 1
        end_line = text.count("\n", 0, draft.end) + 1
        span = Span(start=draft.start, end=draft.end, line=line, end_line=end_line)
        units.append(Unit(name=draft.name, role=draft.role, span=span))
    return units
