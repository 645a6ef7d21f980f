"""OpenCC's t2s conversion at the speed of ``str.translate``.

The result is that of ``opencc.OpenCC("t2s").convert``: the character table is translated at once, and the few hundred
phrases that are exceptions to it are put over the result. The dictionaries of opencc-python-reimplemented are read on
first use; nothing is written to disk.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .compiled import compiled
from .named_tuples import NamedTuple


class Tables(NamedTuple):
    """The t2s dictionaries, ready to use."""

    characters: list[int | str]  # what ``str.translate`` puts for each code of the basic plane: a list is read fastest
    rare: dict[str, str]  # the same for characters above it
    above: re.Pattern[str]  # any of them
    phrases: dict[str, str]
    alphabet: frozenset[str]  # characters of the phrases: outside of them no phrase can begin, end or overlap
    triggers: re.Pattern[str]  # a character that some phrase converts otherwise, and the phrase characters behind
    lengths: dict[str, tuple[int, ...]]  # lengths of the phrases that begin with a character

    def translate(self, text: str) -> str:
        """The text, character by character."""
        return self.above.sub(lambda char: self.rare.get(char[0], char[0]), text.translate(self.characters))


#: Codes of the basic plane.
_PLANE = 0x10000


def to_simplified(text: str) -> str:
    """The text in simplified characters, as OpenCC's t2s makes it; the length is kept."""
    tables = load_tables()
    result = tables.translate(text)
    if len(result) != len(text):
        raise AssertionError("a conversion of characters changed the text's length")
    parts: list[str] = []
    at = 0
    converted: dict[str, str] = {}  # a page says its words again and again
    for start, end in _runs(text, tables):
        run = text[start:end]
        if run not in converted:
            converted[run] = _with_phrases(run, tables)
        parts += (result[at:start], converted[run])
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
    table: list[int | str] = list(range(_PLANE))
    rare: dict[str, str] = {}
    for key, value in characters.items():
        if ord(key) < _PLANE:
            table[ord(key)] = value
        else:
            rare[key] = value
    alphabet = frozenset("".join(phrases))
    return Tables(
        characters=table,
        rare=rare,
        above=compiled(f"[{chr(_PLANE)}-{chr(sys.maxunicode)}]"),
        phrases=phrases,
        alphabet=alphabet,
        triggers=compiled(f"[{''.join(sorted(exceptional))}][{''.join(sorted(alphabet))}]*"),
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


def _runs(text: str, tables: Tables) -> Iterator[tuple[int, int]]:
    """The runs of phrase characters around a trigger: outside of them the table alone is right."""
    done = 0
    for match in tables.triggers.finditer(text):
        start, end = match.span()
        while start > done and text[start - 1] in tables.alphabet:
            start -= 1
        yield start, end
        done = end


def _with_phrases(run: str, tables: Tables) -> str:
    """A run in simplified characters: of overlapping phrases the longest, of equally long ones the first."""
    found = [
        (start, start + length)
        for start, first in enumerate(run)
        for length in tables.lengths.get(first, ())
        if run[start : start + length] in tables.phrases
    ]
    characters = list(tables.translate(run))
    taken = bytearray(len(run))
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            characters[start:end] = tables.phrases[run[start:end]]
    return "".join(characters)
