"""A small record with its source, for the tests of ``check``."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

SOURCE = "1 | 修缮北桥 | 市交通局 | 2030年5月底前 |\n2 | 清理河道 | 市水利局 | 2030年6月底前 |\n"


def span(text: str) -> dict[str, int]:
    """The span of a text that stands once in the source."""
    start = SOURCE.index(text)
    line = SOURCE.count("\n", 0, start) + 1
    return {"start": start, "end": start + len(text), "line": line, "end_line": line}


def task(number: int, content: str, unit: str, text: str, due: str) -> dict[str, Any]:
    """One task of the table."""
    deadline = {"text": text, "kind": "by", "due": due, "span": span(text)}
    return {
        "id": number,
        "key": f"t{number}",
        "part": 1,
        "kind": "task",
        "number": str(number),
        "content": content,
        "units": [{"name": unit, "role": "responsible", "span": span(unit)}],
        "deadlines": [deadline],
        "span": span(SOURCE.splitlines()[number - 1]),
    }


RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "generator": {"name": "notice-parse", "version": "0.1.0", "options": {"script": "simplified"}},
    "source": {
        "name": "bridges.txt",
        "sha256": hashlib.sha256(SOURCE.encode()).hexdigest(),
        "encoding": "utf-8",
        "script": "simplified",
        "characters": len(SOURCE),
    },
    "notice": {
        "key": "云溪府办〔2030〕7号",
        "title": "关于印发2030年重点工作分工方案的通知",
        "document_number": "云溪府办〔2030〕7号",
        "issuer": "云溪市人民政府办公室",
        "issuers": ["云溪市人民政府办公室"],
        "issued_on": "2030-03-02",
    },
    "parts": [{"id": 1, "kind": "table", "layout": "pipe_table", "span": {**span(SOURCE), "end_line": 2}}],
    "tasks": [
        task(1, "修缮北桥", "市交通局", "2030年5月底前", "2030-05-31"),
        task(2, "清理河道", "市水利局", "2030年6月底前", "2030-06-30"),
    ],
    "coverage": {"characters": 60, "accounted": 60},
}


def record(change: Callable[[dict[str, Any]], Any] | None = None) -> dict[str, Any]:
    """A fresh record, changed by ``change``."""
    fresh = copy.deepcopy(RECORD)
    if change is not None:
        change(fresh)
    return fresh


def write_yaml(folder: Path, value: Any, name: str = "bridges.yaml") -> Path:
    """The record as a YAML file beside its source."""
    (folder / "bridges.txt").write_bytes(SOURCE.encode())
    file = folder / name
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def write_json(folder: Path, value: Any, name: str = "bridges.json") -> Path:
    """The record as a JSON file beside its source."""
    (folder / "bridges.txt").write_bytes(SOURCE.encode())
    file = folder / name
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
    return file
