"""The shape of an outline set right: what is a point of one task, what a heading over several."""

from __future__ import annotations

from itertools import pairwise

from ..fields.clauses import find_clauses
from ..fields.label_lines import LabelLine, read_label_line
from ..text.document import Line
from ..text.piece import squeezed, squeezed_text
from .group_lines import is_clause
from .item_segments import LONGEST_TITLE, item_segments
from .outline import Item
from .scoped import speaks_for_several

_OPENING = "（([【〔［{"
_FEWEST = 3  # items whose text stands below their first line
#: Labels that number points inside one task rather than tasks.
_POINTS = frozenset({"arabic_bracket", "circled", "small", "point"})


def set_right(root: Item, text: str) -> None:
    """Fold points and paragraphs into the item whose text they are, and raise lines that head paragraphs to headings."""
    _note_runs(root)
    _take_in_paragraphs(root, text)
    _fold_points(root, text)
    _raise_headings(root, text)


def _take_in_paragraphs(root: Item, text: str) -> None:
    """Paragraphs with clauses below a numbered item that has a text and a clause itself, and no mere title, are more of its text."""
    for item in root.walk():
        apart = bool(item.children) and all(child.style == "plain" and not child.children for child in item.children)
        if not apart or item.label is None or any(child.told or not _closes(child, text) for child in item.children):
            continue
        own = item.unlabelled if item.labelled and item.lead[0] < item.lead[1] else []
        if len(own) > 1 or squeezed_text(text, own).endswith("。"):
            item.body += [part for child in item.children for part in (child.lead, *child.body)]
            item.children.clear()


def _fold_points(root: Item, text: str) -> None:
    """Points that share one closing clause are text of the item above them, not items of their own."""
    levels = _Levels(root, text)
    folded: set[tuple[int, str]] = set()
    for item in list(root.walk()):
        if item is root or len(item.children) < 2 or any(child.children for child in item.children):
            continue
        if any(_closes(child, text) for child in item.children[:-1]):
            continue
        own = _closes(item, text)
        if own and heads_items(item, text):
            continue
        if _closes(item.children[-1], text) if own else not _is_shared(item, item.children[-1], levels):
            continue
        if item.children[0].style == "bullet":
            folded.add(_level(item))
        _fold(item, text)
    for item in [item for item in root.walk() if folded and len(item.children) == 1 and _level(item) in folded]:
        lone = item.children[0]  # the one bullet of an item, as those beside it have several
        if lone.style == "bullet" and not lone.children and _closes(lone, text) and not _closes(item, text):
            _fold(item, text)


def _fold(item: Item, text: str) -> None:
    """Make the points below an item its text, and the closing of its lead that of all."""
    closing = _closing_of_lead(item, text)
    for child in item.children:
        item.body.append((child.start, child.lead[1]))
        item.body.extend(child.body)
    item.body += closing
    item.children.clear()


def _closing_of_lead(item: Item, text: str) -> list[LabelLine]:
    """Take the label lines from an item that stand before its points, the one at the end of its first line included."""
    lines: list[LabelLine] = []
    lead = squeezed(text, [item.lead])
    last = find_clauses(lead, spoken=False)[-1:]
    if last and last[0].end == len(lead.text) and lead.text[last[0].start] not in _OPENING:
        start, end = lead.offset(last[0].inner), item.lead[1]
        label = read_label_line(Line(0, start, end, text[start:end]))
        if label is not None and label.assigns:
            lines, item.lead = [label], (item.lead[0], start)
    first = len(item.body)
    while first and isinstance(part := item.body[first - 1], LabelLine) and part.assigns:
        first -= 1
    lines += [part for part in item.body[first:] if isinstance(part, LabelLine)]
    del item.body[first:]
    return lines


def heads_items(item: Item, text: str) -> bool:
    """Whether an item is a heading by its place, so that who does it does all items below: 一、 and labels over items.

    （一）, or a bullet below no number, is one over 1. when it says a title; a sentence is a task of its own, and 1. are
    points of it.
    """
    if item.label is None and item.lead[0] >= item.lead[1]:
        return True
    if item.style in ("part", "han") or item.kind != "plain":
        return True
    outermost = item.style == "bullet" and item.parent is not None and item.parent.parent is None
    if not (item.style == "han_bracket" or outermost) or item.children[0].style != "arabic":
        return False
    if item.runs_on:
        return True
    lead = squeezed(text, [item.lead])
    title = lead.text[: min((clause.start for clause in find_clauses(lead)), default=len(lead.text))]
    return len(title) <= LONGEST_TITLE and not any(mark in title.rstrip("。") for mark in "。；，")


def _note_runs(root: Item) -> None:
    """Note of sections whether the numbers below them run on from one into the next: no points do."""
    for item in root.walk():
        for above, below in pairwise(item.children):
            if above.children and below.children:
                first = below.children[0].label
                if first is not None and first.value != 1 and first.follows(above.children[-1].label):
                    above.runs_on = below.runs_on = True


