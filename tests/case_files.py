"""Reads the case files of ``tests/cases``: strict, so that a case can't pass because nobody read it.

A file is Markdown: a title, prose for people, and cases. A case is a ``##`` heading, ``key: value`` lines, a ``text``
block and a ``yaml`` block. Anything else inside a case is an error, and so are an empty file, a missing block, a
heading used twice and a YAML key written twice.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

FOLDER = Path(__file__).parent / "cases"
_KEY = re.compile(r"([a-z_]+): *(.*\S)")


class CaseError(ValueError):
    """A case file that can't be read, with the line that is to blame."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what a reader must find in it."""

    file: str
    title: str
    keys: Mapping[str, str]
    text: str
    expected: Any

    @property
    def name(self) -> str:
        """Readable id of the case."""
        return f"{self.file}:{self.title}"


def topics() -> dict[str, list[Path]]:
    """The case files of every topic; the topic is the file name up to its first hyphen."""
    found: dict[str, list[Path]] = {}
    for file in sorted(FOLDER.glob("*.md")):
        if file.name != "README.md":
            found.setdefault(file.stem.split("-")[0], []).append(file)
    return found


def read_cases(file: Path) -> list[Case]:
    """The cases of a file in order. Raises CaseError."""
    with file.open(encoding="utf-8", newline="") as stream:
        lines = stream.read().split("\n")
    heads = [index for index, line in enumerate(lines) if line.startswith("## ") and not _inside_block(lines, index)]
    if not heads:
        raise CaseError(f"{file.name}: no case")
    cases = [_read(file, lines, start, stop) for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True)]
    titles = [case.title for case in cases]
    for title in titles:
        if titles.count(title) > 1:
            raise CaseError(f"{file.name}: two cases are called {title!r}")
    return cases


def _inside_block(lines: list[str], index: int) -> bool:
    return sum(line.startswith("```") for line in lines[:index]) % 2 == 1


def _read(file: Path, lines: list[str], start: int, stop: int) -> Case:
    title = lines[start][3:].strip()
    keys: dict[str, str] = {}
    blocks: dict[str, str] = {}
    index = start + 1
    while index < stop:
        line = lines[index]
        if line in ("```text", "```yaml"):
            close = next((i for i in range(index + 1, stop) if lines[i] == "```"), None)
            if close is None or line[3:] in blocks:
                raise CaseError(f"{file.name}:{index + 1}: a block without an end, or a second one")
            blocks[line[3:]] = "\n".join(lines[index + 1 : close])
            index = close
        elif match := _KEY.fullmatch(line):
            if blocks or match[1] in keys:
                raise CaseError(f"{file.name}:{index + 1}: a key below a block, or written twice")
            keys[match[1]] = match[2]
        elif line.strip():
            raise CaseError(f"{file.name}:{index + 1}: neither a key nor a block: {line[:40]}")
        index += 1
    if list(blocks) != ["text", "yaml"]:
        raise CaseError(f"{file.name}: {title!r} needs a text block and a yaml block, in this order")
    return Case(file.stem, title, keys, blocks["text"], _expected(file, title, blocks["yaml"]))


def _expected(file: Path, title: str, block: str) -> Any:
    if not block.strip():
        raise CaseError(f"{file.name}: {title!r} expects nothing; write [] or null to say so")
    try:
        return yaml.load(block, _StrictLoader)
    except yaml.YAMLError as error:
        raise CaseError(f"{file.name}: {title!r}: {error}") from error


class _StrictLoader(yaml.SafeLoader):
    """YAML whose mappings hold no key twice (PyYAML keeps the last one silently)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [cast(Any, self.construct_object(key)) for key, _ in node.value]  # pyright: ignore[reportUnknownMemberType]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(None, None, f"a key is written twice: {keys}", node.start_mark)
        return super().construct_mapping(node, deep)


def differences(expected: Any, got: Any, path: str = "") -> list[str]:
    """Where ``got`` isn't what was expected: same lists, and of mappings the keys that are written."""
    if isinstance(expected, dict):
        return _mapping_differences(cast("dict[str, Any]", expected), got, path)
    if isinstance(expected, list) and isinstance(got, list):
        wanted, found = cast("list[Any]", expected), cast("list[Any]", got)
        if len(wanted) != len(found):
            return [f"{path or 'list'}: expected {len(wanted)} {wanted}, got {len(found)} {found}"]
        pairs = enumerate(zip(wanted, found, strict=True))
        return [line for index, (one, other) in pairs for line in differences(one, other, f"{path}[{index}]")]
    if isinstance(expected, str) and isinstance(got, dict):
        return differences(expected, _short(cast("dict[str, Any]", got)), path)
    return [] if expected == got else [f"{path or 'value'}: expected {expected!r}, got {got!r}"]


def _mapping_differences(expected: dict[str, Any], got: Any, path: str) -> list[str]:
    if not isinstance(got, dict):
        return [f"{path or 'value'}: expected {expected!r}, got {got!r}"]
    found = cast("dict[str, Any]", got)
    lines: list[str] = []
    for key, value in expected.items():
        where = f"{path}.{key}" if path else key
        lines += differences(value, found[key], where) if key in found else [f"{where}: no such key"]
    return lines


def _short(found: dict[str, Any]) -> Any:
    """What a string stands for where the record holds an object."""
    return next((found[key] for key in ("name", "title", "text") if key in found), None)
