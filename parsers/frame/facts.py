"""The notice's own facts, each from the place that says it best: signature, title, then the page's metadata."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.squeeze import squeeze
from ..text.document import Line
from ..text.document_numbers import DAMAGED, NUMBER, YEAR_OF_NUMBER, letterhead_before
from . import words
from .articles import is_about
from .dates import DATE
from .layout import Layout
from .masthead import Imprint
from .metadata import begins_with_key, day_of, number_of, organs_of_field
from .model import Found
from .page import Page, is_date
from .signature import Signature, is_organ, organs_in, read_day
from .title_text import core

Fields = list[tuple[str, Found]]

# A title that opens with its organ: 某县水利局2030年…, 某县水利局随机抽查…, not 某街道2030年… (an area).
_OWNER = lazy_pattern(
    rf"(?:(?:19|20)\d\d年度?)?((?:{CHINESE}|[（）]){{3,40}}?(?<!街道)(?<![区乡镇]))(?=\s{{0,3}}(?:19|20)\d\d[—－-]?(?:(?:19|20)?\d\d)?年|年度|[“‘]?双?随机|重大行政|政务公开|涉企|行政(?:检查|执法(?![局大总支队中办委]))|权责清单)"
)
_OPENNESS = lazy_pattern(r"(?:主动|依申请|不予|免予|暂不)公开|(?:现行|继续|全文)?有效|失效|已?(?:废止|失效)")
_PARTED = lazy_pattern(r"\s*[/|／，]\s*|\s{2,}|\u3000+")
#: What is said of the day in brackets under a title, or of the number: 2030年4月9日县政府办公室印发.
_ISSUED = lazy_pattern(r"(?:印发|发布|公布)[）)】]?$")
_SHORTEST_TITLE = 6
_LEVELS = "省市县区州盟旗"  # what a name without its place begins with
#: A number that a page broke off: 某政 | 办〔2030〕7号.
_CUT = lazy_pattern(r"[办发字函政]\s?[〔\[【（(]")
_LAST_WORDS = ("通知", "意见", "决定", "方案", "通报", "公告", "通告")
_LONGEST_ISSUE, _BEHIND = 60, 6  # characters; lines behind a signature or title among which a number is looked for


def first_of(values: Iterable[Found | None]) -> Found | None:
    """The first value that is there."""
    return next(filter(None, values), None)


def page_title(layout: Layout, plan: Found | None, fields: Fields) -> Found | None:
    """The notice's title as printed; else the heading above its letter, the ``plan``'s title, an article's heading.

    A decree is titled like the law that it publishes: only the page's metadata say that this is the title.
    """
    if layout.title is not None:
        return layout.title.found
    named = next((found for name, found in fields if name == "title" and len(found.value) >= _SHORTEST_TITLE), None)
    heading = layout.heading
    if heading is not None and plan is not None and heading.end <= plan.start and words.PLAN_END.search(heading.value):
        return heading
    bare = plan is not None and len(plan.value) < _SHORTEST_TITLE  # 具体措施 says what follows, not of what
    return (heading if layout.letter else None) or (bare and named) or plan or heading or named or None


def own_number(page: Page, layout: Layout, head: list[int], fields: Fields) -> Found | None:
    """The notice's own number: alone on a line, with its title, or in the metadata; never one cited in prose.

    Web pages also print it behind the signature of the letter or under the title of the plan.
    """
    return _number_of_head(page, head, fields) or _number_alone(page, _behind_letter(page, layout))


def _behind_letter(page: Page, layout: Layout) -> Iterator[int]:
    """The lines around a letter's signature or behind the plan's title, up to the first text or table."""
    above = (bisect_left(page.free, signature.first) - 1 for signature in layout.signatures)
    anchors = [page.free[at] for at in above if at >= 0] + [signature.last for signature in layout.signatures]
    anchors += [part[edge] for part, edge in ((layout.letter, 1), (layout.plan, 0)) if part]
    for anchor in sorted(set(anchors)):
        body = next((first for first, _ in page.bodies if first >= anchor), len(page.lines))
        at = bisect_left(page.free, anchor)
        for index in page.free[at : at + _BEHIND]:
            if index >= body or page.kinds[index] in ("sentence", "label", "chrome", "copy"):
                break
            yield index


def _number_alone(page: Page, places: Iterable[int]) -> Found | None:
    """The number that fills one of the given lines, brackets around it aside."""
    for index in places:
        if (found := _number_on(page, index, NUMBER, shared=False)) is not None:
            return found
    return None


def _number_on(page: Page, index: int, pattern: re.Pattern[str], *, shared: bool) -> Found | None:
    """The number that stands free on line ``index``; it may be ``shared`` with other words."""
    line = page.lines[index]
    match = pattern.search(page.text, line.start, line.end) if _may_hold_number(line.text) else None
    free = match is not None and _stands_free(page.text, line, match.start(), match.end(), shared=shared)
    return _without_key(match) if match is not None and free and not _CUT.match(match[0]) else None


def _without_key(match: re.Match[str]) -> Found:
    """The number without the key that stands right at it (发文字号某政办发〔2030〕7号), or the title's last word (通知某政办发…).

    Nor with day and organ: （2030年4月9日某县人民政府某政发〔2030〕7号文发布）.
    """
    keys = (*words.METADATA_KEYS["number"], *_LAST_WORDS)
    cut = len(next((key for key in (*keys, "日") if match[0].startswith(key)), ""))
    cut += letterhead_before(match[0][cut:])
    return Found(squeeze(match[0][cut:]), match.start() + cut, match.end())


def _number_of_head(page: Page, head: list[int], fields: Fields) -> Found | None:
    for pattern, shared in ((NUMBER, False), (NUMBER, True), (DAMAGED, False)):
        for index in head:
            if (found := _number_on(page, index, pattern, shared=shared)) is not None:
                return found
        if shared:
            named = first_of(number_of(value, page.text) for name, value in fields if name == "number")
            if named is not None:
                return named
    return None


def _may_hold_number(text: str) -> bool:
    return len(text) < 200 and ("20" in text or "19" in text) and YEAR_OF_NUMBER.search(text) is not None


def _stands_free(text: str, line: Line, start: int, end: int, *, shared: bool) -> bool:
    """Whether a number fills its line or, when it may be ``shared``, stands beside the title alone."""
    before, after = text[line.start : start].strip(" （(【\u3000"), text[end : line.end].strip(" ）)】|\u3000")
    # The signer stands beside the number of a report (GB/T 9704-2012, 7.2.6); some pages print more there.
    after = "" if after.startswith("签发人") else after.removeprefix("文")
    if all(map(_goes_beside, filter(None, _PARTED.split(f"{before}/{after}")))):
        return True
    if not shared or (before and after):
        return False
    rest = before or after
    left, right, _ = core(rest)
    return (
        words.GENRE.search("".join(rest[left:right].split())) is not None and words.TITLE_VERB.search(rest) is not None
    )


def _goes_beside(text: str) -> bool:
    """Whether a page prints this beside a number: its day, its organ, whether it is open to all, another field."""
    squeezed = _ISSUED.sub("", "".join(text.split()))
    return (
        not squeezed
        or is_date(squeezed)
        or is_organ(squeezed)
        or _OPENNESS.fullmatch(text) is not None
        or begins_with_key(text)
    )


def issuers(
    page: Page, layout: Layout, title: Found | None, fields: Fields, imprint: Imprint | None
) -> tuple[Found, ...]:
    """The signature's organs, else those in front of the title's verb, in the imprint of its head or above it, else the metadata's.

    An article about a notice that is not signed has none: its source is a newspaper or the office that explains.
    """
    signed = next((signature for signature in layout.signatures if signature.organs), None)
    if signed is not None and not (title is not None and _is_above(page, signed, title)):
        return signed.organs
    named = _named_issuers(page, layout, title, fields, imprint)
    return named or (signed.organs if signed is not None else ())


def _is_above(page: Page, signature: Signature, title: Found) -> bool:
    """Whether organ and day stand above the title and no letter above them: the page says so of itself, without its words for it."""
    above = (page.kinds[index] for index in page.free[: bisect_left(page.free, signature.first)])
    return page.lines[signature.first].start < title.start and "sentence" not in above


def _named_issuers(
    page: Page, layout: Layout, title: Found | None, fields: Fields, imprint: Imprint | None
) -> tuple[Found, ...]:
    """The organs that title, imprint, the line above the title or the metadata name."""
    if layout.heading is not None and is_about(layout.heading) and layout.plan is None:
        return ()
    if title is not None:
        for verb in words.ISSUER_VERB.finditer(page.text, title.start, title.end):
            organs = organs_in(page.text, title.start, verb.start())
            if organs:
                return _in_full(organs, page, layout)
    if imprint is not None:
        return imprint.organs
    owner = _OWNER.match(page.text, title.start, title.end) if title else None
    if owner is not None and (organs := organs_in(page.text, *owner.span(1))):
        return organs
    if organs := _letterhead(page, layout):
        return organs
    named = (organs for name, f in fields if name == "issuer" and (organs := organs_of_field(f, page.text)))
    return next(named, ()) or _own_source(page, title, fields)


def _own_source(page: Page, title: Found | None, fields: Fields) -> tuple[Found, ...]:
    """The office that gave the page its text, where the plan that its title encloses is that office's: 关于印发《某局2030年要点》的通知."""
    sources = (organs for name, f in fields if name == "source" and (organs := organs_of_field(f, page.text)))
    own = (organs for organs in sources if title is not None and title.value.startswith(f"关于印发《{organs[0].value}"))
    return next(own, ())


