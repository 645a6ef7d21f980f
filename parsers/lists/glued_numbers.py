"""Numbers of items that stand right at their text, since the page lost the mark behind them: 1优化服务 / 牵头单位：….

Digits before a word count or name as often as they number (3次, 12345热线): they number where they count up and every
line has who answers for it below or at its end. Decimals (1.1完善制度) number where three at least count on, and so do
numbers with a nought before them (01 to 09, then 10) that open lines one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.label_lines import read_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..text.document import Line
from ..text.labels import HAN, MEASURES, NUMERAL, Label, read_label
from ..text.numerals import integer
from .plain_headings import is_plain_heading

_GLUED = lazy_pattern(rf"(\d{{1,3}})(?![{MEASURES}])(?={CHINESE}{{2}}|[“《])")
_DECIMAL = lazy_pattern(rf"(\d{{1,2}})[.．](\d{{1,2}})(?![{MEASURES}倍])(?={CHINESE}{{2}}|[“《])")
_HEADING = lazy_pattern(rf"({NUMERAL})(?=(?![{HAN}{MEASURES}]){CHINESE})")
#: 01优化服务, 02 优化服务, or the number alone above its title.
_PADDED = lazy_pattern(rf"(0[1-9]|[1-9]\d)(?:[ \u3000]*(?:(?![{MEASURES}])|(?=项目))(?={CHINESE}{{2}}|[“《])|$)")
_FEWEST = 2
_FEWEST_DECIMALS = 3


def glued_numbers(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of such lines by their offset; ``lines`` are those of a list that are not blank."""
    found: dict[int, Label] = {}
    run: dict[int, Label] = {}
    last = 0
    for place, line in enumerate(lines):
        match = _GLUED.match(line.text) if line.text[0].isdecimal() else None
        if match is None or read_label(line.text) is not None or not _is_assigned(lines, place):
            continue
        number = int(match[1])
        if run and number not in (1, last + 1):
            found |= run if len(run) >= _FEWEST else {}
            run = {}
        run[line.start], last = Label("arabic", number, match[1], match.end()), number
    return found | (run if len(run) >= _FEWEST else {}) | _decimals(lines) | _padded(lines) | _headings(lines)


def _headings(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of headings that open with a Chinese numeral and nothing behind it: the next one, over a numbered line."""
    found: dict[int, Label] = {}
    last = 0
    for place, line in enumerate(lines[:-1]):
        if line.text[0] not in HAN:
            continue
        label = read_label(line.text)
        if label is not None:
            last = label.value if label.style == "han" and label.value else last
            continue
        match = _HEADING.match(line.text)
        counts_on = match is not None and integer(match[1]) == last + 1 and is_plain_heading(line.text)
        if match is not None and counts_on and read_label(lines[place + 1].text) is not None:
            last += 1
            found[line.start] = Label("han", last, match[1], match.end())
    return found if last >= _FEWEST else {}


def _decimals(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of lines that open with 1.1, 1.2, 2.1, each the next of the one before."""
    found: dict[int, Label] = {}
    last = (0, 0)
    for line in lines:
        match = _DECIMAL.match(line.text) if line.text[0].isdecimal() else None
        if match is None:
            continue
        number = int(match[1]), int(match[2])
        if number in ((last[0], last[1] + 1), (last[0] + 1, 1)) or (not found and number[1] == 1):
            found[line.start] = Label("decimal", number[1], match[0], match.end())
            last = number
    return found if len(found) >= _FEWEST_DECIMALS else {}


def _padded(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of lines that open with 01, 02 … 10, each the next of the one before; a page may have lost the first."""
    found: dict[int, Label] = {}
    last = 0
    for line in lines:
        match = _PADDED.match(line.text) if line.text[0].isdecimal() else None
        number = int(match[1]) if match is not None else 0
        if match is not None and number == (last + 1 if last else min(number, _FEWEST)):
            found[line.start] = Label("arabic", number, match[1], match.end())
            last = number
    return found if len(found) >= _FEWEST else {}


def _is_assigned(lines: Sequence[Line], place: int) -> bool:
    """Whether a line ends in a clause or has a label line of who or when below."""
    if CLOSED_AT_END.search(lines[place].text):
        return True
    below = read_label_line(lines[place + 1]) if place + 1 < len(lines) else None
    return below is not None and below.assigns
