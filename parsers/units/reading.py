"""The reader that cells and clauses share: fragments → lists and role words → units, persons, times, leftovers.

A text is cut at its labels, each piece at commas, each fragment at its role words. Units wait until a role word,
a label or the head decides their role; fragments about time and fragments that are neither go out as ranges.
"""

from __future__ import annotations

import re

from ...normalize.doubt import Doubt
from ...normalize.lazy import lazy_pattern
from .collected import EDGE, PLACEHOLDER, Collected
from .grammar import Form, form_of, reads_like_task
from .labels import Label, find_labels
from .masking import FILL, bracket_pairs, mask_brackets
from .model import Role
from .persons import holds_office, organ_before, person_form
from .roles import find_rider, role_of_words
from .runs import Run, find_runs, holds_role_words
from .split import Member, split_members
from .times import about_time, opens_with_time

_NUMBERING = lazy_pattern(
    r"(?:(?<=[\s，；。、：])|^)(?:\d{1,2}[.．、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])|[①-⑳]"
)
_FRAGMENT = lazy_pattern(r"[^，；。,;：:！!]+")
_STOP = lazy_pattern(r"[；。;]")
_CONNECTOR = lazy_pattern(
    r"会同|会商(?=[省市县区州国财])|(?:联合|协同)(?=[省市县区州各])|(?<=[局厅部办])会(?=[省市县区州各])"
)
_TAIL = lazy_pattern(
    r"(?<![高平同中初均])等(?![级候等])(?:\d+|[一二三四五六七八九十]+)?[个家]?"
    r"(?:(?P<places>[省市县区旗州镇乡]\ue000{0,20}(?:人民)?政府)|"
    r"(?:国务院|中央|省|自治区|市|州|县|区|镇)?(?:级|直|政府|属|委)?"
    r"(?:各|有关|相关|职能|成员|行业|主管|其他|责任|参与|业务|监管|涉及|的)*"
    r"(?:(?:部门|单位|机构|机关|处室|科室|企业|地区|地方|镇街|方面|委办局|股室|乡镇|街道|部委|群团组织|人民团体|社会组织)"
    r"(?:[和及与、](?:有关|相关)?(?:部门|单位|机构|机关|企业)(?=[，；。、）)\s按分共负牵配协落承参]|$))*)?)"
)
# What a clause says beside who and when: how to read 分别负责, that nothing is fixed (适时启动), whom it concerns too.
_SAID_BESIDE = lazy_pattern(
    r"分别(?:负责|牵头)的?(?:为|是|指).*|(?:适时|即时|即知即改|及时|尽快|随时|按期|按时|分年度|分步)(?:启动|推进|开展|实施|办理|完成|落实)?(?=[，；。,;]|$)"
    r"|[^，；。、]{0,8}参照(?:执行|实施|落实|办理)(?=[，；。,;]|$)"
)
_FIRST = lazy_pattern(r"[第首]")
_SHARED_TAIL = ("部门", "单位", "系统", "机关")
_PERSON = lazy_pattern(r"[^，；。,;、\s]+(?:[ \u3000](?=[^，；。,;、\s](?![^，；。,;、\s]))\S)?")
_REMARK = lazy_pattern(
    r"(?:按|依|根据).{0,6}(?:职责|分工)|^共?\d{1,3}[项个件条]$|排名不分先后|以下简称|下同|按.{1,6}排序"
)
_NAME_LIKE = lazy_pattern(r"[\w*×·“”‘’\-—]{2,18}$")
_UNLIKE_NAME = lazy_pattern(
    r"的|了|和|建设|情况|信息|问题|机制|制度|方案|项目|工程|任务|推进|加强|完成|开展|工作$|不|是|率|\d{2,}|附件|同意|资金"
    r"|^第(?!三方)|^实行|^[含见经]|[一二三]批"
)


