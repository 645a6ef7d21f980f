"""What tells that lines set tasks: items that say at their end or below who does them, or open with it, and headings of names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.heads import read_head
from ..fields.own_names import opens_duty
from ..lists.duty_lines import duty_lines, is_names, named_above
from ..text.document import Line
from ..units import person_likeness
from . import words
from .page import Page

_LONGEST_NAME = 45  # characters of a heading that names who does what stands below
_HEADED = 2  # lines of names over text that are a list
_DUTIES = 3  # lines of duties without numbers that are a list
_NAMED = 0.8  # a text this much like a person is no duty
_MEMBERS = "成员"  # who belongs to a body does no task
_CALLS = lazy_pattern(r"电话|手机|联系人|\d{7}")  # whom to call is told, not what to do
_CLOSED = lazy_pattern(
    r"[（(〔\[【][^（()）\[\]【】。]{0,150}(?:牵头|负责|主办|承办|责任(?:单位|部门)：)[^（）()。]{0,80}[）)〕\]】][。；]?$"
)


def says_who(page: Page, index: int) -> bool:
    """Whether a line ends with who does it, in brackets, or has a label of that."""
    head = read_head(page.assigns[index]) if index in page.assigns else None
    assigned = head is not None and head.kind == "unit" and not head.text.startswith(_MEMBERS)
    return assigned or _CLOSED.search(page.compact[index]) is not None


def opens_duties(page: Page, places: Sequence[int]) -> bool:
    """Whether the lines open with who does them, or stand below headings that name it."""
    labels = [index for index in places if page.kinds[index] == "label"]
    if labels and words.TELLS_STATE.search(_line_above(page, labels[0])):
        return False
    return _headed_by_units(page, labels) or _set_duties(page, labels) or bool(duties(page, places))


def _line_above(page: Page, index: int) -> str:
    place = bisect_left(page.free, index)
    return page.compact[page.free[place - 1]] if place else ""


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
    headed = named_above(lines)
    named = [place for place, line in enumerate(lines) if line.start in headed]
    above = [page.compact[index] for index in page.free if index < places[named[0]]] if named else []
    if len(named) >= _HEADED and any(words.TASK_NOUN.search(text) for text in above):
        return named
    openings = duty_lines(lines) if sum("：" in line.text[:30] for line in lines) >= _DUTIES else {}
    found = [
        place for place, line in enumerate(lines) if openings.get(line.start) and not _names_somebody(line, openings)
    ]
    told = sum(opens_duty(lines[place].text[openings[lines[place].start] :]) for place in found)
    if len(found) < _DUTIES:
        return []
    over = lines[found[0] - 1].text if found[0] > 0 else ""
    if words.TELLS_STATE.search(over):
        return []
    return found if words.AS_FOLLOWS.search(over) or 2 * told >= len(found) else []


def _names_somebody(line: Line, openings: Mapping[int, int]) -> bool:
    """Whether a line names whom to call, or who there is, behind the unit that opens it."""
    return _CALLS.search(line.text) is not None or person_likeness(line.text[openings[line.start] :]) >= _NAMED
