"""Cards that are named as they are counted, on a line of their own above their label lines: 【交办件一】 / 事项：… / 责任单位：…."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import HAN, Label, read_label
from ..text.numerals import integer

_NAME = lazy_pattern(
    rf"([【〔［\[（(〖]?)(第|{CHINESE}{{1,6}}?)(\d{{1,2}}|[{HAN}]{{1,3}})([项件号]?)[】〕］\]）)〗]?[：:]?"
)
_MARKS = "【】〔〕［］[]（）()〖〗：: "
_LONGEST, _FEWEST = 14, 2


class _Name(NamedTuple):
    form: tuple[str, str]
    value: int


def counted_cards(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels of such lines by their offset, where two at least count up from one, a label line right below each.

    ``lines`` are those of a list that are not blank.
    """
    found: dict[int, Label] = {}
    last: _Name | None = None
    for line, below in pairwise(lines):
        name = _name(line.text)
        if name is None or (last is not None and name.form != last.form):
            continue
        labelled = read_label_line(below) if name.value in (1, last.value + 1 if last else 1) else None
        if labelled is not None and not labelled.spoken:
            last = name
            found[line.start] = Label("named", name.value, line.text.strip(_MARKS), len(line.text))
    return found if len(found) >= _FEWEST else {}


def names_first_card(text: str, others: Iterable[str]) -> bool:
    """Whether a line is the name of a first card, and one of the others that of the second."""
    name = _name(text)
    return name is not None and name.value == 1 and any(_name(other) == name._replace(value=2) for other in others)


def _name(text: str) -> _Name | None:
    match = _NAME.fullmatch(text) if len(text) <= _LONGEST and read_label(text) is None else None
    return _Name((match[2], match[4]), integer(match[3])) if match is not None else None