class Reader:
    """One reading of one text. ``lenient`` takes strings of unknown form for units (a unit column says so)."""

    def __init__(self, text: str, role: Role | None, lenient: bool) -> None:
        self.text = text
        unnumbered = _NUMBERING.sub(_as_commas, text)
        pairs = bracket_pairs(unnumbered)
        self.masked = mask_brackets(unnumbered, pairs)
        self.openings = {end: start for start, end in pairs}
        self.role: Role | None = role
        self.lenient = lenient
        self.out = Collected(text, role)
        self.labels: list[Label] = []
        self.rider: str | None = None  # found inside the text: 列第一位的为牵头单位
        self.subjectless = 0  # role words with no unit before them
        self.shared_tail = False
        self.people_listed = False

    def read(self) -> Reader:
        """Read the whole text."""
        self.labels = [
            label
            for label in find_labels(self.text, self.masked)
            if label.kind != "other" or form_of(label.text) < Form.PLACE  # 市教育局：… is a unit, no label
        ]
        bounds = [*(label.start for label in self.labels), len(self.text)]
        self._piece(0, bounds[0], self.role)
        for label, end in zip(self.labels, bounds[1:], strict=True):
            self._labelled(label, end)
        return self

    def _labelled(self, label: Label, end: int) -> None:
        if label.kind in ("units", "level"):
            self._piece(label.end, end, label.role or self.role)
        elif label.kind == "persons":
            for found in _PERSON.finditer(self.masked, label.end, end):
                self.out.add_person(found.start(), found.end(), label.text)
        elif label.kind == "time":
            self.out.last_was_time = False
            self.out.add_time(label.end, end)
        else:
            self.out.add_leftover(label.start, end)

    def _piece(self, start: int, end: int, role: Role | None) -> None:
        """One labelled or unlabelled stretch: fragments between commas."""
        self.out.stop()
        self.out.last_was_time = False
        previous = start
        for found in _FRAGMENT.finditer(self.masked, start, end):
            if _STOP.search(self.masked, previous, found.start()):
                self.out.stop()
            self.out.fragment += 1
            self._fragment(found.start(), found.end(), role)
            previous = found.end()

    def _fragment(self, start: int, end: int, role: Role | None) -> None:
        runs = find_runs(self.masked, start, end) if holds_role_words(self.masked, start, end) else []
        if _FIRST.search(self.masked, start, end) and (rider := find_rider(self.masked[start:end])):
            self.rider = rider
            return
        if _SAID_BESIDE.match(self.masked, start, end):
            return
        if not runs:
            if not self._is_time(start, end):
                self._list(start, end, role)
            return
        for run in runs:
            if about_time(self.masked[start : run.start]):
                opening = self._time_before_units(start, run.start)
                self.out.add_time(start, opening or end)
                if not opening:
                    return
                start = opening
            self._worded(start, run, role)
            start = run.end
        self._rest(start, end, role)

    def _worded(self, start: int, run: Run, role: Role | None) -> None:
        """A list and the role words that close it."""
        known = len(self.out.units) + len(self.out.persons)
        self._list(start, run.start, role)
        if run.role is None:
            return
        has_subject = self.masked[start : run.start].strip(EDGE) != ""
        if known == len(self.out.units) + len(self.out.persons) and (has_subject or not known):
            self.subjectless += 1
        self.out.close(run.role)

    def _time_before_units(self, start: int, end: int) -> int:
        """Where the units begin in ``6月底前由市教育局`` (牵头完成); 0 when the stretch is about time alone."""
        opening = opens_with_time(self.masked, start, end)
        members = split_members(self.masked, opening, end) if opening else []
        return opening if members and all(member.form >= Form.GENERIC for member in members) else 0

    def _is_time(self, start: int, end: int) -> bool:
        """A fragment about time as a whole (市直单位7月底前完成), or the continuation of one."""
        if not about_time(self.masked[start:end]):
            return False
        members = split_members(self.masked, start, end)
        if len(members) > 1 and all(self._unit_or_time(member) for member in members):
            return False  # units and times side by side: taken one by one
        if len(members) == 1 and members[0].form >= Form.COLLECTIVE and not opens_with_time(self.masked, start, end):
            return False
        self.out.add_time(start, end)
        return True

    def _unit_or_time(self, member: Member) -> bool:
        if opens_with_time(self.masked, member.start, member.end):
            return True
        return member.form >= Form.GENERIC and not about_time(member.plain)

    def _rest(self, start: int, end: int, role: Role | None) -> None:
        """What follows the last role word of a fragment: a time, a note, more units, the object of the duty."""
        rest = self.masked[start:end].strip(EDGE)
        if not rest:
            return
        if rest == FILL * len(rest):
            lead = start + self.masked[start:end].index(FILL)
            self._note(lead, lead + len(rest), None)
        elif about_time(rest):
            self.out.add_time(start, end)
        elif not self._is_object(start, end) and all(
            member.form >= Form.PLACE for member in split_members(self.masked, start, end)
        ):
            self._list(start, end, role)
        else:
            self.out.add_leftover(start, end)

    def _is_object(self, start: int, end: int) -> bool:
        """县教育局负责|县直学校: what stands right behind 负责 to the end is what the duty is for."""
        return self.masked.startswith("负责", start - 2) and start < end and not self.masked[start].isspace()

    def _list(self, start: int, end: int, role: Role | None) -> None:
        """A list of units: connectors (会同) and tails (等部门) cut it."""
        joined = False
        for connector in _CONNECTOR.finditer(self.masked, start, end):
            self._joined_list(start, connector.start(), role, joined)
            start, joined = connector.end(), True
        self._joined_list(start, end, role, joined)

    def _joined_list(self, start: int, end: int, role: Role | None, joined: bool) -> None:
        if "等" in self.masked[start:end]:
            for tail in _TAIL.finditer(self.masked, start, end):
                self.shared_tail = len(tail.group()) > 1
                self._members(start, tail.start(), role, joined, tail["places"])
                start = tail.end()
        self.shared_tail = False
        self._members(start, end, role, joined)

    def _members(self, start: int, end: int, role: Role | None, joined: bool, places: str | None = None) -> None:
        """The members of one plain list; after 会同 they support, before 等县（市）政府 they are ``places``."""
        members = split_members(self.masked, start, end, places is not None) if start < end else []
        if not members:
            return
        self.shared_tail = self.shared_tail or members[-1].plain.endswith(_SHARED_TAIL)
        self.people_listed = all(m.form != Form.NONE or person_form(m.plain) >= 0.9 for m in members)
        for member in members:
            if member.form == Form.GENERIC and (member.tail or joined):
                continue  # 会同有关部门, 及相关单位: tails
            self._member(member, role, "support" if joined else None, member is members[-1])
        if glued := [member for member in members if member.glued]:
            self.out.doubts.append(Doubt("list-split-without-separators", glued[0].start, glued[-1].end))

    def _member(self, member: Member, role: Role | None, fixed: Role | None, last: bool) -> None:
        if PLACEHOLDER.fullmatch(member.plain) and FILL not in self.masked[member.start : member.end]:
            return
        end, mark = self._notes(member)
        if end == member.start:
            return
        if mark and last and _FRAGMENT.search(self.masked, member.end):
            self.out.spread_mark(mark)
        if member.form > Form.STEM:
            self.out.add_unit(member.start, end, member.form, role, fixed or mark)
        elif about_time(member.plain):
            self.out.add_time(member.start, end)
        elif member.form == Form.STEM:
            if not self.shared_tail:
                self._doubt_form(member.start, end, member.plain)
            self.out.add_unit(member.start, end, member.form, role, fixed or mark)
        elif organ := organ_before(member.plain):
            self._official(member.start, end, organ, role, fixed or mark)
        elif (self.people_listed and person_form(member.plain) >= 0.9) or holds_office(member.plain):
            self.out.add_person(member.start, end, None)
        elif self.lenient and _name_like(member.plain):
            self._doubt_form(member.start, end, member.plain)
            self.out.add_unit(member.start, end, member.form, role, fixed or mark)
        else:
            self.out.add_unreadable(member.start, end)

    def _official(self, start: int, end: int, organ: int, role: Role | None, fixed: Role | None) -> None:
        """市林业局局长赵敏: the organ is the unit, the official a person."""
        if len(self.text[start:end].split()) > 1:
            self.out.add_person(start, end, None)
            return
        self.out.add_unit(start, start + organ, Form.ORGAN, role, fixed)
        self.out.add_person(start + organ, end, None)

    def _doubt_form(self, start: int, end: int, plain: str) -> None:
        self.out.doubts.append(Doubt("unit-name-unknown-form", start, end, plain))

    def _notes(self, member: Member) -> tuple[int, Role | None]:
        """Read the bracket groups that close a member; returns the end of the name and a role mark."""
        end, mark = member.end, None
        while end > member.start and self.masked[end - 1] == FILL:
            start = self.openings.get(end, end - 1)
            kept, found = self._note(start, end, member)
            if kept:
                break
            mark = found or mark
            while start > member.start and self.masked[start - 1].isspace():
                start -= 1
            end = start
        return end, mark

    def _note(self, start: int, end: int, member: Member | None) -> tuple[bool, Role | None]:
        """One bracket group: whether it belongs to the name (an alias), and the role that it marks."""
        inner = self.text[start + 1 : end - 1]
        plain = "".join(inner.split())
        role = role_of_words(plain) if len(plain) <= 10 else None
        rider = find_rider(plain)
        self.rider = rider or self.rider
        if role or rider or not plain or _REMARK.search(plain):
            return False, role
        if member is not None and self._people_inside(start + 1, end - 1):
            return False, None
        timed = about_time(plain)
        if timed and (member is None or opens_with_time(inner, 0, len(inner))):
            self.out.add_time(start + 1, end - 1)
        elif member is None:
            self.out.add_leftover(start + 1, end - 1)
        elif person_form(plain) >= 0.9:
            self.out.add_person(start + 1, end - 1, None)
        else:
            return True, None
        return False, None

    def _people_inside(self, start: int, end: int) -> bool:
        """People with their label in brackets behind a unit: 市商务局（责任人：李四）."""
        inner = self.text[start:end]
        labels = find_labels(inner, inner) if "：" in inner or ":" in inner else []
        if not labels or labels[0].kind != "persons" or any(label.kind not in ("persons", "other") for label in labels):
            return False
        for label, stop in zip(labels, [*(label.start for label in labels[1:]), len(inner)], strict=True):
            if label.kind == "other":
                self.out.add_leftover(start + label.start, start + stop)
                continue
            for found in _PERSON.finditer(inner, label.end, stop):
                self.out.add_person(start + found.start(), start + found.end(), label.text)
        return True


def _as_commas(numbering: re.Match[str]) -> str:
    return "、" * len(numbering.group())


def _name_like(plain: str) -> bool:
    """Whether a string of unknown form can be a name at all: short, and nothing of a sentence in it."""
    return _NAME_LIKE.match(plain) is not None and not _UNLIKE_NAME.search(plain) and not reads_like_task(plain)
