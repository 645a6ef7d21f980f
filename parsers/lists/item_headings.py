"""The headings above an item of an outline, as tasks print them."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass, field
from ..drafts import HeadingDraft
from ..fields.clauses import find_clauses
from ..fields.heading_times import time_of_heading
from ..headings import heading_of
from ..text.piece import Piece, squeezed
from .item_segments import SENTENCE
from .outline import Item

_MAY_CLOSE = lazy_pattern(r"[（\[【]|——")


@dataclass(slots=True, eq=False, repr=False)
class ItemHeadings:
    """Reads the headings of the document ``text``, each once, however many tasks stand below it."""

    text: str
    _read: dict[int, HeadingDraft] = field(default_factory=dict[int, HeadingDraft])
    _above: dict[int, tuple[HeadingDraft, ...]] = field(default_factory=dict[int, "tuple[HeadingDraft, ...]"])
    _times: dict[int, Piece | None] = field(default_factory=dict[int, "Piece | None"])

    def above(self, item: Item) -> tuple[HeadingDraft, ...]:
        """The headings above ``item``, the outermost first."""
        node = item.parent
        if node is None or node.parent is None:
            return ()
        if id(node) not in self._above:
            own = self.of(node)
            above = self.above(node)
            self._above[id(node)] = (*above, own) if own.title else above  # 3.（1）…（2）…: a number is no heading
        return self._above[id(node)]

    def of(self, item: Item) -> HeadingDraft:
        """The heading that ``item`` is."""
        if id(item) not in self._read:
            self._read[id(item)] = self._heading(item)
        return self._read[id(item)]

    def time_of(self, item: Item) -> Piece | None:
        """The time that a heading sets for all below it; None when it names none."""
        if id(item) not in self._times:
            lead = squeezed(self.text, [item.lead])
            time = time_of_heading(lead.text)
            self._times[id(item)] = lead.part(*time) if time is not None else None
        return self._times[id(item)]

    def _heading(self, item: Item) -> HeadingDraft:
        named = (
            next((line.value for line in item.labelled if not line.assigns), ())
            if item.lead[0] >= item.lead[1]
            else [item.lead]
        )
        piece = squeezed(self.text, named)
        clauses = find_clauses(piece) if _MAY_CLOSE.search(piece.text) else []
        lead = (piece.text[: clauses[0].start] if clauses else "") or piece.text
        match = SENTENCE.match(lead)
        title = match[0] if match is not None else lead
        return heading_of(title, item.label._replace(end=0) if item.label is not None else None)[1]
