"""The JSON Schema of the output: the committed copy is current, and outputs validate against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from notice_parse import parse_path, parse_text
from notice_parse.checks.json_schema import json_schema
from notice_parse.cli.app import main

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def test_the_committed_copy_is_current() -> None:
    committed = json.loads((ROOT / "docs" / "notice-parse.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema(), "run: notice-parse schema > docs/notice-parse.schema.json"


def test_the_command_prints_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capfd.readouterr().out) == json_schema()


def test_it_is_a_2020_12_schema_in_which_every_field_is_required() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["required"]) == set(schema["properties"])


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def test_every_field_is_described() -> None:
    schema = json_schema()
    models = {"": schema, **schema["$defs"]}
    bare = [
        f"{name}.{key}"
        for name, model in models.items()
        for key, field in model.get("properties", {}).items()
        if not field.get("description")
    ]
    assert not bare


@pytest.mark.parametrize("text", ["", "\n", "序号 | 工作任务 |\n1 | 修桥 |\n"], ids=["empty", "blank", "table"])
def test_small_outputs_validate(text: str, validator: Draft202012Validator) -> None:
    validator.validate(json.loads(parse_text(text, segments=True).to_json()))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_samples_validate(sample: Path, validator: Draft202012Validator) -> None:
    validator.validate(json.loads(parse_path(sample, segments=True).to_json()))
