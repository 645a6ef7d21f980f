"""The numbered-list format: items whose responsible units stand in a closing clause or in label lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..drafts import Mark, PartDraft
from ..fields.label_lines import read_label_line
from ..formats import Page, Proposal
from ..reader import Reader
from ..text.document import Line
from ..text.labels import read_label
from .duty_points import cut_duties
from .glued_headings import parted_headings
from .leading_clauses import parted_clauses
from .reader import ListReader
from .run_in_lines import cut_lines
from .signposts import joined_signposts
from .standing_rules import are_rules
from .swallowed_items import parted_items, with_headings_cut
from .wrapped_paragraphs import unwrapped

LAYOUT = "numbered_list"
#: A line of so many pipes is a row of a table that lists no tasks: no item, and no text of one.
_FEWEST_PIPES = 3
#: How the title of a plan ends, and what none holds; how long it is, and the lines below it up to the first item.
_TITLE_END = lazy_pattern(r"(?:方案|计划|办法|细则|规定|制度|预案|要点|清单|措施|分工|安排)(?:（[^（）]{1,12}）)?$")
_NO_TITLE = lazy_pattern(r"[。；：，]|\|")
_LONGEST_TITLE, _LETTER = 50, 6
#: No notice has more plans; what the whole page shows is looked at for each.
_MOST_TITLES = 40
_ENDS = "。；）)】］]"
_begin = itemgetter(0)
_BULLETS = frozenset("★☆●■◆▲◇□○•·▪►▶▷▸➤➢◎※✓✔-*+–—")


def propose(page: Page) -> Iterator[Proposal]:
    """The enclosed plan, or the whole notice when it prints no plan apart; each attachment is a list of its own."""
    if page.frame.plan is None:
        return
    tables = {index for table in page.tables for index in range(table.first, table.last + 1)}
    for section in _sections(page, *page.frame.plan):
        proposal = _proposal(page, section, tables)
        if proposal is not None and (section.first == page.frame.plan[0] or _has_text(page, section, tables)):
            yield proposal


class _Section(NamedTuple):
    """Lines ``first`` to ``stop`` of a plan, below the title of an attachment if they stand in one."""

    first: int
    stop: int
    title: str | None


def _sections(page: Page, first: int, stop: int) -> Iterator[_Section]:
    """The plan cut where an attachment begins: a line 附件2 with its title below, or the title of a second plan alone."""
    title = page.frame.plan_title.value if page.frame.plan_title is not None else None
    below = page.frame.following[0] if page.frame.following is not None else len(page.lines)
    gaps = [(start, end, None) for start, end in page.frame.gaps]
    cuts = sorted([*gaps, *_attached(page, first, stop), *_second_plans(page, first, stop)], key=_begin)
    for marker, end, name in cuts[:_MOST_TITLES]:
        if first < marker:
            yield _Section(first, marker, title)
        if first <= marker:
            goes_on = (marker, end, name) in gaps and not marker <= below <= end
            first, title = end, title if goes_on else name
    yield _Section(first, stop, title)


def _attached(page: Page, first: int, stop: int) -> Iterator[tuple[int, int, str | None]]:
    """Where attachments begin: the line of the marker, the first line below the title, the title if there is one."""
    titles = {begin: (end, name) for begin, end, name in page.frame.plan_titles}
    labels = enumerate(page.frame.labels[first + 1 : stop], first + 1)
    for marker in [index for index, label in labels if label == "heading"]:
        below = next((i for i in range(marker + 1, stop) if page.lines[i].text), stop)
        if below in titles or page.lines[marker].text[-1] not in "：:":
            end, name = titles.get(below, (marker + 1, None))
            yield marker, end, name


def _second_plans(page: Page, first: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The titles of plans behind a plan, in the same form: behind them 一、 counts from one again."""
    filled = [line for line in page.lines[first:stop] if line.text]
    for at, (above, line) in enumerate(pairwise(filled), 1):
        if above.text[-1] in _ENDS and _TITLE_END.search(line.text) and _is_title(line.text):
            below = (label for other in filled[at + 1 : at + _LETTER] if (label := read_label(other.text)) is not None)
            label = next(below, None)
            if label is not None and label.style == "han" and label.value == 1:
                yield line.index, line.index + 1, squeeze(line.text)


