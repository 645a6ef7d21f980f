"""Paragraphs that a page broke into lines of one width, as PDF readers copy them: their lines put together again.

A text is taken for wrapped when lines that are as long as the longest stop inside a sentence, and what stands right below
nearly all of these carries no label. A line that is not full ends its paragraph. Where labelled lines are set in and the
others are not, a line that is set in begins a paragraph, and no other does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.unfold import wide
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import read_label

#: Stands in a paragraph's text for the break between two lines, which is no blank.
JOINT = "\u2060"
_NARROWEST, _WIDEST = 12, 60
#: How much narrower than the widest a full line may be: a mark that must not begin a line, half a number.
_SLACK = 2.0
#: How many full lines stop inside a sentence, at least, and how many of these have their rest right below: some labels
#: begin there by chance (责任 | 单位：).
_FEWEST, _GOING_ON = 3, 0.6
#: How many lines may touch in a text with a blank line behind each, and how far the next line is there.
_TOUCHING, _FARTHEST = 0.1, 3
#: The share of lines that the indents must tell right, and by how much paragraphs are set in.
_TOLD, _SET_IN = 0.9, 0.9
_SENTENCE_ENDS = "。！？：:"
_ENDS = "。；！？）)】］]：:"
#: A break behind a mark is a blank: no word goes on over it.
_BETWEEN = lazy_pattern(f"(?<=[。；！？）)]){JOINT}+")
_BREAK = lazy_pattern(r"[^\S\n]*(?:\n[^\S\n]*)+")
#: A label of so many characters is whole, and begins a paragraph, but for one that a list before it goes on with.
_WHOLE_LABEL, _LISTING = 4, "、，和及与或/"
#: 【重点任务】: a label alone on its line, its value below.
_LONE_LABEL = lazy_pattern(f"【{CHINESE}{{2,10}}】[：:]?")
_OPENING, _CLOSING = "（([【〔《“", "）)]】〕》”"


def unwrapped(
    text: str, lines: Sequence[Line], taken: frozenset[int] = frozenset(), page: Sequence[Line] = ()
) -> list[Line]:
    """``lines`` of the document ``text`` with wrapped paragraphs as one line each; as they are where nothing is wrapped.

    A paragraph's line has the index of its first line. Lines whose index is in ``taken`` (a table's) stay apart. ``page`` are the
    lines that show the width of the page where ``lines`` are too few.
    """
    if _is_too_wide(lines, taken):
        return list(lines)
    sheet = _Sheet.of(text, lines, taken)
    shown, full = sheet, sheet.full_lines()
    if not full and page and not _is_too_wide(page, taken):
        shown = _Sheet.of(text, page, taken)
        full = shown.full_lines()
        sheet = sheet._replace(spaced=shown.spaced)
    if not full:
        return list(lines)
    return [_joined(text, lines) for lines in _paragraphs(sheet, full, shown.set_in(full), taken)]


def joined_at_stops(text: str, lines: Sequence[Line], sign: re.Pattern[str]) -> list[Line]:
    """``lines``, a paragraph that holds a ``sign`` put together wherever a line of it stops inside a sentence.

    The lines of such a paragraph stand right below one another, broken at any width.
    """
    runs: list[list[Line]] = []
    for line in lines:
        above = runs[-1][-1] if runs else None
        if above is not None and line.text and above.text and above.text[-1] not in _SENTENCE_ENDS:
            runs[-1].append(line)
        else:
            runs.append([line])
    listed = [len(run) > 1 and any(sign.search(line.text) for line in run) for run in runs]
    return [line for run, lists in zip(runs, listed, strict=True) for line in ([_joined(text, run)] if lists else run)]


def _paragraphs(
    sheet: _Sheet, full: Collection[Line], set_in: Collection[Line] | None, taken: Collection[int]
) -> list[list[Line]]:
    """The lines of ``sheet``, those that make up one paragraph together."""
    paragraphs: list[list[Line]] = []
    waiting = 0  # brackets of the last paragraph that are open
    above: set[str] = set()
    for line in sheet.places:
        if sheet.spaced and not line.text:
            continue
        last = paragraphs[-1][-1] if paragraphs else None
        goes_on = False
        if last is not None and last in full and sheet.is_below(last, line) and line.index not in taken:
            if set_in is not None:
                goes_on = bool(line.text) and line not in set_in
            elif line in full or last.text[-1] not in _ENDS or line.text[-1:] in _ENDS:  # else a heading or a name
                goes_on = _goes_on(last, line, waiting > 0, above)
        if goes_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
            waiting = 0
            label = read_label(line.text)
            above |= {label.style} if label is not None else set()
        waiting += _opened(line.text)
    return paragraphs


class _Sheet(NamedTuple):
    """The lines of a document by their places."""

    places: Mapping[Line, int]
    own: Sequence[Line]  # filled, and no table's
    before: Mapping[Line, str]  # the blanks that a line is set in with
    spaced: bool  # a blank line stands behind nearly every line, so that it parts nothing

    @classmethod
    def of(cls, text: str, lines: Sequence[Line], taken: Collection[int]) -> _Sheet:
        places = {line: place for place, line in enumerate(lines)}
        own = [line for line in places if line.text and line.index not in taken]
        before = {line: _blanks_before(text, line.start) for line in own}
        touching = sum(1 for line, below in pairwise(own) if places[below] == places[line] + 1)
        return cls(places, own, before, touching < _TOUCHING * len(own))

    def is_below(self, line: Line, other: Line) -> bool:
        """True when ``other``, a filled line, stands right below ``line``, or below the blank that follows it."""
        return 0 < self.places[other] - self.places[line] <= (_FARTHEST if self.spaced else 1)

    def full_lines(self) -> frozenset[Line]:
        """The lines that fill the width of the page; none when nothing is wrapped.

        It may count the blanks before a line, and those inside, or not: some came in behind the page's break.
        """
        printed = [[self.before[line] + line.text for line in self.own], [line.text for line in self.own]]
        squeezed = ["".join(text.split()) for text in printed[1]]
        printed += [squeezed] if squeezed != printed[1] else []
        return max((self._full(list(map(measure, texts))) for texts in printed for measure in (wide, len)), key=len)

    def _full(self, widths: Sequence[float]) -> frozenset[Line]:
        widest = max(widths, default=0.0)
        full = frozenset(line for line, width in zip(self.own, widths, strict=True) if width >= widest - _SLACK)
        if not _NARROWEST <= widest <= _WIDEST or len(full) < _FEWEST:
            return frozenset()
        below = self._below_stopped(full)
        going_on = sum(1 for line in below if not _begins(line))
        return full if going_on >= max(_FEWEST, _GOING_ON * len(below)) else frozenset()

    def _below_stopped(self, full: Collection[Line]) -> list[Line]:
        """The lines right below the full ones that stop inside a sentence."""
        stopped = ((line, below) for line, below in pairwise(self.own) if line in full and line.text[-1] not in _ENDS)
        return [below for line, below in stopped if self.is_below(line, below)]

    def set_in(self, full: Collection[Line]) -> frozenset[Line] | None:
        """The lines that the page sets in to begin a paragraph; None when its indents do not tell that."""
        far = {line: wide(blanks) for line, blanks in self.before.items()}
        inside = sorted(far[line] for line in self._below_stopped(full) if not _begins(line))
        labelled = [far[line] for line in self.own if read_label(line.text) is not None]
        if not inside or len(labelled) < _FEWEST:
            return None
        edge = inside[len(inside) // 2] + _SET_IN
        told = sum(indent < edge for indent in inside), sum(indent >= edge for indent in labelled)
        if told[0] < _TOLD * len(inside) or told[1] < _TOLD * len(labelled):
            return None
        return frozenset(line for line in self.own if far[line] >= edge)


def _blanks_before(text: str, start: int) -> str:
    """The blanks that the page prints before what begins at an offset; none inside a line or where there are too many."""
    at = text.rfind("\n", max(0, start - _WIDEST), start)
    return text[at + 1 : start] if at >= 0 or start <= _WIDEST else ""


def _is_too_wide(lines: Sequence[Line], taken: Collection[int]) -> bool:
    """Cheap rejection: whatever a line is made of, no page is so wide."""
    return any(len(line.text) > 2 * _WIDEST and line.index not in taken for line in lines)


def _joined(text: str, lines: Sequence[Line]) -> Line:
    """The lines of a paragraph as one line."""
    if len(lines) == 1:
        return lines[0]
    start, end = lines[0].start, lines[-1].end
    whole = _BREAK.sub(lambda found: JOINT * len(found[0]), text[start:end])
    return Line(lines[0].index, start, end, _BETWEEN.sub(lambda joint: " " * len(joint[0]), whole))


def _goes_on(last: Line, line: Line, is_open: bool, above: Collection[str]) -> bool:
    """True when ``line`` goes on with the paragraph whose last line is full; ``is_open``: a bracket waits in it.

    The outermost headings are counted once: 一、 inside a sentence below them is half a word (统 | 一、规范). ``above`` are
    the styles of the labels before.
    """
    if not line.text:
        return False
    if is_open:
        return True
    inside = last.text[-1] not in _ENDS
    label = read_label(line.text)
    if label is not None:
        return inside and label.value == 1 and label.style == "han" and label.style in above
    labelled = read_label_line(line)
    if labelled is None:
        return _LONE_LABEL.fullmatch(line.text) is None
    whole = labelled.assigns and not labelled.spoken and len(labelled.head.text) >= _WHOLE_LABEL
    return inside and not (whole and last.text[-1] not in _LISTING)  # 责任 | 单位： is a label that the page broke


def _begins(line: Line) -> bool:
    """True for a line that begins an item, or says who and when behind a label: a clause without one may be a rest."""
    labelled = read_label_line(line)
    return read_label(line.text) is not None or (labelled is not None and not labelled.spoken)


def _opened(text: str) -> int:
    """How many more brackets a text opens than it closes."""
    return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
