"""Number labels of Chinese official writing: 一、 （一） 1. （1） ① and their kin.

The order of the levels follows GB/T 9704-2012, 7.3.3; documents skip levels freely, so that a reader compares
styles, not levels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ...normalize.indented import UNPRINTED
from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from .numerals import integer

HAN = "一二三四五六七八九十百"
#: The pattern of a Chinese numeral, which a page may have spaced (十 二、).
NUMERAL = rf"[{HAN}](?: ?[{HAN}]){{0,3}}"
#: What follows a number that counts or dates, rather than labels.
MEASURES = "年月日时万亿千百个项家所条处名次台套件户场人元米公吨亩倍种类份辆座间号级"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLETS = "△▲•●▪◇◆★☆■□◎➢►·"
#: Groups of the pattern that are other spellings of a style.
_SPELLINGS = {
    "closed": "arabic_bracket",
    "ordinal": "arabic",
    "task": "arabic",
    "spaced": "arabic",
    "serial": "arabic",
    "item": "arabic",
    "padded": "arabic",
}

#: 3.2 Ⅰ级响应 opens like a word.
_TEXT = rf"(?:{CHINESE}|[“《ⅠⅡⅢⅣ])"
_NO_MEASURE = rf"(?![{MEASURES}])"
#: A time that opens the text of an item, behind a blank: 3.1 6月组织宣传周.
_TIME_FIRST = rf"(?:20\d\d年|\d{{1,2}}年内|(?:1[0-2]|[1-9])月(?:\d{{1,2}}日)?)[份底前]{{0,2}}，?{CHINESE}"
#: A name that opens with letters or figures, behind a blank: 1.1 5G基站, 1.2 IPv6改造, 3.1 Ⅳ级响应; no measure (1.5 km道路).
_UNITS = r"(?:[kcdm]?m|[km]?g|[kKMG]W|kV|m?[LA](?!类|级|区|座|型)|[kKMGTP]B|[kMG]?Hz|[kMG]?Wh|m[23²³]|ha|h|t|s)"
_NAME_FIRST = rf"(?!{_UNITS}(?![A-Za-z\d]))(?:\d[A-Z]{{1,2}}|\d{{5}}(?=热线|平台)|[A-Za-z][A-Za-z\d/+·-]{{0,15}}|[Ⅰ-Ⅻ])\s?[）)”]?{CHINESE}"
# By what they open with: most texts open with none of it, and most pages use a few of the styles.
_HAN_LABEL = lazy_pattern(
    rf"(?P<han>{NUMERAL})(?:\s?(?:[、.．]|，(?=\S))|\s+(?={CHINESE}{{3}}))|(?P<point>[{HAN}]{{1,3}})是(?=[^否的])"
)
_DIGIT_LABEL = lazy_pattern(
    rf"(?P<triple>\d{{1,2}}(?:[.．]\d{{1,2}}){{2,3}})(?:(?:[、.．]\s?|\s?)(?={_TEXT}){_NO_MEASURE}|\s(?={_TIME_FIRST}|{_NAME_FIRST}))"
    rf"|(?P<decimal>\d{{1,2}}[.．-]\d{{1,2}})(?:[、.．]\s?|\s)(?:(?={_TEXT}){_NO_MEASURE}(?![周季届])|(?<=\s)(?={_TIME_FIRST}|{_NAME_FIRST}))"
    r"|(?P<arabic>\d{1,3})\s?(?:、(?!\d+[、月日]|\d{1,3}年)|[.．](?!\d)|[.．](?=\d{4}\s?(?:[—–~～至-]{1,2}\s?\d{4}\s?)?年)|[.．](?=\d{1,2}\s?月\D))"
    rf"|(?P<padded>0[1-9])(?=(?![{MEASURES}版后前式]){CHINESE}{{2}})"
    rf"|(?P<closed>\d{{1,3}})\s?[）)]|(?P<spaced>\d{{1,2}})\s+(?={_TEXT}{{2}})(?:{_NO_MEASURE}|(?=项目))"
)
_BRACKET_LABEL = lazy_pattern(
    rf"[（(]\s?(?:(?P<han_bracket>{NUMERAL})|(?P<arabic_bracket>\d{{1,3}})|(?P<decimal>\d{{1,2}}[.．-]\d{{1,2}}))\s?[）)][、.]?"
)
#: （一） on a page that has other brackets for all of them; [1] is a note.
_OTHER_BRACKETS = "[［〔【"
_OTHER_BRACKET_LABEL = lazy_pattern(rf"[\[［〔【]\s?(?P<han_bracket>{NUMERAL})\s?[\]］〕】][、.]?(?={_TEXT}{{2}})")
_ORDINAL_LABEL = lazy_pattern(
    rf"第 ?(?P<part>{NUMERAL}) ?(?:部分|章|节|篇)[、：\s]?|第(?P<ordinal>\d{{1,3}})[项条][、：:.\s]?"
    rf"|第(?P<docket>\d{{1,4}})号(?:建议|提案|议案|意见)?[、：:.\s]?\s*(?=关于|[“《])"
    rf"|第 ?(?P<item>{NUMERAL}) ?项(?:任务|工作|行动)?(?:[、：:.]\s?|\s)"
    rf"|第 ?(?P<article>{NUMERAL}) ?条(?![，。；、第和至或的中所款规及与])[：:.\s]?"
)
#: As minutes number their parts: 壹、报告事项.
_FORMAL = "壹贰叁参肆伍陆柒捌玖拾"
_FORMAL_LABEL = lazy_pattern(rf"(?P<part>[{_FORMAL}]{{1,2}})\s?、")
_PLAIN = str.maketrans(_FORMAL, "一二三三四五六七八九十")
_WORD_LABEL = lazy_pattern(
    r"任务(?:(?P<decimal>\d{1,2}(?:[.．-]\d{1,2}){1,3})|(?P<task>\d{1,3}))[、：:.\s]?|(?:序号|编号)\s?[：:]\s?(?P<serial>\d{1,3})[；，。]?$"
)
_SECTION_LABEL = lazy_pattern(rf"(?:板块|模块|篇章)\s?(?P<part>{NUMERAL})(?:\s?[、：:]\s?|\s+)(?={_TEXT}{{2}})")
_LATIN = "NP"
#: As articles number: NO.1, PART 01.
_LATIN_LABEL = lazy_pattern(
    rf"(?:N[Oo][.．]\s?(?P<no>\d{{1,2}})|(?:PART|Part)[.．]?\s?(?P<part>\d{{1,2}}))[.．、：:]?\s*(?={_TEXT}{{2}})"
)
_CIRCLED_LABEL = lazy_pattern(r"(?P<circled>[①-⑳])[、.]?")
#: A1. and B2、, numbered within each letter; Q1. asks, T3. is a place.
_LETTER_LABEL = lazy_pattern(
    rf"[A-H](?P<lettered>\d{{1,2}})(?:[.．、]\s?|\s)(?={_TEXT}{{2}})|(?P<letter>[A-H])[.．、]\s?(?={_TEXT}{{2}})"
)
#: a) and b), within an item; (a) may be a note.
_SMALL_LABEL = lazy_pattern(rf"(?P<small>[a-h])\s?[）)]\s?(?={_TEXT})")
_BULLET_LABEL = lazy_pattern(
    rf"(?P<bullet>[{_BULLETS}]|○(?![○〇零一二三四五六七八九十年省市县区镇])|[-–]\s|[—–]{{1,2}})\s?(?={_TEXT}|\d{{1,5}}\s?{CHINESE}|[【〔（\[]{CHINESE})"
)
_LABELS = {
    **dict.fromkeys(HAN, _HAN_LABEL),
    **dict.fromkeys("0123456789", _DIGIT_LABEL),
    **dict.fromkeys("（(", _BRACKET_LABEL),
    **dict.fromkeys(_OTHER_BRACKETS, _OTHER_BRACKET_LABEL),
    **dict.fromkeys("ABCDEFGH", _LETTER_LABEL),
    **dict.fromkeys("abcdefgh", _SMALL_LABEL),
    **dict.fromkeys(_FORMAL, _FORMAL_LABEL),
    "第": _ORDINAL_LABEL,
    **dict.fromkeys("任序编", _WORD_LABEL),
    **dict.fromkeys("板模篇", _SECTION_LABEL),
    **dict.fromkeys(_LATIN, _LATIN_LABEL),
    **dict.fromkeys(CIRCLED, _CIRCLED_LABEL),
    **dict.fromkeys(_BULLETS + "○-–—", _BULLET_LABEL),
}
#: Items that are named as they are counted: 督查事项1：, 整改任务二：
_NAMED = lazy_pattern(
    rf"(?:{CHINESE}{{2,6}})?(?:任务|事项|项目|问题|举措|措施|行动|工程|专项|意见|议题|指标|案由|提案|议案|领域|板块)之?"
    rf"(?:(?P<arabic>\d{{1,3}})|(?P<han_bracket>[{HAN}]{{1,3}}))[：:]\s?"
)
_NAMED_LONGEST = 14
_BARE = lazy_pattern(
    rf"(?P<arabic>\d{{1,4}})(?:、|(?<!20\d\d)[.])?|(?P<han>{NUMERAL})[、.]?|[（(](?P<bracket>{NUMERAL}|\d{{1,4}})[）)]|(?P<circled>[①-⑳])"
)
_BARE_LONGEST = 6
_TIGHT = lazy_pattern(rf"(\d{{1,3}})(?:[.．、](?=\d)|[。，：·](?={CHINESE}))")
#: 一）做强, （二、做优, （三做实; 二：做优.
_SLIPPED = lazy_pattern(
    rf"(?:(?P<han_bracket>{NUMERAL})\s?[）)]|[（(]\s?(?P<opened>{NUMERAL})(?:\s?[、.．]|{_NO_MEASURE}(?!{CHINESE}*[，、]?{CHINESE}*[）)]))"
    rf"|(?P<han>{NUMERAL})[：·。])(?={CHINESE})"
)
#: A heading of 一、 that lost its number.
_LOST = lazy_pattern(rf"、{CHINESE}{{4,24}}")
#: A heading that lost its opening: `）推进减税`, `）、`.
_DAMAGED = lazy_pattern(rf"[）)][、.]?(?={CHINESE})")
_CLOSING_BRACKETS = frozenset("）)")


#: Styles of headings, from the outside in.
OUTER_STYLES = ("part", "han", "han_bracket")


class Label(NamedTuple):
    """A number label at the start of a text.

    ``style`` is, from the outside in: part (第一部分), article (第一条), han (一、), han_bracket (（一）), arabic, decimal (1.2, 1-2), triple (1.2.3), letter (A.), lettered (A1), arabic_bracket,
    no (NO.1), padded (01 over 1.), docket (第12号), circled, small (a)), point (一是), bullet. ``printed`` is the label without trailing punctuation (``一``, ``（一）``, ``12``); ``end`` is the offset at
    which the labelled text begins; ``value`` is its number, None for a damaged one.
    """

    style: str
    value: int | None
    printed: str
    end: int

    @property
    def outer(self) -> bool:
        """True for a label of headings, as against those of items and points."""
        return self.style in OUTER_STYLES

    def follows(self, before: Label | None) -> bool:
        """True for the next label of the list that ``before`` counts."""
        if before is None or before.style != self.style or before.value is None:
            return False
        return self.value == before.value + 1

    @property
    def damaged(self) -> bool:
        """True when the page lost a part of the label."""
        return self.value is None and self.style != "bullet"


@lru_cache(maxsize=1024)
def read_label(text: str) -> Label | None:
    """The number label that ``text`` begins with, None if there is none.

    Remembered for the lines of a document, since every look at a list asks it of all of them.
    """
    opening = text[:1]
    pattern = _LABELS.get("0" if opening.isdecimal() else opening)
    match = pattern.match(text) if pattern is not None else None
    if match is None:
        return _rare_label(text, opening)
    style = match.lastgroup or ""
    value = match[style].replace(" ", "")
    end = match.end()
    while end < len(text) and text[end].isspace():
        end += 1
    printed = match[0].strip().rstrip("、.．：，") if style != "serial" else value
    if text.startswith(UNPRINTED, end):
        return Label(style, integer(value), "", end + 1)
    if style == "bullet":
        return Label(style, None, "", end)
    if style in ("decimal", "triple"):
        return Label(style, int(re.split(r"[.．-]", value)[-1]), printed.replace("(", "（").replace(")", "）"), end)
    style = _SPELLINGS.get(style, style)
    if style == "circled":
        return Label(style, CIRCLED.index(value) + 1, value, end)
    number = ord(value.upper()) - ord("A") + 1 if style in ("letter", "small") else integer(value.translate(_PLAIN))
    if opening not in _LATIN:
        printed = printed.replace("(", "（").replace(")", "）").replace(" ", "")
    return Label(style, number, printed, end)


def opens_section(text: str) -> bool:
    """Whether a text opens with the label of a heading, as against those of items and points."""
    label = read_label(text)
    return label is not None and label.outer


def next_label(text: str, expected: int) -> Label | None:
    """The same where ``expected`` is the next number of a list: `9.65岁` is item 9 rather than a decimal, and `9。修桥` a
    slip of the scanner.
    """
    label = read_label(text)
    if label is not None or not text[:1].isdecimal():
        return label
    tight = _TIGHT.match(text)
    return Label("arabic", expected, tight[1], tight.end()) if tight is not None and int(tight[1]) == expected else None


def slipped_label(text: str, counts: Mapping[str, int]) -> Label | None:
    """The label of a heading that lost a bracket or has another mark, where it counts on from ``counts`` of each style."""
    if text[0] == "、" and "han" in counts and _LOST.fullmatch(text):
        return Label("han", None, "", 1)
    match = _SLIPPED.match(text) if text[0] in HAN or text[0] in "（(" else None
    if match is None:
        return None
    style = "han" if match["han"] else "han_bracket"
    number = match["han"] or match["han_bracket"] or match["opened"]
    if integer(number) != counts.get(style, 0) + 1:
        return None
    return Label(style, integer(number), number if style == "han" else f"（{number}）", match.end())


def _rare_label(text: str, opening: str) -> Label | None:
    """A label without the marks of its style: a damaged heading, the name of an item."""
    if opening in _CLOSING_BRACKETS and (damaged := _DAMAGED.match(text)) is not None:
        return Label("han_bracket", None, "", damaged.end())
    head = text[:_NAMED_LONGEST]
    return _named(text) if "：" in head or ":" in head else None


def _named(text: str) -> Label | None:
    match = _NAMED.match(text)
    if match is None:
        return None
    style = match.lastgroup or ""
    value = match[style]
    number = integer(value)
    return Label(style, number, match[0].rstrip("：: \t\u3000"), match.end())


def bare_number(text: str) -> int | None:
    """The value of a text that is a number label and nothing else (a cell of a number column)."""
    match = _BARE.fullmatch(text) if len(text) <= _BARE_LONGEST else None
    if match is None:
        return None
    style = match.lastgroup or ""
    value = match[style].replace(" ", "")
    if style == "circled":
        return CIRCLED.index(value) + 1
    return integer(value)
