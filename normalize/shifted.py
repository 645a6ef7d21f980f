"""GBK text read one byte out of step, put back into step.

Decoders drop pairs of bytes that GBK does not define, without a trace, so that a run out of step can hide a gap: two
half characters that look like one. A repaired run therefore needs evidence: it can be cut into words that the notice
holds elsewhere, or that any notice may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from .characters import is_han
from .conversion import to_simplified
from .gaps import begun, filled, likeliest, weight
from .lazy import lazy_pattern
from .named_tuples import NamedTuple
from .readings import glossed, readings
from .syllables import LETTERS, PLAIN

LOST = "?？\ufffd"  # what decoders print for a broken pair of bytes
_RUN = lazy_pattern("[^\x00-\x7f?？\ufffd]{0,80}")
_BROKEN_GLOSS = lazy_pattern(f"[?？\ufffd]([{LETTERS}]{{1,6}})[)）]")
_OWN_GLOSS = lazy_pattern(f"[(（]([{LETTERS}]{{1,6}})[)）]")
_TRIPLE = lazy_pattern("(?=([\u3400-\u9fff\U00010000-\U0010ffff〇○]{3}))")
_MARK_FORMS = {"!": "！", ",": "，", ":": "：", ";": "；"}
_BRACKETED_LABEL = lazy_pattern("[（(]([一二三四五六七八九十]{1,2})[）)]")
_REACH = 4000  # how far up the label before is looked for
_OPENINGS = frozenset({"", "\n", " ", "\t"})

# What opens a line behind an ideographic space, out of step from its first byte on: labels, and stock sentences whose
# dropped pairs nothing but their wording can bring back.
_NUMERALS = [*"一二三四五六七八九十", *("十" + digit for digit in "一二三四五六七八九")]
_LINE_OPENINGS = (
    *("此件公開發布", "此件主動公開", "此件依申請公開", "此件不公開"),
    *("此件公开发布", "此件主动公开", "此件依申请公开", "此件不公开"),
    *(f"{numeral}）" for numeral in _NUMERALS),
)
#: Marks that part words.
_STOPS = frozenset("（）、，；：")
#: So many everyday characters need no further evidence.
_SHORT = 4


class Repair(NamedTuple):
    """A range of the damaged text and what stood there; ``lost`` is the place of a neighbour that stays lost."""

    start: int
    end: int
    text: str
    lost: tuple[int, int] | None = None


class _Ending(NamedTuple):
    """Where a run ends, its bytes in step, the first byte of a last character that lost its second one, and what the
    last character can be (None: any); whether a digit may have gone with it.
    """

    stop: int
    pairs: list[bytes]
    half: bytes
    ends: frozenset[str] | None
    ate_digit: bool = False


class Repairer:
    """Repairs of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._label = 0, ""  # the last one restored, and where

    def after_gloss(self, start: int, end: int, reading: str) -> Repair | None:
        """Repair behind a gloss ``?reading)`` at ``[start, end)`` that fell into a character."""
        trail = _bytes(self.text[start - 1])[1:]
        leads = {code[1:] for code in map(_bytes, _read_as(reading)) if code[:1] == trail} if trail else set[bytes]()
        found = {candidate for lead in leads for candidate in self._in_step(lead, start, end, may_be_empty=True)}
        fewest = min((len(text) for _, text in found), default=0)  # without a gap rather than with one
        likely = [candidate for candidate in found if len(candidate[1]) == fewest]
        if len(likely) == 1:
            return Repair(start, *likely[0])
        return self._between_readings(start, end, reading) if not leads else None

    def _between_readings(self, start: int, end: int, reading: str) -> Repair | None:
        """One character that two readings enclose, behind another character than the one that it was damaged with.

        Pages are converted once more after they were damaged: ?dāng)?shù) is 數 behind any character.
        """
        gloss = _BROKEN_GLOSS.match(self.text, end)
        if gloss is None:
            return None
        leads = {code[1:] for code in map(_bytes, _read_as(reading))}
        chars = [char for char in _read_as(gloss[1]) if _bytes(char)[:1] in leads]
        around = self.text[max(0, start - 1) : start], self.text[gloss.end() : gloss.end() + 1]
        char = likeliest(chars, *around)
        return Repair(start, gloss.end(), char) if char else None

    def after_mark(self, start: int, end: int) -> Repair | None:
        """Repair behind a comma that fell into a character before what looked like the mark at ``end - 1``.

        The character before the mark lost its first byte. At the opening of a line it was an ideographic space;
        elsewhere it stays lost.
        """
        opening = self.text[start - 1 : start] in _OPENINGS
        mark = self.text[end - 1]
        code = _bytes(_MARK_FORMS.get(mark, mark))
        if opening and mark == "。":
            repair = self._line_opening(start, end)
            if repair is not None:
                return repair
        found = set(self._in_step(code[1:], start, end, may_be_empty=False))
        if len(found) != 1:
            return self._bare_label(start, end) if opening and mark == "。" else None
        stop, repaired = found.pop()
        if opening and code[:1] == b"\xa1":
            # ）may be the end of a label whose （ and number were dropped together.
            return Repair(start, stop, " " + repaired, lost=(start, end) if repaired[0] == "）" else None)
        neighbour = to_simplified(self.text[start - 1 : start])
        lost = [char for char in _ending_in(code[:1]) if weight(neighbour + char)] if repaired[0] in _STOPS else []
        if len(lost) == 1:  # 各省（區: no other character that ends so makes a word with 各
            return Repair(start, stop, lost[0] + repaired)
        return Repair(start + 1, stop, repaired, lost=(start, start + 1))

    def _line_opening(self, start: int, end: int) -> Repair | None:
        """A label or stock sentence in brackets whose damage the text shows."""
        for phrase in (*self._counted_on(start), *_LINE_OPENINGS):
            shown, half, covered = _out_of_step("（" + phrase)
            stop = end + len(shown)
            if not (shown or half) or not self.text.startswith(shown, end):
                continue
            repair = self._opened(start, stop, phrase, half, covered)
            if repair is not None:
                self._label = start, phrase[:-1]
                return repair
        return None

    def _opened(self, start: int, stop: int, phrase: str, half: bytes, covered: int) -> Repair | None:
        """A phrase that a line opens with and what follows it at ``stop``, where the half pair at its end fits that."""
        if not half:
            return Repair(start, stop, " " + ("（" + phrase)[:covered])
        gloss = _BROKEN_GLOSS.match(self.text, stop)
        first = begun(half, _read_as(gloss[1]), self.text[gloss.end() : gloss.end() + 1]) if gloss else None
        if gloss and first:
            return Repair(start, gloss.end(), f" （{phrase}{first}")
        following = _bytes(self.text[stop : stop + 1])
        if following[:1] == half and len(following) == 2:
            return self._behind_label(start, stop, " （" + phrase, following[1:])
        return None

    def _bare_label(self, start: int, end: int) -> Repair | None:
        """The label that counts on, before text that stays out of step: the pair behind it was dropped as well."""
        for phrase in self._counted_on(start):
            shown = _out_of_step("（" + phrase)[0]
            stop = end + len(shown)
            if shown and self.text.startswith(shown, end):
                self._label = start, phrase[:-1]
                return Repair(start, stop, f" （{phrase}?", lost=(start, stop))
        return None

    def _counted_on(self, start: int) -> Iterator[str]:
        """The label that counts on from the one before, printed or restored: 十, 十二 and 十六 are damaged alike."""
        at, last = self._label
        for match in _BRACKETED_LABEL.finditer(self.text, max(at, start - _REACH), start):
            last = match[1]
        if last in _NUMERALS[:-1]:
            yield f"{_NUMERALS[_NUMERALS.index(last) + 1]}）"

    def _behind_label(self, start: int, stop: int, label: str, lead: bytes) -> Repair:
        """The label, and what follows it as far as that can be put into step."""
        found = set(self._in_step(lead, start, stop + 1, may_be_empty=True, share=_BEHIND_LABEL))
        if len(found) == 1:
            end, repaired = found.pop()
            return Repair(start, end, label + repaired)
        gloss = _BROKEN_GLOSS.match(self.text, stop + 1)
        char = likeliest(_read_as(gloss[1]), "", self.text[gloss.end() : gloss.end() + 1]) if gloss else None
        if gloss and char:  # what stands before it is lost, but its reading and its neighbour tell the character
            return Repair(start, gloss.end(), f"{label}?{char}", lost=(stop, stop + 1))
        return Repair(start, stop + 1, label + "?", lost=(stop, stop + 1))

    def _in_step(
        self, lead: bytes, start: int, end: int, *, may_be_empty: bool, share: float = 1.0
    ) -> list[tuple[int, str]]:
        """Candidates (end of the damage, text that stood there) for the run from ``end`` on behind a first byte.

        ``share`` of what is repaired has to be known words.
        """
        run = _RUN.match(self.text, end)
        body = run[0] if run else ""
        data = lead + b"".join(map(_bytes, body))
        ending = self._ending(end + len(body), data) if len(data) % 2 else None
        if ending is None or not (body or may_be_empty or (ending.ends and not ending.half)):
            return []
        around = self.text[max(0, start - 2) : start], self.text[ending.stop : ending.stop + 2]
        text = filled(tuple(ending.pairs), around, ending.half, ending.ends)
        if not text:
            return []
        # One character on which bytes and reading agree, or that two broken readings leave no choice about.
        certain = not body and (ending.ends is not None or (may_be_empty and text in glossed()))
        if ending.ends is not None:
            certain, share = certain or _is_short(text), min(share, _BEHIND_LABEL)
        if not certain and not self._has_evidence(start, text, ending.stop, share):
            return []
        return [(ending.stop, text + "?" if ending.ate_digit else text)]

    def _ending(self, at: int, data: bytes) -> _Ending | None:
        """How the run of bytes ends at ``at``: with a reading, with a letter or with a lost character."""
        gloss = _BROKEN_GLOSS.match(self.text, at)
        if gloss:
            return _Ending(gloss.end(), _pairs(data[:-1]), data[-1:], frozenset(_read_as(gloss[1])))
        char = self.text[at : at + 1]
        if "@" <= char <= "~":
            # A last byte below 0x80 prints as the ASCII character that it is; its own gloss can follow.
            gloss = _OWN_GLOSS.match(self.text, at + 1)
            ends = frozenset(_read_as(gloss[1])) if gloss else None
            return _Ending(gloss.end() if gloss else at + 1, _pairs(data + char.encode("ascii")), b"", ends)
        if char and char in LOST and len(data) > 1:
            digit = self.text[at + 1 : at + 2].isdecimal()  # the last byte took what stood behind it along
            return _Ending(at + 1, _pairs(data[:-1]), data[-1:], None, digit)
        return None

    def _has_evidence(self, start: int, repaired: str, stop: int, share: float) -> bool:
        """True when ``share`` of the repaired characters, their neighbours counted in, can be cut into known words.

        The others have to be everyday characters.
        """
        before, after = self.text[max(0, start - 2) : start], self.text[stop : stop + 2]
        text = to_simplified(before + repaired + after)
        first, last = len(before), len(before) + len(repaired)
        strange = [0] + [len(text) + 1] * len(text)
        for at, char in enumerate(text):
            alone = first <= at < last and is_han(char) and char not in _WORDS_OF_ONE
            cost = 0 if not alone else 1 if _is_common(char) else len(text)
            strange[at + 1] = min(strange[at + 1], strange[at] + cost)
            for length in (2, 3):
                word = text[at : at + length]
                if len(word) == length and (weight(word) or word in self._pieces):
                    strange[at + length] = min(strange[at + length], strange[at])
        return strange[-1] <= (1 - share) * len(repaired)

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """Triples of neighbouring characters of the text, simplified; pairs would be too weak an evidence."""
        return frozenset(_TRIPLE.findall(to_simplified(self.text)))


