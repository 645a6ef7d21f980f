"""The marks of Markdown, which converters of web pages leave around words, are no text.

Masks of names (张**、李**) stay: what opens an emphasis stands at the start of something, what closes it at its end.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

# **责任单位：**市教育局: the marks hold on to what they stand around (CommonMark, 6.2).
_EMPHASIS = lazy_pattern(
    r"(?<![^\s|（(：:；;，。、.”》>])(\*{2,3})(?![\s*，、。；：）])[^*\n|]{1,300}?(?<![\s*、，；（(《“|])\1(?!\*)"
)
# *（责任单位：市教育局）*: a clause that is set apart. 张* and 5*3 are none.
_SLANTED = lazy_pattern(r"(?<![^\s。；])\*(?=[（(【\[])[^*\n|]{1,300}?(?<=[）)】\]])[。；]?\*(?!\S)")
# A line that is broken on purpose ends in a stroke.
_BROKEN = lazy_pattern(r"\\(?=[ \t]*\n)")
_HEADING = lazy_pattern(r"(?m)^[ \t]*#{1,6}[ \t]+(?=\S)")
_QUOTE = lazy_pattern(r"(?m)^>(?:[ \t]+(?=\S)|[ \t]*$)")
# A page that is quoted as a whole (a mail, a forum): the marks need no blank then, and can stand twice.
_QUOTED = lazy_pattern(r"(?m)^[ \t]*>(?:[ \t]?>)*[ \t]?")
_FILLED = lazy_pattern(r"(?m)^[ \t]*\S")
_NEARLY_ALL = 0.9
# 1\. 2\-: what would be a mark of Markdown, and is none.
_ESCAPE = lazy_pattern(r"\\(?=[.\-_*()\[\]#!>+~`])")


def strip_markdown(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the marks of headings, quotations and emphasis, and the strokes that keep a character from being one."""
    del doubts
    if "**" in text.text:
        edits: list[Edit] = []
        for match in _EMPHASIS.finditer(text.text):
            width = len(match[1])
            edits += [(match.start(), match.start() + width, ""), (match.end() - width, match.end(), "")]
        text = text.edit(edits)
    if "*（" in text.text or "*(" in text.text:
        spans = [match.span() for match in _SLANTED.finditer(text.text)]
        text = text.edit([edit for start, end in spans for edit in ((start, start + 1, ""), (end - 1, end, ""))])
    for sign, pattern in (("#", _HEADING), (">", _quote_marks(text.text)), ("\\", _ESCAPE), ("\\\n", _BROKEN)):
        if sign in text.text:
            text = text.edit([(*match.span(), "") for match in pattern.finditer(text.text)])
    return text


def _quote_marks(text: str) -> re.Pattern[str]:
    """The marks of quotations to drop: those of a page whose lines nearly all have one, or those with a blank."""
    if "\n>" in text and text.count("\n>") > _NEARLY_ALL * sum(1 for _ in _FILLED.finditer(text)) - 2:
        return _QUOTED
    return _QUOTE
