"""Where a time expression can begin: most signs of the vocabulary belong to other words.

Words are looked up; patterns, which take long to compile, are left to numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import words
from .words import FIXED_DAYS, LUNAR_DAYS, SEASONS

_AFTER_NUMBER = r"年月日天号周旬季、,，和及与/\-—–~～至到"
# 3．2030年底前, 2．6月底前: the number of a point, its dot and a date; a length like 1.5个月 has no such sign.
_DIGIT = lazy_pattern(
    rf"(?:(?<![\d.])|(?<=\d\.)(?=(?:19|20)\d\d年|1?\d月(?:底|末|前|份|初|[上中下]旬|\d)))\d(?=\d{{0,3}}(?:[.·{_AFTER_NUMBER}]|个半?[月工]|个?(?:工作|自然|小时|分钟|星期|季|学期))|\d{{4}}|\d{{3}}$|\d{{2,3}}前|\d?[底末]前?$|\d?底(?:之?前|以前)(?:完成|[，。；、）)\s]))"
)
# 高三, 初二 are forms of a school.
_NUMERAL = lazy_pattern(
    r"(?<![一二三四五六七八九十百第])(?<!(?<![最提])高)(?<!(?<![年月])初)[一二三四五六七八九十两](?=[〇零一二三四五六七八九十百]{0,3}"
    rf"(?:[{_AFTER_NUMBER}]|个半?[月工]|个?(?:工作|自然|小时|星期|季|学期)|五)|[前节期])"
)
#: 1次/年
_PER = ("次/", "次／")
_ISSUE = lazy_pattern(r"[自从](?:(?:本|通知|方案|意见|文件)[^，。；]{0,12})?(?:现在[起开]|印发|发布|下发|公布|发文)")
_NUMERALS = frozenset("一二三四五六七八九十两")
_QUOTES = frozenset('“"「『')


def _joined(*parts: str) -> set[str]:
    """All words of one character of each part."""
    return {"".join(letters) for letters in product(*parts)}


_WORDS = (
    _joined("第", "一二三四1234", "季、至到和")
    | _joined("每按逐分隔", "年半季月周旬日天工学个星一两二三四五六七八九十0123456789隔")
    | _joined("年岁", "底末尾内中度终初")
    | _joined("今明来翌", "年")
    | _joined("次翌当本后上去", "年月")
    | {"上一年"}
    | _joined("年季月周天", "/", "次1一")
    | _joined("上下", "月")
    | _joined("本下", "季")
    | _joined("每逢按", "双单逢")
    | _joined("最", "迟晚")
    | _joined("不", "超晚迟")
    | _joined("不", "得能可", "超晚迟")
    | set(words("半年 半月 半个月 上半年 下半年 上个月 下个月 下年 下一年 全年 前三季 首季 季度 月度 元月"))
    | {"即日起", "今明两年", *FIXED_DAYS, *LUNAR_DAYS, *SEASONS}
)


def _by_sign(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words by their first character."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return {sign: tuple(group) for sign, group in found.items()}


_WORDS_BY_SIGN = _by_sign(_WORDS)


def can_begin(text: str, at: int) -> bool:
    """Whether what stands at an offset can open a time expression."""
    sign = text[at]
    if sign.isdecimal():
        return _DIGIT.match(text, at) is not None or text.startswith(_PER, at + 1)
    if text.startswith(_WORDS_BY_SIGN.get(sign, ()), at):
        return True
    if sign in _NUMERALS:
        return _NUMERAL.match(text, at) is not None or text.startswith(_PER, at + 1)
    if sign in _QUOTES:
        return _quotes_time(text[at + 1 : at + 4])
    return sign in "自从" and _ISSUE.match(text, at) is not None


def _quotes_time(quoted: str) -> bool:
    """“十四五…, “五一”."""
    if len(quoted) < 3:
        return False
    plan = quoted[0] == "十" and quoted[2] == "五" and quoted[1] != "\n"
    return plan or (quoted[0] in "元五七八十国" and quoted[1] in "旦一庆" and quoted[2] == "”")
