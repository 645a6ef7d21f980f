"""Letters, figures and signs that a forum scatters at the edges of paragraphs against copying: …主体工程1 @! _2 C* M0 C% r+ U' q."""

from __future__ import annotations

from collections.abc import Iterator

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText

_RUN = r"[!-~]{1,2}(?: [!-~]{1,2}){4,30}"
_BEHIND = lazy_pattern(rf"(?<=[）)。；！”》])[ ]?{_RUN} ?$|(?<={CHINESE})(?!\)){_RUN} ?$")
_BEFORE = lazy_pattern(rf"[ ]?{_RUN} ?(?=[“《（]|{CHINESE})")
#: What only such runs are made of: a letter and a figure or sign.
_PAIR = lazy_pattern(r"(?<![!-~])(?:[A-Za-z][^\sA-Za-z]|[^\sA-Za-z|][A-Za-z])(?![!-~])")
_FEWEST, _FEWEST_PAIRS, _REACH = 2, 2, 96


def strip_scrawl(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop such runs, where several lines of the text have one."""
    del doubts
    found = list(_runs(text.text)) if _PAIR.search(text.text) is not None else []
    return text.edit(found) if len(found) >= _FEWEST else text


def _runs(text: str) -> Iterator[Edit]:
    at = 0
    for line in text.split("\n"):
        for run in (_BEFORE.match(line), _BEHIND.search(line, max(0, len(line) - _REACH))):
            if run is not None and len(_PAIR.findall(run[0])) >= _FEWEST_PAIRS:
                yield at + run.start(), at + run.end(), ""
        at += len(line) + 1
