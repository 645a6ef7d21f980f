"""Deadlines: time expressions of cells, clauses and running text, as dates and recurrence rules."""

from __future__ import annotations

from .days_alone import is_days_alone
from .likeness import deadline_likeness, has_deadline
from .models import Clock, DeadlineDraft, DeadlineReading, Where
from .reader import read_deadlines

__all__ = [
    "Clock",
    "DeadlineDraft",
    "DeadlineReading",
    "Where",
    "deadline_likeness",
    "has_deadline",
    "is_days_alone",
    "read_deadlines",
]
