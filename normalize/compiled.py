"""Compiled patterns, kept between runs beside the bytecode of the modules.

Python keeps what it makes of a module and forgets what it makes of a pattern, and compiling is a quarter of the time in
which a process reads one notice. So the engine's code for each pattern is written to a file in ``__pycache__``, under
the rules of bytecode: made by one version of Python for itself, replaced whole, never written where Python was told
not to write (``PYTHONDONTWRITEBYTECODE``), made anew when missing, damaged or foreign. Entries are found by the
pattern's own text, so none can be out of date. The engine checks code before it runs it.

Making the code without the pattern needs parts of ``re`` that are not public; where they are missing or have changed,
patterns are compiled as everywhere else.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from importlib.util import cache_from_source
from itertools import accumulate
from pathlib import Path
from typing import Any, cast

#: Flags, code, number of groups, their numbers by name, their names by number.
_Entry = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Key = tuple[str, int]
_WORD = "I"
#: Counts up when other code is made of the same patterns.
_FORM = 3
#: So many characters are compared one after another, more of them looked up in a map, which takes its time to draw.
_FEW = 2
_UNREADABLE = (OSError, ValueError, EOFError, TypeError)
_NO_ENGINE = (ImportError, AttributeError, TypeError, ValueError, OverflowError)

_fresh: dict[_Key, _Entry] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)``, from the kept code when there is some.

    >>> compiled(r"[一二三]、").match("二、修桥").group()
    '二、'
    """
    key = (source, int(flags))
    entry = _kept().get(key) or _fresh.get(key) or _assemble(key)
    if entry is None:
        return re.compile(source, flags)
    try:
        return _pattern(source, entry)
    except (*_NO_ENGINE, RuntimeError):  # RuntimeError: the engine refuses the code
        return re.compile(source, flags)


def keep() -> None:
    """Write the code of the patterns that were new beside what is kept; quietly nothing where that fails."""
    if not _fresh:
        return
    bodies = _kept().bodies() | {_number(key): marshal.dumps((key, entry)) for key, entry in _fresh.items()}
    ends = list(accumulate(map(len, bodies.values())))
    places = {n: (end - len(body), end, zlib.crc32(body)) for (n, body), end in zip(bodies.items(), ends, strict=True)}
    index = marshal.dumps(places)
    sizes = [zlib.crc32(index), len(index), ends[-1]]
    path = _file()
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(
                b"".join([_mark(), *(size.to_bytes(4, "little") for size in sizes), index, *bodies.values()])
            )
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def forget() -> None:
    """Read nothing that was kept: every pattern from now on is compiled anew."""
    _kept().places.clear()


class _Kept:
    """The entries of the file, each looked at when it is asked for: a notice needs a third of them."""

    def __init__(self, places: dict[int, tuple[int, int, int]], held: memoryview) -> None:
        #: Where each entry stands among the bytes held, and their checksum.
        self.places = places
        self._held = held

    def get(self, key: _Key) -> _Entry | None:
        """The entry, when it is there and whole."""
        place = self.places.get(_number(key))
        body = self._held[place[0] : place[1]] if place else b""
        if place is None or zlib.crc32(body) != place[2]:
            return None
        known, entry = marshal.loads(body)
        return cast("_Entry", entry) if known == key else None

    def bodies(self) -> dict[int, bytes]:
        """All entries as they are written."""
        return {number: bytes(self._held[start:end]) for number, (start, end, _) in self.places.items()}


@lru_cache(maxsize=1)
def _kept() -> _Kept:
    with suppress(*_UNREADABLE):
        held = memoryview(_file().read_bytes())
        mark = _mark()
        start = len(mark) + 12
        check, size, total = (int.from_bytes(held[at : at + 4], "little") for at in range(len(mark), start, 4))
        index, bodies = held[start : start + size], held[start + size :]
        if bytes(held[: len(mark)]) == mark and zlib.crc32(index) == check and len(bodies) == total:
            return _Kept(marshal.loads(index), bodies)
    return _Kept({}, memoryview(b""))


def _number(key: _Key) -> int:
    """What an entry is found by; two patterns of one number are told apart by their texts."""
    return zlib.crc32(key[0].encode("utf-8", "surrogatepass"), key[1])


def _file() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _mark() -> bytes:
    """What made the code: another build of Python may have another engine, another release other openings."""
    return f"{_FORM} {sys.implementation.name} {sys.version} {sys.byteorder}\n".encode()


def _assemble(key: _Key) -> _Entry | None:
    """The engine's code for a pattern; None where this Python has no such parts. Errors in the pattern appear here."""
    from .quick_sets import quick_to_compile

    source, flags = key
    try:
        parser, compiler, _ = _engine()
        parsed = parser.parse(quick_to_compile(source, flags), flags)
        code = array(_WORD, _with_openings(compiler._code(parsed, flags), parsed, flags)).tobytes()
        state = parsed.state
        numbers = dict(state.groupdict)
        names: list[str | None] = [None] * state.groups
        for name, number in numbers.items():
            names[number] = name
        entry = (int(flags | state.flags), code, state.groups - 1, numbers, tuple(names))
    except _NO_ENGINE:
        return None
    return _fresh.setdefault(key, entry)


def _with_openings(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The code, the characters that a match begins with told in its head where the engine has not seen them.

    The head holds its own size, what it tells, and the least and most characters of a match.
    """
    from .openings import openings

    compiler = _engine()[1]
    flags |= parsed.state.flags
    operation, size, told, least, most = code[:5]
    members = openings(parsed) if least and not told and not flags & re.IGNORECASE else None
    if members is None or int(operation) != int(compiler.INFO):
        return code
    if len(members) > _FEW:
        members = compiler._optimize_charset(members)[0]
    characters: list[int] = []
    compiler._compile_charset(members, flags, characters)
    head = [operation, size + len(characters), compiler.SRE_INFO_CHARSET, least, most]
    return [*head, *characters, *code[size + 1 :]]


def _pattern(source: str, entry: _Entry) -> re.Pattern[str]:
    flags, code, groups, numbers, names = entry
    return _engine()[2].compile(source, flags, array(_WORD, code).tolist(), groups, numbers, names)


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any, Any]:
    """Parser, compiler and matcher of ``re``."""
    if sys.version_info >= (3, 11):
        return import_module("re._parser"), import_module("re._compiler"), import_module("_sre")
    return import_module("sre_parse"), import_module("sre_compile"), import_module("_sre")
