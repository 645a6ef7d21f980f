"""Whether a fragment is about time: asked of the deadline reader in one place."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..deadlines import has_deadline

# No time expression does without one of these: most fragments are names and need no closer look.
_HINT = lazy_pattern(r"\d|[年月日季旬周期天]|持续|长期|常态|动态|工作日|小时|前|末|滚动|始终")
_LONGEST = 300  # a fragment that has named no time by then is none about time
_OPENING = lazy_pattern(
    r"\s*(?:在|于|从|自|至|到|截至|争取|力争|确保|原则上|最迟|最晚|不迟于)?(?:(?:\d{4}|[二〇○零一三四五六七八九]{4})年|[今明当本次每]年)?"
    r"(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?(?:\d{1,2}[日号]|[上中下]旬)?"
    r"(?:年?[底末中内初])?(?:之?前|以前|内|起)?"
)
_OPENING_WORD = lazy_pattern(
    r"\s*(?:每[年月周季日天半两]|[按逐][年月季周]|长期|持续|常态|动态|全年|年[底末内初中度]|季度|月[底末初]|半年|贯穿|“?十[三四五六]五|"
    r"(?:自|从)?(?:印发|发布|收到|接到)|\d+[个日天年小]|近期|即日)"
)

#: The last character of an office, and a time right behind it.
_GLUED = lazy_pattern(
    r"(?<=[局委办厅院处科股室司会社站所队府团部心])(?=(?:20\d\d年|\d{1,2}月|第?[一二三四]季度|年[底内末]|每[年月周季]|长期|持续))"
)


def about_time(text: str) -> bool:
    """Whether a fragment speaks of a time, ongoing work included (市直单位7月底前完成, 持续推进)."""
    return _HINT.search(text) is not None and _holds_time(text[:_LONGEST])


@lru_cache(maxsize=1024)
def _holds_time(text: str) -> bool:
    return has_deadline(text)


def opens_with_time(text: str, start: int, end: int) -> int:
    """The end of the time expression that a fragment opens with (12月底前 of 12月底前完成), 0 when there is none."""
    found = _OPENING.match(text, start, end)
    if found and found.end() > start and about_time(found.group()):
        return found.end()
    found = _OPENING_WORD.match(text, start, end)
    return found.end() if found and about_time(text[start:end]) else 0


def glued_time(text: str, start: int, end: int) -> int:
    """Where a time begins right behind what ends like an office (县交通局6月底前), 0 when nowhere."""
    found = _GLUED.search(text, start, end)
    return found.start() if found and about_time(text[found.start() : end]) else 0
