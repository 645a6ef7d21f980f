"""Labels inside clauses and cells: 牵头单位： 责任单位： 完成时限： 责任领导：, read by composition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .model import Role
from .roles import alternatives, is_person_head, role_of_words
from .words import PERSON_NOUNS, ROLE_WORDS, TIME_NOUNS, UNIT_NOUNS

LabelKind = Literal["units", "persons", "time", "other"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what it announces; the range includes the colon."""

    start: int
    end: int
    kind: LabelKind
    role: Role | None
    text: str


_TIME_LABEL = re.compile(rf"(?:{alternatives(TIME_NOUNS)})(?:要求|安排|节点|计划|表|进度)?$|^(?:时限|时间|进度)")
_BARE_LABEL = re.compile(r"(?:牵头|责任|配合|承办|协办|参与|主办)\s?(?:单位|部门|科室|处室)")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = alternatives(tuple(ROLE_WORDS), UNIT_NOUNS, PERSON_NOUNS)
    return re.compile(
        # a label with its colon, of any words; or a role label of words alone before white space
        rf"(?:(?<![^，；。、,;\s\ue000])|^)(?:[^\s，；。、：:,;]{{1,6}}[ \u3000]?[^\s，；。、：:,;]{{0,10}}"
        rf"|(?:{words})[、及和/或](?:{words}){{1,4}})\s?[：:]"
        r"|(?:(?<=[，；。\s])|^)(?:牵头|责任|配合|承办|协办|参与|主办)\s?(?:单位|部门|科室|处室)"
        r"(?:为|是|[ \t\u3000\n]+(?=\S)|(?=[省市县区州各国]))"
    )


def find_labels(text: str, masked: str) -> list[Label]:
    """The labels of a text, in order. A unit before a colon (市教育局：…) is none."""
    if "：" not in masked and ":" not in masked and not _BARE_LABEL.search(masked):
        return []
    labels: list[Label] = []
    for found in _pattern().finditer(masked):
        label = _read_label(text, found.start(), found.end())
        if label:
            labels.append(label)
    return labels


def _read_label(text: str, start: int, end: int) -> Label | None:
    printed = text[start:end].rstrip("：:为是 \t\n\u3000")
    plain = _SPACE.sub("", printed)
    start, plain = _without_unit_before(text, start, end, plain)
    role = role_of_words(plain)
    if role is not None:
        return Label(start, end, "units", role, plain)
    if is_person_head(plain):
        return Label(start, end, "persons", None, plain)
    if _TIME_LABEL.search(plain):
        return Label(start, end, "time", None, plain)
    return Label(start, end, "other", None, plain)


def _without_unit_before(text: str, start: int, end: int, plain: str) -> tuple[int, str]:
    """``市教育局 责任单位：``: what stands before the inner space belongs to the list before."""
    inner = text[start:end].rstrip("：: ")
    for gap in (" ", "\u3000"):
        head, sep, tail = inner.rpartition(gap)
        if (sep and role_of_words(plain) is None) or (sep and role_of_words(tail) is not None and len(head) > 2):
            return start + len(head) + len(sep), tail
    return start, plain
