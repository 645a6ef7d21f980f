"""The heading-plus-rows format: cells one a line with no marks between them; columns are told from the heads."""

from __future__ import annotations

from collections.abc import Iterator

from ..formats import Page, Proposal
from .part import table_proposal
from .pipe_table import is_marked

LAYOUT = "heading_rows"


def propose(page: Page) -> Iterator[Proposal]:
    """Every table whose cells stand on lines of their own without marks."""
    for table in page.tables:
        if not is_marked(table):
            yield table_proposal(page, table, LAYOUT)
