"""Bracket groups, filled: lists and role words are looked for outside brackets, names keep their offsets.

Marks inside quotation marks are filled, too: 市“双随机、一公开”办 is one name.
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.brackets import outermost_groups

FILL = "\ue000"
_BRACKET = lazy_pattern(r"[（）()〔〕\[\]【】〈〉<>]")
_OPEN = "（(〔[【〈<"
_QUOTED = lazy_pattern(r"“[^“”\n]{2,30}”")
_PARTING = lazy_pattern(r"[、，；/和及与]")
_FILLED = lazy_pattern(FILL + "+")


def bracket_pairs(text: str) -> list[tuple[int, int]]:
    """The outermost balanced bracket groups of a text, as ranges that include the brackets."""
    return outermost_groups(text, _BRACKET, _OPEN)


def mask_brackets(text: str, pairs: list[tuple[int, int]] | None = None) -> str:
    """The text with every outermost balanced bracket group, and what would part a quoted name, as fill characters."""
    pairs = bracket_pairs(text) if pairs is None else pairs
    if "“" in text:
        text = _QUOTED.sub(lambda quoted: _PARTING.sub(FILL, quoted[0]), text)
    if not pairs:
        return text
    pieces: list[str] = []
    done = 0
    for start, end in pairs:
        pieces.append(text[done:start] + FILL * (end - start))
        done = end
    return "".join(pieces) + text[done:]


def plain_name(masked: str, start: int, end: int) -> str:
    """The plain name of a range: bracket groups and white space removed."""
    piece = masked[start:end]
    if FILL in piece:
        piece = _FILLED.sub("", piece)
    return "".join(piece.split())
