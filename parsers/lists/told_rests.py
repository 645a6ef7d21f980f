"""Sentences behind the clause of an item that say inside who does what: …。由市水利局牵头。各镇负责清障。市财政局配合做好保障。"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.spoken import Clause, told_by
from ..text.piece import Piece

_SENTENCE = lazy_pattern(r"[^。；！]+[。；！]?")


class Told(NamedTuple):
    """A stretch of text and who does it; a ``joined`` clause names helpers of the task before, None nobody."""

    start: int
    end: int
    clause: Clause | None


def told_behind(piece: Piece, at: int) -> list[Told]:
    """The sentences of a text from ``at`` on, where the first of them opens with who does it; empty where not."""
    found: list[Told] = []
    for sentence in _SENTENCE.finditer(piece.text, at):
        clause = told_by(piece.text, *sentence.span())
        if clause is None and not found:
            return []
        found.append(Told(*sentence.span(), clause))
    return found
