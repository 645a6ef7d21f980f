"""Unit cells and label values."""

from __future__ import annotations

import re
from functools import lru_cache

from ...normalize.doubt import Doubt
from ...normalize.lazy import lazy_pattern
from .glued_offices import may_be_offices
from .grammar import Form, form_of, is_known_stem
from .masking import FILL, bracket_pairs, mask_brackets, plain_name
from .model import Role, UnitDraft, UnitReading
from .reading import Reader
from .riders import find_rider

_KEPT = 4096
REFUSED = lazy_pattern(
    r"^(?:以下简称|下称|简称|含|包括|不含|除|详见|见附件|附件|参见|如|即|例如|原|下同|试行|暂行)|除外$|[^目]的$|以下简称"
)
"""Brackets that explain: no responsibility."""
# What a clause adds for the items behind it: it names no unit of this one.
_REMARK = lazy_pattern(
    r"[。；，](?:(?:以下|下列|其余|其他)(?:[^，。；：]{0,8}[均都]|各[项条]|任务|同)|以下各|上述任务|[^，。；：]{0,8}任务均涉及|[^，。；：]{0,8}不再(?:逐一|一一|重复)?(?:列出|列明|注明|写明|说明|标注|[做作]?分工)|注[：:])"
)
#: One that says who does those, too, where nobody is named again.
_SHARED = lazy_pattern(r"落实|负责|参与|参加|配合|实施|执行|列出|涉及|牵头")
_OPENING = ("（", "(", "〔", "[", "【")
_CUT_PHRASE = lazy_pattern(
    r"按(?:照|各自)?\s+职责(?:分工)?(?:负责)?|按(?:照|各自)?职责?\s+(?:责?分工)(?:负责)?|"
    r"(?<=[局委办厅院部会府）\s])(?:牵\s+头|负\s+责|配\s+合|参\s+与|会\s+同|协\s+助|承\s+办|主\s+办|协\s+办|督\s+办|指\s+导)"
)
_JOINTS = frozenset("和及与暨等")
_LONGEST_KEPT = 400


def read_units(text: str, role: Role | None = None) -> UnitReading:
    """Read a unit cell or the value of a unit label.

    ``role`` is the role of the column head or label; when it is None the units are responsible, with a doubt, unless
    words in the cell decide. White space and line breaks separate units, except inside names. Offsets are code points
    of ``text``; nothing raises.
    """
    return _read(text, role) if len(text) > _LONGEST_KEPT else _read_kept(text, role)


def _read(text: str, role: Role | None) -> UnitReading:
    plain = len(text) < 8 and form_of(text) == Form.ORGAN and _JOINTS.isdisjoint(text) and "会" not in text[:-1]
    if role and plain and not may_be_offices(text):
        return UnitReading((UnitDraft(text, role, 0, len(text)),))  # one plain name: by far the commonest cell
    text = unwrapped(text)
    return with_remark(Reader(said_of_it(text), role, lenient=True).read(), text)


_read_kept = lru_cache(maxsize=_KEPT)(_read)


def read_phrase(text: str) -> UnitReading:
    """Read a text of which nobody said that it names units: only strings that have the form of a unit count."""
    if REFUSED.search(text):
        return UnitReading()
    reader = Reader(unwrapped(text), None, lenient="：" in text or ":" in text).read()
    reading = reader.out.result(reader.out.rider)
    said = reader.labels or reader.out.rider or any(unit.role for unit in reader.out.units)
    return reading if said or _names_alone(text, reading) else UnitReading()


def _names_alone(text: str, reading: UnitReading) -> bool:
    """Whether a text without role words is names and nothing else: 能源等领域的工程 holds none."""
    masked = mask_brackets(text) if reading.leftovers else text
    if not reading.units or any(masked[start] != FILL for start, _ in reading.leftovers):
        return False  # what stands in brackets behind a name says how it is reached
    if "部门" in text or "单位" in text or max(name_form(unit.name) for unit in reading.units) >= Form.PLACE:
        return True
    return len(reading.units) > 1 and all(is_known_stem(unit.name) for unit in reading.units)


def unwrapped(text: str) -> str:
    """A text that stands in brackets as a whole, with blanks in their place: （县水务局牵头）.

    White space inside a phrase that closes a list (市民政局按 | 职责分工负责) stands before it.
    """
    if _CUT_PHRASE.search(text):
        text = _CUT_PHRASE.sub(_space_first, text)
    if text[:1] in _OPENING and bracket_pairs(text) == [(0, len(text))]:
        return f" {text[1:-1]} "
    return text


def said_of_it(text: str) -> str:
    """What a list of units says of its own task: without the remark behind it that speaks for those below."""
    remark = _REMARK.search(text) if "以下" in text or "任务" in text or "不再" in text or "注" in text else None
    return text if remark is None else text[: remark.start()]


def with_remark(reader: Reader, text: str) -> UnitReading:
    """What a reader of :func:`said_of_it` found in ``text``, with the rider, or a doubt, that the remark behind it is."""
    remark = text[len(reader.text) :]
    rider = find_rider(remark) if remark else None
    reading = reader.out.result(reader.out.rider or rider)
    told = remark.strip("。；，、 ")
    if rider is not None or not _SHARED.search(told):
        return reading
    start = text.index(told, len(reader.text))
    return reading._replace(doubts=(*reading.doubts, Doubt("remark-on-others", start, start + len(told), told)))


def _space_first(match: re.Match[str]) -> str:
    phrase = "".join(match[0].split())
    return " " * (len(match[0]) - len(phrase)) + phrase


def name_form(name: str) -> Form:
    """The form of a printed name; bracket groups and the 、 of members that share one 各 are left out."""
    return form_of(plain_name(mask_brackets(name), 0, len(name)).replace("、", ""))
