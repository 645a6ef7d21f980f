"""Traditional → simplified, with the dictionaries of OpenCC.

They are read for the first text that holds traditional characters; a simplified notice never needs them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import MappedText
from .script import has_traditional, script_of

# Characters that the national list of 2013 keeps for names: in a simplified text they are as they should be (昇腾).
_OF_NAMES = frozenset("昇邨甯氾陞")
_NAMES = lazy_pattern(f"[{''.join(sorted(_OF_NAMES))}]")
#: In these words they stand for the common character: 提昇, 昇级, 氾滥.
_COMMON = lazy_pattern(
    r"(?<=[提上回攀晋跃飙抬爬擢])昇(?!腾)|昇(?=[级降高值温学旗华格任空压幅])|(?<=[晋提擢])陞|陞(?=[任职级迁])|氾(?=[滥指称])"
)


def simplify_script(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Convert a text that holds traditional characters, but for names in a simplified one; any other is left untouched."""
    del doubts
    if not has_traditional(text.text):
        return text
    from .conversion import to_simplified
    from .official import official_forms

    simplified = official_forms(to_simplified(text.text))
    if not _OF_NAMES.isdisjoint(text.text) and script_of(_NAMES.sub("", text.text)) == "simplified":
        kept = _COMMON.sub(lambda word: to_simplified(word[0]), text.text)
        pairs = zip(kept, simplified, strict=True)
        simplified = "".join(old if old in _OF_NAMES else new for old, new in pairs)
    return text.with_text(simplified)


@lru_cache(maxsize=1)
def _to_traditional() -> Any:
    from importlib import import_module

    return import_module("opencc").OpenCC("s2t")


def to_traditional(text: str) -> str:
    """The text in traditional characters, as OpenCC's s2t makes it (for output values)."""
    return str(_to_traditional().convert(text))
