"""Lists that run on inside one paragraph: 主要内容为：1.X（甲局）；2.Y（乙局）, and label fields beside their task.

Such a paragraph is cut into virtual lines, one a point and one a label field, which the outline reads like printed
ones. It is cut only where the points count up from 1 and nearly all of them say who answers for them; any other
enumeration stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, zip_longest

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.clauses import find_clauses
from ..fields.heads import read_head
from ..fields.name_brackets import names_at_end
from ..text.counting import counted
from ..text.document import Line
from ..text.labels import CIRCLED, HAN, NUMERAL, bare_number, read_label
from ..text.piece import squeezed
from ..units import read_clause
from ..units.grammar import Form, form_of
from ..units.labels import composed_label
from .bracketed_fields import bracketed_fields
from .told_first import tells_behind_title

_SHORTEST = 20
_LONGEST_CLAUSE = 200
#: Cheap rejection: a run-in list has a second point behind the end of the first.
SECOND_POINT = lazy_pattern(r"[。；，）〕】\]\s](?:2[.．、]|（2）|②|二、|（二）)")
#: Any point behind the end of another: what is left of the second one where the page broke the paragraph into lines.
LATER_POINT = lazy_pattern(
    r"[。；，）〕】\]\s](?:[2-9][.．、]|（[2-9]）|[②-⑨]|[二三四五六七八九]、|（[二三四五六七八九]）)"
)
#: A number before a year or hours is one (2. 2030年, 7.24小时值班), a decimal is none; a scanner may read its dot as a full stop.
_ARABIC_POINT = lazy_pattern(
    rf"(?:^|(?<=[：:。；，）)〕】\]\s]))(\d{{1,2}})(?:[.．、](?!\s?\d(?!\d{{3}}\s?(?:[—–~～至-]{{1,2}}\s?\d{{4}}\s?)?年|\d?\s?月\D|\d\s?小时))|。(?={CHINESE}))"
)
#: Number labels of points from the outside in.
POINTS = (
    lazy_pattern(rf"(?:^|(?<=[：:。；，）)〕】\]\s]))({NUMERAL})、"),
    lazy_pattern(rf"(?:^|(?<=[：:。；，）)〕】\]\s]))（({NUMERAL})）"),
    _ARABIC_POINT,
    lazy_pattern(r"(?:^|(?<=[：:。；，）)〕】\]\s])|(?<=\d[.．、]))（(\d{1,2})）"),
    lazy_pattern(f"([{CIRCLED}])"),
)
#: 一是…（甲局负责）二是…（乙局负责）: points that begin their paragraph, or stand behind its title.
_SAID = lazy_pattern(rf"(?:^|(?<=[。；）)〕】\]\s]))([{HAN}]{{1,3}})是(?=[^否的])")
_SAID_BEHIND = lazy_pattern(r"[^。；：，]{4,30}。\s?(?=一是[^否的])")
#: A label before the first point of the list that it names (整改措施：1.…).
_OPENED_LIST = lazy_pattern(rf"{CHINESE}{{2,8}}[：:]\s*(?=(?:1[.．、](?!\d)|（1）|①|（一）)\s*\S)")
#: The first point of a list of the innermost style, behind a sentence.
_LONE_POINT = lazy_pattern(r"(?:^|(?<=。))（1）(?!、)")
#: A label field in running text, behind a blank or a sentence; clauses without brackets have no blanks between them.
_FIELD = lazy_pattern(rf"(?:(?<=[\s。；｜|])|(?<=^\d[.．、])|(?<=^\d\d[.．、])|^)({CHINESE}{{2,10}})\s?[：:]")
#: What a label that a blank cut may begin with.
_FIRST_HALF = lazy_pattern(rf"[，、；。]({CHINESE}{{1,4}})\s$")
_KNOWN_LABEL = lazy_pattern(composed_label)
_BLANK_FIELD = lazy_pattern(rf"(?:^|(?<=\s))({CHINESE}{{4}})\s+(?=\S)")
#: Another sentence behind a clause, to the end of the paragraph, of no further point.
_SENTENCE = lazy_pattern(r"。\s*[^。；\s][^；]{4,}$")
#: 1.由县财政局负责，…: the first words of a point say who does it.
_TOLD_FIRST = lazy_pattern(
    r"[（(]?[^\W_]{1,3}[）)]?[.．、]?\s?(?:由|责成)([^，。；：]{2,60}?(?:牵头|负责|承办|主办))，"
)
_ORGANS = ("单位", "部门")
_BRACKETS = frozenset("（([［〔【")
_FIELDS = ("unit", "person", "deadline")
_TEXTS = ("requirement", "content", "name", "goal")
_FEWEST = 2
_MOST_OPEN = 0.2
_BLANK = lazy_pattern(r"\s+")


def cut_lines(text: str, lines: Iterable[Line]) -> list[Line]:
    """``lines``, those that hold a run-in list cut into one line a point and one a label field.

    A paragraph with one point only is cut where other paragraphs of the list are cut at points of that style. Points
    may count on from those of the paragraph before, and the clause of the last one may stand on the line below.
    """
    cut: list[list[Line]] = []
    count = 0
    printed = list(lines)
    for line, below in zip_longest(printed, printed[1:]):
        cut.append(_cut_line(text, line, count, below))
        count = _last_number(cut[-1], count)
    if any(_LONE_POINT.match(part.text) for parts in cut for part in parts[1:]):
        cut = [_cut_lone(text, parts[0]) if len(parts) == 1 else parts for parts in cut]
    return [part for parts in cut for part in parts]


def _cut_lone(text: str, line: Line) -> list[Line]:
    """The line cut before its only point, when the point is closed and text of its own stands before it."""
    match = _LONE_POINT.search(line.text, 1) if "1" in line.text else None
    parts = parts_of(line, [match.start()]) if match is not None else [line]
    return parts if len(parts) > 1 and is_closed(text, parts[1]) else [line]


def _cut_line(text: str, line: Line, count: int, below: Line | None = None) -> list[Line]:
    if len(line.text) < _SHORTEST:
        return _cut_fields(line) if "|" in line.text or "】" in line.text else [line]
    opened = _OPENED_LIST.match(line.text)
    if opened is not None:
        intro, point = parts_of(line, [opened.end()])
        if is_closed(text, point):
            return [_without_colon(intro), *_cut_line(text, point, count, below)]
    said = _SAID.match(line.text)
    if said is not None:
        return [field for part in _cut_said(text, line, bare_number(said[1]) or 1) for field in _cut_fields(part)]
    if _SAID_BEHIND.match(line.text) and len(cut := _cut_said(text, line, 1)) > 1:
        return [field for part in cut for field in _cut_fields(part)]
    if SECOND_POINT.search(line.text):
        ended = below is not None and below.text[:1] in _BRACKETS and is_closed(text, below)
        parts = _cut_points(text, line, ended)
    else:
        parts = _cut_on(text, line, count)
    return [field for part in parts for field in _cut_fields(part)]


def _cut_on(text: str, line: Line, count: int) -> list[Line]:
    """The line cut before points that count on from ``count``, when nearly all of them are closed: 二、…。3.…（甲局）4.…（乙局）"""
    own = _ARABIC_POINT.match(line.text)
    count = bare_number(own[1]) or 0 if own is not None else count
    if not count or str(count + 1) not in line.text:
        return [line]
    starts = counted_labels(line.text, _ARABIC_POINT, count + 1)
    parts = parts_of(line, starts)
    points = parts[-len(starts) :] if starts else []
    closed = sum(is_closed(text, point) for point in points)
    return parts if closed and len(points) - closed <= _MOST_OPEN * len(points) else [line]


def _last_number(parts: Sequence[Line], count: int) -> int:
    """The number of the last point among ``parts``, else ``count``."""
    for part in reversed(parts):
        match = _ARABIC_POINT.match(part.text)
        if match is not None:
            return bare_number(match[1]) or 0
    return count


def _cut_points(text: str, line: Line, ended: bool, level: int = 0) -> list[Line]:
    """The line cut before its points, outer points before inner ones; ``ended`` tells that a clause below closes the last."""
    if level == len(POINTS):
        return [line]
    starts = counted_labels(line.text, POINTS[level])
    parts = parts_of(line, starts)
    points = parts[-len(starts) :] if starts else []
    closed = sum(1 for point in points if _tells(text, point) or (ended and point is points[-1]))
    broken = bool(points) and (_is_broken_off(text, points[-1]) or sentence_behind(text, points[-1]) is not None)
    if closed >= _FEWEST and len(points) - closed <= closed:
        closed += sum(names_at_end(point.text) is not None for point in points if not is_closed(text, point))
    if closed < _FEWEST or len(points) - closed - broken > _MOST_OPEN * len(points):
        return _cut_points(text, line, ended, level + 1)
    introduced = [_without_colon(part) for part in parts[: -len(starts)]]
    cut = [inner for part in (*introduced, *points[:-1]) for inner in _cut_points(text, part, False, level + 1)]
    return [*cut, *_cut_points(text, points[-1], ended, level + 1)]


def _cut_said(text: str, line: Line, first: int) -> list[Line]:
    """A line cut before 一是, 二是, 三是, when all points but the last at most are closed.

    ``first`` is the number it begins with: the page may have broken the paragraph before 三是.
    """
    starts = counted_labels(line.text, _SAID, first)
    parts = parts_of(line, starts)
    points = parts[-len(starts) :] if starts else []
    return parts if len(points) >= _FEWEST and all(_tells(text, point) for point in points[:-1]) else [line]


def _tells(text: str, point: Line) -> bool:
    """Whether a point is closed, or says at its head or behind its title who does it: 二是强化督查。由甲牵头，每季度…"""
    if is_closed(text, point):
        return True
    label = read_label(point.text)
    start = point.start + (label.end if label is not None else 0)
    return start < point.end and tells_behind_title(squeezed(text, [(start, point.end)]))


def _is_broken_off(text: str, point: Line) -> bool:
    """Whether the page breaks off inside a point, so that its clause is missing."""
    at_end = not text[point.end :].strip()
    return at_end and point.text[-1] not in "。；！）)】" and not is_closed(text, point)


def _without_colon(intro: Line) -> Line:
    """The words before the first point without their colon: they are no label with a value below."""
    body = intro.text.rstrip("：: ") or intro.text
    return intro.part(0, len(body))


def counted_labels(text: str, pattern: re.Pattern[str], first: int = 1) -> list[int]:
    """Where labels that count up from ``first`` begin."""
    found = list(pattern.finditer(text))
    return [found[place].start() for place in counted([bare_number(match[1]) for match in found], first)]


def cut_at(lines: Sequence[Line], cuts: Mapping[Line, Sequence[int]]) -> list[Line]:
    """``lines``, those of ``cuts`` cut where these say."""
    if not cuts:
        return list(lines)
    return [part for line in lines for part in parts_of(line, cuts.get(line, ()))]


def parts_of(line: Line, starts: Sequence[int]) -> list[Line]:
    """The line cut at ``starts``, without blank parts and the marks of cells behind each."""
    return line.cut(starts, "|｜ ")


def is_closed(text: str, point: Line) -> bool:
    """True for a point that ends with a responsibility clause, holds label fields, or opens with who is told to do it."""
    if any(kind == "unit" for _, kind in _fields(point.text)):
        return True
    piece = squeezed(text, [(point.start, point.end)])
    clauses = find_clauses(piece)
    if clauses:
        return not piece.text[clauses[-1].end :].strip("。；，、;.")
    opening = _TOLD_FIRST.match(piece.text)
    reading = read_clause(opening[1]) if opening is not None else None
    return reading is not None and bool(reading.units) and not reading.leftovers


def sentence_behind(text: str, point: Line) -> int | None:
    """Where another sentence begins behind the clause of a point: （甲局）。请各单位于5月底前报送。"""
    if not _SENTENCE.search(point.text, point.text.rfind("；") + 1):
        return None
    piece = squeezed(text, [(point.start, point.end)])
    point_end = piece.text.rfind("；")
    ends = (clause.end for clause in reversed(find_clauses(piece)) if clause.end > point_end)
    end = next((end for end in ends if _SENTENCE.match(piece.text, end)), None)
    return piece.offset(end) + 1 if end is not None else None


def _fields(text: str) -> list[tuple[int, str]]:
    """Where the label fields of a text begin, and what kind of head each label is."""
    if "：" not in text and ":" not in text:
        return []
    labels = [match for match in _FIELD.finditer(text) if not _is_broken(text, match)]
    found = ((match.start(1), read_head(match[1])) for match in labels)
    return [(start, head.kind) for start, head in found if head is not None and not _is_inside(text, start)]


def _is_inside(text: str, at: int) -> bool:
    """Whether a bracket is open at an offset: （牵头单位：甲； 责任单位：乙） is one clause."""
    opening = max(text.rfind(mark, max(0, at - _LONGEST_CLAUSE), at) for mark in "（([［【〔")
    return opening >= 0 and all(text.find(mark, opening, at) < 0 for mark in "）)]］】〕")


def _is_broken(text: str, label: re.Match[str]) -> bool:
    """Whether a blank before a label stands inside of it: …，完成 时间：6月底."""
    before = _FIRST_HALF.search(text, max(0, label.start(1) - 6), label.start(1))
    return before is not None and _KNOWN_LABEL.fullmatch(before[1] + label[1]) is not None


def _cut_fields(line: Line) -> list[Line]:
    """The line cut before its label fields when there are several."""
    bracketed = bracketed_fields(line.text)
    if bracketed or "】" in line.text or "］" in line.text:
        return parts_of(line, bracketed)
    if "：" not in line.text and ":" not in line.text:
        blank = _blank_fields(line.text)
        return parts_of(line, blank) if blank else [line]
    fields = _fields(line.text)
    known = [(start, kind) for start, kind in fields if kind in _FIELDS]
    spaced = any(start and (line.text[start - 1].isspace() or line.text[start - 1] in "|｜") for start, _ in known)
    measured = any(kind in _TEXTS and start for start, kind in fields)  # 1.台账不全。整改措施：…。责任单位：…。
    measured += _opens_with_units(fields)
    if len(known) + measured < _FEWEST or not (spaced or measured) or all(kind != "unit" for _, kind in known):
        return [line]
    kinds = {line.start + start: kind for start, kind in fields}
    parts = parts_of(line, [start for start, _ in fields])
    return [_units_only(part) if kinds.get(part.start) == "unit" else part for part in parts]


def _opens_with_units(fields: Sequence[tuple[int, str]]) -> bool:
    """Whether the first label says who does what the second one tells: 1.责任单位：甲。任务：修桥。"""
    return [kind for _, kind in fields[:2]] in (["unit", "content"], ["unit", "name"])


def _blank_fields(text: str) -> list[int]:
    """Where the fields of a line begin that has nothing else, a blank between label and value: 牵头单位 甲　完成时限 9月底."""
    if text[2:4] not in _ORGANS:
        return []
    found = list(_BLANK_FIELD.finditer(text))
    kinds = [head.kind if (head := read_head(match[1])) is not None and head.known else "" for match in found]
    fields = [match for match, kind in zip(found, kinds, strict=True) if kind in _FIELDS]
    adjacent = any(match.end() == below.start() for match, below in pairwise(fields))
    return [match.start() for match in fields] if len(fields) >= _FEWEST and not adjacent else []


def _units_only(field: Line) -> Line:
    """A field of units without what the page prints behind it; that stays open and is reported."""
    colon = re.search(r"[：:]\s*", field.text)
    for blank in _BLANK.finditer(field.text, colon.end() if colon is not None else 0):
        behind = re.split(r"[、，；\s]", field.text[blank.end() :], maxsplit=1)[0]
        if form_of(behind) < Form.COLLECTIVE:
            return field.part(0, blank.start())
    return field
