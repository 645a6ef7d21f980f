"""Step 2: one form of line end and of blank, nothing invisible.

White space and line ends are kept, since columns are found by them; only their form changes.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import MappedText

_LINE_ENDS = "\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0"
_FORMS = dict.fromkeys(_LINE_ENDS, "\n") | dict.fromkeys(_BLANKS, " ")

# Control characters but tab and line ends, soft hyphen, zero-width and bidirectional controls, variation selectors,
# BOM inside the text, interlinear annotation marks, tag characters.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_VANISHES = f"\r(?=\n)|[{_INVISIBLE}]+"
# What converters to Markdown and text leave of HTML inside cells: line breaks and blanks.
_MARKUP = lazy_pattern(r"<[bB][rR] ?/?>|&(?:nbsp|ensp|emsp|thinsp|#160|#12288);")
_UNSEEN = lazy_pattern(f"[{_INVISIBLE}]")


def tidy_blanks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Unify line ends and blanks, blanks spelled as HTML too, drop invisible characters."""
    del doubts
    if "\r\n" in text.text or _UNSEEN.search(text.text):
        text = text.edit([(*match.span(), "") for match in re.finditer(_VANISHES, text.text)])
    if "<" in text.text or "&" in text.text:
        text = text.edit([(*match.span(), " ") for match in _MARKUP.finditer(text.text)])
    tidy = text.text
    for char, form in _FORMS.items():  # each looked for and replaced at memory speed
        if char in tidy:
            tidy = tidy.replace(char, form)
    return text if tidy is text.text else text.with_text(tidy)
