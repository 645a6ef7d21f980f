"""Made notices with their facts: random tables and lists in the shapes, and with the damage, that pages show.

Places and tasks are invented; a seed gives the same notice for ever. ``tests/rewrites`` prints a few plans in every
shape for the tests; here many plans meet many shapes by chance, to find what nobody thought of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from made_words import (
    COLLECTIVES,
    COLUMNS,
    DEPARTMENTS,
    ENDS,
    GROUPS,
    HAN,
    HEADS,
    NAMES,
    OBJECTS,
    PEOPLE,
    PROGRESS,
    ROLES,
    TIMES,
    VERBS,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one task of a made notice says; ``units`` are names with their roles, ``time`` is one of TIMES."""

    content: str
    units: tuple[tuple[str, str], ...]
    time: tuple[str, str, str | None] | None = None
    name: str | None = None
    requirement: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A made notice: its text, its facts, and what it was made of."""

    text: str
    facts: tuple[Fact, ...]
    features: tuple[str, ...]


def make(seed: int) -> Made:
    """The notice of a seed: a table or a list, often damaged."""
    random = Random(seed)
    lines, facts, features = random.choice((table, plan))(random)
    name = f"云溪县2031年重点工作{'分解表' if features[0] == 'table' else '分工方案'}"
    letter = [
        f"云溪县人民政府办公室关于印发《{name}》的通知",
        f"云政办〔2031〕{random.randint(1, 99)}号",
        "各有关单位：",
    ]
    letter += [f"现将《{name}》印发给你们，请认真抓好落实。", "云溪县人民政府办公室", "2031年1月20日", "", name, ""]
    text = "\n".join([*letter, *lines, "", random.choice(["", "分享到：", "附件下载"])])
    damage = random.choice(sorted(DAMAGE))
    if damage == "wrapped" and features[0] == "table":
        damage = "none"
    return Made(DAMAGE[damage](text, random), facts, (*features, damage))


def sentence(random: Random) -> str:
    """What is to be done."""
    text = random.choice(VERBS) + random.choice(OBJECTS) + random.choice(ENDS)
    if random.random() < 0.3:
        text = f"{text.rstrip('。；')}；{random.choice(VERBS)}{random.choice(OBJECTS)}"
    return text


def units(random: Random, most: int = 4) -> list[str]:
    """One to ``most`` units; now and then a collective name behind them."""
    count = min(most, random.choice((1, 1, 1, 2, 2, 3, 4)))
    found = [f"县{name}" for name in random.sample(DEPARTMENTS, count)]
    if most > 1 and random.random() < 0.15:
        found.append(random.choice(COLLECTIVES))
    return found


def table(random: Random) -> tuple[list[str], tuple[Fact, ...], tuple[str, ...]]:
    """A table: columns, shape of its lines, and how merged groups show."""
    columns, shape = random.choice(COLUMNS), random.choice(sorted(SHAPES))
    merged = random.choice(("repeated", "empty", "absent")) if "group" in columns else "repeated"
    body: list[list[str | None]] = [[random.choice(HEADS[column]) for column in columns]]
    facts: list[Fact] = []
    left, groups = 0, -1
    names = random.sample(NAMES, len(NAMES))
    for number in range(1, random.randint(6, 18)):
        opens = left == 0
        if opens:
            left, groups = random.randint(1, 4), groups + 1
        left -= 1
        people = {role: units(random, 1 if role == "lead" else 4) for role in ROLES if role in columns}
        time = random.choice(TIMES)
        group = GROUPS[groups % len(GROUPS)]
        shown = group if opens or merged == "repeated" else None if merged == "absent" else ""
        values: dict[str, str | None] = {
            "number": str(number),
            "group": shown,
            "name": names[number],
            "deadline": time[0],
        }
        values |= {"content": sentence(random), "requirement": sentence(random), "person": random.choice(PEOPLE)}
        values |= {"progress": random.choice(PROGRESS), "remark": random.choice(("", "", "续建项目", "市级重点"))}
        values |= {role: "、".join(names) for role, names in people.items()}
        body.append([values[column] for column in columns])
        named = tuple((name, ROLES[role]) for role, names in people.items() for name in names)
        facts.append(
            Fact(
                str(values["content"]), named, time if "deadline" in columns else None,
                values["name"] if "name" in columns else None,
                values["requirement"] if "requirement" in columns else None, group if "group" in columns else None,
            )
        )  # fmt: skip
    return SHAPES[shape](body), tuple(facts), ("table", shape, "+".join(columns), merged)


def _filled(row: Sequence[str | None]) -> list[str]:
    return [cell for cell in row if cell is not None]


def _behind(body: Sequence[Sequence[str | None]]) -> list[str]:
    """A cell a line, each ended by a pipe; a run of pipes stands for empty cells."""
    lines: list[str] = []
    for row in map(_filled, body):
        for at, cell in enumerate(row):
            if cell:
                empty = next((i for i, other in enumerate(row[at + 1 :]) if other), len(row) - at - 1)
                lines.append(f"{cell} |{'|' * empty}")
    return lines


def _flat(body: Sequence[Sequence[str | None]]) -> list[str]:
    return [cell for row in body for cell in _filled(row) if cell]


def _markdown(body: Sequence[Sequence[str | None]]) -> list[str]:
    lines = ["| " + " | ".join(cell or "" for cell in row) + " |" for row in body]
    return [lines[0], "|" + "---|" * len(body[0]), *lines[1:]]


SHAPES: dict[str, Callable[[Sequence[Sequence[str | None]]], list[str]]] = {
    "rows": lambda body: [" | ".join(_filled(row)) + " |" for row in body],
    "closed rows": lambda body: ["| " + " | ".join(_filled(row)) + " |" for row in body],
    "tabs": lambda body: ["\t".join(cell or "" for cell in row) for row in body],
    "markdown": _markdown,
    "pipe behind": _behind,
    "pipe between": lambda body: [part for row in body for cell in _filled(row) for part in (cell, "|") if part],
    "flat": lambda body: [part for cell in _flat(body) for part in (cell, "")],
    "flat, no blank lines": _flat,
    "blanks": lambda body: [" ".join(filter(None, row)) for row in body],
}


def plan(random: Random) -> tuple[list[str], tuple[Fact, ...], tuple[str, ...]]:
    """A list of items: how they are numbered, and how a clause or label lines close them."""
    style, numbering = random.choice(sorted(CLAUSES)), random.choice(sorted(NUMBERINGS))
    grouped = numbering != "一、" and random.random() < 0.6
    titled = random.random() < 0.4
    lines, facts, group, groups = ["为做好2031年重点工作，制定本方案。"], [], None, 0
    for number in range(1, random.randint(6, 20)):
        if grouped and (number == 1 or random.random() < 0.2) and groups < len(HAN):
            group, groups = GROUPS[groups % len(GROUPS)], groups + 1
            lines.append(f"{HAN[groups - 1]}、{group}")
        text = sentence(random).rstrip("。") + "。"
        name = random.choice(NAMES) if titled else None
        time = random.choice(TIMES) if random.random() < 0.6 else None
        lead, more = units(random, 1)[0], units(random)
        more = [unit for unit in more if unit != lead] or ["县税务局"]
        clause, named, timed = CLAUSES[style](lead, more, time[0] if time else None)
        lines += f"{NUMBERINGS[numbering](number)}{f'{name}。' if name else ''}{text}{clause}".split("\n")
        facts.append(Fact(text, tuple(named), time if timed else None, name, None, group))
    return lines, tuple(facts), ("list", style, numbering, "titled" if titled else "untitled")


def han(number: int) -> str:
    """A number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{HAN[tens - 1]}十") + (HAN[ones - 1] if ones else "")


