"""What joins those who help to the one who answers for a task: 甲会同乙, 甲会乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...normalize.lazy import CHINESE, lazy_pattern
from .grammar import Form, form_of, is_department
from .masking import plain_name

_CONNECTOR = lazy_pattern(
    r"会同|会商(?=[省市县区州国财])|(?:联合|协同|协作)(?=[省市县区州各])|(?<=[局厅部办所站队])会(?=[省市县区州镇乡各])|(?<=[局厅部办委])商(?=[省市县区州国财][^、，；]{1,10}[局厅部办委])|"
    rf"(?P<bare>(?<=[局厅部办处科股室所站队心院校司行联委会])会(?!计(?![财生划量])|[议展务员诊审商籍同场客费标徽签晤谈见合长])(?={CHINESE}))"
)
#: The names on both sides of 会; so many characters tell of the left one.
_LEFT, _RIGHT = lazy_pattern(r"[^、，；/\s]+$"), lazy_pattern(r"[^、，；/\s]+")
_REACH = 24


def find_connectors(masked: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The connectors of a list, in order."""
    for found in _CONNECTOR.finditer(masked, start, end):
        if not found["bare"] or _joins_names(masked, start, found, end):
            yield found


def _joins_names(masked: str, start: int, bare: re.Match[str], end: int) -> bool:
    """Whether 会 stands between two names, each whole in itself (总务科会保卫科), rather than inside one (管委会办公室)."""
    left = _LEFT.search(masked, max(start, bare.start() - _REACH), bare.start())
    right = _RIGHT.match(masked, bare.end(), end)
    if left is None or right is None:
        return False
    before, behind = plain_name(masked, *left.span()), plain_name(masked, *right.span())
    whole = is_department(before) if before.endswith("委") else form_of(before) >= Form.ORGAN
    return whole and len(before) > 1 and len(behind) > 1 and form_of(behind) >= Form.COLLECTIVE
