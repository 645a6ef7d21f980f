"""Patterns that are compiled when a notice first needs them.

The vocabulary makes long alternations, slow to compile, and a notice needs a part of them: compiling all would be most
of the program's start-up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from .compiled import compiled

#: A Chinese character: a letter beyond Latin, neither ① nor Ⅰ. Not [一-鿿]: a range is compiled character by character, so
#: that each mention of that one takes longer than most patterns do.
CHINESE = r"[^\W\d\x00-\xff\u2150-\u24ff]"
_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")


class _Compiled:
    """A pattern after its first use: the compiled pattern's own methods, so that a call costs what it costs there."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self.source, self.flags = source, flags

    @property
    def pattern(self) -> str:
        """The pattern as written."""
        return self.source if isinstance(self.source, str) else self.source()


class _Uncompiled(_Compiled):
    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        self.__class__ = _Compiled  # pyright: ignore[reportAttributeAccessIssue]
        return getattr(pattern, name)


_ALL: list[_Compiled] = []


def lazy_pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source`` (or what it returns), compiled on first use; errors in it appear then.

    >>> lazy_pattern(r"[一二三]、").match("二、修桥").group()
    '二、'
    """
    _ALL.append(_Uncompiled(source, flags))
    return cast("re.Pattern[str]", _ALL[-1])


def all_patterns() -> list[re.Pattern[str]]:
    """Every lazy pattern of the modules imported so far."""
    return cast("list[re.Pattern[str]]", list(_ALL))
