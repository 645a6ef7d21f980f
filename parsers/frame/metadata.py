"""The metadata block of a page (索引号, 发文机关, 成文日期, 发布时间 …), as a table, as lines or run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.squeeze import squeeze
from ..text.document_numbers import DECREE, NUMBER, SERIAL
from ..text.vocabulary import alternatives
from . import words
from .dates import DATE, moment
from .model import Found
from .page import SOURCED, Page
from .signature import organs_in

#: A value of its own form, right behind the key: 发文字号某政办发〔2030〕7号, 发文日期2030-05-09.
_GLUED = rf"(?<=号){CHINESE}{{1,10}}[〔\[［](?:19|20)\d\d[〕\]］]|(?<=[期间])(?:19|20)\d\d[-.年/]"
#: Some pages print fields glued: 09:10信息来源：某市教育局阅读次数：5.
_EDGE = r"(?:(?<=[\s|\[【（(：:·•*-])|(?<![^\n])|(?<=:\d\d)(?=(?:信息|文章)?来源[：:])|(?=(?:阅读|浏览|点击|访问)(?:次数|量|数)[：:]))"


def _field(between: str) -> re.Pattern[str]:
    """The keys with ``between`` at every joint of their letters, and what may stand around them."""
    groups = (
        f"(?P<{name}>{'|'.join(between.join(key) for key in keys)})" for name, keys in words.METADATA_KEYS.items()
    )
    return lazy_pattern(rf"{_EDGE}(?:{'|'.join(groups)})(?=\s*[：:|\]】]|[ \t\u3000\xa0]|\n|$|{_GLUED})[\s：:|\]】]*")


_FIELD = _field("")
_ANY_KEY = lazy_pattern(alternatives(words.ALL_KEYS))
# 发 文 机 关: a blank at every joint makes a pattern that is slow to compile, and few pages need it.
_WIDE_FIELD = _field(r"[^\S\n]*")
#: 时间：3月1日上午9:00 is when a meeting was held.
_OF_MEETING = lazy_pattern(r"[上下]午|晚上?\d|中午")
_DAY = 10  # characters of a day without a clock
#: A value ends in front of a button of the page: 标题：… [打印本页].
_VALUE = lazy_pattern(r"[^\n|]*?(?=\s\[(?:打印|复制|关闭|收藏|分享|下载)[^\[\]\n]{0,4}\]|[\n|]|\Z)")


def read_metadata(page: Page, indexes: Sequence[int]) -> Iterator[tuple[str, Found]]:
    """The fields on the given lines as (name, value): number, issuer, issued, published, title or other."""
    for place, index in enumerate(indexes):
        line = page.lines[index]
        pattern = _pattern_for(line.text)
        fields = list(pattern.finditer(page.text, line.start, line.end)) if pattern else []
        for number, match in enumerate(fields):
            stop = fields[number + 1].start() if number + 1 < len(fields) else line.end
            start, end = _value(page.text, match.end(), stop)
            if start >= end and stop == line.end and place + 1 < len(indexes):
                below = page.lines[indexes[place + 1]]
                below_pattern = _pattern_for(below.text)
                if not (below_pattern and below_pattern.match(page.text, below.start)):
                    start, end = _value(page.text, below.start, below.end)
            if match.lastgroup == "published" and _OF_MEETING.search(page.text, start, end):
                continue
            if start < end and match.lastgroup:
                yield match.lastgroup, Found(squeeze(page.text[start:end]), start, end)


def begins_with_key(text: str) -> bool:
    """Whether a text is a field of the metadata (索引号：…)."""
    pattern = _pattern_for(text)
    return pattern is not None and pattern.match(text) is not None


def bare_moment(page: Page, indexes: Sequence[int], issued: Found | None) -> Found | None:
    """A page time that stands on the given lines without a head (2030-04-09 10:12), or between the site and its source.

    Of several, as a block of values without heads has them, the latest: a page is not older than its notice.
    """
    found: list[Found] = []
    for index in indexes:
        line = page.lines[index]
        dated = DATE.match(line.text) or SOURCED.fullmatch(page.compact[index])
        if dated and page.kinds[index] != "sentence" and len(line.text) < 60:
            read = moment(line.text)
            if read is not None and (issued is None or line.start + read[1] != issued.start):
                found.append(Found(read[0], line.start + read[1], line.start + read[2]))
    return max(found, key=lambda moment: (len(moment.value) > _DAY, moment.value), default=None)


def day_of(found: Found, text: str) -> Found | None:
    """The moment inside a field's value, with its own range."""
    read = moment(text[found.start : found.end])
    return Found(read[0], found.start + read[1], found.start + read[2]) if read else None


def number_of(found: Found, text: str) -> Found | None:
    """The document number inside a field's value."""
    match = NUMBER.search(text, found.start, found.end)
    match = match or SERIAL.match(text, found.start, found.end) or DECREE.match(text, found.start, found.end)
    return Found(squeeze(match.group()), match.start(), match.end()) if match else None


def organs_of_field(found: Found, text: str) -> tuple[Found, ...]:
    """The organs inside a field's value; empty when it names a site or a person."""
    return organs_in(text, found.start, found.end)


def _pattern_for(text: str) -> re.Pattern[str] | None:
    """The pattern that finds the keys of a line; None when it holds none."""
    short = len(text) < 400 and (
        "：" in text or ":" in text or "|" in text or "号" in text or "期" in text or "间" in text or len(text) < 40
    )
    printed = "".join(text.split()) if short else ""
    if not _ANY_KEY.search(printed):
        return None
    held = list(filter(printed.__contains__, words.ALL_KEYS))
    return _FIELD if all(printed.count(key) == text.count(key) for key in held) else _WIDE_FIELD


def _value(text: str, start: int, end: int) -> tuple[int, int]:
    match = _VALUE.match(text, start, end)
    end = match.end() if match else end
    while end > start and text[end - 1] in " \t\u3000\xa0|[]【】（(；;，":
        end -= 1
    while start < end and text[start] in " \t\u3000\xa0：:|[]":
        start += 1
    return start, end
