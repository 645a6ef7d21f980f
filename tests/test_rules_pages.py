"""The manual page of every rule: its PASS example does not raise it, its FAIL example does."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from notice_parse.checks.notices import span_mismatches
from notice_parse.checks.records import check_records
from notice_parse.checks.run import Choices, check_bytes
from notice_parse.checks.schema import fit
from notice_parse.rules import RULES, SourceDoubt, check_record, diagnose, every_rule, load
from notice_parse.rules.registry import CHECKS
from notice_parse.writers import chinese

EXAMPLE = re.compile(r"^(PASS|FAIL)(?: \(([^)]+)\))?::\n\n((?:    .*\n|\n)+)", re.MULTILINE)
SPAN = {"start": 0, "end": 0, "line": 1, "end_line": 1}
BASE: dict[str, Any] = {
    "schema_version": "1.0",
    "generator": {"name": "notice-parse", "version": "0", "options": {}},
    "source": {"name": "a.txt", "sha256": "", "encoding": "utf-8", "script": "simplified", "characters": 99},
    "notice": {"key": "k"},
    "coverage": {"characters": 0, "accounted": 0, "unaccounted": []},
}
SOURCE = "source: {name: bridge.txt"
SECOND_TASK = """\
- {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
   span: {start: 10, end: 20, line: 2, end_line: 2}}"""
RECORD_FILE = f"""\
schema_version: '1.0'
generator: {{name: notice-parse, version: 0.1.0, options: {{}}}}
{SOURCE}, path: null, url: null, media_type: text/plain, sha256: '0', encoding: utf-8,
         script: simplified, characters: 20}}
