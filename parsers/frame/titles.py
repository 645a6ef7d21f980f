"""The notice's title: printed once or several times, whole or broken over lines."""

from __future__ import annotations

from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..text.document_numbers import NUMBER
from ..text.labels import opens_section
from . import words
from .model import Found
from .page import Page
from .title_text import core, nested

_BARE_GENRE = 4  # characters of a kind of document that names none
_WIDEST = 200  # characters of a line that holds a title, with number and breadcrumb
_LONGEST = 7  # lines that one title may be broken over
_NOT_TITLE = lazy_pattern(r"[。！？；]|^[=＝*_—-]{3}|：$|^\d+$|文件$|第\d{1,4}[期号][）)]?$|\d{4}年\d{1,2}月\d{1,2}日$")
# The first line of a title that goes on with 关于: …印发, or …转发某局等部门.
_OPEN_END = lazy_pattern(rf"(?:印发|转发|批转|关于)$|(?:转发|批转)(?:{CHINESE}|[、（）]){{2,40}}$")
_ISSUES = lazy_pattern(r"(?:印发|转发|批转|下发|下达)(?!的)")
_CLOSED = lazy_pattern(r"(?:通知|(?<=的)告诉|通报|公告|通告|函|令|决定|批复|意见)(?:[（(][^（）()]{1,30}[）)])?$")
_CLOSING_LINES = 3  # below an open line, within which its title closes
_BLOCK = 2  # lines
_MARKS, _LOST = lazy_pattern(r"[^\w]"), lazy_pattern(r"[^\w]|(?<=\d)[年月日号份]|(?<=月)份")


class Copy(NamedTuple):
    """One printed copy of a title: lines [first, last), with the range of the title proper."""

    first: int
    last: int
    found: Found
    text: str  # as printed, with its line breaks
    own: bool  # stands as the document's own title, not in a breadcrumb, a metadata field or a page heading


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one: marks aside, and 年, 月, 份 that pages lose; one may lack the organ at the front."""
    one, other = _LOST.sub("", one), _LOST.sub("", other)
    return len(min(one, other, key=len)) > 7 and (one.endswith(other) or other.endswith(one))


def is_closed(title: str) -> bool:
    """Whether a title ends in the kind of a letter: 通知, 函, 决定."""
    return _CLOSED.search(title) is not None


def notice_copies(page: Page, stop: int) -> list[Copy]:
    """Every copy of a notice-like title on the free lines before line ``stop``, in order."""
    copies: list[Copy] = []
    taken = -1
    top = [index for index in page.free if index < stop and index not in page.links]
    for place, index in enumerate(top):
        copy = _copy_ending_at(page, top, place, taken)
        if copy is not None:
            copies.append(copy)
            taken = index
    return copies


def best_copy(copies: list[Copy]) -> Copy | None:
    """The copy to quote: of the last title on the page's head, the fullest that stands on its own."""
    if not copies:
        return None
    last = next((copy for copy in reversed(copies) if copy.own), copies[-1])
    same = [copy for copy in copies if copy is last or same_title(copy.found.value, last.found.value)]
    return max(
        same, key=lambda copy: (copy.own, len(_MARKS.sub("", copy.found.value)), "《" in copy.found.value, copy.first)
    )


def _copy_ending_at(page: Page, top: list[int], place: int, taken: int) -> Copy | None:
    """The title copy whose last line is ``top[place]``; it may start after line ``taken``."""
    index = top[place]
    if words.LINK.match(page.compact[index]):
        return None
    if page.kinds[index] in ("date", "marker", "attachment", "copy", "sentence") or len(page.compact[index]) > _WIDEST:
        return None
    line = page.lines[index]
    start, end, own = core(line.text)
    if own and (page.kinds[index] == "metadata" or _is_heading(page, index)):
        return None
    if start >= end or not words.GENRE.search(_word_above(page, top, place) + "".join(line.text[start:end].split())):
        return None
    if own and _is_open(page.compact[index]) and _closes_below(page, top, place):
        return None
    start, end, first = start + line.start, end + line.start, place
    if own:
        first, start = _with_organs(page, top, *_opening(page, top, place, start, end, taken), taken)
    value = _value(page, start, end)
    if own and words.PURPOSE.match(value) and "，" in value:
        return None  # 为…，特制定本方案
    if own and first < place and _is_open(value) and _closes_below(page, top, place):
        return None
    if not words.TITLE_VERB.search(value) or value.startswith(("的", "》", "）")):
        return None
    return Copy(
        top[first], index + 1, Found(nested(value) if not own else value, start, end), page.text[start:end], own
    )


def _is_heading(page: Page, index: int) -> bool:
    """Whether a line opens with the label of a heading and goes on with a topic (一、工作要点): no end of a title."""
    squeezed = page.compact[index]
    return page.kinds[index] == "label" and opens_section(squeezed) and not words.TITLE_VERB.search(squeezed)


