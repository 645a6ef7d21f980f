"""Pages in the markup of wikis and text processors: their tables become rows with pipes, their headings lines.

MediaWiki, AsciiDoc and reStructuredText have modules of their own; the others part cells by pipes already, and only
their heads and merged cells look otherwise: ||序号||任务|| (Jira), ^ 序号 ^ 任务 ^ and ::: (DokuWiki), ^^ (MultiMarkdown), |_. 序号 |/2. 修桥 |
(Textile).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .asciidoc import plain_asciidoc
from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .marked_tables import in_place
from .mediawiki import plain_mediawiki
from .restructured import plain_restructured
from .spans import MERGED

#: Heads whose next line, between single pipes, holds the first row.
_DOUBLE = lazy_pattern(r"(?m)^[ \t]*\|\|(?:[^|\n]{1,40}\|\|){2,16}[ \t]*$(?=\n[ \t]*\|[^|\n])")
_HATS = lazy_pattern(r"(?m)^[ \t]*\^(?:[^^|\n]{1,60}[\^|]){2,16}[ \t]*$(?=\n[ \t]*[|^])")
_DOUBLED, _HAT = lazy_pattern(r"[ \t]*\|\|"), lazy_pattern(r"[ \t]*\^")
_ABOVE = lazy_pattern(r"[ \t]*\|[ \t]*(?::::|\^\^)[ \t]*(?=\|)")
_LOOKS = lazy_pattern(r"[ \t]*\|(?:_|[=<>^~-]|\\\d{1,2}|/\d{1,3}){1,4}\.[ \t]+(?=\S)")
#: h2. 标题 · == 标题 == · = 标题 · * 标题 and #+TITLE: 标题 of org-mode.
_HEADINGS = (
    (". ", lazy_pattern(r"(?m)^[ \t]*(?P<open>h[1-6]\.[ \t]+)(?=\S)")),
    ("=", lazy_pattern(r"(?m)^[ \t]*(?P<open>={1,6}[ \t]+)[^\s=](?:[^=\n]*[^\s=])?(?P<close>[ \t]+={1,6})?[ \t]*$")),
    ("=", lazy_pattern(r"(?m)^[ \t]*(?P<open>={2,6})[^\s=](?:[^=\n]*[^\s=])?(?P<close>={2,6})[ \t]*$")),
    ("#+", lazy_pattern(r"(?m)^(?P<open>\*{1,6}[ \t]+)(?=\S)")),
    ("#+", lazy_pattern(r"(?mi)^[ \t]*(?P<open>\#\+(?:title|caption|subtitle):[ \t]*)(?=\S)")),
    ("#+", lazy_pattern(r"(?m)^[ \t]*(?P<open>\#\+[A-Za-z_]{3,20}:[^\n]*)$")),
)


def plain_wiki(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put rows with pipes in place of the tables of wikis and text markup, and drop the marks of headings."""
    del doubts
    for sign, heading in _HEADINGS:
        if sign in text.text:
            text = text.edit([edit for match in heading.finditer(text.text) for edit in _bare(match)])
    text = plain_restructured(text)
    if "|" not in text.text:
        return text
    if "{|" in text.text:
        text = plain_mediawiki(text)
    text = plain_asciidoc(text)
    text = _with_pipes(text, "||", _DOUBLE, _DOUBLED)
    text = _with_pipes(text, "^", _HATS, _HAT)
    if ":::" in text.text or "^^" in text.text:
        found = _ABOVE.finditer(text.text)
        text = text.edit([edit for match in found for edit in in_place(*match.span(), f" | {MERGED} ")])
    if "|_." in text.text:
        found = _LOOKS.finditer(text.text)
        text = text.edit([edit for match in found for edit in in_place(*match.span(), " | ")])
    return text


def _bare(match: re.Match[str]) -> Iterator[Edit]:
    """The edits that take the marks of a heading."""
    for name in match.groupdict():
        if match[name]:
            yield *match.span(name), ""


def _with_pipes(text: MappedText, sign: str, lines: re.Pattern[str], mark: re.Pattern[str]) -> MappedText:
    """A pipe for every ``mark`` in the ``lines`` that look like heads."""
    if sign not in text.text:
        return text
    edits: list[Edit] = []
    for line in lines.finditer(text.text):
        for match in mark.finditer(text.text, *line.span()):
            edits += in_place(*match.span(), " |")
    return text.edit(edits)
