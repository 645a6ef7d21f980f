"""Tables whose column heads were not copied: the cells tell what the columns hold."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from ....normalize.lazy import CHINESE, lazy_pattern
from ...fields.heads import guessed_head, read_head
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ...units.labels import composed_label
from ..body.lines import Split
from ..body.printed_rows import PrintedRow, printed_rows
from ..heads.head_row import ROWS, HeadRow
from .cells import Cell, make_cell
from .columns import WIDEST, guess_head
from .shape import Column

#: So many rows of one width make a table; fewer may be page furniture with a stroke in it.
_FEWEST = 2
#: So many numbers on lines of their own that count up are those of rows.
_FEWEST_NUMBERED = 3
_NARROWEST = 3
_LOOKAHEAD = 30
_LABELLED = lazy_pattern(lambda: rf"\W{{0,2}}(?:{composed_label()})\s?[：:]")
_WORD = lazy_pattern(rf"{CHINESE}{{2}}")
_OF_PUBLICATION = lazy_pattern(r"公开(?:时限|期限|主体|依据|对象|方式|(?:渠道|载体)(?:[和及](?:渠道|载体|方式))?)")


def find_headless(
    text: str, splits: Sequence[Split]
) -> Iterator[tuple[HeadRow, int, list[Column], Sequence[PrintedRow]]]:
    """Runs of rows that name organisations and tasks under no heads: a head row without text, last line, columns."""
    if "公开" in text and _is_catalogue(text, splits):
        return
    runs = [(run[0], run[-1], printed_rows(text, run, run[0].opened)) for run in _runs(splits)]
    for first, last, rows in runs or _numbered_runs(text, splits):
        columns = _columns(rows)
        if columns is not None:
            at = first.line.index
            head = HeadRow(at, at - 1, ROWS, (), tuple(column.head for column in columns))
            yield head, last.last_line, columns, rows


def _is_catalogue(text: str, splits: Sequence[Split]) -> bool:
    """Whether cells are heads of a catalogue of what is made public, broken though they may be: its rows set no tasks."""
    cells = (squeezed_text(text, cell) for split in splits if split.pipes for cell in split.filled)
    return len({cell for cell in cells if _OF_PUBLICATION.fullmatch(cell)}) >= _FEWEST_NUMBERED


def _numbered_runs(text: str, splits: Sequence[Split]) -> Iterator[tuple[Split, Split, Sequence[PrintedRow]]]:
    """Rows with a cell a line, each behind a number on a line of its own that counts up: first and last line, cells.

    A page that goes on with a table begins with any number.
    """
    lines = [split for split in splits if len(split.filled) == 1]
    starts: list[int] = []
    last = 0
    for at, split in enumerate(lines):
        number = bare_number(split.line.text.strip("| "))
        if number is None or (number != last + 1 and len(starts) >= _FEWEST_NUMBERED):
            continue
        starts = [*starts, at] if number == last + 1 else [at]
        last = number
    if len(starts) < _FEWEST_NUMBERED:
        return
    sizes = Counter(end - start for start, end in itertools.pairwise(starts))
    usual = max(sizes, key=lambda size: (sizes[size], size))
    if not _NARROWEST <= usual <= WIDEST:
        return
    if sum(_LABELLED.match(line.line.text) is not None for line in lines[starts[0] :]) >= _FEWEST:
        return  # numbers over items with label lines
    ends = [*starts[1:], min(starts[-1] + usual, len(lines))]
    rows = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    cells = [tuple(make_cell(text, split.filled[0], split.line.index) for split in row) for row in rows]
    yield rows[0][0], rows[-1][-1], cells


def _runs(splits: Sequence[Split]) -> Iterator[list[Split]]:
    run: list[Split] = []
    for split in splits:
        if len(split.cells) >= _NARROWEST:
            run.append(split)
        elif split.line.text:
            if len(run) >= _FEWEST:
                yield run
            run = []
    if len(run) >= _FEWEST:
        yield run


def _columns(rows: Sequence[PrintedRow]) -> list[Column] | None:
    """The columns that most rows show; None when they name no organisations or no tasks."""
    width = max((len(row) for row in rows), default=0)
    if width > WIDEST:
        return None
    full = [row for row in rows if len(row) == width][:_LOOKAHEAD]
    if full and _is_head_row([cell.text for cell in full[0] if cell is not None]):
        return None
    inner = len(rows) - (len(rows[0]) < width) - (len(rows[-1]) < width)  # the page may cut the first and the last
    if len(full) < 0.6 * min(inner, _LOOKAHEAD):
        return None
    heads = [guess_head(_filled(full, i)) for i in range(width)]
    kinds = [head.kind for head in heads]
    if "unit" not in kinds or "content" not in kinds:
        return None
    content = kinds.index("content")
    if 2 * sum(_WORD.search(cell.text) is not None for cell in _filled(full, content)) < len(full):
        return None  # figures of statistics
    kept = [h if h.kind != "content" or i == content else guessed_head("other") for i, h in enumerate(heads)]
    return [Column(i, head, True) for i, head in enumerate(kept)]


def _is_head_row(texts: Sequence[str]) -> bool:
    """True for the heads of a table that is not about tasks (序号 | 名称 | 办公地址): its rows are no tasks either."""
    heads = [read_head(text) for text in texts]
    told = any(head is not None and head.kind in ("number", "unit") for head in heads)
    return told and 2 * sum(map(bool, heads)) >= len(heads)


def _filled(rows: Sequence[PrintedRow], column: int) -> list[Cell]:
    return [cell for row in rows if (cell := row[column]) is not None]
