"""Headings without label one above the other: 平安建设（100分）, below it 校园安全, then rows, then 食品安全 alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...headings import is_continued
from ..grid.cells import Cell
from ..grid.shape import Row

_SCORED = lazy_pattern(r"[（(](?:共|计|满分)?\d{1,4}分?[）)]$")


def outer_headings(rows: Sequence[Row]) -> set[Cell]:
    """The headings without label that stand over another one.

    Where these end in a score and those below them don't, so do the others that end in one.
    """
    pairs = [
        (a.heading, b.heading) for a, b in itertools.pairwise(rows) if _is_plain(a.heading) and _is_plain(b.heading)
    ]
    outer = {over for over, _ in pairs if over is not None}
    inner = {below for _, below in pairs if below is not None} - outer
    if outer and all(map(_is_scored, outer)) and not any(map(_is_scored, inner)):
        outer |= {
            row.heading
            for row in rows
            if row.heading is not None and _is_plain(row.heading) and _is_scored(row.heading)
        }
    return outer


def _is_plain(cell: Cell | None) -> bool:
    return cell is not None and cell.label is None and not is_continued(cell.text)


def _is_scored(cell: Cell) -> bool:
    return _SCORED.search(cell.text) is not None
