"""One task as a row of fixed columns: what CSV and XLSX write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..schemas.words import SEVERITIES
from .base import Lang

if TYPE_CHECKING:
    from ..schemas.models import Deadline, Diagnostic, ParsedNotice, Role, Task

Cell = str | int | None
Row = list[Cell]

JOINT = "；"
"""Between several values of a cell: names of units hold 、 and ， themselves (各县（市、区）)."""

_KINDS = {"task": "任务", "provision": "条款"}
_FIRST_CLAUSE = re.compile(r"[^，。；！？\n]+")


@dataclass(frozen=True, slots=True)
class Context:
    """A task with what its row needs from the notice."""

    parsed: ParsedNotice
    task: Task
    diagnostics: list[Diagnostic]
    lang: Lang


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heads, its value, its width in characters (XLSX), and whether it holds dates."""

    name: str
    zh: str
    value: Callable[[Context], Cell]
    width: int = 12
    kind: Literal["text", "date", "number"] = "text"


def rows(parsed: ParsedNotice, lang: Lang) -> Iterator[Row]:
    """The rows of a notice, one a task, in the order of :func:`columns`."""
    by_task: dict[int | None, list[Diagnostic]] = {}
    for diagnostic in parsed.diagnostics:
        by_task.setdefault(diagnostic.task, []).append(diagnostic)
    chosen = columns(lang)
    for task in parsed.tasks:
        context = Context(parsed, task, by_task.get(task.id, []), lang)
        yield [column.value(context) for column in chosen]


def columns(lang: Lang) -> list[Column]:
    """The columns in the order of the language: supervision (督办) systems want theirs first."""
    if lang == "en":
        return _COLUMNS
    leading = [_BY_NAME[name] for name in _ZH_FIRST]
    return leading + [column for column in _COLUMNS if column.name not in _ZH_FIRST]


def heads(lang: Lang) -> list[str]:
    """The column heads."""
    return [column.name if lang == "en" else column.zh for column in columns(lang)]


def task_name(task: Task) -> str:
    """The task's title, else the first clause of its content."""
    clause = _FIRST_CLAUSE.search(task.content)
    return task.title or (clause.group().strip() if clause else task.content)


def first_due(task: Task) -> str | None:
    """The earliest day on which something of the task is due."""
    return min((deadline.due for deadline in task.deadlines if deadline.due), default=None)


def last_due(task: Task) -> str | None:
    """The latest day on which something of the task is due: when all of it is done."""
    return max((deadline.due for deadline in task.deadlines if deadline.due), default=None)


def _join(values: Iterable[str | None]) -> str | None:
    return JOINT.join(dict.fromkeys(value for value in values if value)) or None


def _units(role: Role) -> Callable[[Context], Cell]:
    return lambda row: _join(unit.name for unit in row.task.units if unit.role == role)


def _headings(row: Context) -> Cell:
    return " / ".join(f"{heading.label or ''} {heading.title}".strip() for heading in row.task.headings) or None


def _persons(row: Context) -> Cell:
    return _join(f"{person.role}：{person.name}" if person.role else person.name for person in row.task.persons)


def _deadlines(row: Context) -> Cell:
    task = row.task
    leads = any(deadline.milestone and _no_room_behind(task, deadline) for deadline in task.deadlines)
    return _join(_deadline(task, deadline, leads) for deadline in task.deadlines)


def _deadline(task: Task, deadline: Deadline, leads: bool) -> str:
    """A deadline as printed: its milestone before its time (竣工12月底) or behind it (12月底竣工).

    The task's own text tells where it holds both. A time that is counted is whole (汛期每月1次).
    """
    time, action = deadline.text, deadline.milestone or ""
    texts = [task.content, task.requirement or "", *(field.text for field in task.fields)]
    behind, before = (any(printed in text for text in texts) for printed in (time + action, action + time))
    leads = not behind and (before or leads or time.endswith("次"))
    scope = f"{deadline.applies_to}：" if deadline.applies_to else ""
    return f"{scope}{action}{time}" if leads else f"{scope}{time}{action}"


