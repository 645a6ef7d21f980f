"""NP506 unknown-id: a reference to a task or part that is not there.

``part`` of a task, ``task`` of a diagnostic and both of a segment name a record of the same file.

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
    - {id: 2, key: t2, part: 7, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
    coverage: {characters: 20, accounted: 20, unaccounted: []}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP506"
NAME = "unknown-id"
SEVERITY: Severity = "error"
HINT = "Correct the id, or delete what points at the record that is gone."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("no task or part of this id", detail)
