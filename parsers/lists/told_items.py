"""Items that no clause closes, asked who their sentences say does them."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass, field
from ..fields.heads import read_head
from ..reader import Reader, Responsibility
from ..text.piece import Piece, squeezed
from .item_kinds import text_ranges
from .item_segments import item_segments
from .outline import Item
from .standing_rules import is_law, names_duties, shares_out
from .told_first import OF_PLAN, keeps_up, tells_behind_title, told_first, told_opening
from .told_inside import NOWHERE, Inside, spoken_inside, told_inside
from .told_others import Told, shared_out

_LONGEST_NAME, _STOPS = 10, "。；：，"
#: Who does it by when: 由甲牵头，乙配合，于3月31日前对全县企业开展检查，….
_TIMED = lazy_pattern(
    r"[^。；]{4,120}?，(?:于|在|确保|力争)?(?:今年|明年|\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?底?前|年底前)"
)


@dataclass(slots=True, eq=False, repr=False)
class ToldItems:
    """Who the items of a list are said to be done by, inside their own text."""

    reader: Reader
    #: The list is a law: what its sentences lay on somebody is a duty, no task.
    rules: bool
    #: The list lays down rules for good: only sections that share duties out say so inside.
    standing: bool
    _inside: Inside
    _tasks: dict[int, bool] = field(default_factory=dict[int, bool])

    @classmethod
    def of(cls, reader: Reader, root: Item, *, standing: bool = False) -> ToldItems:
        """What is to be asked of the items below ``root``."""
        rules = is_law(root, reader.text)
        return cls(reader, rules, standing, NOWHERE if rules else spoken_inside(root, reader.text))

    def may_close(self, item: Item) -> bool:
        """Whether sentences without brackets or labels may close an item with who does it."""
        return not (self.rules or (self.standing and not names_duties(item, self.reader.text)))

    def may_open(self, item: Item) -> bool:
        """Whether an item may open with its units: behind a colon they are a label (县水务局：…), in rules too."""
        return self.may_close(item) or (item.told > item.lead[0] and not self.rules)

    def of_item(self, item: Item, title: Piece | None, content: Piece) -> list[Told]:
        """Who does an item, nobody when it says nothing; where lists do not say so throughout, its first words tell.

        Behind a title they do only before a day, or where most items beside it are tasks: 加强领导。由甲牵头，建立联席会议。 is none.
        """
        if self.rules or (title is None and _explains_duties(content.text)):
            return []
        if self.standing and not shares_out(item.parent, self.reader.text):
            return []
        if self._inside.holds(item):
            return self._inside_of(title, content) or told_opening(content)
        told = told_first(title or content)
        if told or keeps_up(item, self.reader.text):
            return told
        behind = told_first(content) if title is not None else []
        if behind and _TIMED.match(content.text):
            return behind
        found = behind or (shared_out(content) or told_opening(content) if not OF_PLAN.search(content.text) else [])
        return found if found and item.parent is not None and self._holds_tasks(item.parent) else []

    def inside(self, text: Piece) -> Responsibility | None:
        """What the sentences of an item say inside about who does it; None when they say nothing."""
        return self.read(self._inside_of(text))

    def _inside_of(self, *texts: Piece | None) -> list[Told]:
        minutes = self._inside.minutes
        return [found for text in texts if text is not None for found in told_inside(text, minutes=minutes)]

    def _holds_tasks(self, parent: Item) -> bool:
        """Whether half of the items below one are closed by who does them, or say so right behind their titles."""
        if id(parent) not in self._tasks:
            found = (item_segments(self.reader.text, item) for item in parent.children)
            closed = [any(segment.closed for segment in segments) for segments in found]
            others = (item for item, done in zip(parent.children, closed, strict=True) if not done)
            tasks = sum(closed) + sum(map(self._tells_behind_title, others))
            self._tasks[id(parent)] = len(parent.children) <= 2 * tasks and (any(closed) or tasks > 1)
        return self._tasks[id(parent)]

    def _tells_behind_title(self, item: Item) -> bool:
        """Whether an item, or what stands right behind its title, opens with who does it: 消防演练。由甲牵头，…"""
        lead, *below = text_ranges(item)
        titled = below and squeezed(self.reader.text, [lead]).text[-1:] not in _STOPS
        piece = squeezed(self.reader.text, below if titled else [lead, *below])
        return not item.children and bool(piece.text) and tells_behind_title(piece)

    def read(self, told: Sequence[Told]) -> Responsibility | None:
        """Who is told, as units of a task; None for nobody."""
        given = Responsibility()
        for piece, reading in told:
            given.add(self.reader.responsibility(piece, reading))
        return given if told else None


def _explains_duties(text: str) -> bool:
    """Whether a text says what others answer for in all: 责任分工：由甲牵头，乙配合。"""
    name, stop, _ = text[:_LONGEST_NAME].partition("：")
    head = read_head(name) if stop else None
    return head is not None and head.known and head.kind == "unit"
