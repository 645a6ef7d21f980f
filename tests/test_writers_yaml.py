"""YAML and JSON hold the same values, whatever the text."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_notice import deadline, notice, task, unit
from notice_parse.schemas import yaml_dump
from notice_parse.schemas.yaml_dump import dump_yaml

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
"""Any text that UTF-8 can hold: control characters, noncharacters, private use, beyond the BMP."""

AMBIGUOUS = [
    "yes",
    "No",
    "y",
    "n",
    "ON",
    "off",
    "true",
    "null",
    "~",
    "=",
    "<<",
    "1_000",
    "0x1f",
    "0o17",
    "017",
    "1e3",
    "1.5",
    ".inf",
    "-.NaN",
    "12:30:45",
    "2031-02-03",
    "2031-02-03T10:00:00Z",
    "-",
    "--",
    "---",
    "...",
    "?",
    ":",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "'",
    '"',
]
AWKWARD = [
    *AMBIGUOUS,
    *["", " ", "  前", "后 ", "\t", "a\tb", "末尾\n", "\n", "一\n\n二", "一\r\n二", "- 项", "键: 值", "甲 #乙"],
    *["\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\ufffd"],
    *[
        "𠮷野家",
        "😀",
        "\ue000𠮷\ue001",
        "\U0010ffff",
        "\uf8ff",
        "---\n",
        "... 文",
        "--- 文",
        "'",
        '"',
        "\\n",
        "%YAML 1.1",
    ],
]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def read_back(values: dict[str, object]) -> object:
    return yaml.safe_load(dump_yaml(values))


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_survives(text: str) -> None:
    values = {"a": text, "b": [text, {"c": text}], "tasks": [{"content": text, "units": [{"name": text}]}]}
    assert read_back(values) == values


@given(st.dictionaries(st.sampled_from(["a", "source", "tasks", "b c"]) | TEXT, VALUES, max_size=5))
@example({"a": 1e16, "b": 5e-324, "c": -0.0, "d": 4.0, "e": 4, "f": True, "g": 1})
@example({"tasks": [1, {"a": []}], "b": [{}, []]})
@settings(deadline=None, max_examples=300)
def test_any_values_survive(values: dict[str, object]) -> None:
    loaded = read_back(values)
    assert loaded == values
    assert repr(loaded) == repr(values)  # 1, 1.0 and True are equal to Python, not to a reader of YAML


@given(TEXT, TEXT, TEXT)
@settings(deadline=None, max_examples=100)
def test_notice_in_yaml_is_the_notice_in_json(content: str, name: str, head: str) -> None:
    parsed = notice(
        task(1, content, units=[unit(name)], fields=[{"head": head, "text": content, "span": span_of_nothing()}])
    )
    assert yaml.safe_load(parsed.to_yaml()) == json.loads(parsed.to_json())


def span_of_nothing() -> dict[str, int]:
    return {"start": 0, "end": 0, "line": 1, "end_line": 1}


def test_python_emitter_holds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml."""
    values = {"tasks": [{"content": text} for text in AWKWARD]}
    monkeypatch.delattr(yaml_dump.yaml, "CSafeDumper")
    assert read_back(values) == values


def test_more_rare_characters_than_stand_ins() -> None:
    text = "".join(map(chr, range(0x20000, 0x20000 + 7000))) + "\ue000"
    assert read_back({"a": text}) == {"a": text}


def test_chinese_stands_as_is_and_nothing_is_folded() -> None:
    content = "修订《河道管护办法》，" * 200 + "𠮷"
    text = notice(task(1, content)).to_yaml()
    assert f"  content: {content}\n" in text


def test_layout_follows_the_contract() -> None:
    parsed = notice(task(1, number="12", units=[unit("县水利局")], deadlines=[deadline("6月底前", "2031-06-30")]))
    text = parsed.to_yaml()
    assert text.startswith("schema_version: '1.0'\ngenerator: {name: notice-parse, ")
    assert "\n  issued_on: '2031-02-03'\n" in text
    assert "\n  number: '12'\n" in text
    assert "\n  - {name: 县水利局, role: lead, inherited: false, span: {start: 10, " in text
    assert "text: 6月底前, kind: by, start: null, due: '2031-06-30'," in text
    assert list(yaml.safe_load(text)) == list(json.loads(parsed.to_json()))
