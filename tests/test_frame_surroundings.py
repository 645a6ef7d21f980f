"""What a notice says of itself stays the same in other surroundings: on a site, beside other notices, wrapped, in another script.

The texts of the frame cases are read as whole notices. A case names with ``alone: site wrapped`` the surroundings in which
its metadata are not kept, and fails here once they are: mostly since nothing but the surroundings could tell what the text
is (a page that begins with the title of no notice is the news of the site; a number without a title in front of another
notice is its own).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from case_files import Case, read_cases, topics
from notice_parse import parse_text
from rewrites.frames import FRAMES, with_copies


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
    if expected["issuers"] and expected["issued_on"]:
        texts["copies"] = with_copies(case.text, expected["issuers"][-1], expected["issued_on"])
    for name, text in texts.items():
        got = facts(text)
        if got != expected:
            changed[name] = {key: (expected[key], got[key]) for key in got if got[key] != expected[key]}
    assert list(changed) == case.keys.get("alone", "").split(), changed or "the metadata are kept: no longer open"