notice: {{key: k1, title: 关于修桥的通知}}
parts:
- {{id: 1, kind: table, title: null, layout: pipe_table, span: {{start: 0, end: 20, line: 1, end_line: 2}}}}
tasks:
- {{id: 1, key: t1, part: 1, kind: task, number: '1', content: 修缮北桥,
   span: {{start: 0, end: 9, line: 1, end_line: 1}}}}
{SECOND_TASK}
coverage: {{characters: 20, accounted: 20, unaccounted: []}}
"""
TASK = {"key": "t", "part": 1, "kind": "task", "span": SPAN}


def examples(page: str) -> dict[str, tuple[str, str]]:
    """Kind and text of the PASS and the FAIL example of a manual page."""
    return {
        match[1]: (match[2] or "text", textwrap.dedent(match[3]).strip("\n")) for match in EXAMPLE.finditer(page + "\n")
    }


def record_of(fragment: dict[str, Any]) -> dict[str, Any]:
    """A whole record in contract form from the few keys that an example writes."""
    value = {**BASE}
    for key in ("source", "notice", "coverage"):
        value[key] = {**BASE[key], **fragment.get(key, {})} if not isinstance(fragment.get(key), str) else BASE[key]
    value["parts"] = fragment.get("parts", [])
    value["tasks"] = [{**TASK, **task} for task in fragment.get("tasks", [])]
    fitted = fit(value)
    assert fitted.record is not None, fitted.misfits
    return fitted.record


def from_text(text: str, _folder: Path) -> set[str]:
    from notice_parse import parse_text

    return {entry.name for entry in parse_text(text).diagnostics}


def from_bytes(text: str, _folder: Path) -> set[str]:
    return names_of_bytes(re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes.fromhex(match[1].decode()), text.encode()))


def names_of_bytes(data: bytes) -> set[str]:
    from notice_parse import parse_bytes

    return {entry.name for entry in parse_bytes(data, name="example.txt").diagnostics}


def from_doubts(text: str, _folder: Path) -> set[str]:
    example = yaml.safe_load(text)
    doubts = [SourceDoubt(**doubt) for doubt in example["doubts"]]
    return {entry["name"] for entry in diagnose(record_of({}), doubts, example["source"])}


def from_check(text: str, folder: Path) -> set[str]:
    checked = check_bytes(str(folder / "a.txt"), text.encode(), Choices(min_coverage=100))
    return {entry["name"] for entry in checked.diagnostics}


def from_new_record(text: str, _folder: Path) -> set[str]:
    example = yaml.safe_load(text)
    return {entry["name"] for entry in span_mismatches(record_of(example), example["source"])}


def from_record(text: str, _folder: Path) -> set[str]:
    return {name for name, _ in check_record(record_of(yaml.safe_load(text)))}


def from_file(text: str, folder: Path) -> set[str]:
    """An example shows the second task of the file, or its source."""
    (folder / "bridge.txt").write_text("1 修缮北桥", encoding="utf-8")
    file = RECORD_FILE.replace(SECOND_TASK, text) if text.startswith("- ") else RECORD_FILE.replace(SOURCE, text[:-1])
    return {entry["name"] for entry in check_records("example.yaml", file.encode(), [folder]).diagnostics}


def from_source(text: str, folder: Path) -> set[str]:
    import hashlib

    example = yaml.safe_load(text)
    data = example["source"].encode()
    (folder / "a.txt").write_bytes(data)
    record = record_of(example)
    record["source"] |= {"sha256": example.get("sha256", hashlib.sha256(data).hexdigest())}
    found = check_records("example.yaml", yaml.safe_dump(record, allow_unicode=True).encode(), [folder])
    return {entry["name"] for entry in found.diagnostics}


def from_edited(text: str, folder: Path) -> set[str]:
    """A notice, and its record in which the objects at some paths were given other values."""
    from notice_parse import parse_text

    example = yaml.safe_load(text)
    (folder / "a.txt").write_bytes(example["source"].encode())
    record = parse_text(example["source"], name="a.txt").to_dict()
    for path, values in example["edited"].items():
        target: Any = record
        for step in re.findall(r"\w+", path):
            target = target[int(step) if step.isdigit() else step]
        target.update(values)
    found = check_records("example.yaml", yaml.safe_dump(record, allow_unicode=True).encode(), [folder])
    return {entry["name"] for entry in found.diagnostics}


READERS: dict[str, Callable[[str, Path], set[str]]] = {
    "text": from_text,
    "bytes": from_bytes,
    "UTF-8": lambda text, _: names_of_bytes(text.encode()),
    "GB18030": lambda text, _: names_of_bytes(text.encode("gb18030")),
    "doubts": from_doubts,
    "notice, --min-coverage 100": from_check,
    "record just made": from_new_record,
    "record": from_record,
    "in a record file": from_file,
    "record and source": from_source,
    "record edited by hand": from_edited,
}


@pytest.mark.parametrize("name", RULES)
def test_examples(name: str, tmp_path: Path) -> None:
    page = examples(load(name).__doc__ or "")
    assert set(page) == {"PASS", "FAIL"}
    found = {outcome: READERS[kind](text, tmp_path) for outcome, (kind, text) in page.items()}
    assert name not in found["PASS"]
    assert name in found["FAIL"]


def test_registry_and_files_agree() -> None:
    folder = Path(load("no-task").__file__ or "").parent  # pyright: ignore
    files = sorted(file.stem for file in folder.glob("np[0-9]*.py"))
    assert files == sorted(f"{code.lower()}_{name.replace('-', '_')}" for name, code in RULES.items())
    assert len(set(RULES.values())) == len(RULES)
    for name, rule in zip(RULES, every_rule(), strict=True):
        assert (name, RULES[name]) == (rule.NAME, rule.CODE)
        assert (rule.__doc__ or "").startswith(f"{rule.CODE} {rule.NAME}: ")
        assert hasattr(rule, "check") == (name in CHECKS)


def test_every_rule_of_a_notice_has_a_chinese_name() -> None:
    assert list(chinese.RULES) == [code for code in RULES.values() if code < "NP5"]


def test_every_doubt_of_the_stages_has_a_rule() -> None:
    root = Path(load("no-task").__file__ or "").parent.parent  # pyright: ignore
    doubt = re.compile(r"""\b(?:Source)?Doubt\(\s*(?:rule=)?["']([a-z-]+)["']""")
    files = [file for folder in ("normalize", "parsers") for file in (root / folder).rglob("*.py")]
    used = {name for file in files for name in doubt.findall(file.read_text(encoding="utf-8"))}
    assert used <= set(RULES), used - set(RULES)
