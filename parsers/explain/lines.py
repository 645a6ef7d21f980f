"""The stage `lines`: what every line became, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..fields.label_lines import LabelLine
from ..frame import kind_of
from ..lists.outline import Item
from ..segments import cut_source
from ..tables.body.lines import is_rule
from ..tables.table import Table
from ..text.document import Line
from .layout import aligned, clipped
from .story import Story, head_name

#: What a line can be by its own form, in words.
_FORMS = {
    "marker": "marks an attachment",
    "attachment": "lists an attachment",
    "date": "a date",
    "copy": "a copy-to or printing line",
    "metadata": "begins like metadata",
    "label": "begins with a number label",
    "sentence": "prose",
    "chrome": "page furniture",
    "organ": "name of an authority",
    "text": "short text",
}
_STYLES = {
    "part": "第一部分",
    "article": "第一条",
    "han": "一、",
    "han_bracket": "（一）",
    "arabic": "1.",
    "arabic_bracket": "（1）",
    "circled": "①",
    "small": "a）",
    "point": "一是",
}


def tell_lines(story: Story) -> Iterator[str]:
    """A line of text for every line of the notice that is not blank: number, label, reason, text."""
    became = _labels(story)
    reasons: dict[int, str] = {}
    for part in story.draft.parts:
        if part.outline is not None:
            _tell_items(story, part.outline, 0, reasons)
    for number, table in enumerate(story.draft.page.tables, 1):
        _tell_table(story, number, table, reasons)
    facts = _facts(story)
    for line in story.draft.page.lines:
        if line.text and line.index not in reasons:
            form = _FORMS[kind_of(line.text, "".join(line.text.split()))]
            read = facts.get(line.index)
            reasons[line.index] = f"{form}; read as {', '.join(read)}" if read else form
    told = [(line, became[line.index], reasons[line.index]) for line in story.draft.page.lines if line.text]
    told += [(line, "page_chrome", "page number or running header") for line in story.draft.page.furniture]
    told += [(line, "narrative", "a table that sets no tasks") for line in story.draft.page.listed]
    rows = [
        (f"{story.place(line.start)[0]:>4}", label, reason, clipped(line.text))
        for line, label, reason in sorted(told, key=lambda row: row[0].start)
    ]
    return aligned([("line", "became", "because", "text"), *rows])


def _labels(story: Story) -> dict[int, str]:
    """The segments that each line was cut into."""
    text = story.normalized.text
    segments = cut_source(story.normalized.source, text, story.draft)
    starts = [segment.start for segment in segments]
    labels: dict[int, str] = {}
    for line in story.draft.page.lines:
        first, last = text.source_range(line.start, line.end)
        found: dict[str, None] = {}
        for segment in segments[max(0, bisect_right(starts, first) - 1) :]:
            if segment.start >= last:
                break
            if segment.label != "blank":
                task = "" if segment.task is None else f" {segment.task + 1}"
                found[f"{segment.label}{task}"] = None
        labels[line.index] = ", ".join(found)
    return labels


def _facts(story: Story) -> dict[int, list[str]]:
    """The facts of the notice's head and foot that were read from a line."""
    frame = story.draft.frame
    named = [
        ("title", frame.title),
        ("plan title", frame.plan_title),
        ("document number", frame.document_number),
        *(("issuer", found) for found in frame.issuers),
        ("date of issue", frame.issued_on),
        ("time of publication", frame.published_at),
        *(("addressee", found) for found in frame.addressees),
    ]
    facts: dict[int, list[str]] = {}
    for name, found in named:
        if found is not None:
            read = facts.setdefault(story.line_index(found.start), [])
            if name not in read:
                read.append(name)
    return facts


def _tell_table(story: Story, number: int, table: Table, reasons: dict[int, str]) -> None:
    """Reasons for the lines of one table: its heads, the columns that a line's cells went to, empty cells."""
    for line in story.draft.page.lines[table.first : table.last + 1]:
        if line.text:
            reasons[line.index] = f"table {number}: {_left(line)}"
    for head in (table.head, *table.repeats):
        for start, _ in head.ranges:
            reasons[story.line_index(start)] = f"table {number}: column heads"
    for row_number, row in enumerate(table.rows, 1):
        columns: dict[int, list[str]] = {}
        if row.heading is not None:
            columns[story.line_index(row.heading.start)] = ["heading"]
        for index in sorted(row.cells):
            head = table.columns[index].head
            for start, _ in (found for cell in row.cells[index] for found in cell.ranges):
                columns.setdefault(story.line_index(start), []).append(head_name(head.text, head.kind))
        for index, names in columns.items():
            reasons[index] = f"table {number}, row {row_number}: {', '.join(dict.fromkeys(names))}"


def _left(line: Line) -> str:
    if is_rule(line.text):
        return "a drawn line"
    return "outside its rows" if any(char.isalnum() for char in line.text) else "empty cells"


def _tell_items(story: Story, item: Item, depth: int, reasons: dict[int, str]) -> None:
    """Reasons for the lines of an outline: items by level and style, label lines, text of an item."""
    if item.label is not None:
        style = _STYLES.get(item.label.style, item.label.style)
        value = "damaged" if item.label.damaged else str(item.label.value)
        reasons[story.line_index(item.start)] = f"item {value} of level {depth}, style {style}"
    elif item.parent is not None:
        reasons[story.line_index(item.start)] = f"text of level {depth} that label lines follow"
    for part in item.body:
        if isinstance(part, LabelLine):
            for start, _ in part.ranges:
                reasons[story.line_index(start)] = f"label line: {part.head.text} ({part.head.kind})"
        else:
            reasons[story.line_index(part[0])] = "text of the item above" if item.parent else "text before any item"
    for child in item.children:
        _tell_items(story, child, depth + 1, reasons)
