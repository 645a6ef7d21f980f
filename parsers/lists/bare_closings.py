"""Units without any mark behind the text of an item: 1.修路12条。　　区交通局 · 1.修路12条。——区交通局 · or on the line below.

One such ending says nothing; where the items of a list throughout end with nothing but names, they are who does them,
and so behind a blank alone where most of them do: 1.修路12条 区交通局 6月底前.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..deadlines import deadline_likeness
from ..fields.clauses import find_clauses
from ..fields.heads import Head
from ..fields.label_lines import LabelLine
from ..fields.name_brackets import ends_with_bracket, names_at_end
from ..text.piece import Range, squeezed
from ..units import read_clause, unit_likeness
from ..units.grammar import Form, form_of, region_end
from .duty_lines import is_names
from .outline import Item

#: The end of the text and what parts it from the names behind it in the same line.
_PARTED = lazy_pattern(r"(?:(?<=[。；！])\s*|\s)[—–-]{1,3}\s*|(?<=[^—–])[—–]{2}(?![—–])|(?<=[。；！])\s*|\s{2,}")
#: Names and, behind a comma, their time, as the last sentence.
_TIMED = lazy_pattern(r"(?<=[。；！])\s*([^，。；：！\s]{2,40})，([^，。；：！]{2,16})[。；]?$")
#: Names and their time behind single blanks, as rows of a table end that lost their marks and heads.
_SPACED = lazy_pattern(r"\s([^，。；：！\s]{2,60})(?:\s([^，。；：！\s]{2,16}))?$")
_FEWEST_SPACED, _MOSTLY, _NEARLY = 3, 0.6, 0.75
_SURE = 0.8
_FULL_STOP = "。；！"
#: What stands in a bracket is a clause.
_BRACKETS = "（([【〔"
_ROLE_BEHIND = lazy_pattern(r"[（(](?:牵头|主办|负责|配合|协办|参与)(?:单位|部门)?[）)]")
_LONGEST = 60
_FEWEST, _SHARE = 2, 0.3
_UNSAID = Head("", "unit", None, False)


def close_with_names(root: Item, text: str) -> None:
    """Make label lines of the names that the items of a list end with, where a third of its items do."""
    leaves = root.leaves()
    _close_with_brackets(leaves, text)
    found = [(item, names) for item in leaves if (names := _names_behind(item, text)) is not None]
    found = found or _behind_blanks(leaves, text)
    sure = [_tells_roles(text[start:end]) for _, (start, end) in found]
    few = sure.count(False) < max(_FEWEST, _SHARE * len(leaves))
    for (item, (start, end)), told in zip(found, sure, strict=True):
        if few and not told and not _behind_dash(text[start:end].strip()):
            continue
        _cut_off(item, start)
        at = start + len(text[start:end]) - len(text[start:end].lstrip("—–- \t\n\u3000\xa0"))
        item.body.append(LabelLine(_UNSAID, ((at, end),), ((start, end),), spoken=True))


def _close_with_brackets(leaves: Sequence[Item], text: str) -> None:
    """The same for names in a bracket that would not tell alone, where most items of the list, or of its section, close so."""
    last = [item.body[-1] if item.body else item.lead for item in leaves]
    own = [(item, part) for item, part in zip(leaves, last, strict=True) if not isinstance(part, LabelLine)]
    ending = [(item, part) for item, part in own if ends_with_bracket(text[part[0] : part[1]])]
    unsaid = [(item, part) for item, part in ending if not _is_closed(text, part)]
    if not unsaid:
        return
    closed = Counter(item.parent for item, part in ending if _is_closed(text, part))
    everywhere = 2 * closed.total() >= len(leaves)
    siblings = Counter(item.parent for item in leaves)
    for item, (start, stop) in unsaid:
        beside = closed[item.parent] >= max(_FEWEST_SPACED, _NEARLY * siblings[item.parent])
        found = names_at_end(text[start:stop], beside=beside) if beside or everywhere else None
        if found is not None:
            _cut_off(item, start + found[0])
            names = (start + found[0] + 1, start + found[1])
            item.body.append(LabelLine(_UNSAID, (names,), ((start + found[0], stop),), spoken=True))


def _is_closed(text: str, part: Range) -> bool:
    return bool(find_clauses(squeezed(text, [part])))


def _names_behind(item: Item, text: str) -> Range | None:
    """Where the names stand that an item ends with, with what parts them from its text; None when it ends otherwise."""
    parts = [item.lead, *item.body]
    last = parts[-1]
    if isinstance(last, LabelLine) or isinstance(parts[-2] if len(parts) > 1 else None, LabelLine):
        return None
    start, end = last
    if text[end - 1 : end] in "：:":
        return None  # 市城管局： opens what stands below
    own = text[start:end].strip("—–- ")
    if len(parts) > 1 and text[item.lead[0] : item.lead[1]].strip() and (is_names(own) or _tells_roles(own)):
        return last
    timed = _TIMED.search(text, max(start, end - _LONGEST), end)
    if timed is not None and timed.start() > start and is_names(timed[1]) and deadline_likeness(timed[2]) >= _SURE:
        return timed.start(), end  # 关停排污口。县生态环境局、县水利局，6月底前完成。
    low = max(start + 1, end - _LONGEST)
    if end - start < 2 or (text[end - 1 : end] in _FULL_STOP and text.find("——", low, end) < 0):
        return None
    for parted in _PARTED.finditer(text, low, end):
        names = text[parted.end() : end].rstrip(_FULL_STOP)
        if names and names[0] not in _BRACKETS and "：" not in names and is_names(names):
            return parted.start(), end
    return None


def _behind_blanks(leaves: Sequence[Item], text: str) -> list[tuple[Item, Range]]:
    """The names behind single blanks, where most of the items end so: 1.排查渡口 县交通运输局 6月底前.

    Half of them have a time: without any, the name may be of those whom the work is for.
    """
    found: list[tuple[Item, Range]] = []
    times = 0
    for item in leaves:
        start, end = item.lead
        ending = _SPACED.search(text, max(start, end - 2 * _LONGEST), end) if not item.body else None
        timed = ending is not None and (ending[2] is None or deadline_likeness(ending[2]) >= _SURE)
        if ending is not None and timed and start < ending.start() and unit_likeness(ending[1]) >= _SURE:
            found.append((item, (_first_name(text, start, ending.start()), end)))
            times += ending[2] is not None
    return found if 2 * times >= len(found) >= max(_FEWEST_SPACED, _MOSTLY * len(leaves)) else []


def _first_name(text: str, start: int, at: int) -> int:
    """Where the names begin of which the last stands behind ``at``: 送戏100场 县文旅局 各乡镇 12月底."""
    while True:
        *before, name = text[start:at].rsplit(None, 1)
        if not before or unit_likeness(name) < _SURE:
            return at
        at -= len(text[start:at]) - len(text[start:at].rstrip()[: -len(name)].rstrip())


def _tells_roles(text: str) -> bool:
    """Whether a line is nothing but names, with a role in brackets behind some: 县水利局（牵头）、县财政局"""
    if len(text) > _LONGEST or _ROLE_BEHIND.search(text) is None:
        return False
    reading = read_clause(text)
    return (
        reading is not None
        and not reading.leftovers
        and bool(reading.units)
        and all(unit_likeness(unit.name) >= _SURE for unit in reading.units)
    )


def _behind_dash(text: str) -> bool:
    """Whether a dash parts names of known offices from the task before them: ——县金融办、县财政局."""
    reading = read_clause(text.strip("— 。；")) if text.startswith("——") else None
    names = [unit.name for unit in reading.units] if reading is not None and not reading.leftovers else []
    return bool(names) and all(form_of(name) == Form.ORGAN and region_end(name) for name in names[:1])


def _cut_off(item: Item, start: int) -> None:
    """Leave out the item's text from ``start`` on, which lies in its last range."""
    if not item.body:
        item.lead = (item.lead[0], start)
        return
    first = item.body.pop()
    if not isinstance(first, LabelLine) and first[0] < start:
        item.body.append((first[0], start))
