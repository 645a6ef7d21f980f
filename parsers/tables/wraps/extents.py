"""How wide pieces of cells are, and the width of each column: what all pieces of a cell but the last fill.

A page counts Latin characters and marks as wide as Chinese characters or half as wide; its pieces tell which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple

#: Marks that the page may print half as wide as the document text has them; those that may hang over the width.
_EITHER = lazy_pattern("[，。；：！？（）％、“”‘’—…·]")
_HANGING = frozenset("，。；：、！？）】〕》”％%")
_WORD = lazy_pattern(r"[!-~]*")
_WIDE = 2
#: A joint costs so much for each character that its piece stays behind the width, or goes beyond, and so much at most.
_SHORT, _OVER, _MOST = 0.7, 1.2, 3.0
_STRANGE = 0.5
#: So many joints tell a width, this share of those of their column.
_FEWEST, _SHARE = 2, 0.5
_FAR = 1 << 20
#: A piece narrower than this may fill its column by chance.
_WIDE_COLUMN = 24
#: So many pieces tell the width of a column that breaks none; this share of them is no wider.
_FEWEST_PIECES, _NEARLY = 4, 0.9
_MOST_WIDTHS = 2


class Scale(NamedTuple):
    """How wide Latin characters and marks are, in halves of a Chinese character."""

    latin: int
    marks: int

    def width(self, text: str) -> int:
        """How wide ``text`` is."""
        narrow = len(text.encode("ascii", "ignore"))
        wide = _WIDE * (len(text) - narrow) + self.latin * narrow
        return wide if self.marks == _WIDE else wide - (_WIDE - self.marks) * len(_EITHER.findall(text))

    def first(self, text: str) -> int:
        """How wide what a page takes over to the next line at least is: a character, or a word, and the marks behind it."""
        word = _WORD.match(text)
        end = max(1, word.end() if word is not None else 1)
        while end < len(text) and text[end] in _HANGING:
            end += 1
        return self.width(text[:end])

    def least(self, text: str) -> int:
        """How wide ``text`` is without the mark at its end that may hang over the width."""
        return self.width(text[:-1] if len(text) > 1 and text[-1] in _HANGING else text)


SCALES = (Scale(1, 2), Scale(1, 1), Scale(2, 2))


class Extent(NamedTuple):
    """How wide a piece is without a mark that may hang over, with it, and with the next piece's first characters."""

    least: int
    most: int
    more: int

    def fills(self, width: int) -> bool:
        """Whether the piece fits into ``width`` and what follows it does not."""
        return self.least <= width < self.more

    def joint_cost(self, width: int) -> float:
        """What it costs that a cell goes on behind the piece in a column of that ``width``."""
        if self.fills(width):
            return 0.0
        if self.more <= width:
            return min(_MOST, _STRANGE + _SHORT * (width + 1 - self.more) / _WIDE)
        return 0.0  # told by :meth:`over_cost`

    def over_cost(self, width: int) -> float:
        """What it costs that a piece is wider than its column."""
        return min(_MOST, _OVER * (self.least - width) / _WIDE + _STRANGE) if self.least > width else 0.0


#: The extent of a piece that may be as wide as any.
ANY_WIDTH = Extent(0, 0, _FAR)


def extents(texts: Sequence[str], scale: Scale) -> list[Extent]:
    """The extents of pieces in order."""
    return _extents(texts, scale, scale)


def _extents(texts: Sequence[str], narrow: Scale, wide: Scale) -> list[Extent]:
    found: list[Extent] = []
    for text, behind in zip(texts, (*texts[1:], ""), strict=True):
        width = wide.width(text)
        found.append(Extent(narrow.least(text), width, width + wide.first(behind) if behind else _FAR))
    return found


def page_extents(texts: Sequence[str]) -> list[Extent]:
    """The extents of lines in order that a page breaks at widths of its own, whose marks may be of either width."""
    return _extents(texts, Scale(1, 1), Scale(1, _WIDE))


def unlike_cost(least: int, room: int) -> float:
    """What it costs that a piece of a cell is ``least`` wide, where those before it leave less than ``room``."""
    return min(_MOST, _STRANGE + _SHORT * (least + 1 - room) / _WIDE) if least >= room else 0.0


class Fill(NamedTuple):
    """The width of a column, how many joints fill it, and how many do not."""

    width: int
    filled: int
    joints: int


def best_fill(joints: Sequence[Extent], pieces: Iterable[Extent]) -> Fill | None:
    """The width that most of ``joints`` fill, with as few ``pieces`` as can be wider; None where too few tell it."""
    if len(joints) < _FEWEST:
        return None
    wide = sorted(piece.least for piece in pieces)
    choices = sorted({joint.least for joint in joints} | {joint.most for joint in joints})
    best: Fill | None = None
    most = 0.0
    for width in choices:
        filled = sum(1 for joint in joints if joint.fills(width))
        score = filled - sum(1 for least in wide if least > width)
        if score > most and filled >= max(_FEWEST, _SHARE * len(joints)):
            best, most = Fill(width, filled, len(joints)), score
    return best


def least_width(pieces: Sequence[Extent]) -> Fill | None:
    """The width of a column that breaks too few cells to tell it, but holds nearly all of ``pieces``; None for few."""
    wide = sorted(piece.least for piece in pieces)
    return Fill(wide[int(_NEARLY * (len(wide) - 1))], 0, 0) if len(wide) >= _FEWEST_PIECES else None


def popular_widths(pieces: Sequence[Extent]) -> dict[int, float]:
    """The widths that most of ``pieces`` fill, the commonest first; a narrow one may be filled by chance."""
    found: dict[int, float] = {}
    rest = list(pieces)
    for _ in range(_MOST_WIDTHS):
        counts = {width: sum(1 for piece in rest if piece.fills(width)) for width in {piece.most for piece in rest}}
        width = max(counts, key=lambda width: (counts[width], -width), default=0)
        if not width or counts[width] < _FEWEST_PIECES:
            break
        found[width] = wide_share(width)
        rest = [piece for piece in rest if not piece.fills(width)]
    return found


def wide_share(width: int) -> float:
    """How much it tells that a piece fills a ``width``: a narrow column may be filled by chance."""
    return min(1.0, width / _WIDE_COLUMN)
