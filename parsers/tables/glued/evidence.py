"""What the characters of a glued body show, worked out once: where names, times, people and other cells may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import Clock, read_deadlines
from ...fields.values import asks_for_objects, asks_for_rules
from ...text.vocabulary import alternatives, words
from ...units import person_likeness
from ...units.names import REGION_CHARS
from ...units.persons import SURNAMES
from ..grid.shape import Column
from .heads import WAY
from .names import names_at
from .numbers import Lead, Number, leads_in, numbers_in
from .slots import TEAM
from .starts import place_starts

_TIME = lazy_pattern(
    r"(?<!\d)(?:20\d\d[年.\-/]|\d{1,2}月|\d{1,2}[.．]\d|[每逐按][日月季年半两周三天]|[上下]半年|[全当今明本]年(?!龄)|年[底内末中初度]"
    r"|第?[一二三四1-4][、至—\-]?[一二三四1-4]?季度|“?十[三四五]五|\d+个?(?:工作日|月|日|天|小时|年)[内后前]|印发|收到|自\d|自印发|立即|即时|即日|季度"
    r"|长期|持续|常年|常态|贯穿|[一二三四五六七八九十]+月|春季|秋季|已完成|汛期|汛前)"
)
#: The deadline reader takes these for a time only where they stand alone.
_ONGOING = lazy_pattern(r"(?:长期|持续|常年|全年|常态化?|贯穿全年)(?:坚持|推进|开展|实施|落实|进行|执行|化?开展)?")
#: How often, behind a time: 每半年|不少于2次.
_OFTEN = lazy_pattern(r"(?:[至不][少多]于?|不超过)?\d+次")
_LONGEST_TIME, _MONTHS = 30, 12
#: 2030.104: a month and the number of the next row.
_DOTTED = lazy_pattern(r"20\d\d[.．](\d{1,2})(?![.．\d]{3}|[.．])")
#: The laws that a task goes back to, one behind another, with their articles.
_LAWS = lazy_pattern(
    r"(?:《[^《》]{2,60}》(?:（[^（）]{1,20}）)?(?:[、，；。和及]?第?[一二三四五六七八九十百\d]{1,6}[章节条款项])*[、，；。和及]?)+"
)
_WAY = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(words('实地 现场 材料 资料 网上 入户 问卷 书面 随机 电话 民意 数据 台账 系统 整体 综合'))})"
        rf"(?:{alternatives(words('考察 审核 查看 检查 核查 审查 测评 访问 调查 申报 抽查 走访 查阅 评价 核实 察看 采集 观察'))})"
        rf"|(?:查阅|查看|审核|调阅|听取)(?:{alternatives(words('资料 材料 台账 档案 汇报'))})|明察暗访|暗访"
    )
)
WAYS = lazy_pattern(lambda: rf"(?<=[。；！])(?:{_WAY.pattern})(?:[、，和及/]?(?:{_WAY.pattern}))*")
#: What other columns hold: a class of inspections, a share, a sum, nothing.
_VALUES = lazy_pattern(
    r"(?:一般|重点|重大)(?:检查|抽查|监管)?事项|(?:抽查|检查)?(?:比例)?(?:不[低少]于|不超过|至少)?\d+(?:\.\d+)?[%％]|全覆盖"
    r"|(?<=[。；！])(?:\d[\d.，,]*(?:万元|亿元|元|分)?|/|—+|-+)|无(?=\d|$)"
)
#: What a task of these plans ends in, before whom it is about.
_INSPECTION = lazy_pattern(
    r"(?<!一般|重点|重大)(?:检查|抽查|核查|巡查|检测|监测|监管)(?!比例|频次|次数|周期|事项|方式|对象|机构|单位|公司|中心|站|所)"
)
_DUTY = lazy_pattern(r"(?:主要|具体|统一|全面)?(?:负责|承担)")
_TEAM_END = lazy_pattern(r"组|专班|[小分]队")
_PAGE = lazy_pattern(r"—\d{1,3}—")
_PERSON = 0.9
#: What it costs a name that a line ends inside of it, where all lines end rows, and how many do before that is known.
_BROKEN, _ENDING = 4.0, 0.35


class Evidence:
    """The body's text with what may stand where; ``breaks`` are the places where its lines end, ``outside`` stands above."""

    def __init__(
        self, text: str, breaks: frozenset[int], columns: Sequence[Column], style: str | None, outside: str = ""
    ) -> None:
        self.text, self.breaks = text, breaks
        kinds = {column.head.kind for column in columns}
        others = [column.head.text for column in columns if column.head.kind == "other"]
        self.times: dict[int, list[int]] = {}
        for begin, end in _times(text, breaks) if kinds & {"deadline", "other"} else ():
            self.times.setdefault(begin, []).append(end)
        self.style = style
        self.persons = _persons(text) if "person" in kinds else {}
        self.pages = {m.start(): m.end() for m in _PAGE.finditer(text)}
        self.typed = _typed(text, others)
        #: Where a text may end that no stop ends, and what that costs.
        self.seams = _seams(text, others, self.typed)
        if any(column.head.kind != "unit" and TEAM.search(column.head.text) for column in columns):
            self.seams |= dict.fromkeys(
                (*(m.start() for m in _DUTY.finditer(text)), *(m.end() for m in _TEAM_END.finditer(text))), 0.0
            )
        #: Where names begin with a place that nothing but its repetition shows.
        self._places, self.guessed = place_starts(text, outside)
        self.learn(frozenset(), measured=False)

    def learn(self, known: Collection[str], *, measured: bool, ending: float = _ENDING) -> None:
        """Look for names again that are ``known`` from other rows; ``ending`` is the share of lines that end a row."""
        text = self.text
        self.broken = _BROKEN * ending
        self.known = known
        ends = [end for found in self.times.values() for end in found]
        self.numbers: dict[int, list[Number]] = {}
        for number in numbers_in(text, self.breaks, ends, self.style):
            self.numbers.setdefault(number.start, []).append(number)
        self.leads: dict[int, Lead] = {lead.start: lead for lead in leads_in(text, self.breaks, measured=measured)}
        self.unit_starts = dict(self._places)
        for name in known:
            at = text.find(name)
            while at >= 0:
                if text[at - 1 : at] not in REGION_CHARS or not at:
                    self.unit_starts[at] = max(self.unit_starts.get(at, 0.0), 0.5 + 0.1 * len(name))
                at = text.find(name, at + 1)
        self._names: dict[int, list[tuple[int, float]]] = {}

    def names_at(self, at: int) -> list[tuple[int, float]]:
        """The units that may begin at a place: where each ends, and how good it is."""
        found = self._names.get(at)
        if found is None:
            names = names_at(self.text, at, self.known, self.unit_starts)
            found = self._names[at] = [(end, gain - self.broken * self._breaks(at, end)) for end, gain in names]
        return found

    def _breaks(self, at: int, end: int) -> bool:
        return not self.breaks.isdisjoint(range(at + 1, end))


