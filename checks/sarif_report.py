"""The SARIF 2.1.0 report (OASIS standard), as GitHub code scanning and editors read it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..rules import load
from ..rules.registry import RULES
from .report import Checked, Diagnostic, Outcome, Unreadable
from .untrusted import one_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "noticeParse/v1"


def report(outcomes: Sequence[Outcome]) -> str:
    """The whole report as JSON text with a final newline."""
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    unreadable = [outcome for outcome in outcomes if isinstance(outcome, Unreadable)]
    run: dict[str, Any] = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not unreadable,
                "toolExecutionNotifications": [_notification(outcome) for outcome in unreadable],
            }
        ],
        "artifacts": [{"location": {"uri": _uri(outcome.path)}} for outcome in checked],
        "results": [result for index, outcome in enumerate(checked) for result in _results(outcome, index)],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _driver() -> dict[str, Any]:
    return {"name": "notice-parse", "semanticVersion": __version__, "rules": [_rule(name) for name in RULES]}


def _rule(name: str) -> dict[str, Any]:
    rule = load(name)
    page = (rule.__doc__ or "").strip()
    summary, _, rest = page.partition("\n")
    short = summary.partition(": ")[2]
    return {
        "id": rule.CODE,
        "name": _pascal(rule.NAME),
        "shortDescription": {"text": short[:1].upper() + short[1:]},
        "fullDescription": {"text": " ".join(rest.partition("PASS")[0].split()) or short},
        "help": {"text": page, "markdown": f"{rule.HINT}\n\n```text\n{page}\n```"},
        "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY]},
    }


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


def _results(outcome: Checked, artifact: int) -> list[dict[str, Any]]:
    index = {code: place for place, code in enumerate(RULES.values())}
    seen: Counter[str] = Counter()
    results: list[dict[str, Any]] = []
    for entry in outcome.diagnostics:
        print_ = _fingerprint(outcome.path, entry)
        seen[print_] += 1
        results.append(
            {
                "ruleId": entry["code"],
                "ruleIndex": index[entry["code"]],
                "level": _LEVELS[entry["severity"]],
                "message": {"text": one_line(entry["message"])},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": _uri(outcome.path), "index": artifact},
                            "region": _region(entry),
                        }
                    }
                ],
                "partialFingerprints": {FINGERPRINT: f"{print_}:{seen[print_]}"},
            }
        )
    return results


def _region(entry: Diagnostic) -> dict[str, int]:
    region = {"startLine": entry["line"], "startColumn": entry["column"]}
    if entry["span"] is not None:
        region["endLine"] = max(entry["span"]["end_line"], entry["line"])
    return region


def _fingerprint(path: str, entry: Diagnostic) -> str:
    """Stable when lines or tasks are added elsewhere: made of the file, the rule and the message, not of the place."""
    text = "\0".join((PurePath(path).as_posix(), entry["code"], entry["message"]))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _notification(outcome: Unreadable) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": one_line(outcome.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(outcome.path)}}}],
    }


def _uri(path: str) -> str:
    if path == "-":
        return "stdin"
    return uri_of(PurePath(path))


def uri_of(path: PurePath) -> str:
    """The URI of a file; relative for a relative path.

    >>> from pathlib import PurePosixPath, PureWindowsPath
    >>> uri_of(PurePosixPath("/tmp/a b.txt")), uri_of(PureWindowsPath("C:/tmp/a.txt"))
    ('file:///tmp/a%20b.txt', 'file:///C:/tmp/a.txt')
    >>> uri_of(PurePosixPath("in/a:b.txt")), uri_of(PureWindowsPath("//server/share/a.txt"))
    ('in/a%3Ab.txt', 'file://server/share/a.txt')
    """
    drive = path.drive.replace("\\", "/")
    name = path.as_posix().removeprefix(drive).encode("utf-8", sys.getfilesystemencodeerrors())
    quoted = quote(name, safe="/!$&'()*+,;=@~._-")
    if not path.is_absolute():
        return quoted
    return f"file:{drive}{quoted}" if drive.startswith("//") else f"file://{'/' if drive else ''}{drive}{quoted}"
