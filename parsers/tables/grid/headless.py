"""Tables whose column heads were not copied: the cells tell what the columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....normalize.lazy import CHINESE, lazy_pattern
from ...fields.heads import guessed_head, read_among, read_head
from ...fields.listing_heads import asked
from ...text.piece import squeezed_text
from ..body.lines import Split
from ..body.printed_rows import PrintedRow, printed_rows
from ..heads.head_row import ROWS, HeadRow
from .cells import Cell
from .columns import WIDEST, guess_head
from .counted_rows import counted_runs
from .shape import Column

#: So many rows of one width make a table; fewer may be page furniture with a stroke in it.
_FEWEST = 2
#: So many heads of what is made public tell of a catalogue.
_FEWEST_HEADS = 3
_NARROWEST = 3
_LOOKAHEAD = 30
#: A text so many times as long as the one before it tells what that names.
_AT_LENGTH = 2
_WORD = lazy_pattern(rf"{CHINESE}{{2}}")
_OF_PUBLICATION = lazy_pattern(r"公开(?:时限|期限|主体|依据|对象|方式|(?:渠道|载体)(?:[和及](?:渠道|载体|方式))?)")


def find_headless(
    text: str, splits: Sequence[Split]
) -> Iterator[tuple[HeadRow, int, list[Column], Sequence[PrintedRow]]]:
    """Runs of rows that name organisations and tasks under no heads: a head row without text, last line, columns."""
    if "公开" in text and _is_catalogue(text, splits):
        return
    runs = [(run[0], run[-1], printed_rows(text, run, run[0].opened)) for run in _runs(splits)]
    widest = [(*run, max(map(len, run[-1]), default=0)) for run in runs]
    for first, last, rows, width in widest or counted_runs(text, splits):
        columns = _columns([row for row in rows if len(row) > 1], width)
        if columns is not None:
            at = first.line.index
            head = HeadRow(at, at - 1, ROWS, (), tuple(column.head for column in columns))
            yield head, last.last_line, columns, rows


def _is_catalogue(text: str, splits: Sequence[Split]) -> bool:
    """Whether cells are heads of a catalogue of what is made public, broken though they may be: its rows set no tasks."""
    cells = (squeezed_text(text, cell) for split in splits if split.pipes for cell in split.filled)
    return len({cell for cell in cells if _OF_PUBLICATION.fullmatch(cell)}) >= _FEWEST_HEADS


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


def _columns(rows: Sequence[PrintedRow], width: int) -> list[Column] | None:
    """The columns that most rows show; None when they name no organisations or no tasks."""
    if not rows or width > WIDEST:
        return None
    full = [row for row in rows if len(row) == width][:_LOOKAHEAD]
    if any(_is_head_row([cell.text for cell in row if cell is not None]) for row in (rows[0], *full[:1])):
        return None
    inner = len(rows) - (len(rows[0]) < width) - (len(rows[-1]) < width)  # the page may cut the first and the last
    if len(full) < 0.6 * min(inner, _LOOKAHEAD):
        return None
    heads = [guess_head(_filled(full, i)) for i in range(width)]
    kinds = [head.kind for head in heads]
    if "unit" not in kinds or "content" not in kinds:
        return None
    content = _task_column(full, kinds)
    if 2 * sum(_WORD.search(cell.text) is not None for cell in _filled(full, content)) < len(full):
        return None  # figures of statistics
    for i, head in enumerate(heads):
        if head.kind == "content" and i != content:
            heads[i] = guessed_head("name" if i == content - 1 else "other")
    return [Column(i, head, True) for i, head in enumerate(heads)]


def _task_column(rows: Sequence[PrintedRow], kinds: Sequence[str]) -> int:
    """The column that tells the tasks: the first of texts, unless that names what the next one tells at length."""
    first = kinds.index("content")
    if kinds[first + 1 : first + 2] != ["content"]:
        return first
    named, told = (sum(len(cell.text) for cell in _filled(rows, i)) for i in (first, first + 1))
    return first + 1 if told > _AT_LENGTH * named else first


def _is_head_row(texts: Sequence[str]) -> bool:
    """True for the heads of a table that is not about tasks (序号 | 名称 | 办公地址): its rows are no tasks either."""
    if 2 * sum(asked(text) is not None for text in texts) >= len(texts):
        return True
    heads = [read_head(text) or read_among(text) for text in texts]
    told = any(head is not None and head.kind in ("number", "unit") for head in heads)
    return told and 2 * sum(map(bool, heads)) >= len(heads)


def _filled(rows: Sequence[PrintedRow], column: int) -> list[Cell]:
    return [cell for row in rows if (cell := row[column]) is not None]
