"""Which characters a match can begin with, so that a search skips all others.

The engine has a fast path for patterns that begin with a character or a set: it looks for one of these before it tries
to match. It sees them only where a pattern begins with nothing else; most patterns here begin with a look behind, an
optional word or alternatives with sets among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

#: A member of a set as the parser has it: a letter, a range or a kind of characters.
_Member = tuple[Any, Any]
#: Parsed patterns are sequences of an operation and what it is about.
_Parsed = Iterable[tuple[Any, Any]]
_REPEATED = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
#: What takes no character.
_CONDITIONS = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def openings(parsed: _Parsed) -> list[_Member] | None:
    """The set of characters that a match of a parsed pattern begins with; None where it may be any, or empty."""
    members, may_be_empty = _openings(parsed)
    return None if may_be_empty or members is None else list(dict.fromkeys(members))


def _openings(parsed: _Parsed) -> tuple[list[_Member] | None, bool]:
    """The same, and whether the pattern may match no character at all."""
    found: list[_Member] = []
    for operation, value in parsed:
        members, may_be_empty = _of(str(operation), operation, value)
        if members is None:
            return None, False
        found += members
        if not may_be_empty:
            return found, False
    return found, True


def _of(name: str, operation: Any, value: Any) -> tuple[Sequence[_Member] | None, bool]:
    """What one operation begins with."""
    if name in _CONDITIONS:
        return (), True
    if name == "LITERAL":
        return [(operation, value)], False
    if name == "IN":
        return (None if str(value[0][0]) == "NEGATE" else value), False
    if name == "SUBPATTERN":
        return (None, False) if value[1] or value[2] else _openings(value[3])
    if name == "ATOMIC_GROUP":
        return _openings(value)
    if name in _REPEATED:
        members, may_be_empty = _openings(value[2])
        return members, may_be_empty or not value[0]
    if name == "BRANCH":
        either = [_openings(way) for way in value[1]]
        if any(members is None for members, _ in either):
            return None, False
        return [member for members, _ in either for member in members or ()], any(empty for _, empty in either)
    return None, False
