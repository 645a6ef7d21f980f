"""The reader that cells and clauses share: fragments → lists and role words → units, persons, times and what is left.

A text is cut at its labels, each piece at commas, each fragment at its role words. Units wait until a role word, a label or the
head decides their role; fragments about time and fragments that are neither go out as ranges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...normalize.doubt import Doubt
from .grammar import Form
from .labels import Label, find_labels
from .masking import FILL, mask_brackets, plain_name
from .model import PersonDraft, Range, Role, UnitDraft, UnitReading
from .persons import person_form, split_title
from .roles import find_rider, role_of_words
from .runs import Run, find_runs, holds_role_words
from .split import Member, split_members
from .times import about_time, opens_with_time

_FRAGMENT = re.compile(r"[^，；。,;！!]+")
_STOP = re.compile(r"[；。;]")
_CONNECTOR = re.compile(r"会同|(?:联合|协同)(?=[省市县区州各])|(?<=[局厅部办])会(?=[省市县区州各])")
_TAIL = re.compile(
    r"(?<![高平同中初均])等(?![级候等])(?:\d+|[一二三四五六七八九十]+)?[个家]?(?:国务院|中央|省|自治区|市|州|县|区|镇)?(?:级|直|政府|属|委)?"
    r"(?:各|有关|相关|职能|成员|行业|主管|其他|责任|参与|业务|监管|涉及|的)*"
    r"(?:部门|单位|机构|机关|处室|科室|企业|地区|地方|镇街|方面|委办局|股室|乡镇|街道|部委)?"
)
_PLACEHOLDER = re.compile(r"[无略/／\-—–…·.、]+|暂无|同上|[Xx×]+")
_MANNER_NOTE = re.compile(r"(?:按|依|根据).{0,6}(?:职责|分工)|排名不分先后|以下简称|下同|按.{1,6}排序")
_NAME_LIKE = re.compile(r"[\w*×·“”‘’\-—\ue000\s]{1,18}$")
_UNLIKE_NAME = re.compile(
    r"的|了|和|建设|情况|信息|问题|机制|制度|方案|项目|工程|任务|推进|加强|完成|开展|工作$|不|是|率|\d{2,}"
)
_EDGE = " \t\r\n\u3000\xa0，；。,;、：:！"


@dataclass(slots=True)
class Named:
    """A unit that waits for its role."""

    start: int
    end: int
    name: str
    form: Form
    head: Role | None  # role of the label or column
    role: Role | None = None  # role by a word beside it
    fragment: int = 0


class Reader:
    """One reading of one text. ``lenient`` takes strings of unknown form for units (a unit column says so)."""

    def __init__(self, text: str, role: Role | None, rider: str | None, lenient: bool) -> None:
        self.text = text
        self.masked = mask_brackets(text)
        self.role = role
        self.rider = rider
        self.lenient = lenient
        self.units: list[Named] = []
        self.persons: list[PersonDraft] = []
        self.deadlines: list[Range] = []
        self.leftovers: list[Range] = []
        self.doubts: list[Doubt] = []
        self.labels: list[Label] = []
        self.pending = 0  # index of the first unit without a word since the last stop
        self.fragment = 0
        self.last_was_time = False
        self.shared_tail = False
        self.subjectless = 0  # role words with no unit before them
        self.worded = holds_role_words(self.masked)

    def read(self) -> Reader:
        """Read the whole text."""
        self.labels = find_labels(self.text, self.masked)
        bounds = [*(label.start for label in self.labels), len(self.text)]
        self._list_piece(0, bounds[0], self.role)
        for label, end in zip(self.labels, bounds[1:], strict=True):
            self._labelled(label, end)
        return self

    def _labelled(self, label: Label, end: int) -> None:
        if label.kind == "units":
            self._list_piece(label.end, end, label.role)
        elif label.kind == "persons":
            self._people(label.end, end, label.text)
        elif label.kind == "time":
            self.last_was_time = False
            self._add_time(label.end, end)
        else:
            self._add_leftover(label.start, end)

    def _people(self, start: int, end: int, label: str) -> None:
        for found in re.finditer(
            r"[^，；。,;、\s]+(?:[ \u3000](?=[^，；。,;、\s](?![^，；。,;、\s]))\S)?", self.masked[start:end]
        ):
            first, last = start + found.start(), start + found.end()
            self._add_person(first, last, label)

    def _list_piece(self, start: int, end: int, role: Role | None) -> None:
        """One labelled or unlabelled stretch: fragments between commas."""
        self.pending = len(self.units)
        self.last_was_time = False
        previous = start
        for found in _FRAGMENT.finditer(self.masked, start, end):
            if _STOP.search(self.masked, previous, found.start()):
                self.pending = len(self.units)
            self.fragment += 1
            self._fragment(found.start(), found.end(), role)
            previous = found.end()

    def _fragment(self, start: int, end: int, role: Role | None) -> None:
        runs = find_runs(self.masked, start, end) if self.worded else []
        if not runs:
            if not self._is_time(start, end):
                self._list(start, end, role)
            return
        if opening := opens_with_time(self.masked, start, runs[0].start):
            self._add_time(start, opening)
            start = opening
        for run in runs:
            known = len(self.units)
            self._list(start, run.start, role)
            self._close(run, known)
            start = run.end
        self._rest(start, end, role)

    def _is_time(self, start: int, end: int) -> bool:
        """A fragment about time as a whole (市直单位7月底前完成), or the continuation of one."""
        if not about_time(self.masked[start:end]):
            return False
        members = split_members(self.masked, start, end)
        if len(members) > 1 and all(
            opens_with_time(self.masked, m.start, m.end) or m.form >= Form.GENERIC and not about_time(m.plain)
            for m in members
        ):
            return False  # units and times side by side: taken one by one
        if len(members) == 1 and members[0].form >= Form.COLLECTIVE and not opens_with_time(self.masked, start, end):
            return False
        self._add_time(start, end)
        return True

    def _rest(self, start: int, end: int, role: Role | None) -> None:
        """What follows the last role word of a fragment: a time, a note in brackets, more units, the object of the duty."""
        rest = self.masked[start:end].strip(_EDGE)
        if not rest:
            return
        if rest == FILL * len(rest):
            self._note(start, end, None)
        elif about_time(rest):
            self._add_time(start, end)
        else:
            members = split_members(self.masked, start, end)
            if all(member.form >= Form.PLACE for member in members):
                self._list(start, end, role)
            else:
                self._add_leftover(start, end)

    def _close(self, run: Run, known: int) -> None:
        """Give a run's role to the units that wait for it."""
        if run.role is None:
            return
        waiting = [unit for unit in self.units[self.pending :] if unit.role is None]
        if not waiting and known == len(self.units):
            self.subjectless += 1
        for unit in waiting:
            unit.role = run.role
        self.pending = len(self.units)

    def _list(self, start: int, end: int, role: Role | None) -> None:
        """A list of units: connectors (会同) and tails (等部门) cut it."""
        fixed: Role | None = None
        for piece_start, piece_end, after_connector in self._connected(start, end):
            fixed = "support" if after_connector else fixed
            at = piece_start
            for tail in (
                _TAIL.finditer(self.masked, piece_start, piece_end)
                if "等" in self.masked[piece_start:piece_end]
                else ()
            ):
                self.shared_tail = len(tail.group()) > 1
                self._members(at, tail.start(), role, fixed, after_connector)
                at = tail.end()
            self.shared_tail = False
            self._members(at, piece_end, role, fixed, after_connector)

    def _connected(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        pieces: list[tuple[int, int, bool]] = []
        after = False
        for found in _CONNECTOR.finditer(self.masked, start, end):
            if self.masked[start : found.start()].strip(_EDGE):
                pieces.append((start, found.start(), after))
            start, after = found.end(), True
        pieces.append((start, end, after))
        return pieces

    def _members(self, start: int, end: int, role: Role | None, fixed: Role | None, after_connector: bool) -> None:
        members = split_members(self.masked, start, end) if start < end else []
        self.shared_tail = (
            self.shared_tail or bool(members) and members[-1].plain.endswith(("部门", "单位", "系统", "机关"))
        )
        for position, member in enumerate(members):
            if member.form == Form.GENERIC and (member.tail or after_connector):
                continue  # 会同有关部门, 及相关单位: tails
            self._member(member, role, fixed, position == len(members) - 1)
        if glued := [member for member in members if member.glued]:
            self.doubts.append(Doubt("list-split-without-separators", glued[0].start, glued[-1].end))

    def _member(self, member: Member, role: Role | None, fixed: Role | None, last: bool) -> None:
        if _PLACEHOLDER.fullmatch(member.plain) and FILL not in self.masked[member.start : member.end]:
            return
        end, mark = self._notes(member, last)
        if end == member.start:
            return
        form = member.form
        if form == Form.NONE or form == Form.STEM:
            if opens_with_time(self.masked, member.start, end) or about_time(member.plain):
                self._add_time(member.start, end)
                return
            if form == Form.NONE and person_form(member.plain) >= 0.9:
                self._add_person(member.start, end, None)
                return
            if form == Form.NONE and not (self.lenient and self._name_like(member)):
                self._unreadable(member.start, end)
                return
            if form == Form.NONE or not self.shared_tail:
                self.doubts.append(Doubt("unit-name-unknown-form", member.start, end, member.plain))
        self.last_was_time = False
        name = "".join(self.text[member.start : end].split())
        self.units.append(Named(member.start, end, name, form, role, fixed or mark, self.fragment))

    def _name_like(self, member: Member) -> bool:
        return _NAME_LIKE.match(member.plain) is not None and not _UNLIKE_NAME.search(member.plain)

    def _unreadable(self, start: int, end: int) -> None:
        if self.last_was_time:
            self._add_time(start, end)
        else:
            self._add_leftover(start, end)

    def _notes(self, member: Member, last: bool) -> tuple[int, Role | None]:
        """Read the bracket groups that close a member; returns the end of the name and a role mark."""
        end, mark = member.end, None
        while end > member.start and self.masked[end - 1] == FILL:
            start = end
            while start > member.start and self.masked[start - 1] == FILL:
                start -= 1
            kept, mark = self._note(start, end, member)
            if kept:
                return end, None
            while start > member.start and self.masked[start - 1].isspace():
                start -= 1
            end = start
        if mark and last:
            self._spread_mark(mark)
        return end, mark

    def _note(self, start: int, end: int, member: Member | None) -> tuple[bool, Role | None]:
        """One bracket group: whether it belongs to the name (an alias), and the role that it marks."""
        inner = self.text[start + 1 : end - 1].strip()
        plain = "".join(inner.split())
        role = role_of_words(plain) if len(plain) <= 10 else None
        if role:
            return False, role
        if find_rider(plain) or _MANNER_NOTE.search(plain) or not plain:
            return False, None
        if member is None or about_time(plain) and opens_with_time(inner, 0, len(inner)):
            (self._add_time if about_time(plain) else self._add_leftover)(start + 1, end - 1)
            return False, None
        if person_form(plain) >= 0.9:
            self._add_person(start + 1, end - 1, None)
            return False, None
        return True, None

    def _spread_mark(self, mark: Role) -> None:
        """``甲、乙（牵头），丙``: a mark that closes a comma group holds for the group when other groups follow."""
        group = [unit for unit in self.units[self.pending :] if unit.fragment == self.fragment and unit.role is None]
        following = _FRAGMENT.search(self.masked, self._fragment_end())
        if group and following and not any(unit.role for unit in self.units if unit.fragment == self.fragment):
            for unit in group:
                unit.role = mark
            self.doubts.append(Doubt("role-guessed", group[0].start, group[-1].end, "mark"))

    def _fragment_end(self) -> int:
        start = self.units[-1].end if self.units else 0
        while start < len(self.masked) and self.masked[start] not in "，；。,;":
            start += 1
        return start

    def _add_person(self, start: int, end: int, label: str | None) -> None:
        raw = self.masked[start:end]
        bracket = raw.find(FILL)
        title = None
        if bracket > 0:
            title = "".join(self.text[start + bracket : end].strip("（）() \n").split()) or None
            end = start + bracket
        plain = plain_name(self.masked, start, end)
        if not plain or _PLACEHOLDER.fullmatch(plain):
            return
        first, last, beside = split_title(plain)
        if len(plain) == end - start:  # no white space inside: offsets are those of the string
            start, end, plain = start + first, start + last, plain[first:last]
        self.persons.append(PersonDraft(plain, label or title or beside, start, end))
        self.last_was_time = False

    def _add_time(self, start: int, end: int) -> None:
        start, end = self._trimmed(start, end)
        if start >= end:
            return
        if self.last_was_time and self.deadlines:
            self.deadlines[-1] = (self.deadlines[-1][0], end)
        else:
            self.deadlines.append((start, end))
        self.last_was_time = True

    def _add_leftover(self, start: int, end: int) -> None:
        start, end = self._trimmed(start, end)
        if start < end:
            self.leftovers.append((start, end))
            self.last_was_time = False

    def _trimmed(self, start: int, end: int) -> Range:
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        return start, end

    def result(self) -> UnitReading:
        """The finished reading, with every role settled."""
        drafts = tuple(self._settle())
        return UnitReading(
            drafts, tuple(self.persons), tuple(self.deadlines), tuple(self.leftovers),
            tuple(sorted([*self.doubts, *_both_roles(drafts)], key=lambda doubt: doubt.start)),
        )  # fmt: skip

    def _settle(self) -> list[UnitDraft]:
        words = {unit.role for unit in self.units if unit.role}
        only_weak = words <= {"responsible"}
        drafts: list[UnitDraft] = []
        for position, unit in enumerate(self.units):
            role = unit.role
            if role is None or (only_weak and unit.head):
                role = self._role_without_word(unit, position, words)
            drafts.append(UnitDraft(unit.name, role, unit.start, unit.end))
        return drafts

    def _role_without_word(self, unit: Named, position: int, words: set[Role]) -> Role:
        """The role of a unit that no word decides: the rider's, the head's, else responsible (with a doubt)."""
        if self.rider and not words - {"responsible"}:
            if position == 0:
                return "lead"
            return "support" if self.rider.endswith("support") else "responsible"
        if unit.head == "lead" and "lead" in words:
            self.doubts.append(Doubt("role-guessed", unit.start, unit.end, unit.name))
            return "support"  # another unit was singled out as the lead
        if unit.head:
            return unit.head
        self.doubts.append(Doubt("role-guessed", unit.start, unit.end, unit.name))
        return "responsible"


def _both_roles(drafts: tuple[UnitDraft, ...]) -> list[Doubt]:
    leads = {draft.name for draft in drafts if draft.role == "lead"}
    return [
        Doubt("same-unit-lead-and-support", draft.start, draft.end, draft.name)
        for draft in drafts
        if draft.role == "support" and draft.name in leads
    ]
