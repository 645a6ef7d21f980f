"""Every case of ``tests/cases`` holds, and every example of a docstring."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import notice_parse
import pytest
from case_files import Case, CaseError, differences, read_cases, topics
from notice_parse import parse_text
from notice_parse.normalize import Doubt, normalize
from notice_parse.parsers.deadlines import Clock, read_deadlines
from notice_parse.parsers.fields.references import read_references
from notice_parse.parsers.fields.targets import read_targets
from notice_parse.parsers.frame import parted_heads, read_frame
from notice_parse.parsers.tables.body.lines import split_all
from notice_parse.parsers.tables.table import find_tables
from notice_parse.parsers.text.document import split_lines
from notice_parse.parsers.units import UnitReading, read_clause, read_units


def rules(doubts: tuple[Doubt, ...]) -> list[str]:
    """The names of the doubts, in order."""
    return [doubt.rule for doubt in doubts]


def read_normalize(case: Case) -> Any:
    cleaned = normalize(case.text)
    return {"text": cleaned.text.text, "doubts": rules(cleaned.doubts)}


def read_deadline_case(case: Case) -> Any:
    issued = date.fromisoformat(case.keys["base"]) if "base" in case.keys else None
    year = int(case.keys["plan_year"]) if "plan_year" in case.keys else None
    years = tuple(int(value) for value in case.keys.get("plan_years", "").replace(",", " ").split())
    month = int(case.keys["plan_month"]) if "plan_month" in case.keys else None
    where = case.keys.get("where", "cell")
    assert where in ("cell", "clause", "text", "open"), where
    reading = read_deadlines(case.text, Clock(issued, year, years, plan_month=month), where)
    for found in reading.deadlines:
        assert case.text[found.begin : found.end] == found.text or found.text in case.text.replace("\n", "")
    return {"deadlines": [found._asdict() for found in reading.deadlines], "doubts": rules(reading.doubts)}


def units_of(reading: UnitReading, text: str) -> Any:
    """A reading of units as plain values; deadlines are the pieces of ``text`` handed on to the deadline reader."""
    return {
        "units": [unit._asdict() for unit in reading.units],
        "persons": [person._asdict() for person in reading.persons],
        "deadlines": [text[start:end] for start, end in reading.deadlines],
        "leftovers": [text[start:end] for start, end in reading.leftovers],
        "doubts": rules(reading.doubts),
    }


def read_unit_case(case: Case) -> Any:
    role = cast(Any, case.keys.get("role"))
    assert role in (None, "lead", "support", "responsible", "guide"), role
    return units_of(read_units(case.text, role), case.text)


def read_clause_case(case: Case) -> Any:
    reading = read_clause(case.text)
    return None if reading is None else units_of(reading, case.text)


def read_reference_case(case: Case) -> Any:
    return [found._asdict() for found in read_references(case.text, [case.keys["own"]] if "own" in case.keys else ())]


def read_target_case(case: Case) -> Any:
    return [found._asdict() for found in read_targets(case.text)]


def read_frame_case(case: Case) -> Any:
    lines = parted_heads(split_lines(case.text))
    if "bodies" in case.keys:
        ranges = [bodies.split("-") for bodies in case.keys["bodies"].split(",")]
        bodies = [(int(first) - 1, int(last)) for first, last in ranges]
    else:
        bodies = [(table.first, table.last + 1) for table in find_tables(case.text, split_all(lines))]
    frame = read_frame(case.text, lines, bodies)
    single = ("title", "plan_title", "document_number", "issued_on", "published_at")
    values: dict[str, Any] = {name: found.value if (found := getattr(frame, name)) else None for name in single}
    for name in ("issuers", "addressees"):
        values[name] = [found.value for found in getattr(frame, name)]
    values["issuer"] = next(iter(values["issuers"]), None)
    values["attachments"] = [found._asdict() for found in frame.attachments]
    return values | {"doubts": rules(frame.doubts)}


def read_notice_case(case: Case) -> Any:
    record = parse_text(case.text).to_dict()
    reported = {entry["name"] for entry in record["diagnostics"]}
    for name in case.keys.get("reports", "").replace(",", " ").split():
        assert name in reported, f"{name} isn't among the diagnostics: {sorted(reported)}"
    return record


#: How the text of a topic's cases is read, which keys a case may carry, and what a bare list or string stands for.
TOPICS: dict[str, tuple[Callable[[Case], Any], tuple[str, ...], str | None]] = {
    "normalize": (read_normalize, (), "text"),
    "deadlines": (read_deadline_case, ("where", "base", "plan_year", "plan_years", "plan_month"), "deadlines"),
    "units": (read_unit_case, ("role",), "units"),
    "clauses": (read_clause_case, (), "units"),
    "references": (read_reference_case, ("own",), None),
    "targets": (read_target_case, (), None),
    "frame": (read_frame_case, ("bodies", "alone"), None),
    "notice": (read_notice_case, ("reports", "alone"), "tasks"),
}


def every_case() -> Iterator[Any]:
    """All cases; a file that can't be read is a case that fails, so that the others still run."""
    for files in topics().values():
        for file in files:
            try:
                for case in read_cases(file):
                    yield pytest.param(case, id=case.name)
            except CaseError as error:
                yield pytest.param(error, id=f"{file.stem}:unreadable")


