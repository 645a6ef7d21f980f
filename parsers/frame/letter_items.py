"""What tells that lines set tasks: items that say at their end or below who does them, or open with it, and headings of names."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.heads import read_head
from ..fields.own_names import opens_duty
from ..lists.duty_lines import duty_lines, is_names, named_above
from . import words
from .page import Page

_LONGEST_NAME = 45  # characters of a heading that names who does what stands below
_HEADED = 2  # lines of names over text that are a list
_DUTIES = 3  # lines of duties without numbers that are a list
_CALLS = lazy_pattern(r"电话|手机|联系人|\d{7}")  # whom to call is told, not what to do
_CLOSED = lazy_pattern(
    r"[（(〔\[【][^（()）\[\]【】。]{0,150}(?:牵头|负责|主办|承办|责任(?:单位|部门)：)[^（）()。]{0,80}[）)〕\]】][。；]?$"
)


def says_who(page: Page, index: int) -> bool:
    """Whether a line ends with who does it, in brackets, or has a label of that."""
    head = read_head(page.assigns[index]) if index in page.assigns else None
    return (head is not None and head.kind == "unit") or _CLOSED.search(page.compact[index]) is not None


def opens_duties(page: Page, places: Sequence[int]) -> bool:
    """Whether the lines open with who does them, or stand below headings that name it."""
    labels = [index for index in places if page.kinds[index] == "label"]
    return _headed_by_units(page, labels) or _set_duties(page, labels) or bool(duties(page, places))


def _headed_by_units(page: Page, labels: Sequence[int]) -> bool:
    """Whether headings name who does what stands below them (一、办公室 / 二、财务科): half of the headings at least do."""
    texts = [page.compact[index] for index in labels if words.HEADING_LABEL.match(page.compact[index])]
    named = sum(is_names(words.HEADING_LABEL.sub("", text, count=1)) for text in texts if len(text) < _LONGEST_NAME)
    return named > 1 and 2 * named >= len(texts)


def _set_duties(page: Page, labels: Sequence[int]) -> bool:
    """Whether most numbered lines open with who has to do what follows: 一、市水利局：负责…."""
    found = duty_lines([page.lines[index] for index in labels])
    return len(found) > 1 and 2 * sum(map(bool, found.values())) > len(labels)


def duties(page: Page, places: Sequence[int]) -> list[int]:
    """The places of lines that open with who answers for them and go on with a duty, where several do."""
    lines = [page.lines[index] for index in places]
    over = named_above(lines)
    named = [place for place, line in enumerate(lines) if line.start in over]
    above = [page.compact[index] for index in page.free if index < places[named[0]]] if named else []
    if len(named) >= _HEADED and any(words.TASK_NOUN.search(text) for text in above):
        return named
    openings = duty_lines(lines) if sum("：" in line.text[:30] for line in lines) >= _DUTIES else {}
    found = [place for place, line in enumerate(lines) if openings.get(line.start) and not _CALLS.search(line.text)]
    told = sum(opens_duty(lines[place].text[openings[lines[place].start] :]) for place in found)
    if len(found) < _DUTIES:
        return []
    said = found[0] > 0 and words.AS_FOLLOWS.search(lines[found[0] - 1].text) is not None
    return found if said or 2 * told >= len(found) else []
