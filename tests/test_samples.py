"""Every sample notice against its hand-made gold, and what must hold of any record.

What is known to be read wrong stands by name in ``benchmarks/quality_floors.json``; a fault that isn't listed fails.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from gold import facts, read_gold
from notice_parse import ParsedNotice, parse_bytes
from notice_parse.checks.json_schema import json_schema
from notice_parse.normalize import clean_value, decode
from notice_parse.normalize.conversion import to_simplified
from rewrites.records import bare
from update_samples import expected_yaml

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
GOLD = ROOT / "tests" / "sample_gold"
FLOORS = ROOT / "benchmarks" / "quality_floors.json"


@cache
def read(file: Path) -> tuple[str, ParsedNotice]:
    """The source text of a sample and its record."""
    data = file.read_bytes()
    return decode(data).text, parse_bytes(data, name=file.name, segments=True)


@cache
def known_faults() -> dict[str, list[str]]:
    return json.loads(FLOORS.read_text(encoding="utf-8"))["samples"]["wrong"]


def each_sample() -> list[Any]:
    return [pytest.param(file, id=file.stem) for file in SAMPLES]


def test_every_sample_has_gold() -> None:
    assert {file.stem for file in SAMPLES} == {file.stem for file in GOLD.glob("*.json")}
    assert len(SAMPLES) >= 20


@pytest.mark.parametrize("file", each_sample())
def test_gold(file: Path) -> None:
    record = read(file)[1].to_dict()
    found = facts(read_gold(GOLD / f"{file.stem}.json"), record)
    known = known_faults().get(file.stem, [])
    faults = [f"{name}: {fault}" for name, fault in found.items() if fault and name not in known]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("file", each_sample())
def test_spans_hold_their_values(file: Path) -> None:
    source, record = read(file)
    assert not wrong_spans(source, record.to_dict())


def wrong_spans(source: str, record: dict[str, Any]) -> list[str]:
    """Values that don't stand where their span says."""
    claims = [*_notice_claims(record["notice"])]
    for task in record["tasks"]:
        claims += [(unit["span"], unit["name"], unit["inherited"]) for unit in task["units"]]
        claims += [(person["span"], person["name"], person["inherited"]) for person in task["persons"]]
        claims += [(entry["span"], entry["text"], entry["inherited"]) for entry in task["deadlines"]]
        claims += [(entry["span"], entry["text"], False) for entry in task["targets"]]
        claims += [(entry["span"], entry["text"], entry["inherited"]) for entry in task["fields"]]
        claims += [(entry["span"], entry["title"], True) for entry in task["references"]]
        claims += [(entry["span"], entry["document_number"], True) for entry in task["references"]]
    return [f"{value!r} at {span}" for span, value, inside in claims if not _stands(source, span, value, inside)]


def _notice_claims(notice: dict[str, Any]) -> list[tuple[dict[str, int], str | None, bool]]:
    names = ("title", "plan_title", "document_number", "issuer")
    claims = [(notice["spans"][name], notice[name], True) for name in names if notice["spans"][name]]
    claims += [(entry["span"], entry["text"], False) for entry in notice["deadlines"]]
    return claims + [(entry["span"], entry["title"], True) for entry in notice["references"]]


def _stands(source: str, span: dict[str, int], value: str | None, inside: bool) -> bool:
    printed = source[span["start"] : span["end"]]
    if source.count("\n", 0, span["start"]) + 1 != span["line"] and "\r" not in source:
        return False
    held = (bare(printed), bare(to_simplified(clean_value(printed))))  # a fragment may not look traditional
    wanted = bare(value)
    return wanted in held or (inside and any(_in_order(wanted, text) for text in held))


def _in_order(value: str, text: str) -> bool:
    """A value put together from pieces: its characters stand in the text, in order."""
    characters = iter(text)
    return all(character in characters for character in value)


@pytest.mark.parametrize("file", each_sample())
def test_every_task_stands_inside_its_span(file: Path) -> None:
    source, record = read(file)
    for task in record.tasks:
        printed = bare(clean_value(source[task.span.start : task.span.end]))
        assert _in_order(bare(task.content), printed), f"task {task.id}: {task.content[:40]}"


@pytest.mark.parametrize("file", each_sample())
def test_nothing_is_lost(file: Path) -> None:
    source, record = read(file)
    assert [segment.span.start for segment in record.segments[1:]] == [
        segment.span.end for segment in record.segments[:-1]
    ]
    assert "".join(source[part.span.start : part.span.end] for part in record.segments) == source
    assert record.coverage.accounted <= record.coverage.characters
    assert record.coverage.characters == sum(not character.isspace() for character in source)


@pytest.mark.parametrize("file", each_sample())
def test_output_fits_the_schema(file: Path) -> None:
    record = read(file)[1]
    assert ParsedNotice.model_validate(record.to_dict()) == record
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(record.to_json()))


@pytest.mark.parametrize("file", each_sample())
def test_the_yaml_beside_the_sample(file: Path) -> None:
    committed = file.with_suffix(".yaml")
    assert committed.exists(), "run python tests/update_samples.py"
    assert committed.read_bytes() == expected_yaml(file), "run python tests/update_samples.py and read the diff"
