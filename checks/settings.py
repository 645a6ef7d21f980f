"""Settings of ``check`` from ``notice-parse.toml`` or ``[tool.notice-parse]`` of ``pyproject.toml``.

The nearest ancestor of a file that has either of them decides, notice-parse.toml before pyproject.toml in one
folder. Options of the command line overrule it.
"""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

from ..schemas.words import SEVERITIES
from .selection import FAIL_ON_DEFAULT, Selection, UnknownCode, as_prefix

FORMATS = ("text", "json", "github", "sarif")
KEYS = ("select", "ignore", "fail-on", "min-coverage", "format", "source-root", "per-file-ignores")


class BadSettings(ValueError):
    """A settings file that cannot be used; the message names the file, the key and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says, with the defaults for what it doesn't."""

    folder: Path | None = None
    selection: Selection = field(default_factory=Selection)
    fail_on: str = FAIL_ON_DEFAULT
    min_coverage: float | None = None
    format: str | None = None
    source_roots: tuple[Path, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def ignored_in(self, path: Path) -> tuple[str, ...]:
        """Code prefixes that the patterns matching ``path`` leave out."""
        if not self.per_file_ignores or self.folder is None:
            return ()
        path = path.resolve()
        relative = path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else path.as_posix()
        return tuple(
            prefix
            for pattern, prefixes in self.per_file_ignores
            if fnmatch.fnmatchcase(relative, pattern) or fnmatch.fnmatchcase(path.name, pattern)
            for prefix in prefixes
        )


@cache
def settings_of(folder: Path) -> Settings:
    """The settings that govern a folder: its own, else those of the nearest ancestor. Raises :class:`BadSettings`."""
    for ancestor in (folder, *folder.parents):
        own = _section(ancestor / "notice-parse.toml", ())
        table = own if own is not None else _section(ancestor / "pyproject.toml", ("tool", "notice-parse"))
        if table is not None:
            name = "notice-parse.toml" if own is not None else "pyproject.toml [tool.notice-parse]"
            return _settings(table, ancestor, f"{ancestor / name}")
    return Settings()


def _section(file: Path, keys: tuple[str, ...]) -> Mapping[str, Any] | None:
    if not file.is_file():
        return None
    try:
        table: Any = _toml(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise BadSettings(f"{file}: {error}") from error
    for key in keys:
        table = cast(Mapping[str, Any], table).get(key)
        if not isinstance(table, Mapping):
            return None
    return cast(Mapping[str, Any], table)


def _toml(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib

        return tomllib.loads(text)
    import tomli  # pyright: ignore[reportMissingImports, reportUnreachable]

    return tomli.loads(text)  # pyright: ignore


def _settings(table: Mapping[str, Any], folder: Path, where: str) -> Settings:
    unknown = [key for key in table if key not in KEYS]
    if unknown:
        raise BadSettings(f"{where}: unknown key {unknown[0]!r}; the known ones are {', '.join(KEYS)}")
    reader = _Reader(table, where)
    return Settings(
        folder=folder.resolve(),
        selection=Selection(reader.codes("select"), reader.codes("ignore")),
        fail_on=reader.one_of("fail-on", SEVERITIES) or FAIL_ON_DEFAULT,
        min_coverage=reader.percent("min-coverage"),
        format=reader.one_of("format", FORMATS),
        source_roots=tuple(folder / root for root in reader.texts("source-root")),
        per_file_ignores=reader.ignores("per-file-ignores"),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Typed values of a settings table."""

    table: Mapping[str, Any]
    where: str

    def wrong(self, key: str, expected: str) -> BadSettings:
        return BadSettings(f"{self.where}: {key} must be {expected}")

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in cast(list[Any], values)):
            raise self.wrong(key, "a string or a list of strings")
        return tuple(cast(list[str], values))

    def codes(self, key: str) -> tuple[str, ...]:
        return self._prefixes(key, self.texts(key))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        value = self.table.get(key)
        if value is not None and value not in allowed:
            raise self.wrong(key, f"one of {', '.join(allowed)}")
        return value

    def percent(self, key: str) -> float | None:
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
            raise self.wrong(key, "a percentage from 0 to 100")
        return float(value)

    def ignores(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        value = self.table.get(key, {})
        if not isinstance(value, Mapping):
            raise self.wrong(key, "a table of file patterns, each with a list of codes")
        patterns = _Reader(cast(Mapping[str, Any], value), f"{self.where} {key}")
        return tuple((pattern, patterns.codes(pattern)) for pattern in patterns.table)

    def _prefixes(self, key: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        try:
            return tuple(map(as_prefix, texts))
        except UnknownCode as error:
            raise BadSettings(f"{self.where}: {key}: {error}") from error
