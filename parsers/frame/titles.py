"""The notice's title: printed once or several times, whole or broken over lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...normalize.lazy import lazy_pattern
from ...normalize.squeeze import squeeze
from . import words
from .model import Found
from .numbers import AFTER_TITLE, NUMBER
from .page import Page

_WIDEST = 200  # characters of a line that holds a title, with number and breadcrumb
_LONGEST = 7  # lines that one title may be broken over
_SITE = lazy_pattern(
    r"\s{0,9}(?:[_|｜]|\s[-–—]\s?|[-–—]{1,2}(?=[^-–—]{2,30}(?:网|政府|平台|中心|局|厅|委)\S{0,6}$)).*$"
)
# A page's head may run on behind the title: 发布日期：2030-04-09 来源：…
_RUN_ON = lazy_pattern(
    r"\s(?:发布时间|发布日期|时间|日期|信息来源|来源|浏览次数|浏览量|字体|字号|作者|点击数?|文号|发文字号)\s?[：:].*$"
)
_CRUMB_HEAD = lazy_pattern(r".*(?:>|＞|›|»|→)\s*")
_KEY = lazy_pattern(r"(?:文件标题|信息名称|文件名称|公文标题|标\s*题|名\s*称)\s*[：:|][\s：:|]*")
_NOT_TITLE = lazy_pattern(r"[。！？；]|：$|^\d+$|文件$")
# The first line of a title that goes on with 关于: …印发, or …转发某局等部门.
_OPEN_END = lazy_pattern(r"(?:印发|转发|批转|关于)$|(?:转发|批转)[\u4e00-\u9fff、（）]{2,40}$")
_ISSUED = lazy_pattern(
    r"(?:印发|转发|批转|下发|下达|公布|发布)(?P<plan>.{4,120}?)的?(?:通知|函|公告|通告)(?:（[^（）]{1,30}）)?$"
)
_ISSUES = lazy_pattern(r"(?:印发|转发|批转|下发|下达)(?!的)")
_CLOSED = lazy_pattern(r"(?:通知|通报|公告|通告|函|令|决定|批复|意见)(?:[（(][^（）()]{1,30}[）)])?$")
_CLOSING_LINES = 3  # below an open line, within which its title closes
_MARKS = lazy_pattern(r"[^\w]")


@dataclass(frozen=True, slots=True)
class Copy:
    """One printed copy of a title: lines [first, last), with the range of the title proper."""

    first: int
    last: int
    found: Found
    text: str  # as printed, with its line breaks
    own: bool  # stands as the document's own title, not in a breadcrumb, a metadata field or a page heading


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one: marks aside, one may lack the organ at the front."""
    one, other = _MARKS.sub("", one), _MARKS.sub("", other)
    return len(min(one, other, key=len)) > 7 and (one.endswith(other) or other.endswith(one))


def notice_copies(page: Page, stop: int) -> list[Copy]:
    """Every copy of a notice-like title on the free lines before line ``stop``, in order."""
    copies: list[Copy] = []
    taken = -1
    top = [index for index in page.free if index < stop]
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
    if page.kinds[index] in ("date", "marker", "attachment", "copy", "sentence") or len(page.compact[index]) > _WIDEST:
        return None
    line = page.lines[index]
    start, end, own = core(line.text)
    if page.kinds[index] == "metadata" and own:
        return None
    if start >= end or not words.GENRE.search("".join(line.text[start:end].split())):
        return None
    if own and _is_open(page.compact[index]) and _closes_below(page, top, place):
        return None
    end += line.start
    first = place
    start += line.start
    while not _complete(squeeze(page.text[start:end])):
        if first == 0 or place - first + 1 >= _LONGEST or not own:
            break
        before = top[first - 1]
        if before <= taken or not _joinable(page, before):
            break
        first -= 1
        start = page.lines[before].start + core(page.lines[before].text)[0]
    first, start = _with_organs(page, top, first, start, taken) if own else (first, start)
    value = squeeze(page.text[start:end])
    if not words.TITLE_VERB.search(value) or value.startswith(("的", "》", "）")):
        return None
    return Copy(
        top[first], index + 1, Found(nested(value) if not own else value, start, end), page.text[start:end], own
    )


