"""What the text cells of each column look like: learnt from whole rows, weighed where a row lacks cells.

Two text columns ask for the same kind of cell; only the table itself tells that one holds headings (一、…) and the next
numbered sentences, or names of indicators beside measures (%, 亿元) and figures, or the few words that a column
repeats (县级, 现场检查).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS
from .cells import Cell

#: Columns whose cells only the table tells apart.
SOFT_KINDS = TEXT_KINDS | {"other"}
_FIGURE = lazy_pattern(r"[\d.,，．%％‰+\-—~～≥≤<>/*]+.{0,3}")
#: A look is learnt from so many cells at least; a single one teaches only what labels its column has.
_FEWEST = 2
#: What a strange look costs: a share of its improbability, and no more than a clear difference of kind.
_WEIGHT, _MOST = 0.5, 1.5
#: Sizes spread a little at least; beyond so odd a size nothing gets stranger; what was never seen is half a cell's worth.
_NARROW, _MOST_ODD, _UNSEEN = 0.35, 4.0, 0.5
#: A column of so many cells or more, at most half of them different, repeats a few words.
_FEWEST_REPEATED = 4
#: What a word that the column repeats is worth there, and what another costs.
_REPEATED, _NEW = 3.0, 1.0

#: What speaks for a column that a sure row has the same word in, against those where looks tell nothing.
_OWN_WORD = 0.5

#: What it is worth that a sure row has the very same text in the column.
_SEEN = 2.0

#: So many cells of a column tell how its cells end.
_FEWEST_ENDED = 4

#: Size (logarithm), style of the label, whether it ends like a sentence, whether it is a figure.
_Look = tuple[float, str | None, bool, bool]


def is_figure(text: str) -> bool:
    """True for a number with its measure (45%, 12.5亿元)."""
    return _FIGURE.fullmatch(text) is not None


def _look(cell: Cell) -> _Look:
    """What a cell looks like; an empty one, between marks of a table without heads, as small as one character."""
    figure = cell.number is not None or is_figure(cell.text)
    return math.log(len(cell.text) or 1), cell.label.style if cell.label is not None else None, cell.closed, figure


class _Column(NamedTuple):
    """The looks of one column's cells: mean size and its spread, and how many cells have each trait.

    ``ended`` is how many end like a sentence on their last line, ``texts`` are the cells' texts, ``words`` the few that the column repeats; none where most of its cells differ.
    """

    cells: int
    size: float
    spread: float
    styles: dict[str | None, int]
    closed: int
    figures: int
    words: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    ended: int = 0

    def strangeness(self, look: _Look) -> float:
        """How improbable the look is here; 0 is the commonest look."""
        size, style, closed, figure = look
        if self.cells < _FEWEST:
            return -math.log((self.styles.get(style, 0) + _UNSEEN) / (self.cells + _UNSEEN))
        odd = min(_MOST_ODD, ((size - self.size) / self.spread) ** 2 / 2)
        for count in (
            self.styles.get(style, 0),
            self.closed if closed else self.cells - self.closed,
            self.figures if figure else self.cells - self.figures,
        ):
            odd -= math.log((count + _UNSEEN) / (self.cells + _UNSEEN))
        return odd


class Looks:
    """The looks of a table's columns, by index; :meth:`costs` weighs a cell against them."""

    __slots__ = ("_by_cell", "_columns", "_endings", "_known", "_words")

    def __init__(self, columns: dict[int, _Column]) -> None:
        self._columns = columns
        self._known: dict[tuple[_Look, str], dict[int, float]] = {}
        self._by_cell: dict[Cell, dict[int, float]] = {}  # both readings of a table ask for each cell
        self._endings: dict[int, float] | None = None
        self._words = frozenset(word for column in columns.values() for word in column.texts)

    def costs(self, cell: Cell) -> dict[int, float]:
        """What the cell's look costs in each column that is known, against the column that it suits best."""
        found = self._by_cell.get(cell)
        if found is None:
            found = self._by_cell[cell] = self._costs(_look(cell), cell.text if cell.text in self._words else "")
        return found

    def endings(self) -> dict[int, float]:
        """What it costs to end a cell like a sentence in a column that ends none so, where another does."""
        if self._endings is None:
            odd = {
                i: -math.log((column.ended + _UNSEEN) / (column.cells + _UNSEEN))
                for i, column in self._columns.items()
                if column.cells >= _FEWEST_ENDED
            }
            least = min(odd.values(), default=0.0)
            self._endings = {i: min(_MOST, _WEIGHT * (value - least)) for i, value in odd.items()}
        return self._endings

    def _costs(self, look: _Look, word: str) -> dict[int, float]:
        """What a look costs, of a cell that is ``word`` where columns hold that."""
        found = self._known.get((look, word))
        if found is None:
            strange = {i: column.strangeness(look) + _repetition(column, word) for i, column in self._columns.items()}
            least = min(strange.values(), default=0.0)
            found = {i: min(_MOST, _WEIGHT * (odd - least)) for i, odd in strange.items()}
            for i in found if word else ():
                found[i] -= _OWN_WORD if word in self._columns[i].texts else 0.0
            self._known[look, word] = found
        return found


def _repetition(column: _Column, word: str) -> float:
    """How improbable it makes a cell of a column that it is, or is not, a word which the column holds or repeats."""
    if column.words:
        return -_REPEATED if word in column.words else _NEW
    return -_SEEN if word in column.texts else 0.0


def learnt_looks(kinds: Sequence[str], rows: Iterable[dict[int, list[Cell]]]) -> Looks | None:
    """The looks of the text columns of ``rows`` that are sure; None where fewer than two columns are known."""
    soft = [i for i, kind in enumerate(kinds) if kind in SOFT_KINDS]
    seen: dict[int, list[Cell]] = {i: [] for i in soft}
    ended = dict.fromkeys(soft, 0)
    for row in rows if len(soft) > 1 else ():
        for i in soft:
            if i in row:
                seen[i].append(row[i][0])
                ended[i] += row[i][-1].closed
    known = {i: _learnt(cells)._replace(ended=ended[i]) for i, cells in seen.items() if cells}
    return Looks(known) if len(known) > 1 else None


def _learnt(cells: Sequence[Cell]) -> _Column:
    looks = [_look(cell) for cell in cells]
    count = len(looks)
    mean = sum(look[0] for look in looks) / count
    variance = sum((look[0] - mean) ** 2 for look in looks) / count
    styles: dict[str | None, int] = {}
    for look in looks:
        styles[look[1]] = styles.get(look[1], 0) + 1
    spread = math.sqrt(variance + _NARROW**2)
    closed, figures = sum(look[2] for look in looks), sum(look[3] for look in looks)
    texts = frozenset(cell.text for cell in cells)
    repeats = count >= _FEWEST_REPEATED and 2 * len(texts) <= count
    return _Column(count, mean, spread, styles, closed, figures, texts if repeats else frozenset(), texts)
