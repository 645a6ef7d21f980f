"""Records whose heads and values stand on lines of their own, one below the other, record after record.

项目名称
社区食堂
实施内容
新建食堂十五个。
责任单位
区民政局
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import MAX_HEAD, TEXT_KINDS, Head, read_head
from ...text.labels import read_label
from ..body.lines import Split
from .record_tables import Entry, FoundTable, record_table

#: Of so many records at least, each of so many fields at least.
_FEWEST_RECORDS, _FEWEST_FIELDS = 2, 3
#: A value is broken over so many lines at most; a title over a record is this short.
_MOST_LINES, _TITLE = 8, 40
_SENTENCE_END = "。；，："
_COUNTED = lazy_pattern(r"[^\d，。]{2,6}?[一二三四五六七八九十\d]{1,3}(?:[：:、.．\s]|$)")


class _Field(NamedTuple):
    """A head and the lines of its value."""

    head: Head
    key: Split
    values: list[Split]


class _Record(NamedTuple):
    """The fields of one record, and the line over it that names it."""

    title: Split | None
    fields: list[_Field]


def find_key_line_tables(text: str, splits: Sequence[Split]) -> Iterator[FoundTable]:
    """Tables of such records."""
    for records in _records(splits):
        parts: list[Entry | Split] = []
        for record in records:
            parts += [record.title] if record.title is not None else []
            parts += map(_entry, record.fields)
        first = records[0].title or records[0].fields[0].key
        lines = (split for record in records for field in record.fields for split in (field.key, *field.values))
        yield record_table(text, parts, first.line.index, max(split.last_line for split in lines))


def _entry(field: _Field) -> Entry:
    return Entry(field.head, field.key.filled[0], [(split.filled[0], split.line.index) for split in field.values])


def _records(splits: Sequence[Split]) -> Iterator[list[_Record]]:
    """Runs of records on the page."""
    lines = [split for split in splits if split.filled]
    heads = _repeated_heads(lines)
    kinds = {head.kind for head in heads.values()}
    if len(heads) < _FEWEST_FIELDS or "unit" not in kinds or not kinds & TEXT_KINDS:
        return
    fields: list[_Field] = []
    before: Split | None = None
    for split in lines:
        head = heads.get(split.line.text.strip("| ")) if len(split.filled) == 1 else None
        if head is not None:
            fields.append(_Field(head, split, []))
        elif head is None and fields and len(split.filled) == 1 and len(fields[-1].values) < _MOST_LINES:
            fields[-1].values.append(split)
        else:
            yield from _run(fields, before)
            fields, before = [], split
    yield from _run(fields, before)


def _repeated_heads(lines: Sequence[Split]) -> dict[str, Head]:
    """The heads among the short lines that the page prints twice or more."""
    short = [split.line.text for split in lines if len(split.line.text) <= MAX_HEAD + 2 and len(split.filled) == 1]
    counts = Counter([text.strip("| ") for text in short])
    found = ((value, read_head("".join(value.split()))) for value, count in counts.items() if count >= _FEWEST_RECORDS)
    return {value: head for value, head in found if head is not None and head.known}


def _run(fields: list[_Field], before: Split | None) -> Iterator[list[_Record]]:
    """The records that ``fields`` make up; a head that is printed again begins the next one."""
    records: list[_Record] = []
    seen: set[str] = set()
    for entry in fields:
        if not records or entry.head.text in seen:
            records.append(_Record(None, []))
            seen = set[str]()
        seen.add(entry.head.text)
        records[-1].fields.append(entry)
    whole = sum(1 for record in records if _is_whole(record))
    if whole >= _FEWEST_RECORDS and whole >= len(records) - 1:
        yield _ended(_with_titles(records, before))


def _is_whole(record: _Record) -> bool:
    kinds = [entry.head.kind for entry in record.fields if entry.values]
    return len(kinds) >= _FEWEST_FIELDS and "unit" in kinds and any(kind in TEXT_KINDS for kind in kinds)


def _with_titles(records: list[_Record], before: Split | None) -> list[_Record]:
    """The records with their titles (实事一): a line like that over the first ends the last value before each other."""
    if before is None or not _is_title(before, before):
        return records
    found = [records[0]._replace(title=before)]
    for above, record in itertools.pairwise(records):
        values = above.fields[-1].values
        alike = len(values) > 1 and _is_title(values[-1], before)
        found.append(record._replace(title=values.pop()) if alike else record)
    return found


def _ended(records: list[_Record]) -> list[_Record]:
    """The records without what the page prints below the last one: its last value is as long as those of the others."""
    *others, last = (record.fields[-1].values for record in records)
    del last[max(1, *(len(values) for values in others)) :]
    return records


def _is_title(split: Split, first: Split) -> bool:
    """Whether a line counts like the title over the first record: it opens with the same words or a number label."""
    text, model = split.line.text.strip("| "), first.line.text.strip("| ")
    if len(text) > _TITLE or text[-1:] in _SENTENCE_END:
        return False
    label, wanted = read_label(text), read_label(model)
    counted = label is not None and wanted is not None and label.style == wanted.style
    return counted or (_COUNTED.match(text) is not None and text[:2] == model[:2])