def _no_room_behind(task: Task, deadline: Deadline) -> bool:
    """Whether the next value of the task, or its end, is too near for the milestone to stand in between."""
    end = deadline.span.end
    if not task.span.start <= end <= task.span.end:  # a merged cell
        return False
    entries = (*task.units, *task.persons, *task.deadlines, *task.fields)
    follows = min((entry.span.start for entry in entries if entry.span.start >= end), default=task.span.end)
    return follows - end < len(deadline.milestone or "")


def _rhythm(row: Context) -> Cell:
    """The recurrence rules; for import systems, which know no RFC 5545, the words of the notice."""
    recurring = [deadline for deadline in row.task.deadlines if deadline.rrule]
    return _join(deadline.rrule if row.lang == "en" else deadline.text for deadline in recurring)


def _fields(row: Context) -> Cell:
    return _join(f"{field.head}：{field.text}" if field.head else field.text for field in row.task.fields)


def _targets(row: Context) -> Cell:
    return _join(f"{target.subject}：{target.text}" if target.subject else target.text for target in row.task.targets)


def _kind(row: Context) -> Cell:
    return row.task.kind if row.lang == "en" else _KINDS[row.task.kind]


def _diagnostic(row: Context) -> Cell:
    """The worst diagnostic that touches the task, the first of several."""
    found = max(row.diagnostics, key=lambda one: SEVERITIES.index(one.severity), default=None)
    if found is None:
        return None
    if row.lang == "en":
        return f"{found.severity} {found.code}: {found.message}"
    from .chinese import in_chinese

    return in_chinese(found)


_COLUMNS = [
    Column("notice_key", "文件标识", lambda row: row.parsed.notice.key, 18),
    Column("key", "任务标识", lambda row: row.task.key, 14),
    Column("notice_title", "来源文件", lambda row: row.parsed.notice.title, 30),
    Column("document_number", "文号", lambda row: row.parsed.notice.document_number, 20),
    Column("issuer", "发文机关", lambda row: row.parsed.notice.issuer, 20),
    Column("issued_on", "成文日期", lambda row: row.parsed.notice.issued_on, 12, "date"),
    Column("headings", "所属章节", _headings, 24),
    Column("number", "序号", lambda row: row.task.number, 8),
    Column("task", "任务名称", lambda row: task_name(row.task), 30),
    Column("content", "任务内容", lambda row: row.task.content, 60),
    Column("requirement", "工作要求", lambda row: row.task.requirement, 30),
    Column("lead", "牵头单位", _units("lead"), 20),
    Column("support", "配合单位", _units("support"), 20),
    Column("responsible", "责任单位", _units("responsible"), 20),
    Column("guide", "指导单位", _units("guide"), 20),
    Column("persons", "责任人", _persons, 16),
    Column("first_due", "首个时限", lambda row: first_due(row.task), 12, "date"),
    Column("deadlines", "时限要求", _deadlines, 24),
    Column("rrule", "周期", _rhythm, 16),
    Column("fields", "其他事项", _fields, 24),
    Column("line", "行号", lambda row: row.task.span.line, 8, "number"),
    Column("diagnostic", "核对提示", _diagnostic, 40),
    Column("last_due", "完成时限", lambda row: last_due(row.task), 12, "date"),
    Column("kind", "记录类型", _kind, 10),
    Column("targets", "目标值", _targets, 24),
    Column("source_file", "原始文件", lambda row: row.parsed.source.path or row.parsed.source.name, 24),
]
_BY_NAME = {column.name: column for column in _COLUMNS}
_ZH_FIRST = (
    "number",
    "task",
    "content",
    "lead",
    "support",
    "responsible",
    "last_due",
    "rrule",
    "notice_title",
    "document_number",
)
