"""Paragraphs under a table that prints a cell a line: nothing marks where the last row ends but what they say.

2
建设社区食堂。
县民政局
9月底前
各单位要压实责任，确保按期完成。县政府督查室将适时督查。
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS, Head
from ...frame import kind_of
from ...text.labels import read_label
from ..grid.cells import Cell, make_cell
from ..grid.fitness import fitness
from ..grid.shape import Column
from .lines import Split, split_blanks

#: How a page goes on under its table, and what of it no task says at its beginning.
_OPENING = lazy_pattern(
    r"(?:请|望)?(?:各|有关|相关|承办|责任|牵头|上述|以上|凡|未)[^。；：]{0,40}?(?:要|应|须|需|务必|必须|请|将)|"
    r"(?:请|望)(?:各|有关|相关|认真|结合|遵照|按)|(?:以上|上述|特此|现就|现将|本(?:目录|清单|方案|计划|表|通知)|对(?:列入|纳入|未))|"
    r"(?:目录|清单|计划)(?:实行|一经|如有)|联系(?:人|电话)"
)
#: What is said of the whole table, in its last row.
_OF_TABLE = lazy_pattern(r"以上|上述|本(?:目录|清单|方案|计划|表)|(?:目录|清单|计划)(?:实行|一经|如有)")
#: Headings of what a plan says behind its tasks.
_SECTION = lazy_pattern(
    r"(?:(?:工作|有关|相关|几点|具体|其他|落实|组织)?要求|(?:保障|组织|工作)(?:措施|保障|领导|实施|机制)|(?:监督|督促|督导)(?:检查|考核)|(?:有关|其他|注意)事项|附则)"
)
_NOTE = lazy_pattern(r"(?:[附备]?注|(?:填[表报])?说明)[：:]?")
#: A cell this much like units or times is one of them.
_TYPED = 0.6
_SHORTEST = 14
#: So many sentences longer than any other text of the table are no cell of it.
_LONGER = 1.5
_SENTENCE = "。"
_FEWEST_SIGNED = 4
#: A line this long that ends with a full stop may be a sentence below rows joined by blanks.
_LINE = 12


def cut_prose_below(cells: Sequence[Cell], heads: Sequence[Head]) -> Sequence[Cell]:
    """``cells`` without the paragraphs behind the last row, which ends in a unit, a person or a time.

    No number or unit stands below them; they are headed as a section that names no task, address their readers, or
    are several sentences, longer than the cells. An organ and a day may sign below such a section.
    """
    if not heads or heads[-1].kind not in ANSWERS:
        return cells
    last = Column(0, heads[-1])
    found = len(cells)
    signed = _is_signed(cells)
    for at in range(len(cells) - (3 if signed else 1), 0, -1):
        cell = cells[at]
        prose = _opens_section(cell) if signed else _is_prose(cell, cells[:at]) or _heads_note(cells, at)
        if cell.number is not None or (max(cell.unit, cell.deadline) > _TYPED and not prose):
            break
        if prose and fitness(cells[at - 1], last) > 0 and cells[at - 1].number is None:
            found = at
    return cells[:found]


def is_about_table(cell: Cell) -> bool:
    """Whether a lone cell below the rows says something of all of them: 以上项目由区发改局另行调度。"""
    return len(cell.text) >= _SHORTEST and cell.label is None and _OF_TABLE.match(cell.text) is not None


def _is_signed(cells: Sequence[Cell]) -> bool:
    """Whether the last two cells are an organ and a day."""
    if len(cells) < _FEWEST_SIGNED or cells[-2].unit <= _TYPED:
        return False
    day = cells[-1].text
    return kind_of(day, day) == "date"


def _opens_section(cell: Cell) -> bool:
    return _SECTION.fullmatch(cell.text, cell.label.end if cell.label is not None else 0) is not None


def _heads_note(cells: Sequence[Cell], at: int) -> bool:
    """Whether a cell is the word for a note (备注), and a sentence stands below it."""
    return _NOTE.fullmatch(cells[at].text) is not None and at + 1 < len(cells) and cells[at + 1].text[-1] == _SENTENCE


def _is_prose(cell: Cell, above: Sequence[Cell]) -> bool:
    if _opens_section(cell):
        return True
    if len(cell.text) < _SHORTEST or cell.label is not None:
        return False
    if _OPENING.match(cell.text) is not None:
        return True
    several = _SENTENCE in cell.text[:-1]
    return several and len(cell.text) > _LONGER * max(len(other.text) for other in above)


def _heads_section(split: Split) -> bool:
    """Whether a line holds nothing but the number and name of such a section."""
    label = read_label(split.line.text)
    return label is not None and _SECTION.fullmatch(split.line.text, label.end) is not None


def _is_row(lines: Sequence[Split]) -> bool:
    """Whether the first of the lines holds several cells: the heading above it is of a group."""
    return any(len(split_blanks(split.line).filled) > 1 for split in lines)


def without_prose(text: str, lines: list[Split]) -> list[Split]:
    """The lines of a table up to the heading of a section that names no task (四、工作要求) and stands over no row, without
    sentences right below a row that ends in units or a time: no cell goes on so.
    """
    ends = (at for at, split in enumerate(lines) if _heads_section(split) and not _is_row(lines[at + 1 : at + 2]))
    lines = lines[: next(ends, len(lines))]
    while len(lines) > 1 and len(lines[-1].line.text) >= _LINE and lines[-1].line.text[-1] == _SENTENCE:
        above = split_blanks(lines[-2].line)
        last = make_cell(text, above.filled[-1], 0)
        if len(lines[-1].line.text.split()) > 1 or len(above.filled) < 2 or max(last.unit, last.deadline) <= _TYPED:
            break
        lines = lines[:-1]
    return lines
