"""Whether a record fits the schema, hand work included: ``x_…`` keys and ``corrected: true`` are allowed everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..rules.finding import cut
from .document import Path

OWN_KEY_PREFIX = "x_"
_OF_KEYS = {"missing": "missing", "extra_forbidden": "no key of the schema"}
_SUBJECT = re.compile(r"^\w+ should")
_LONGEST_VALUE = 40
CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that the schema does not allow, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """A record in full contract form (None when it does not fit), its misfits, and what was corrected by hand."""

    record: dict[str, Any] | None
    misfits: Sequence[Misfit]
    corrected: frozenset[Path]

    def is_corrected(self, path: Path) -> bool:
        """Whether the object that ``path`` leads to, or one around it, is marked as corrected by hand."""
        return any(path[:depth] in self.corrected for depth in range(len(path) + 1))


def fit(value: Any) -> Fitted:
    """Validate one record of a file. Never raises."""
    from pydantic import ValidationError

    from ..schemas.models import ParsedNotice

    corrected: set[Path] = set()
    misfits: list[Misfit] = []
    plain = _without_own_keys(value, (), corrected, misfits)
    try:
        record = ParsedNotice.model_validate(plain)
    except ValidationError as error:
        for entry in error.errors(include_url=False, include_context=False):
            misfits.append(Misfit(entry["loc"], _reason(entry["msg"], entry["input"], entry["type"])))
        return Fitted(None, misfits, frozenset(corrected))
    return Fitted(record.model_dump(), misfits, frozenset(corrected))


def dotted(path: Path) -> str:
    """A path as people write it.

    >>> dotted(("tasks", 3, "units", 0, "role"))
    'tasks[3].units[0].role'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _without_own_keys(value: Any, path: Path, corrected: set[Path], misfits: list[Misfit]) -> Any:
    if isinstance(value, Mapping):
        members: dict[str, Any] = {}
        for key, member in cast(Mapping[str, Any], value).items():
            if key == CORRECTED:
                _note_corrected(member, path, corrected, misfits)
            elif not key.startswith(OWN_KEY_PREFIX):
                members[key] = _without_own_keys(member, (*path, key), corrected, misfits)
        return members
    if isinstance(value, list):
        members_of = cast(list[Any], value)
        return [_without_own_keys(each, (*path, index), corrected, misfits) for index, each in enumerate(members_of)]
    return value


def _note_corrected(value: Any, path: Path, corrected: set[Path], misfits: list[Misfit]) -> None:
    if value is True:
        corrected.add(path)
    elif value is not False:
        misfits.append(Misfit((*path, CORRECTED), "is true or false"))


def _reason(message: str, value: Any, kind: str) -> str:
    """What the validator says, of the value itself where that is short: 'leader' should be 'lead' or 'support'."""
    if kind in _OF_KEYS:
        return _OF_KEYS[kind]
    if isinstance(value, (Mapping, list)):
        return message[:1].lower() + message[1:]
    return _SUBJECT.sub(lambda _: f"{cut(repr(value), _LONGEST_VALUE)} should", message)
