"""Bytes to source text: which encoding, and what to do with bytes that fit none.

Order: byte order mark; strict UTF-8; UTF-16/32 without a mark; nearly-UTF-8 with a few broken bytes; the Chinese
code pages, judged by how much of the result is everyday Chinese; charset-normalizer for the rest.
"""

from __future__ import annotations

import codecs
import re

from .doubt import Doubt
from .everyday import EVERYDAY
from .named_tuples import NamedTuple

REPLACEMENT = "\ufffd"
MAX_DAMAGE_DOUBTS = 20  # runs of damage reported one by one; more of them are folded into the last
_SAMPLE = 20_000  # characters looked at to judge a decoding
_CLEARLY_CHINESE = 0.4  # share of everyday characters, less what damage takes away
_PROBABLY_CHINESE = 0.2
_TEXT = 0.9  # share of legible characters from which bytes with NULs are text

_BOMS = (  # UTF-32 before UTF-16, whose mark it starts with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .xlsx, .wps)", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .wps)", "save it as plain text first"),
    (b"%PDF-", "a PDF document", "extract its text first"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
    (b"\x89PNG", "a PNG image", "run text recognition (OCR) first"),
    (b"\xff\xd8\xff", "a JPEG image", "run text recognition (OCR) first"),
    (b"GIF8", "a GIF image", "run text recognition (OCR) first"),
    (b"\x1f\x8b", "gzip-compressed data", "decompress it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\x7fELF", "a program", "give a text file"),
)
_GB_NAMES = frozenset({"gb2312", "gbk", "cp936", "gb18030", "hz", "ms936", "euc_cn"})
_DAMAGE = REPLACEMENT + "+"


class Decoded(NamedTuple):
    """The source text of a notice: no BOM, line ends as they are, an undecodable byte is one U+FFFD."""

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()


class NotText(ValueError):
    """The bytes are no text; the message says what they seem to be and what to do."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode ``data``; ``encoding`` overrules every guess.

    Raises NotText for binary data, LookupError for an unknown ``encoding``.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decoded(_replacing(data[len(mark) :], name), name)
    _refuse_magic(data)
    if b"\0" in data:
        return _wide(data)
    return _utf8(data) or _guess(data)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "ignore")  # refuses codecs that do not make text, such as hex
    except LookupError:
        raise LookupError(f"unknown encoding {encoding!r}: try utf-8, gb18030, big5 or utf-16") from None
    for mark, marked in _BOMS:
        if data.startswith(mark) and (name == marked or marked.startswith(name + "-")):
            data, name = data[len(mark) :], marked
            break
    if name.startswith("utf-8"):
        name = "utf-8"
    return _decoded(_replacing(data, name), name)


def _refuse_magic(data: bytes) -> None:
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"this seems to be {what}, not text: {remedy}")


def _wide(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark, or text in which a NUL strayed; anything else with NULs is binary."""
    best, name = 0.0, ""
    for candidate, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        whole = data[: min(len(data), 4 * _SAMPLE) // width * width]
        sample = whole.decode(candidate, "ignore")
        share = _legible(sample) if len(sample) * 2 * width > len(whole) else 0.0
        if share > best:
            best, name = share, candidate
    if best >= _TEXT:
        return _decoded(_replacing(data, name), name, guessed=True)
    narrow = _utf8(data) or _best_chinese(data)
    if narrow is None or _legible(narrow.text[:_SAMPLE]) < _TEXT:
        raise NotText("this seems to be binary data, not text: save it as plain text first, or name its encoding")
    return narrow


def _utf8(data: bytes) -> Decoded | None:
    try:
        return _decoded(data.decode("utf-8"), "utf-8")  # U+FFFD that the page itself holds is damage too
    except UnicodeDecodeError:
        return None


def _legible(sample: str) -> float:
    """Share of characters that a Chinese or Latin text is made of."""
    if not sample:
        return 0.0
    good = len(re.findall(_LEGIBLE, sample))
    return good / len(sample)


_LEGIBLE = "[\t\n\r -~\u00c0-\u01ff\u2010-\u2030\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]"


def _guess(data: bytes) -> Decoded:
    """Neither marked nor clean UTF-8."""
    kept = data.decode("utf-8", "ignore")
    lost = len(data) - len(kept.encode("utf-8"))
    multibyte = len(data) - lost - len(kept)  # two of the three bytes of each Chinese character
    if multibyte > 3 * lost:
        return _decoded(_replacing(data, "utf-8"), "utf-8")
    chinese = _best_chinese(data)
    if chinese is not None:
        return chinese
    detected = _detect(data)
    if detected is not None:
        return detected
    as_gb = _replacing(data, "gb18030")
    if as_gb.count(REPLACEMENT) < lost:
        return _decoded(as_gb, "gb18030", guessed=True)
    return _decoded(_replacing(data, "utf-8"), "utf-8", guessed=True)


def _best_chinese(data: bytes) -> Decoded | None:
    """GB18030 or Big5, whichever gives everyday Chinese with no or little damage."""
    best: tuple[float, str, str] | None = None
    for name in ("gb18030", "big5", "big5hkscs"):
        text = _replacing(data, name)
        score = _everyday_share(text[:_SAMPLE]) - 5 * text.count(REPLACEMENT) / len(text)
        if score > _CLEARLY_CHINESE:
            return _decoded(text, name, guessed=True)
        if score > _PROBABLY_CHINESE and (best is None or score > best[0]):
            best = score, name, text
    return None if best is None else _decoded(best[2], best[1], guessed=True)


def _everyday_share(sample: str) -> float:
    """Share of the everyday characters in those beyond ASCII: about a half in a notice, next to none in mojibake."""
    wide = len(sample) - len(sample.encode("ascii", "ignore"))
    return sum(map(EVERYDAY.__contains__, sample)) / wide if wide else 0.0


def _detect(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of it (imported only here: it costs more than a whole parse)."""
    from charset_normalizer import from_bytes

    match = from_bytes(data).best()
    if match is None:
        return None
    name = codecs.lookup(match.encoding).name
    if name in _GB_NAMES:
        name = "gb18030"
    return _decoded(_replacing(data, name), name, guessed=True)


def _replacing(data: bytes, name: str) -> str:
    return data.decode(name, "notice-parse-replace")


def _one_for_each(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: one U+FFFD for each undecodable byte."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return REPLACEMENT * (error.end - error.start), error.end


codecs.register_error("notice-parse-replace", _one_for_each)


def _decoded(text: str, name: str, *, guessed: bool = False) -> Decoded:
    doubts = _damage(text) if REPLACEMENT in text else []
    if guessed:
        doubts.append(Doubt("encoding-guessed", 0, 0, name))
    return Decoded(text, name, tuple(doubts))


def _damage(text: str) -> list[Doubt]:
    """One doubt a run of U+FFFD; beyond the limit, the rest as one."""
    runs = [match.span() for match in re.finditer(_DAMAGE, text)]
    doubts = [Doubt("damaged-bytes", *run, str(run[1] - run[0])) for run in runs[:MAX_DAMAGE_DOUBTS]]
    rest = runs[MAX_DAMAGE_DOUBTS:]
    if rest:
        count = sum(end - start for start, end in rest)
        doubts.append(Doubt("damaged-bytes", rest[0][0], rest[-1][1], str(count)))
    return doubts
