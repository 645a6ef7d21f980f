"""Records whose fields stand behind their labels, several on a line, record after record.

序号：1 事项：修桥 责任单位：县交通局 时限：4月底前
序号：2 事项：建园 责任单位：县住建局 时限：6月底前

Blanks, semicolons, commas or marks part the fields; a record may take several lines. Fields a line each are those of lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS, Head, read_head
from ...text.labels import read_label
from ..body.end import after_table
from ..body.lines import Printed, Split
from .record_tables import Entry, FoundTable, record_table

_LABEL = lazy_pattern(rf"(?:^|(?<=[\s；，。|]))(?:【({CHINESE}{{2,10}})】\s?[：:]?|({CHINESE}{{2,10}})\s?[：:])\s*")
_PARTS = " \t\u3000；，、;,|"
#: What a record may begin with.
_OPENINGS = frozenset({"number", "name", "content", "group"})
_FEWEST_RECORDS, _FEWEST_FIELDS = 2, 3
#: So many lines without a label may be the rest of a value, and a title between records is this short.
_MOST_LINES, _TITLE = 6, 40


class _Field(NamedTuple):
    head: Head
    key: Printed
    value: Printed
    line: int
    #: Whether the page shows that it is a field of a record: it shares its line, or its label stands in brackets.
    shown: bool


#: A record's fields, or the line over some that names them.
_Record = list[_Field]


def find_field_rows(text: str, splits: Sequence[Split]) -> Iterator[FoundTable]:
    """Tables of such records."""
    if text.count("：") + text.count("】") < _FEWEST_RECORDS * _FEWEST_FIELDS:
        return
    for records in _runs(splits):
        found = [record for record in records if isinstance(record, list)]
        if not _are_records(found) or len(records) == 2 * len(found) - 1:
            continue  # a title over each makes them items of a list
        parts = [
            part for record in records for part in ([record] if isinstance(record, Split) else map(_entry, record))
        ]
        first = records[0][0].line if isinstance(records[0], list) else records[0].line.index
        yield record_table(text, parts, first, found[-1][-1].line)


def _entry(field: _Field) -> Entry:
    return Entry(field.head, field.key, [(field.value, field.line)] if field.value else ())


def _runs(splits: Sequence[Split]) -> Iterator[list[_Record | Split]]:
    """Records on end, with the titles between them: the label that opens the first of them opens each."""
    run: list[_Record | Split] = []
    rests: list[Split] = []
    for split in splits:
        if not split.filled:
            continue
        fields = _fields(split)
        record = next((part for part in reversed(run) if isinstance(part, list)), None)
        if fields and record is not None and fields[0].head.text in {field.head.text for field in record}:
            record = None if fields[0].head.text == record[0].head.text else record
            titles = [rest for rest in rests if _is_title(rest)]
            if len(titles) < len(rests) or len(titles) > 1 or record is not None:
                yield run
                run = []
            run += [*titles, fields] if run else [fields]
        elif fields and record is not None:
            record[-1] = _with_rests(record[-1], rests)
            record += fields
        elif fields and fields[0].head.kind in _OPENINGS:
            run = [fields]
        elif not fields and record is not None and len(rests) < _MOST_LINES and not after_table(split.line.text):
            rests.append(split)
            continue
        else:
            yield run
            run = []
        rests = []
    yield run


def _fields(split: Split) -> list[_Field]:
    """The fields of a line that opens with one."""
    text, start, index = split.line.text, split.line.start, split.line.index
    if "：" not in text and "】" not in text:
        return []
    found = [(match, head) for match in _LABEL.finditer(text) if (head := read_head(match[1] or match[2]))]
    if not found or found[0][0].start() > 0 or not found[0][1].known:
        return []
    ends = [match.start() for match, _ in found[1:]] + [len(text)]
    fields: list[_Field] = []
    for (match, head), end in zip(found, ends, strict=True):
        value = text[match.end() : end].rstrip(_PARTS)
        begin = start + match.end()
        printed = ((begin, begin + len(value)),) if value else ()
        key = ((start + match.start(), start + match.end()),)
        fields.append(_Field(head, key, printed, index, len(found) > 1 or match[1] is not None))
    return fields


def _with_rests(field: _Field, rests: Sequence[Split]) -> _Field:
    """The field with the lines below it that go on with its value."""
    return field._replace(value=(*field.value, *(cell for split in rests for cell in split.filled[0])))


def _is_title(split: Split) -> bool:
    return len(split.line.text) <= _TITLE and read_label(split.line.text) is not None


def _are_records(records: Sequence[_Record]) -> bool:
    """Whether fields of a task and of who does it stand in most records, which the page shows to be records."""
    kinds = [{field.head.kind for field in record if field.value} for record in records]
    whole = sum(
        len(record) >= _FEWEST_FIELDS and "unit" in kind and bool(kind & TEXT_KINDS)
        for record, kind in zip(records, kinds, strict=True)
    )
    shown = all(any(field.shown for field in record) for record in records)
    return shown and whole >= _FEWEST_RECORDS and whole >= len(records) - 1
