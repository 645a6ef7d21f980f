"""Label lines that say who or when and nothing else, wherever they stand: 牵头单位：县教育局."""

from __future__ import annotations

from collections.abc import Container

from ..text.document import Line
from .label_lines import LabelLine, read_label_line

_LONGEST = 40


def answer_label(line: Line) -> LabelLine | None:
    """The label line of who or when that a line is, its label known and its value on it; None for any other."""
    found = read_label_line(line) if "：" in line.text[1:] else None
    told = found is not None and found.assigns and found.head.known and not found.spoken and found.value
    return found if told else None


def answers_for_all(text: str, asked: Container[str] = ()) -> bool:
    """Whether a short text is such a line and what it says is none of the kinds that columns ask for."""
    if "：" not in text[1:] or len(text) > _LONGEST:
        return False
    found = answer_label(Line(0, 0, len(text), text))
    return found is not None and found.head.kind not in asked