def _is_title(text: str) -> bool:
    """Whether a line that ends like the title of a plan is one: short, without a number, and no part of a sentence."""
    return len(text) <= _LONGEST_TITLE and _NO_TITLE.search(text) is None and read_label(text) is None


def _has_text(page: Page, section: _Section, tables: set[int]) -> bool:
    return any(page.lines[i].text for i in range(section.first, section.stop) if i not in tables)


def _proposal(page: Page, section: _Section, tables: set[int]) -> Proposal | None:
    first, stop, title = section
    lines = page.lines[first:stop]
    if "|" in page.text:
        lines = [line for line in lines if line.text.count("|") < _FEWEST_PIPES or read_label_line(line) is not None]
    shown = {line.index for line in lines}
    filled = [line.text for line in lines if line.text]
    if not filled or (not tables and _is_piped(page.lines[first:stop])):
        return None
    labelled = sum([read_label(text) is not None for text in filled])
    reason = f"{labelled} of {len(filled)} lines begin with a number label"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        reader.begin_part(title)
        titles = _titles_of_tables(page, taken)
        kept = [
            page.lines[index] for index in sorted((shown | taken) - _inside(taken) - titles) if first <= index < stop
        ]
        own = [_without_bullet(line) if line.text[:1] in _BULLETS else line for line in kept]
        whole = unwrapped(page.text, own, taken, page.lines)
        printed = joined_signposts(page.text, [line for line in whole if line.text and line.index not in taken])
        printed = with_headings_cut(parted_items(parted_clauses(parted_headings(page.text, printed))))
        named = title or (page.frame.title.value if page.frame.title is not None else None)
        standing = bool(printed) and are_rules(named, page.text[printed[0].start : printed[-1].end])
        printed = cut_lines(page.text, printed if standing else cut_duties(printed))
        held = [line for line in whole if line.index in taken]
        names = (title or "").endswith("名单")
        part = ListReader(reader, sorted([*printed, *held]), taken, names, standing)
        part.read(first_task)
        part.marks += [Mark(line.start, line.end, "title") for line in lines if line.index in titles]
        furniture = page.furniture_in(first, stop - 1, taken)
        part.marks += [Mark(line.start, line.end, "metadata") for line in furniture]
        return PartDraft("plan", LAYOUT, title, first, stop - 1, part.tasks, part.marks, 0.0, reason, part.outline)

    return Proposal(LAYOUT, first, stop - 1, min(0.49, labelled / len(filled)), reason, read)


def _titles_of_tables(page: Page, taken: frozenset[int]) -> frozenset[int]:
    """The lines that end the title of a table right below: no text of the item above."""
    found: set[int] = set()
    for _, last, _ in page.frame.plan_titles[:_MOST_TITLES]:
        below = next((index for index in range(last, len(page.lines)) if page.lines[index].text), last)
        if below in taken:
            found.add(last - 1)
    return frozenset(found)


def _inside(taken: frozenset[int]) -> frozenset[int]:
    """The lines inside of tables: those around them are told by the first and the last."""
    return taken.intersection([i + 1 for i in taken]).intersection([i - 1 for i in taken])


def _is_piped(lines: Sequence[Line]) -> bool:
    """Whether most lines hold marks of cells and are no label with its value: a table of another kind."""
    filled = [line for line in lines if line.text]
    piped = [line for line in filled if "|" in line.text]
    return 2 * len(piped) > len(filled) < 2 * sum(read_label_line(line) is None for line in piped)


def _without_bullet(line: Line) -> Line:
    """The line without a bullet before its own number or label: ★1.修桥, ●牵头单位：甲."""
    bare = line.part(1)
    label = read_label(bare.text)
    numbered = label is not None and label.style != "bullet"
    return bare if bare.text and (numbered or read_label_line(bare) is not None) else line
