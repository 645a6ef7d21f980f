"""Hard made tables: columns, merges, lines and page breaks as flattened tables of real notices have them.

What a careful reader of the text alone could not tell is not made: lines that may be cells of two columns, remarks in
front of a group, times that vanish beside units that do not. A seed gives the same notice for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from made_hard_print import CELLS_SHOWN, ONE_LINE, ROWS, STATES, Cell, broken
from made_hard_words import (
    COLLECTIVES,
    DOERS,
    GROUPS,
    HEADS,
    INNER,
    NAMES,
    PROGRESS,
    REMARKS,
    TEXTS,
    offices,
    told,
)
from made_notices import Fact, Made
from made_words import HAN, PEOPLE, ROLES, TIMES

_GROUPS = ("outer", "group")
#: The columns of the tasks: one of them in every table.
_TASKS = ("content", "told", "measure")
_ALL_TEXTS = (*_GROUPS, *_TASKS, "name", "requirement")
_POINTS = ("（{}）", "{}.", "①②③④")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is made: its columns and what its pages do to them."""

    columns: tuple[str, ...]
    state: str
    #: What counts: rows (on or from 1 in every group), groups, labels of the tasks, or nothing.
    numbers: str
    #: What stands over several rows of a group, printed once.
    merged: frozenset[str]
    #: What stands on lines of its own: units, sentences or points of a task.
    lines: frozenset[str]
    #: What narrow columns break: nothing, names of units, everything.
    narrow: str
    #: Where a page ends: nowhere, between rows, inside one.
    page: str
    closed: bool

    @property
    def features(self) -> tuple[str, ...]:
        """What the table is made of, for the figures of each."""
        merged = ", ".join(sorted(self.merged)) or "nothing"
        lines = ", ".join(sorted(self.lines)) or "nothing"
        return (
            self.state, f"{len(self.columns)} columns", "+".join(c for c in self.columns if c in _ALL_TEXTS),
            "+".join(c for c in self.columns if c in ROLES), f"numbers: {self.numbers}", f"merged: {merged}",
            f"own lines: {lines}", f"narrow: {self.narrow}", f"page ends: {self.page}", "" if self.closed else "no full stops",
        )  # fmt: skip


def make_hard(seed: int) -> Made:
    """The notice of a seed, with a table."""
    random = Random(seed)
    layout = layout_of(random)
    heads, rows, facts = table_of(layout, random)
    body = STATES[layout.state](heads, rows, layout.page, random)
    return notice(body, facts, layout.features, random)


def table_of(layout: Layout, random: Random) -> tuple[list[Cell], list[list[Cell]], list[Fact]]:
    """The heads and rows of a table, and what the rows say."""
    rows, facts = _rows(random, layout)
    if layout.narrow != "nothing":
        rows = broken(rows, layout.narrow == "all", random)
    heads = {column: [random.choice(HEADS[column])] for column in layout.columns}
    if layout.narrow != "nothing":
        heads = {c: [h[:2], h[2:]] if len(h := lines[0]) == 4 else lines for c, lines in heads.items()}
    return [heads[column] for column in layout.columns], _in_order(rows, layout), facts


def notice(body: Sequence[str], facts: Sequence[Fact], features: tuple[str, ...], random: Random) -> Made:
    """A notice whose plan is the table ``body``."""
    name = "云溪市2031年重点工作任务分解表"
    letter = [
        f"云溪市人民政府办公室关于印发《{name}》的通知",
        f"云政办发〔2031〕{random.randint(1, 99)}号",
        "各县（市、区）人民政府，市直各部门：",
        f"现将《{name}》印发给你们，请认真抓好落实。",
        "云溪市人民政府办公室",
        "2031年1月20日",
    ]
    return Made("\n".join([*letter, "", name, "", *body, "", ""]), tuple(facts), features)


def _in_order(rows: Sequence[dict[str, Cell]], layout: Layout) -> list[list[Cell]]:
    return [[row[column] for column in layout.columns] for row in rows]


