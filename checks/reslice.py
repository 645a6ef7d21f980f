"""Whether the spans of a record still hold its values: ``source[start:end]``, cleaned, is the value.

Compared without white space, punctuation and width, since a hand may have tidied those. A task's content has no
span of its own and may be put together from pieces (the clause between them is taken out), so it is looked for
inside the task's span; an inherited value is looked for inside the cell it came from. A value that runs over several
lines may have a page break inside, with the column heads printed again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..rules.finding import Record
from .document import Path
from .schema import Fitted

if TYPE_CHECKING:
    from ..normalize.mapped import MappedText

_IGNORED = re.compile(r"[^\w%％℃]+|_+")
#: Characters of a value that is compared with the source letter by letter, and of those shown beside what differs.
_SHORTEST_COMPARED, _LONGEST_COMPARED, _BESIDE = 12, 2000, 5
_NOTICE_FIELDS = ("title", "plan_title", "document_number", "issuer")
_TASK_FIELDS = (("units", "name"), ("persons", "name"), ("deadlines", "text"), ("targets", "text"), ("fields", "text"))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of the record that says where it stands. ``within``: it need only be part of what stands there."""

    path: Path
    span: Mapping[str, int]
    value: str | None = None
    within: bool = False


def claims(record: Record) -> Iterator[Claim]:
    """Every span of a record (contract form), with the value that must stand there if it is text as printed."""
    notice = record["notice"]
    for key, span in notice["spans"].items():
        if span is not None:
            value = notice[key] if key in _NOTICE_FIELDS else None
            yield Claim(("notice", key), span, value, within=True)
    yield from _values(notice["deadlines"], ("notice", "deadlines"), "text")
    yield from _references(notice["references"], ("notice", "references"))
    for index, part in enumerate(record["parts"]):
        yield Claim(("parts", index), part["span"])
    for index, task in enumerate(record["tasks"]):
        path: Path = ("tasks", index)
        yield Claim((*path, "content"), task["span"], task["content"], within=True)
        for column, key in _TASK_FIELDS:
            yield from _values(task[column], (*path, column), key)
        yield from _references(task["references"], (*path, "references"))
    for name in ("unaccounted",):
        for index, span in enumerate(record["coverage"][name]):
            yield Claim(("coverage", name, index), span)
    for index, segment in enumerate(record["segments"]):
        yield Claim(("segments", index), segment["span"])


def outside(record: Record, fitted: Fitted) -> Iterator[tuple[Path, str]]:
    """Spans that end before they start or lie outside the source, but for objects corrected by hand."""
    size = record["source"]["characters"]
    for claim in claims(record):
        start, end = claim.span["start"], claim.span["end"]
        if not start <= end <= size and not fitted.is_corrected(claim.path):
            yield claim.path, f"{start}–{end} of {size} characters"


def moved(record: Record, fitted: Fitted, source: str) -> Iterator[tuple[Path, str]]:
    """Values that are not what stands at their span, and segments that don't join, but for what was corrected."""
    clean = _Cleaner(record, source)
    for claim in claims(record):
        inside = claim.span["start"] <= claim.span["end"] <= len(source)
        if inside and not fitted.is_corrected(claim.path) and (other := _other(claim, source, clean)):
            yield claim.path, other
    yield from _segment_holes(record["segments"], len(source))


def misplaced(record: Record, source: str) -> Iterator[tuple[Claim, str]]:
    """Spans that do not hold what they claim, in a record that was just made: faults of ours."""
    clean = _Cleaner(record, source)
    for claim in claims(record):
        start, end = claim.span["start"], claim.span["end"]
        if not start <= end <= len(source):
            yield claim, f"{start}–{end} of {len(source)} characters"
        elif other := _other(claim, source, clean):
            yield claim, other
    for path, detail in _segment_holes(record["segments"], len(source)):
        yield Claim(path, record["segments"][path[1]]["span"]), detail


class _Cleaner:
    """Cleans what stands at a span as the values of a record were cleaned, by its options."""

    def __init__(self, record: Record, source: str) -> None:
        from ..normalize.chain import SCRIPTS

        options = record["generator"]["options"]
        script = str(options.get("script", "simplified"))
        self._script = script if script in SCRIPTS else "simplified"
        self._raw = bool(options.get("raw_text", False))
        self._source = source

    def alone(self, printed: str) -> str:
        """``printed`` cleaned by itself."""
        from ..normalize.chain import clean_value

        return clean_value(printed, script=self._script, raw=self._raw)

    def in_place(self, start: int, end: int) -> str:
        """What the whole source, cleaned, has from ``start`` to ``end``: lost characters are restored by their place."""
        return self._whole.made_of(start, end)

    @cached_property
    def _whole(self) -> MappedText:
        from ..normalize.chain import normalize

        return normalize(self._source).text


