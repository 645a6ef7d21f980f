"""Read the deadlines of a cell, a clause or running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...normalize.doubt import Doubt
from .dates import Years
from .fold import Folded, fold
from .grammar import scan
from .lists import Points
from .models import Clock, DeadlineDraft, DeadlineReading, Expression, Where
from .negatives import ACTION, is_attribute, is_inspection, is_named, is_service_time, mask
from .recurrence import year_rule
from .running import sets_time
from .scope import is_label, prefix_begin, read_action, read_prefix, split_tail, trim
from .settle import Dates, settle

EMPTY = DeadlineReading((), ())
# A character without which no time can be named; running text mostly has none of them.
_TRIGGER = re.compile(r"[年月日天号周旬季时节旦五七八]|十一|不超过|\d[./-]\d")
_BLANK_CELL = re.compile(r"[\s\-—－/／、，。.无|｜]*")
_ITEM = re.compile(r"(?:(?<=[；;。\n\s])|^)(\d{1,2})[、.．](?=\D|\d{1,2}月|20\d\d)")
_STRONG = re.compile(r"[。；;]")


def read_deadlines(text: str, clock: Clock, where: Where = "cell") -> DeadlineReading:
    """The deadlines of a text in printed order, with what stayed doubtful.

    ``where`` says what the text is: a deadline ``cell`` (everything in it is time, scope or milestone), a fragment of a
    responsibility ``clause``, or running ``text``, of which only times set for the action count. Offsets are those of
    ``text``. Any string is read; none raises.
    """
    if where == "text" and not _TRIGGER.search(text):
        return EMPTY
    folded = fold(text)
    masked = _prepare(folded.text, where)
    found = [e for e in _merge(masked, scan(masked, where)) if _counts(masked, e, clock, where)]
    if not found and where != "cell":
        return EMPTY
    return _Reader(folded, masked, clock, where).read(found)


def expressions(text: str, where: Where) -> tuple[str, list[Expression]]:
    """The folded text and the time expressions that count in it, before any clock."""
    masked = _prepare(fold(text).text, where)
    found = _merge(masked, scan(masked, where))
    return masked, [e for e in found if _counts(masked, e, Clock(), where)]


def _prepare(text: str, where: Where) -> str:
    masked = mask(text)
    if where == "cell" and "2" in masked and "1" in masked:
        numbers = [int(n) for n in _ITEM.findall(masked)]
        if numbers[:2] == [1, 2]:
            masked = _ITEM.sub(lambda m: "；" * len(m[0]), masked)
    return masked


def _merge(text: str, found: list[Expression]) -> list[Expression]:
    """Join neighbours: a time right before ongoing work bounds it, and 每年 holds for the times after it."""
    merged: list[Expression] = []
    for expression in found:
        last = merged[-1] if merged else None
        if last is not None and expression.kind == "ongoing" and _bounds(last, expression):
            merged[-1] = last._replace(end=expression.end, kind="ongoing", bare=False, shares_tail=False)
        elif last is not None and expression.kind == "by" and _is_yearly(text, last, expression):
            merged.append(_yearly(last, expression))
        else:
            merged.append(expression)
    return merged


def _bounds(last: Expression, expression: Expression) -> bool:
    """年内持续推进: the time ends where the ongoing work begins."""
    return last.end == expression.begin and last.kind in ("by", "between", "from", "ongoing") and not last.open


def _is_yearly(text: str, last: Expression, expression: Expression) -> bool:
    """每年3月底前制定计划，12月底前总结: both times come back every year, up to the end of the sentence."""
    due = expression.due
    if last.rrule is None or not last.rrule.startswith("FREQ=YEARLY;BYMONTH=") or due is None:
        return False
    plain = not (due.has_year or due.month_shift is not None) and due.known
    return plain and not _STRONG.search(text, last.end, expression.begin)


def _yearly(last: Expression, expression: Expression) -> Expression:
    points = Points((expression.due,), (), 0) if expression.due else None
    rule = year_rule(points) if points else None
    return expression._replace(kind="recurring", due=last.due, start=last.start, rrule=rule, bare=False)


def _counts(text: str, found: Expression, clock: Clock, where: Where) -> bool:
    if found.due is not None and (found.due.shift or 0) < 0:
        return False
    if where == "text":
        return sets_time(text, found, clock.issued)
    if found.kind == "relative":
        return not is_service_time(text, found.begin, found.end)
    if not found.bare or found.kind == "ongoing":
        return not is_attribute(text, found.end)
    if is_named(text, found.begin, found.end):
        return False
    if where == "cell" and found.kind != "recurring":
        return True
    closed = found.end == len(text) or text[found.end] in "，。；、,;：:（()）]】" or ACTION.match(text, found.end)
    if found.kind == "recurring":
        return bool(closed) or is_inspection(text, found.end)
    return bool(closed) or (found.due is not None and found.due.grain in ("month", "day"))


@dataclass(slots=True)
class _Reader:
    """One reading: the expressions in order, with a year that is carried along and the words around them."""

    folded: Folded
    text: str
    clock: Clock
    where: Where
    drafts: list[DeadlineDraft] = field(default_factory=list[DeadlineDraft])
    doubts: list[Doubt] = field(default_factory=list[Doubt])

    def read(self, found: list[Expression]) -> DeadlineReading:
        """Date the expressions and share out the words between them."""
        years = Years(self.clock)
        if not found:
            self._leftover(0, len(self.text))
        low, milestone = 0, ""
        following: list[tuple[Expression, str, str, Dates]] = []
        for i, expression in enumerate(found):
            high = found[i + 1].begin if i + 1 < len(found) else len(self.text)
            tail = split_tail(self.text, expression.end, high) if i + 1 < len(found) else high
            scope, action = self._prefix(low, expression, first=i == 0)
            milestone = self._action(expression, tail)
            following.append((expression, scope, action + milestone, settle(expression, years)))
            low = tail
        self._share(following)
        for expression, scope, action, dates in following:
            self._emit(expression, scope or None, action or None, dates)
        return DeadlineReading(tuple(self.drafts), tuple(self.doubts))

    def _share(self, found: list[tuple[Expression, str, str, Dates]]) -> None:
        """Members of a list share the scope before the first of them and the action behind the last."""
        for i in range(len(found) - 2, -1, -1):
            expression, scope, action, dates = found[i]
            if expression.shares_tail:
                found[i] = (expression, scope, action or found[i + 1][2], dates)
        for i in range(1, len(found)):
            expression, scope, action, dates = found[i]
            if found[i - 1][0].shares_tail and not scope:
                found[i] = (expression, found[i - 1][1], action, dates)

    def _prefix(self, low: int, expression: Expression, *, first: bool) -> tuple[str, str]:
        if self.where == "text":
            return "", ""
        begin = prefix_begin(self.text, low, expression) if first else low
        if first and self.where == "cell":
            self._leftover(low, begin)
        return read_prefix(self.text, self.folded.printed, begin, expression.begin)

    def _action(self, expression: Expression, tail: int) -> str:
        if self.where == "text" or expression.shares_tail:
            return ""
        if self.where == "clause":
            strong = _STRONG.search(self.text, expression.end, tail)
            tail = strong.start() if strong else tail
        return read_action(self.text, self.folded.printed, expression.end, tail)

    def _leftover(self, begin: int, end: int) -> None:
        if self.where != "cell":
            return
        begin, end = trim(self.text, begin, end)
        words = self.folded.printed[begin:end]
        if _BLANK_CELL.fullmatch(words) or (self.text[end : end + 1] in ("：", ":") and is_label(words)):
            return
        self._doubt("deadline-not-understood", begin, end, words)

    def _emit(self, expression: Expression, scope: str | None, action: str | None, dates: Dates) -> None:
        begin, end = self.folded.begin(expression.begin), self.folded.end(expression.end)
        text = self.folded.source[begin:end]
        for rule in dates.doubts:
            self._doubt(rule, expression.begin, expression.end, text)
        if expression.restored:
            self._doubt("characters-restored", expression.begin, expression.end, text)
        if expression.open or (expression.kind == "recurring" and expression.rrule is None):
            self._doubt("deadline-not-understood", expression.begin, expression.end, text)
        if expression.open and expression.kind != "recurring":
            return
        self.drafts.append(
            DeadlineDraft(text, expression.kind, dates.start, dates.due, expression.rrule, scope, action, begin, end)
        )

    def _doubt(self, rule: str, begin: int, end: int, detail: str) -> None:
        self.doubts.append(Doubt(rule, self.folded.begin(begin), self.folded.end(end), detail))