def layout_of(random: Random) -> Layout:
    """How a table is made, by chance."""
    state = random.choice(sorted(STATES))
    shown = state in CELLS_SHOWN
    texts, doers = random.choice(TEXTS).split(), random.choice(DOERS).split()
    groups = [text for text in texts if text in _GROUPS]
    numbers = random.choice(("rows", "rows", "none", "labels", *(("inner", "from 1", "groups") if groups else ())))
    merged = {text for text in groups if random.random() < 0.9 or numbers == "groups"}
    if random.random() < 0.4:
        merged |= {"doers"}
    if random.random() < 0.2:
        merged |= {"deadline"}
    counted = numbers in ("rows", "from 1") or (numbers == "groups" and not merged & {"doers"})
    tail = _tail(random, doers, counted or shown)
    left = counted and len(doers) == 1 and not groups and "doers" not in merged and random.random() < 0.2
    if left:
        tail = [column for column in tail if column not in doers]
        texts = [*doers, *texts]
    if numbers in ("inner",):
        texts.insert(len(groups), "number")
    elif numbers not in ("none", "labels"):
        texts.insert(0, "number")
    columns = (*texts, *tail)
    narrow = random.choice(("nothing", "nothing", "nothing", "names", "all"))
    if state in ONE_LINE | ROWS or (narrow == "all" and not (shown or counted)):
        narrow = "nothing"
    one_text = sum(column in ("content", "requirement", "told", "measure", "progress") for column in columns) == 1
    lines = {"units"} if random.random() < 0.3 and (shown or len(doers) == 1 or "support" not in doers) else set[str]()
    if random.random() < 0.35 and (
        shown or (one_text and not merged & {"doers"} and "remark" not in columns and counted)
    ):
        lines |= {random.choice(("sentences", "points"))}
    if state in ONE_LINE:
        lines = set()
    closed = narrow == "all" or bool(lines & {"sentences", "points"}) or numbers != "rows" or random.random() < 0.7
    page = random.choice(("nowhere", "nowhere", "between rows", "inside a row"))
    if page == "inside a row" and state in {*ONE_LINE, *ROWS, "rows apart"}:
        page = "between rows"
    return Layout(columns, state, numbers, frozenset(merged), frozenset(lines), narrow, page, closed)


def _tail(random: Random, doers: list[str], sure: bool) -> list[str]:
    """The columns behind the texts; what may be empty or any text stands only where nothing else begins with a text."""
    person = ["person"] if random.random() < 0.2 else []
    time = ["deadline"] if random.random() < 0.75 else []
    tail = random.choice(
        ([*doers, *time, *person], [*time, *doers, *person], [*person, *doers, *time], [*doers, *person, *time])
    )
    if sure and random.random() < 0.2:
        tail.insert(random.choice((0, len(tail))), "progress")
    return [*tail, "remark"] if sure and random.random() < 0.2 else tail


def _rows(random: Random, layout: Layout) -> tuple[list[dict[str, Cell]], list[Fact]]:
    """The rows by column, None for a cell that a merge swallowed, and what they say."""
    rows: list[dict[str, Cell]] = []
    facts: list[Fact] = []
    writer = _Writer(random, layout)
    count, number, block = random.randint(6, 16), 0, 0
    nested = {"outer", "group"} <= set(layout.columns)
    sizes = (3, 4, 5, 6) if nested else (1, 2, 3, 3, 4, 5) if "group" in layout.columns else (1, 2, 2, 3, 4)
    while len(rows) < count:
        size = random.choice(sizes)
        turn = size // 2 if nested else size  # where the second inner group begins
        number = 0 if layout.numbers == "from 1" else number
        for at in range(size):
            number += 1
            later = at >= turn
            place = at - turn if later else at
            row = writer.row(block, place, later, block + 1 if layout.numbers == "groups" else number)
            facts.append(writer.fact(row, block, place, later))
            opens = {"outer": at == 0, "group": place == 0, "number": layout.numbers != "groups" or at == 0}
            swallowed = {c for c, opening in opens.items() if not opening and c in (*layout.merged, "number")}
            swallowed |= writer.swallowed if place else set()
            rows.append({column: None if column in swallowed else cell for column, cell in row.items()})
        block += 1
    return rows, facts


