"""Cards that are named as they are counted, on a line of their own above their label lines or in brackets before a text.

【交办件一】 / 事项：… / 责任单位：…, 二号任务 / 任务：…, 【事项1】修桥 / 责任单位：…
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import HAN, Label, read_label
from ..text.numerals import integer

_NUMBER = rf"\d{{1,2}}|[{HAN}]{{1,3}}"
_NAME = lazy_pattern(
    rf"[【〔［\[（(〖]?(?:(?P<name>第|{CHINESE}{{1,6}}?)(?P<number>{_NUMBER})(?P<measure>[项件号]?)|(?P<first>{_NUMBER})(?P<noun>号{CHINESE}{{2,4}}))[】〕］\]）)〗]?[：:]?"
)
#: The same before a text: only in brackets that no sentence opens with.
_OPENING = lazy_pattern(rf"[【〔［〖](?:{CHINESE}{{2,6}}?)(?:{_NUMBER})[】〕］〗]\s?(?={CHINESE}{{2}})")
_MARKS = "【】〔〕［］[]（）()〖〗：: "
_LONGEST, _FEWEST = 14, 2


class _Name(NamedTuple):
    form: tuple[str, str]
    value: int
    end: int


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
        counts = name.value in (1, last.value + 1 if last else 1)
        if counts and (name.end < len(line.text) or _is_label(below)):
            last = name
            found[line.start] = Label("named", name.value, line.text[: name.end].strip(_MARKS), name.end)
    return found if len(found) >= _FEWEST else {}


def names_first_card(text: str, others: Iterable[str]) -> bool:
    """Whether a line opens with the name of a first card, and one of the others with that of the second."""
    name = _name(text)
    names = map(_name, others) if name is not None and name.value == 1 else ()
    return any(other is not None and name is not None and other[:2] == (name.form, 2) for other in names)


def _is_label(line: Line) -> bool:
    labelled = read_label_line(line)
    return labelled is not None and not labelled.spoken


def _name(text: str) -> _Name | None:
    opening = _OPENING.match(text)
    name = text[: opening.end()].strip() if opening is not None else text
    match = _NAME.fullmatch(name) if len(name) <= _LONGEST and read_label(text) is None else None
    if match is None:
        return None
    form = (match["name"] or "", match["measure"] or match["noun"] or "")
    return _Name(form, integer(match["number"] or match["first"]), opening.end() if opening is not None else len(text))