def sentence_above(item: Item, text: str) -> Item | None:
    """The numbered sentence that duties without numbers go on: 5.各部门各司其职。分工为：; no title of a section above them,
    but for a title over one duty alone.
    """
    over = item.parent
    if item.label is not None or over is None or over.label is None:
        return None
    same = "\n" not in text[over.start : item.start]
    if over.style == "part" or (over.style == "han" and not same):
        return None
    if len(over.children) == 1 and not over.body:
        return over
    return over if same or "。" in squeezed_text(text, [over.lead])[:-1] else None


def opens_duties(item: Item, text: str) -> bool:
    """Whether the duties below an item go on its own line, behind its own duty: 3.市教育局：排查隐患；市水利局：清理河道。"""
    beside = all(child.told and child.label is None for child in item.children)
    return beside and item.told < item.lead[1] and "\n" not in text[item.start : item.children[-1].start]


def _is_shared(item: Item, last: Item, levels: _Levels) -> bool:
    """True when the clause behind the last point speaks for all: points of a deep level, or a clause apart."""
    text = levels.text
    if last.style in _POINTS or (last.style == "bullet" and not heads_items(item, text)):
        return _closes(last, text)
    if speaks_for_several(text, last):
        return False
    if levels.answered_alike(item):
        return _closes(last, text)
    lead = squeezed_text(text, [item.lead])
    says_more = "。" in lead[:-1] or lead.endswith("：")
    apart = last.body[-1] if last.body else None
    return says_more and apart is not None and (isinstance(apart, LabelLine) or text[apart[0]] in "（([【〔")


class _Levels:
    """How the items of each level and style are answered for, all over a plan."""

    def __init__(self, root: Item, text: str) -> None:
        self.root = root
        self.text = text
        self.alike: dict[tuple[int, str], bool] = {}

    def answered_alike(self, item: Item) -> bool:
        """Whether the items like this one, in all sections, are leaves that close with a clause each, so that its points share theirs."""
        level = _level(item)
        if level not in self.alike:
            like = [other for other in self.root.walk() if _level(other) == level]
            leaves = [other for other in like if not other.children]
            enough = len(leaves) >= _FEWEST and 4 * len(leaves) >= 3 * (len(like) - 1)
            self.alike[level] = enough and all(_closes(leaf, self.text) for leaf in leaves)
        return self.alike[level]


def _level(item: Item) -> tuple[int, str]:
    return sum(1 for _ in item.above()), item.style


def _raise_headings(root: Item, text: str) -> None:
    """A first-level line alone over paragraphs with clauses is their heading, not an item with a title.

    GB/T 9704-2012, 7.3.3: 一、 stands on a line of its own over what it heads. Where most of several stand over one
    paragraph, that is the text of an item.
    """
    over = [item for item in root.walk() if _stands_over(item, text)]
    if len(over) >= _FEWEST and 3 * sum(_is_alone(item, text) for item in over) > 2 * len(over):
        return
    for item in over:
        first = item.body[0]
        if isinstance(first, LabelLine):
            continue
        item.children.insert(0, Item(None, first[0], first, item.body[1:], [], item))
        item.body = []


def _stands_over(item: Item, text: str) -> bool:
    """Whether a first-level item is a line without a mark at its end, over text that a clause closes."""
    if item.style not in ("part", "han") or not item.body or isinstance(item.body[0], LabelLine):
        return False
    if item.children and is_clause(text[slice(*item.body[0])]):
        return False
    lead = squeezed_text(text, [item.lead])
    return bool(lead) and len(lead) <= LONGEST_TITLE and lead[-1] not in "。；：，、" and _closes(item, text)


def _is_alone(item: Item, text: str) -> bool:
    """Whether one clause or one group of label lines closes all the text of an item."""
    return not item.children and sum(1 for segment in item_segments(text, item) if segment.closed) == 1


def closes_plan(item: Item) -> bool:
    """True for a plan's last item when text follows it that the items before it have not: the plan's closing words."""
    if not item.body or item.parent is None or len(item.parent.children) < 2:
        return False
    node = item
    while node.parent is not None:
        if node.parent.children[-1] is not node:
            return False
        node = node.parent
    return not any(sibling.body or sibling.children for sibling in item.parent.children[:-1])


def _closes(item: Item, text: str) -> bool:
    return bool(item.labelled) or bool(find_clauses(squeezed(text, item.unlabelled)))


def heads_section(item: Item) -> bool:
    """Whether an item with text of its own is a section, as all others of its style beside it are: its one task has no number."""
    beside = [other for other in item.parent.children if other is not item] if item.parent is not None else []
    alike = item.label is not None and not item.children and bool(item.unlabelled[1:])
    return alike and len(beside) > 1 and all(other.style == item.style and _holds_items(other) for other in beside)


def _holds_items(item: Item) -> bool:
    return bool(item.children) and all(child.label is not None for child in item.children)
