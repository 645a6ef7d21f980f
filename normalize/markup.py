"""A page that was saved with its tags becomes lines, its tables rows with pipes.

Only pages that hold tags of paragraphs or tables are touched; elsewhere < and > are what the author wrote
(<国务院关于…的意见>).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .spans import MERGED, PIPE, Span, empty_places, number_of

_PAGE = lazy_pattern(r"</(?:p|div|td|tr|table|li|h[1-6]|span)\s?>", re.IGNORECASE)
_TAG = lazy_pattern(
    r"<!--[^<]{0,2000}-->|<(script|style)\b[^<]{0,20000}</\1\s?>"
    r"|<(?P<close>/?)(?P<name>p|div|br|hr|span|strong|b|em|i|u|s|a|img|font|section|article|center|sup|sub|o:p|table|tbody|thead|"
    r"tfoot|colgroup|col|caption|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|body|html|head|meta|title|input|label|form)"
    r"(?=[\s/>])(?:[^<>\"']|\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'){0,200}>"
    r"|(?P<line>\s*\n\s*)",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = frozenset(("p", "div", "br", "hr", "table", "tr", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5",
                     "h6", "section", "article", "center", "caption", "title"))  # fmt: skip


#: What a tag says of the rows and columns that its cell takes.
_SPAN = lazy_pattern(r"\b(?P<which>row|col)span\s*=\s*[\"']?(?P<count>\d+)", re.IGNORECASE)


def strip_tags(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put lines in place of paragraphs, pipes in place of table cells, and drop all other tags."""
    del doubts
    if "</" not in text.text or not _PAGE.search(text.text):
        return text
    tags = list(_TAG.finditer(text.text))
    empty = _empty_places(tags) if "span" in text.text else {}
    edits: list[Edit] = []
    table = cell = False
    fresh = 0  # up to here nothing stands on the line yet
    for match in tags:
        name, closes = (match["name"] or "").lower(), match["close"] == "/"
        new = ""
        if match["line"]:
            new = " " if cell else "" if table else match["line"]
        elif name in ("td", "th"):
            new, cell = PIPE * closes + empty.get(match.start(), ""), not closes
        elif cell and name != "tr":
            new = " " if name in _BREAKS else ""
        elif name in _BREAKS and not (fresh == match.start() and name != "br"):
            new = "\n"
        table = not closes if name == "table" else table
        cell = cell and name not in ("tr", "table")
        if MERGED in new:  # it counts as the end of what stands before the tag
            edits += ((*match.span(), ""), (match.end(), match.end(), new))
        elif new != match[0]:
            edits.append((*match.span(), new))
        if new.endswith("\n") or (not new and fresh == match.start()):
            fresh = match.end()
    return text.edit(edits)


def _empty_places(tags: Sequence[re.Match[str]]) -> dict[int, str]:
    """What stands in empty places of tables, by the offset of a cell's tag: in front of one that opens, behind one that closes."""
    found: dict[int, str] = {}
    table: list[list[re.Match[str]]] = []
    for tag in tags:
        name, closes = (tag["name"] or "").lower(), tag["close"] == "/"
        if name == "table":
            found.update(_of_table(table))
            table = []
        elif name == "tr" and not closes:
            table.append([])
        elif name in ("td", "th") and table:
            table[-1].append(tag)
    found.update(_of_table(table))
    return found


def _of_table(rows: Sequence[Sequence[re.Match[str]]]) -> Iterator[tuple[int, str]]:
    rows = [row for row in rows if row]
    opening = [[tag for tag in row if not tag["close"]] for row in rows]
    spans = [[_span(tag[0]) for tag in row] for row in opening]
    for row, tags, gaps in zip(rows, opening, empty_places(spans), strict=True):
        yield from ((tag.start(), places) for tag, places in zip(tags, gaps.before, strict=True))
        if row[-1]["close"]:
            yield row[-1].start(), gaps.behind


def _span(tag: str) -> Span:
    said = {match["which"].lower(): number_of(match["count"]) for match in _SPAN.finditer(tag)}
    return Span(said.get("row", 1), said.get("col", 1))
