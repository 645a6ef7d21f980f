"""Label fields inside a document run together in one line: …责任单位：县住建局整改时限：6月底前2.…, with or without colons.

A label that says who or when begins a field wherever it stands, right behind the value before it; one that names a part
of the text (整改措施：) does where other fields stand. Labels in brackets or behind a dash are those of clauses.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..deadlines import deadline_likeness
from ..text.labels import HAN
from ..units import unit_likeness
from ..units.labels import composed_label


class Field(NamedTuple):
    """A label field: where its label begins, where its value does, and whether nothing parts the two."""

    start: int
    value: int
    bare: bool = False


_FEWEST, _FEWEST_BARE = 2, 3
_LABEL = lazy_pattern(
    lambda: rf"(?<![—–的各和及与、为是其以按由该本每项类主要级])({composed_label()})\s?[：:]\s?(?=[^\s”’）)])"
)
_NAMING = lazy_pattern(
    r"((?:整改|工作|具体|主要|推进|落实|改革|实施|整治|目标)(?:措施|举措|任务|目标|要求|内容)|存在问题|问题表现|备注)\s?[：:]\s?(?=[^\s”’）)])"
)
_BARE_UNIT = r"(?:牵头|主办|责任|承办|配合|协办|协助|参与|督办|指导|督导)(?:单位|部门|科室|处室)"
_BARE_TIME = r"(?:(?:完成|整改|办结|办理|推进|落实|时间)?(?:时限|期限)|完成时间|时间(?:节点|要求|安排))"
_BARE = lazy_pattern(rf"(?:(?P<unit>{_BARE_UNIT})|(?P<time>{_BARE_TIME}))\s{{0,4}}(?=[^\s：:为是和及的、，。；）)（(])")
#: Where the value of a bare label ends at the latest.
_VALUE_END = lazy_pattern(rf"[。；！？：]|(?<!\d)\d{{1,2}}[.、．](?!\d)|[（(][{HAN}]{{1,3}}[）)]|[{HAN}]{{1,3}}、")
_LONGEST_VALUE = 160
_SURE, _MOST_WRONG = 0.8, 0.2
_BRACKET = lazy_pattern(r"[（(\[【〔〖）)\]】〕〗。]")
_DEEPEST = 3
_STOPS = frozenset("。；！")
_PREFIX = 3  # characters that may stand before a label that is made of known words


def label_fields(text: str) -> list[Field]:
    """The label fields of a text, in order; none where labels do not recur."""
    found = _with_colons(text) if "：" in text or ":" in text else []
    return found or _without_colons(text)


def _with_colons(text: str) -> list[Field]:
    labels = [(match[1], Field(match.start(), match.end())) for match in _LABEL.finditer(text)]
    inside = _Depths(text) if labels else None
    labels = [(name, field) for name, field in labels if inside is not None and not inside.at(field.start)]
    counts = Counter(name for name, _ in labels)
    fields = [field for name, field in labels if counts[name] >= _FEWEST]
    if not fields or inside is None or _are_parted(text, fields):
        return []
    for match in _NAMING.finditer(text):
        if text[match.start() - 1 : match.start()] in _STOPS and not inside.at(match.start()):
            fields.append(Field(match.start(), match.end()))
    return sorted(fields)


def _are_parted(text: str, fields: list[Field]) -> bool:
    """Whether blanks part the fields, as other readers take them: one stands right before most labels, or before 项目 责任人."""
    parted = sum(any(char.isspace() for char in text[max(0, field.start - _PREFIX) : field.start]) for field in fields)
    return 2 * parted > len(fields)


def _without_colons(text: str) -> list[Field]:
    """Labels right at their values: nearly all of them must stand before units, or before a time."""
    found = list(_BARE.finditer(text))
    if len(found) < _FEWEST_BARE:
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    good = [
        Field(match.start(), match.end(), bare=True)
        for match, end in zip(found, ends, strict=True)
        if _holds(match["unit"] is not None, _value(text, match.end(), end))
    ]
    together = sum(below.start - above.value <= _LONGEST_VALUE for above, below in pairwise(good))
    wrong = len(found) - len(good)
    return good if len(good) >= _FEWEST_BARE and together and wrong <= _MOST_WRONG * len(found) else []


def _value(text: str, start: int, end: int) -> str:
    end = min(end, start + _LONGEST_VALUE)
    stop = _VALUE_END.search(text, start, end)
    return text[start : stop.start() if stop is not None else end].strip()


def _holds(is_unit: bool, value: str) -> bool:
    return bool(value) and (unit_likeness(value) if is_unit else deadline_likeness(value)) >= _SURE


class _Depths:
    """How many brackets are open at each offset of a text; a sentence's end closes them all."""

    def __init__(self, text: str) -> None:
        self.places: list[int] = []
        self.depths: list[int] = []
        depth = 0
        for match in _BRACKET.finditer(text):
            if match[0] == "。":
                depth = 0
            else:
                depth = min(_DEEPEST, depth + 1) if match[0] in "（([【〔〖" else max(0, depth - 1)
            self.places.append(match.start())
            self.depths.append(depth)

    def at(self, offset: int) -> bool:
        """Whether a bracket is open at ``offset``."""
        place = bisect_right(self.places, offset) - 1
        return place >= 0 and self.depths[place] > 0


def label_cuts(fields: list[Field]) -> Iterator[int]:
    """Where a text is cut for its fields: before each label, and behind one that nothing parts from its value."""
    for field in fields:
        yield field.start
        if field.bare:
            yield field.value
