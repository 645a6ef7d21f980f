"""Segments: the whole source cut into labelled ranges, and how much of it was accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

from ..normalize import MappedText
from ..normalize.lazy import lazy_pattern
from ..normalize.named_tuples import NamedTuple
from .drafts import Mark
from .notice import NoticeDraft

_UNDECIDED, _BLANK = "unparsed", "blank"
#: Marks between cells belong to the cell before them.
_SEPARATORS = '"|｜‖¦丨∣︱▏▕❘&/／^→＋,，;；、。.:：-—─━═=+*#>[]★☆●■◆▲◇□○•·▪►▶▷▸➤➢◎※✓✔\\│┃║║┆┊┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╟╢╤╧╪╞╡╫╥╨┝┥┠┨╂'
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


def unaccounted(source: str, text: MappedText, draft: NoticeDraft) -> list[tuple[int, int]]:
    """The ranges of the source that nothing understood: the segments that :func:`cut_source` finds no label for.

    What cleaning removed behind a mark belongs to it, so that only what stands between marks of the document is open.
    """
    marks = [(mark.start, mark.end) for mark, _ in _marks(draft) if mark.start < mark.end]
    if not marks:
        return _open(source, 0, len(source))
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(marks):
        if start > at:
            first, last = text.source_between(at, start)
            if not source[first:last].isspace() and not _separates(source[first:last]):
                found += _open(source, first, last)
        at = max(at, end)
    if at < len(text):
        first = text.source_between(at, len(text))[0]
        found += _open(source, first, len(source)) if not _separates(source[first:]) else []
    return found


def _open(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """The range without white space at its ends; none where it holds nothing else."""
    stretch = source[start:end]
    body = stretch.strip()
    start += len(stretch) - len(stretch.lstrip())
    return [(start, start + len(body))] if body else []


def _claims(draft: NoticeDraft, text: MappedText) -> Iterator[SegmentDraft]:
    return (_claim(mark, text, number) for mark, number in _marks(draft))


def _marks(draft: NoticeDraft) -> Iterator[tuple[Mark, int | None]]:
    """All marks, of parts and of the lines outside them, with the number of their part."""
    for number, part in enumerate(draft.parts, 1):
        yield from zip(part.marks, repeat(number))
    inside = {i for part in draft.parts if part.kind != "letter" for i in range(part.first, part.last + 1)}
    inside |= draft.unread
    for line, label in zip(draft.page.lines, draft.frame.labels, strict=True):
        if label not in ("body", "blank") and line.start < line.end and line.index not in inside:
            yield Mark(line.start, line.end, label or "narrative"), None
    for line in draft.page.listed:
        yield Mark(line.start, line.end, "narrative"), None
    held = {line for p in draft.parts if p.kind != "letter" for line in draft.page.furniture_in(p.first, p.last)}
    for line in draft.page.furniture:
        if line not in held:
            yield Mark(line.start, line.end, "page_chrome"), None


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
        [(first, last)] = _open(source, start, end)
        if first > start:
            yield SegmentDraft(start, first, _BLANK)
        yield SegmentDraft(first, last, _UNDECIDED)
        if last < end:
            yield SegmentDraft(last, end, _BLANK)


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
