"""People: they stand beside units and are never units."""

from __future__ import annotations

import re
from functools import lru_cache

from .grammar import Form, form_of

# The hundred family names in order of frequency and the rest of the classical list that occurs today.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武"
    "康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古"
    "强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闫冼湛伏"
)
COMPOUND_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "皇甫",
    "尉迟",
    "令狐",
    "公孙",
    "慕容",
    "司徒",
    "夏侯",
    "东方",
    "端木",
    "呼延",
)
_TITLE = (
    "(?:常务|党组|党委|纪委)?(?:副)?(?:市长|县长|区长|镇长|乡长|局长|主任|书记|部长|厅长|处长|科长|院长|校长|秘书长|委员|组长|会长|"
    "总经理|经理|行长|队长|所长|站长|主席|部长|常委|董事长|调研员|股长|检察长|州长|旗长|盟长|省长|巡视员|参谋长|政委|馆长|主管)"
)
_HAN = "一-鿿㐀-䶿"
_GIVEN = rf"(?:[{_HAN}]{{1,2}}|某{{1,2}}|[×*X]{{1,2}}|[{_HAN}][×*X某])"
_NAME = rf"(?:(?:{'|'.join(COMPOUND_SURNAMES)}){_GIVEN}|[{SURNAMES}]{_GIVEN}|[{_HAN}]{{2,6}}·[{_HAN}]{{2,8}})"
PERSON = re.compile(rf"(?P<before>[{_HAN}]{{0,12}}?{_TITLE})?(?P<name>{_NAME})(?P<after>{_TITLE})?$")
_OFFICE = re.compile(rf"(?:{_TITLE}|负责人|负责同志|责任人|领导|联系人)$")
_TITLED = re.compile(rf"[{SURNAMES}]{_TITLE}$")
_SPLIT = re.compile(r"[、，；,;/\s]+")
_SPACED_NAME = re.compile(rf"(?<![{_HAN}])([{SURNAMES}])[ \t\u3000\xa0]+([{_HAN}])(?![{_HAN}])")
_BRACKETS = re.compile(r"（[^（）]*）")
_LONGEST_CELL = 60


@lru_cache(maxsize=4096)
def person_form(plain: str) -> float:
    """How much a plain string (no white space, no brackets) looks like one person, from 0 to 1."""
    if not 2 <= len(plain) <= 18:
        return 0.0
    if _TITLED.match(plain):
        return 0.9
    found = PERSON.match(plain)
    if not found:
        return 0.0
    if found["before"] or found["after"]:
        return 0.95
    if "某" in plain or "×" in plain or "*" in plain or "·" in plain:
        return 0.95
    form = form_of(plain)
    if form >= Form.KIND or form == Form.STEM or form == Form.GENERIC:
        return 0.0
    return 0.9 if len(plain) <= 3 else 0.6


def holds_office(plain: str) -> bool:
    """Whether a string names a person by the office alone (市教育局分管领导, 各镇党委书记)."""
    return len(plain) <= 20 and _OFFICE.search(plain) is not None


def split_title(plain: str) -> tuple[int, int, str | None]:
    """Range of the bare name inside a person as printed, and the title beside it (副市长李四 → 李四, 副市长)."""
    found = PERSON.match(plain)
    if not found or _TITLED.match(plain):
        return 0, len(plain), None
    return found.start("name"), found.end("name"), found["before"] or found["after"]


def person_likeness(text: str) -> float:
    """How much a table cell looks like one or several people, from 0 to 1 (张三, 李四 王五, 张三（副市长）)."""
    if len(text) > _LONGEST_CELL or "。" in text:
        return 0.0
    plain = _SPACED_NAME.sub(r"\1\2", _BRACKETS.sub("", text))
    parts = [part for part in _SPLIT.split(plain) if part]
    if not parts:
        return 0.0
    scores = [person_form(part) for part in parts]
    return sum(scores) / len(scores) if min(scores) > 0 else min(0.5, sum(scores) / len(scores) / 2)
