"""Rows whose cells rarer marks part get strokes between their cells: 序号‖任务‖责任单位, 任务--责任单位--时限.

Which mark it is, a line of column heads tells; below it every line with as many of them is a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .commas import HEAD_END
from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

#: Strokes of other scripts, and what people type where a table can't be drawn.
SINGLE = "‖¦丨∣︱▏▕❘"
_NAME = rf"[^\s,;，；。：|\-—/／&#＋→{SINGLE}]{{1,16}}"
_MARK = rf"[{SINGLE}]{{1,2}}|--|——|//|&&|##|＋|→| [/／] "
#: The same, none of them beginning with a blank, at which a search would stop everywhere.
_ANY_MARK = lazy_pattern(_MARK.replace(" [/／] ", "[/／](?<= .)(?= )"))
#: A line of three short names or more that may be column heads.
_HEADS = lazy_pattern(
    rf"^[ \t]*(?:[{SINGLE}]{{1,2}})?[ \t]*{_NAME}[ \t]*(?P<mark>{_MARK})[ \t]*{_NAME}(?:[ \t]*(?P=mark)[ \t]*{_NAME})+[ \t]*(?P=mark)?[ \t]*$",
    re.MULTILINE,
)
_FEWEST_HEADS, _FEWEST_ROWS, _MOST_LOOSE = 2, 2, 3


def part_by_strokes(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put strokes for the marks of rows below a line of column heads that the same marks part."""
    del doubts
    marks = Counter(_ANY_MARK.findall(text.text))
    if not any(count > 1 or mark[0] in SINGLE for mark, count in marks.items()):
        return text
    edits: list[Edit] = []
    at = 0
    while (heads := _HEADS.search(text.text, at)) is not None:
        at = heads.end()
        if len(HEAD_END.findall(_with_commas(heads))) < _FEWEST_HEADS:
            continue
        rows = list(_rows(text.text, heads))
        if len(rows) > _FEWEST_ROWS:
            edits += [(start, end, "|") for row in rows for start, end in row]
            at = max(at, rows[-1][-1][1])
    return text.edit(edits)


def _with_commas(heads: re.Match[str]) -> str:
    return ",".join(name.strip() for name in heads[0].split(heads["mark"]))


def _rows(text: str, heads: re.Match[str]) -> Iterator[list[tuple[int, int]]]:
    """The places of the marks, of the heads and of each line below that has as many."""
    mark = heads["mark"]
    one = re.escape(mark)
    pattern = re.compile(
        one if mark[0] in SINGLE or mark[0] == " " else rf"(?<!{re.escape(mark[0])}){one}(?!{re.escape(mark[0])})"
    )
    size = len(pattern.findall(heads[0]))
    at, loose = heads.start(), 0
    while at < len(text) and loose <= _MOST_LOOSE:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found = [match.span() for match in pattern.finditer(text, at, end)]
        if len(found) == size:
            yield found
        loose = 0 if len(found) == size else loose + 1
        at = end + 1
