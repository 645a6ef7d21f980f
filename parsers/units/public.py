"""The unit reader for people who already have a table."""

from __future__ import annotations

from typing import get_args

from ...normalize import normalize
from ...normalize.lines import line_starts
from ...schemas.models import Role, Unit
from ..spans import span_of
from .cells import read_phrase, read_units


def parse_units(text: str, *, role: Role | None = None) -> list[Unit]:
    """Read a unit cell: ``parse_units("市教育局牵头，市财政局配合")`` gives two units, lead and support.

    ``role`` is the role of the column the cell stands in; words in the cell overrule it. Without one only names that
    have the form of a unit count, since nobody said that the text is a unit cell. The text is cleaned as a notice is
    (script, width, glosses); spans are offsets of ``text`` as given. Raises ValueError for an unknown role.
    """
    if role is not None and role not in (known := get_args(Role)):
        raise ValueError(f"unknown role {role!r}: it is one of {', '.join(known)}")
    units: list[Unit] = []
    cleaned, starts = normalize(text).text, line_starts(text)
    for draft in (read_units(cleaned.text, role) if role else read_phrase(cleaned.text)).units:
        start, end = cleaned.source_range(draft.start, draft.end)
        units.append(Unit(name=draft.name, role=draft.role, span=span_of(starts, start, end)))
    return units
