"""The column heads that stand on lines of their own: what every search for tables of a cell a line begins with."""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ENDS_NO_HEAD, MAX_HEAD, Head, read_head
from ...text.piece import squeezed_text
from ..body.lines import Split

_LONGEST = 3 * MAX_HEAD


def lone_heads(text: str, splits: Sequence[Split]) -> list[Head | None]:
    """The head that each line holds alone; None where it holds none, or other cells."""
    return [
        read_head(squeezed_text(text, split.filled[0]))
        if len(split.filled) == 1 and len(split.line.text) <= _LONGEST and split.line.text[-1] not in ENDS_NO_HEAD
        else None
        for split in splits
    ]
