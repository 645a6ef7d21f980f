"""Patterns that are compiled when a notice first needs them.

The vocabulary makes long alternations, slow to compile, and a notice needs a part of them: compiling all would be most
of the program's start-up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

#: A Chinese character: a letter beyond Latin, neither ① nor Ⅰ. Not [一-鿿]: a range is compiled character by character, so
#: that each mention of that one takes longer than most patterns do.
CHINESE = r"[^\W\d\x00-\xff\u2150-\u24ff]"
_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")
_MOST_ALTERNATIVES = 20


class _Compiled:
    """A pattern after its first use: the compiled pattern's own methods, so that a call costs what it costs there."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags


class _Uncompiled(_Compiled):
    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(quick_to_compile(self.pattern, self.flags), self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Compiled  # pyright: ignore[reportAttributeAccessIssue]
        return getattr(compiled, name)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, compiled on first use; errors in it appear then.

    >>> lazy_pattern(r"[一二三]、").match("二、修桥").group()
    '二、'
    """
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def quick_to_compile(source: str, flags: int = 0) -> str:
    """The same pattern with its small sets of Chinese characters as alternatives.

    Compiling a set draws a map of all 65,536 characters, half of the time that most patterns take. Sets that repeat
    without end stay, since they match faster.

    >>> quick_to_compile("[县市区]长[^，。；]+")
    '(?:县|市|区(?=))长[^，。；]+'
    """
    return source if flags & re.VERBOSE else _sets().sub(_alternatives, source)


@lru_cache(maxsize=1)
def _sets() -> re.Pattern[str]:
    """Sets with their repetition; escapes too, so that no escaped bracket opens a set."""
    return re.compile(r"\\.|\[(?P<set>\^?\]?(?:\\.|[^\]\\])*)\](?P<many>[*+]|\{\d*,\}|\{(?:\d*,)?\d\d+\})?", re.DOTALL)


def _alternatives(found: re.Match[str]) -> str:
    members = re.findall(r"(?s)\\.|.", found["set"] or "")
    chinese = sum(member > "\xff" for member in members)
    if found["many"] or chinese < 3 or len(members) > _MOST_ALTERNATIVES or members[0] == "^" or "-" in members[1:-1]:
        return found.group()
    either = "|".join(member if len(member) == 2 else re.escape(member) for member in members)
    return f"(?:{either}(?=))"  # the empty condition keeps the compiler from making it a set again
