"""Traditional → simplified, with the dictionaries of OpenCC.

They are read for the first text that holds traditional characters; a simplified notice never needs them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .doubt import Doubt
from .mapped import MappedText
from .script import has_traditional


def simplify_script(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Convert a text that holds traditional characters; any other is left untouched."""
    del doubts
    if not has_traditional(text.text):
        return text
    from .conversion import to_simplified
    from .official import official_forms

    return text.with_text(official_forms(to_simplified(text.text)))


@lru_cache(maxsize=1)
def _to_traditional() -> Any:
    from importlib import import_module

    return import_module("opencc").OpenCC("s2t")


def to_traditional(text: str) -> str:
    """The text in traditional characters, as OpenCC's s2t makes it (for output values)."""
    return str(_to_traditional().convert(text))
