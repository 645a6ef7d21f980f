"""OpenCC's t2s conversion at the speed of ``str.translate``.

The result is that of ``opencc.OpenCC("t2s").convert``: the character table is translated at once, and the few hundred
phrases that are exceptions to it are put over the result. The dictionaries of opencc-python-reimplemented are read on
first use; nothing is written to disk.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from .compiled import compiled


class Tables(NamedTuple):
    """The t2s dictionaries, ready to use."""

    characters: dict[int, str]
    phrases: dict[str, str]
    alphabet: frozenset[str]  # characters of the phrases: outside of them no phrase can begin, end or overlap
    triggers: re.Pattern[str]  # characters that some phrase converts otherwise than the character table
    lengths: dict[str, tuple[int, ...]]  # lengths of the phrases that begin with a character


def to_simplified(text: str) -> str:
    """The text in simplified characters, as OpenCC's t2s makes it; the length is kept."""
    tables = load_tables()
    result = text.translate(tables.characters)
    if len(result) != len(text):
        raise AssertionError("a conversion of characters changed the text's length")
    parts: list[str] = []
    at = 0
    for start, end in _phrases(text, tables):
        parts += (result[at:start], tables.phrases[text[start:end]])
        at = end
    parts.append(result[at:])
    return "".join(parts)


# OpenCC leaves 覆 in these as it is; official texts of the mainland print 复.
_REPLIES = {old: old[:-1].replace("電", "电") + "复" for old in ("批覆", "答覆", "回覆", "函覆", "電覆")} | {
    "覆函": "复函"
}


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """Read the t2s dictionaries of the installed opencc-python-reimplemented."""
    folder = _dictionary_folder()
    characters = _read(folder / "TSCharacters.txt")
    phrases = _read(folder / "TSPhrases.txt") | _REPLIES
    uneven = [key for words in (characters, phrases) for key, value in words.items() if len(key) != len(value)]
    if uneven:
        raise AssertionError(f"OpenCC's dictionary changes the length of {uneven[0]}")
    exceptional = {
        old
        for key, value in phrases.items()
        for old, new in zip(key, value, strict=True)
        if new != characters.get(old, old)
    }
    return Tables(
        characters={ord(key): value for key, value in characters.items() if key != value},
        phrases=phrases,
        alphabet=frozenset("".join(phrases)),
        triggers=compiled(f"[{''.join(sorted(exceptional))}]"),
        lengths=_lengths(phrases),
    )


def _lengths(phrases: dict[str, str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {opening: tuple(sorted(found)) for opening, found in lengths.items()}


def _dictionary_folder() -> Path:
    """Folder of the dictionaries, found without importing the package."""
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("opencc-python-reimplemented is not installed: pip install opencc-python-reimplemented")
    return Path(spec.submodule_search_locations[0]) / "dictionary"


def _read(path: Path) -> dict[str, str]:
    """A dictionary file: key, tab, values separated by blanks, of which OpenCC takes the first."""
    words: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, values = line.partition("\t")
        words[key] = values.partition(" ")[0]
    return words


def _phrases(text: str, tables: Tables) -> list[tuple[int, int]]:
    """The phrases that OpenCC picks, where they matter: in runs of phrase characters around a trigger."""
    picked: list[tuple[int, int]] = []
    done = 0
    for match in tables.triggers.finditer(text):
        if match.start() < done:
            continue
        start, end = match.span()
        while start > done and text[start - 1] in tables.alphabet:
            start -= 1
        while end < len(text) and text[end] in tables.alphabet:
            end += 1
        picked += _picked(text, start, end, tables)
        done = end
    return picked


def _picked(text: str, first: int, last: int, tables: Tables) -> list[tuple[int, int]]:
    """Of overlapping phrases the longest, of equally long ones the first, in order of place."""
    candidates = [
        (start, start + length)
        for start in range(first, last)
        for length in tables.lengths.get(text[start], ())
        if text[start : start + length] in tables.phrases
    ]
    if len(candidates) < 2:
        return candidates
    candidates.sort(key=lambda span: (span[0] - span[1], span[0]))
    taken = bytearray(last - first)
    picked: list[tuple[int, int]] = []
    for start, end in candidates:
        if not any(taken[start - first : end - first]):
            taken[start - first : end - first] = b"\1" * (end - start)
            picked.append((start, end))
    return sorted(picked)
