"""Where a plan starts: on a page that prints it alone, behind a letter's signature, or inside the letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.heading_times import time_of_heading
from ..fields.name_brackets import names_at_end
from ..fields.named_clauses import is_named_clause
from ..lists.bare_headings import headings_above
from ..lists.counted_cards import names_first_card
from ..lists.duty_lines import heads_duties, is_names
from ..lists.duty_sentences import sentence_starts
from ..lists.group_lines import is_clause
from ..lists.plain_headings import is_plain_heading
from ..lists.signposts import is_first_signpost
from ..text.labels import read_label
from . import words
from .letter_items import duties, opens_duties
from .page import Page, kind_of_field
from .plan_end import is_entry, is_furniture, other_pages
from .plan_titles import PlanTitle, is_counted_group, is_plan_title, title_above, title_from
from .title_text import plan_words
from .titles import Copy

_LONGEST_GROUP = 45  # characters of a line that speaks for the items below it
_NAMED = 3  # paragraphs that end with names in brackets
#: ■ 产业发展: a heading behind a bullet.
_BULLETED = lazy_pattern(rf"[■◆●★▲◇▶►❖□○◎]{CHINESE}{{2,20}}")


def plan_alone(page: Page, head: int) -> tuple[int | None, PlanTitle | None]:
    """The first line of the plan of a page that prints no letter (prose, label or table), and the title above it."""
    stop = min(page.first_body, other_pages(page))
    places = [index for index in page.free if head <= index < stop and index not in page.links]
    first = next((place for place, index in enumerate(places) if page.kinds[index] == "label"), len(places))
    if first == len(places) and not page.bodies:
        first = unnumbered(page, places, first)
    if first == len(places) and not page.bodies:
        first = next((place for place, index in enumerate(places) if sentence_starts(page.lines[index].text)), first)
    if first == len(places) and not page.bodies:
        named = (
            (place, page.compact[index]) for place, index in enumerate(places) if page.kinds[index] != "attachment"
        )
        first = next((place for place, name in named if is_plan_title(name)), first) + 1
        if first >= len(places):
            return None, None
    first = _with_groups(page, places, first)
    while first > 0 and page.kinds[places[first - 1]] == "sentence" and not is_furniture(page, places[first - 1]):
        first -= 1
    first = _with_own_lines(page, places, first)
    above = title_above(page, places, first - 1, head) if first > 0 else None
    if above is None and first > 1 and page.kinds[places[0]] in ("text", "organ"):
        above = title_from(page, places[:first], 0)  # remarks and other lines stand between it and the plan
    start = places[first] if first < len(places) else page.first_body
    return start, above


def _with_own_lines(page: Page, places: Sequence[int], first: int) -> int:
    """The place of the number or name of the first item on a line of its own, or of the heading of its section."""
    shown = (above for above in (first - 1, first - 2) if first < len(places) and above >= 0)
    first = next((above for above in shown if _counts_first(page, places[above])), first)
    return first - (0 < first < len(places) and _heads_section(page, *places[first - 1 : first + 1]))


def _counts_first(page: Page, index: int) -> bool:
    """Whether a line is the number or the name of the first item, and nothing else."""
    line = page.compact[index]
    return is_first_signpost(line) or names_first_card(line, page.compact.values())


def _with_groups(page: Page, places: Sequence[int], first: int) -> int:
    """The place of the first line that says who or when above the items from ``first`` on: 责任单位：…, 市教育局：, 二月份：

    A heading without a number, as the page has several, stands above them as well.
    """
    while 0 < first < len(places):
        field = kind_of_field(page.compact[places[first - 1]]) if first > 1 else None
        lead = field in ("content", "requirement")  # 责任单位：甲 / 工作任务：
        if not _heads_items(page, places[first - 1 - lead]):
            break
        first -= 1 + lead
    above = places[first - 1] if 0 < first < len(places) else None
    if above is not None and (not is_plan_title(page.compact[above]) or is_counted_group(page, above)):
        titled = first > 2 and is_plan_title(page.compact[places[first - 3]])
        return first - headings_above([page.lines[index] for index in places[first - 1 - titled :]], 1 + titled)
    return first


def _heads_items(page: Page, index: int) -> bool:
    """Whether a line of who does it or when, a clause too, or a heading behind a bullet stands above items: the page has
    several, no site's operator.
    """
    if time_of_heading(page.compact[index]) is not None:
        return _several(page, index, lambda squeezed: time_of_heading(squeezed) is not None)
    if _BULLETED.fullmatch(page.compact[index]):
        return _several(page, index, lambda squeezed: _BULLETED.fullmatch(squeezed) is not None)
    label = page.assigns.get(index)
    if label is None:
        return page.kinds[index] in ("organ", "text") and any(
            _several(page, index, fits) for fits in (is_names, is_clause)
        )
    same = sum(other == label for other in page.assigns.values())
    return same > 1 and not words.SITE_LABEL.search(label)


def _several(page: Page, index: int, fits: Callable[[str], bool]) -> bool:
    """Whether the line and one below the items fit; only short lines are looked at."""
    if not fits(page.compact[index]):
        return False
    below = page.free[bisect_right(page.free, index) + 1 :]
    return any(len(page.compact[line]) <= _LONGEST_GROUP and fits(page.compact[line]) for line in below)


def _heads_section(page: Page, above: int, index: int) -> bool:
    """Whether a line is the heading of the section that a page quotes of a plan: the item below it is not the first, or
    the heading opens with 一 and another one with 二.
    """
    label = read_label(page.lines[index].text)
    heading = page.compact[above]
    if label is None or not label.value or page.kinds[above] not in ("text", "organ") or is_plan_title(heading):
        return False
    counted = heading[0] == "一" and any(page.compact[below][0] == "二" for below in page.free if below > index)
    return (label.value > 1 or counted) and is_plain_heading(heading)


def plan_follows(page: Page, start: int) -> bool:
    """Whether a plan stands behind the letter's signature: a table, labels, or a plan's title right there."""
    if page.last_body > start:
        return True
    stop = other_pages(page)
    places = [index for index in page.free if start <= index < stop and index not in page.links]
    listing, opening = False, True
    for place, index in enumerate(places):
        kind = page.kinds[index]
        if kind == "label" and not (listing and is_entry(page, index)):
            return True
        listing = kind == "attachment" or (listing and kind == "label")
        if opening and kind in ("text", "organ"):
            if title_from(page, places, place) is not None:
                return True
            opening = False
        opening = opening and kind in ("marker", "copy", "metadata", "date", "attachment", "page")
    return unnumbered(page, places, -1) >= 0


def inner_plan(page: Page, title: Copy | None, start: int, stop: int) -> int | None:
    """The line on which a plan starts that no signature parts from the letter; None when there is none."""
    inside = [index for index in page.free if start <= index < stop]
    named = plan_words(title.found.value) if title else None
    name = re.sub(r"\W", "", title.found.value[slice(*named)]) if title and named else ""
    for place, index in enumerate(inside):
        kind = page.kinds[index]
        below = page.kinds[inside[place + 1]] if place + 1 < len(inside) else ""
        if _begins_name(page, index, name) or (kind == "marker" and below in ("text", "organ", "chrome")):
            return index
    if page.first_body < stop:
        return above_body(page, page.first_body, start)
    labels = [index for index in inside if page.kinds[index] == "label"]
    if not labels:
        place = _with_own_lines(page, inside, _with_groups(page, inside, unnumbered(page, inside, -1)))
        return inside[place] if place >= 0 else None
    told = duties(page, inside)
    if told and inside[told[0]] < labels[0]:
        return inside[told[0]]
    first = inside[_with_groups(page, inside, inside.index(labels[0]))]
    closed = any(words.CLAUSE.search(page.compact[index]) for index in inside if index >= labels[0])
    if closed or heads_duties(page.compact[first]):  # 县水务局： above 1.…
        return first
    for closing in (words.BARE_CLAUSE, words.SPOKEN_CLAUSE, words.TOLD_BY_WHEN):
        if sum(closing.search(page.compact[index]) is not None for index in labels) > 1:
            return first
    if opens_duties(page, inside):
        return first
    if _hands_over(page, start, labels[0]) or (named and not _is_itself(page, start, labels)):
        return None
    return first


def _is_itself(page: Page, start: int, labels: Sequence[int]) -> bool:
    """Whether a letter whose title names a plan prints it: 如下 before headings whose items count on below each other."""
    said = any(start - 1 <= index < labels[0] and words.AS_FOLLOWS.search(page.compact[index]) for index in page.free)
    numbers = [label for index in labels if (label := read_label(page.lines[index].text)) is not None]
    outer = sum(label.style == "han" for label in numbers)
    inner = sum(label.style == "han_bracket" for label in numbers)
    return said and outer > 1 and inner > outer


def unnumbered(page: Page, places: Sequence[int], default: int) -> int:
    """The place of the first of several items without numbers: lines that end in a clause or have label lines below."""
    marks = [place for place, index in enumerate(places) if index in page.assigns or _ends_in_clause(page, index)]
    if len(marks) < 2:
        named = [place for place, index in enumerate(places) if _ends_in_names(page, index)]
        marks = sorted([*marks, *named]) if len(named) >= _NAMED else marks
        told = [place for place, index in enumerate(places) if is_named_clause(page.compact[index])]
        marks = sorted([*marks, *told]) if len(told) >= _NAMED else marks
    if len(marks) < 2:
        return next(iter(duties(page, places)), default)
    first = _first_of_card(page, places, marks[0])
    above = page.kinds[places[first - 1]] if first > 0 and places[first] in page.assigns else ""
    if above == "sentence" or (above == "text" and not is_plan_title(page.compact[places[first - 1]])):
        return first - 1
    return first


def _first_of_card(page: Page, places: Sequence[int], mark: int) -> int:
    """The place of the topmost line that names the task of the line at ``mark``; lines of other fields may stand between."""
    first = place = mark
    while place > 0 and (kind := kind_of_field(page.compact[places[place - 1]])) is not None:
        place -= 1
        first = first if kind == "other" else place
    return first


def closes_task(page: Page, index: int) -> bool:
    """Whether a line without a number ends with a clause in brackets, or with names in one."""
    return _ends_in_clause(page, index) or _ends_in_names(page, index)


def _ends_in_clause(page: Page, index: int) -> bool:
    squeezed = page.compact[index]
    if page.kinds[index] not in ("sentence", "text") or squeezed.rstrip("。；")[-1:] not in "）)]】〕":
        return False
    return words.CLAUSE.search(squeezed) is not None and not is_furniture(page, index)


def _ends_in_names(page: Page, index: int) -> bool:
    """Whether a line ends with nothing but names in a bracket behind its last sentence: …不少于4场。（市文旅局）"""
    squeezed = page.compact[index]
    named = names_at_end(squeezed) if page.kinds[index] in ("sentence", "text") else None
    return named is not None and squeezed[named[0] - 1 : named[0]] == "。"


def _hands_over(page: Page, start: int, first_label: int) -> bool:
    """Whether a letter's prose hands over a plan, or an attachment holds it: its own sections are instructions then."""
    for index in page.free:
        if index < start - 1:
            continue
        squeezed = page.compact[index]
        if index < first_label and words.HANDS_OVER.search(squeezed):
            return True
        if page.kinds[index] == "attachment" and words.TASK_NOUN.search(squeezed):
            return True
    return False


def _begins_name(page: Page, index: int, name: str) -> bool:
    """Whether a line prints the plan's name, or the first piece of it, as a title."""
    if not name or page.kinds[index] in ("attachment", "sentence", "label", "marker"):
        return False
    squeezed = re.sub(r"\W", "", page.compact[index])
    return 5 < len(squeezed) <= len(name) + 30 and (name.startswith(squeezed) or squeezed.endswith(name))


def above_body(page: Page, body: int, start: int) -> int:
    """The first line of the title and markers that stand right above a table."""
    first = body
    for index in reversed([i for i in page.free if max(start, body - 40) <= i < body]):
        kind = page.kinds[index]
        if kind in ("sentence", "label", "date") or (kind == "attachment" and first != body):
            break
        first = index
        if kind == "marker":
            break
    return first
