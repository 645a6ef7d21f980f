"""Cases keep what they say in other surroundings: plans their records, frames their metadata.

The plans of the notice cases are put behind a letter, above a signature, on a site, beside another part. A case says with ``alone: yes`` that its text breaks off, or would be another one behind the title of a plan. It names the
surroundings in which its records are not kept yet (``alone: letter above-table``), and fails here once they are.

The texts of the frame cases are put on a site, behind the table of its directory, beside other notices, wrapped, in
another script. Only those with a title and addressees are put beside others: a plan below a signature is what was
signed. ``alone: wrapped`` names where their metadata are not kept: the text is that of a neighbour already, or its words
change when a line is cut there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from case_files import Case, read_cases, topics
from notice_parse import parse_text
from notice_parse.schemas import ParsedNotice
from rewrites.frames import FRAMES, with_copies
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


def facts(text: str) -> dict[str, Any]:
    """The metadata that no surroundings change."""
    notice = parse_text(text).notice
    return {
        "title": notice.title,
        "document_number": notice.document_number,
        "issuers": notice.issuers,
        "issued_on": notice.issued_on,
        "addressees": notice.addressees,
        "attachments": [attachment.title for attachment in notice.attachments],
    }


def frames() -> Iterator[Case]:
    for file in topics()["frame"]:
        yield from read_cases(file)


@pytest.mark.parametrize("case", list(frames()), ids=lambda case: case.name)
def test_metadata_stay(case: Case) -> None:
    expected = facts(case.text)
    changed: dict[str, dict[str, Any]] = {}
    texts = {name: put(case.text) for name, put in FRAMES.items()}
    if not expected["title"] or not expected["addressees"]:
        texts = {name: text for name, text in texts.items() if "another" not in name}
    if expected["issuers"] and expected["issued_on"]:
        texts["copies"] = with_copies(case.text, expected["issuers"][-1], expected["issued_on"])
    for name, text in texts.items():
        got = facts(text)
        if got != expected:
            changed[name] = {key: (expected[key], got[key]) for key in got if got[key] != expected[key]}
    assert list(changed) == case.keys.get("alone", "").split(), changed or "the metadata are kept: no longer open"
