"""Segments: the whole source cut into labelled ranges, and how much of it was accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..normalize import MappedText
from ..normalize.lazy import lazy_pattern
from .drafts import Mark
from .notice import NoticeDraft

_UNDECIDED, _BLANK = "unparsed", "blank"
#: Marks between cells belong to the cell before them.
_SEPARATORS = '"|｜,，;；、。.:：-—─━═=+*#>★☆●■◆▲◇□○•·\\│┃║║┆┊┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╟╢╤╧╪╞╡╫╥╨┝┥┠┨╂'
#: Tags, scripts, styles and entities of a page that was saved with them.
_TAGS = lazy_pattern(r"(?i)<(script|style)\b[^<]{0,20000}</\1\s?>|<[/!a-z][^<>]{0,4000}>|&#?\w{2,8};")


class SegmentDraft(NamedTuple):
    """A range of the source with its label; ``part`` counts from 1, ``task`` from 0."""

    start: int
    end: int
    label: str
    task: int | None = None
    part: int | None = None


def cut_source(source: str, text: MappedText, draft: NoticeDraft) -> list[SegmentDraft]:
    """The source cut, in order, without overlap or hole."""
    claims = sorted(_claims(draft, text), key=lambda claim: (claim.start, -claim.end))
    segments: list[SegmentDraft] = []
    at = 0
    for claim in claims:
        if claim.end <= max(claim.start, at):
            continue
        if at < claim.start:
            if source[at : claim.start].isspace():  # most of them
                segments.append(SegmentDraft(at, claim.start, _BLANK))
            else:
                segments.extend(_between(source, at, claim.start, segments[-1] if segments else claim))
        segments.append(claim if at <= claim.start else claim._replace(start=at))
        at = claim.end
    if at < len(source):
        segments.extend(_between(source, at, len(source), segments[-1] if segments else None))
    return _merged(segments)


def _claims(draft: NoticeDraft, text: MappedText) -> Iterator[SegmentDraft]:
    for number, part in enumerate(draft.parts, 1):
        for mark in part.marks:
            yield _claim(mark, text, number)
    inside = {i for part in draft.parts if part.kind != "letter" for i in range(part.first, part.last + 1)}
    for line, label in zip(draft.page.lines, draft.frame.labels, strict=True):
        if line.start < line.end and label not in ("body", "blank") and line.index not in inside:
            yield _claim(Mark(line.start, line.end, label or "narrative"), text, None)


def _claim(mark: Mark, text: MappedText, part: int | None) -> SegmentDraft:
    """A mark in the source; what cleaning removed behind it (glosses, doubled marks) belongs to it."""
    start, end = text.source_range(mark.start, mark.end)
    if mark.end < len(text):
        end = max(end, text.source_offset(mark.end))
    else:
        end = text.source_length
    return SegmentDraft(start if mark.start else 0, end, mark.label, mark.task, part)


def _between(source: str, start: int, end: int, before: SegmentDraft | None) -> Iterator[SegmentDraft]:
    """What no claim covers from ``start`` to ``end``: blank space, separators of the segment before, or text that nothing understood."""
    stretch = source[start:end]
    if not stretch.strip():
        yield SegmentDraft(start, end, _BLANK)
    elif before is not None and _separates(stretch):
        yield SegmentDraft(start, end, before.label, before.task, before.part)
    else:
        lead = len(stretch) - len(stretch.lstrip())
        tail = len(stretch.rstrip())
        if lead:
            yield SegmentDraft(start, start + lead, _BLANK)
        yield SegmentDraft(start + lead, start + tail, _UNDECIDED)
        if tail < len(stretch):
            yield SegmentDraft(start + tail, end, _BLANK)


def _separates(stretch: str) -> bool:
    """True for a stretch that holds nothing but separators, white space and tags."""
    if "<" in stretch or "&" in stretch:
        stretch = _TAGS.sub("", stretch)
    return not "".join(stretch.split()).strip(_SEPARATORS)


def _merged(segments: Sequence[SegmentDraft]) -> list[SegmentDraft]:
    """Neighbours of the same label, task and part as one."""
    merged: list[SegmentDraft] = []
    last: tuple[object, ...] = ()
    for segment in segments:
        kind = segment[2:]
        if kind == last:
            merged[-1] = merged[-1]._replace(end=segment.end)
        else:
            merged.append(segment)
            last = kind
    return merged


def unaccounted(segments: Iterable[SegmentDraft]) -> list[SegmentDraft]:
    """The segments that nothing understood."""
    return [segment for segment in segments if segment.label == _UNDECIDED]
