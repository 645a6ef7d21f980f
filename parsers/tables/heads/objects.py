"""Column heads none of which names a task: the rows list where or whom the work is for (考点, 路段, 乡镇), and how much of it there
is (造林面积（亩）).

Any row of short words beside one that ends in 单位 might be such heads, so the cells below decide.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import partial

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TYPED_KINDS, Head, is_inspected, read_head
from ...fields.measured_heads import MEASURED, is_measured
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ..body.lines import Printed, Split, is_rule, split_blanks
from ..grid.cells import make_cell
from ..grid.fitness import fitness
from ..grid.shape import Column
from .task_heads import names_places

_FEWEST, _MOST, _LONGEST = 3, 10, 8
#: One of so many heads is a known one.
_SHOWING = 2
#: The most characters of a line that holds one such head, blanks and marks counted.
_WIDEST = 3 * _LONGEST
_ROWS = 5
_LIKELY = 0.5
#: Units that do nothing for what stands beside them: where people work, who sent something in, whom it is about.
_NO_DOER = lazy_pattern(
    r"(?:单位|部门|科室|处室|股室|机构|机关)|.*(?:工作|所在|推荐|申报|报送|申请|用人|报考|招聘|获奖|中标|成交|供应|供货|生产|经营|受检|被.{1,2}|投诉|"
    r"毕业|提案|提出|参赛|出品|来文|发文|登记|注册|受理|颁发|收件|窗口)(?:单位|部门|机构|机关|企业|主体)"
)
#: Kinds that say what is to be done.
_TASKS = frozenset({"content", "name", "requirement"})
_OBJECT = lazy_pattern(r".*(?:对象|范围|区域|地点|阶段|平台|载体|渠道)")
_NO_HEAD = lazy_pattern(r"[\d，。；：、！？《》“”*★☆▲△●◆-]|^[一二三四五六七八九十]")


def object_heads(texts: Sequence[str]) -> list[Head | None]:
    """What each of ``texts`` is as a head, the one of the objects a name's; empty where they are no such heads.

    Beside a task (隐患点 | 存在问题 | 整改措施) the objects stay a head of no known meaning.
    """
    if not _FEWEST <= len(texts) <= _MOST or any(not text or _size(text) > _LONGEST for text in texts):
        return []
    heads = [read_head(text) for text in texts]
    doers = [head for head in heads if head is not None and head.kind == "unit" and _does(head)]
    unknown = [text for text, head in zip(texts, heads, strict=True) if head is None]
    told = [text for text in unknown if not (is_measured(text) or names_places(text))]
    if not doers or "姓名" in texts or 2 * len(told) > len(texts):
        return []
    if any(_NO_HEAD.search(text) for text in unknown) or any(unit_likeness(text) > _LIKELY for text in told):
        return []
    objects = (i for i, text in enumerate(texts) if heads[i] is None or _OBJECT.fullmatch(text))
    first = next(objects, None)
    if first is None or any(head is not None and head.kind in _TASKS for head in heads):
        return heads if first is not None else []
    return [Head(texts[i], "name") if i == first else head for i, head in enumerate(heads)]


def _size(text: str) -> int:
    """How many characters a head has, what it is measured in apart."""
    return len(MEASURED.sub("", text)) if is_measured(text) else len(text)


def _does(head: Head) -> bool:
    """Whether a head of organisations asks who acts; a kind that is inspected (排污单位) is a cell."""
    return _NO_DOER.fullmatch(head.text) is None and not is_inspected(head)


def heads_between_marks(text: str, splits: Sequence[Split], at: int) -> list[Head | None]:
    """The heads on line ``at``, whose marks part them; empty where it holds none."""
    cells = splits[at].cells
    if not _FEWEST <= len(cells) <= _MOST or len(splits[at].line.text) > _WIDEST * len(cells):
        return []
    heads = object_heads([squeezed_text(text, cell) for cell in cells])
    if not heads:
        return []
    below = itertools.takewhile(lambda split: split.line.text, splits[at + 1 : at + 1 + 2 * _ROWS])
    rows = [split.cells for split in below if len(split.cells) == len(cells) and not is_rule(split.line.text)]
    return heads if _rows_agree(text, heads, rows[:_ROWS]) else []


def heads_between_blanks(text: str, splits: Sequence[Split], at: int) -> list[Head | None]:
    """The heads on line ``at`` that blanks part, where one says what its figures are measured in; empty where it holds none."""
    texts = splits[at].line.text.split()
    if not _FEWEST <= len(texts) <= _MOST or not any(map(is_measured, texts)) or not (heads := object_heads(texts)):
        return []
    below = itertools.islice(
        (split_blanks(split.line) for split in itertools.islice(splits, at + 1, None) if split.filled), _ROWS
    )
    return heads if _rows_agree(text, heads, [row.cells for row in below if len(row.cells) == len(texts)]) else []


def holds_measured(text: str, split: Split) -> bool:
    """Whether a short line holds but a head that says what its figures are measured in."""
    printed = split.line.text
    if len(split.filled) != 1 or len(printed) > _WIDEST or not ("）" in printed or ")" in printed):
        return False
    return is_measured(squeezed_text(text, split.filled[0]))


def heads_a_line(text: str, splits: Sequence[Split], at: int) -> tuple[list[Head | None], list[Split]]:
    """The heads from line ``at`` on, one a line, and their lines; nothing where they are none."""
    lines: list[Split] = []
    if len(splits[at].line.text) > _WIDEST:
        return [], lines
    for split in itertools.islice(_single(splits, at), _MOST + 1):
        lines.append(split)
        if len(split.line.text) > _WIDEST or (len(lines) == _SHOWING and not any(map(partial(_is_head, text), lines))):
            break
    if len(lines) <= _FEWEST:
        return [], []
    texts = [squeezed_text(text, split.filled[0]) for split in lines]
    for size in range(_FEWEST, len(lines)):
        heads = object_heads(texts[:size]) if read_head(texts[size]) is None else []
        if heads and _rows_agree(text, heads, _rows_below(splits, lines[size - 1].line.index, size)):
            return heads, lines[:size]
    return [], []


def _is_head(text: str, split: Split) -> bool:
    printed = squeezed_text(text, split.filled[0])
    return read_head(printed) is not None or is_measured(printed)


def _single(splits: Sequence[Split], at: int) -> Iterator[Split]:
    """The lines of one cell from line ``at`` on, up to one with more."""
    for index in range(at, len(splits)):
        if len(splits[index].filled) > 1:
            return
        if splits[index].filled:
            yield splits[index]


def _rows_below(splits: Sequence[Split], last: int, size: int) -> list[Sequence[Printed]]:
    """The cells of the first rows below line ``last``, ``size`` lines each."""
    cells = [split.filled[0] for split in itertools.islice(_single(splits, last + 1), _ROWS * size)]
    return [cells[i : i + size] for i in range(0, len(cells) - size + 1, size)]


def _rows_agree(text: str, heads: Sequence[Head | None], rows: Sequence[Sequence[Printed]]) -> bool:
    """Whether the cells of ``rows`` are what the heads ask for, wherever a cell shows what it is."""
    columns = [Column(i, head) for i, head in enumerate(heads) if head is not None and head.kind in TYPED_KINDS]
    for column in columns:
        cells = [make_cell(text, row[column.index], 0) for row in rows if row[column.index]]
        if sum(1 for cell in cells if fitness(cell, column) > 0) <= _LIKELY * len(cells):
            return False
    return bool(rows) and not _are_times(text, heads, rows)


def _are_times(text: str, heads: Sequence[Head | None], rows: Sequence[Sequence[Printed]]) -> bool:
    """Whether the objects are but days: a roster of who is on duty."""
    place = next((i for i, head in enumerate(heads) if head is None or head.kind == "name"), 0)
    cells = [make_cell(text, row[place], 0) for row in rows if row[place]]
    return 2 * sum(1 for cell in cells if cell.deadline > _LIKELY) > len(cells)
