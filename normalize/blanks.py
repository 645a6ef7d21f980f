"""One form of line end and of blank, nothing invisible.

White space and line ends are kept, since columns are found by them; only their form changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_LINE_ENDS = "\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0"
_FORMS = dict.fromkeys(_LINE_ENDS, "\n") | dict.fromkeys(_BLANKS, " ")
_OTHER_FORMS = lazy_pattern(f"[{_LINE_ENDS}{_BLANKS}]")

# Control characters but tab and line ends, soft hyphen, zero-width and bidirectional controls, variation selectors,
# BOM inside the text, interlinear annotation marks, tag characters.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_VANISHES = f"\r(?=\n)|[{_INVISIBLE}]+"
# What converters to Markdown and text leave of HTML inside cells, or of a page whose other tags are gone.
_BREAK = lazy_pattern(r"<[bB][rR] ?/?>")
_MOST_A_LINE = 5  # more on average are the line ends of the page, not of cells
# Characters of private use: bullets of symbol fonts (U+F0xx, as Word prints them), and what a code page has instead
# of an ideographic space (U+E5E5).
_PRIVATE = "\ue000-\uf8ff"
_PRIVATE_RUN = lazy_pattern(f"[{_PRIVATE}]+")
_ORNAMENTS = lazy_pattern("[\uf000-\uf0ff\ue5e5]+")
# What a code page without no-break spaces printed for the indentation of a line.
_LOST_BLANKS = lazy_pattern(r"(?m)^[ \t]*(\?{2,})(?![?。])")
_OPENINGS = frozenset({"", "\n", "\t", "|"})
_UNSEEN = lazy_pattern(f"[{_INVISIBLE}{_PRIVATE}]")


def tidy_blanks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Unify line ends and blanks, drop invisible characters and ornaments of private use."""
    del doubts
    unseen = _UNSEEN.search(text.text) is not None
    if "\r\n" in text.text or unseen:
        text = text.edit([(*match.span(), "") for match in re.finditer(_VANISHES, text.text)])
    if "<" in text.text:
        breaks = [match.span() for match in _BREAK.finditer(text.text)]
        form = "\n" if len(breaks) > _MOST_A_LINE * (1 + text.text.count("\n")) else " "
        text = text.edit([(*span, form) for span in breaks])
    tidy = text.text
    for char in _FORMS if _OTHER_FORMS.search(tidy) else ():  # each looked for and replaced at memory speed
        if char in tidy:
            tidy = tidy.replace(char, _FORMS[char])
    if "??" in tidy:
        tidy = _LOST_BLANKS.sub(lambda found: " " * len(found[0]), tidy)
    text = text if tidy is text.text else text.with_text(tidy)
    return text.edit(list(_ornaments(text.text))) if unseen else text


def _ornaments(text: str) -> Iterator[Edit]:
    """Characters of private use that no text stands for: in front of a line or cell, and known ornaments anywhere."""
    for match in _PRIVATE_RUN.finditer(text):
        start = match.start()
        while start and text[start - 1] == " ":
            start -= 1
        if text[start - 1 : start] in _OPENINGS:
            yield (*match.span(), "")
        elif _ORNAMENTS.fullmatch(match[0]):
            yield (*match.span(), " ")