def _other(claim: Claim, source: str, clean: _Cleaner) -> str:
    """What stands at the span in place of the value; empty when the value does."""
    printed = source[claim.span["start"] : claim.span["end"]]
    if not claim.value or _holds(printed, claim, clean):
        return ""
    held = " ".join(clean.alone(printed).split())
    return _difference(held, claim) or f"the source has {held[:40] or 'nothing'}"


def _difference(held: str, claim: Claim) -> str:
    """Where a longer value first says something else than the source; empty where little of it is the same."""
    value = claim.value or ""
    if len(value) < _SHORTEST_COMPARED or max(len(value), len(held)) > _LONGEST_COMPARED:
        return ""
    matcher = SequenceMatcher(None, held, value, autojunk=False)
    if 2 * sum(block.size for block in matcher.get_matching_blocks()) < len(value):
        return ""
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal" and _bare(held[first:last] + value[start:end]) and (end > start or not claim.within):
            before, behind = value[max(0, start - _BESIDE) : start], value[end : end + _BESIDE]
            here, there = (f"{before}{changed[:20]}{behind}" for changed in (value[start:end], held[first:last]))
            return f"{here} here, {there} in the source"
    return ""


def _holds(printed: str, claim: Claim, clean: _Cleaner) -> bool:
    value = claim.value or ""
    within = claim.within or claim.span["line"] != claim.span["end_line"]
    if _is_in(printed, value, within):
        return True
    cleaned = clean.alone(printed)
    if _is_in(cleaned, value, within):
        return True
    # A few characters alone may not look traditional, or tell what a mirror lost; in the whole notice they did.
    simplified = _in_plain_forms(value)
    if _is_in(_in_plain_forms(cleaned), simplified, within):
        return True
    if _is_in(_in_plain_forms(clean.in_place(claim.span["start"], claim.span["end"])), simplified, within):
        return True
    # A character of two (价: 價, 价) does not always come back: rows of --records do not say their script.
    return _is_in(_there_and_back(cleaned), simplified, within)


def _in_plain_forms(text: str) -> str:
    """The text in the characters of official writing, those of names too."""
    from ..normalize.conversion import to_simplified
    from ..normalize.official import official_forms

    return official_forms(to_simplified(text))


def _is_in(text: str, value: str, within: bool) -> bool:
    held, wanted = _bare(text), _bare(value)
    return held == wanted or (within and (wanted in held or _in_order(wanted, held)))


def _in_order(value: str, held: str) -> bool:
    characters = iter(held)
    return all(character in characters for character in value)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in white space, punctuation, width and script alone; the other is a fresh reading's."""
    if _bare(one) == _bare(other):
        return True
    plain = _bare(_in_plain_forms(one))
    return plain in (_bare(_in_plain_forms(other)), _bare(_there_and_back(other)))


def _there_and_back(text: str) -> str:
    """The text in plain forms, by way of traditional characters."""
    from ..normalize.simplify import to_traditional

    return _in_plain_forms(to_traditional(text))


def _bare(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def _values(entries: list[dict[str, Any]], path: Path, key: str) -> Iterator[Claim]:
    for index, entry in enumerate(entries):
        yield Claim((*path, index), entry["span"], entry[key], within=entry.get("inherited", False))


def _references(entries: list[dict[str, Any]], path: Path) -> Iterator[Claim]:
    for index, entry in enumerate(entries):
        for key in ("title", "document_number"):
            yield Claim((*path, index), entry["span"], entry[key], within=True)


def _segment_holes(segments: list[dict[str, Any]], size: int) -> Iterator[tuple[Path, str]]:
    expected = 0
    for index, segment in enumerate(segments):
        if segment["span"]["start"] != expected:
            yield ("segments", index), f"a segment starts at {segment['span']['start']}, not at {expected}"
            return
        expected = segment["span"]["end"]
    if segments and expected != size:
        yield ("segments", len(segments) - 1), f"the segments end at {expected}, the source at {size}"
