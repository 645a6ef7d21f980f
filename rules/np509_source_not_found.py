"""NP509 source-not-found: the source of a record is not there.

Spans are compared with the source text when it stands beside the record file or under ``--source-root``; it is
never looked for outside. A record whose source is ``-`` came from standard input and has none.

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
    source: {name: gone.txt, path: null, url: null, media_type: text/plain, sha256: '0', encoding: utf-8,
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
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP509"
NAME = "source-not-found"
SEVERITY: Severity = "info"
HINT = "Put it beside the record file, or name its folder with --source-root."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the source is not there; spans were not compared", detail)