def _is_short(text: str) -> bool:
    """True for a few everyday characters: enough where the reading of the last one agrees."""
    return len(text) <= _SHORT and all(_is_common(char) or char in _STOPS for char in text[:-1])


#: A label that came out of step with the text behind it vouches for that text: so much of it has to be words.
_BEHIND_LABEL = 0.6
_WORDS_OF_ONE = frozenset("的和与及或对在为等各按由向以将从并把被其")


@lru_cache(maxsize=64)
def _out_of_step(phrase: str) -> tuple[str, bytes, int]:
    """How a phrase prints from its second byte on; the half pair at its end; how many characters that covers."""
    data = phrase.encode("gbk")[1:]
    shown: list[str] = []
    at = 0
    while at + 1 < len(data):
        if data[at] < 0x80:
            return "".join([*shown, chr(data[at])]), b"", at // 2 + 1
        shown.append(data[at : at + 2].decode("gbk", "ignore"))
        at += 2
    return "".join(shown), data[at:], len(phrase)


def _is_common(char: str) -> bool:
    """True for the characters of everyday Chinese, the first level of GB 2312."""
    return b"\xb0\xa1" <= _bytes(char) <= b"\xd7\xf9"


@lru_cache(maxsize=16)
def _ending_in(trail: bytes) -> str:
    """The characters of everyday Chinese whose second byte is ``trail``."""
    return "".join(bytes([lead]).__add__(trail).decode("gbk") for lead in range(0xB0, 0xD7)) if trail >= b"\xa1" else ""


def _read_as(reading: str) -> str:
    """Characters with the reading; one printed without tone stands for all tones."""
    if reading.translate(PLAIN) != reading:
        return readings().get(reading, "")
    return "".join(chars for syllable, chars in readings().items() if syllable.translate(PLAIN) == reading)


def _pairs(data: bytes) -> list[bytes]:
    return [data[at : at + 2] for at in range(0, len(data), 2)]


def _bytes(char: str) -> bytes:
    """The two bytes of a character in GBK; nothing for what has none."""
    code = char.encode("gb18030", "ignore")
    return code if len(code) == 2 else b""
