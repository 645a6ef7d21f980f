"""Which text column of a table is the task, which a heading over it, a name or a requirement beside it.

Heads alone do not tell: 工作任务 is the task in one table and a merged group cell in the next. The cells do: a
group is printed once for several rows, a name is short beside a longer text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Literal

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS
from ..grid.cells import Cell
from ..grid.shape import Column, Row
from .amounts import are_amounts, counts, measures, named_amounts
from .goal_columns import mean_size, told_by_goal

TextRole = Literal["heading", "title", "content", "requirement", "field"]
#: A text column that is empty in more than this share of the rows is merged over them.
_MERGED = 0.25
_SHORT = 0.6
#: A plan holds tasks, and a topic matters: of 计划名称 | 任务名称 the second says what to do.
_OUTER_NAME, _INNER_NAME = (
    lazy_pattern(r".*(?:计划|主题)(?:名称)?"),
    lazy_pattern(r".*(?:任务|事项|项目|课题)(?:名称)?"),
)
#: How a line under a table begins that is no row of it.
FOOTER = lazy_pattern(
    r"(?:抄|主|分)?[报送发][：:]|抄送|抄报|报送|注[：:]|备注[：:]|说明[：:]|合计|总计|小计|填表|填报|制表|联系人|审核|主题词|(?:监督|举报|投诉|咨询|联系|服务|值班)?(?:电话|热线)[：:]|\S{2,30}\d日印发$"
)
#: What stands alone in the first cell of a row that says something of the table: 备注 | 检查方式填写现场检查等。 |
_NOTE = lazy_pattern(r"(?:附?注|备\s?注|(?:填[表报写])?说明)[：:]?")
_NOTE_CELLS = 2
#: What inspections are called, left of what is inspected: 抽查任务 | 抽查事项.
_INSPECTED = lazy_pattern(r".{0,4}(?:抽查|检查|监管)(?:任务|计划|主题|领域)")
#: A row that sums up others.
SUM = lazy_pattern(r"(?:合计|总计|小计|共计)(?:[：:]|[（(][^（）()]{1,8}[）)]|\d{1,4}.{1,2})?")
#: Texts of tasks have so many characters on average, at least.
_SHORTEST = 4
#: Heads of what is asked that say, beside a name, what is to be done.
_TOLD = ("内容", "指标要求")
_FAULTS = lazy_pattern(r"(?:问题|隐患|短板|不足)$")
#: So many rows that each have a name of their own.
_FEWEST_NAMED = 4
#: The steps of one event (演练环节), and its teams, may each be a row's own.
_STEP = lazy_pattern(r".{0,4}(?:环节|场景)|组别|(?:工作|专项|专业)?小?组|(?:工作|专项)?专班")
#: So few rows without a cell do not make all the others groups.
_STRAY = 0.15


def text_roles(columns: Sequence[Column], rows: Sequence[Row]) -> dict[int, TextRole]:
    """The role of every text column, by index; exactly one is the content when there is any text column."""
    body = [row for row in rows if row.heading is None and _tells(row)]
    filled = {index for row in body for index in row.cells}
    text = [c for c in columns if c.head.kind in TEXT_KINDS and c.index in filled]
    if not text:
        text = [c for c in columns if c.head.kind == "other" and not c.virtual][:1]
    text = _with_names([*named_amounts(columns, text, body), *text, *measures(columns, text, body)], body)
    text = [*_unknown_content(columns, text, body), *text]
    groups = {c.index for i, c in enumerate(text[:-1]) if _is_group(c, text[i + 1 :], body)}
    groups |= _numbered_groups(columns, text, body)
    groups |= _left_of_number(columns, text, body)
    groups |= _unknown_groups(columns, text, body)
    groups |= _merged_left(columns, body)
    goals = {c.index for c in text if c.index in groups and c.index > min(groups) and _is_reached(c)}
    rest = [c for c in text if c.index not in groups]
    roles: dict[int, TextRole] = {index: "field" if index in goals else "heading" for index in groups}
    content = _content(rest, body)
    for column in rest:
        roles[column.index] = _beside(column, content, rest, body)
    return roles


def _is_reached(column: Column) -> bool:
    """True for what is to be reached for a problem: merged over its measures, it is said of it and heads nothing."""
    return column.head.kind == "goal" and not column.head.text.endswith("指标")


def _tells(row: Row) -> bool:
    """False for a row of sums, a number alone and a line under the table: they say nothing of what the columns hold."""
    first, *others = cells = row.all_cells()
    return (
        SUM.fullmatch(first.text) is None
        and not is_note(cells)
        and (bool(others) or (first.number is None and FOOTER.match(first.text) is None))
    )


def is_note(cells: Sequence[Cell]) -> bool:
    """Whether a row says something of the table, behind a word for it."""
    return len(cells) == _NOTE_CELLS and _NOTE.fullmatch(cells[0].text) is not None


def _unknown_content(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """A column of texts under a head of no known meaning (攻坚方向), left of what is only asked of the task."""
    if not text or any(c.head.kind not in ("requirement", "goal") for c in text):
        return []
    unknown = [c for c in columns if c.head.kind == "other" and not c.head.known and c.index < text[0].index]
    whole = (c for c in unknown if sum(1 for row in rows if c.index in row.cells) > (1 - _MERGED) * len(rows))
    return [c._replace(head=c.head._replace(kind="content")) for c in whole if mean_size(c, rows) >= _SHORTEST][:1]


def _left_of_number(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> set[int]:
    """Text columns left of a number column that is filled in most rows: the numbers count what stands right of it."""
    number = next((c.index for c in columns if c.head.kind == "number"), -1)
    if sum(1 for row in rows if number in row.cells) < 0.6 * len(rows) or not any(c.index > number for c in text):
        return set()
    return {c.index for c in text if c.index < number}


def _numbered_groups(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> set[int]:
    """The first text column, or the one inside a group, when it is merged over rows together with its number: one number,
    several measures.
    """
    number = next((c.index for c in columns if c.head.kind == "number"), None)
    inner = text[1:] if len(text) > 2 and text[0].head.kind == "group" else text
    if number is None or len(inner) < 2 or inner[0].index < number:
        return set()
    first, second = inner[0].index, inner[1].index
    merged = [row for row in rows if first not in row.cells]
    if len(merged) <= _STRAY * len(rows) or any((number in row.cells) != (first in row.cells) for row in rows):
        return set()
    return {first} if all(second in row.cells for row in rows) else set()


def _unknown_groups(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> set[int]:
    """Columns under no head, or one of no known meaning (行动, 篇章), left of the text and merged over several of its rows."""
    unknown = [c for c in columns if c.head.kind == "other" and not c.head.known]
    first = next((c.index for c in text if c.head.kind != "group"), -1)
    return {c.index for c in unknown if c.index < first and _is_group(c, text, rows)}


def _with_names(text: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The text columns, the inner one of two of groups read as names where each row has its own, and but the outer is merged.

    So is the only one that names steps or teams.
    """
    groups = [c for c in text if c.head.kind == "group"]
    if len(groups) == 1 and _STEP.fullmatch(groups[0].head.text) and not any(c.head.kind == "name" for c in text):
        own = {row.cells[groups[0].index][0].text for row in rows if groups[0].index in row.cells}
        named = len(own) == len(rows) >= _FEWEST_NAMED
        return [c._replace(head=c.head._replace(kind="name")) if named and c is groups[0] else c for c in text]
    if len(groups) != 2 or len(rows) < _FEWEST_NAMED:
        return list(text)
    outer, inner = ([row.cells[c.index][0].text for row in rows if c.index in row.cells] for c in groups)
    if not len(inner) == len(set(inner)) == len(rows) > len(outer):
        return list(text)
    return [c._replace(head=c.head._replace(kind="name")) if c is groups[1] else c for c in text]


