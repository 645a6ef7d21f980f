"""Hard made tables with what happens to real pages on their way into a text: rows that are no tasks, marks and letters changed.

The damage is such that a careful reader still tells what the table says. A seed gives the same notice for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from made_hard import Layout, layout_of, notice, table_of
from made_hard_print import ROWS, STATES, Cell
from made_notices import Made
from made_words import HAN

#: States that show rows with all their cells, so that a row of one cell is one.
_MARKED = ROWS | {"pipe behind"}
_Table = list[list[Cell]]

#: Characters of other countries' pages with the glosses that a converter put behind them.
_GLOSSES = {
    "實": "shí", "責": "zé", "務": "wù", "單": "dān", "業": "yè", "發": "fā", "號": "hào", "時": "shí", "導": "dǎo", "領": "lǐng",
    "門": "mén", "關": "guān", "廣": "guǎng", "進": "jìn", "構": "gòu", "機": "jī", "標": "biāo", "準": "zhǔn", "監": "jiān", "環": "huán",
}  # fmt: skip
_HALF_WIDTH = str.maketrans("，：；（）％", ",:;()%")


def make_damaged(seed: int) -> Made:
    """The notice of a seed, with a damaged table."""
    random = Random(seed)
    layout = layout_of(random)
    rows_damage = random.choice([None, *(name for name, (fits, _) in ROW_DAMAGE.items() if fits(layout))])
    if rows_damage == "side by side":
        layout = replace(
            layout, state="blanks", merged=frozenset(), lines=frozenset(), narrow="all", page="nowhere", closed=True
        )
    heads, rows, facts = table_of(layout, random)
    if rows_damage is not None:
        heads, rows = ROW_DAMAGE[rows_damage][1](heads, rows, layout, random)
    body = (
        _side_by_side(heads, rows)
        if rows_damage == "side by side"
        else STATES[layout.state](heads, rows, layout.page, random)
    )
    damage = random.choice([name for name, (fits, _) in TEXT_DAMAGE.items() if fits(layout)])
    whole = notice(body, facts, (rows_damage or "no rows damaged", damage, *layout.features), random)
    return Made(TEXT_DAMAGE[damage][1](whole.text, random), whole.facts, whole.features)


def _group_rows(heads: list[Cell], rows: _Table, layout: Layout, random: Random) -> tuple[list[Cell], _Table]:
    """The outer groups on rows of their own, their other cells empty."""
    at = layout.columns.index("outer" if "outer" in layout.columns else "group")
    kept: _Table = []
    count = 0
    for row in rows:
        if group := row[at]:
            name = "".join(group)
            name = name if name.startswith(("（", *HAN)) and name[1:2] in "、" else f"{HAN[count % len(HAN)]}、{name}"
            count += 1
            kept.append([[name], *[[] for _ in heads[2:]]])
        kept.append([*row[:at], *row[at + 1 :]])
    return [*heads[:at], *heads[at + 1 :]], kept


def _empty_rows(heads: list[Cell], rows: _Table, layout: Layout, random: Random) -> tuple[list[Cell], _Table]:
    """Numbers that nothing stands behind, at the end."""
    numbers = [int(row[0][0]) for row in rows if row[0]]
    more = range(numbers[-1] + 1, numbers[-1] + random.randint(2, 4))
    return heads, [*rows, *([[str(number)], *[[] for _ in heads[1:]]] for number in more)]


def _title_row(heads: list[Cell], rows: _Table, layout: Layout, random: Random) -> tuple[list[Cell], _Table]:
    """A title inside the table."""
    title = random.choice(("云溪市2031年重点工作计划表", "2031年度重点任务一览表", "云溪市年度工作任务分解表"))
    return heads, [[[title], *[[] for _ in heads[1:]]], *rows]


def _footer_row(heads: list[Cell], rows: _Table, layout: Layout, random: Random) -> tuple[list[Cell], _Table]:
    """A row of prose or of copies at the end."""
    said = random.choice(
        (
            "抄送：市委办公室，市人大常委会办公室，市政协办公室。",
            "注：各责任单位要按时报送进展情况。",
            "备注：各责任单位每季度末报送工作进展。",
            "无",
        )
    )
    return heads, [*rows, [[said], *[[] for _ in heads[1:]]]]


def _as_is(heads: list[Cell], rows: _Table, layout: Layout, random: Random) -> tuple[list[Cell], _Table]:
    return heads, rows


def _side_by_side(heads: Sequence[Cell], rows: _Table) -> list[str]:
    """The lines of a page whose columns a text lost: the pieces of all cells that stand beside one another, joined by blanks."""
    lines = [" ".join("".join(head or ()) for head in heads)]
    for row in rows:
        height = max(len(cell or ()) for cell in row)
        lines += [" ".join(cell[at] for cell in row if cell and at < len(cell)) for at in range(height)]
    return lines


def _half_width(text: str, random: Random) -> str:
    return text.translate(_HALF_WIDTH)


def _doubled(text: str, random: Random) -> str:
    """Some commas twice, as mirrors of pages have them."""
    return "".join(",," if char == "，" and random.random() < 0.5 else char for char in text)


def _glossed(text: str, random: Random) -> str:
    """Traditional characters, some with their sound behind."""
    from opencc import OpenCC  # pyright: ignore[reportMissingTypeStubs]

    found = OpenCC("s2t").convert(text)
    return "".join(
        f"{char}({_GLOSSES[char]})" if char in _GLOSSES and random.random() < 0.35 else char for char in found
    )


def _inner_blanks(text: str, random: Random) -> str:
    """Blanks inside words of long texts, where a cell's line ended."""
    return "\n".join(
        _with_blank(line, random) if len(line) > 30 and "|" not in line else line for line in text.split("\n")
    )


