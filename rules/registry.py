"""The rules by name: adding one is a file ``npXXX_its_name.py`` and a line here.

Modules are imported when a rule has something to say, because a clean run should load none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from .finding import Severity

RULES: dict[str, str] = {
    # the text: bytes, characters
    "damaged-bytes": "NP001",
    "encoding-guessed": "NP002",
    "mojibake": "NP003",
    "characters-restored": "NP004",
    "glosses-removed": "NP005",
    "characters-not-restorable": "NP006",
    "span-mismatch": "NP007",
    "unexplained-doubt": "NP008",
    # the structure: parts, rows, numbers
    "no-task": "NP101",
    "table-in-attachment": "NP102",
    "layout-uncertain": "NP103",
    "numbering-gap": "NP104",
    "numbering-repeat": "NP105",
    "numbering-restart": "NP106",
    "heading-label-damaged": "NP107",
    "text-unaccounted": "NP108",
    "cells-left-over": "NP109",
    "row-too-short": "NP110",
    "column-guessed": "NP111",
    "inherited-cell": "NP112",
    "coverage-too-low": "NP113",
    "table-not-read": "NP114",
    "another-notice": "NP115",
    # the units
    "task-without-unit": "NP201",
    "inherited-units": "NP202",
    "role-guessed": "NP203",
    "list-split-without-separators": "NP204",
    "unit-name-unknown-form": "NP205",
    "same-unit-lead-and-support": "NP206",
    "remark-on-others": "NP207",
    # the deadlines
    "deadline-not-understood": "NP301",
    "date-does-not-exist": "NP302",
    "deadline-before-notice": "NP303",
    "year-moved": "NP304",
    "deadline-year-unknown": "NP305",
    "start-after-due": "NP306",
    # the notice's own fields
    "title-missing": "NP401",
    "issuer-missing": "NP402",
    "date-missing": "NP403",
    "issue-date-after-publication": "NP404",
    "no-document-number": "NP405",
    # record files
    "record-syntax": "NP501",
    "duplicate-key": "NP502",
    "alias-refused": "NP503",
    "schema-violation": "NP504",
    "duplicate-id": "NP505",
    "unknown-id": "NP506",
    "span-not-in-source": "NP507",
    "does-not-reslice": "NP508",
    "source-not-found": "NP509",
    "source-changed": "NP510",
    "differs-from-text": "NP511",
    "task-left-out": "NP512",
    "rrule-not-valid": "NP513",
    "empty-name": "NP514",
}

CHECKS: tuple[str, ...] = (
    "no-task",
    "table-in-attachment",
    "numbering-gap",
    "numbering-repeat",
    "numbering-restart",
    "text-unaccounted",
    "inherited-cell",
    "task-without-unit",
    "inherited-units",
    "same-unit-lead-and-support",
    "date-does-not-exist",
    "deadline-before-notice",
    "start-after-due",
    "title-missing",
    "issuer-missing",
    "date-missing",
    "issue-date-after-publication",
    "no-document-number",
)
"""The rules that look at the finished record, in the order of their codes; the others are fed by doubts."""


class Rule(Protocol):
    """What every rule module defines; some also define ``check(record, source) -> Iterator[Finding]``."""

    __doc__: str | None
    CODE: str
    NAME: str
    SEVERITY: Severity
    HINT: str

    def message(self, detail: str, /) -> str:
        """The sentence that reports a doubt or finding, from its detail."""
        ...


@cache
def load(name: str) -> Rule:
    """The rule of that name or code (``inherited-units``, ``NP202``). Raises KeyError for an unknown one."""
    name = _name_of(name)
    module = import_module(f".{RULES[name].lower()}_{name.replace('-', '_')}", __package__)
    return cast(Rule, module)


def every_rule() -> Iterator[Rule]:
    """All rules in the order of their codes."""
    return (load(name) for name in RULES)


def _name_of(name_or_code: str) -> str:
    if name_or_code in RULES:
        return name_or_code
    code = name_or_code.upper()
    for name, its_code in RULES.items():
        if its_code == code:
            return name
    raise KeyError(name_or_code)
