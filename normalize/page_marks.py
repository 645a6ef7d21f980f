"""Numbers of pages that document-sharing sites leave in the middle of the text: …实现就业1 | 2、.5万人次….

Each page is one long line that opens with its number; the text runs over the break. All lines have to open so, counted
up from 1, none but the last may end a sentence, and one break at least has to stand where no item can begin. Below a
line that says which site it is (珍藏版, 由会员分享) the breaks inside sentences tell enough.

Where a document lost its line ends, the marks — 1 — or 第1页共4页 of its pages stand inside the line; or a page's mark ends
its last line, which goes on overleaf.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText
from .named_tuples import NamedTuple

_MARK = lazy_pattern(r"[ \t]*(\d{1,3})、[ \t]*")
#: — 2 — in the middle of a line; the number of a row may follow at once.
_INSIDE = lazy_pattern(
    rf"[ \u3000]?([—–])[ \u3000]?(\d{{1,3}})[ \u3000]?\1[ \u3000]?(?!\d(?!\d{{0,2}}[.、]?{CHINESE}))"
)
#: 第2页共4页 beside other text.
_OF_PAGES = lazy_pattern(
    r"[ \u3000]*第[ \u3000]?(\d{1,3})[ \u3000]?页[ \u3000，,/]{0,2}共[ \u3000]?(\d{1,3})[ \u3000]?页[ \u3000]*"
)
#: What a title ends with: printed on every page, it is still the title where the text begins.
_TITLE_NOUNS = ("通知", "方案", "意见", "计划", "分工", "要点", "表", "清单", "办法", "规定")
_SHORTEST_HEAD, _SHORTEST_OF_TWO, _LONGEST_HEAD = 4, 6, 24
#: Names and years, with which a title and the sentence at the top of a page both may begin.
_NAMED = lazy_pattern(r"[\d省市县区州盟旗镇乡局委厅部办府]")
_MARKED = lazy_pattern(r"[。；：，、\n]")
#: A page of text holds more characters than this.
_SHORTEST = 120
_SHORTEST_OF_SITE = 60
#: What sites of shared documents print above the text.
_SITE = lazy_pattern(r"珍藏版|资源描述|(?:会员|网友|用户)(?:分享|上传)")
_SENTENCE_END = "。；：！？"
#: No item begins with the first; behind a digit none begins with the second.
_NEVER_FIRST, _REST_OF_NUMBER = "，。；、：）》”%％.．", "0123456789.．%％年月日"


def strip_page_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the numbers of pages together with the line breaks before them."""
    del doubts
    printed = text.text
    if printed.lstrip().startswith("1、"):
        return text.edit(_edits(_pages(printed, 0)))
    sites = [match.end() for match in _SITE.finditer(printed)] if "\n1、" in printed else []
    return text.edit(_edits_of_site(_pages(printed, sites[-1]))) if sites else text


class _Page(NamedTuple):
    """A page: the start of its line and of its text, and its text."""

    line: int
    start: int
    text: str

    @property
    def is_open(self) -> bool:
        """Whether it ends inside a sentence."""
        return self.text[-1:] not in _SENTENCE_END

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _pages(text: str, at: int) -> list[_Page]:
    """The pages from offset ``at`` on, where their numbers count from 1: all lines, or those below the lines of a site."""
    pages: list[_Page] = []
    whole = at == 0
    at = text.find("\n", at) + 1 if at else 0
    for line in text[at:].split("\n"):
        match = _MARK.match(line)
        if match is not None and int(match[1]) == len(pages) + 1:
            pages.append(_Page(at, at + match.end(), line[match.end() :].rstrip()))
        elif line.strip() and whole:
            return []
        elif line.strip() and pages:
            break
        at += len(line) + 1
    return pages


def _edits(pages: Sequence[_Page]) -> list[Edit]:
    """The marks and the breaks before them; none when the numbers do not count pages."""
    if len(pages) < 2 or any(len(page.text) < _SHORTEST or not page.is_open for page in pages[:-1]):
        return []
    if not any(_goes_on(above.text, below.text) for above, below in pairwise(pages)):
        return []
    first = (pages[0].line, pages[0].start, "")
    return [first, *((above.end, below.start, "") for above, below in pairwise(pages))]


