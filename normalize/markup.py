"""A page that was saved with its tags becomes lines, its tables rows with pipes.

Only pages that hold tags of paragraphs or tables are touched; elsewhere < and > are what the author wrote
(<国务院关于…的意见>).
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

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


def strip_tags(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put lines in place of paragraphs, pipes in place of table cells, and drop all other tags."""
    del doubts
    if "</" not in text.text or not _PAGE.search(text.text):
        return text
    edits: list[Edit] = []
    table = cell = False
    fresh = 0  # up to here nothing stands on the line yet
    for match in _TAG.finditer(text.text):
        name, closes = (match["name"] or "").lower(), match["close"] == "/"
        new = ""
        if match["line"]:
            new = " " if cell else "" if table else match["line"]
        elif name in ("td", "th"):
            new, cell = " | " if closes else "", not closes
        elif cell and name != "tr":
            new = " " if name in _BREAKS else ""
        elif name in _BREAKS and not (fresh == match.start() and name != "br"):
            new = "\n"
        table = not closes if name == "table" else table
        cell = cell and name not in ("tr", "table")
        if new != match[0]:
            edits.append((*match.span(), new))
        if new.endswith("\n") or (not new and fresh == match.start()):
            fresh = match.end()
    return text.edit(edits)
