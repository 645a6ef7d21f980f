"""From bytes to clean text: decoding, and a chain of cleaning steps that remember where every character came from."""

from __future__ import annotations

from .chain import SCRIPTS, STEPS, Normalized, clean_value, normalize
from .decode import Decoded, NotText, decode
from .doubt import Doubt
from .mapped import MappedText
from .script import Script, script_of
from .squeeze import squeeze

__all__ = [
    "SCRIPTS",
    "STEPS",
    "Decoded",
    "Doubt",
    "MappedText",
    "Normalized",
    "NotText",
    "Script",
    "clean_value",
    "decode",
    "normalize",
    "script_of",
    "squeeze",
]
