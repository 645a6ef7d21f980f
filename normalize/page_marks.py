"""Numbers of pages that document-sharing sites leave in the middle of the text: …实现就业1 | 2、.5万人次….

Each page is one long line that opens with its number; the text runs over the break. All lines have to open so, counted
up from 1, none but the last may end a sentence, and one break at least has to stand where no item can begin.

Where a document lost its line ends, the marks — 1 — of its pages stand inside the line.
"""

from __future__ import annotations

from itertools import pairwise

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_MARK = lazy_pattern(r"[ \t]*(\d{1,3})、[ \t]*")
#: — 2 — in the middle of a line.
_INSIDE = lazy_pattern(r"[ \u3000]?([—–])[ \u3000]?(\d{1,3})[ \u3000]?\1[ \u3000]?(?!\d)")
#: A page of text holds more characters than this.
_SHORTEST = 120
_SENTENCE_END = "。；：！？"
#: No item begins with the first; behind a digit none begins with the second.
_NEVER_FIRST, _REST_OF_NUMBER = "，。；、：）》”%％.．", "0123456789.．%％年月日"


def strip_page_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the numbers of pages together with the line breaks before them."""
    del doubts
    if not text.text.lstrip().startswith("1、"):
        return text
    return text.edit(_edits(text.text))


def _edits(text: str) -> list[Edit]:
    """The marks and the breaks before them; none when the numbers do not count pages."""
    pages: list[tuple[int, int, str]] = []  # start of the line, of its text, and the text
    at = 0
    for line in text.split("\n"):
        match = _MARK.match(line)
        if match is not None and int(match[1]) == len(pages) + 1:
            pages.append((at, at + match.end(), line[match.end() :].rstrip()))
        elif line.strip():
            return []
        at += len(line) + 1
    if len(pages) < 2 or any(len(page) < _SHORTEST or page[-1] in _SENTENCE_END for _, _, page in pages[:-1]):
        return []
    joints = list(pairwise(page for _, _, page in pages))
    if not any(_goes_on(above, below) for above, below in joints):
        return []
    ends = [start + len(page) for _, start, page in pages]
    first = (pages[0][0], pages[0][1], "")
    return [first, *((end, start, "") for end, (_, start, _) in zip(ends, pages[1:], strict=False))]


def _goes_on(above: str, below: str) -> bool:
    """True where the text below can be no item: it is the rest of a number or begins with a mark."""
    return below[:1] in _NEVER_FIRST or (above[-1].isdigit() and below[:1] in _REST_OF_NUMBER)


def strip_marks_inside(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the numbers of pages that stand inside lines which hold several pages: …做好预防— 2 —工作…."""
    del doubts
    if "—" not in text.text and "–" not in text.text:
        return text
    found = [match for match in _INSIDE.finditer(text.text) if _is_inside(text.text, match.start(), match.end())]
    numbers = [int(match[2]) for match in found]
    counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers[1:] else numbers == [1]
    return text.edit([(match.start(), match.end(), "") for match in found]) if counted else text


def _is_inside(text: str, start: int, end: int) -> bool:
    """True for a mark inside a line longer than a page's lines, with text on both sides."""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)]
    return len(line) >= _SHORTEST and begin < start and bool(text[end : end + 1].strip())
