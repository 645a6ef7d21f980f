"""The table whose measures count on under its tasks (:mod:`.measures`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ....normalize.doubt import Doubt
from ...fields.heads import TEXT_KINDS
from ...text.document import Line
from ..grid.shape import Column, Row
from ..table import Table
from .cells import Facts
from .heads import HeadRun
from .measures import read_measures, sources_column
from .placed import cells_of, head_row

if TYPE_CHECKING:
    from .body import GluedBody


def measured_table(
    text: str, lines: Sequence[Line], run: HeadRun, columns: Sequence[Column], body: GluedBody
) -> Table | None:
    """The table whose measures count on under its tasks; None for any other."""
    content = next(
        (c for c, behind in pairwise(columns) if c.head.kind in TEXT_KINDS and behind.head.kind not in TEXT_KINDS), None
    )
    if content is None:
        return None
    behind = [column for column in columns if column.index > content.index]
    measures, end = read_measures(body.piece.text, columns[: content.index + 1], behind)
    if not measures:
        return None
    rows: list[Row] = []
    sources = sources_column(behind)
    doubts: list[Doubt] = [Doubt("layout-uncertain", run.start, run.end, "cells without separators")]
    for measure in measures:
        at, facts = measure.start, measure.facts
        stretches = {content.index: [(at, at + facts.content)]}
        stretches |= {index: [(at + a, at + b) for a, b in ranges] for index, ranges in facts.cells.items()}
        if measure.task is not None:
            stretches |= {0: [measure.task[0]], content.index - 1: [measure.task[1]]}
        if measure.sources is not None and sources is not None:
            stretches[sources.index] = [measure.sources]
        rows.append(Row({index: cells_of(text, lines, body, ranges) for index, ranges in stretches.items()}))
        if facts.lost:
            doubts.append(
                Doubt("list-split-without-separators", *body.piece.range(at + facts.content, at + _end(facts)))
            )
    if end < len(body.piece.text):
        rows.append(Row({content.index: cells_of(text, lines, body, [(end, len(body.piece.text))])}))
    table = Table(head_row(run, run.heads), (), run.line, body.last, False, list(columns), rows)
    table.doubts.extend(doubts)
    return table


def _end(facts: Facts) -> int:
    return max(end for ranges in facts.cells.values() for _, end in ranges)