def _closes_below(page: Page, top: list[int], place: int) -> bool:
    """Whether a title that is open on ``top[place]`` closes on one of the next lines."""
    for below in top[place + 1 : place + 1 + _CLOSING_LINES]:
        squeezed = page.compact[below]
        if page.kinds[below] in ("date", "marker", "copy", "metadata", "label") or len(squeezed) > 60:
            return False
        if _CLOSED.search(squeezed):
            return not words.ISSUER_VERB.search(squeezed) or "》" in squeezed
    return False


def core(text: str) -> tuple[int, int, bool]:
    """The range of a line that can be a title, and whether it stands there on its own.

    A number in front or behind, a breadcrumb, a metadata head, brackets around and a site's name behind are left out.
    """
    start, end, own = len(text) - len(text.lstrip("#* ")), len(text.rstrip("|*# \t\u3000\xa0")), True
    run_on = _RUN_ON.search(text) if "：" in text or ":" in text else None
    if run_on is not None and run_on.start() > 8:
        end = run_on.start()
    site = _SITE.search(text[:end])
    if site is not None and words.GENRE.search("".join(text[: site.start()].split()).rstrip("》")):
        end, own = site.start(), False
    crumb = _CRUMB_HEAD.match(text, start, end) if words.CRUMB.search(text) else None
    key = _KEY.match(text, start, end)
    if crumb is not None or key is not None:
        match = crumb or key
        start, own = match.end() if match else 0, False
    number = NUMBER.match(text, start, end) if "号" in text else None
    if number is not None and number.end() < end:
        start = number.end()
        while start < end and text[start].isspace():
            start += 1
    tail = AFTER_TITLE.search(text, start, end) if "号" in text else None
    if tail is not None and not text[tail.end() : end].strip() and tail.start() > start:
        end = tail.start()
    if text[start:end].startswith("《") and _wraps(text[start:end]):
        return start + 1, end - 1, False
    return start, end, own


def nested(value: str) -> str:
    """A title that was quoted whole, with its inner 〈〉 raised to the 《》 that it has when it stands alone."""
    return value.replace("〈", "《").replace("〉", "》") if "《" not in value else value


def _wraps(text: str) -> bool:
    """Whether the 《 in front closes with the text's last character."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return place == len(text) - 1
    return False


def _complete(value: str) -> bool:
    """Whether the joined lines start where a title starts: an organ, or the verb itself."""
    verb = words.TITLE_VERB.search(value)
    if verb is None or value.count("《") < value.count("》"):
        return False
    organ = value[: verb.start()]
    return not organ or (organ not in words.BARE_HEADS and words.ORGAN.fullmatch(organ) is not None)


def _joinable(page: Page, index: int) -> bool:
    """Whether a line may be an upper piece of a title that goes on below."""
    squeezed = page.compact[index]
    if len(squeezed) > 60 or page.kinds[index] in (
        "chrome",
        "metadata",
        "date",
        "sentence",
        "marker",
        "copy",
        "attachment",
    ):
        return False
    if _NOT_TITLE.search(squeezed) or NUMBER.fullmatch(squeezed):
        return False
    return not words.GENRE.search(squeezed) or _is_open(squeezed)


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


def plan_words(title: str) -> tuple[int, int] | None:
    """Where a notice's title names the plan that it hands over: what it issues, without 《》 around all of it."""
    issued = _ISSUED.search(title)
    if issued is None:
        return None
    start, end = issued.span("plan")
    quoted = re.search(r"[《〈](?P<name>[^《》]{3,})[》〉]$", title[start:end])
    if quoted is not None and title[start:end].count("《") < 2:
        start, end = start + quoted.start("name"), start + quoted.end("name")
    return (start, end) if words.PLAN_END.search(title[start:end]) else None
