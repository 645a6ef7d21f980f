"""Responsibility clauses inside running text: where they stand and what they close.

A clause stands in brackets of any shape at the end of a sentence (（X牵头，Y配合）, [责任单位：X]), or without
brackets behind a label at the end of a paragraph (…。责任单位：X).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .piece import Piece
from .units import UnitReading, read_clause

_BRACKET = re.compile(r"[（(\[【〔［{]|[）)\]】〕］}]")
_OPENING = "（([【〔［{"
#: Cheap rejection: without one of these nothing is a clause; bare unit lists are told by their last character.
_WORDS = re.compile(
    r"牵头|负责|责任|配合|承办|主办|协办|协助|协同|参与|参加|会办|会同|落实|实施|起草|指导|督导|督办|监督|组织|发起|单位|部门|"
    r"[局委办厅部院处科室会府队社司行]\s?[）)\]】〕］}]"
)
_INLINE = re.compile(
    r"(?:^|(?<=[。；！]))\s*(?=(?:第一|主要|具体)?(?:牵头|责任|承办|主办|配合|协办|参与|起草|实施|落实|督办|组织)"
    r"(?:责任|实施|落实|承办|配合)?(?:单位|部门|科室|处室|机关|机构|领导|人)\s?[：:])"
)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in a text: ``start`` to ``end`` with its brackets, the reading of what stands inside from ``inner``."""

    start: int
    end: int
    inner: int
    reading: UnitReading


def find_clauses(piece: Piece) -> list[Clause]:
    """The clauses of a piece of running text, in order; a clause may end with its line as with its sentence."""
    text = piece.text
    if not _WORDS.search(text):
        return []
    found = [clause for start, end in _groups(text) if (clause := _clause(piece, start, end)) is not None]
    if not found or found[-1].end < len(text):
        inline = _inline(text, found[-1].end if found else 0)
        if inline is not None:
            found.append(inline)
    return found


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Outermost bracket groups; one that is never closed runs to the end of the text."""
    depth = 0
    begin = 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in _OPENING:
            if depth == 0:
                begin = bracket.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield begin, bracket.end()
    if depth and len(text) - begin < _LONGEST:
        yield begin, len(text)


def _clause(piece: Piece, start: int, end: int) -> Clause | None:
    text = piece.text
    if end - start > _LONGEST or start == 0 and end == len(text) and end - start < 5:
        return None
    closed = text[end - 1] not in _OPENING and _BRACKET.match(text[end - 1])
    inner = text[start + 1 : end - 1 if closed else end]
    after_stop = start > 0 and text[start - 1] in "。；！"
    if not (after_stop or _ends_sentence(piece, end)) or not _WORDS.search(text, start, end):
        return None
    reading = read_clause(inner)
    return None if reading is None else Clause(start, end, start + 1, reading)


def _ends_sentence(piece: Piece, end: int) -> bool:
    """True when nothing of the same sentence follows the bracket."""
    return end >= len(piece.text) or end in piece.starts or piece.text[end] not in "，、的和及与或等：是为在对将由按"


def _inline(text: str, start: int) -> Clause | None:
    """A clause without brackets at the end of the text: 责任单位：X；完成时限：Y."""
    match = _INLINE.search(text, start)
    if match is None or len(text) - match.end() > _LONGEST:
        return None
    reading = read_clause(text[match.end() :].rstrip("。；"))
    return None if reading is None else Clause(match.start(), len(text), match.end(), reading)
