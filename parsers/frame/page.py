"""The lines outside the tables, each with what it can be by its own form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..document import Line
from . import words
from .dates import DATE, is_crushed

_SENTENCE = re.compile(r"[。！？；]")
_NUMBERED = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})"
_ATTACHMENT = re.compile(rf"附[件表录]?{_NUMBERED}?[：:．.、](?!$)|附[件表录]{_NUMBERED}(?=\D)")
_SPACED = re.compile(r"附\s?件\s+(?!下载|列表)\S")  # 附件 and a title with a gap for the colon
MARKER = re.compile(rf"[（(【]?附[件表录]{_NUMBERED}?[：:．.]?[）)】]?(?:[-—－]\d{{1,2}})?[：:]?")
_SHORT = 46  # characters that a line of a title, a signature or page furniture may have
_KEY = re.compile("|".join(r"\s{0,4}".join(key) for keys in words.METADATA_KEYS.values() for key in keys.split("|")))


@dataclass(slots=True)
class Page:
    """A notice's lines with its table bodies set aside.

    ``free`` numbers the lines that are neither blank nor part of a body, in order; ``kinds`` holds one kind for each:
    marker, attachment, date, copy, metadata, label, sentence, chrome, organ or text.
    """

    text: str
    lines: Sequence[Line]
    bodies: Sequence[tuple[int, int]]
    free: list[int] = field(default_factory=list[int])
    compact: dict[int, str] = field(default_factory=dict[int, str])
    kinds: dict[int, str] = field(default_factory=dict[int, str])
    first_body: int = 0  # the line on which the first table starts; the number of lines when there is none
    last_body: int = 0  # one past the last line of the last table; 0 when there is none

    def __post_init__(self) -> None:
        self.bodies = [(first, last) for first, last in self.bodies if first < last]
        inside = bytearray(len(self.lines))
        for first, last in self.bodies:
            inside[first:last] = b"\1" * (min(last, len(self.lines)) - first)
        for line in self.lines:
            if line.text and not inside[line.index]:
                self.free.append(line.index)
                self.compact[line.index] = squeezed = "".join(line.text.split())
                self.kinds[line.index] = kind_of(line.text, squeezed)
        self.first_body = min((first for first, _ in self.bodies), default=len(self.lines))
        self.last_body = max((last for _, last in self.bodies), default=0)


def kind_of(text: str, squeezed: str) -> str:
    """What a line can be by its own form, without its place."""
    length = len(squeezed)
    if squeezed[0] in "附（(【" and (squeezed[0] == "附" or length < 12):
        if MARKER.fullmatch(squeezed):
            return "marker"
        if squeezed[0] == "附" and (_ATTACHMENT.match(squeezed) or _SPACED.match(text)):
            return "attachment"
    if length < 16 and is_date(squeezed):
        return "date"
    if words.COPY_LINE.match(squeezed) or (squeezed[-1] in "印发" and words.PRINTED_ON.match(squeezed)):
        return "copy"
    crumb = length <= _SHORT * 4 and words.CRUMB.search(squeezed) is not None
    if not crumb and words.LABEL.match(squeezed):
        return "label"
    if is_metadata(text):
        return "metadata"
    if length > _SHORT * 3 or _SENTENCE.search(squeezed) or _is_wrapped_prose(squeezed):
        return "sentence"
    if crumb or (length <= _SHORT * 2 and _is_chrome(squeezed)):
        return "chrome"
    if length >= 3 and words.ORGAN.fullmatch(squeezed):
        return "organ"
    return "text"


def _is_wrapped_prose(squeezed: str) -> bool:
    """Whether a line without a full stop is a piece of a sentence that the page wrapped."""
    return len(squeezed) > 15 and "，" in squeezed[:-1] and not words.GENRE.search(squeezed)


def _is_chrome(squeezed: str) -> bool:
    """Whether a short line is page furniture; a title may hold such a word, a link to another notice opens with one."""
    match = words.CHROME.search(squeezed)
    return match is not None and ("关于" not in squeezed or match.start() == 0)


def is_date(squeezed: str) -> bool:
    """Whether the line is a calendar day and nothing else."""
    squeezed = squeezed.strip("（）()[]【】|")
    return DATE.fullmatch(squeezed) is not None or is_crushed(squeezed)


def is_metadata(text: str) -> bool:
    """Whether the line opens with a head of the metadata block, a separator or the line's end behind it."""
    match = _KEY.match(text.lstrip("[【|·•*- \u3000"))
    if match is None:
        return False
    rest = text.lstrip("[【|·•*- \u3000")[match.end() :]
    return not rest or rest[0] in "：:|]】 \u3000\t\xa0"