NUMBERINGS: dict[str, Callable[[int], str]] = {
    "1.": lambda number: f"{number}.",
    "1、": lambda number: f"{number}、",
    "（一）": lambda number: f"（{han(number)}）",
    "（1）": lambda number: f"（{number}）",
    "一、": lambda number: f"{han(number)}、",
}
_Closed = tuple[str, list[tuple[str, str]], bool]


def _with(role: str, names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, role) for name in names]


def _spoken(lead: str, more: Sequence[str], time: str | None) -> _Closed:
    clause = f"（{lead}牵头，{'、'.join(more)}配合{f'，{time}' if time else ''}）"
    return clause, [(lead, "lead"), *_with("support", more)], time is not None


def _labelled(lead: str, more: Sequence[str], time: str | None) -> _Closed:
    clause = f"（牵头单位：{lead}；责任单位：{'、'.join(more)}{f'；完成时限：{time}' if time else ''}）"
    return clause, [(lead, "lead"), *_with("responsible", more)], time is not None


def _label_lines(lead: str, more: Sequence[str], time: str | None) -> _Closed:
    lines = ["", f"牵头单位：{lead}", f"配合单位：{'、'.join(more)}", *([f"完成时限：{time}"] if time else [])]
    return "\n".join(lines), [(lead, "lead"), *_with("support", more)], time is not None


CLAUSES: dict[str, Callable[[str, Sequence[str], str | None], _Closed]] = {
    "牵头配合": _spoken,
    "labels in brackets": _labelled,
    "label lines": _label_lines,
    "按职责分工": lambda lead, more, time: (f"（{'、'.join(more)}按职责分工负责）", _with("responsible", more), False),
    "bare brackets": lambda lead, more, time: (f"（{'、'.join(more)}）", _with("responsible", more), False),
    "square": lambda lead, more, time: (
        f"[{lead}牵头，{'、'.join(more)}参与]", [(lead, "lead"), *_with("support", more)], False,
    ),
    "label behind": lambda lead, more, time: (f"责任单位：{'、'.join(more)}。", _with("responsible", more), False),
    "会同": lambda lead, more, time: (
        f"（由{lead}会同{'、'.join(more)}负责）", [(lead, "responsible"), *_with("support", more)], False,
    ),
    "own line": lambda lead, more, time: (f"\n（{'、'.join(more)}负责）", _with("responsible", more), False),
}  # fmt: skip


def _wrapped(text: str, random: Random) -> str:
    """Lines broken at one width."""
    width = random.choice((24, 30, 36))
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width))


def _doubled(text: str, random: Random) -> str:
    return "".join(char * 2 if char in "，、" and random.random() < 0.3 else char for char in text)


DAMAGE: dict[str, Callable[[str, Random], str]] = {
    "none": lambda text, random: text,
    "half width": lambda text, random: text.translate(str.maketrans("，：；（）", ",:;()")),
    "full-width digits": lambda text, random: text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    "doubled commas": _doubled,
    "indented": lambda text, random: "\n".join(f"　　{line}" if line else "" for line in text.split("\n")),
    "CRLF": lambda text, random: text.replace("\n", "\r\n"),
    "wrapped": _wrapped,
}
