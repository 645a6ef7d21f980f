"""Whether a fragment is about time: asked of the deadline reader in one place."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"\d{1,2}月|\d{4}年|[一二三四五六七八九十]月|年[底末中初内度]|月[底末初]|[上中下]旬|季度|半年|每[年月周季日天]|[按逐]月|按[季年]|持续|长期|常态化|全年|"
    r"工作日|\d+[日天]内|即日|近期|“?十[三四五六]五|岁末|\d{4}[.．]\d{1,2}|时限|立行立改|适时|及时"
)
_OPENING = re.compile(
    r"(?:在|于|从|自|至|到|截至|争取|力争|确保)?(?:(?:\d{4}|[二〇○零一三四五六七八九]{4})年|今年|明年|当年|本年|次年|每年)?"
    r"(?:第?[一二三四1-4]季度|上半年|下半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?(?:\d{1,2}[日号]|[上中下]旬)?"
    r"(?:年?[底末中内初])?(?:之?前|以前|内|起)?"
)


def about_time(text: str) -> bool:
    """Whether a fragment speaks of a time."""
    return _TIME.search(text) is not None


def opens_with_time(text: str, start: int, end: int) -> int:
    """The end of the time expression that a fragment opens with (12月底前 in 12月底前完成), 0 when it opens otherwise."""
    while start < end and text[start].isspace():
        start += 1
    found = _OPENING.match(text, start, end)
    if found and found.end() - start >= 2 and _TIME.search(found.group()):
        return found.end()
    found = _TIME.match(text, start, end)
    return found.end() if found else 0
