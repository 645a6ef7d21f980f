"""Tables of MediaWiki pages.

{| class="wikitable"
|+ 任务分解表
! 序号 !! 任务
|-
| 1 || rowspan="2" | 修桥
|}
"""

from __future__ import annotations

from collections.abc import Iterator

from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .marked_tables import MarkedCell, table_edits
from .spans import Span, number_of

_TABLE = lazy_pattern(r"(?m)^[ \t:*]*\{\|[^\n]*\n(?P<body>(?:(?![ \t]*(?:\|\}|\{\|))[^\n]*\n)*)[ \t]*\|\}")
#: [[市教育局|教育局]], '''责任单位''', what files the page.
_LINK = lazy_pattern(r"\[\[(?:(?:Category|分类|File|文件)[：:][^\]\n]*|(?:[^|\]\n]*\|)?(?P<shown>[^|\]\n]*))\]\]")
_STRONG = lazy_pattern(r"'{2,5}(?=\S)|(?<=\S)'{2,5}")
_SEPARATORS = {"|": lazy_pattern(r"\|\|"), "!": lazy_pattern(r"!!|\|\|")}
#: What stands before a cell's text and tells how it looks.
_LOOKS = lazy_pattern(r"[^|\[\]{}\n]*=[^|\n]*\|(?!\|)")
_SPAN = lazy_pattern(r"\b(?P<which>row|col)span\s*=\s*[\"']?(?P<count>\d+)")


def plain_mediawiki(text: MappedText) -> MappedText:
    """Rows with pipes for the tables of a wiki page, and its links and emphasis without their marks."""
    if _TABLE.search(text.text) is None:
        return text
    text = text.edit(
        [
            edit
            for match in _LINK.finditer(text.text)
            for edit in _around(*match.span(), *(match.span("shown") if match["shown"] else match.span()[1:] * 2))
        ]
    )
    text = text.edit([(*match.span(), "") for match in _STRONG.finditer(text.text)])
    return text.edit([edit for match in _TABLE.finditer(text.text) for edit in _edits(text.text, *match.span())])


def _around(start: int, end: int, first: int, last: int) -> tuple[Edit, Edit]:
    """What stands in ``start`` to ``end`` around ``first`` to ``last`` goes."""
    return (start, first, ""), (last, end, "")


def _edits(text: str, begin: int, end: int) -> Iterator[Edit]:
    """The edits of the table between ``begin`` and ``end``; its caption is a line above it."""
    rows: list[list[MarkedCell]] = [[]]
    at = begin
    body = text.index("\n", begin) + 1
    while body < end:
        stop = text.find("\n", body, end)
        stop = end if stop < 0 else stop
        line = text[body:stop].strip()
        start = text.index(line, body) if line else body
        if line.startswith("|+"):
            caption = start + 2 + len(text[start + 2 : stop]) - len(text[start + 2 : stop].lstrip())
            yield at, caption, ""
            at = stop
        elif line.startswith("|-"):
            rows.append([])
        elif line[:1] in _SEPARATORS and not line.startswith("|}"):
            rows[-1] += _cells(text, start, start + len(line))
        elif line and rows[-1] and line != "|}":
            rows[-1][-1] = rows[-1][-1]._replace(end=start + len(line))
        body = stop + 1
    filled = [row for row in rows if row]
    yield from table_edits(text, at, end, filled, under_title=at > begin)


def _cells(text: str, start: int, end: int) -> Iterator[MarkedCell]:
    """The cells of a line that begins with its mark."""
    marks = [match.span() for match in _SEPARATORS[text[start]].finditer(text, start + 1, end)]
    for begin, stop in zip([start + 1, *(b for _, b in marks)], [*(a for a, _ in marks), end], strict=True):
        looks = _LOOKS.match(text, begin, stop)
        said = {m["which"]: number_of(m["count"]) for m in _SPAN.finditer(looks[0])} if looks is not None else {}
        begin = looks.end() if looks is not None else begin
        body = text[begin:stop].strip()
        first = text.index(body, begin) if body else stop
        yield MarkedCell(first, first + len(body), Span(said.get("row", 1), said.get("col", 1)))
