"""Signatures inside a text whose paragraphs run together: organs, their day, and what stands behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from ...normalize.lazy import lazy_pattern
from ..deadlines import deadline_likeness
from ..frame.dates import DATE
from ..frame.words import ORGAN
from .run_together_labels import Field

_LONGEST_HEADING, _LONGEST_SIGNATURE = 80, 300
_ONE_ORGAN = 20
_HEAD = 800  # characters in which the title stands
_LETTER = 3000  # characters within which a covering letter names its plan
_RELEASED = lazy_pattern(r"\s*（此件[^（）]{2,20}）|\s*（[^（）]{0,6}公开[^（）]{0,6}）")
_PRINTED = lazy_pattern(r"\s?印发(?=$|[^\s《“〈的了给，、])")
_TIME_END = lazy_pattern(r"[前底末月日年旬季度进续化内半]")
_SURE_TIME = 0.8
#: What stands before those who sign, where no sentence does: whom to ring up, the name of an attachment.
_BEFORE_SIGNER = lazy_pattern(r"[0-9A-Za-z》：:；;](?=[^0-9A-Za-z》：:；;])")
#: The end of the title of an attachment that is listed before a signature.
_LISTED = lazy_pattern(
    r"(?<=[^为按照])(?:方案|计划|要点|分工|意见|表|清单|办法|安排|名单|报告|目录|台账|细则|规定|预案|制度|承诺书|申请书|通知书|须知|指南)(?=[^\s的])"
)
_MARKER = lazy_pattern(r"\s*附\s?件\s?\d{0,2}(?=[^：:\s\d])")
#: The same with a colon behind, and what a list of one attachment opens with.
_MARKER_OF_PLAN = lazy_pattern(r"\s*附\s?件\s?\d{0,2}[：:]?\s*")
_LIST_HEAD = lazy_pattern(r"附件[：:]\s*(?:1\s*[.．、]\s*)?")
_SHORTEST_TITLE = 6
_NAMED = lazy_pattern(r"《([^《》]{6,60})》")


def signature_cuts(text: str, fields: Sequence[Field]) -> Iterator[int]:
    """Before the organ of a signature, behind its day, and behind the title of the plan that follows there."""
    titles = {named[1] for named in _NAMED.finditer(text, 0, _LETTER)}
    for day in DATE.finditer(text):
        low = max(0, day.start() - _LONGEST_SIGNATURE)
        begin = max(text.rfind(mark, low, day.start()) for mark in "。）") + 1
        listed = [end for title in _LISTED.finditer(text, begin, day.start()) if (end := title.end())]
        begin = next((at for at in reversed(listed) if ORGAN.fullmatch(text, at, day.start())), begin)
        begin = _behind_value(text, fields, begin, day.start())
        enclosed = _enclosed(text, low, day.start(), day.end())
        if enclosed is not None:
            begin = enclosed[1]
            yield text.rfind("附件", low, enclosed[0])
            titles.add(text[slice(*enclosed)])
        released = _RELEASED.match(text, day.end())
        if released is not None or _begins_plan(text, day.end(), titles):
            begin = max((mark.end() for mark in _BEFORE_SIGNER.finditer(text, begin, day.start())), default=begin)
        organ = "".join(text[begin : day.start()].split())
        bare = begin and not organ and released is not None  # a day alone signs where what is made public stands behind
        behind = text[day.end() : day.end() + _LONGEST_HEADING]
        if not bare and not (organ and begin and (_signs(organ, behind, titles) or (released and _are_organs(organ)))):
            continue
        printed = _PRINTED.match(text, day.end())
        if printed is not None:  # who printed it is no signature
            yield from (begin, printed.end())
            continue
        end = released.end() if released else day.end()
        yield from (begin, day.start(), day.end(), end)
        marker = _MARKER.match(text, end)
        end = marker.end() if marker is not None else end
        yield end
        rest = text[end : end + _LONGEST_HEADING].lstrip()
        named = max(filter(rest.startswith, titles), key=len, default=None)
        if named is not None:
            yield text.index(named, end) + len(named)


def _enclosed(text: str, low: int, day: int, behind: int) -> tuple[int, int] | None:
    """The title of the attachment listed before a signature, which the attachment behind its day opens with."""
    mark = text.rfind("附件", low, day)
    head = _LIST_HEAD.match(text, mark, day) if mark >= 0 else None
    if head is None:
        return None
    marker = _MARKER_OF_PLAN.match(text, behind)
    at = marker.end() if marker is not None else behind
    pairs = zip(text[head.end() : day], text[at : at + _LONGEST_HEADING], strict=False)
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    end = head.end() + size
    signer = "".join(text[end:day].split())
    return (head.end(), end) if size >= _SHORTEST_TITLE and ORGAN.fullmatch(signer) is not None else None


def _begins_plan(text: str, at: int, titles: Collection[str]) -> bool:
    """Whether nothing, the mark of an attachment or a title that the letter named stands at ``at``."""
    rest = text[at : at + _LONGEST_HEADING].lstrip(" \u3000\xa0《")
    return not rest or _MARKER.match(rest) is not None or any(map(rest.startswith, titles))


def _behind_value(text: str, fields: Sequence[Field], begin: int, day: int) -> int:
    """Where the organ of a signature begins behind the value of the last label field; else ``begin``.

    The value is a time (时限：12月底前青禾县水利局), or names (责任科室：灌溉科青禾县水利局), whose end the title's organ tells.
    """
    value = next((field.value for field in reversed(fields) if begin < field.value < day), None)
    if value is None:
        return begin
    ends = (match.end() for match in _TIME_END.finditer(text, value, day))
    signed = (end for end in ends if ORGAN.fullmatch(text, end, day) is not None)
    behind_time = next((end for end in signed if deadline_likeness(text[value:end]) >= _SURE_TIME), None)
    if behind_time is not None:
        return behind_time
    places = range(max(value + 1, day - _ONE_ORGAN), day)
    return next((at for at in places if _issues(text[at:day].strip(), text[:_HEAD])), begin)


def _issues(name: str, head: str) -> bool:
    """Whether the title in the ``head`` of a text opens with an organ: 某县水利局关于…."""
    return f"{name}关于" in head and ORGAN.fullmatch(name) is not None


def _signs(organs: str, behind: str, titles: Collection[str]) -> bool:
    """Whether organs before a day sign: one, or several together where the title that the letter named stands behind."""
    if ORGAN.fullmatch(organs) is not None:
        return True
    return _are_organs(organs) and any(map(behind.lstrip(" \u3000\xa0《").startswith, titles))


def _are_organs(text: str) -> bool:
    return ORGAN.fullmatch(text[-_ONE_ORGAN:]) is not None