def _with_blank(line: str, random: Random) -> str:
    at = random.randint(12, len(line) - 6)
    han = "一" <= line[at - 1] <= "鿿" and "一" <= line[at] <= "鿿"
    return f"{line[:at]} {line[at:]}" if han else line


def _other_blanks(text: str, random: Random) -> str:
    """Blanks of other widths around the lines' ends."""
    blank = random.choice(("\u3000\u3000", "\xa0", "  "))
    return "\n".join(blank + line if line and random.random() < 0.7 else line for line in text.split("\n"))


def _wide_gaps(text: str, random: Random) -> str:
    """Blanks between cells, some of them doubled by accident."""
    return "\n".join(
        "  ".join(line.rsplit(" ", 1)) if random.random() < 0.2 and line.count(" ") > 1 else line
        for line in text.split("\n")
    )


def _whole(text: str, random: Random) -> str:
    return text


def _is_grouped(layout: Layout) -> bool:
    group = "outer" if "outer" in layout.columns else "group"
    return group in layout.merged and layout.numbers in ("rows", "none", "from 1", "labels")


def _counts(layout: Layout) -> bool:
    return layout.state in _MARKED and layout.numbers == "rows" and layout.page == "nowhere"


def _may_stand_beside(layout: Layout) -> bool:
    others = {
        "outer",
        "group",
        "name",
        "requirement",
        "remark",
        "progress",
    }  # which text goes on would be anybody's guess
    return layout.numbers == "rows" and not others & set(layout.columns)


_RowDamage = Callable[[list[Cell], _Table, Layout, Random], tuple[list[Cell], _Table]]
ROW_DAMAGE: dict[str, tuple[Callable[[Layout], bool], _RowDamage]] = {
    "group rows": (_is_grouped, _group_rows),
    "empty rows": (_counts, _empty_rows),
    "title row": (lambda layout: layout.state in _MARKED, _title_row),
    "footer row": (lambda layout: layout.state in _MARKED and layout.page == "nowhere", _footer_row),
    "side by side": (_may_stand_beside, _as_is),
}
TEXT_DAMAGE: dict[str, tuple[Callable[[Layout], bool], Callable[[str, Random], str]]] = {
    "whole": (lambda layout: True, _whole),
    "half-width marks": (lambda layout: True, _half_width),
    "doubled commas": (lambda layout: True, _doubled),
    "glosses": (lambda layout: True, _glossed),
    "inner blanks": (lambda layout: layout.state not in ("blanks", "tabs"), _inner_blanks),
    "other blanks": (lambda layout: layout.state not in ("blanks", "tabs"), _other_blanks),
    "wide gaps": (lambda layout: layout.state == "blanks" and layout.narrow == "nothing", _wide_gaps),
}