def _times(text: str, breaks: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where times begin, and where each may end."""
    last = 0
    for match in _TIME.finditer(text):
        at = match.start()
        if at < last:
            continue
        dotted = _DOTTED.match(text, at)
        if dotted is not None:
            ends = range(dotted.start(1) + 1, dotted.end(1) + 1)
            yield from ((at, end) for end in ends if 0 < int(text[dotted.start(1) : end]) <= _MONTHS)
        found = read_deadlines(text[at : at + _LONGEST_TIME], Clock(), "cell").deadlines
        ongoing = _ONGOING.match(text, at)
        end = at + found[0].end if found and found[0].begin == 0 else ongoing.end() if ongoing is not None else at
        more = _ONGOING.match(text, end) if end > at and ongoing is None else None
        if more is not None and more.end() in breaks:
            yield at, more.end()  # 年内持续推进; elsewhere the text behind may begin so
        often = _OFTEN.match(text, end)
        last = often.end() if often is not None and end > at else end
        if last > at and (dotted is None or last > dotted.end(1)):
            yield at, last


def _persons(text: str) -> dict[int, list[tuple[int, float]]]:
    """Where people may stand: names of three or two characters, by how often they are met."""
    found: dict[int, list[tuple[int, float]]] = {}
    counts: Counter[str] = Counter()
    for at, char in enumerate(text):
        for size in (3, 2) if char in SURNAMES else ():
            name = text[at : at + size]
            if len(name) == size and person_likeness(name) >= _PERSON:
                counts[name] += 1
                found.setdefault(at, []).append((at + size, 0.8 if size > 2 else 0.0))
    weighed: dict[int, list[tuple[int, float]]] = {}
    for at, ends in found.items():
        often = [counts[text[at:end]] for end, _ in ends]
        weighed[at] = [
            (end, value + min(1.0, 0.3 * (count - 1)) - _doubt(text[at:end], count, max(often)))
            for (end, value), count in zip(ends, often, strict=True)
        ]
    return weighed


def _doubt(name: str, count: int, most: int) -> float:
    """What speaks against a name: a single one of two characters, others met more often, 李某 and what follows."""
    single = count == 1 and len(name) < len("李某某") and name[-1] != "某"
    return 0.8 if single or count < most or "某" in name[1:-1] else 0.0


def _typed(text: str, heads: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """What columns of other things hold where it shows: for each place the heads that it suits, by number, and its end."""
    found: dict[int, list[tuple[int, int]]] = {}
    for at, head in enumerate(heads):
        pattern = WAYS if WAY.fullmatch(head) else _LAWS if asks_for_rules(head) else _VALUES
        for match in pattern.finditer(text) if not asks_for_objects(head) else ():
            found.setdefault(match.start(), []).append((at, match.end()))
    return found


def _seams(text: str, heads: Sequence[str], typed: Mapping[int, object]) -> dict[int, float]:
    """Where a text may end before one of these, or behind what is inspected."""
    seams = dict.fromkeys(typed, -0.5)
    if any(asks_for_objects(head) for head in heads):
        seams |= {m.end(): 0.0 for m in _INSPECTION.finditer(text)}
    return seams
