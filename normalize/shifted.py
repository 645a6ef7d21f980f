"""GBK text read one byte out of step, put back into step."""

from __future__ import annotations

from dataclasses import dataclass

from .readings import readings
from .syllables import PLAIN

# Sentences of every notice whose bytes, out of step, hold pairs that no decoder shows; nothing but their wording can
# bring those back.
_STOCK = (
    *("（此件公開發布）", "（此件主動公開）", "（此件依申請公開）", "（此件不公開）"),
    *("（此件公开发布）", "（此件主动公开）", "（此件依申请公开）", "（此件不公开）"),
)
_MARK_FORMS = {"!": "！", ",": "，", ":": "：", ";": "；"}


@dataclass(frozen=True, slots=True)
class Repair:
    """A range of the damaged text and what stood there; ``whole`` is False when a neighbour stays lost."""

    start: int
    end: int
    text: str
    whole: bool = True


def after_gloss(text: str, start: int, reading: str, body: str, last: str, end: int) -> Repair | None:
    """Repair behind a gloss that fell into a character.

    ``start`` is the place of the ``?``; ``body`` the characters out of step; ``last`` the reading of the gloss that
    ends them (empty when something else does), whose bracket closes before ``end``.
    """
    trail = _bytes(text[start - 1])[1:]
    if not trail:
        return None
    leads = {code[1:] for code in map(_bytes, _read_as(reading)) if code[:1] == trail}
    found = {repaired for lead in leads for repaired in _in_step(lead, text, end, body, last)}
    if len(found) != 1:
        return None
    return Repair(start, *found.pop())


def after_mark(text: str, start: int, body: str, last: str, end: int, opening: bool) -> Repair | None:
    """Repair behind a comma that fell into a character before what looked like a mark.

    The character before the mark lost its first byte. At the ``opening`` of a line it was an ideographic space;
    elsewhere it stays lost.
    """
    mark = text[start + 1]
    code = _bytes(_MARK_FORMS.get(mark, mark))
    found = set(_in_step(code[1:], text, end, body, last)) if len(code) == 2 else set[tuple[int, str]]()
    if len(found) != 1:
        return None
    stop, repaired = found.pop()
    if opening and code[:1] == b"\xa1":
        return Repair(start, stop, " " + repaired)
    return Repair(start + 1, stop, repaired, whole=False)


def stock_phrase(text: str, start: int, opening: bool) -> Repair | None:
    """Repair of a stock sentence whose damage matches the text."""
    if not opening:
        return None
    for phrase in _STOCK:
        damaged, intact = _damaged(phrase)
        if damaged and text.startswith(damaged, start + 1):
            return Repair(start, start + 1 + len(damaged), " " + phrase[:intact])
    return None


def _damaged(phrase: str) -> tuple[str, int]:
    """How a phrase behind an ideographic space prints out of step, and how many of its characters that covers."""
    data = b"\xa1" + phrase.encode("gbk")
    shown: list[str] = []
    at = 0
    while at + 1 < len(data):
        if data[at] < 0x80:
            shown.append(chr(data[at]))
            return "".join(shown), at // 2 + (at % 2)
        shown.append(data[at : at + 2].decode("gbk", "ignore"))
        at += 2
    return "", 0


def _in_step(lead: bytes, text: str, end: int, body: str, last: str) -> list[tuple[int, str]]:
    """Candidates (end of the damage, text that stood there) for a body out of step behind ``lead``."""
    data = lead + b"".join(map(_bytes, body))
    if last:
        if len(data) % 2 == 0:
            return []
        head, half = data[:-1], data[-1:]
        closings = [char for char in _read_as(last) if _bytes(char)[:1] == half]
        stop = end
    else:
        # A last byte below 0x80 prints as the ASCII character it is.
        trail = text[end : end + 1]
        if not ("@" <= trail <= "~") or not body:
            return []
        head, closings, stop = data + trail.encode("ascii"), [""], end + 1
    try:
        opened = head.decode("gbk")
    except UnicodeDecodeError:
        return []
    if not all(map(_is_common, opened)):
        return []
    return [(stop, opened + closing) for closing in closings]


def _read_as(reading: str) -> str:
    """Characters with the reading; one printed without tone stands for all tones."""
    if reading.translate(PLAIN) != reading:
        return readings().get(reading, "")
    return "".join(chars for syllable, chars in readings().items() if syllable.translate(PLAIN) == reading)


def _bytes(char: str) -> bytes:
    return char.encode("gbk", "ignore")


def _is_common(char: str) -> bool:
    """True for marks, the first level of GB 2312, and traditional characters of the readings table."""
    code = _bytes(char)
    if len(code) != 2:
        return False
    if code[1] >= 0xA1 and (0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7):
        return True
    return any(char in chars for chars in readings().values())