def _merged_left(columns: Sequence[Column], rows: Sequence[Row]) -> set[int]:
    """Other columns left of the numbers that are empty below their first rows: what they name holds the rows together."""
    number = next((c.index for c in columns if c.head.kind == "number"), 0)
    left = [c.index for c in columns if c.index < number and c.head.kind == "other" and c.head.text]
    filled = {i: sum(1 for row in rows if i in row.cells) for i in left}
    return {i for i in left if 1 < filled[i] < len(rows) and any(i in row.cells for row in rows[:1])}


def _is_group(column: Column, later: Sequence[Column], rows: Sequence[Row]) -> bool:
    """True for a column whose cells stand over several rows of a text column right of it."""
    if column.head.kind == "group" and any(c.head.kind != "goal" for c in later):
        return True
    if column.head.tells_times:
        return False
    later = [c for c in later if c.head.kind != "group"]
    cells = [row.cells[column.index][0] for row in rows if column.index in row.cells]
    if not later:
        return False
    merged = _STRAY if any(_shows_gap(row, column.index) for row in rows) and column.head.kind != "name" else _MERGED
    if len(cells) < (1 - merged) * len(rows):
        return any(sum(1 for row in rows if c.index in row.cells) > len(cells) for c in later)
    repeats = sum(1 for a, b in itertools.pairwise(cells) if a.text == b.text)
    if repeats > 0.3 * len(cells):
        return True
    if _hold_items(cells, later, rows):
        return True
    outer = [cell.label.value for cell in cells if cell.label is not None and cell.label.style in ("han", "part")]
    named = column.head.kind == "name" and len(set(outer)) == len(rows)  # 一、 to 九、 number the projects
    return len(outer) > 0.5 * len(cells) and not named


