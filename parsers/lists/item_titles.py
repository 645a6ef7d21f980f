"""The lead of an item as the title of its tasks."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.breaks import breaks_inside
from ..fields.label_sentences import ASKS_ALL, SPEAKS_OF_ALL
from ..text.labels import read_label
from ..text.piece import Piece, Range, clipped, squeezed, squeezed_text
from .bulleted_texts import goes_on_with_bullets
from .item_segments import LONGEST_TITLE, SENTENCE, Segment
from .outline import Item

_LONGEST_NAMED = 12  # characters of a title that ends like a sentence before its clause
#: A lead that is one short phrase, before more text.
_SHORT_LEAD = lazy_pattern(r"[^。！？，；：（(]{4,26}。(?=[^。]{6})")
#: What stands behind a sentence as a remark on it: （6月15日前）.
_REMARK = lazy_pattern(r"[（(][^（）()]{1,20}[）)][。；]?")


def lead_clause(text: str, segments: Sequence[Segment]) -> tuple[Piece | None, list[Segment]] | None:
    """Title and text of an item whose clause stands behind its title, before the text: （二）X（责任单位：Y） / text.

    Behind more than a title only points are more of the text: （二）X，Y。（责任单位：Y） / 1.… 2.…
    """
    first, rest = segments[0], segments[1:]
    if not rest or not first.closed or any(segment.closed for segment in rest):
        return None
    if not first.labelled and SPEAKS_OF_ALL.match(squeezed_text(text, rest[0].ranges)):
        return None
    title = squeezed(text, first.ranges)
    ranges = tuple(r for segment in rest for r in segment.ranges)
    lead = title.text.removesuffix("。")
    named = lead == title.text or (
        bool(first.clauses) and len(lead) <= _LONGEST_NAMED and _is_task_text(text, first, ranges)
    )
    labelled = tuple(line for segment in segments for line in segment.labelled)
    if lead and len(lead) <= LONGEST_TITLE and not any(mark in lead for mark in "。；") and named:
        return stripped(text, title), [Segment(ranges, first.clauses, labelled)]
    if lead and read_label(squeezed_text(text, ranges[:1])) is not None:
        return None, [Segment((*first.ranges, *ranges), first.clauses, labelled)]
    return None


def _is_task_text(text: str, first: Segment, ranges: Sequence[Range]) -> bool:
    """Whether the text right behind a clause is that of its task: 分类处置。（甲负责）对拖欠工资的…, and no 请各单位…."""
    piece, clause = first.clauses[-1]
    end = piece.range(clause.start, clause.end)[1]
    behind = squeezed_text(text, ranges)
    joined = (
        bool(ranges) and "\n" not in text[end : ranges[0][0]] and len(behind) > len(squeezed_text(text, first.ranges))
    )
    return joined and ASKS_ALL.match(behind) is None


def split_title(text: str, item: Item, segments: list[Segment]) -> tuple[Piece | None, list[Segment]]:
    """The lead sentence as title of the item's tasks, when more text follows it."""
    whole = squeezed(text, [r for segment in segments for r in segment.ranges])
    cut = _title_end(text, item, whole) if not any(segment.titled for segment in segments) else None
    if cut is None or not segments or not segments[0].ranges or goes_on_with_bullets(text, item):
        return None, segments
    limit = whole.offset(cut - 1) + 1
    title = squeezed(text, clipped(segments[0].ranges, 0, limit))
    first = segments[0]
    rest = clipped(first.ranges, limit, first.ranges[-1][1])
    shorter = Segment(tuple(rest), first.clauses, first.labelled)
    if not rest and first.closed:
        return None, segments
    return stripped(text, title), [shorter, *segments[1:]]


def paragraph_title(text: str, segment: Segment) -> tuple[Piece | None, Segment]:
    """The lead of a paragraph without a number that its clause or label lines close: 优化准入服务。推进…。（甲负责）"""
    whole = squeezed(text, segment.ranges)
    match = _SHORT_LEAD.match(whole.text) if segment.closed else None
    if match is None or (
        text[text.rfind("\n", 0, whole.offset(0)) + 1 : whole.offset(0)].strip() and not segment.titled
    ):
        return None, segment
    title = squeezed(text, [whole.range(0, match.end())])
    rest = clipped(segment.ranges, title.span[1], segment.ranges[-1][1])
    return stripped(text, title), Segment(tuple(rest), segment.clauses, segment.labelled)


def lead_title(text: str, item: Item, ranges: Sequence[Range]) -> Piece | None:
    """The lead sentence of an item as title of what stands below it, though no more text of its own follows it."""
    title = split_title(text, item, [Segment(tuple(ranges))])[0]
    lead = squeezed(text, [item.lead])
    if title is not None or not lead.text.endswith("。") or len(lead.text) > LONGEST_TITLE:
        return title
    return stripped(text, lead)


def _title_end(text: str, item: Item, whole: Piece) -> int | None:
    """Where the lead ends: at the first full stop, or at the end of a first line that has none."""
    if item.label is None or item.lead[0] >= item.lead[1]:
        named, *more = [part for part in item.labelled if part.opens] or [None]
        return len(squeezed_text(text, named.value)) if named is not None and more and item.body[0] is named else None
    lead = squeezed_text(text, [item.lead])
    if 0 < len(lead) < len(whole.text) and len(lead) <= LONGEST_TITLE and lead[-1] not in "。；，、：,;（(":
        broken = len(lead) >= 30 or breaks_inside(lead, whole.text[len(lead) :])
        if not broken and "。" not in lead and "；" not in lead:
            return len(lead)
    opens = lead[-1:] in ("：", ":") and not _SHORT_LEAD.match(lead)
    match = SENTENCE.match(whole.text) if not opens else None
    if match is None or match.end() > LONGEST_TITLE or match.end() >= len(whole.text):
        return None
    if _REMARK.fullmatch(whole.text, match.end()):
        return None
    return match.end() if "；" not in match[0] else None


def stripped(text: str, title: Piece) -> Piece:
    """The title without the full stop that ends it."""
    end = len(title.text.rstrip("。．.：:；，"))
    return squeezed(text, [title.range(0, end)]) if 0 < end < len(title.text) else title
