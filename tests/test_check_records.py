"""Record files: what a hand may do, what it may not, and where a finding is said to be."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import record_files as files
from notice_parse import parse_text
from notice_parse.checks.records import check_records
from notice_parse.writers.records import notice_fields
from record_files import record, write_json, write_yaml

Change = Callable[[dict[str, Any]], Any]


def found(file: Path, *roots: Path) -> list[tuple[str, int, int]]:
    """Name, line and column of the findings in a record file."""
    checked = check_records(str(file), file.read_bytes(), [file.parent, *roots])
    return [(entry["name"], entry["line"], entry["column"]) for entry in checked.diagnostics]


def names(file: Path, *roots: Path) -> list[str]:
    return [name for name, _, _ in found(file, *roots)]


@pytest.mark.parametrize("write", [write_yaml, write_json])
def test_a_record_as_written_is_clean(tmp_path: Path, write: Callable[..., Path]) -> None:
    assert found(write(tmp_path, record())) == []


def test_many_records_in_one_file(tmp_path: Path) -> None:
    assert found(write_json(tmp_path, [record(), record()])) == []
    lines = "".join(json.dumps(record(), ensure_ascii=False) + "\n" for _ in range(3))
    (tmp_path / "all.jsonl").write_text(lines + "\n", encoding="utf-8")
    assert found(tmp_path / "all.jsonl") == []
    text = write_yaml(tmp_path, record()).read_text(encoding="utf-8")
    (tmp_path / "all.yaml").write_text(f"---\n{text}---\n{text}", encoding="utf-8")
    assert found(tmp_path / "all.yaml") == []


HAND_WORK: dict[str, Change] = {
    "own keys": lambda r: (r.update(x_by="me"), r["tasks"][0]["units"][0].update(x_seen={"a": [1]})),
    "a corrected unit": lambda r: r["tasks"][0]["units"][0].update(name="市水务局", corrected=True),
    "a corrected task": lambda r: r["tasks"][0].update(content="别的", corrected=True),
    "inside a corrected task": lambda r: (
        r["tasks"][0].update(corrected=True),
        r["tasks"][0]["deadlines"][0].update(text="年底前"),
    ),
    "tidied punctuation": lambda r: r["tasks"][0].update(content="修缮 北桥。"),
    "not corrected after all": lambda r: r["tasks"][0].update(corrected=False),
    "a date set right": (lambda r: deadline(r, 0).update(due="2030-06-30", corrected=True)),
    "a document number set right": (lambda r: r["notice"].update(document_number="云府〔2030〕9号", corrected=True)),
    "a task of one's own": lambda r: r["tasks"].append(
        {**copy.deepcopy(r["tasks"][0]), "id": 3, "number": "3", "corrected": True}
    ),
    "a span made up for a corrected unit": lambda r: r["tasks"][0]["units"].append(
        {"name": "市财政局", "role": "support", "corrected": True, "span": {**files.span("市交通局"), "end": 10**6}}
    ),
}


@pytest.mark.parametrize("change", HAND_WORK.values(), ids=HAND_WORK)
def test_hand_work_is_welcome(tmp_path: Path, change: Change) -> None:
    assert found(write_yaml(tmp_path, record(change))) == []


MISTAKES: dict[str, tuple[Change, str]] = {
    "role": (lambda r: r["tasks"][0]["units"][0].update(role="leader"), "schema-violation"),
    "unknown key": (lambda r: r["tasks"][0].update(kontent="x"), "schema-violation"),
    "missing key": (lambda r: r["tasks"][0].pop("content"), "schema-violation"),
    "wrong type": (lambda r: r["tasks"][0].update(number=3), "schema-violation"),
    "corrected is no flag": (lambda r: r["tasks"][0].update(corrected="yes"), "schema-violation"),
    "version": (lambda r: r.update(schema_version="2.0"), "schema-violation"),
    "day": (lambda r: r["tasks"][0]["deadlines"][0].update(due="2030-02-30"), "date-does-not-exist"),
    "issue day": (lambda r: r["notice"].update(issued_on="2030-13-01"), "date-does-not-exist"),
    "order": (lambda r: r["tasks"][0]["deadlines"][0].update(start="2031-01-01"), "start-after-due"),
    "before the notice": (lambda r: r["tasks"][0]["deadlines"][0].update(due="2029-05-31"), "deadline-before-notice"),
    "task id": (lambda r: r["tasks"][1].update(id=1), "duplicate-id"),
    "part id": (lambda r: r["tasks"][1].update(part=4), "unknown-id"),
    "unit": (lambda r: r["tasks"][0]["units"][0].update(name="市水利局"), "does-not-reslice"),
    "content": (lambda r: r["tasks"][0].update(content="修缮南桥"), "does-not-reslice"),
    "deadline": (lambda r: r["tasks"][0]["deadlines"][0].update(text="年底前"), "does-not-reslice"),
    "span end": (lambda r: r["tasks"][0]["span"].update(end=10**6), "span-not-in-source"),
    "span order": (lambda r: r["tasks"][0]["units"][0]["span"].update(start=200), "span-not-in-source"),
    "segments": (
        lambda r: r.update(segments=[{"label": "blank", "span": files.span("市交通局")}]),
        "does-not-reslice",
    ),
}


@pytest.mark.parametrize(("change", "name"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_found(tmp_path: Path, change: Change, name: str) -> None:
    assert name in names(write_yaml(tmp_path, record(change)))
    assert name in names(write_json(tmp_path, record(change)))


def write_lines(file: Path, rows: Sequence[Any]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def rows_of(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """What ``--records`` writes of a record."""
    return [{**notice_fields(whole), **copy.deepcopy(each)} for each in whole["tasks"]]


def deadline(record: dict[str, Any], task: int) -> dict[str, Any]:
    return record["tasks"][task]["deadlines"][0]


MEANINGS: dict[str, tuple[Change, str, str]] = {
    "due": (lambda r: deadline(r, 0).update(due="2030-06-30"), "NP511", "tasks[0].deadlines[0].due: 2030-06-30 here"),
    "no due": (lambda r: deadline(r, 0).update(due=None), "NP511", "nothing here, 2030-05-31 by the text"),
    "rrule": (lambda r: deadline(r, 1).update(rrule="FREQ=MONTHLY;BYMONTHDAY=1"), "NP511", "BYMONTHDAY=1 here"),
    "rrule is none": (lambda r: deadline(r, 1).update(rrule="monthly"), "NP513", "deadlines[0].rrule: monthly"),
    "rrule prefix": (lambda r: deadline(r, 1).update(rrule="RRULE:FREQ=DAILY"), "NP513", "RRULE:FREQ=DAILY"),
    "target value": (lambda r: r["tasks"][1]["targets"][0].update(value=300), "NP511", "targets[0].value: 300 here, 30"),
    "comparator": (lambda r: r["tasks"][1]["targets"][0].update(comparator="le"), "NP511", "comparator: le here, ge"),
    "role": (lambda r: r["tasks"][0]["units"][0].update(role="support"), "NP511", "units[0].role: support here, lead"),
    "document number": (lambda r: r["notice"].update(document_number="云府〔2030〕9号"), "NP508", "document_number"),
    "issue day": (lambda r: r["notice"].update(issued_on="2030-03-03"), "NP511", "notice.issued_on: 2030-03-03 here"),
    "heading": (lambda r: r["tasks"][0]["headings"][0].update(title="农林"), "NP511", "headings[0].title: 农林 here"),
    "one heading less": (lambda r: r["tasks"][0]["headings"].clear(), "NP511", "tasks[0].headings: 0 here, 1 by"),
    "no unit name": (lambda r: r["tasks"][0]["units"][0].update(name=""), "NP514", "tasks[0].units[0].name"),
    "a unit deleted": (lambda r: r["tasks"][0]["units"].clear(), "NP511", "tasks[0].units: the text has 市交通局 lead"),
    "a unit doubled": (lambda r: r["tasks"][0]["units"].append(copy.deepcopy(r["tasks"][0]["units"][0])), "NP511", "units[1]"),
    "last task deleted": (lambda r: r["tasks"].pop(), "NP512", "line 19: 清理河道不少于30公里"),
    "a task doubled": (lambda r: r["tasks"].append({**copy.deepcopy(r["tasks"][0]), "id": 3}), "NP511", "tasks[2]: the text has no"),
    "content cut": (lambda r: r["tasks"][1].update(content="清理河道"), "NP511", "tasks[1].content: 清理河道 here"),
    "number": (lambda r: r["tasks"][1].update(number="3"), "NP511", "tasks[1].number: 3 here, 2 by"),
    "kind": (lambda r: r["tasks"][1].update(kind="provision"), "NP511", "provision here, task by"),
    "addressees": (lambda r: r["notice"]["addressees"].append("县局"), "NP511", "各区人民政府、县局 here"),
    "coverage": (lambda r: r["coverage"].update(accounted=999), "NP511", "coverage.accounted: 999 here"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code", "message"), MEANINGS.values(), ids=MEANINGS)
def test_a_changed_meaning_is_found(tmp_path: Path, change: Change, code: str, message: str) -> None:
    file = write_yaml(tmp_path, record(change))
    found = check_records(str(file), file.read_bytes(), [tmp_path]).diagnostics
    assert code in [entry["code"] for entry in found if message in entry["message"]], found


def test_an_invented_document_number(tmp_path: Path) -> None:
    source = "一、修缮北桥。（市交通局负责）\n"
    made = parse_text(source, name="bridges.txt").to_dict()
    made["notice"]["document_number"] = "云府〔2030〕9号"
    file = write_json(tmp_path, made)
    (tmp_path / "bridges.txt").write_bytes(source.encode())
    assert "differs-from-text" in names(file)


def test_coverage_is_that_of_the_tasks_which_are_there(tmp_path: Path) -> None:
    whole = write_yaml(tmp_path, record())
    less = write_json(tmp_path, record(lambda r: r["tasks"].pop()))
    counts = [check_records(str(file), file.read_bytes(), [tmp_path]) for file in (whole, less)]
    assert [(each.characters, each.accounted) for each in counts] == [(173, 173), (173, 151)]


def test_records_of_other_options_are_read_with_them(tmp_path: Path) -> None:
    for number, options in enumerate(({"script": "traditional"}, {"raw_text": True}, {"segments": True})):
        made = parse_text(files.SOURCE, name="bridges.txt", **options).to_dict()  # pyright: ignore[reportArgumentType]
        assert found(write_yaml(tmp_path, made, f"{number}.yaml")) == []
        rows = tmp_path / f"{number}.jsonl"
        write_lines(rows, rows_of(made))
        assert found(rows) == []


def test_a_character_that_traditional_script_does_not_give_back(tmp_path: Path) -> None:
    """抬 becomes 擡, which stays: rows do not say that they are in traditional characters."""
    source = "一、严禁哄抬价格，抬高门槛。（市场监管局负责）\n"
    (tmp_path / "bridges.txt").write_bytes(source.encode())
    rows = tmp_path / "rows.jsonl"
    write_lines(rows, rows_of(parse_text(source, name="bridges.txt", script="traditional").to_dict()))
    assert not {"does-not-reslice", "differs-from-text"} & set(names(rows))


def test_what_differs_in_a_long_value_is_shown(tmp_path: Path) -> None:
    source = "重点任务分工\n一、全年完成造林3万亩，其中县城周边1200亩。（县林业局牵头，2030年5月底前完成）\n"
    (tmp_path / "trees.txt").write_bytes(source.encode())
    whole = parse_text(source, name="trees.txt").to_dict()
    whole["tasks"][0]["content"] = "全年完成造林2万亩，其中县城周边1200亩。"
    file = tmp_path / "trees.json"
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    (message,) = (
        entry["message"]
        for entry in check_records(str(file), file.read_bytes(), [tmp_path]).diagnostics
        if entry["name"] == "does-not-reslice"
    )
    assert "造林2万亩，其中 here" in message
    assert "造林3万亩，其中 in the source" in message


TOLD = {
    "role": "tasks[0].units[0].role: 'leader' should be 'lead', 'support', 'responsible' or 'guide'",
    "unknown key": "tasks[0].kontent: no key of the schema",
    "missing key": "tasks[0].content: missing",
    "wrong type": "tasks[0].number: 3 should be a valid string",
    "corrected is no flag": "tasks[0].corrected: is true or false",
}


@pytest.mark.parametrize(("mistake", "message"), TOLD.items(), ids=TOLD)
def test_a_misfit_is_told_with_its_value_and_what_is_allowed(tmp_path: Path, mistake: str, message: str) -> None:
    file = write_yaml(tmp_path, record(MISTAKES[mistake][0]))
    messages = [entry["message"] for entry in check_records(str(file), file.read_bytes(), []).diagnostics]
    assert message in messages


def test_places_are_those_of_the_record_file(tmp_path: Path) -> None:
    file = write_yaml(tmp_path, record(MISTAKES["role"][0]))
    line, text = next(
        (number, line) for number, line in enumerate(file.read_text().splitlines(), 1) if "leader" in line
    )
    assert found(file) == [("schema-violation", line, text.index("leader") + 1)]


def test_places_in_json(tmp_path: Path) -> None:
    file = write_json(tmp_path, [record(), record(MISTAKES["unit"][0])])
    ((name, line, column),) = found(file)
    assert name == "does-not-reslice"
    assert file.read_text(encoding="utf-8").splitlines()[line - 1][column - 1] == "{"
    assert "市水利局" in file.read_text(encoding="utf-8").splitlines()[line]


SYNTAX = {
    "a: [1\n": ("record-syntax", 2),
    "a: 1\nb: 2\na: 3\n": ("duplicate-key", 3),
    "a: &x 1\nb: 2\n": ("alias-refused", 1),
    "a: 1\nb: *x\n": ("alias-refused", 2),
    "a: !!python/object:os.system 1\n": ("record-syntax", 1),
    "a: \x07\n": ("record-syntax", 1),
    "[" * 5000: ("record-syntax", 1),
    "a: 2018-04-09\n": ("schema-violation", 1),
    "? [a]\n: b\n": ("record-syntax", 1),
    "a: \udc80": ("record-syntax", 1),
    "": ("schema-violation", 1),
}


@pytest.mark.parametrize("text", SYNTAX)
def test_yaml_that_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert SYNTAX[text] in [(name, line) for name, line, _ in found(file)]


JSON_SYNTAX = {
    '{"a": 1,\n "a": 2}': ("duplicate-key", 2),
    '{"a": [1,\n 2}': ("record-syntax", 2),
    '{"a": NaN}': ("record-syntax", 1),
    "[" * 100_000: ("record-syntax", 1),
    '{"a": ' + "9" * 5000 + "}": ("record-syntax", 1),
    '{"a": "\\ud800"}': ("schema-violation", 1),
    "[1, null]": ("schema-violation", 1),
}


@pytest.mark.parametrize("text", JSON_SYNTAX, ids=[*"abcdefg"])
def test_json_that_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    assert JSON_SYNTAX[text] in [(name, line) for name, line, _ in found(file)]


def test_unquoted_dates_are_explained(tmp_path: Path) -> None:
    file = write_yaml(tmp_path, record())
    file.write_text(file.read_text(encoding="utf-8").replace("'2030-03-02'", "2030-03-02"), encoding="utf-8")
    (entry,) = check_records(str(file), file.read_bytes(), [tmp_path]).diagnostics
    assert "write a date in quotes" in entry["message"]


def test_doubts_stand_until_they_are_settled(tmp_path: Path) -> None:
    doubt = {
        "code": "NP203", "name": "role-guessed", "severity": "warning", "message": "guessed", "hint": None,
        "line": 1, "column": 9, "span": files.span("市交通局"), "task": 1,
    }  # fmt: skip
    with_doubt = record(lambda r: r.update(diagnostics=[doubt]))
    assert names(write_yaml(tmp_path, with_doubt)) == ["role-guessed"]
    with_doubt["tasks"][0]["corrected"] = True
    assert names(write_yaml(tmp_path, with_doubt)) == []


# sources


def test_a_source_is_found_under_a_root_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "in/2030").mkdir(parents=True)
    (tmp_path / "in/2030/bridges.txt").write_bytes(files.SOURCE.encode())
    changed = record(MISTAKES["unit"][0])
    changed["source"]["path"] = "2030/bridges.txt"
    file = write_yaml(tmp_path / "out", changed)
    (tmp_path / "out/bridges.txt").unlink()
    assert names(file) == ["source-not-found"]
    assert names(file, tmp_path / "in") == ["does-not-reslice"]


@pytest.mark.parametrize("path", ["../secret/bridges.txt", "/etc/hostname", "link/bridges.txt", "a\0b", "."])
def test_a_source_is_never_looked_for_outside(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/bridges.txt").write_bytes(files.SOURCE.encode())
    (tmp_path / "records").mkdir()
    (tmp_path / "records/link").symlink_to(tmp_path / "secret")
    changed = record(lambda r: r["source"].update(path=path, name="gone.txt"))
    file = write_json(tmp_path / "records", changed)
    assert names(file) == ["source-not-found"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_source_that_is_no_file_is_not_opened(tmp_path: Path) -> None:
    file = write_yaml(tmp_path, record())
    (tmp_path / "bridges.txt").unlink()
    os.mkfifo(tmp_path / "bridges.txt")
    assert names(file) == ["source-not-found"]


def test_a_changed_source_is_said_once(tmp_path: Path) -> None:
    file = write_yaml(tmp_path, record(MISTAKES["unit"][0]))
    (tmp_path / "bridges.txt").write_bytes(files.SOURCE.replace("\n", "\r\n").encode())
    assert names(file) == ["source-changed"]


def test_rows_of_records_are_read_as_their_notice(tmp_path: Path) -> None:
    whole = record()
    rows = rows_of(whole)
    write_yaml(tmp_path, whole)
    file = tmp_path / "rows.jsonl"
    write_lines(file, rows)
    assert found(file) == []
    rows[1]["units"][0]["name"] = "市城管局"
    rows[1]["x_note"] = "seen"
    write_lines(file, rows)
    assert [(name, line) for name, line, _ in found(file)] == [("does-not-reslice", 2)]
    rows[1]["units"][0] |= {"name": "市水利局", "role": "support"}
    write_lines(file, rows[1:])
    assert [(name, line) for name, line, _ in found(file)] == [("numbering-gap", 1), ("differs-from-text", 1)]
