"""OpenCC's t2s conversion at the speed of ``str.translate``.

The result is that of ``opencc.OpenCC("t2s").convert``: the character table is translated at once, and the few hundred
phrases that are exceptions to it are put over the result. The dictionaries of opencc-python-reimplemented are read on
first use; nothing is written to disk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tables:
    """The t2s dictionaries, ready to use."""

    characters: dict[int, str]
    phrases: dict[str, str]
    openings: frozenset[str]  # first characters of the phrases
    pattern: re.Pattern[str]  # at each place, the longest phrase that begins there
    longest: int


def to_simplified(text: str) -> str:
    """The text in simplified characters, as OpenCC's t2s makes it; the length is kept."""
    tables = load_tables()
    result = text.translate(tables.characters)
    if len(result) != len(text):
        raise AssertionError("a conversion of characters changed the text's length")
    matches = _phrases(text, tables)
    if not matches:
        return result
    parts: list[str] = []
    at = 0
    for start, end in matches:
        parts += (result[at:start], tables.phrases[text[start:end]])
        at = end
    parts.append(result[at:])
    return "".join(parts)


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """Read the t2s dictionaries of the installed opencc-python-reimplemented."""
    folder = _dictionary_folder()
    characters = _read(folder / "TSCharacters.txt")
    phrases = _read(folder / "TSPhrases.txt")
    uneven = [key for words in (characters, phrases) for key, value in words.items() if len(key) != len(value)]
    if uneven:
        raise AssertionError(f"OpenCC's dictionary changes the length of {uneven[0]}")
    return Tables(
        characters={ord(key): value for key, value in characters.items() if key != value},
        phrases=phrases,
        openings=frozenset(phrase[0] for phrase in phrases),
        pattern=re.compile(_alternatives(sorted(phrases))),
        longest=max(map(len, phrases)),
    )


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


def _alternatives(phrases: list[str]) -> str:
    """A pattern of the phrases by first character, longer ones first."""
    groups: list[str] = []
    for opening, members in groupby(phrases, key=lambda phrase: phrase[0]):
        rests = sorted((member[1:] for member in members), key=len, reverse=True)
        groups.append(f"{opening}(?:{'|'.join(rests)})")
    return f"(?=({'|'.join(groups)}))"


def _phrases(text: str, tables: Tables) -> list[tuple[int, int]]:
    """The phrases that OpenCC picks: of overlapping ones the longest, of equally long ones the first."""
    matches = [match.span(1) for match in tables.pattern.finditer(text)]
    if all(end <= start for (_, end), (start, _) in pairwise(matches)):
        return matches
    candidates = [
        (start, start + length)
        for start, _ in matches
        for length in range(2, tables.longest + 1)
        if text[start : start + length] in tables.phrases
    ]
    candidates.sort(key=lambda span: (span[0] - span[1], span[0]))
    taken = bytearray(len(text))
    picked: list[tuple[int, int]] = []
    for start, end in candidates:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            picked.append((start, end))
    return sorted(picked)
