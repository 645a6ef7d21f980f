"""A notice built by hand, for tests of what comes after parsing."""

from __future__ import annotations

from typing import Any

from notice_parse.schemas.models import ParsedNotice


def span(line: int = 1) -> dict[str, int]:
    return {"start": line * 10, "end": line * 10 + 5, "line": line, "end_line": line}


def unit(name: str, role: str = "lead") -> dict[str, Any]:
    return {"name": name, "role": role, "inherited": False, "span": span()}


def deadline(text: str, due: str | None = None, **more: Any) -> dict[str, Any]:
    return {"text": text, "kind": "by", "due": due, "span": span(), **more}


def task(place: int, content: str = "新建桥梁1座，年内通车", **more: Any) -> dict[str, Any]:
    values = {"id": place, "key": f"k{place}", "part": 1, "kind": "task", "content": content, "span": span(place)}
    return values | more


def notice(*tasks: dict[str, Any], key: str = "云溪办发〔2031〕7号", **more: Any) -> ParsedNotice:
    """A valid notice that holds ``tasks``; ``more`` overrules its own fields."""
    about = {
        "key": key,
        "title": "云溪县人民政府办公室关于印发重点任务分解表的通知",
        "document_number": key,
        "issuer": "云溪县人民政府办公室",
        "issuers": ["云溪县人民政府办公室"],
        "issued_on": "2031-02-03",
    }
    values: dict[str, Any] = {
        "generator": {"version": "0.1.0", "options": {"script": "simplified"}},
        "source": {
            "name": "a.txt",
            "sha256": "0" * 64,
            "encoding": "utf-8",
            "script": "simplified",
            "characters": 100,
        },
        "notice": about | more.pop("notice", {}),
        "parts": [{"id": 1, "kind": "table", "layout": "pipe_table", "span": span()}],
        "tasks": list(tasks),
        "coverage": {"characters": 90, "accounted": 90},
    }
    return ParsedNotice.model_validate(values | more)
