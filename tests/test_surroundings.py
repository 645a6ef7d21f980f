"""The plans of the notice cases keep their records behind a letter, above a signature, and on the page of a site.

A case says with ``alone: yes`` that its text breaks off, or would be another one behind the title of a plan; and with
``alone: open`` that its records are not kept yet: such a case fails here once they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case_files import Case, read_cases, topics
from notice_parse import parse_text
from notice_parse.schemas import ParsedNotice
from rewrites.surroundings import SURROUNDINGS, has_own_page, is_signed

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


@pytest.mark.parametrize("case", plans(), ids=lambda case: case.name)
def test_records_stay(case: Case) -> None:
    notice = parse_text(case.text)
    expected = records(notice)
    own_page = has_own_page(case.text) or bool(notice.notice.addressees)
    if case.keys.get("alone") == "yes":
        return
    left_out = ({"signature"} if is_signed(case.text) else set[str]()) | ({"letter", "site"} if own_page else set())
    got = {name: records(parse_text(put(case.text))) for name, put in SURROUNDINGS.items() if name not in left_out}
    changed = {name: found for name, found in got.items() if found != expected}
    assert bool(changed) == (case.keys.get("alone") == "open"), changed or "the records are kept: no longer open"
