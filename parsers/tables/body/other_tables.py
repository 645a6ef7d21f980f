"""Another table right below, told by the rule that Markdown draws under heads, or by its title.

| 资源 | 数量 |
|---|---|
| 车辆 | 6辆 |
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import CHINESE, lazy_pattern
from ...fields.heads import Head, read_head
from ...text.labels import opens_section
from .lines import Split
from .titles import is_next_title

_UNDER_HEADS = lazy_pattern(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
#: Heads are short and hold no numbers; the first row of a page that a converter took for heads does.
_HEAD = lazy_pattern(rf"(?:{CHINESE}|[A-Za-z（）()/、／ ]){{1,12}}")
_FEWEST, _FEWEST_HEADS = 2, 4


def opens_other_table(splits: Sequence[Split], index: int) -> bool:
    """True for a line of heads, a rule drawn under it, that does not stand right below a row."""
    split = splits[index]
    if split.pipes < _FEWEST - 1 or len(split.filled) < _FEWEST or index + 1 >= len(splits):
        return False
    below = splits[index + 1].line.text
    if "-" not in below or _UNDER_HEADS.fullmatch(below) is None or (index and splits[index - 1].pipes):
        return False
    return _are_heads(split)


def opens_below_title(title: Split, split: Split, size: int) -> bool:
    """True for a line of other heads right below a title, where the rows above have ``size`` cells."""
    if len(split.cells) == size or len(split.filled) < _FEWEST or not is_next_title(title.line.text):
        return False
    return _are_heads(split) and 2 * sum(map(_is_known, _texts(split))) >= len(split.filled)


def before_other_heads(lines: list[Split], heads: Sequence[Head]) -> list[Split]:
    """The lines of rows joined by blanks above a line of nothing but other heads, and above the heading of these: 项目 考核内容 分值 得分."""
    own = {head.text for head in heads}
    for place, split in enumerate(lines):
        cells = ["".join(cell.split()) for cell in split.line.text.split()] if not split.pipes else []
        if len(cells) < _FEWEST_HEADS or own.issuperset(cells) or not all(map(_is_known, cells)):
            continue
        while place and (opens_section(lines[place - 1].line.text) or is_next_title(lines[place - 1].line.text)):
            place -= 1
        return lines[:place]
    return lines


def _texts(split: Split) -> list[str]:
    text, start = split.line.text, split.line.start
    return [text[first - start : last - start] for cell in split.filled for first, last in cell]


def _are_heads(split: Split) -> bool:
    return all(_HEAD.fullmatch(cell) for cell in _texts(split))


def _is_known(cell: str) -> bool:
    return read_head("".join(cell.split())) is not None
