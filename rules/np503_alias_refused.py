"""NP503 alias-refused: a YAML anchor or alias.

Records are plain data: ``&name`` and ``*name`` are refused, because a small file could stand for a huge one,
and because a change in one place would change another.

PASS (record file)::

    schema_version: '1.0'
    generator: {name: notice-parse, version: 0.1.0, options: {}}
    source: {name: bridge.txt, path: null, url: null, media_type: text/plain, sha256: '0', encoding: utf-8,
             script: simplified, characters: 20}
    notice: {key: k1, title: 关于修桥的通知}
    parts:
    - {id: 1, kind: table, title: null, layout: pipe_table, span: {start: 0, end: 20, line: 1, end_line: 2}}
    tasks:
    - {id: 1, key: t1, part: 1, kind: task, number: '1', content: 修缮北桥,
       span: {start: 0, end: 9, line: 1, end_line: 1}}
    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
    coverage: {characters: 20, accounted: 20, unaccounted: []}

FAIL (record file)::

    schema_version: '1.0'
    generator: {name: notice-parse, version: 0.1.0, options: {}}
    source: {name: bridge.txt, path: null, url: null, media_type: text/plain, sha256: '0', encoding: utf-8,
             script: simplified, characters: 20}
    notice: {key: k1, title: 关于修桥的通知}
    parts:
    - {id: 1, kind: table, title: null, layout: pipe_table, span: {start: 0, end: 20, line: 1, end_line: 2}}
    tasks:
    - {id: 1, key: t1, part: 1, kind: task, number: '1', content: 修缮北桥,
       span: {start: 0, end: 9, line: 1, end_line: 1}}
    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: &river 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
    coverage: {characters: 20, accounted: 20, unaccounted: []}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP503"
NAME = "alias-refused"
SEVERITY: Severity = "error"
HINT = "Write the value out."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("anchors and aliases are not read", detail)
