"""What tells that lines set tasks: items that say at their end or below who does them, or open with it, and headings of names."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.heads import read_head
from ..lists.duty_lines import duty_lines, is_names
from . import words
from .page import Page

_LONGEST_NAME = 45  # characters of a heading that names who does what stands below
_CLOSED = lazy_pattern(
    r"[（(〔\[【][^（()）\[\]【】。]{0,150}(?:牵头|负责|主办|承办|责任(?:单位|部门)：)[^（）()。]{0,80}[）)〕\]】][。；]?$"
)


def says_who(page: Page, index: int) -> bool:
    """Whether a line ends with who does it, in brackets, or has a label of that."""
    head = read_head(page.assigns[index]) if index in page.assigns else None
    return (head is not None and head.kind == "unit") or _CLOSED.search(page.compact[index]) is not None


def opens_duties(page: Page, labels: Sequence[int]) -> bool:
    """Whether the numbered lines open with who does them, or stand below headings that name it."""
    return _headed_by_units(page, labels) or _set_duties(page, labels)


def _headed_by_units(page: Page, labels: Sequence[int]) -> bool:
    """Whether headings name who does what stands below them (一、办公室 / 二、财务科): half of the headings at least do."""
    texts = [page.compact[index] for index in labels if words.HEADING_LABEL.match(page.compact[index])]
    named = sum(is_names(words.HEADING_LABEL.sub("", text, count=1)) for text in texts if len(text) < _LONGEST_NAME)
    return named > 1 and 2 * named >= len(texts)


def _set_duties(page: Page, labels: Sequence[int]) -> bool:
    """Whether most numbered lines open with who has to do what follows: 一、市水利局：负责…."""
    found = duty_lines([page.lines[index] for index in labels])
    return len(found) > 1 and 2 * sum(map(bool, found.values())) > len(labels)
