"""The five real notices against their hand-made gold: pinned, whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from gold import facts, read_gold
from notice_parse import ParsedNotice, parse_bytes
from notice_parse.normalize import decode
from test_samples import wrong_spans

SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
RECORDS = 303
"""All records of the gold; every one of them is right."""

pytestmark = pytest.mark.skipif(not GOLD, reason="the real notices and their gold don't stand beside the repository")


@cache
def read(stem: str) -> tuple[str, ParsedNotice]:
    """The source text of a seed and its record."""
    data = (SHARED / "seeds" / f"{stem}.txt").read_bytes()
    return decode(data).text, parse_bytes(data, segments=True)


@pytest.mark.parametrize("file", GOLD, ids=[file.stem[:3] for file in GOLD])
def test_every_fact_is_right(file: Path) -> None:
    found = facts(read_gold(file), read(file.stem)[1].to_dict())
    faults = [f"{name}: {fault}" for name, fault in found.items() if fault]
    assert not faults, "\n".join(faults)


def test_all_records_are_there() -> None:
    assert sum(len(read_gold(file)["tasks"]) for file in GOLD) == RECORDS


@pytest.mark.parametrize("file", GOLD, ids=[file.stem[:3] for file in GOLD])
def test_spans_hold_their_values(file: Path) -> None:
    source, record = read(file.stem)
    assert not wrong_spans(source, record.to_dict())


@pytest.mark.parametrize("file", GOLD, ids=[file.stem[:3] for file in GOLD])
def test_nothing_is_lost(file: Path) -> None:
    source, record = read(file.stem)
    assert "".join(source[part.span.start : part.span.end] for part in record.segments) == source
    assert record.coverage.accounted == record.coverage.characters, record.coverage.unaccounted
