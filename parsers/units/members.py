"""Lists of units: connectors and tails cut them, members are units, people, times or what none can read.

A list is cut at its connectors (甲会同乙) and its tails (等部门); what brackets say behind a member (牵头, a person, a
time) goes with it or beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...normalize.doubt import Doubt
from ...normalize.lazy import lazy_pattern
from .closing_roles import TOGETHER, role_said
from .collected import PLACEHOLDER, Collected, printed_offset
from .connectors import find_connectors
from .duties import organ_before_duty
from .grammar import Form, reads_like_task
from .labels import find_labels
from .masking import FILL
from .model import Role
from .persons import holds_office, is_person, is_sure_name, is_word, organ_before, telephones
from .riders import find_rider
from .roles import role_of_words
from .split import Member, split_members
from .times import about_time, opens_with_time

_TAIL = lazy_pattern(
    r"(?<![高平同中初均])等(?![级候等])(?:\d+|[一二三四五六七八九十]+)?[个家]?(?: (?=(?:[有相]关|成员|职能)?(?:部门|单位|机构)))?"
    r"(?:(?:各?(?:相关|有关)|各|设区)?(?P<places>[省市县区旗州镇乡]\ue000{0,20}(?:人民)?政府)(?!各?(?:有关|相关|职能|直属|组成|主管|部门|单位|机构))|"
    r"(?:国务院|中央|省|自治区|市|州|县|区|镇)?(?:级|直属?|(?:人民)?政府|属|委)?"
    r"(?:各|有关|相关|领导小组|联席会议|指挥部|工作专班|职能|组成|直属|所属|成员|行业|主管|其他|责任|参与|业务|监管|涉及|金融|涉农|涉企|执法|审批|管理|综合|宣传|政法|党政|属地|重点|驻[省市州县区]|的)*"
    r"(?:(?:部门单位|部门|单位|机构|机关|处室|科室|企业|地区|地方|镇街|方面|委办局|股室|乡镇|街道|部委|群团组织|人民团体|社会组织)"
    r"(?:[和及与、](?:有关|相关)?(?:部门|单位|机构|机关|企业)(?=[，；。、）)\s按分共负牵配协落承参]|$))*)?)"
)
_ANY_OF_LEVEL = lazy_pattern(
    r"(?:(?:国务院|中央|自治区|[省市州县区])[级直]?各?)?(?:有关|相关)(?:部门|单位|机构|部委|厅局|委办局)"
)
_LONGEST_LISTED = 10
#: Ends of offices that oversee; a word of the role alone has none of them.
_OFFICES = ("处", "科", "股", "办", "组", "局", "大队", "支队", "中心")
_SHARED_TAIL = ("部门", "单位", "系统", "机关")
PERSON = lazy_pattern(r"[^，；。,;、\s]+(?:[ \u3000](?=[^，；。,;、\s](?![^，；。,;、\s]))\S)?")
_FOLLOWED = lazy_pattern(r"[^，；。,;：:！!]")
_REMARK = lazy_pattern(
    r"(?:按|依|根据).{0,6}(?:职责|分工)|^共?\d{1,3}[项个件条]$|排名不分先后|以下简称|下同|按.{1,6}排序"
)
# A kind of units by what it has to do, in a column of units: 有改造任务的乡镇, 全县14个乡镇.
_DESCRIBED = lazy_pattern(
    r"(?:[^，。；：\d]{2,18}的|(?:全[市县区州镇乡]|各)?\d{1,3}个)(?:所有|各|[省市县区]?[直级属])?"
    r"(?:部门|单位|机构|企业|公司|学校|医院|乡镇|镇街|街道|县区|县市区?|区县|社区|园区|科室|主体|地区|[镇村县])"
)
_DUTY = lazy_pattern(r"牵头|负责|配合|参与|协助|协办|主办|承办|指导|督导|会同")
_OWN_DUTY = lazy_pattern(r"(?:具体|主要|分别|牵头)?负责[^，；。：]{2,}")
#: How a unit is reached: （联系电话：0551-3024630）.
_REACHED_AT = lazy_pattern(
    r"(?:(?:联系|咨询|办公|办公室|监督|举报|服务|值班|业务)?(?:电话|热线|传真|手机|邮箱|电子邮箱|电邮)|联系方式|邮编)(?:为|[：:])?[\w@.\-—]*[\d@]"
)
_NAME_LIKE = lazy_pattern(r"[\w*×·“”‘’\-—]{2,18}$")
_UNLIKE_NAME = lazy_pattern(
    r"的|了|和|建设|情况|信息|问题|机制|制度|方案|项目|工程|任务|推进|加强|完成|开展|工作$|不|是|率|\d{2,}|附件|同意|资金"
    r"|^第(?!三方)|^同(?:第|上|前)|确定$|^待定|自行|^按|^实行|^[含见经]|[一二三]批"
)


class MemberReader:
    """Reads the lists of one text into what it has collected."""

    def __init__(
        self,
        text: str,
        masked: str,
        openings: dict[int, int],
        out: Collected,
        lenient: bool,
        inside: Callable[[str], Collected],
    ) -> None:
        self.text = text
        self.masked = masked
        self.openings = openings
        self.out = out
        self.lenient = lenient
        self.inside = inside
        self.beside: list[tuple[int, Collected]] = []  # what brackets behind the member at hand say of others
        self.shared_tail = False
        self.people_listed = False
        self.listed = False
        self.marked_together = False
        #: Whether a sentence that names units has ended before: words of no known form behind it are no unit.
        self.ended = False

    def read(self, start: int, end: int, role: Role | None) -> None:
        """A list of units: connectors (会同) and tails (等部门) cut it."""
        joined = False
        for connector in find_connectors(self.masked, start, end):
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
        self.listed = _lists_units(members)
        self.people_listed = all(m.form != Form.NONE or is_person(m.plain) or holds_office(m.plain) for m in members)
        for member in members:
            if member.form == Form.GENERIC and (member.tail or joined):
                continue  # 会同有关部门, 及相关单位: tails
            if joined and _ANY_OF_LEVEL.fullmatch(member.plain):
                continue  # 会同市级有关部门
            self._member(member, role, "support" if joined else None, member is members[-1])
        if glued := [member for member in members if member.glued]:
            self.out.doubts.append(Doubt("list-split-without-separators", glued[0].start, glued[-1].end))

    def _member(self, member: Member, role: Role | None, fixed: Role | None, last: bool) -> None:
        if PLACEHOLDER.fullmatch(member.plain) and FILL not in self.masked[member.start : member.end]:
            return
        self.marked_together = False
        end, mark = self._notes(member)
        if end == member.start:
            return
        if (
            mark
            and last
            and (self.marked_together or _FOLLOWED.search(self.masked, member.end) or self.out.others_marked())
        ):
            self.out.spread_mark(mark)
        self._take(member, end, role, fixed or mark)
        while self.beside:
            self.out.take(*self.beside.pop(0))

    def _take(self, member: Member, end: int, role: Role | None, fixed: Role | None) -> None:
        """Add a member, without its brackets up to ``end``, as what it is: unit, time, official, person or unreadable."""
        if member.form > Form.STEM:
            self.out.add_unit(member.start, end, member.form, role, fixed)
        elif about_time(member.plain):
            self.out.add_time(member.start, end)
        elif member.form == Form.STEM:
            if not self.shared_tail:
                self._doubt_form(member.start, end, member.plain)
            self.out.add_unit(member.start, end, member.form, role, fixed)
        elif organ := organ_before(member.plain):
            self._official(member.start, end, organ, role, fixed)
        elif organ := organ_before_duty(member.plain):
            behind = printed_offset(self.text, member.start, organ)
            self.out.add_unit(member.start, behind, Form.ORGAN, role, fixed)
            self.out.add_leftover(behind, end)
        elif (self.people_listed and is_person(member.plain) and not is_word(member.plain)) or holds_office(
            member.plain
        ):
            self.out.add_person(member.start, end, None)
        elif self._may_be_unit(member.plain):
            self._doubt_form(member.start, end, member.plain)
            self.out.add_unit(member.start, end, member.form, role, fixed)
        else:
            self.out.add_unreadable(member.start, end)

    def _may_be_unit(self, plain: str) -> bool:
        """Whether words of no known form name a unit where they stand: in a list of units, or where nothing else does."""
        trusted = not self.ended and (self.lenient or (self.listed and len(plain) <= _LONGEST_LISTED))
        return trusted and (_name_like(plain) or _DESCRIBED.fullmatch(plain) is not None)

    def _official(self, start: int, end: int, organ: int, role: Role | None, fixed: Role | None) -> None:
        """市林业局局长赵敏: the organ is the unit, the official a person."""
        behind = printed_offset(self.text, start, organ)
        self.out.add_unit(start, behind, Form.ORGAN, role, fixed)
        self.out.add_person(behind, end, None)

    def _doubt_form(self, start: int, end: int, plain: str) -> None:
        self.out.doubts.append(Doubt("unit-name-unknown-form", start, end, plain))

    def _notes(self, member: Member) -> tuple[int, Role | None]:
        """Read the bracket groups that close a member; returns the end of the name and a role mark."""
        end, mark = member.end, None
        while end > member.start and self.masked[end - 1] == FILL:
            start = self.openings.get(end, end - 1)
            kept, found = self.note(start, end, member)
            if kept:
                break
            mark = found or mark
            while start > member.start and self.masked[start - 1].isspace():
                start -= 1
            end = start
        return end, mark

    def note(self, start: int, end: int, member: Member | None) -> tuple[bool, Role | None]:
        """One bracket group: whether it belongs to the name (an alias), and the role that it marks."""
        inner = self.text[start + 1 : end - 1]
        plain = "".join(inner.split())
        rider = find_rider(plain)
        role = role_of_words(plain) if len(plain) <= 10 and not rider else None
        if role == "guide" and plain.endswith(_OFFICES):
            role = None  # 办公室（督查处）
        self.out.rider = rider or self.out.rider
        if role or rider or not plain or _REMARK.search(plain):
            return False, role
        if len(plain) <= 10 and (told := role_said(plain)) is not None:
            self.marked_together = plain.startswith(TOGETHER)
            return False, told.role
        if member is not None and self._people_inside(start + 1, end - 1):
            return False, None
        if member is not None and _DUTY.search(plain) and self._duty_inside(start + 1, end - 1, plain):
            own = _OWN_DUTY.match(plain) and not self.beside
            return False, ("lead" if plain.startswith("牵头") else "responsible") if own else None
        if member is not None and _REACHED_AT.match(plain):
            self.out.add_leftover(start + 1, end - 1)
            return False, None
        timed = about_time(plain)
        parts = plain.split("，") if timed and member is not None else []
        if len(parts) > 1 and self._people_listed(start + 1, end - 1):
            return False, None
        times = len(parts) > 1 and all(map(about_time, parts))  # 东区6月底前，西区9月底前
        if timed and (member is None or times or opens_with_time(inner, 0, len(inner))):
            self.out.last_was_time = self.out.last_was_time and member is None  # the member stands between
            self.out.add_time(start + 1, end - 1)
        elif member is None:
            self.out.add_leftover(start + 1, end - 1)
        elif not self._people_listed(start + 1, end - 1):
            return True, None
        return False, None

    def _duty_inside(self, start: int, end: int, plain: str) -> bool:
        """Brackets that say what others do or which share is a unit's own: （县城管局配合）, （负责城区部分）."""
        found = self.inside(self.text[start:end])
        if not found.leftovers and any(unit.role or unit.head for unit in found.units):
            self.beside.append((start, found))
            return True
        if found.units or not _OWN_DUTY.fullmatch(plain):
            return False
        self.out.add_leftover(start, end)
        return True

    def _people_listed(self, start: int, end: int) -> bool:
        """One or several people by their names alone in brackets, and times: 县水务局（张伟、李娜，6月底前）."""
        text = self.text
        for first, last in telephones(text[start:end]):
            text = text[: start + first] + "、" * (last - first) + text[start + last :]
        named = [(found.span(), "".join(found[0].split())) for found in PERSON.finditer(text, start, end)]
        people = [span for span, plain in named if is_person(plain)]
        times = [span for span, plain in named if span not in people and about_time(plain)]
        if not people or len(people) + len(times) < len(named):
            return False
        if not self.out.persons and not any(is_sure_name(text[first:last]) for first, last in people):
            return False  # 县城管局（管护）
        for span in people:
            self.out.add_person(*span, None)
        for span in times:
            self.out.last_was_time = False
            self.out.add_time(*span)
        return True

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
            for found in PERSON.finditer(inner, label.end, stop):
                self.out.add_person(start + found.start(), start + found.end(), label.text)
        return True


def _lists_units(members: Sequence[Member]) -> bool:
    """Whether a list names units, so that the one member of no known form is one, too: 县交通局、赤岭火车站、县客运公司."""
    strange = sum(member.form < Form.STEM for member in members)
    return strange == 1 < len(members) and sum(member.form >= Form.PLACE for member in members) >= len(members) - 1


def _name_like(plain: str) -> bool:
    """Whether a string of unknown form can be a name at all: short, and nothing of a sentence in it."""
    return _NAME_LIKE.match(plain) is not None and not _UNLIKE_NAME.search(plain) and not reads_like_task(plain)