def _hold_items(cells: Sequence[Cell], later: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether the cells are numbered as headings are (（一）), those of a column right of them as the items below: 1.…"""
    labelled = [cell for cell in cells if cell.label is not None and cell.label.style == "han_bracket"]
    if 2 * len(labelled) <= len(cells):
        return False
    inner = ([row.cells[c.index][0].label for row in rows if c.index in row.cells] for c in later)
    return any(2 * sum(label is not None and label.style == "arabic" for label in of) > len(of) for of in inner)


def _shows_gap(row: Row, index: int) -> bool:
    """Whether the page marks an empty cell of the row right behind its number, where the column ``index`` has none."""
    number = next(iter(row.all_cells()), None)
    behind = min((i for i in row.cells if i > min(row.cells)), default=-1)
    return number is not None and number.number is not None and bool(number.gap) and index < behind


def _content(columns: Sequence[Column], rows: Sequence[Row]) -> Column | None:
    """The column of the task text: what is called so, else the name, else whatever text there is.

    Goals may be but figures (6.5%左右) beside the indicator that they set, 目标任务 beside a name (2150套), too; 实施内容
    and 指标要求 beside a name are what is to be done.
    """
    kinds = {column.head.kind for column in columns}
    if "name" in kinds and "content" not in kinds:
        names = [column for column in columns if column.head.kind == "name"]
        if len(names) > 1 and _OUTER_NAME.fullmatch(names[0].head.text) and _INNER_NAME.fullmatch(names[1].head.text):
            return names[1]
        inner = next((c for c in columns if c.head.kind == "requirement" and c.head.text.endswith(_TOLD)), None)
        inner = inner or told_by_goal(columns, rows)
        if inner is not None:
            return inner
    counted = [c for c in columns if c.head.kind == "content" and "name" in kinds and counts(c, rows)]
    for kinds in (("content",), ("name",), ("requirement", "goal"), ("group", "other")):
        for column in columns:
            if column.head.kind in kinds and column not in counted:
                named = next((c for c in columns if c.head.kind == "group" and c.index < column.index), None)
                figures = (
                    named is not None
                    and column.head.kind == "goal"
                    and mean_size(column, rows) < mean_size(named, rows)
                )
                return named if figures else column
    return None


def _beside(column: Column, content: Column | None, rest: Sequence[Column], rows: Sequence[Row]) -> TextRole:
    if content is None:
        return "field"
    named = _second_content(content, rest, rows)
    if column is content:
        return "title" if named is not None else "content"
    if column is named:
        return "content"
    if column.head.kind == "name" and column.index < content.index:
        nearest = max(c.index for c in rest if c.head.kind == "name" and c.index < content.index)
        return "title" if column.index == nearest else "field"
    if column.index < content.index and _names_goal(column, rest, rows):
        return "title"
    first = next((c for c in rest if c.head.kind == "requirement" and c is not content), None)
    if column is first:
        return "title" if _is_named_measure(column, content, rest, rows) else "requirement"
    extra = next((c for c in rest if c.head.kind == "content" and c is not content), None)
    if first is None and column is extra and column.index > content.index and not are_amounts(column, rows):
        return "requirement"
    return "field"


def _names_goal(column: Column, rest: Sequence[Column], rows: Sequence[Row]) -> bool:
    """True for an indicator in every row, left of what is to be reached: 考核指标 | 年度任务."""
    if column.head.kind != "goal" or not column.head.text.endswith("指标") or any(c.head.kind == "name" for c in rest):
        return False
    return all(column.index in row.cells for row in rows)


def _is_named_measure(column: Column, content: Column, rest: Sequence[Column], rows: Sequence[Row]) -> bool:
    """True for the short name of a measure left of what it consists in: 改革举措 | 主要内容."""
    if (
        column.index > content.index
        or not content.head.text.endswith("内容")
        or any(c.head.kind == "name" for c in rest)
    ):
        return False
    return mean_size(column, rows) < _SHORT * mean_size(content, rows)


def _second_content(content: Column, rest: Sequence[Column], rows: Sequence[Row]) -> Column | None:
    """A second content column to which the first is but a name: much longer than the first."""
    if content.head.kind != "content":
        return None
    second = next((c for c in rest if c.head.kind == "content" and c.index > content.index), None)
    if second is None or any(c.head.kind == "name" and c.index < content.index for c in rest):
        return None
    if second.head.text.endswith("内容") and content.head.text.endswith(("事项", "任务", "项目", "工作")):
        return second
    if second.head.text.endswith("事项") and _INSPECTED.fullmatch(content.head.text):
        return second
    if second.head.text.endswith("任务") and _FAULTS.search(content.head.text):
        return second
    return second if mean_size(content, rows) < _SHORT * mean_size(second, rows) else None
