"""An item's text cut into segments: stretches of text with the clauses and label lines that close them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.clauses import find_clauses
from ..fields.label_lines import LabelLine, assigning
from ..fields.spoken import Clause
from ..text.piece import Piece, Range, between, squeezed, squeezed_text
from .outline import Item
from .told_first import Stretch, keeps_up, told_stretches
from .told_rests import Told, told_behind

#: Marks between a text and its clause that end neither.
_BEFORE_CLAUSE = "，、—–"
SENTENCE = lazy_pattern(r"[。！？]*[^。！？]+[。！？]")
LONGEST_TITLE = 45
#: What the words before the first task end with.
_OPENS_PLAN = lazy_pattern(
    r"(?:制[定订](?:本|如下|以下)[^，。；]{0,12}|如下(?:通知|安排|分解|任务)?)[。：:]\s*\Z|(?<=.{16})[：:]\s*\Z"
)
#: A bracket that closes the text, or that the page breaks off in.
_BRACKET_AT_END = lazy_pattern(r"[）)\]】〕][。；]?$|[（(\[【〔][^）)\]】〕]{4,200}$")
_FEWEST_LISTED, _ENDED = 3, lazy_pattern(r"[。；：！]$")  # tasks that stand one a line


class Segment(NamedTuple):
    """A stretch of an item's text with the clauses that close it."""

    ranges: tuple[Range, ...]
    clauses: tuple[tuple[Piece, Clause], ...] = ()
    labelled: tuple[LabelLine, ...] = ()
    #: The text opens with a title of its own, beside others of the item.
    titled: bool = False

    @property
    def closed(self) -> bool:
        """True when someone or some time is named for the text."""
        return bool(self.clauses) or assigning(self.labelled)


def _as_text(part: Range | LabelLine) -> Range | LabelLine:
    """A clause without brackets or label on a line of its own as the text that it is in rules."""
    return (part.ranges[0][0], part.ranges[-1][1]) if isinstance(part, LabelLine) and part.spoken else part


def item_segments(text: str, item: Item, *, spoken: bool = True) -> list[Segment]:
    """The item's text cut behind every clause or block of label lines; clauses may be ``spoken``, without brackets."""
    found = _introduced(text, item, list(_segments(text, item, spoken=spoken)))
    if isinstance(item.front, LabelLine):
        last = found.pop() if found else Segment(())
        found.append(last._replace(labelled=(item.front, *last.labelled)))
    return found


def _segments(text: str, item: Item, *, spoken: bool) -> Iterator[Segment]:
    leads = [part for part in (item.front, item.lead) if part is not None and not isinstance(part, LabelLine)]
    ranges: list[Range] = [part for part in leads if part[0] < part[1]]
    labelled: list[LabelLine] = []
    closing: list[tuple[Piece, Clause]] = []
    opened: set[str] = set()  # labels of tasks in this stretch: the same again begins another
    body = item.body if spoken else [_as_text(part) for part in item.body]
    spoken = spoken and item.parent is not None
    if item.parent is None:
        said = _opening_words(text, body)
        yield from (Segment((part,)) for part in said)
        body = body[len(said) :]
    for part in body:
        if isinstance(part, LabelLine) and (not part.opens or (ranges and part.remarks and assigning(labelled))):
            bare, clauses = _unclosed(text, part)
            if clauses and not labelled and _is_closed(text, ranges):  # 主要措施： / …。（乙负责）: a task of its own
                yield from _cut(text, ranges, labelled, spoken)
                ranges = list(part.value)
                continue
            labelled.append(bare)
            closing += clauses
            continue
        again = isinstance(part, LabelLine) and part.head.text in opened and assigning(labelled)
        if labelled and (again or not (isinstance(part, LabelLine) and (item.label is not None or not ranges))):
            yield from _closed(_cut(text, ranges, labelled, spoken), closing)
            ranges, labelled, closing, opened = [], [], [], set()
        if isinstance(part, LabelLine):
            opened.add(part.head.text)
        ranges.extend(part.value if isinstance(part, LabelLine) else (part,))
    stretches = () if labelled or not spoken or keeps_up(item, text) else told_stretches(squeezed(text, ranges))
    yield from _stretches(text, ranges, stretches) or _closed(_cut(text, ranges, labelled, spoken), closing)


def _stretches(text: str, ranges: Sequence[Range], stretches: Sequence[Stretch]) -> list[Segment]:
    """The segments of a text in which each stretch says who does it; of several with titles these are their own."""
    titled = any(stretch.titled for stretch in stretches[1:])
    piece = squeezed(text, ranges)
    found: list[Segment] = []
    for stretch in stretches:
        told = tuple((part, Clause(0, len(part.text), 0, reading)) for part, reading in stretch.told)
        own = tuple(part for start, end in stretch.text for part in between(piece, ranges, start, end))
        found.append(Segment(own, told, titled=titled and stretch.titled))
    return found


