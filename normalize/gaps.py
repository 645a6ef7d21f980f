"""Characters of a run out of step whose bytes are gone in part, found by the words around them.

A decoder that meets a pair of bytes which GBK does not define drops it. In a run out of step that takes the second byte
of one character and the first of the next, and leaves one wrong character for two; at the end of a run the last
character lacks its second byte. What is left of the bytes allows a few dozen characters at each place. The choice that
makes the commonest words of the whole run stands, if no other comes near it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from .characters import is_han
from .common_words import word_weights
from .conversion import to_simplified
from .named_tuples import NamedTuple
from .readings import glossed
from .words import WORDS

_MOST_GAPS = 3
_OWN_WEIGHT = 6  # of a word that any notice may hold
_AS_PRINTED = (0, 3, 6, 9)  # lead of a character over two in its place, by how many words hold it
_ONE = 4  # lead of one character that lost its second byte over two
_WORDS_HELD = (4, 15, 40)
_AHEAD = 1  # weight by which a choice has to exceed the next one
_FULL_STOP, _MARK = b"\xa1", b"\xa3"  # first bytes of 。and of ，；：）
_FIRST_HAN = b"\xb0"
_MARKS = frozenset("，。、；：？！（）《》〈〉“”‘’〔〕【】—…·％０１２３４５６７８９　")
_WORDS_OF_ONE = frozenset("的和与及或对在为等各按由向以将从并把被其于")


class _Option(NamedTuple):
    """What may stand at one place: the text as printed and simplified, and its own weight."""

    text: str
    plain: str
    weight: int = 0


@lru_cache(maxsize=65536)
def weight(word: str) -> int:
    """How common a pair of simplified characters is as a word; 0 for none."""
    return _OWN_WEIGHT if word in WORDS else word_weights().get(word, 0)


@lru_cache(maxsize=1024)
def filled(
    pairs: tuple[bytes, ...], around: tuple[str, str], half: bytes = b"", ends: frozenset[str] | None = None
) -> str | None:
    """The characters of ``pairs`` with those that were lost between them; None when there is no telling.

    ``around`` is what stands before and behind the run, ``half`` the first byte of a last character that lost its second
    one; ``ends`` are the characters that the last one can be (None: any).
    """
    before, after = around
    printed = [_decoded(pair) for pair in pairs]
    if pairs and not half and ends is not None and printed[-1] not in ends:
        printed[-1] = None
    gaps = _strange(printed, before, after)
    if pairs and not half and ends is not None and printed[-1] is not None:
        gaps.discard(len(pairs) - 1)
    if len(gaps) > _MOST_GAPS:
        return None
    slots: list[list[_Option]] = []
    for at, (pair, char) in enumerate(zip(pairs, printed, strict=True)):
        last = ends if not half and at == len(pairs) - 1 else None
        slots.append(_options(pair, char, last) if at in gaps else [_option(char or "")])
    if half:
        line = (before + "".join(char or "" for char in printed)).rpartition("\n")[2]
        slots.append(_endings(half, ends, line))
    return _chosen(slots, _plain(before[-1:]), _plain(after[:1]))


def begun(half: bytes, ends: Collection[str], after: str) -> str | None:
    """The one of ``ends`` whose first byte was dropped behind ``half`` and that makes a word with what follows."""
    heads = {bytes([head]) for head in _dropped_behind(half[0])}
    options = [_option(char) for char in sorted(ends) if char.encode("gbk", "ignore")[:1] in heads]
    return _chosen([options], "", to_simplified(after[:1]))


def likeliest(chars: Collection[str], before: str, after: str) -> str | None:
    """The one of ``chars`` that makes the commonest words with its neighbours; None when there is no telling."""
    return _chosen([[_option(char) for char in sorted(chars)]], to_simplified(before), to_simplified(after))


def _decoded(pair: bytes) -> str | None:
    char = pair.decode("gbk", "ignore")
    return char if len(char) == 1 and (is_han(char) or char in _MARKS) else None


def _strange(printed: Sequence[str | None], before: str, after: str) -> set[int]:
    """Places of the characters that are none, or that make no word with a neighbour."""
    plain = [_plain(char or "?") for char in (before[-1:], *printed, after[:1])]
    return {
        at - 1
        for at in range(1, len(plain) - 1)
        if plain[at] == "?"
        or (
            is_han(plain[at])
            and plain[at] not in _WORDS_OF_ONE
            and not (weight(plain[at - 1] + plain[at]) or weight(plain[at] + plain[at + 1]))
        )
    }


@lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    return to_simplified(char)


def _option(text: str, own: int = 0) -> _Option:
    plain = "".join(map(_plain, text))
    return _Option(text, plain, own + (weight(plain) if len(plain) == 2 else 0))


def _options(pair: bytes, char: str | None, ends: Collection[str] | None) -> list[_Option]:
    """What two bytes may stand for: their character, or two whose inner bytes were dropped."""
    found = [_option(two) for two in _gaps(pair[:1], _characters_to(pair[1:]), ends)]
    if char is not None:
        found.append(_option(char, _lead(char)))
    return found


def _endings(half: bytes, ends: Collection[str] | None, line: str) -> list[_Option]:
    """What the first byte of a last character may stand for, behind ``line``."""
    if half == _FULL_STOP:
        return [_option("。")]
    if half == _MARK:
        opened = line.count("（") + line.count("(") > line.count("）") + line.count(")")
        return [_option("）" if opened else "；")]
    if half < _FIRST_HAN and ends is None:
        return []
    found = [_option(char, _ONE) for char in _characters_from(half) if ends is None or char in ends]
    if ends is not None:
        found += [_option(two) for two in _gaps(half, ends, None)]
    return found


def _gaps(lead: bytes, seconds: Iterable[str], ends: Collection[str] | None) -> Iterator[str]:
    """Two characters whose inner bytes were dropped."""
    by_head: dict[int, list[str]] = {}
    for second in seconds:
        if (ends is None or second in ends) and (code := second.encode("gbk", "ignore")):
            by_head.setdefault(code[0], []).append(second)
    for first in _characters_from(lead):
        for head in sorted(_dropped_behind(first.encode("gbk")[1]) & by_head.keys()):
            for second in by_head[head]:
                yield first + second


def _chosen(slots: Sequence[Sequence[_Option]], left: str, right: str) -> str | None:
    """The one option of each slot that together make the commonest words; None when another comes near."""
    forward = _links(slots, left)
    mirrored = [[option._replace(plain=option.plain[::-1]) for option in slot] for slot in reversed(slots)]
    backward = _links(mirrored, right, mirrored=True)[::-1]
    chosen: list[str] = []
    for at, slot in enumerate(slots):
        totals = sorted(
            ((forward[at][i] + option.weight + backward[at][i], option.text) for i, option in enumerate(slot)),
            reverse=True,
        )
        if not totals or (len(totals) > 1 and totals[0][0] - totals[1][0] < _AHEAD):
            return None
        chosen.append(totals[0][1])
    return "".join(chosen)


def _links(slots: Sequence[Sequence[_Option]], edge: str, *, mirrored: bool = False) -> list[list[int]]:
    """For each option the weight of the commonest words in front of it, the one that it begins among them.

    ``edge`` is the character in front of the first slot. Options that end in one character are one to what follows.
    """
    found: list[list[int]] = []
    reached: dict[str, int] = {edge: 0}
    for slot in slots:
        into = {
            first: max(
                (score + weight(first + last if mirrored else last + first) for last, score in reached.items()),
                default=0,
            )
            for first in {option.plain[:1] for option in slot}
        }
        found.append([into[option.plain[:1]] for option in slot])
        reached = dict[str, int]()
        for option, score in zip(slot, found[-1], strict=True):
            last = option.plain[-1:]
            reached[last] = max(reached.get(last, 0), score + option.weight)
    return found


@lru_cache(maxsize=1)
def _words_of() -> Counter[str]:
    """How many common words hold a character."""
    return Counter("".join(word_weights()))


def _lead(char: str) -> int:
    return _AS_PRINTED[bisect_right(_WORDS_HELD, _words_of()[to_simplified(char)])]


@lru_cache(maxsize=512)
def _characters_from(lead: bytes) -> tuple[str, ...]:
    """The usual characters whose first byte is ``lead``."""
    return _usual(lead + bytes([trail]) for trail in range(0x40, 0xFF))


@lru_cache(maxsize=512)
def _characters_to(trail: bytes) -> tuple[str, ...]:
    """The usual characters whose second byte is ``trail``."""
    return _usual(bytes([lead]) + trail for lead in range(0x81, 0xFF))


def _usual(codes: Iterable[bytes]) -> tuple[str, ...]:
    """Of the codes those of GB 2312 and of traditional characters that have a simplified form."""
    found = [(code, code.decode("gbk", "ignore")) for code in codes]
    return tuple(c for code, c in found if len(c) == 1 and (c in glossed() or (is_han(c) and min(code) > 0xA0)))


@lru_cache(maxsize=256)
def _dropped_behind(lead: int) -> frozenset[int]:
    """Second bytes with which a first one makes a pair that decoders drop: GBK has no character there."""
    if lead < 0x81:
        return frozenset()
    return frozenset(trail for trail in range(0x40, 0xFF) if not bytes((lead, trail)).decode("gbk", "ignore"))
