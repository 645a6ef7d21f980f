"""Readers of responsible units: cells, clauses, heads and riders."""

from __future__ import annotations

from .cells import read_units
from .clauses import read_clause, read_names
from .grammar import is_department
from .labels import first_label
from .likeness import unit_likeness
from .model import PersonDraft, Role, UnitDraft, UnitReading
from .persons import is_post, lists_people, person_likeness
from .riders import find_rider, leads_by, may_hold_riders, role_of_others
from .roles import decide_role, is_person_head, role_of_words, role_words_in

__all__ = [
    "PersonDraft",
    "Role",
    "UnitDraft",
    "UnitReading",
    "decide_role",
    "find_rider",
    "first_label",
    "is_department",
    "is_person_head",
    "is_post",
    "leads_by",
    "lists_people",
    "may_hold_riders",
    "person_likeness",
    "read_clause",
    "read_names",
    "read_units",
    "role_of_others",
    "role_of_words",
    "role_words_in",
    "unit_likeness",
]
