"""Read the deadlines of a cell, a clause or running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...normalize.doubt import Doubt
from ...normalize.fresh import fresh_list
from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass, field
from .dates import Years
from .days_alone import month_before, opens_with_days, without_month
from .find import counts, find, names_no_time
from .fold import Folded
from .models import Clock, DeadlineDraft, DeadlineReading, Expression, Where
from .running import is_gap
from .scope import contrasted_scope, is_label, is_scope, prefix_begin, read_action, read_prefix, split_tail, trim
from .settle import Dates, settle

EMPTY = DeadlineReading((), ())
_BLANK_CELL = lazy_pattern(r"[\s\-—－/／、，。.无|｜]*")
_STRONG = lazy_pattern(r"[。；;]")
_JOINS = frozenset("和及与、")
#: The action of a time in running text is the phrase behind it; what goes on behind that is more of the task.
_PHRASE = lazy_pattern(r"[，。；：,;:]|[（(](?![^（）()，。；：]{1,12}[）)]\w)")


def read_deadlines(text: str, clock: Clock, where: Where = "cell") -> DeadlineReading:
    """The deadlines of a text in printed order, with what stayed doubtful.

    ``where`` says what the text is: a deadline ``cell`` (everything in it is time, scope or milestone), a fragment of a
    responsibility ``clause``, running ``text``, of which only times set for the action count, or a phrase that may be
    any of these (``open``). Offsets are those of ``text``. Any string is read; none raises.
    """
    if where != "cell" and names_no_time(text, where):
        return EMPTY
    if where == "cell" and (month := month_before(text, clock)):
        whole = read_deadlines(month + text, clock._replace(plan_month=None), where)
        return without_month(whole, len(month))
    folded, masked, expressions = find(text, where)
    if where == "cell" and "月" not in text and opens_with_days(text):
        expressions = tuple(e for e in expressions if e.kind != "relative")  # a day, and nothing tells of which month
    found = [e for e in expressions if counts(masked, e, where, clock.since_for(e))]
    gaps = [e for e in expressions if where == "text" and e not in found and is_gap(masked, e, clock.since_for(e))]
    if not found and not gaps and where != "cell":
        return EMPTY
    return _Reader(folded, masked, clock, where).read(found, gaps)


@dataclass(slots=True, eq=False, repr=False)
class _Reader:
    """One reading: the expressions in order, with a year that is carried along and the words around them."""

    folded: Folded
    text: str
    clock: Clock
    where: Where
    drafts: list[DeadlineDraft] = field(default_factory=fresh_list)
    doubts: list[Doubt] = field(default_factory=fresh_list)

    def read(self, found: Sequence[Expression], gaps: Sequence[Expression]) -> DeadlineReading:
        """Date the expressions and share out the words between them; ``gaps`` are times that no rule fixes."""
        years = Years(self.clock)
        for gap in gaps:
            self._doubt("deadline-not-understood", gap.begin, gap.end, self.folded.printed[gap.begin : gap.end])
        if not found and not gaps:
            self._leftover(0, len(self.text))
        low, milestone = 0, ""
        following: list[tuple[Expression, str, str, Dates]] = []
        for i, expression in enumerate(found):
            high = found[i + 1].begin if i + 1 < len(found) else len(self.text)
            tail = split_tail(self.text, expression.end, high) if i + 1 < len(found) else high
            scope, action = self._prefix(low, expression, first=i == 0)
            milestone = self._action(expression, tail)
            if not scope and is_scope(milestone):
                scope, milestone = milestone, ""
            following.append((expression, scope, action + milestone, settle(expression, years)))
            low = tail
        if self.where == "text":
            following = self._contrasted(following)
        self._share(following)
        for expression, scope, action, dates in following:
            self._emit(expression, scope or None, action or None, dates)
        return DeadlineReading(tuple(self.drafts), tuple(self.doubts))

    def _contrasted(self, found: list[tuple[Expression, str, str, Dates]]) -> list[tuple[Expression, str, str, Dates]]:
        """The times of running text, each with whom it is for where one sentence sets others a time of their own.

        市直单位7月底前、县区9月底前完成: of a single time, who acts is the subject of the sentence, but for a part of the
        whole (其中县城6月底前完成).
        """
        if len(found) < 2 and "其中" not in self.text:
            return found
        scopes = [contrasted_scope(self.text, expression.begin) for expression, *_ in found]
        beside = [
            one != other and bool(one and other) and "。" not in self.text[a[0].end : b[0].begin]
            for (one, a), (other, b) in pairwise(zip(scopes, found, strict=True))
        ]
        parts = [
            bool(scope) and self.text.endswith(f"其中{scope}", 0, expression.begin)
            for scope, (expression, *_) in zip(scopes, found, strict=True)
        ]
        kept = [any(sign) for sign in zip([False, *beside], [*beside, False], parts, strict=True)]
        return [
            (expression, scope if keep else "", action, dates)
            for (expression, _, action, dates), scope, keep in zip(found, scopes, kept, strict=True)
        ]

    def _share(self, found: list[tuple[Expression, str, str, Dates]]) -> None:
        """Members of a list share the scope before the first of them and the action behind the last."""
        for i in range(len(found) - 2, -1, -1):
            expression, scope, action, dates = found[i]
            if action in _JOINS or self._each(expression, action, found[i + 1]):  # 6月底前和12月底前各报送一次
                found[i] = (expression, scope, found[i + 1][2], dates)
            if expression.shares_tail:
                found[i] = (expression, scope, action or found[i + 1][2], dates)
        for i in range(1, len(found)):
            expression, scope, action, dates = found[i]
            if found[i - 1][0].shares_tail and not scope:
                found[i] = (expression, found[i - 1][1], action, dates)

    def _each(self, expression: Expression, action: str, following: tuple[Expression, str, str, Dates]) -> bool:
        """Whether the next time, behind 、 alone, names what is done by each: 6月25日前、12月25日前各报送一次."""
        between = self.text[expression.end : following[0].begin].strip()
        return not action and between == "、" and following[2].startswith(("各", "分别"))

    def _prefix(self, low: int, expression: Expression, *, first: bool) -> tuple[str, str]:
        if self.where == "text":
            return "", ""
        begin = prefix_begin(self.text, low, expression) if first else low
        if first and self.where == "cell":
            self._leftover(low, begin)
        return read_prefix(self.text, self.folded.printed, begin, expression.begin)

    def _action(self, expression: Expression, tail: int) -> str:
        if expression.shares_tail or (self.where == "text" and expression.kind == "recurring"):
            return ""
        if self.where in ("text", "clause"):
            stop = (_PHRASE if self.where == "text" else _STRONG).search(self.text, expression.end + 1, tail)
            tail = stop.start() if stop else tail
        return read_action(self.text, self.folded.printed, expression.end, tail)

    def _leftover(self, begin: int, end: int) -> None:
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
        if expression.restored or self.folded.is_mended(expression.begin, expression.end):
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