@pytest.mark.parametrize("case", list(every_case()))
def test_case(case: Case | CaseError) -> None:
    if isinstance(case, CaseError):
        raise case
    topic = case.file.split("-")[0]
    assert topic in TOPICS, f"{case.file}.md: no reader for the topic {topic!r}"
    read, keys, main = TOPICS[topic]
    assert set(case.keys) <= set(keys), f"unknown keys: {set(case.keys) - set(keys)}"
    got = read(case)
    expected = case.expected
    if main is not None and got is not None and not isinstance(expected, dict):
        got = got[main]
    found = differences(expected, got)
    assert not found, "\n".join([*found, "in:", case.text])


def test_every_topic_has_cases() -> None:
    assert set(topics()) == set(TOPICS)


@pytest.mark.parametrize(
    "text",
    [
        "# Nothing here\n",
        "## no blocks\n",
        "## no yaml\n\n```text\na\n```\n",
        "## empty yaml\n\n```text\na\n```\n\n```yaml\n```\n",
        "## prose\n\nnot a key\n\n```text\na\n```\n\n```yaml\n[]\n```\n",
        "## twice\n\n```text\na\n```\n\n```yaml\n{a: 1, a: 2}\n```\n",
        "## open\n\n```text\na\n",
        "## same\n\n```text\na\n```\n\n```yaml\n[]\n```\n\n## same\n\n```text\na\n```\n\n```yaml\n[]\n```\n",
    ],
    ids=["empty", "no-blocks", "no-yaml", "empty-yaml", "prose", "double-key", "open-block", "same-title"],
)
def test_a_case_file_that_says_nothing_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "units-x.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError):
        read_cases(file)


def test_differences_see_what_is_missing() -> None:
    assert not differences([{"name": "甲"}], [{"name": "甲", "role": "lead"}])
    assert not differences(["甲"], [{"name": "甲", "role": "lead"}])
    assert differences([{"nome": "甲"}], [{"name": "甲"}])
    assert differences([], [{"name": "甲"}])
    assert differences(["甲", "乙"], [{"name": "乙"}, {"name": "甲"}])
    assert differences(None, [])


def modules() -> list[str]:
    """All modules of the package, by the name they are installed under."""
    packages = [name for _, name, _ in pkgutil.iter_modules(notice_parse.__path__)]
    skipped = {"tests", "benchmarks", "setup", "build"}
    names = ["notice_parse"]
    for name in packages:
        if name in skipped:
            continue
        module = importlib.import_module(f"notice_parse.{name}")
        names.append(module.__name__)
        if hasattr(module, "__path__"):
            names += [found.name for found in pkgutil.walk_packages(module.__path__, f"{module.__name__}.")]
    return names


@pytest.mark.parametrize("name", modules())
def test_docstring_examples(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert not failed
