"""A record against a fresh reading of its source: values whose meaning is another, and tasks that the record lost.

Tasks, and the units, deadlines and so on below them, are paired by where they stand, then by what they say. Values are
compared as they are, texts without white space, punctuation, width and script, since a hand may have tidied those.
What is marked as corrected, or was reported as moved, is not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from ..rules.finding import Record, cut
from .document import Path
from .reslice import same_words
from .schema import Fitted, dotted

_NOTICE = ("key", "title", "plan_title", "document_number", "issuer", "issuers", "issued_on", "published_at",
           "addressees", "attachments")  # fmt: skip
_TASK = ("key", "kind", "number", "title", "content", "requirement")
_DEADLINE = ("text", "kind", "start", "due", "rrule", "applies_to", "milestone")
_BELOW: Mapping[str, tuple[str, ...]] = {
    "units": ("name", "role"),
    "persons": ("name", "role"),
    "deadlines": _DEADLINE,
    "targets": ("text", "subject", "comparator", "value", "high", "unit"),
    "references": ("title", "document_number"),
    "fields": ("head", "text"),
}
"""What is compared of each kind of entry, what names it first."""

_EXACT = ("key", "rrule")
_TEXTS = ("name", "text", "title", "document_number")
"""What the spans of entries are compared with before."""

_LONGEST = 40


@dataclass(slots=True)
class Reread:
    """What a fresh reading showed: other values with their paths, tasks left out, and the coverage that remains."""

    other: list[tuple[Path, str]] = field(default_factory=list[tuple[Path, str]])
    left_out: list[str] = field(default_factory=list[str])
    characters: int = 0
    accounted: int = 0


def compare(
    record: Record,
    fresh: Record,
    source: str,
    fitted: Fitted,
    *,
    said: Collection[Path],
    known: Collection[str] | None,
) -> Reread:
    """``record`` against ``fresh``, the reading of ``source`` with the same options.

    ``said`` are the paths of values that were reported already. ``known`` are the notice's fields that a file of
    ``--records`` holds: others, and tasks that are not there, are no difference then; None for a whole record.
    """
    told = _Comparison(fitted, said)
    for key in _NOTICE:
        if known is None or key in known:
            told.value(("notice", key), record["notice"][key], fresh["notice"][key])
    if known is None:
        for kind in ("deadlines", "references"):
            told.entries(("notice", kind), record["notice"][kind], fresh["notice"][kind], _BELOW[kind])
    pairs, lost = paired(record["tasks"], fresh["tasks"], "content")
    for index, task in enumerate(record["tasks"]):
        told.task(("tasks", index), task, pairs.get(index))
    found = Reread(told.found)
    found.characters = fresh["coverage"]["characters"]
    found.accounted = fresh["coverage"]["accounted"]
    if known is None:
        found.left_out = [f"line {task['span']['line']}: {task['content']}" for task in lost]
        found.accounted -= _unclaimed(lost, record["tasks"], source)
        _coverage(record, fresh, told)
    return found


def paired(mine: Sequence[Record], theirs: Sequence[Record], name: str) -> tuple[dict[int, Record], list[Record]]:
    """Entries of one list with those of another, by index of the first, and what is left of the second.

    The same at the same place go together first, then what stands there, what is called so, and what begins on the line.
    """
    pairs: dict[int, Record] = {}
    left = dict(enumerate(theirs))
    keys: tuple[Callable[[Record], Any], ...] = (
        lambda entry: (_place(entry), entry[name]),
        _place,
        lambda entry: entry[name],
        lambda entry: entry["span"]["line"],
    )
    for key in keys:
        if not left or len(pairs) == len(mine):
            break
        waiting: dict[Any, list[int]] = {}
        for number in reversed(left):
            waiting.setdefault(key(left[number]), []).append(number)
        for index, entry in enumerate(mine):
            if index not in pairs and (same := waiting.get(key(entry))):
                pairs[index] = left.pop(same.pop())
    return pairs, list(left.values())


def _place(entry: Record) -> tuple[int, int]:
    return entry["span"]["start"], entry["span"]["end"]


class _Comparison:
    """Differences as they are found."""

    def __init__(self, fitted: Fitted, said: Collection[Path]) -> None:
        self.found: list[tuple[Path, str]] = []
        self._fitted = fitted
        self._said = said

    def task(self, path: Path, mine: Record, fresh: Record | None) -> None:
        if fresh is None:
            self.say(path, "the text has no such task")
            return
        for key in _TASK:
            self.value((*path, key), mine[key], fresh[key])
        self.headings((*path, "headings"), mine["headings"], fresh["headings"])
        for kind, keys in _BELOW.items():
            self.entries((*path, kind), mine[kind], fresh[kind], keys)

    def headings(self, path: Path, mine: Sequence[Record], fresh: Sequence[Record]) -> None:
        if len(mine) != len(fresh):
            self.say(path, f"{len(mine)} here, {len(fresh)} by the text")
            return
        for index, (heading, other) in enumerate(zip(mine, fresh, strict=True)):
            for key in ("label", "title"):
                self.value((*path, index, key), heading[key], other[key])

    def entries(self, path: Path, mine: Sequence[Record], fresh: Sequence[Record], keys: tuple[str, ...]) -> None:
        if mine == fresh:
            return
        pairs, left = paired(mine, fresh, keys[0])
        added = [index for index in range(len(mine)) if index not in pairs]
        for index in range(len(mine)):
            for key in keys if index in pairs else ():
                self.value((*path, index, key), mine[index][key], pairs[index][key])
        for index in added:
            self.say((*path, index), f"{_shown(mine[index][keys[0]])} here, not by the text")
        # What is marked as corrected, or was reported, stands for one that the text has.
        settled = sum(self._is_settled((*path, index)) for index in added)
        for entry in left[settled:]:
            self.say(path, f"the text has {_shown(' '.join(str(entry[key]) for key in keys[:2] if entry[key]))} too")

    def value(self, path: Path, mine: Any, fresh: Any) -> None:
        if mine != fresh and not (path[-1] not in _EXACT and _same(mine, fresh)):
            self.say(path, f"{_shown(mine)} here, {_shown(fresh)} by the text")

    def say(self, path: Path, detail: str) -> None:
        if not self._is_settled(path):
            self.found.append((path, f"{dotted(path)}: {detail}"))

    def _is_settled(self, path: Path) -> bool:
        said = path in self._said or (path[-1] in _TEXTS and path[:-1] in self._said)
        return said or self._fitted.is_corrected(path)


def _same(mine: Any, fresh: Any) -> bool:
    """Whether two texts or lists differ in white space, punctuation, width or script alone."""
    texts = [_shown(value, None) for value in (mine, fresh) if isinstance(value, (str, list))]
    return len(texts) == 2 and same_words(*texts)


def _shown(value: Any, longest: int | None = _LONGEST) -> str:
    if value is None or value == []:
        return "nothing"
    text = "、".join(map(str, cast("list[Any]", value))) if isinstance(value, list) else str(value)
    return cut(text, longest or len(text))


def _unclaimed(lost: Sequence[Record], kept: Sequence[Record], source: str) -> int:
    """Non-blank characters of the tasks that were lost which no task of the record claims."""
    if not lost:
        return 0
    gone = bytearray(len(source))
    for mark, tasks in ((1, lost), (0, kept)):
        for start, end in map(_place, tasks):
            end = min(end, len(source))
            gone[start:end] = bytes((mark,)) * (end - start)
    return sum(not source[offset].isspace() for offset, lone in enumerate(gone) if lone)


def _coverage(record: Record, fresh: Record, told: _Comparison) -> None:
    for key in ("characters", "accounted"):
        told.value(("coverage", key), record["coverage"][key], fresh["coverage"][key])


def read_again(record: Record, data: bytes) -> list[Record]:
    """Fresh readings of ``data``, one for each choice of options that the record may have been made with."""
    from ..api import Options, read_bytes
    from ..normalize.chain import SCRIPTS

    options, source = record["generator"]["options"], record["source"]
    script: Any = options.get("script", "simplified")
    script = script if script in SCRIPTS else "simplified"
    raw = (bool(options.get("raw_text", False)),) if record["generator"]["version"] else (False, True)
    about = (source["name"], source["path"], source["url"], source["encoding"] or None, script)
    return [read_bytes(data, Options(*about, raw_text)) for raw_text in raw]
