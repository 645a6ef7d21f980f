"""The cheapest reading of a glued body as rows under its columns.

One search over the characters, from left to right. A row is what begins it (its number, or nothing), then the cells
of the columns in their order; cells may be missing, at a cost. A cell is one of

- text: it may go on over any character; it may end only where something else may begin (a stop, a line's end, a
  number, a unit that is sure, a person, a time), and costs more the less the place looks like an end;
- units: names one behind another, joined by marks; two names without a mark between them belong to two columns, or to a
  list that lost its marks, at a cost;
- people, times, laws, shares, ways of a check: what :mod:`.evidence` found at the place;
- anything else that the head asks for: text again.

The numbers of the rows count on, or begin again behind a heading. What is said of a place (how good a name is, whether
a number counts things) is worked out once. The search runs twice: the first reading teaches which names stand
in lists, how often contents end with a stop and how often each column is empty (:mod:`.reading`).
A row that can't be cut keeps everything in its text, at the cost of its empty columns. Places where nothing can begin are
never looked at, and few readings are kept at each place, so that it takes time in proportion to the body's length.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...units.names import REGION_CHARS
from .evidence import Evidence
from .heads import STOPS
from .names import INNER, SEPARATORS, is_collective
from .numbers import Number
from .places import LEAD, NUMBER, PAGE, ROW, STEP, Node, kept, put, rows_behind
from .slots import Found, Habits, Slot, asks_for_teams

#: Numbers: the one that is due, one behind a heading, one again, one behind a gap; passing one that is due; what stands over rows.
_ON, _AFRESH, _AGAIN, _GAP, _PASSED, _LEAD = 5.0, 2.0, -3.0, -3.0, -1.0, 0.5
#: Rows without a number: in a table without any, where a line begins, under a merged number, with somebody who leads.
_UNNUMBERED, _LINE, _MERGED, _MERGED_LED = -1.0, 2.0, -6.0, -3.5
#: Ends of a text: a stop, half a stop, none at all, a line's end, none where a row ends; where hardly one ends.
_STOP, _HALF, _NONE, _BREAK, _OPEN, _NEVER = 1.0, 0.3, -3.5, 0.6, -2.0, -8.0
#: Names: good ones, good ones left of the text, what others cost, those of offices; lists without marks; members that are no names; a person in front of 县.
_SURE, _LEFT, _WEAK, _OFFICE, _LOST, _UNKNOWN, _WORD, _MARK = 1.0, 1.3, -0.9, -3.0, -1.7, -1.5, 0.5, -0.1
_FUSED, _COLLECTIVE_FIRST, _OPAQUE, _TEAM, _NAMED, _GOOD, _ALONE, _MET = -2.0, -1.5, -2.0, 1.5, -2.0, 0.8, -2.0, 0.5
#: Times, years alone, more than a time, what is no time; people; what other columns hold where it shows, and where it doesn't.
_TIME, _YEAR, _MORE, _UNTIMED, _PERSON, _TYPED, _FREE, _FREE_LEFT = 3.5, 2.0, -1.5, -4.5, 1.8, 3.0, -2.5, -3.0
#: All that stands right of a text may be merged; what it costs cells to go on over places where others may begin.
_ALL_MERGED, _TIME_ON, _OTHER_ON, _OVER_TIME, _OTHER_NUMBER = -2.5, -0.3, -0.05, -1.0, 0.3
#: How good a person's name is that may end a text.
_SURE_PERSON = 0.8
_ROLES = lazy_pattern(r"(?:共同|联合|分别)?(?:牵头|负责|配合|主办|协办|参与|落实)|等(?:[有相]关)?(?:部门和?|单位){0,2}")
_BAD_START = frozenset("的等，、。；：）及和与或”》")
_BAD_STARTS = ("以上", "以下", "以内", "以前", "以后", "之后", "之前")
_SHORTEST, _SHORTEST_MERGED, _LONGEST_UNKNOWN = 3, 9, 14


class Search:
    """One search of a body."""

    def __init__(
        self, ev: Evidence, slots: Sequence[Slot], content: int, habits: Habits, *, numbered: bool, measured: bool
    ) -> None:
        self.ev, self.slots, self.content = ev, slots, content
        self.numbered, self.measured = numbered, measured
        self.line = _LINE * habits.lined
        self.lost = _LOST * (1.0 - 0.8 * habits.lost)
        self.none = _NONE * (0.4 + 1.2 * habits.stopped)
        kinds = [slot.kind for slot in slots]
        self.timed, self.teams = "deadline" in kinds, asks_for_teams(slots[0])
        self.merged = _MERGED_LED if "person" in kinds else _MERGED
        self.others = {at: i for i, at in enumerate(at for at, kind in enumerate(kinds) if kind == "other")}
        units = [at for at, kind in enumerate(kinds) if kind == "unit"]
        self.leading = units[0] if len(units) > 1 else -1
        self.size = len(ev.text)
        #: By place: (slot, number) inside a text, (slot, number, open list) behind a cell, (number, behind a lead) behind a row.
        self.inside: list[dict[tuple[int, int], Node] | None] = [None] * (self.size + 1)
        self.done: list[dict[tuple[int, int, bool], Node] | None] = [None] * (self.size + 1)
        self.ended: list[dict[tuple[int, bool], Node] | None] = [None] * (self.size + 1)
        self.next = self._next_places("person" in kinds)
        self.best = Node(0.0, None, STEP, 0, 0)

    def _next_places(self, led: bool) -> list[int]:
        """For every place the next one where a text may end."""
        ev = self.ev
        marks = {*ev.numbers, *ev.leads, *ev.times, *ev.typed, *ev.seams, *ev.pages, *ev.unit_starts, *ev.breaks}
        marks.update(at + 1 for at, char in enumerate(ev.text) if char in STOPS)
        if led:
            marks.update(at for at, ends in ev.persons.items() if any(value >= _SURE_PERSON for _, value in ends))
        following = [nearest := self.size] * (self.size + 1)
        for at in range(self.size, -1, -1):
            following[at] = nearest
            if at in marks:
                nearest = at
        return following

    def run(self) -> list[Found]:
        """The rows of the best reading."""
        self.ended[0] = {(0, False): self.best}
        for at in range(self.size + 1):
            if inside := self.inside[at]:
                self._close(at, inside)
            if done := self.done[at]:
                for (slot, number, opened), last in kept(done):
                    self._go_on(at, slot, number, opened, last)
            if ended := self.ended[at]:
                self._rows(at, ended)
            self.inside[at] = self.done[at] = self.ended[at] = None
        return list(rows_behind(self.best))

    def _rows(self, at: int, ended: dict[tuple[int, bool], Node]) -> None:
        """What may follow a row: a number, what stands over the next rows, a row without a number, the end."""
        ev = self.ev
        bare = not self.measured and ev.text[at : at + 1] not in _BAD_START
        for (number, led), last in kept(ended):
            score = last.score
            if (at in ev.breaks or at == self.size) and score > self.best.score and not led:
                self.best = last
            for found in ev.numbers.get(at, ()):
                gain = self._number(found, number, led)
                if gain is not None:
                    node = Node(score + gain, last, NUMBER, at, found.end)
                    put(self.done, found.stop, (-1, found.value, False), node)
            if (lead := ev.leads.get(at)) is not None:
                put(self.ended, lead.end, (number, True), Node(score + _LEAD, last, LEAD, at, lead.end))
            if (end := ev.pages.get(at)) is not None:
                put(self.ended, end, (number, led), Node(score, last, PAGE, at, end))
            if bare and not (self.numbered and (led or not number)):
                cost = self.merged if self.numbered else _UNNUMBERED + self.line * (at in ev.breaks or not at)
                self._go_on(at, -1, number, False, Node(score + cost, last, ROW, at, at))

    def _number(self, found: Number, before: int, led: bool) -> float | None:
        """What a number gains behind the one ``before``; None where it can't stand."""
        if found.value == before + 1:
            return _ON - found.cost
        if self.measured:
            return None
        if found.value == 1:
            return (_AFRESH if led else _AGAIN) - found.cost
        return _GAP - found.cost if before and found.value == before + 2 else None

    def _go_on(self, at: int, slot: int, number: int, opened: bool, last: Node) -> None:
        """Begin the next cell of the row behind one that ended, go on with its list, or end the row."""
        slots, score = self.slots, last.score
        if slot >= 0 and slots[slot].kind in ("unit", "person"):
            self._list_on(at, slot, number, opened, last)
        if opened:
            return
        cost = 0.0
        for index in range(slot + 1, len(slots)):
            self._begin(at, index, number, score + cost, last, slot)
            cost += slots[index].skip
            if slot >= 0 and index < self.content and slots[slot].kind == "person":
                cost += _ALONE
        if slot >= self.content:
            if slots[slot].kind == "text":
                closed = at == self.size or at in self.ev.breaks or self.ev.text[at - 1] in STOPS
                cost = max(cost, _ALL_MERGED) if closed else cost + _OPEN
            put(self.ended, at, (number, False), Node(score + cost, last, STEP, at, at))

    def _begin(self, at: int, index: int, number: int, score: float, last: Node, slot: int) -> None:
        """Begin a cell of slot ``index`` behind one of ``slot``."""
        ev, kind, text = self.ev, self.slots[index].kind, self.ev.text
        if kind == "unit":
            if self.teams and index < self.content:
                put(self.inside, self.next[at], (index, number), Node(score + _OPAQUE, last, STEP, at, at))
            if slot < 0 or self.slots[slot].kind != "person":  # else 高新区 behind 陈文 would be a person, too
                score += _FUSED * any(text[end] in REGION_CHARS for end, _ in ev.persons.get(at, ()) if end < self.size)
            for end, value in ev.names_at(at):
                self._unit(at, end, self._first(at, end, index, slot, value), index, number, score, last)
        elif kind == "person":
            for end, value in ev.persons.get(at, ()):
                if value >= _MET or index > self.content:
                    self._after(number, score + _PERSON + value, last, index, at, end)
        elif kind == "deadline":
            for end in ev.times.get(at, ()):
                gain = _TIME if text[end - 1] not in "年度" or text[at] in "每全" else _YEAR
                self._after(number, score + gain, last, index, at, end)
                if gain == _TIME:
                    put(self.inside, self.next[end], (index, number), Node(score + gain + _MORE, last, STEP, at, at))
            if at < self.size and at not in ev.times and self.slots[slot].kind == "unit":
                put(self.inside, self.next[at], (index, number), Node(score + _UNTIMED, last, STEP, at, at))
        elif kind == "text":
            if text[at : at + 1] not in _BAD_START and not text.startswith(_BAD_STARTS, at):
                score += _NAMED * (slot < 0 and self._goes_on(at, last))
                merged = self.numbered and last.slot == ROW
                after = self.next[min(at + (_SHORTEST_MERGED if merged else _SHORTEST) - 1, self.size)]
                put(self.inside, after, (index, number), Node(score, last, STEP, at, at))
        else:
            self._other(at, index, number, score, last)

    def _goes_on(self, at: int, last: Node) -> bool:
        """Whether the text of a row without a number would begin with a good name right behind a list of units."""
        before = last.before if last.slot == ROW and last.before is not None else last
        before = before.before if before.slot == STEP and before.before is not None else before
        listed = before.slot >= 0 and self.slots[before.slot].kind == "unit"
        return listed and at not in self.ev.breaks and any(value >= _GOOD for _, value in self.ev.names_at(at))

    def _other(self, at: int, index: int, number: int, score: float, last: Node) -> None:
        """Begin a cell of another column: one that shows, or any text that ends somewhere."""
        ev = self.ev
        ends = [end for place, end in ev.typed.get(at, ()) if place == self.others[index]]
        for end in ends if self.timed else (*ends, *ev.times.get(at, ())):
            self._after(number, score + _TYPED, last, index, at, end)
        if not ends and ev.text[at : at + 1] not in _BAD_START:
            start = ev.seams.get(at, _FREE) if index > self.content else _FREE_LEFT
            put(self.inside, self.next[at], (index, number), Node(score + start, last, STEP, at, at))

    def _first(self, at: int, end: int, index: int, slot: int, value: float) -> float:
        """How good the first name of a cell is: a collective seldom leads, and left of the text only good names are any."""
        gain = value
        if index == self.leading and is_collective(self.ev.text[at:end]):
            gain += _COLLECTIVE_FIRST
        if index < self.content and self.ev.text[end : end + 1] not in SEPARATORS:
            if slot < 0 and self.slots[index - 1].kind == "person":
                gain += _ALONE
            if slot < 0:
                gain += 2 * _WEAK if value < _LEFT else 0.0
            else:
                gain += _WEAK if value < _SURE else 0.0
        return gain

    def _unit(self, at: int, end: int, gain: float, index: int, number: int, score: float, last: Node) -> None:
        self._after(number, score + gain, last, index, at, end)
        words = _ROLES.match(self.ev.text, end) if index > self.content else None
        if words is not None:
            self._after(number, score + gain + _WORD, last, index, at, words.end())

    def _after(self, number: int, score: float, last: Node, slot: int, at: int, end: int) -> None:
        """Behind a cell's piece: the cell may end there, or a mark may go on with it."""
        put(self.done, end, (slot, number, False), Node(score, last, slot, at, end))
        if end < self.size - 1 and self.ev.text[end] in SEPARATORS + "和及与":
            put(self.done, end + 1, (slot, number, True), Node(score + _MARK, last, slot, at, end))

    def _list_on(self, at: int, index: int, number: int, opened: bool, last: Node) -> None:
        """Go on with a list: behind a mark, or where the mark is lost."""
        score = last.score
        if self.slots[index].kind == "person":
            for end, value in self.ev.persons.get(at, ()) if opened else ():
                self._after(number, score + value, last, index, at, end)
            return
        for end, value in self.ev.names_at(at):
            cost = 0.0 if opened else self._unmarked(at, end, index, value)
            self._unit(at, end, value + cost, index, number, score, last)
        if opened:
            self._unknown(at, index, number, score, last)

    def _unmarked(self, at: int, end: int, index: int, value: float) -> float:
        """What a name costs that no mark parts from the one before in its column; the last column takes what is left."""
        cost = self.lost + (_WEAK if value < _SURE else 0.0) + (_WEAK if index < self.content else 0.0)
        if index + 1 < len(self.slots) and self.slots[index + 1].kind == "unit":
            cost += self.lost
        inner = self.ev.text[at] not in REGION_CHARS and INNER.fullmatch(self.ev.text, at, end) is not None
        return cost + (_OFFICE if inner else 0.0)

    def _unknown(self, at: int, index: int, number: int, score: float, last: Node) -> None:
        """A member of a list that is no known name ends with a mark, or where the row may."""
        ev, text = self.ev, self.ev.text
        for end in range(at + 2, min(self.size, at + _LONGEST_UNKNOWN) + 1):
            mark = text[end : end + 1] in ("", "、", "，", "；")
            if mark or end in ev.breaks or end in ev.numbers:
                self._after(number, score + _UNKNOWN, last, index, at, end)
            if mark or text[end] in "。：":
                return

    def _close(self, at: int, inside: dict[tuple[int, int], Node]) -> None:
        """A text may end here, or go on."""
        found = [number for number in self.ev.numbers.get(at, ()) if not number.cost]
        for (index, number), last in kept(inside):
            kind, score, start = self.slots[index].kind, last.score, last.start
            if at < self.size:
                due = any(self.measured or here.value == number + 1 for here in found)
                cost = self._passing(at, kind) + _PASSED * due * (1.0 if kind == "text" else _OTHER_NUMBER)
                put(self.inside, self.next[at], (index, number), Node(score + cost, last, STEP, start, at))
            put(self.done, at, (index, number, False), Node(score + self._end(at, index), last, index, start, at))

    def _passing(self, at: int, kind: str) -> float:
        """What it costs a cell of times, or of anything else, to go on over a place where another may begin."""
        if kind == "deadline":
            return _TIME_ON
        if kind != "other":
            return 0.0
        return _OVER_TIME if self.timed and at in self.ev.times else _OTHER_ON

    def _end(self, at: int, index: int) -> float:
        """What it costs a cell of running text to end at a place."""
        ev, kind = self.ev, self.slots[index].kind
        if at == self.size or kind in ("other", "deadline"):
            return 0.0
        if kind == "unit":
            return ev.seams.get(at, _NEVER)
        char = ev.text[at - 1]
        if self.teams and index < self.content:
            return _TEAM if char in "组队班" else _NEVER
        if char in STOPS:
            return _HALF if char == "；" else _STOP
        if char in "，、：各" or ev.text[at] in _BAD_START:
            return _NEVER
        if at in ev.seams:
            return ev.seams[at]
        if at in ev.unit_starts:
            return self.none * (1.0 - 0.4 * min(1.5, ev.unit_starts[at]))
        return self.none * (_BREAK if at in ev.breaks else 1.0)
