"""Rows of measures that count on through a glued table, under tasks with numbers of their own and beside lists of sources.

序号主要任务具体措施完成时限责任单位任务来源1治理河道1、清理河面3月县水利局1、全县工作要点2、全县水利会议2、拆除棚屋6月县住建局2…

Numbers of measures, tasks and sources look alike: a measure ends with what its columns ask for, a source does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...deadlines import Clock, read_deadlines
from ...fields.heads import ANSWERS, TEXT_KINDS
from ...text.piece import Range
from ..grid.shape import Column
from .body import NOTE
from .cells import ONGOING, Facts, cut_row, read_tail
from .rows import MEASURE

_OPENING = lazy_pattern(rf"1(?={CHINESE})([^。；]{{2,40}}?)(?=(?:1[、.．]|（1）){CHINESE})")
_MARK = lazy_pattern(r"(?<![\d.．第（])（?(\d{1,2})(?:[、.．]|(?<=（\d)）|(?<=（\d\d)）)(?=[^\d\s])")
_TASK = lazy_pattern(rf"(?<![\d.．第（“])(\d{{1,2}})(?={CHINESE})")
_SHORTEST_TASK, _LONGEST_TASK = 4, 40
_FEWEST = 3


class Measure(NamedTuple):
    """A measure from ``start`` on, its number included: its cells, the task that it opens, the sources behind it.

    The ranges of ``task`` are those of its number and its name.
    """

    start: int
    facts: Facts
    task: tuple[Range, Range] | None
    sources: Range | None


class _Reading:
    """The measures read so far, and what is due."""

    def __init__(self, task: tuple[Range, Range]) -> None:
        self.found: list[Measure] = []
        self.task: tuple[Range, Range] | None = task
        self.tasks, self.source = 1, 0

    def add(self, start: int, facts: Facts) -> None:
        self.found.append(Measure(start, facts, self.task, None))
        self.task, self.source = None, 0

    def add_source(self, start: int, end: int, number: int) -> bool:
        """Take a source of the last measure; False where none is due."""
        if not self.found or number != self.source + 1:
            return False
        last = self.found[-1]
        self.found[-1] = last._replace(sources=(last.sources[0] if last.sources else start, end))
        self.source = number
        return True

    def open_task(self, number: Range, name: Range) -> None:
        self.task, self.tasks = (number, name), self.tasks + 1


def sources_column(columns: Sequence[Column]) -> Column | None:
    """The one column behind those that say who and when."""
    behind = [column for column in columns if column.index > _last_answer(columns)]
    return behind[0] if len(behind) == 1 else None


def read_measures(text: str, columns: Sequence[Column], facts_columns: Sequence[Column]) -> tuple[list[Measure], int]:
    """The measures of a table's body and where the last ends; none where a number fits neither a measure nor a source."""
    opening = _OPENING.match(text)
    texts = sum(column.head.kind in TEXT_KINDS for column in columns)
    if opening is None or texts < 2 or all(column.head.kind != "unit" for column in facts_columns):
        return [], 0
    answers = [column for column in facts_columns if column.index <= _last_answer(facts_columns)]
    marks = list(_MARK.finditer(text, opening.end()))
    marks = [mark for mark in marks if _style(mark) == _style(marks[0])]
    end = len(text)
    note = next((note for note in NOTE.finditer(text, marks[-1].end())), None)
    if note is not None:
        end = note.start()
    reading = _Reading(((0, 1), opening.span(1)))
    for mark, behind in pairwise([*marks, None]):
        if mark is not None and not _read(text, mark, behind, end, answers, reading):
            return [], 0
    sourced = any(measure.sources for measure in reading.found)
    sure = len(reading.found) >= _FEWEST and (not sourced or sources_column(facts_columns) is not None)
    return (reading.found, end) if sure else ([], 0)


def _style(mark: re.Match[str]) -> str:
    return mark[0].replace(mark[1], "")


def _last_answer(columns: Sequence[Column]) -> int:
    return max((column.index for column in columns if column.head.kind in ANSWERS), default=-1)


def _read(
    text: str,
    mark: re.Match[str],
    behind: re.Match[str] | None,
    end: int,
    answers: Sequence[Column],
    reading: _Reading,
) -> bool:
    """Read what stands between two numbers as the measure that is due, else as a source; a task may end it."""
    start, stop = mark.start(), behind.start() if behind is not None else end
    number, due = int(mark[1]), len(reading.found) + 1
    ends: list[tuple[int, Range | None]] = [(stop, None)]
    if behind is not None and int(behind[1]) in (due, due + 1):
        ends += [(at[0], at) for at in _tasks(text, mark.end(), stop, reading.tasks + 1)]
    if number == due:
        for last, task in reversed(ends):  # a task behind a time looks like what is done by then
            facts = _cut(text[start:last], mark.end() - start, answers)
            if facts is not None:
                reading.add(start, facts)
                if task is not None:
                    reading.open_task(task, (task[1], stop))
                return True
    told = [(at, task) for at, task in ends if task is None or not MEASURE.match(text, task[1])]
    last, task = told[-1] if behind is not None and int(behind[1]) == due else ends[0]
    if not reading.add_source(start, last, number):
        return False
    if task is not None:
        reading.open_task(task, (task[1], stop))
    return True


def _tasks(text: str, start: int, end: int, number: int) -> Iterator[Range]:
    """Where the number of the next task may stand with its name behind, the last first."""
    found = list(_TASK.finditer(text, max(start, end - _LONGEST_TASK), end))
    for match in reversed(found):
        name = text[match.end() : end]
        if int(match[1]) == number and len(name) >= _SHORTEST_TASK and "。" not in name:
            yield match.span()


def _cut(text: str, begin: int, columns: Sequence[Column]) -> Facts | None:
    """The cells of a measure whose text begins at ``begin``; None where it does not end with all that its columns ask for."""
    if columns[0].head.kind != "deadline":
        facts = cut_row(text, None, columns, ())
        return facts if facts.certain and facts.cells and facts.content > begin else None
    times = [begin + time.begin for time in read_deadlines(text[begin:], Clock(), "cell").deadlines]
    times += [match.start() for match in ONGOING.finditer(text, begin)]
    for at in sorted(set(times), reverse=True):
        facts = Facts(at)
        if at > begin and read_tail(text, at, columns, facts) and len(facts.cells) == len(columns):
            return facts
    return None
