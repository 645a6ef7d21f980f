"""A time in brackets right behind a time tells it more closely: 2031年（6月底前）, 6月底前（2031年）, 一季度（1—3月）."""

from __future__ import annotations

from .models import Expression, Point

_OPENING, _CLOSING = ("（", "("), ("）", ")")
#: What a time may frame that stands in brackets behind it.
_FRAMES = ("month", "quarter", "half", "year", "plan")
_KINDS = ("by", "between")


def glossed(text: str, last: Expression, found: Expression) -> Expression | None:
    """The one time that a time and the brackets behind it say; None where the brackets say more, or another time."""
    if text[last.end : found.begin] not in _OPENING or not text.startswith(_CLOSING, found.end):
        return None
    frame, due = last.due, found.due
    if last.kind not in _KINDS or found.kind not in _KINDS or frame is None or due is None:
        return None
    end = found.end + 1
    if not frame.known and due.known:
        return found._replace(begin=last.begin, end=end)  # 春节前（1月底）
    if not (_is_plain(frame) and _is_plain(due)):
        return None
    if _is_year(due) and due.has_year and frame.grain not in ("year", "plan") and not frame.has_year:
        return last._replace(end=end, due=_in_year(frame, due), start=_in_year(last.start, due))
    if last.kind != "by" or frame.grain not in _FRAMES or not _holds(frame, due):
        return None
    if _is_whole(frame, found):
        return last._replace(end=end)
    start = _in_year(found.start, frame)
    return found._replace(begin=last.begin, end=end, start=start, due=_in_year(due, frame))


def _is_plain(point: Point) -> bool:
    return point.known and point.month_shift is None and not point.follows


def _is_year(point: Point) -> bool:
    return point.grain == "year" and point.last == (12, 0) and point.first == (1, 1)


def _holds(frame: Point, due: Point) -> bool:
    """Whether a point of time lies in a stretch, as far as both name their year."""
    if frame.grain == "plan" or due.grain == "plan":
        return frame.year is not None and due.year is not None and _last_year(frame) == _last_year(due)
    if due.has_year and (due.year, due.shift) != (frame.year, frame.shift):
        return False
    return frame.first[0] <= due.last[0] <= frame.last[0]


def _last_year(point: Point) -> int:
    return (point.year or 0) + point.years


def _is_whole(frame: Point, found: Expression) -> bool:
    """Whether the brackets only say in other words which stretch it is."""
    due, start = found.due, found.start
    return due is not None and due.last == frame.last and (start is None or start.first == frame.first)


def _in_year(point: Point | None, year: Point) -> Point | None:
    """A point with the year that another one names, if it names none."""
    return point._replace(year=year.year, shift=year.shift) if point is not None and not point.has_year else point
