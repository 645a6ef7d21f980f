"""JSON, JSON Lines and multi-document YAML: one notice, several, and one task a record."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
import yaml
from made_notice import notice, task
from notice_parse.schemas.models import ParsedNotice
from notice_parse.writers.base import Target, WriterOptions
from notice_parse.writers.registry import FORMATS, format_of, writer

NOTICES = [notice(task(1, "修桥。\u2028"), task(2)), notice(task(1), key="云溪办发〔2031〕8号")]


def written(name: str, notices: list[ParsedNotice], **options: Any) -> str:
    output = writer(name, WriterOptions(**options))
    stream = io.BytesIO()
    output.open(Target(stream=stream))
    for one in notices:
        output.write(output.encode(one.to_dict()))
    output.close()
    return stream.getvalue().decode()


def values(notices: list[ParsedNotice]) -> list[Any]:
    return [json.loads(one.model_dump_json()) for one in notices]


def test_json_of_one_is_an_object() -> None:
    text = written("json", NOTICES[:1])
    assert json.loads(text) == values(NOTICES)[0]
    assert text.endswith("}\n")
    assert "修桥" in text


def test_json_of_several_is_an_array_even_of_one_or_none() -> None:
    assert json.loads(written("json", NOTICES, several=True)) == values(NOTICES)
    assert json.loads(written("json", NOTICES[:1], several=True)) == values(NOTICES)[:1]
    assert written("json", [], several=True) == "[]\n"


def test_yaml_of_several_is_documents() -> None:
    text = written("yaml", NOTICES, several=True)
    assert list(yaml.safe_load_all(text)) == values(NOTICES)


def test_json_lines_is_a_notice_a_line() -> None:
    lines = written("jsonl", NOTICES, several=True).removesuffix("\n").split("\n")
    assert [json.loads(line) for line in lines] == values(NOTICES)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_records_carry_the_notice(name: str) -> None:
    text = written(name, NOTICES, records=True)
    records = json.loads(text) if name == "json" else [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    assert [(record["notice_key"], record["id"]) for record in records] == [
        ("云溪办发〔2031〕7号", 1),
        ("云溪办发〔2031〕7号", 2),
        ("云溪办发〔2031〕8号", 1),
    ]
    plain = values(NOTICES)[0]["tasks"][0]
    assert {key: records[0][key] for key in plain} == plain
    assert records[0]["issuer"] == "云溪县人民政府办公室"


def test_a_format_is_known_by_its_suffix() -> None:
    from pathlib import PurePath

    for name, kind in FORMATS.items():
        assert format_of(PurePath(f"out{kind.suffix.upper()}")) == name
    assert format_of(PurePath("out.yml")) == "yaml"
    assert format_of(PurePath("out")) is None
