"""NP501 record-syntax: a record file that is no valid YAML or JSON.

The file cannot be read as what its suffix says. Tags (``!!python/…``) and other special YAML are refused as
well.

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
    - {id: 1, key: t1, part: 1, kind: task, number: '1', content: [修缮北桥,
       span: {start: 0, end: 9, line: 1, end_line: 1}}
    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
    coverage: {characters: 20, accounted: 20, unaccounted: []}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP501"
NAME = "record-syntax"
SEVERITY: Severity = "error"
HINT = "Correct the line; quote text that holds `: ` or begins with a sign such as `@` or `[`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("this is not valid in the file's format", detail)
