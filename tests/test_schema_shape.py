"""The plain core schema says what the models say, and JSON of plain values is that of the models."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_notice import deadline, notice, span, task, unit
from notice_parse import parse_path
from notice_parse.schemas.json_dump import dump_json
from notice_parse.schemas.models import ParsedNotice
from notice_parse.schemas.shape import checked
from pydantic import ValidationError

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))

STRANGE = [None, True, 0, 1, -1, 2.5, "", "text", "2031-06-30", "2031-6-30", "NP301", "by", "lead", "info", "1.0"]
STRANGE += ["ge", "task", "table", "pipe_table", "title", "mixed", [], {}, ["text"], [1], {"text": 1}, {"text": 1.5}]


def full() -> dict[str, Any]:
    """A record in which every list has an item and every field a value."""
    references = [{"title": "关于修桥的意见", "document_number": "云办〔2031〕1号", "span": span()}]
    deadlines = [deadline("6月底前", "2031-06-30")]
    record = notice(
        task(
            1,
            headings=[{"label": "一", "title": "交通"}],
            units=[unit("县水利局")],
            persons=[{"name": "云一", "span": span()}],
            deadlines=deadlines,
            targets=[{"text": "20个", "comparator": "ge", "value": 20, "high": 2.5, "unit": "个", "span": span()}],
            references=references,
            fields=[{"head": "备注", "text": "续建", "span": span()}],
        ),
        parts=[{"id": 1, "kind": "table", "title": None, "layout": "pipe_table", "span": span()}],
        diagnostics=[
            {"code": "NP301", "name": "y", "severity": "info", "message": "a", "line": 1, "column": 1, "span": span()}
        ],
        segments=[{"label": "title", "span": span(), "task": 1, "part": 1}],
    ).to_dict()
    record["notice"] |= {"deadlines": deadlines, "references": references, "issuers": ["县政府"]}
    record["notice"] |= {"addressees": ["各镇"], "attachments": [{"title": "表", "number": 1}]}
    record["notice"]["spans"]["title"] = span()
    record["coverage"]["unaccounted"] = [span()]
    return ParsedNotice.model_validate(record).to_dict()


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all values of a record."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def fits_models(record: dict[str, Any]) -> bool:
    try:
        ParsedNotice.model_validate(record)
    except ValidationError:
        return False
    return True


def fits_shape(record: dict[str, Any]) -> bool:
    try:
        checked(record)
    except ValidationError:
        return False
    return True


def changed(record: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    copied = copy.deepcopy(record)
    holder: Any = copied
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return copied


def test_the_shape_accepts_what_the_models_accept() -> None:
    record = full()
    assert fits_shape(record)
    for path in places(record):
        for value in STRANGE:
            attempt = changed(record, path, value)
            # The models fill in what is missing, the shape wants a whole record.
            if not isinstance(value, dict) or value:
                assert fits_shape(attempt) == fits_models(attempt), (path, value)


def test_the_shape_wants_every_field_and_no_other() -> None:
    record = full()
    for path in places(record):
        holder: Any = record
        for key in path:
            holder = holder[key]
        if isinstance(holder, dict) and path != ("generator", "options"):
            for key in holder:
                assert not fits_shape(changed(record, path, {k: v for k, v in holder.items() if k != key})), (path, key)
            assert not fits_shape(changed(record, path, {**holder, "more": 1})), path


def test_a_misfit_is_named() -> None:
    record = full()
    record["tasks"][0]["units"][0]["role"] = "chief"
    with pytest.raises(ValidationError, match=r"tasks\.0\.units\.0\.role"):
        checked(record)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_json_of_plain_values_is_the_models_json(sample: Path) -> None:
    parsed = parse_path(sample, segments=True)
    assert dump_json(parsed.to_dict()) == parsed.to_json()
    assert dump_json(parsed.to_dict(), indent=None) == parsed.to_json(indent=None)


def test_json_of_odd_values() -> None:
    value = {"a": [], "b": {}, "c": ['"\\\u2028\x01\n\x7f😀'], "d": [True, False, None, -1, 0.5, [[1]]]}
    assert dump_json(value) == json.dumps(value, ensure_ascii=False, indent=2)
