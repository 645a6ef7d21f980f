"""The pipe-table format: rows on one line, cells between pipes, tabs or blanks."""

from __future__ import annotations

from collections.abc import Iterator

from ..formats import Page, Proposal
from .heads.head_row import STREAM
from .part import table_proposal
from .table import Table

LAYOUT = "pipe_table"


def propose(page: Page) -> Iterator[Proposal]:
    """Every table whose cells the page separated by a mark."""
    for table in page.tables:
        if is_marked(table):
            yield table_proposal(page, table, LAYOUT)


def is_marked(table: Table) -> bool:
    """True when pipes, tabs or blanks separate the cells, rather than lines alone."""
    return table.piped or table.head.way != STREAM