class _Writer:
    """Writes the cells of a table, and remembers what those above it hold."""

    def __init__(self, random: Random, layout: Layout) -> None:
        self._random, self._layout = random, layout
        self._groups, self._inner = random.sample(GROUPS, len(GROUPS)), random.sample(INNER, len(INNER))
        self._names = random.sample(NAMES, len(NAMES))
        self._label = random.choice(("{}、", "（{}）", "", ""))
        self._end = random.choice(("。", "。", "；")) if layout.closed else ""
        self._points = random.choice(_POINTS[:1] if layout.numbers == "labels" else _POINTS)
        self._written = 0
        self._doers: dict[str, list[str]] = {}
        self._person, self._time = "", TIMES[0]
        doers = {*ROLES, "person"} if "doers" in layout.merged else set[str]()
        #: The columns that are printed but once in a group.
        self.swallowed = doers | ({"deadline"} if "deadline" in layout.merged else set())

    def row(self, block: int, at: int, later: bool, number: int) -> dict[str, Cell]:
        """The cells of row ``at`` of a group, ``later`` in the second of its inner groups."""
        random, layout = self._random, self._layout
        if not at or "doers" not in layout.merged:
            roles = [role for role in ROLES if role in layout.columns]
            left = offices(random, 5 * len(roles))
            self._doers = {role: _share(random, left, role) for role in roles}
            self._person = random.choice(PEOPLE)
        if not at or "deadline" not in layout.merged:
            self._time = random.choice(TIMES)
        self._written += 1
        remark = random.choice(REMARKS)
        return {
            "number": [str(number)],
            "outer": [self._labelled(self._groups, block)],
            "group": [self._inner_group(block, later)],
            "name": [self._names[self._written % len(self._names)]],
            "content": self._task("content"),
            "told": self._task("told"),
            "measure": self._task("measure"),
            "requirement": self._cell(),
            **{role: self._listed(names) for role, names in self._doers.items()},
            "person": [self._person],
            "deadline": [self._time[0]],
            "progress": [random.choice(PROGRESS)],
            "remark": [remark] if remark else [],
        }

    def fact(self, row: dict[str, Cell], block: int, at: int, later: bool) -> Fact:
        """What ``row`` says; a time that vanished beside units is nobody's."""
        columns, layout = self._layout.columns, self._layout
        said = {
            column: "".join(row[column] or ()) if column in columns else None
            for column in (*_TASKS, "name", "requirement")
        }
        content = next(said[column] or "" for column in _TASKS if column in columns)
        timed = "deadline" in columns and not (at and "deadline" in layout.merged and "doers" not in layout.merged)
        heading = self._groups[block % len(self._groups)] if "outer" in columns else None
        if "group" in columns:
            heading = self._inner_group(block, later, plain=True)
        return Fact(
            content.split(".", 1)[1] if layout.numbers == "labels" else content,
            tuple((name, ROLES[role]) for role, names in self._doers.items() for name in names),
            self._time if timed else None, said["name"], said["requirement"], heading,
        )  # fmt: skip

    def _labelled(self, names: Sequence[str], block: int) -> str:
        return self._label.format(HAN[block % len(HAN)]) + names[block % len(names)]

    def _inner_group(self, block: int, later: bool, plain: bool = False) -> str:
        if "outer" in self._layout.columns:
            return self._inner[(2 * block + later) % len(self._inner)]
        return self._groups[block % len(self._groups)] if plain else self._labelled(self._groups, block)

    def _task(self, column: str) -> list[str]:
        if column not in self._layout.columns:
            return []
        cell = self._cell()
        label = f"{self._written}." if self._layout.numbers == "labels" else ""
        return [label + cell[0], *cell[1:]]

    def _cell(self) -> list[str]:
        """A task or requirement: one sentence or several, some on lines of their own."""
        random, lines = self._random, self._layout.lines
        end = self._end
        if "points" in lines and random.random() < 0.5:
            points = [told(random, random.choice((16, 30)), "；") for _ in range(random.randint(2, 4))]
            marks = self._points if self._points[0] == "①" else [self._points.format(i + 1) for i in range(len(points))]
            points[-1] = points[-1][:-1] + "。"
            return [told(random, 20, "。"), *(f"{mark}{point}" for mark, point in zip(marks, points, strict=False))]
        sentences = [told(random, random.choice((16, 30, 50, 80)), end)]
        while end == "。" and random.random() < 0.3:
            sentences.append(told(random, random.choice((20, 40)), end))
        return sentences if "sentences" in lines else ["".join(sentences)]

    def _listed(self, names: Sequence[str]) -> list[str]:
        return list(names) if "units" in self._layout.lines else ["、".join(names)]


def _share(random: Random, names: list[str], role: str) -> list[str]:
    """The units of a role, taken from ``names``: one leads, several help."""
    taken, names[:] = names[:1], names[1:]
    while role != "lead" and names and random.random() < 0.6:
        taken.append(names.pop(0))
    return taken if taken else random.sample(COLLECTIVES, 1)
