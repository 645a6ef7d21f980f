"""Heads that name the units themselves, above cells that mark the part of each: 任务 | 县水利局 | 县应急局."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ...fields.heads import MAX_HEAD, TEXT_KINDS, Head, read_head
from ...fields.part_marks import holds_parts, is_part, may_say_part, names_units, read_legend, signs_of_progress
from ...text.piece import squeezed_text
from ..body.lines import Split, is_rule
from .task_heads import SENTENCE_END

_FEWEST, _ROWS = 2, 3
#: So many characters below the heads, and above them, may hold notes on the signs.
_REACH, _ABOVE = 4000, 400


def heads_over_marks(text: str, splits: Sequence[Split], at: int) -> list[Head | None] | None:
    """The heads between the marks of line ``at``; None unless units are among them and the rows below mark their parts."""
    cells = splits[at].cells
    near = (s for s in islice(splits, at + 1, at + 3 + _ROWS) if s.filled and not is_rule(s.line.text))
    below = [split.cells for split in islice(near, _ROWS) if holds_parts(split.line.text)]
    if len(cells) <= _FEWEST or not below or any(len(row) > len(cells) for row in below):
        return None
    columns = [
        [squeezed_text(text, row[i]) if i < len(row) and row[i] else "" for row in below] for i in range(len(cells))
    ]
    marked = {i for i, column in enumerate(columns) if any(map(is_part, column)) and all(map(may_say_part, column))}
    texts = [squeezed_text(text, cell) if cell else "" for cell in cells]
    if any(len(printed) > 2 * MAX_HEAD or printed[-1:] in SENTENCE_END for printed in texts if printed):
        return None  # a row above the heads of the next page
    heads = [read_head(printed) if printed else None for printed in texts]
    units = {i for i, head in enumerate(heads) if head is None and texts[i] and names_units(texts[i])}
    if len(units & marked) < _FEWEST or not any(head is not None and head.kind in TEXT_KINDS for head in heads):
        return None
    parts = [columns[i] for i in units & marked]
    if _tell_progress(text, splits[at], parts) or _are_grades(text, splits[at], parts):
        return None
    return [Head(texts[i], "other") if i in units else head for i, head in enumerate(heads)]


def _tell_progress(text: str, head: Split, columns: Sequence[Sequence[str]]) -> bool:
    """Whether notes below the heads say that the signs of the columns tell how far something is done."""
    signs = signs_of_progress("".join(text[head.line.end : head.line.end + _REACH].split()))
    return any(not signs.isdisjoint(column) for column in columns)


def _are_grades(text: str, head: Split, columns: Sequence[Sequence[str]]) -> bool:
    """Whether letters stand in the columns and no note near the heads says which part each tells."""
    letters = {cell for column in columns for cell in column if cell.isascii() and cell.isalpha()}
    near = text[max(0, head.line.start - _ABOVE) : head.line.end + _REACH]
    return bool(letters) and letters.isdisjoint(read_legend("".join(near.split())))
