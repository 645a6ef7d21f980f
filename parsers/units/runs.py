"""Role words in running text: where 按职责分工分别牵头, 负责落实 or （配合） close a list of units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .grammar import is_department
from .model import Role
from .roles import alternatives, decide_role, role_words_in
from .words import CLAUSE_WORDS, CLOSING_WORDS, DUTY, MANNERS, ROLE_WORDS, TAIL_WORDS

_NO_VERB = r"(?!单位|部门|科室|处室|机关|机构|领导|人(?!大)|方|制|度|同志|企业|责任|公[室厅])"
_ANY_WORD = re.compile(
    alternatives(CLAUSE_WORDS, CLOSING_WORDS, ("分工", "分别", "共同", "职责", "各司其职", "各负其责", "责任"))
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of role words; ``role`` is None for a mere manner (按职责分工)."""

    start: int
    end: int
    role: Role | None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    manner = rf"(?:{DUTY}|{alternatives(MANNERS)})"
    word = alternatives(CLAUSE_WORDS, CLOSING_WORDS)
    tail = alternatives(CLAUSE_WORDS, CLOSING_WORDS, TAIL_WORDS)
    return re.compile(
        rf"{manner}{{0,4}}(?:"
        rf"(?:{alternatives(CLAUSE_WORDS)}){_NO_VERB}(?:(?:{tail}){_NO_VERB}){{0,6}}"  # anywhere
        rf"|(?:{word})(?:{tail}){{0,6}}(?=$|[\s、\ue000])"  # words that names hold too: at the end only
        r")"
        rf"|(?:为|是|作为)(?:第一|主要)?(?:{alternatives(tuple(ROLE_WORDS))}){{1,2}}(?:单位|部门|主体|科室|处室)"
        rf"|(?:{DUTY}|分别|共同|各司其职|各负其责|分工)(?:{DUTY}|分别|共同|各司其职|各负其责)?(?=$|[\s\ue000])"
    )


def holds_role_words(masked: str, start: int, end: int) -> bool:
    """Cheap test: most fragments have no role word and no manner at all."""
    return _ANY_WORD.search(masked, start, end) is not None


def find_runs(masked: str, start: int, end: int) -> list[Run]:
    """The runs of role words in a fragment, in order."""
    runs: list[Run] = []
    for found in _pattern().finditer(masked, start, end):
        first = found.start() + _held_by_name(masked, start, found)
        last = found.end()
        while last > first and masked[last - 1] in "和并与、" and masked[last - 2] != "参":
            last -= 1
        if last > first:
            words = role_words_in(masked[first:last])
            runs.append(Run(first, last, decide_role(words) if words else None))
    return runs


def _held_by_name(masked: str, start: int, found: re.Match[str]) -> int:
    """How many characters at the head of a run end a name instead: 市经协办 holds no role word."""
    if not found.group().startswith("协办"):
        return 0
    before = max(masked.rfind(sep, start, found.start()) for sep in "、， \n和及与由") + 1
    return 2 if is_department(masked[max(before, start) : found.start() + 2]) else 0
