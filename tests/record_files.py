"""A small record with its source, for the tests of ``check``."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from notice_parse import parse_text

SOURCE = """云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

云溪府办〔2030〕7号

各区人民政府：

现将《2030年重点工作分工方案》印发给你们。

云溪市人民政府办公室

2030年3月2日

2030年重点工作分工方案

一、交通水利

序号 | 工作任务 | 牵头单位 | 完成时限 |
1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
2 | 清理河道不少于30公里 | 市水利局 | 每月底 |
"""


def span(text: str) -> dict[str, int]:
    """The span of a text that stands once in the source."""
    start = SOURCE.index(text)
    line = SOURCE.count("\n", 0, start) + 1
    return {"start": start, "end": start + len(text), "line": line, "end_line": line}


RECORD: dict[str, Any] = parse_text(SOURCE, name="bridges.txt").to_dict()


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
