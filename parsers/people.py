"""People in the cells of a person column (分管领导, 责任人)."""

from __future__ import annotations

import re

from .units import PersonDraft, UnitReading, read_units, unit_likeness

_NAME = re.compile(r"[^、，；,;/\s（）()]+(?:[（(][^（）()]*[）)])?")
#: A given name of one character, printed with a blank so that it is as wide as the others (王 芳).
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_UNIT = 0.8


def read_persons(text: str, role: str) -> UnitReading:
    """The people of a cell whose column head is ``role``; a cell of units is read as units.

    Offsets are those of ``text``; a name that is printed with a blank inside is one name.
    """
    if unit_likeness(text) >= _UNIT:
        return read_units(text, None)
    joined = _SPACED.sub(lambda m: m[1] + "\0" * (m.end() - m.start() - 2) + m[2], text)
    persons = tuple(
        PersonDraft(match[0].replace("\0", ""), role or None, match.start(), match.end())
        for match in _NAME.finditer(joined)
    )
    return UnitReading(persons=persons)
