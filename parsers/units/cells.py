"""Unit cells and label values."""

from __future__ import annotations

from functools import lru_cache

from .grammar import Form, form_of
from .masking import mask_brackets, plain_name
from .model import Role, UnitDraft, UnitReading
from .reading import Reader

_KEPT = 4096
_JOINTS = frozenset("和及与暨等")
_LONGEST_KEPT = 400


def read_units(text: str, role: Role | None = None, rider: str | None = None) -> UnitReading:
    """Read a unit cell or the value of a unit label.

    ``role`` is the role of the column head or label; when it is None the units are responsible, with a doubt, unless
    words in the cell decide. ``rider`` is what :func:`find_rider` found in a head or note. White space and line breaks
    separate units, except inside names. Offsets are code points of ``text``; nothing raises.
    """
    if len(text) > _LONGEST_KEPT:
        return _read(text, role, rider)
    return _read_kept(text, role, rider)


@lru_cache(maxsize=_KEPT)
def _read_kept(text: str, role: Role | None, rider: str | None) -> UnitReading:
    return _read(text, role, rider)


def _read(text: str, role: Role | None, rider: str | None) -> UnitReading:
    if role and not rider and len(text) < 8 and form_of(text) == Form.ORGAN and _JOINTS.isdisjoint(text):
        return UnitReading((UnitDraft(text, role, 0, len(text)),))  # one plain name: by far the commonest cell
    reader = Reader(text, role, lenient=True).read()
    return reader.out.result(rider or reader.rider)


def name_form(name: str) -> Form:
    """The form of a printed name; bracket groups and the 、 of members that share one 各 are left out."""
    return form_of(plain_name(mask_brackets(name), 0, len(name)).replace("、", ""))
