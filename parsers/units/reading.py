"""The reader that cells and clauses share: fragments → lists and role words → units, persons, times, leftovers.

A text is cut at its labels, each piece at commas, each fragment at its role words. Units wait until a role word,
a label or the head decides their role; fragments about time and fragments that are neither go out as ranges.
"""

from __future__ import annotations

import re

from ...normalize.lazy import CHINESE, lazy_pattern
from .closing_roles import Run, find_runs, holds_role_words
from .collected import EDGE, Collected
from .grammar import Form, form_of
from .labels import Label, find_labels
from .masking import FILL, bracket_pairs, mask_brackets
from .members import PERSON, MemberReader
from .model import Role
from .persons import telephones
from .riders import MARKS, find_rider
from .split import Member, split_members
from .times import about_time, glued_time, opens_with_time

_NUMBERING = lazy_pattern(
    r"(?:(?<=[\s，；。、：])|^)(?:\d{1,2}[.．、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])|[①-⑳]"
    rf"|(?<=[局委办厅部会处室站府])(?:[（(][2-9][)）]|(?:[2-9]|1\d)[.．、])(?={CHINESE})"
)
_FRAGMENT = lazy_pattern(r"[^，；。,;：:！!]+")
# The colon of a time of day is no label's.
_CLOCK = lazy_pattern(r"(?<=\d)[：:](?=\d\d(?!\d))")
_STOP = lazy_pattern(r"[；。;]")
# What a clause says beside who and when: how to read 分别负责, that nothing is fixed (适时启动), whom it concerns too.
_SAID_BESIDE = lazy_pattern(
    r"分别(?:负责|牵头)的?(?:为|是|指).*|(?:适时|即时|即知即改|及时|尽快|随时|按期|按时|分年度|分步)(?:启动|推进|开展|实施|办理|完成|落实)?(?=[，；。,;]|$)"
    r"|(?:立即|立行|即知|即查|边查|边整)(?:立即)?(?:改|即改|立改|整改)(?:到位)?(?=[，；。,;]|$)"
    r"|(?:预期|约束|指导|考核)性(?:指标|目标|任务)?(?=[，；。,;]|$)"
    r"|(?:其他|其余|其它)的?(?:单位|部门)?(?:均|都)?(?:为|是)\S{2,4}(?:单位|部门)(?=[，；。,;]|$)"
    r"|[^，；。、]{0,8}参照(?:执行|实施|落实|办理)(?=[，；。,;]|$)"
)
#: Units of one level, before those of them that are meant.
_LEVEL_OF_UNITS = lazy_pattern(
    r"(?:中央|国家|省|自治区|州|市|县|区|镇|乡)(?:级|直|本级)?(?:有关|相关)?(?:部门|单位)|县区|区县|县市区|镇街|乡镇|街道|村(?:社区|居)?"
)
#: Who helps, before when: 会同乙局于6月底前完成.
_BESIDE = lazy_pattern(r"(?:会同|联合|协同)[^，；。：于]{2,60}(?=于)")
_GOING = ("持续", "长期", "常态化", "滚动")
_OTHERS_REACH = 24  # 列首位的为牵头单位，其他为配合单位: what the others are stands behind a comma
_RIDING = lazy_pattern(rf"[第首{MARKS}]|[逗分顿]号")


