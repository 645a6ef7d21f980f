"""Vocabulary is data: blocks of words, and the patterns that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Words that end other ones, in which they are none: 社会办 is an office that helps nobody.
_INSIDE = {"会办": r"(?<!社)会办"}


def words(block: str) -> tuple[str, ...]:
    """The words of a block of vocabulary, parted by white space."""
    return tuple(block.split())


def alternatives(*groups: Iterable[str]) -> str:
    """The words of the groups as one alternative of a regular expression, longest first.

    >>> alternatives(words("修 修建"), words("建"))
    '修建|修|建'
    """
    known = sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word))
    return "|".join(_INSIDE.get(word) or re.escape(word) for word in known)
