"""Where a time expression can begin: most signs of the vocabulary belong to other words."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives
from .words import FIXED_DAYS, LUNAR_DAYS, SEASONS

_AFTER_NUMBER = r"年月日天号周旬季、,，和及与/\-—–~～至到"
# 3．2030年底前, 2．6月底前: the number of a point, its dot and a date; a length like 1.5个月 has no such sign.
_DIGIT = rf"(?:(?<![\d.])|(?<=\d\.)(?=(?:19|20)\d\d年|1?\d月(?:底|末|前|份|初|[上中下]旬|\d)))\d(?=\d{{0,3}}(?:[.·{_AFTER_NUMBER}]|个半?[月工]|个?(?:工作|自然|小时|分钟|星期|季|学期))|\d{{4}}|\d{{3}}$|\d{{2,3}}前|\d?[底末]前?$|\d?底(?:之?前|以前)(?:完成|[，。；、）)\s]))"
# 高三, 初二 are forms of a school.
_NUMERAL = (
    r"(?<![一二三四五六七八九十百第])(?<!(?<![最提])高)(?<!(?<![年月])初)[一二三四五六七八九十两](?=[〇零一二三四五六七八九十百]{0,3}"
    rf"(?:[{_AFTER_NUMBER}]|个半?[月工]|个?(?:工作|自然|小时|星期|季|学期)|五)|[前节期])"
)
#: 1次/年
_PER = r"[0-9一二三四五六七八九十两]次[/／]"
_ISSUE = r"[自从](?:(?:本|通知|方案|意见|文件)[^，。；]{0,12})?(?:现在[起开]|印发|发布|下发|公布|发文)"
#: “十四五…, “五一”.
_QUOTED = r"[“\"「『](?:十.五|[元五七八十国][旦一庆]”)"
_WORDS = (
    r"第[一二三四1234][季、至到和]|[每按逐分隔][年半季月周旬日天工学个星一两二三四五六七八九十0123456789隔]|[年岁][底末尾内中度终初]|"
    r"[今明来翌次当本后去上]年|[次翌当本后上去下]月|[年季月]/[次1一]|[本下](?:季|周|星期)|[每逢按][双单逢]|最[迟晚]|不[得能可]?[超晚迟]|"
    r"半年|半个?月|(?:上[、和及与]?)?下半年|上半年|[上下]个月|[上下]一?年|全年|前三季|首季|季度|月度|元月|即日起|今明两年|"
    + alternatives(FIXED_DAYS, LUNAR_DAYS, SEASONS)
)

# fmt: off
#: What all of them begin with; the rest is skipped at the speed of one scan.
_SIGNS = (
    '0-9一二三四五六七八九十两第每按逐分隔半元年岁今明来翌次当本后去上下全前首季月春国中端清重'
    '主汛入雨秋开暑寒供采高省市逢“"「『最不即自从'
)
# fmt: on
_BEGINS = f"(?={_DIGIT}|{_WORDS}|{_NUMERAL}|{_PER}|{_QUOTED}|{_ISSUE})[{_SIGNS}]()"
#: A later day or part of the month that a time before may have named; no other time begins so.
_LATER = "[中下](?=旬)|[0-9](?=[0-9]?[日号](?:之前|以前|前))"
#: The sign that a time can begin with; its group is there unless it can but be a later day of the month.
OPENING = lazy_pattern(f"{_BEGINS}|{_LATER}")
#: The same, or one that work without an end can be named with.
OPENING_OR_GOING = lazy_pattern(f"[持长常经日不贯滚动深逐]()|{_BEGINS}|{_LATER}")
