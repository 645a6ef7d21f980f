"""Notices as facts, before any layout: what the made pages are printed from, and what must be read from them.

All places, organs and tasks are invented. A maker takes a ``random.Random``, so that a failing page can be made again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from .records import Meaning, bare

Deadline = tuple[str, tuple[str | None, str | None, str | None]]

PLACES = (
    ("云溪市", "市"),
    ("青禾县", "县"),
    ("柳泉区", "区"),
    ("石渡市", "市"),
    ("白鹭县", "县"),
)
VERBS = ("新建", "改造", "修缮", "扩建", "完善", "提升", "整治", "开通")
THINGS = (
    "城区停车场", "农村公路", "社区养老服务站", "学校食堂", "排水管网", "口袋公园", "便民服务中心", "公交线路",
    "农贸市场", "应急避难场所", "村级卫生室", "文化活动广场", "供水设施", "充电设施", "老旧小区", "河道堤防",
)  # fmt: skip
TAILS = (
    "",
    "，惠及居民2300户",
    "，方便群众出行",
    "，群众满意度达到90%以上",
    "，切实改善人居环境",
    "，全面消除安全隐患",
)
OFFICES = (
    "教育局", "住建局", "财政局", "交通运输局", "水利局", "民政局", "卫生健康局", "农业农村局", "市场监管局",
    "发展改革委", "人力资源社会保障局", "城市管理局", "应急管理局", "文化广电旅游局", "自然资源局",
    "生态环境局", "公安局", "司法局",
)  # fmt: skip
BODIES = ("各镇（街道）", "高新区管委会", "国网供电公司", "城投集团有限公司", "第一人民医院", "残联", "团委", "气象局")
GROUPS = ("改善民生保障", "优化营商环境", "推进城市建设", "加强生态保护", "深化改革创新")
REQUIREMENTS = ("制定方案并组织实施。", "建立台账，逐项销号。", "完善机制，加强监管。", "加大投入，确保质量。")
DEADLINES: tuple[Deadline, ...] = (
    ("6月底前", (None, "2030-06-30", None)),
    ("2030年9月底前", (None, "2030-09-30", None)),
    ("12月底前", (None, "2030-12-31", None)),
    ("2030年10月", (None, "2030-10-31", None)),
    ("年底前", (None, "2030-12-31", None)),
    ("8月15日前", (None, "2030-08-15", None)),
    ("2031年6月30日前", (None, "2031-06-30", None)),
    ("每季度末", (None, None, "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")),
    ("每月10日前", (None, None, "FREQ=MONTHLY;BYMONTHDAY=10")),
    ("持续推进", (None, None, None)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One task. ``lead``, ``support`` and ``responsible`` hold names."""

    number: int
    content: str
    group: str | None = None
    requirement: str | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    deadline: Deadline | None = None

    def meaning(self, order: tuple[str, ...] = ("lead", "support", "responsible")) -> Meaning:
        """The facts that must be read from it; ``order`` is the order in which the roles are printed."""
        return Meaning(
            content=bare(self.content),
            headings=(bare(self.group),) if self.group else (),
            units=tuple((role, bare(name)) for role in order for name in getattr(self, role)),
            deadlines=(self.deadline[1],) if self.deadline else (),
            requirement=bare(self.requirement),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A notice with its plan, of the year 2030."""

    place: str
    items: tuple[Item, ...]

    @property
    def issuer(self) -> str:
        """The organ that issues it."""
        return f"{self.place}人民政府办公室"

    @property
    def title(self) -> str:
        """The plan's title."""
        return f"{self.place}2030年重点工作任务分解表"


def make_plan(
    random: Random,
    *,
    size: int = 8,
    groups: bool = False,
    roles: str = "responsible",
    requirement: bool = False,
    deadline: bool = True,
) -> Plan:
    """A plan of ``size`` items. ``roles``: ``responsible``, or ``lead`` for leading and supporting units."""
    place, prefix = random.choice(PLACES)
    items = [_make_item(random, number, prefix, roles) for number in range(1, size + 1)]
    if requirement:
        items = [replace(item, requirement=random.choice(REQUIREMENTS)) for item in items]
    if not deadline:
        items = [replace(item, deadline=None) for item in items]
    if groups:
        names = random.sample(GROUPS, 3)
        items = [replace(item, group=names[index * 3 // size]) for index, item in enumerate(items)]
    return Plan(place, tuple(items))


def _make_item(random: Random, number: int, prefix: str, roles: str) -> Item:
    content = f"{random.choice(VERBS)}{random.choice(THINGS)}{random.randint(2, 60)}处{random.choice(TAILS)}"
    names = [f"{prefix}{name}" for name in random.sample(OFFICES, 4)]
    if random.random() < 0.3:
        names[random.randrange(2)] = random.choice(BODIES)
    item = Item(number, content, deadline=random.choice(DEADLINES))
    if roles == "responsible":
        return replace(item, responsible=tuple(names[: random.randint(1, 3)]))
    return replace(item, lead=(names[0],), support=tuple(names[1 : random.randint(2, 4)]))
