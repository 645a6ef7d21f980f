"""Where the addressees stand: the line or lines under the title that end with ：."""

from __future__ import annotations

from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ..lists.duty_lines import heads_duties
from . import words
from .addressees import is_recipients, is_salutation
from .page import Page
from .titles import Copy

Salutation = tuple[int, int, int, int]  # lines [first, last), offsets [start, end)

_SENT_TO = lazy_pattern(r"(?:主\s{0,3}送(?:机关|单位)?|致)\s{0,3}[：:]\s{0,3}")
#: What a letter's first sentence says to those it is sent to.
_SPOKEN_TO = lazy_pattern(
    r"[你贵][局委办厅部院处单县市区镇乡]|收悉|^(?:为|根据|按照|鉴于|经)|^近[期日]|函[告复商]|^[^。]{0,100}[：:]$"
)
_PROSE = ("text", "sentence")
_LONGEST = 300
_WRAPPED = 15  # characters from which a page breaks its lines
_MOST_CUT = 6  # lines above the last that a list takes
_UNEVEN = 4  # characters that a full line may have more than another, which a page set in


def find_salutation(page: Page) -> Salutation | None:
    """The addressees' lines, before the first table and the first numbered heading."""
    for place, index in enumerate(page.free):
        label = page.kinds[index] == "label"
        if index >= page.first_body or (label and (_is_heading(page, index) or "。" in page.compact[index])):
            return None
        line = page.lines[index]
        sent_to = _SENT_TO.match(line.text)
        if sent_to is not None and len(line.text) < _LONGEST and _lists_organs(line.text[sent_to.end() :]):
            return index, index + 1, line.start + sent_to.end(), line.end
        if page.kinds[index] in ("metadata", "chrome"):
            continue
        run_in = salutation_end(line.text)
        cut = _lines_cut(page, place)
        if not run_in and not cut and not is_salutation(page.compact[index]):
            continue
        if not run_in and (index in page.free[-1:] or _heads_items(page, place)):
            return None  # the page ends in a list of names, or lists what each of several has to do
        first = place - cut
        while first > 0 and _list_goes_on(page, page.free[first - 1]):
            first -= 1
        end = line.start + run_in if run_in else line.end
        return page.free[first], index + 1, page.lines[page.free[first]].start, end
    return None


def _heads_items(page: Page, place: int) -> bool:
    """Whether a line of names opens a list of what each of several has to do: another such line heads items, too, or
    text, and what is below the first is no letter's.
    """
    below = page.free[place + 1 :]
    named = [item for line, item in pairwise(below) if is_salutation(page.compact[line])]
    if page.kinds[below[0]] == "label":
        return any(page.kinds[item] == "label" for item in named)
    if words.COVER.search(page.compact[below[0]]) or _SPOKEN_TO.search(page.compact[below[0]]):
        return False
    alike = (item for line, item in pairwise(below) if heads_duties(page.compact[line]))
    return heads_duties(page.compact[page.free[place]]) and any(page.kinds[item] in _PROSE for item in alike)


def _is_heading(page: Page, index: int) -> bool:
    return words.HEADING_LABEL.match(page.compact[index]) is not None


def bare_salutation(page: Page, title: Copy) -> Salutation | None:
    """Addressees that lost their ：: the line under the title (and its metadata) that lists organs before prose."""
    after = [index for index in page.free if title.last <= index < page.first_body][:8]
    for index, below in pairwise(after):
        kind, squeezed = page.kinds[index], page.compact[index]
        if kind in ("sentence", "label"):
            return None
        prose = page.kinds[below] == "sentence" or len(page.compact[below]) > 25
        if kind not in ("organ", "text") or not prose or len(squeezed) >= 120:
            continue
        line = page.lines[index]
        if ("各" in squeezed or "有关" in squeezed) and is_recipients(line.text):
            return index, index + 1, line.start, line.end
    return None


def _lists_organs(text: str) -> bool:
    return is_recipients("".join(text.split()).rstrip("：:。"))


def salutation_end(text: str) -> int:
    """Length of a salutation that prose follows on the same line; 0 when there is none."""
    colon = text.find("：", 0, 120)
    if colon < 4 or colon + 10 > len(text) or not words.COVER.search(text, colon, colon + _LONGEST):
        return 0
    return colon + 1 if is_salutation("".join(text[: colon + 1].split())) else 0


def _list_goes_on(page: Page, index: int) -> bool:
    squeezed = page.compact[index]
    return len(squeezed) < _LONGEST and squeezed[-1] in "，、；" and "。" not in squeezed and is_recipients(squeezed)


def _lines_cut(page: Page, place: int) -> int:
    """How many lines above the page broke inside a name: 市政府各部门、各 / 直属机构：; 0 when it broke none."""
    lower, found = page.compact[page.free[place]], 0
    alone = is_salutation(lower) and lower.count("）") <= lower.count("（")
    for count in range(1, min(place, _MOST_CUT) + 1):
        above, index = page.free[place - count], page.free[place - count + 1]
        if not _may_be_cut(page, above, index) or len(page.compact[index]) > len(page.compact[above]) + _UNEVEN:
            break
        lower = page.compact[above] + lower
        listed = not alone or page.compact[above][-1] == "、" or _lists_places(page.compact[above])
        found = count if listed and is_salutation(lower) else found
    return found


def _lists_places(text: str) -> bool:
    """Whether a text without an end lists organs or places."""
    pieces = text.split("、")[:-1]
    named = sum(piece[-1:] in words.RECIPIENT_ENDS for piece in pieces)
    return words.RECIPIENT_WORDS.search(text) is not None or (len(pieces) > 2 and named == len(pieces))


def _may_be_cut(page: Page, above: int, index: int) -> bool:
    """Whether the line above can be the beginning of a list that goes on inside a name."""
    upper = page.compact[above]
    if above != index - 1 or page.kinds[above] not in ("text", "organ", "sentence"):
        return False
    inside = _WRAPPED <= len(upper) < _LONGEST and upper[-1] not in "：；" and "。" not in upper
    return inside and ("，" in upper or "、" in upper) and words.TITLE_VERB.search(upper) is None
