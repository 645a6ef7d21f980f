"""How files of records begin."""

from __future__ import annotations

import re

HEAD = 200
"""Bytes that tell whether a file holds records."""

_KEY = rb"(?:schema_version|notice_key)"
_BEGINNINGS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:"
    rb"(?P<yaml>(?:---\s+)?(?:- )?" + _KEY + rb":)"
    rb'|(?P<jsonl>\{"' + _KEY + rb'")'
    rb'|(?P<json>[\[{]\s*(?:\{\s*)?"' + _KEY + rb'"))'
)


def record_suffix(head: bytes) -> str | None:
    """The suffix that records beginning with these bytes should have, whichever it is; None for what is no record.

    >>> record_suffix(b"schema_version: '1.0'"), record_suffix(b'{"notice_key": "x"}'), record_suffix(b"{}")
    ('.yaml', '.jsonl', None)
    """
    found = _BEGINNINGS.match(head)
    return f".{found.lastgroup}" if found else None
