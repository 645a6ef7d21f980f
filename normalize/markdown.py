"""The marks of Markdown, which converters of web pages leave around words, are no text.

Masks of names (张**、李**) stay: what opens an emphasis stands at the start of something, what closes it at its end.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText
from .spans import MERGED

# **责任单位：**市教育局: the marks hold on to what they stand around (CommonMark, 6.2).
_EMPHASIS = lazy_pattern(
    r"(?<![^\s|（(：:；;，。、.”》>])(\*{2,3})(?![\s*，、。；：）])[^*\n|]{1,300}?(?<![\s*、，；（(《“|])\1(?!\*)"
)
# *（责任单位：市教育局）*: a clause that is set apart. 张* and 5*3 are none.
_SLANTED = lazy_pattern(r"(?<![^\s。；])(\*)(?=[（(【\[])[^*\n|]{1,300}?(?<=[）)】\]])[。；]?\*(?!\S)")
# A line that is broken on purpose ends in a stroke.
_BROKEN = lazy_pattern(r"\\(?=[ \t]*\n)")
# On a page that is surely Markdown they stand inside sentences, too: 迁移率达到**90%**以上.
_INSIDE = lazy_pattern(r"(?<!\*)(\*\*)(?![\s*，、。；：）])[^*\n|]{1,300}?(?<![\s*、，；（(《“|])\1(?!\*)")
_SLIM = lazy_pattern(r"(?<![^\s|>；。])(\*)(?![\s*，、。；：）])[^*\n|]{1,300}?(?<![\s*、（(《“|])\1(?!\*)")
# A cell that says no more than that the one above reaches over it (MultiMarkdown and others).
_ABOVE = lazy_pattern(r"(?<=\|)[ \t]*\^{1,2}[ \t]*(?=\|)")
_SURELY = lazy_pattern(r"(?m)^#{1,6} \S|^\|? *:?-{2,}:? *\|")
# An item of a list, where its page has none of its own marks (CommonMark, 5.2); notes below tables begin so, too.
_STARRED = lazy_pattern(rf"(?m)^[ \t]*(?P<star>[*+])[ \t]+(?={CHINESE}|[“《【（\[])")
# A line drawn between parts (CommonMark, 4.1).
_DRAWN = lazy_pattern(r"(?m)^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
# A link inside a text; what leads to a file stays, as an attachment may (CommonMark, 6.3).
_LINK = lazy_pattern(
    r"(?<![!\]\\])\[(?P<text>[^\[\]\n|]{1,120})\](?P<to>\((?:https?://|//|\.{0,2}/|#|mailto:|javascript:)[^\s()]{0,300}"
    r"(?:\s\"[^\"\n]{0,80}\")?\))"
)
_FILE = lazy_pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|zip|rar|7z)\b", re.IGNORECASE)
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
        text = text.edit(_emphasis(text.text, _EMPHASIS))
    if "*（" in text.text or "*(" in text.text:
        text = text.edit(_emphasis(text.text, _SLANTED))
    if ("*" in text.text or "^" in text.text) and _SURELY.search(text.text) is not None:
        for pattern in (_INSIDE, _SLIM):
            text = text.edit(_emphasis(text.text, pattern))
        text = text.edit([(*match.span(), MERGED) for match in _ABOVE.finditer(text.text)])
        text = text.edit([(*match.span("star"), "-") for match in _STARRED.finditer(text.text)])
    if "](" in text.text:
        text = text.edit(_links(text.text))
    if ("---" in text.text or "***" in text.text or "___" in text.text) and _SURELY.search(text.text) is not None:
        text = text.edit([(*match.span(), "") for match in _DRAWN.finditer(text.text)])
    for sign, pattern in (("#", _HEADING), (">", _quote_marks(text.text)), ("\\", _ESCAPE), ("\\\n", _BROKEN)):
        if sign in text.text:
            text = text.edit([(*match.span(), "") for match in pattern.finditer(text.text)])
    return text


def _emphasis(text: str, pattern: re.Pattern[str]) -> list[Edit]:
    """The marks around stretches that ``pattern`` finds, dropped."""
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        width = len(match[1])
        edits += [(match.start(), match.start() + width, ""), (match.end() - width, match.end(), "")]
    return edits


def _links(text: str) -> list[Edit]:
    """The marks of links and where they lead, dropped."""
    edits: list[Edit] = []
    for match in _LINK.finditer(text):
        if match["to"].startswith("(#") and match["text"].isdigit():
            edits.append((*match.span(), ""))  # a note's mark, which would be a figure
        elif _FILE.search(match["to"]) is None:
            edits += [(match.start(), match.start("text"), ""), (match.end("text"), match.end(), "")]
    return edits


def _quote_marks(text: str) -> re.Pattern[str]:
    """The marks of quotations to drop: those of a page whose lines nearly all have one, or those with a blank."""
    if "\n>" in text and text.count("\n>") > _NEARLY_ALL * sum(1 for _ in _FILLED.finditer(text)) - 2:
        return _QUOTED
    return _QUOTE
