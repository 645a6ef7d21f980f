"""Who does it between the name of a group, or of a task, and what it is to do.

综合协调组：由县应急局牵头，县气象局参加。负责…, 抢险组（县水利局牵头）：负责…, 宣传组：县委宣传部牵头，负责…
"""

from __future__ import annotations

from collections.abc import Iterator

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives
from ..units import unit_likeness
from ..units.words import CLAUSE_WORDS
from .heads import read_head
from .spoken import Clause, whole_clause

_NAME = lazy_pattern(r"[^，。；：！（）“”《》]{2,20}(?:：|（(?=[^（）]{4,120}）[：。，]?))")
#: What the duties behind it begin with, and what may stand above them.
_DUTIES = lazy_pattern(r"(?:负责|主要负责|具体负责|承担|组织|统筹|做好|开展|协调|落实)")
_LABEL = lazy_pattern(r"(?:主要|工作|具体)?(?:职责|任务)(?:是|为)?[：:]?(?=.)")
_TOLD = lazy_pattern(lambda: alternatives(CLAUSE_WORDS))
_LONGEST, _SURE = 170, 0.9
#: How the names of teams end (抢险组, 工作专班), which who leads them makes up.
_TEAM_ENDS = "组班"


def named_clause(text: str) -> Clause | None:
    """The clause right behind the name that ``text`` begins with, where what is to be done follows; None for any other."""
    name = _NAME.match(text)
    if name is None or _TOLD.search(text, name.end(), name.end() + _LONGEST) is None:
        return None
    bracketed = text[name.end() - 1] == "（"
    head = read_head(text[: name.end() - 1])
    if head is not None and head.kind != "group":
        return None  # 责任分工：由甲牵头，负责…
    if not bracketed and (closing := _closing(text, name.end())) is not None:
        return closing
    for end, behind in _bracket(text, name.end()) if bracketed else _stops(text, name.end()):
        inner = name.end() + text.startswith("由", name.end())
        reading = whole_clause(text[inner:end]) if _DUTIES.match(text, behind) else None
        if reading is None or reading.units[0].role not in ("lead", "responsible"):
            continue
        if all(unit_likeness(unit.name) >= _SURE for unit in reading.units):
            return Clause(name.end() - 1, behind, inner, reading)
    return None


def is_named_clause(text: str) -> bool:
    """Whether a line is the name of a task, none of a team, and, behind the colon, who does it and no more."""
    clause = named_clause(text) if "：由" in text else None
    return clause is not None and clause.end == len(text) and text[clause.start - 1] not in _TEAM_ENDS


def _closing(text: str, start: int) -> Clause | None:
    """The clause that is all behind the name of a task: 餐饮场所检查：由县商务局负责，各乡镇配合，3月25日前完成。"""
    if not text.startswith("由", start) or "。" in text[start:-1]:
        return None
    reading = whole_clause(text[start + 1 :])
    if reading is None or any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return None
    return Clause(start - 1, len(text), start + 1, reading)


def _bracket(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the bracket ends, and where the text behind it begins."""
    end = text.find("）", start)
    behind = end + 1 + (text[end + 1 : end + 2] in ("：", "。", "，"))
    yield end, _past_label(text, behind)


def _stops(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The same of the first sentence, and of its phrases, the longest stretch first."""
    stop = text.find("。", start, start + _LONGEST)
    if stop < 0:
        return
    at = stop
    while at > start:
        yield at, _past_label(text, at + 1)
        at = text.rfind("，", start, at)


def _past_label(text: str, at: int) -> int:
    label = _LABEL.match(text, at)
    return label.end() if label is not None else at