def _introduced(text: str, item: Item, found: list[Segment]) -> list[Segment]:
    """The segments of a bare heading with a task a line below it, the lines before the first one apart: they introduce all.

    （二）重大工程 / 省发改委要做好衔接。 / 城际铁路。（甲负责） / 港口。（乙负责） / …
    """
    tasks = [segment for segment in found if segment.clauses]
    if item.label is None or len(tasks) < _FEWEST_LISTED or found[0] is not tasks[0] or not found[0].ranges:
        return found
    lead, *lines = found[0].ranges
    bare = lead == item.lead and not _ENDED.search(squeezed_text(text, [lead]))
    listed = found[: len(tasks)] == tasks and all(len(segment.ranges) == 1 for segment in tasks[1:])
    if not (bare and listed and len(lines) > 1 and all(_ENDED.search(squeezed_text(text, [line])) for line in lines)):
        return found
    return [found[0]._replace(ranges=(lead, lines[-1])), Segment(tuple(lines[:-1])), *found[1:]]


def _opening_words(text: str, body: Sequence[Range | LabelLine]) -> list[Range]:
    """The paragraphs that a plan opens with before tasks without numbers: 为…，制定本措施。"""
    said: list[Range] = []
    for part in body[:-1]:
        if isinstance(part, LabelLine) or not _OPENS_PLAN.search(text, *part):
            break
        said.append(part)
    return said


def _unclosed(text: str, line: LabelLine) -> tuple[LabelLine, list[tuple[Piece, Clause]]]:
    """A label line that names a part of the task, without the clause that its value ends with: 目标：修桥1座。（甲负责）"""
    piece = squeezed(text, line.value)
    if line.assigns or not _BRACKET_AT_END.search(piece.text):
        return line, []
    clauses = [(piece, clause) for clause in find_clauses(piece, spoken=False)]
    if not clauses or clauses[0][1].start == 0:
        return line, []
    return line._replace(value=between(piece, line.value, 0, clauses[0][1].start)), clauses


def _is_closed(text: str, ranges: Sequence[Range]) -> bool:
    """Whether the text ends with who does it."""
    piece = squeezed(text, ranges)
    clauses = find_clauses(piece, spoken=False)
    return bool(clauses) and not piece.text[clauses[-1].end :].strip("。；")


def _closed(segments: Iterator[Segment], closing: Sequence[tuple[Piece, Clause]]) -> Iterator[Segment]:
    """The segments, the last of them with clauses that its label lines end with."""
    found = list(segments)
    if closing and found:
        found[-1] = found[-1]._replace(clauses=(*found[-1].clauses, *closing))
    yield from found


def _cut(text: str, ranges: Sequence[Range], labelled: Sequence[LabelLine], spoken: bool) -> Iterator[Segment]:
    """The segments of a stretch; before the first item a sentence is the plan's opening words, ``spoken`` of nobody."""
    piece = squeezed(text, ranges)
    clauses = find_clauses(piece, spoken=spoken)
    pending: list[tuple[tuple[Range, ...], list[tuple[Piece, Clause]]]] = []
    at = 0
    for clause in clauses:
        if clause.start > at or not pending:
            stop = clause.start if clause.joined else at + len(piece.text[at : clause.start].rstrip(_BEFORE_CLAUSE))
            pending.append((between(piece, ranges, at, stop), []))
        pending[-1][1].append((piece, clause))
        at = clause.end
        while not clause.joined and at < len(piece.text) and piece.text[at] in "。；;.，,、：":
            at += 1
    rest = between(piece, ranges, at, len(piece.text)) if at < len(piece.text) else ()
    for stretch, found in pending[:-1]:
        yield Segment(stretch, tuple(found))
    told = told_behind(piece, at) if spoken and pending and pending[-1][0] and not clauses[-1].joined else []
    if told:
        yield from _with_told(pending[-1], piece, ranges, told, labelled)
        return
    last = pending[-1] if pending else None
    if rest and clauses and clauses[-1].joined:  # …的问题，由甲会同乙研究提出意见。: the sentence goes on
        pending[-1], rest = ((*pending[-1][0], *rest), pending[-1][1]), ()
        last = pending[-1]
    if last is not None and rest and not last[0]:  # 1.（甲负责）修桥。: the clause stands before its text
        yield Segment(rest, tuple(last[1]), tuple(labelled))
        return
    if last is not None:
        yield Segment(last[0], tuple(last[1]), tuple(labelled) if not rest else ())
    if rest or (labelled and last is None):
        yield Segment(rest, (), tuple(labelled))


def _with_told(
    last: tuple[tuple[Range, ...], list[tuple[Piece, Clause]]],
    piece: Piece,
    ranges: Sequence[Range],
    told: Sequence[Told],
    labelled: Sequence[LabelLine],
) -> Iterator[Segment]:
    """The segment that the last clause closes, and those whose sentences behind it say inside who does them."""
    stretch, found = last
    for start, end, clause in told:
        more = between(piece, ranges, start, end)
        if clause is not None and not clause.joined:
            yield Segment(stretch, tuple(found))
            stretch, found = more, [(piece, clause)]
        else:
            stretch, found = (*stretch, *more), [*found, *([(piece, clause)] if clause is not None else [])]
    yield Segment(stretch, tuple(found), tuple(labelled))
