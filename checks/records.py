"""Check of a record file: syntax, schema, ids, dates, numbering and units, and its values against the source."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path as FilePath
from typing import Any

from ..rules import check_record, located
from ..rules.registry import CHECKS
from .document import Document, Loaded, Path
from .report import Checked, Diagnostic
from .reread import Reread, compare, read_again
from .reslice import moved, outside
from .schema import Fitted, dotted, fit
from .sources import FoundSource, find_source
from .task_rows import gathered, is_of_rows
from .values import void


def check_records(path: str, data: bytes, roots: Sequence[FilePath], suffix: str | None = None) -> Checked:
    """All findings of a record file. Never raises.

    ``roots`` are the folders below which sources are looked for; ``suffix`` tells the syntax where the path does not.
    """
    loaded, problems = _loaded(suffix or path, data)
    found = [located(rule, detail, line=line, column=column) for rule, line, column, detail in problems]
    characters = accounted = 0
    for document in gathered(loaded.documents):
        fitted = fit(document.value)
        reread = _taken(found, _diagnostics(document, fitted, roots))
        if fitted.record is not None:
            characters += reread.characters if reread else fitted.record["coverage"]["characters"]
            accounted += reread.accounted if reread else fitted.record["coverage"]["accounted"]
    if not loaded.documents and not found:
        found.append(located("schema-violation", "the file holds no record", line=1, column=1))
    found.sort(key=lambda entry: (entry["line"], entry["column"], entry["code"]))
    return Checked(path, "records", _once(found), characters, accounted)


def _taken(found: list[Diagnostic], findings: Generator[Diagnostic, None, Reread | None]) -> Reread | None:
    """Put all findings behind those ``found``; what their generator returns."""

    def each() -> Iterator[Diagnostic]:
        nonlocal reread
        reread = yield from findings

    reread: Reread | None = None
    found.extend(each())
    return reread


def _loaded(path: str, data: bytes) -> tuple[Loaded, list[tuple[str, int, int, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return Loaded(), [("record-syntax", line, column, "a record file is UTF-8; this byte is not")]
    loaded = _loader(path)(text)
    return loaded, [(each.rule, each.line, each.column, each.detail) for each in loaded.problems]


def _loader(path: str) -> Callable[[str], Loaded]:
    name = path.lower()
    if name.endswith((".yaml", ".yml")):
        from .yaml_file import load_yaml

        return load_yaml
    from .json_file import load_json, load_json_lines

    return load_json if name.endswith(".json") else load_json_lines


def _diagnostics(
    document: Document, fitted: Fitted, roots: Sequence[FilePath]
) -> Generator[Diagnostic, None, Reread | None]:
    """Findings in a record; returns what a fresh reading of its source showed, when that is there and unchanged."""
    for misfit in fitted.misfits:
        place = f"{dotted(misfit.path)}: " if misfit.path else ""
        yield _at(document, misfit.path, "schema-violation", f"{place}{misfit.reason}")
    record = fitted.record
    if record is None:
        return None
    yield from _ids(document, record)
    said: set[Path] = set()
    for rule, path, detail in void(record):
        said.add(path)
        yield _at(document, path, rule, detail, _task(record, path))
    for path, detail in outside(record, fitted):
        yield _at(document, path, "span-not-in-source", f"{dotted(path)}: {detail}", _task(record, path))
    found = find_source(record["source"], roots)
    reread = yield from _compared(document, record, fitted, found, said)
    for name, finding in check_record(record, found.text if found else None):
        yield _at(document, finding.path, name, finding.detail, finding.task)
    yield from _standing_doubts(document, record, fitted)
    return reread


def _compared(
    document: Document, record: dict[str, Any], fitted: Fitted, found: FoundSource | None, said: set[Path]
) -> Generator[Diagnostic, None, Reread | None]:
    """Findings of the comparison with the source, at its spans and then with what the whole of it says.

    ``said`` are the paths that have a finding already.
    """
    if found is None:
        yield _at(document, ("source", "name"), "source-not-found", record["source"]["name"])
        return None
    if found.text is None:
        yield _at(document, ("source", "sha256"), "source-changed", found.path.name)
        return None
    for path, detail in moved(record, fitted, found.text):
        said.add(path)
        yield _at(document, path, "does-not-reslice", f"{dotted(path)}: {detail}", _task(record, path))
    known = document.value["notice"].keys() if is_of_rows(document.value) else None
    readings = (
        compare(record, fresh, found.text, fitted, said=said, known=known) for fresh in read_again(record, found.data)
    )
    reread = min(readings, key=lambda reading: len(reading.other))
    for path, detail in reread.other:
        yield _at(document, path, "differs-from-text", detail, _task(record, path))
    for detail in reread.left_out:
        yield _at(document, ("tasks",), "task-left-out", detail)
    return reread


def _ids(document: Document, record: dict[str, Any]) -> Iterator[Diagnostic]:
    known: dict[str, set[int]] = {}
    for kind in ("parts", "tasks"):
        ids: set[int] = set()
        for index, entry in enumerate(record[kind]):
            if entry["id"] in ids:
                yield _at(document, (kind, index, "id"), "duplicate-id", str(entry["id"]))
            ids.add(entry["id"])
        known[kind] = ids
    for kind, key, target in (
        ("tasks", "part", "parts"),
        ("diagnostics", "task", "tasks"),
        ("segments", "task", "tasks"),
        ("segments", "part", "parts"),
    ):
        for index, entry in enumerate(record[kind]):
            if entry[key] is not None and entry[key] not in known[target]:
                yield _at(document, (kind, index, key), "unknown-id", f"{key} {entry[key]}")


def _standing_doubts(document: Document, record: dict[str, Any], fitted: Fitted) -> Iterator[Diagnostic]:
    """Doubts about the parse that the file still lists: deleting the entry, or correcting the task, settles one."""
    settled = {task["id"] for index, task in enumerate(record["tasks"]) if fitted.is_corrected(("tasks", index))}
    for index, entry in enumerate(record["diagnostics"]):
        path: Path = ("diagnostics", index)
        if entry["name"] in CHECKS or entry["task"] in settled or fitted.is_corrected(path):
            continue
        place = document.locate(path)
        yield {**entry, "line": place.line, "column": place.column, "span": None}


def _at(document: Document, path: Path, rule: str, detail: str, task: int | None = None) -> Diagnostic:
    place = document.locate(path)
    return located(rule, detail, line=place.line, column=place.column, task=task)


def _task(record: dict[str, Any], path: Path) -> int | None:
    return record["tasks"][path[1]]["id"] if path[0] == "tasks" and len(path) > 1 else None


def _once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    seen: set[tuple[Any, ...]] = set()
    kept: list[Diagnostic] = []
    for entry in found:
        key = (entry["line"], entry["column"], entry["code"], entry["message"])
        if key not in seen:
            seen.add(key)
            kept.append(entry)
    return kept
