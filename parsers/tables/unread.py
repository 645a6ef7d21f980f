"""Tables that name who does something and that no format read: they are reported, and never taken for page furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...normalize.named_tuples import NamedTuple
from ..fields.heads import read_head
from ..text.document import Line
from ..text.piece import squeezed_text
from .body.lines import Split

_FEWEST, _LONGEST = 3, 200
_CHROME = "page_chrome"


class UnreadTable(NamedTuple):
    """Lines ``first`` to ``last``, the heads on the first of them."""

    first: int
    last: int
    heads: tuple[str, ...]


def unread_tables(
    text: str, splits: Sequence[Split], labels: Sequence[str], parts: Collection[int]
) -> Iterator[UnreadTable]:
    """The tables whose lines the frame has as page furniture, outside of the lines of ``parts``."""
    last = -1
    for at in [at for at, label in enumerate(labels) if label == _CHROME]:
        split = splits[at]
        if at <= last or len(split.filled) < _FEWEST or len(split.line.text) > _LONGEST or at in parts:
            continue
        heads = tuple(squeezed_text(text, cell) for cell in split.filled)
        if not any(map(_names_doers, heads)):
            continue
        last = _last_row(splits, labels, at)
        if last > at:
            yield UnreadTable(at, last, heads)


def listed_doers(lines: Sequence[Line]) -> Iterator[Line]:
    """The heads of who does something, above or among the others, in tables that are set aside for what they list."""
    for line in lines:
        if len(line.text) <= _LONGEST and any(map(_names_doers, "".join(line.text.split(" ")).split("|"))):
            yield line


def _names_doers(printed: str) -> bool:
    head = read_head("".join(printed.split()))
    return head is not None and head.kind == "unit" and head.known


def _last_row(splits: Sequence[Split], labels: Sequence[str], at: int) -> int:
    """The last line of the rows below line ``at``."""
    last = at
    for index in range(at + 1, len(splits)):
        if labels[index] == "blank":
            continue
        if labels[index] != _CHROME or len(splits[index].filled) < 2:
            break
        last = index
    return last
