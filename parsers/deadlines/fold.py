"""Folding: one spelling for digits and no white space, with the way back to the text as given."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from .slips import holds_slip, mend

_SPELLINGS = {
    "0123456789": "０１２３４５６７８９",
    "〇": "○◯ＯΟО",
    "./": "．／",
    "-": "－﹣−‐‑‒―─━",
    "~": "～〜∼",
}
"""Characters by the one spelling they are read as; several targets go by position."""
_TRADITIONAL = dict(zip("個內後週從發會間開時節", "个内后周从发会间开时节", strict=True))
_TABLE = {
    ord(char): target[i] if len(target) == len(chars) else target
    for target, chars in _SPELLINGS.items()
    for i, char in enumerate(chars)
} | {ord(old): new for old, new in _TRADITIONAL.items()}
_FOLDABLE = lazy_pattern("[\\s" + re.escape("".join(map(chr, _TABLE))) + "]")
# White space between two Latin letters or digits separates them; everywhere else a page put it there.
_BLANK = lazy_pattern(r"\s+")
# But for one inside a year, a month or a day: 2⏎030年, 2030年1⏎2月, 2 0 3 0 年 1 2 月.
_CUT = lazy_pattern(
    r"(?<!\d)2\s*0\s*\d\s*\d(?=\s*年)|(?:(?<=年)|(?<=年\s))1\s+[0-2](?=\s*月)"
    r"|(?:(?<=月)|(?<=月\s))[1-3]\s+\d(?=\s*[日号])"
)


class Folded(NamedTuple):
    """``text`` is what the patterns see, ``printed`` the same characters as printed; ``origin`` maps offsets back."""

    text: str
    printed: str
    origin: list[int] | None
    source: str

    def is_mended(self, begin: int, end: int) -> bool:
        """Whether a letter in a folded range was read as the digit that it stands for."""
        return self.text is not self.printed and holds_slip(self.text[begin:end], self.printed[begin:end])

    def begin(self, at: int) -> int:
        """Offset in the given text of the character at a folded offset."""
        return self.origin[at] if self.origin is not None else at

    def end(self, at: int) -> int:
        """Offset in the given text just behind the character before a folded offset."""
        return self.origin[at - 1] + 1 if self.origin is not None and at else at


def fold(text: str) -> Folded:
    """Fold a text; one that needs no change is returned as it is."""
    if not _FOLDABLE.search(text):
        return Folded(mend(text), text, None, text)
    if not _BLANK.search(text):
        return Folded(mend(text.translate(_TABLE)), text, None, text)
    kept: list[str] = []
    origin: list[int] = []
    last = 0
    for blank in _BLANK.finditer(text):
        kept.append(text[last : blank.start()])
        origin.extend(range(last, blank.start()))
        last = blank.end()
        if _separates(text, blank.start(), blank.end()):
            kept.append(" ")
            origin.append(blank.start())
    kept.append(text[last:])
    origin.extend(range(last, len(text)))
    printed = "".join(kept)
    return Folded(mend(printed.translate(_TABLE)), printed, origin, text)


def _separates(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum()):
        return False
    if not (before.isdigit() and after.isdigit()):
        return True
    cuts = _CUT.finditer(text, max(0, start - 6), end + 8)
    return not any(cut.start() < start < cut.end() for cut in cuts)
