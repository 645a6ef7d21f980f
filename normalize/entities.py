"""Characters that a page spells in other characters.

HTML entities: &ldquo; → “, &#8203; → nothing, &nbsp; → a blank. Pages lose their tags and keep these: they are read on
every page, escaped twice (&amp;nbsp;) or without their semicolon too where no other word can be meant. Escapes of
strings, as data sets that were copied out of JSON or SQL keep them: \\n → a line end, \\u3000 → a blank.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_ENTITY = lazy_pattern(
    r"&(?:amp;){0,2}(?:([a-zA-Z]{2,8}[1-4]?|#\d{2,7}|#[xX][0-9a-fA-F]{2,6})[;；]"
    r"|(nbsp|ensp|emsp|[lr][ds]quo|hellip|[mn]dash|middot)(?![a-zA-Z]))"
)
#: What damaged pages leave of &nbsp; and &ensp;.
_BLANKS = frozenset(("sp", "bsp", "nbs", "nsp"))
_ESCAPE_TOKENS = r"\\(?:r\\n|[nrt](?![A-Za-z])|u(?:3000|00[aA]0|200[bB]|2002|2003)|x[aA]0|[\"'/])"
_ESCAPE = lazy_pattern(_ESCAPE_TOKENS)
#: The same where a page spells all its line ends so, before Latin letters too: 县水利局\nYP2030001, no C:\notes.
_ESCAPE_ANYWHERE = lazy_pattern(_ESCAPE_TOKENS.replace("(?![A-Za-z])", ""))
_FEWEST_ESCAPED = 5
_ESCAPED = {"n": "\n", "r": "\n", "r\\n": "\n", "t": "\t", "u200b": "", "u200B": "", '"': '"', "'": "'", "/": "/"}
_CELL_MARK = "|"  # spelled so because it is no mark of cells
_LINE_ENDS = frozenset("\n\r\t\v\f")


def plain_entities(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put the characters in place of the entities and escapes; a name that HTML does not know stays."""
    del doubts
    if "\\" in text.text:
        whole = text.text.count("\\n") > max(_FEWEST_ESCAPED, 2 * text.text.count("\n"))
        escapes = (_ESCAPE_ANYWHERE if whole else _ESCAPE).finditer(text.text)
        text = text.edit([(*match.span(), _ESCAPED.get(match[0][1:], " ")) for match in escapes])
    if "&" not in text.text:
        return text
    found = list(_ENTITY.finditer(text.text))
    if not found:
        return text
    import html  # its table of names; few pages hold any

    edits: list[Edit] = []
    for match in found:
        char = " " if match[1] in _BLANKS else html.unescape(f"&{match[1] or match[2]};")
        if len(char) <= 2 and char != _CELL_MARK:
            edits.append((*match.span(), " " if char in _LINE_ENDS else char))
    return text.edit(edits)
