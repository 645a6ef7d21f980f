"""Label lines that are numbered among themselves below an item: （一）目标任务：… / （二）资金安排：… / （三）责任单位：…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fields.label_lines import LabelLine, any_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..text.document import Line
from ..text.labels import read_label
from .duty_lines import is_names

_STYLES = frozenset({"han_bracket", "arabic", "arabic_bracket", "circled"})
_FEWEST = 2


def numbered_fields(lines: Sequence[Line]) -> dict[int, LabelLine]:
    """The label lines of every such block, by the offset of their line; ``lines`` are those that are not blank.

    A block counts up from 1 in one style, each of its lines opens with a short label of its own, no label comes twice,
    and one of them at least says who or when. Labels of no known meaning name fields there.
    """
    found: dict[int, LabelLine] = {}
    for block in _blocks(lines):
        heads = [field.head.text for field in block.values()]
        if len(block) >= _FEWEST and len(set(heads)) == len(heads) and any(f.assigns for f in block.values()):
            found |= block
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[dict[int, LabelLine]]:
    block: dict[int, LabelLine] = {}
    style = ""
    for line in lines:
        label = read_label(line.text)
        numbered = label is not None and label.style in _STYLES
        field = _field(line, label.end) if label is not None and numbered else None
        counts = label is not None and label.value == len(block) + 1 and label.style == style
        if field is not None and block and counts:
            block[line.start] = field
            continue
        yield block
        opens = field is not None and label is not None and label.value == 1
        block = {line.start: field} if opens and field is not None else {}
        style = label.style if label is not None else ""
    yield block


def _field(line: Line, end: int) -> LabelLine | None:
    body = line.part(end)
    field = any_label_line(body)
    if field is None or not field.value or (field.head.kind == "other" and is_names(field.head.text)):
        return None  # 1.县教育局：负责…: a duty
    if CLOSED_AT_END.search(body.text):
        return None  # 1.办理时限：3天办结。（责任单位：甲）: an item
    return field._replace(ranges=((line.start, line.end),))
