"""What a reading has collected so far, and how its roles are settled in the end."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.doubt import Doubt
from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass
from .grammar import Form, form_of
from .model import PersonDraft, Range, Role, UnitDraft, UnitReading
from .persons import is_person, is_title, organ_before, split_title
from .riders import leads_by, role_of_others
from .times import about_time

EDGE = " \t\r\n\u3000\xa0，；。,;、：:！"
_TELEPHONE = lazy_pattern(r"(?:联系)?(?:电话|手机|座机|传真)?[：:]?[\d-]+")
_BESIDE = frozenset({"support", "guide"})
PLACEHOLDER = lazy_pattern(r"[一二三四五六七八九十\d]+|[无略/／\-—–…·.、]+|暂无|同上|下同|[Xx×]+")


@dataclass(slots=True, eq=False, repr=False)
class Named:
    """A unit that waits for its role."""

    start: int
    end: int
    name: str
    form: Form
    head: Role | None  # role of the label or column
    role: Role | None  # role by a word beside it
    fragment: int


class Collected:
    """Units, people, times and leftovers of one text, in the order in which they were read."""

    def __init__(self, text: str, role: Role | None) -> None:
        self.text = text
        self.role: Role | None = role
        self.units: list[Named] = []
        self.persons: list[PersonDraft] = []
        self.deadlines: list[Range] = []
        self.leftovers: list[Range] = []
        self.doubts: list[Doubt] = []
        self.rider: str | None = None  # found inside the text: 列第一位的为牵头单位
        self.fragment = 0
        self.pending = 0  # index of the first unit without a word since the last stop
        self.last_was_time = False

    def stop(self) -> None:
        """A semicolon, full stop or label: role words that follow reach no unit before it."""
        self.pending = len(self.units)

    def add_unit(self, start: int, end: int, form: Form, head: Role | None, role: Role | None = None) -> None:
        """A unit whose name stands at the range."""
        name = "".join(self.text[start:end].split())
        self.units.append(Named(start, end, name, form, head or self.role, role, self.fragment))
        self.last_was_time = False

    def add_person(self, start: int, end: int, label: str | None) -> None:
        """A person as printed: title beside the name or in brackets (张三（副市长）); a unit in brackets is a unit."""
        bracket = self.text.find("（", start, end)
        title = None
        if bracket > start:
            title = "".join(self.text[bracket + 1 : end].rstrip("） \n").split()) or None
            if title and self.text[end - 1] == "）" and (form := form_of(title)) >= Form.PLACE:
                self.add_unit(bracket + 1, end - 1, form, None)
                title = None
            end = bracket
        printed = "".join(self.text[start:end].split())
        if _TELEPHONE.fullmatch(printed):
            self.add_leftover(start, end)
            return
        if not printed or PLACEHOLDER.fullmatch(printed) or (self.persons and is_title(printed)):
            return
        if not is_person(printed) and about_time(printed):  # 负责人：赵敏，6月底前
            self.add_time(start, end)
            return
        if organ := organ_before(printed, told=label is not None):  # 责任人：市教育局王芳
            cut = printed_offset(self.text, start, organ)
            self.add_unit(start, printed_offset(self.text, start, organ - 1) + 1, Form.ORGAN, None)
            start, printed = cut, printed[organ:]
        self._drop_offices(start)
        first, last, beside = split_title(printed)
        if (first, last) != (0, len(printed)):
            end = printed_offset(self.text, start, last - 1) + 1
            start, printed = printed_offset(self.text, start, first), printed[first:last]
        self.persons.append(PersonDraft(printed, label or title or beside, start, end))
        self.last_was_time = False

    def _drop_offices(self, start: int) -> None:
        """Take back the offices that only a blank parts from who holds them at ``start``: 县委常委、副县长 张三."""
        while self.persons and is_title(self.persons[-1].name):
            between = self.text[self.persons[-1].end : start]
            *more, behind = between.split("、")
            if not (
                between[-1:].isspace()
                and all(is_title(office.strip()) for office in (*more[1:], behind) if office.strip())
            ):
                return
            self.persons.pop()

    def add_time(self, start: int, end: int) -> None:
        """A stretch about time; it goes on from the one before when nothing else was read between them."""
        start, end = self._trimmed(start, end)
        if start >= end:
            return
        if self.last_was_time and self.deadlines and self._free(self.deadlines[-1][1], start):
            self.deadlines[-1] = (self.deadlines[-1][0], end)
        else:
            self.deadlines.append((start, end))
        self.last_was_time = True

    def add_leftover(self, start: int, end: int) -> None:
        """A stretch that is neither a unit nor a person nor a time."""
        start, end = self._trimmed(start, end)
        if start < end:
            self.leftovers.append((start, end))
            self.last_was_time = False

    def add_unreadable(self, start: int, end: int) -> None:
        """A member of no known form; after a time it belongs to the time (12月底前完成甲，公布乙)."""
        if self.last_was_time:
            self.add_time(start, end)
        else:
            self.add_leftover(start, end)

    def close(self, role: Role) -> None:
        """Give a role word's role to the units that wait for one.

        Somebody has to do what others help with: of 责任单位：甲，乙配合 only what stands behind the last comma helps.
        """
        waiting = self.units[self.pending :]
        done = role not in _BESIDE or any(unit.role or unit.head in _BESIDE for unit in self.units)
        for unit in waiting:
            if done or unit.fragment == waiting[-1].fragment:
                unit.role = unit.role or role
        self.pending = len(self.units)

    def spread_mark(self, mark: Role) -> None:
        """``甲、乙（牵头），丙``: a mark that closes a comma group holds for the group when others follow."""
        group: list[Named] = []
        for unit in reversed(self.units):
            if unit.fragment != self.fragment:
                break
            if unit.role:
                return
            group.append(unit)
        for unit in group:
            unit.role = mark
        if group:
            self.doubts.append(_guess(mark, group[::-1]))

    def others_marked(self) -> bool:
        """Whether every unit of the comma groups before has its role: 甲（牵头），乙、丙（配合）."""
        others = [unit for unit in self.units if unit.fragment != self.fragment]
        return bool(others) and all(unit.role for unit in others)

    def take(self, at: int, other: Collected) -> None:
        """What was read at an offset of this text, in brackets behind a unit."""
        for unit in other.units:
            self.add_unit(at + unit.start, at + unit.end, unit.form, None, unit.role or unit.head)
        for person in other.persons:
            self.persons.append(person._replace(start=at + person.start, end=at + person.end))
        for start, end in other.deadlines:
            self.add_time(at + start, at + end)

    def _free(self, start: int, end: int) -> bool:
        """Nothing that was read stands between two offsets."""
        ends = [unit.end for unit in self.units[-2:]]
        ends += [person.end for person in self.persons[-2:]]
        ends += [reach for _, reach in (*self.leftovers[-2:], *self.deadlines[-2:-1])]
        return start <= end and max(ends, default=0) <= start

    def _trimmed(self, start: int, end: int) -> Range:
        while start < end and self.text[start] in EDGE:
            start += 1
        while end > start and self.text[end - 1] in EDGE:
            end -= 1
        return start, end

    def result(self, rider: str | None) -> UnitReading:
        """The finished reading, with every role settled."""
        drafts = tuple(self._settled(rider))
        doubts = sorted([*self.doubts, *_both_roles(drafts)], key=lambda doubt: doubt.start)
        return UnitReading(
            units=drafts,
            persons=tuple(self.persons),
            deadlines=tuple(sorted(self.deadlines)),
            leftovers=tuple(sorted(self.leftovers)),
            doubts=tuple(doubts),
        )

    def _settled(self, rider: str | None) -> list[UnitDraft]:
        words: set[Role] = {unit.role for unit in self.units if unit.role}
        neutral = words <= {"responsible"}  # 共同负责, 按职责分工落实: the head's role stays
        helpers = any(unit.head == "support" and not unit.role for unit in self.units)
        drafts: list[UnitDraft] = []
        guessed: list[tuple[Role, list[Named]]] = []
        for position, unit in enumerate(self.units):
            role = unit.role
            charged = helpers and unit.head == "support"  # 配合单位：甲；乙负责落实
            if role is None or (neutral and (unit.head or rider) and not charged):
                told = self._role_without_word(unit, position, words, rider if neutral else None)
                # under a lead's head another unit was singled out as the lead
                role = told or ("support" if unit.head else "responsible")
                if told is None:
                    if not (guessed and guessed[-1][0] == role and self._beside(guessed[-1][1][-1], position)):
                        guessed.append((role, []))
                    guessed[-1][1].append(unit)
            drafts.append(UnitDraft(unit.name, role, unit.start, unit.end))
        self.doubts += [_guess(role, units) for role, units in guessed]
        return drafts

    def _beside(self, before: Named, position: int) -> bool:
        """Whether a unit is the one before and no label or other list begins between them."""
        between = self.text[before.end : self.units[position].start]
        return self.units[position - 1] is before and not any(mark in between for mark in "：；")

    def _role_without_word(self, unit: Named, position: int, words: set[Role], rider: str | None) -> Role | None:
        """The role of a unit that no word decides: the rider's, the head's, else None."""
        if rider:
            return "lead" if leads_by(rider, self.text, self.units, position) else role_of_others(rider)
        if unit.head and not (unit.head == "lead" and "lead" in words):
            return unit.head
        return None


def _guess(role: Role, units: Sequence[Named]) -> Doubt:
    """One doubt for units side by side whose role nothing says."""
    names = "、".join(unit.name for unit in units)
    return Doubt("role-guessed", units[0].start, units[-1].end, f"{role} ({names})")


def printed_offset(text: str, start: int, count: int) -> int:
    """Where the character stands that has ``count`` characters other than white space between ``start`` and itself."""
    at = start
    while text[at].isspace():
        at += 1
    for _ in range(count):
        at += 1
        while text[at].isspace():
            at += 1
    return at


def _both_roles(drafts: tuple[UnitDraft, ...]) -> list[Doubt]:
    leads = {draft.name for draft in drafts if draft.role == "lead"}
    return [
        Doubt("same-unit-lead-and-support", draft.start, draft.end, draft.name)
        for draft in drafts
        if draft.role == "support" and draft.name in leads
    ]
