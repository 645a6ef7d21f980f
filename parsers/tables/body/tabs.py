"""Empty cells at the ends of rows between tabs: lines are read stripped, so their outer tabs are counted here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....normalize.named_tuples import NamedTuple
from .lines import Split, with_cells


class _Tabs(NamedTuple):
    """The tabs before and behind a line's text, and how many cells its text holds."""

    before: int
    behind: int
    inner: int

    def size(self, least: _Tabs) -> int:
        """How many cells the row has, without the tabs that stand at the ends of every row."""
        return self.before - least.before + self.inner + self.behind - least.behind


def with_outer_tabs(text: str, splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, with the empty cells that tabs mark at the ends of rows.

    Cells copied from a spreadsheet keep a tab for every empty cell: where a row has as many cells as most rows with
    its outer tabs, each cell stands in its column; so it does in one that the page broke inside a cell.
    """
    if "\n\t" not in text and "\t\n" not in text:
        return splits
    counted = {i: _tabs(text, split) for i, split in enumerate(splits) if split.filled and not split.pipes}
    rows = [tabs for tabs in counted.values() if tabs.inner > 1]
    if not rows:
        return splits
    least = _Tabs(min(tabs.before for tabs in rows), min(tabs.behind for tabs in rows), 0)
    sizes = Counter(tabs.size(least) for tabs in rows)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    result = list(splits)
    for index, tabs in counted.items():
        below = counted.get(index + 1)
        whole = tabs.size(least)
        if whole < usual and below is not None and tabs.before > least.before == below.before:
            whole += below.size(least) - 1  # the page broke it inside a cell
        if whole == usual > tabs.inner:
            result[index] = _padded(splits[index], tabs, least)
    return tuple(result)


def _tabs(text: str, split: Split) -> _Tabs:
    begin = text.rfind("\n", 0, split.line.start) + 1
    last = max(split.line.end, split.filled[-1][-1][1])
    end = text.find("\n", last)
    behind = text.count("\t", last, end if end >= 0 else len(text))
    return _Tabs(text.count("\t", begin, split.line.start), behind, len(split.cells))


def _padded(split: Split, tabs: _Tabs, least: _Tabs) -> Split:
    before: Sequence[tuple[()]] = [()] * (tabs.before - least.before)
    behind: Sequence[tuple[()]] = [()] * (tabs.behind - least.behind)
    return with_cells(split, (*before, *split.cells, *behind))
