"""Compatibility characters become the plain ones they stand for.

Full-width letters, digits and signs → ASCII; radicals and compatibility ideographs → unified ideographs; small and
vertical forms → the usual marks; ㈠ ⑴ ⒈ → （一） (1) 1. (labels, read by the label grammar). Circled numbers stay: ①
is a label of its own. Full-width punctuation is left to the step for punctuation width.
"""

from __future__ import annotations

import re
import unicodedata

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import MappedText

_MARKS_WITH_TWINS = "，：；？！（）"  # full-width marks whose width depends on their neighbours
_KEPT = _MARKS_WITH_TWINS + "～＂＇"  # ～ is the range mark of Chinese text (GB/T 15834)
_CIRCLE_ZEROS = "Ｏ０"  # inside 二Ｏ一八年 they are the digit 〇, which the date reader knows


_SMALL_AND_VERTICAL = (  # pairs: printed form, plain form
    "﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹙（﹚）﹛{﹜}﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹤<﹥>﹦=﹩$﹪%﹫@︵（︶）︷{︸}︹〔︺〕︻【︼】︽《︾》︿〈﹀〉"
    "〖【〗】〘〔〙〕﹁「﹂」﹃『﹄』︰：∶：︐，︑、︒。︓：︔；︕！︖？｡。｢「｣」､、･·〜～∼～￠¢￡£￥¥￦₩"
)
#: What optical readers and fonts of Japan print for a simplified character; pairs as above.
_NEW_FORMS = "単单実实県县発发関关対对経经済济検检権权処处応应図图団团広广拡扩挙举効效"


def _forms() -> dict[int, str]:
    """The replacements that keep the length, by code point."""
    forms = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    forms |= {ord(form): plain for form, plain in zip(_NEW_FORMS[::2], _NEW_FORMS[1::2], strict=True)}
    forms |= {ord(form): plain for form, plain in zip(_SMALL_AND_VERTICAL[::2], _SMALL_AND_VERTICAL[1::2], strict=True)}
    return {code: form for code, form in forms.items() if chr(code) not in _KEPT}


_FORMS = _forms()
_IDEOGRAPHS = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
_LABELS = "\u2474-\u249b\u3220-\u3229"
CANDIDATES = f"{_IDEOGRAPHS}{_LABELS}{re.escape(''.join(map(chr, _FORMS)))}"
"""Inside of a character class: the characters that this step may replace."""
_CANDIDATES = lazy_pattern(f"[{CANDIDATES}]")
_LONGER = f"[{_LABELS}]"
_IDEOGRAPH = f"[{_IDEOGRAPHS}]"
_CHINESE_ZERO = lazy_pattern(
    f"(?<=[一二三四五六七八九〇○{_CIRCLE_ZEROS}])[{_CIRCLE_ZEROS}](?=[一二三四五六七八九〇○年{_CIRCLE_ZEROS}])"
)
#: The sign of a ratio (1∶1) is one; elsewhere, and in times of day, pages print it for a colon.
_RATIO = lazy_pattern(r"(?<=\d)∶(?![0-5]\d(?!\d))(?=\d)")
# Radicals that NFKC leaves alone although pages print them for the ideograph (CJK Radicals Supplement).
_RADICALS = dict(
    zip("⺟⻓⻋⻅⻔⻛⻜⻢⻥⻦⻰⻚⻄⻉⻙⻩⻬⻮⺠⻘⻝⻤⻣", "母长车见门风飞马鱼鸟龙页西贝韦黄齐齿民青食鬼骨", strict=True)
)


def plain_forms(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Replace compatibility characters."""
    del doubts
    found = set(_CANDIDATES.findall(text.text))
    if not found:
        return text
    table = {ord(char): _FORMS[ord(char)] for char in found if ord(char) in _FORMS}
    table |= {ord(char): _ideograph(char) for char in found if re.match(_IDEOGRAPH, char)}
    kept = text.text
    text = text.translate(table)
    if not found.isdisjoint(_CIRCLE_ZEROS):
        text = _kept(text, kept, _CHINESE_ZERO)
    if "∶" in found:
        text = _kept(text, kept, _RATIO)
    return text.edit([(*match.span(), _label(match[0])) for match in re.finditer(_LONGER, text.text)])


def _ideograph(char: str) -> str:
    form = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return form if len(form) == 1 else char


def _kept(text: MappedText, printed: str, pattern: re.Pattern[str]) -> MappedText:
    """Put back as printed what a pattern finds: the Ｏ and ０ of Chinese numerals, the sign of a ratio."""
    characters = list(text.text)
    for match in pattern.finditer(printed):
        characters[match.start()] = match[0]
    return text.with_text("".join(characters))


def _label(char: str) -> str:
    """㈠ → （一）, ⑴ → (1), ⒈ → 1."""
    form = unicodedata.normalize("NFKC", char)
    return f"（{form[1:-1]}）" if "\u3220" <= char <= "\u3229" else form