def _opening(page: Page, top: list[int], place: int, start: int, end: int, taken: int) -> tuple[int, int]:
    """Where the title that ends on line ``top[place]`` opens: the place of its first line in ``top``, and its start.

    ``start`` to ``end`` is its text on the last line.
    """
    first = place
    while not _complete(_value(page, start, end)):
        first -= first > 1 and _parted_by_number(page, top[first - 2], top[first - 1])
        if first == 0 or place - first + 1 >= _LONGEST:
            break
        before = top[first - 1]
        if before <= taken or not (_joinable(page, before) or _names_plan(page, top, first - 1)):
            break
        if _is_set_apart(page, top, first) and not _is_open(page.compact[before]):
            break
        first -= 1
        start = page.lines[before].start + core(page.lines[before].text)[0]
    return first, start


def _is_set_apart(page: Page, top: list[int], place: int) -> bool:
    """Whether a blank line parts ``top[place]`` from lines above that stand close: a block of the page, no piece of the title."""
    if place < _BLOCK or top[place] == top[place - 1] + 1:
        return False
    return all(b == a + 1 for a, b in pairwise(top[place - _BLOCK : place]))


def _word_above(page: Page, top: list[int], place: int) -> str:
    """The line above a line that holds nothing but the end of a word: …的通 | 知."""
    broken = place > 0 and len(page.compact[top[place]]) == 1 and top[place - 1] == top[place] - 1
    return page.compact[top[place - 1]] if broken else ""


def _parted_by_number(page: Page, above: int, index: int) -> bool:
    """Whether a line that holds the number stands inside a title: under a line that opens one."""
    return NUMBER.fullmatch(page.compact[index].strip("（()）")) is not None and (
        _OPEN_END.search(page.compact[above]) is not None or _is_open(page.compact[above])
    )


def _value(page: Page, start: int, end: int) -> str:
    """The title printed between two offsets, without a number between its lines."""
    lines = page.text[start:end].split("\n")
    return squeeze("\n".join(line for line in lines if not NUMBER.fullmatch(line.strip(" \t\u3000（()）"))))


def _closes_below(page: Page, top: list[int], place: int) -> bool:
    """Whether a title that is open on ``top[place]`` closes on one of the next lines."""
    for below in top[place + 1 : place + 1 + _CLOSING_LINES]:
        squeezed = page.compact[below]
        if page.kinds[below] in ("date", "marker", "copy", "metadata", "label") or len(squeezed) > 60:
            return False
        if _CLOSED.search(squeezed):
            return not words.ISSUER_VERB.search(squeezed) or "》" in squeezed
    return False


def _complete(value: str) -> bool:
    """Whether the joined lines start where a title starts: an organ, or the verb itself."""
    verb = words.TITLE_VERB.search(value)
    if verb is None or value.count("《") < value.count("》"):
        return False
    organ = value[: verb.start()]
    if not organ:
        if len(value) <= _BARE_GENRE:
            return False  # …的任务 | 分解方案
        return value[verb.end() : verb.end() + 1] not in ("的", "表")  # else the rest of …任务分解的通知
    return organ not in words.BARE_HEADS and words.ORGAN.fullmatch(organ) is not None


def _joinable(page: Page, index: int) -> bool:
    """Whether a line may be an upper piece of a title that goes on below."""
    squeezed = page.compact[index]
    if len(squeezed) > 60 or page.kinds[index] not in ("label", "page", "organ", "text"):
        return False
    if _NOT_TITLE.search(squeezed) or NUMBER.fullmatch(squeezed):
        return False
    return not words.GENRE.search(squeezed) or _is_open(squeezed)


def _names_plan(page: Page, top: list[int], place: int) -> bool:
    """Whether a line that reads like a whole title only names the plan that an open line above it issues."""
    squeezed = page.compact[top[place]]
    if place == 0 or words.TITLE_VERB.search(squeezed) or not words.GENRE.search(squeezed):
        return False
    above = page.compact[top[place - 1]]
    return page.kinds[top[place]] in ("text", "organ") and _ISSUES.search(above) is not None and _is_open(above)


def _is_open(squeezed: str) -> bool:
    """Whether a line ends inside a title: in 《》 that stay open, or before the 的通知 of what it issues."""
    if squeezed.count("《") > squeezed.count("》"):
        return True
    return _ISSUES.search(squeezed) is not None and _CLOSED.search(squeezed) is None


def _with_organs(page: Page, top: list[int], first: int, start: int, taken: int) -> tuple[int, int]:
    """Takes the organ lines above a title that opens with 关于 or 印发 (a joint notice has several)."""
    while first > 0 and top[first - 1] > taken:
        above = page.compact[top[first - 1]]
        upper = squeeze(page.text[start : page.lines[top[first]].end])
        opening = words.TITLE_VERB.match(upper) is not None
        organ = page.kinds[top[first - 1]] == "organ" and (opening or words.ORGAN.fullmatch(upper))
        if not organ and not (opening and page.kinds[top[first - 1]] == "text" and _OPEN_END.search(above)):
            break
        first -= 1
        start = page.lines[top[first]].start
    return first, start
