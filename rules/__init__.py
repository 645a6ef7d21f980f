"""Diagnostics: one rule a file, fed by the doubts of the stages or by a look at the finished record.

``diagnose(record, doubts, source)`` is what the pipeline calls; ``load(code_or_name)`` gives one rule's module.
"""

from __future__ import annotations

from .diagnose import check_record, diagnose, located, placed
from .finding import Finding, Severity, SourceDoubt
from .registry import RULES, Rule, every_rule, load

__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "Severity",
    "SourceDoubt",
    "check_record",
    "diagnose",
    "every_rule",
    "load",
    "located",
    "placed",
]