def _edits_of_site(pages: Sequence[_Page]) -> list[Edit]:
    """The mark of the first page, and those inside sentences with the breaks before them."""
    if any(len(page.text) < _SHORTEST_OF_SITE for page in pages[:-1]):
        return []
    found = [(above.end, below.start, "") for above, below in pairwise(pages) if above.is_open]
    return [(pages[0].line, pages[0].start, ""), *found] if found else []


def _goes_on(above: str, below: str) -> bool:
    """True where the text below can be no item: it is the rest of a number or begins with a mark."""
    return below[:1] in _NEVER_FIRST or (above[-1].isdigit() and below[:1] in _REST_OF_NUMBER)


def strip_marks_inside(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the numbers of pages that stand inside lines which hold several pages: …做好预防— 2 —工作…, or that end a line."""
    del doubts
    text = text.edit(_counted_pages(text.text)) if "页" in text.text else text
    if "—" not in text.text and "–" not in text.text:
        return text
    marks = [_placed(text.text, match) for match in _INSIDE.finditer(text.text)]
    inside = [mark for mark in marks if mark.place in ("inside", "begin")]
    counted = _count(inside) if inside[1:] else [(mark.place, mark.number) for mark in inside] == [("inside", 1)]
    ending = [mark for mark in marks if mark.place != "inside"]
    if not counted and len(ending) > 1 and any(mark.place == "end" for mark in ending) and _count(ending):
        inside = [mark for mark in ending if mark.place == "end"]
        counted = True
    return text.edit([(mark.start, mark.end, "") for mark in inside]) if counted else text


def _counted_pages(text: str) -> list[Edit]:
    """The marks 第2页共4页 that stand beside other text, where several tell the same number of pages."""
    marks = list(_OF_PAGES.finditer(text)) if "共" in text else []
    totals = {match[2] for match in marks}
    if len(marks) < 2 or len(totals) > 1 or any(int(match[1]) > int(match[2]) for match in marks):
        return []
    beside = [match for match in marks if not (_begins_line(text, match.start()) and _ends_line(text, match.end()))]
    head = _running_head(text, [match.end() for match in beside])
    edits = [(match.start(), match.end() + head * text.startswith(text[:head], match.end()), "") for match in beside]
    return edits if not head or text[:head].endswith(_TITLE_NOUNS) else [(0, head, ""), *edits]


def _running_head(text: str, pages: Sequence[int]) -> int:
    """How long the words are that the text begins with and each of its ``pages`` again, in lines that go on behind them."""
    tops = [text[:_LONGEST_HEAD], *(text[at : at + _LONGEST_HEAD] for at in pages if text[at : at + 1].strip())]
    size = min(map(len, tops)) if len(tops) > 1 else 0
    size = next((at for at in range(size) if len({top[at] for top in tops}) > 1), size)
    told = text[:size].endswith(_TITLE_NOUNS) or _NAMED.search(text, 0, size) is None
    shortest = _SHORTEST_HEAD if len(tops) > 2 else _SHORTEST_OF_TWO
    return size if told and size >= shortest and not _MARKED.search(text, 0, size) else 0


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _ends_line(text: str, at: int) -> bool:
    return at == len(text) or text[at] == "\n"


class _Mark(NamedTuple):
    """The number of a page between dashes, and where it stands: ``inside`` a line of several pages or at its ``begin``, at
    the ``end`` of any other, or ``alone``; ``""`` elsewhere.
    """

    start: int
    end: int
    number: int
    place: str


def _count(marks: Sequence[_Mark]) -> bool:
    """Whether the numbers count up by one."""
    return all(below.number == above.number + 1 for above, below in pairwise(marks))


def _placed(text: str, match: re.Match[str]) -> _Mark:
    start, end = match.span()
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    before, behind = bool(text[begin:start].strip()), bool(text[end:stop].strip())
    inside = stop - begin >= _SHORTEST and bool(text[end : end + 1].strip())
    place = (
        ("inside" if before else "begin") if inside else "end" if before and not behind else "" if behind else "alone"
    )
    return _Mark(start, end, int(match[2]), place)