def _in_full(organs: tuple[Found, ...], page: Page, layout: Layout) -> tuple[Found, ...]:
    """The organs of a title, by the name that the letterhead gives where the title leaves out the place: 县人民政府关于…."""
    full = _letterhead(page, layout) if len(organs) == 1 and organs[0].value[0] in _LEVELS else ()
    return full if len(full) == 1 and full[0].value.endswith(organs[0].value) else organs


def _letterhead(page: Page, layout: Layout) -> tuple[Found, ...]:
    """The organs printed above the number of a title that names none (GB/T 9704-2012, 7.2.4): 某县人民政府文件."""
    at = bisect_left(page.free, layout.title.first) - 1 if layout.title else -1
    if at > 0 and page.kinds[page.free[at]] == "metadata" and NUMBER.search(page.compact[page.free[at]]):
        at -= 1
    if at < 0 or page.kinds[page.free[at]] not in ("organ", "text"):
        return ()
    line = page.lines[page.free[at]]
    return organs_in(page.text, line.start, line.start + len(line.text.removesuffix("文件")))


def issued_on(page: Page, layout: Layout, fields: Fields, imprint: Imprint | None) -> Found | None:
    """The signature's day, else the metadata's, else that of the imprint or under the title (the style of decisions).

    There it is spelt with 年月日 or stands in brackets; a day in figures (2030-04-09) is the page's own.
    """
    for signature in layout.signatures:
        if signature.day is not None:
            return signature.day
    day = first_of(day_of(found, page.text) for name, found in fields if name == "issued")
    if day is not None:
        return day._replace(value=day.value[:10])
    if imprint is not None:
        return imprint.day
    titles = [layout.title.last] if layout.title else [last for _, last, _ in layout.plan_titles[:1]]
    return _day_under_title(page, titles[0]) if titles else None


def _day_under_title(page: Page, below: int) -> Found | None:
    at = bisect_left(page.free, below)
    for index in page.free[at : at + 3]:
        line = page.lines[index]
        bracketed = line.text[0] in "（("
        if (page.kinds[index] == "date" and (bracketed or "年" in line.text)) or (bracketed and _is_issue(line.text)):
            return read_day(page.text, line.start, line.end)[0]
    return None


def _is_issue(text: str) -> bool:
    """Whether a bracket under a title says when the notice was issued: （某政办〔2030〕7号，2030年4月9日印发）."""
    day = DATE.search(text) if len(text) < _LONGEST_ISSUE and _ISSUED.search(text) else None
    before = text[1 : day.start()].rstrip(" ，") if day is not None else "无"
    return not before or NUMBER.fullmatch(before) is not None