class Reader:
    """One reading of one text. ``lenient`` takes strings of unknown form for units (a unit column says so)."""

    def __init__(self, text: str, role: Role | None, lenient: bool) -> None:
        self.text = text
        unnumbered = _CLOCK.sub("点", _NUMBERING.sub(_as_commas, text))
        self.telephones = telephones(text)
        for start, end in self.telephones:
            unnumbered = unnumbered[:start] + "、" * (end - start) + unnumbered[end:]
        pairs = bracket_pairs(unnumbered)
        self.masked = mask_brackets(unnumbered, pairs)
        self.role: Role | None = role
        self.out = Collected(text, role)
        self.lists = MemberReader(text, self.masked, {end: start for start, end in pairs}, self.out, lenient, _inside)
        self.labels: list[Label] = []
        self.subjectless = 0  # role words with no unit before them

    def read(self) -> Reader:
        """Read the whole text."""
        labels = (self._as_level(label) for label in find_labels(self.text, self.masked))
        self.labels = [
            label
            for label in labels
            if label.kind != "other" or form_of(label.text) < Form.PLACE  # 市教育局：… is a unit, no label
        ]
        bounds = [*(label.start for label in self.labels), len(self.text)]
        self._piece(0, bounds[0], self.role)
        for label, end in zip(self.labels, bounds[1:], strict=True):
            self._labelled(label, end)
        for start, end in self.telephones:
            self.out.add_leftover(start, end)
        return self

    def _as_level(self, label: Label) -> Label:
        """市直单位：甲局、乙局 names those of a level; 市直单位：6月底前 is about them all."""
        if label.kind != "other" or not _LEVEL_OF_UNITS.fullmatch(label.text):
            return label
        first = _FRAGMENT.match(self.masked, label.end)
        members = split_members(self.masked, *first.span()) if first else []
        named = bool(members) and all(member.form >= Form.PLACE for member in members)
        return label._replace(kind="level") if named else label

    def _labelled(self, label: Label, end: int) -> None:
        if label.kind in ("units", "level"):
            self._piece(label.end, end, label.role or self.role)
        elif label.kind == "persons":
            for found in PERSON.finditer(self.masked, label.end, end):
                self.out.add_person(found.start(), found.end(), label.text)
        elif label.kind == "time":
            self.out.last_was_time = False
            self.out.add_time(label.end, end)
        elif self.out.last_was_time and about_time(self.masked[label.end : end]):
            self.out.add_time(label.start, end)  # 城区：6月底前；农村：9月底前
        else:
            self.out.add_leftover(label.start, end)

    def _piece(self, start: int, end: int, role: Role | None) -> None:
        """One labelled or unlabelled stretch: fragments between commas, up to a sentence that names no units."""
        self.out.stop()
        self.out.last_was_time = self.lists.ended = False
        previous, strange = start, False
        for found in _FRAGMENT.finditer(self.masked, start, end):
            if _STOP.search(self.masked, previous, found.start()):
                self.out.stop()
                self.lists.ended |= "。" in self.masked[previous : found.start()] and bool(self.out.units)
            self.out.fragment += 1
            strange = strange or (self.lists.ended and not self._goes_on(found.start(), found.end()))
            if strange:
                self.out.add_leftover(found.start(), found.end())
            else:
                self._fragment(found.start(), found.end(), role)
            previous = found.end()

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the words behind a sentence that named units name more of them, with what they do, or a time."""
        if holds_role_words(self.masked, start, end) or about_time(self.masked[start:end]):
            return True
        return self._names_units(start, end)

    def _fragment(self, start: int, end: int, role: Role | None) -> None:
        runs = find_runs(self.masked, start, end) if holds_role_words(self.masked, start, end) else []
        runs = [run for run in runs if not self.masked.endswith(_GOING, start, run.start)]  # 持续推进 is a time
        if _RIDING.search(self.masked, start, end) and (rider := find_rider(self.masked[start : end + _OTHERS_REACH])):
            self.out.rider = rider
            return
        if _SAID_BESIDE.match(self.masked, start, end):
            return
        beside = _BESIDE.match(self.masked, start, end)
        behind = beside.end() if beside is not None else self._time_behind_units(start, end) if role is not None else 0
        if behind and (beside is None or about_time(self.masked[behind:end])):
            self.lists.read(start, behind, role)
            self.out.add_time(behind, end)
            return
        if not runs:
            if not self._is_time(start, end):
                self.lists.read(start, end, role)
            return
        for run in runs:
            if about_time(self.masked[start : run.start]):
                opening = self._time_before_units(start, run.start)
                self.out.add_time(start, opening or end)
                if not opening:
                    return
                start = opening
            elif self._is_object(start, run.start) and not self._names_units(start, run.start):
                start = run.end  # 县林业局负责资金监督: 资金 is what it is for
                continue
            self._worded(start, run, role)
            start = run.end
        self._rest(start, end, role)

    def _worded(self, start: int, run: Run, role: Role | None) -> None:
        """A list and the role words that close it."""
        known = len(self.out.units) + len(self.out.persons)
        self.lists.read(start, run.start, role)
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

    def _time_behind_units(self, start: int, end: int) -> int:
        """Where a time begins that stands right behind the units of a cell (县交通局6月底前); 0 when there is none."""
        found = glued_time(self.masked, start, end)
        members = split_members(self.masked, start, found) if found else []
        return found if members and all(member.form == Form.ORGAN for member in members) else 0

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
            self.lists.note(lead, lead + len(rest), None)
        elif about_time(rest):
            self.out.add_time(start, end)
        elif not self._is_object(start, end) and self._names_units(start, end):
            self.lists.read(start, end, role)
        else:
            self.out.add_leftover(start, end)

    def _names_units(self, start: int, end: int) -> bool:
        return all(member.form >= Form.PLACE for member in split_members(self.masked, start, end))

    def _is_object(self, start: int, end: int) -> bool:
        """县教育局负责|县直学校: what stands right behind 负责 to the end is what the duty is for."""
        return self.masked[max(0, start - 2) : start] == "负责" and start < end and not self.masked[start].isspace()


def _inside(text: str) -> Collected:
    """The reading of a bracket behind a unit."""
    return Reader(text, None, lenient=False).read().out


def _as_commas(numbering: re.Match[str]) -> str:
    return "、" * len(numbering.group())
