"""The plans of the notice cases keep their records in other surroundings: a letter, a signature, a site, another part.

A case says with ``alone: yes`` that its text breaks off, or would be another one behind the title of a plan. It names the
surroundings in which its records are not kept yet (``alone: letter above-table``), and fails here once they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case_files import Case, read_cases, topics
from notice_parse import parse_text
from notice_parse.schemas import ParsedNotice
from rewrites.surroundings import OTHERS, SURROUNDINGS, has_own_page, is_signed

Record = tuple[str | None, str, str | None, tuple[tuple[str, str], ...]]


def records(notice: ParsedNotice) -> list[Record]:
    """What the tasks of a notice say, but for deadlines: surroundings may tell their year."""
    return [
        (task.title, task.content, task.requirement, tuple((unit.name, unit.role) for unit in task.units))
        for task in notice.tasks
        if task.kind == "task"
    ]


def plans() -> Iterator[Case]:
    for file in topics()["notice"]:
        yield from read_cases(file)


@pytest.mark.parametrize("case", list(plans()), ids=lambda case: case.name)
def test_records_stay(case: Case) -> None:
    notice = parse_text(case.text)
    expected = records(notice)
    own_page = has_own_page(case.text) or bool(notice.notice.addressees)
    if case.keys.get("alone") == "yes":
        return
    left_out = {"signature"} if is_signed(case.text) else set[str]()
    left_out |= {"letter", "site", "below-table", "below-list"} if own_page else set()
    left_out |= set() if expected else {name for name in SURROUNDINGS if "-" in name}
    changed: dict[str, list[Record]] = {}
    for name, put in SURROUNDINGS.items():
        got = records(parse_text(put(case.text))) if name not in left_out else expected
        if name not in left_out and "-" in name:
            got = got[:-OTHERS] if name.startswith("above") else got[OTHERS:]
        if got != expected:
            changed[name] = got
    assert list(changed) == case.keys.get("alone", "").split(), changed or "the records are kept: no longer open"
