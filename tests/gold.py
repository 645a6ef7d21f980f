"""Holds a record against hand-made gold, fact by fact.

Text is compared without white space, punctuation and width. A gold file leaves open what a careful reader could
leave open too: ``optional`` units, ``deadlines_optional``, ``role_ambiguous``, ``requirement_may_be_null``, and
``neutral`` paragraphs that may be provisions or nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rewrites.records import bare

Record = dict[str, Any]
TASK_FIELDS = ("content", "headings", "title", "requirement", "units", "deadlines", "kind", "inherited", "scope")
NOTICE_FIELDS = ("title", "document_number", "issuer", "issued_on", "addressees", "attachments", "deadlines")
_LABEL = re.compile(r"^\s*[（(]?[一二三四五六七八九十百\d]*[）)、.．]\s*")


def read_gold(file: Path) -> Record:
    """A gold file."""
    return json.loads(file.read_text(encoding="utf-8"))


def facts(gold: Record, record: Record) -> dict[str, str]:
    """Every fact that the gold holds, and what is wrong with it (empty: nothing). Spurious tasks are facts too."""
    result: dict[str, str] = {}
    for name in NOTICE_FIELDS:
        if name in gold["notice"]:
            result[f"notice {name}"] = _notice_fault(name, gold["notice"][name], record["notice"][name])
    pairs = align(gold["tasks"], record["tasks"])
    for index, wanted in enumerate(gold["tasks"]):
        found = record["tasks"][pairs[index]] if index in pairs else None
        result[f"task {index + 1} found"] = "" if found else f"missed: {wanted['content'][:20]}"
        for name, fault in _task_faults(wanted, found):
            result[f"task {index + 1} {name}"] = fault
    result["spurious"] = "; ".join(_spurious(gold, record, set(pairs.values())))
    return result


def align(gold: list[Record], found: list[Record]) -> dict[int, int]:
    """The best assignment of found tasks to gold tasks that keeps their order."""
    likeness = [[_likeness(one, other) for other in found] for one in gold]
    best = [[0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(found))):
            together = likeness[i][j] and likeness[i][j] + best[i + 1][j + 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(gold) and j < len(found):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(gold: Record, found: Record) -> int:
    """3: the same content; 2: the same beginning; 0: another task."""
    one, other = bare(gold["content"]), bare(found["content"])
    wholes = bare(gold["title"]) + one, bare(found["title"]) + other
    if one == other or wholes[0] == wholes[1]:
        return 3
    size = min(10, len(one))
    return 2 if size and (one[:size] == other[:size] or wholes[0][:size] == wholes[1][:size]) else 0


def _task_faults(gold: Record, found: Record | None) -> Iterator[tuple[str, str]]:
    for name in TASK_FIELDS:
        if name == "inherited" and not gold["units"]:
            continue
        if name == "scope" and not any(_scope(entry) for entry in gold["deadlines"]):
            continue
        yield name, "missed" if found is None else _fault(*_values(name, gold, found))


def _fault(wanted: Any, got: Any) -> str:
    return "" if wanted == got else f"expected {wanted}, got {got}"


def _values(name: str, gold: Record, found: Record) -> tuple[Any, Any]:
    """What a field should say and what it says, ready to be compared."""
    if name == "headings":
        wanted = [_heading(text) for text in gold["headings"][-1:]]
        got = [bare(heading["title"]) for heading in found["headings"][-1:]]
        return wanted, got if wanted else []
    if name == "content":
        whole = bare(gold["title"]) + bare(gold["content"]) == bare(found["title"]) + bare(found["content"])
        return bare(gold["content"]), bare(gold["content"]) if whole else bare(found["content"])
    if name == "title":
        return (bare(gold["title"]), bare(found["title"])) if gold["title"] else ("", "")
    if name == "requirement":
        free = gold.get("requirement_may_be_null") and not found["requirement"]
        return ("", "") if free else (bare(gold["requirement"]), bare(found["requirement"]))
    if name == "units":
        return _units(gold, found)
    if name == "deadlines":
        return _deadlines(gold, found)
    if name == "scope":
        scopes = [_scope(entry) for entry in gold["deadlines"] if _scope(entry)]
        return scopes, [scope for entry in found["deadlines"] if (scope := _scope(entry)) in scopes]
    if name == "inherited":
        return [bool(gold.get("inherited"))], sorted({unit["inherited"] for unit in found["units"]})
    return gold[name], found[name]


def _heading(heading: Any) -> str:
    text = heading["title"] if isinstance(heading, dict) else heading
    return bare(_LABEL.sub("", text))


def _units(gold: Record, found: Record) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    free = {bare(name) for name in gold.get("optional", [])}
    open_role = gold.get("role_ambiguous", False)

    def listed(units: list[Record]) -> list[tuple[str, str]]:
        pairs = [("" if open_role else unit["role"], bare(unit["name"].removesuffix("等"))) for unit in units]
        return sorted(pair for pair in pairs if pair[1] not in free)

    return listed(gold["units"]), listed(found["units"])


def _deadlines(gold: Record, found: Record) -> tuple[list[str], list[str]]:
    free = [bare(entry) for entry in gold.get("deadlines_optional", [])]

    kept = [entry for entry in found["deadlines"] if not any(text in bare(entry["text"]) for text in free)]
    return sorted(_date(entry) for entry in gold["deadlines"]), sorted(_date(entry) for entry in kept)


def _date(deadline: Record) -> str:
    dates = [deadline.get("start") or "", deadline.get("due") or "", deadline.get("rrule") or ""]
    return " ".join(dates) if any(dates) else deadline["kind"]


def _scope(deadline: Record) -> tuple[str, str] | None:
    pair = bare(deadline.get("applies_to")), bare(deadline.get("milestone"))
    return pair if any(pair) else None


def _notice_fault(name: str, wanted: Any, got: Any) -> str:
    if name == "deadlines":
        missing = {_date(entry) for entry in wanted} - {_date(entry) for entry in got}
        return f"missing {sorted(missing)}" if missing else ""
    if isinstance(wanted, list):
        titles = [entry["title"] if isinstance(entry, dict) else entry for entry in got]
        return _fault([bare(text) for text in wanted], [bare(text) for text in titles])
    return _fault(wanted, got) if name == "issued_on" else _fault(bare(wanted), bare(got))


def _spurious(gold: Record, record: Record, used: set[int]) -> Iterator[str]:
    neutral = [bare(entry["head"])[:8] for entry in gold.get("neutral", [])]
    for index, task in enumerate(record["tasks"]):
        text = bare(task["title"]) + bare(task["content"])
        harmless = not task["units"] and any(head and text.startswith(head) for head in neutral)
        if index not in used and task["kind"] == "task" and not harmless:
            yield f"task {task['id']}: {task['content'][:20]}"
