"""The byline of an article: who put it out and at what time, below its headline (青岚发布 2031-02-11 08:30)."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from .dates import moment
from .model import Found
from .page import Page

_BYLINE = lazy_pattern(
    r"(?:[\w“”·]{2,20}[ \t\u3000]+){1,4}"
    rf"(?P<when>20\d\d\s?[-年/.]\s?\d{{1,2}}\s?[-月/.]\s?\d{{1,2}}日?\s+\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)(?:\s+{CHINESE}{{2,6}})?"
)
_LONGEST, _LONGEST_HEADLINE = 80, 60


def byline(page: Page, indexes: Sequence[int]) -> tuple[int, Found] | None:
    """The first of the lines that is nothing but names, a day and its hour: its index, and the time."""
    for index in indexes:
        line = page.lines[index]
        match = _BYLINE.fullmatch(line.text) if len(line.text) < _LONGEST and line.text[-1:] != "。" else None
        read = moment(match["when"]) if match is not None else None
        if match is not None and read is not None:
            start = line.start + match.start("when")
            return index, Found(read[0], start + read[1], start + read[2])
    return None


def headline(page: Page, indexes: Sequence[int]) -> Found | None:
    """What stands right above the byline, when nothing else does."""
    found = byline(page, indexes)
    above = [index for index in indexes if found is not None and index < found[0]]
    if len(above) != 1 or len(page.lines[above[0]].text) > _LONGEST_HEADLINE:
        return None
    line = page.lines[above[0]]
    return Found(page.compact[line.index], line.start, line.end)
