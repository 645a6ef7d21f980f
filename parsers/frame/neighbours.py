"""The page's own notice among what it shares the page with: the end of another one above, the head of the next below.

Gazettes print one notice behind the other, letters that pass something on enclose another notice whole. What the page
says of itself then stands between the signature that closes the one above and the title, with its addressees, of the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..text.labels import read_label
from . import words
from .addressees import is_salutation
from .articles import find_heading, is_about
from .page import Page
from .titles import Copy, is_closed, notice_copies, same_title

_HEAD = 4  # lines from the last one of a title to its addressees
_TITLE = 7  # lines that a title takes
_TEXT = ("sentence", "label")
_BETWEEN = ("metadata", "date", "text", "chrome")
_AROUND = ("chrome", "page", "metadata", "copy")
_REMAINS = 30  # lines of another notice's end


def own_lines(page: Page) -> tuple[int, int]:
    """The lines ``[first, stop)`` of the notice that the page is about; all of them where it holds but one."""
    first = _behind_remains(page)
    heading = find_heading(page)
    about = heading is not None and is_about(heading)
    seen: set[str] = set()
    for copy in _later_heads(page, first):
        if copy.found.value in seen:
            continue  # it stands above already
        seen.add(copy.found.value)
        if not first and _ends_above(page, copy.first):
            first = copy.first
        elif not about and _stands_above(page, first, copy):
            return first, copy.first
    return first, len(page.lines)


def _later_heads(page: Page, first: int) -> Iterator[Copy]:
    """The titles below some text that addressees follow: those of further notices."""
    told = False
    for place, index in enumerate(page.free):
        told = told or (index >= first and page.kinds[index] in _TEXT)
        if not told or not page.compact[index].endswith(("：", ":")) or not is_salutation(page.compact[index]):
            continue
        top = page.free[max(0, place - _HEAD - _TITLE)]
        copies = notice_copies(page.part(top, index), index)
        copy = next((copy for copy in reversed(copies) if copy.own), None)
        if copy is not None and is_closed(copy.found.value) and _adjoins(page, copy, place):
            yield copy


def _adjoins(page: Page, copy: Copy, place: int) -> bool:
    """Whether nothing but number, day and page furniture stands between a title and the line ``page.free[place]``."""
    between = [index for index in page.free[max(0, place - _HEAD) : place] if index >= copy.last]
    close = len(between) < _HEAD and not any(copy.last <= first < page.free[place] for first, _ in page.bodies)
    return close and all(page.kinds[index] in _BETWEEN for index in between)


def _behind_remains(page: Page) -> int:
    """The line behind the signature of a text that begins within its numbers (三、 first), above a letter; 0 for none.

    A plan below a signature is what was signed.
    """
    texts = [index for index in page.free[:_REMAINS] if page.kinds[index] not in _AROUND]
    label = read_label(page.lines[texts[0]].text) if texts and page.kinds[texts[0]] == "label" else None
    if label is None or (label.value or 0) < 2:
        return 0
    for above, index in pairwise(texts):
        if page.kinds[index] == "date" and page.kinds[above] == "organ":
            below = [line for line in page.free if line > index]
            return below[0] if any(_opens_letter(page, line) for line in below[:_REMAINS]) else 0
        if index >= page.first_body or _heads(page, index):
            return 0
    return 0


def _opens_letter(page: Page, index: int) -> bool:
    """Whether a line is the last of a letter's title, or its addressees."""
    squeezed = page.compact[index]
    return is_salutation(squeezed) or (_heads(page, index) and is_closed(squeezed))


def _ends_above(page: Page, stop: int) -> bool:
    """Whether the lines above ``stop`` are the end of another notice: text without a head, its signature last."""
    above = [index for index in page.free if index < stop and page.kinds[index] not in _AROUND]
    signed = len(above) > 2 and page.kinds[above[-1]] == "date" and page.kinds[above[-2]] in ("organ", "text")
    return signed and page.kinds[above[0]] in _TEXT and stop <= page.first_body


def _stands_above(page: Page, first: int, copy: Copy) -> bool:
    """Whether a notice with its own head stands above ``copy``, not the page's first words on the same one."""
    above = [index for index in page.free if first <= index < copy.first]
    if not any(page.kinds[index] in _TEXT for index in above):
        return False
    heads = [page.compact[index] for index in above if _heads(page, index)]
    if any(same_title(head, copy.found.value) or head in copy.found.value for head in heads):
        return False
    return bool(heads) or any(is_salutation(page.compact[index]) for index in above)


def _heads(page: Page, index: int) -> bool:
    """Whether a line reads like the title of a notice or plan, or its last line."""
    squeezed = page.compact[index]
    named = page.kinds[index] in ("text", "organ", "metadata") and len(squeezed) > 3
    return named and (words.GENRE.search(squeezed) or words.PLAN_END.search(squeezed)) is not None
