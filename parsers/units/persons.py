"""People: they stand beside units and are never units."""

from __future__ import annotations

import re
from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import words
from .grammar import Form, form_of, reads_like_task

# The hundred family names in order of frequency and the rest of the classical list that occurs today.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢"
    "汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安"
    "殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟"
    "滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪"
    "畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠"
    "荣井乐银奚明麻雍花闫冼湛伏那逄阚亓仝"
)
# Those of them that open few words of official texts.
_FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林梁郑罗宋谢唐韩曹许邓萧冯曾彭潘袁董苏叶吕魏蒋田杜沈姜范傅钟卢汪崔廖姚邱谭贾邹熊孟"
)
_NAME_SIZES = (2, 3, 4)
_COMMON = 3  # how common a word of two characters is that is no name, from 1 to 5
COMPOUND_SURNAMES = frozenset(words("欧阳 上官 司马 诸葛 皇甫 尉迟 令狐 公孙 慕容 司徒 夏侯 东方 端木 呼延"))
_TITLES = words("""
市长 县长 区长 镇长 乡长
局长 主任 书记 部长 厅长 处长 科长 院长 校长 秘书长 委员 组长 会长 总经理 经理 行长 队长 所长 站长 主席 常委
董事长 河长 湖长 林长 路长 田长 园长 调研员 股长 检察长 州长 旗长 盟长 省长 巡视员 参谋长 政委 馆长 主管
""")
_TITLE = rf"(?:常务|党组|党委|纪委)?副?(?:{'|'.join(_TITLES)})"
_LEADING_TITLE = lazy_pattern(rf"\w{{0,12}}?{_TITLE}(?=\w)")
_TRAILING_TITLE = lazy_pattern(rf"{_TITLE}$")
_BARE_TITLE = lazy_pattern(rf"(?:[省市县区州旗镇乡]?(?:委|政府|人大|政协)?)?(?:党组成员|党委委员|{_TITLE})")
_POST = lazy_pattern(rf"(?:\w{{0,12}}?{_TITLE}[、，])*\w{{0,12}}?{_TITLE}")
# Titles of who heads an organ, behind the organ's own ending.
_HEAD_OF = lazy_pattern(
    r"(?<=[局委办厅院心队所行校会])(?:副?局长|副?主任|副?厅长|副?院长|副?所长|副?行长|副?校长|副?队长|副?会长)(?=\w{2,4}$)"
)
_OFFICE = lazy_pattern(rf"(?:{_TITLE}|负责人|负责同志|责任人|领导|联系人|班子成员|干部职工|党员干部)$")
_LEADING = ("统一领导", "集中领导", "全面领导", "组织领导", "加强领导")  # what organs do
_MASK = frozenset("某×*Xx")
_SPLIT = lazy_pattern(r"[、，；,;/\s]+")
_SPACED_NAME = lazy_pattern(r"(?<!\w)(\w)[ \t\u3000\xa0]+(\w)(?!\w)")
_BRACKETS = lazy_pattern(r"（[^（）]*）")
_NAME_CHARS = lazy_pattern(r"[^\W\d_]+(?:[×*]{1,2})?$|\w{2,6}·\w{2,8}$")
_LONGEST_CELL = 60
# No number behind a colon: its label says what it is.
_SURE = 0.9
_TELEPHONE = lazy_pattern(
    r"(?<![\d：:.〔\[])(?:1[3-9]\d{9}|(?:0\d{2,3}[-—－ ]?)[2-8]\d{6,7}|[2-8]\d{6,7})(?![\d年月.]|[万亿余多]?[个元户人件家米吨亩平])"
)


def is_post(plain: str) -> bool:
    """Whether a plain string is a post, or several, without anybody's name: 县委常委、副县长."""
    return len(plain) <= _LONGEST_CELL and _POST.fullmatch(plain) is not None


#: Places end so, given names hardly.
_LEVELS = frozenset("省市县区旗镇")


@lru_cache(maxsize=4096)
def person_form(plain: str) -> float:
    """How much a plain string (no white space, no brackets) looks like one person, from 0 to 1."""
    if not 2 <= len(plain) <= 18 or ("·" in plain and form_of(plain) is Form.PLACE):
        return 0.0
    if split_title(plain)[2]:
        return 0.95
    if plain[0] in SURNAMES and _TRAILING_TITLE.match(plain, 1):
        return 0.9  # 王副市长
    if not _is_bare_name(plain):
        return 0.0
    if "·" in plain or not _MASK.isdisjoint(plain[1:]):
        return 0.95
    if form_of(plain) != Form.NONE:
        return 0.0
    return 0.9 if len(plain) <= 3 else 0.6


def is_person(plain: str) -> bool:
    """Whether a plain string is one person beyond much doubt."""
    return person_form(plain) >= _SURE


def _is_bare_name(plain: str) -> bool:
    """A family name with one or two characters behind it (the latter possibly masked), or a name with a middle dot."""
    if not _NAME_CHARS.match(plain):
        return False
    if "·" in plain:
        return True
    if plain[-1] in _LEVELS and len(plain) > 2:
        return False  # 成都市, 于洪区
    family = 2 if plain[:2] in COMPOUND_SURNAMES and len(plain) > 2 else 1
    return 1 <= len(plain) - family <= 2 and (family == 2 or plain[0] in SURNAMES)


def is_title(plain: str) -> bool:
    """Whether a string is a title without a name or an organ: 副县长, 县委常委."""
    return _BARE_TITLE.fullmatch(plain) is not None


def holds_office(plain: str) -> bool:
    """Whether a string names a person by the office alone (市教育局分管领导, 各镇党委书记)."""
    return len(plain) <= 20 and _OFFICE.search(plain) is not None and not plain.endswith(_LEADING)


def organ_before(plain: str, told: bool = False) -> int:
    """Where the organ ends that stands before an official's title and name (市林业局|局长赵敏); 0 when there is none.

    ``told`` says that a label asks for people: a given name may be a common word (李建国).
    """
    title = _HEAD_OF.search(plain)
    if title and _is_bare_name(plain[title.end() :]):
        return title.start() if form_of(plain[: title.start()]) == Form.ORGAN else 0
    ends = [len(plain) - size for size in _NAME_SIZES if len(plain) > size + 2 and _is_bare_name(plain[-size:])]
    if not ends or form_of(plain) != Form.NONE:
        return 0
    organs = [end for end in ends if form_of(plain[:end]) in (Form.ORGAN, Form.PLACE)]
    ends = [end for end in organs if is_sure_name(plain[end:], told)]
    return ends[0] if len(ends) == 1 else 0


def is_sure_name(plain: str, told: bool = True) -> bool:
    """Whether what looks like a name right behind an organ can be nothing else: a frequent family name, or three
    characters that hold no common word (安排, 成立); in a list of people (``told``) the given name may be one.
    """
    frequent = plain[0] in _FREQUENT
    if not (frequent or len(plain) > 2) or reads_like_task(plain):
        return False
    from ...normalize.common_words import word_weights  # few names get here, and the words take their time to load

    known = word_weights()
    given = plain[:2] if told and len(plain) > 2 else plain[-2:]
    if known.get(plain[:2], 0) >= _COMMON or known.get(given, 0) >= _COMMON:
        return False
    return frequent or plain[:2] not in known


def lists_people(text: str) -> bool:
    """Whether a line holds names of people and nothing else, none of which is a common word."""
    names = [part for part in _SPLIT.split(_SPACED_NAME.sub(_closed_up, text)) if part]
    return bool(names) and all(is_person(name) and is_sure_name(name) for name in names)


def is_word(plain: str) -> bool:
    """Whether what looks like a name is a common word of two characters (连续, 安排)."""
    if len(plain) != 2 or plain[0] in _FREQUENT:
        return False
    from ...normalize.common_words import word_weights

    return word_weights().get(plain, 0) >= _COMMON


def split_title(plain: str) -> tuple[int, int, str | None]:
    """Range of the bare name inside a person as printed, and the title beside it (副市长李四 → 李四, 副市长)."""
    leading = _LEADING_TITLE.match(plain)
    if leading and _is_bare_name(plain[leading.end() :]):
        return leading.end(), len(plain), leading.group()
    trailing = _TRAILING_TITLE.search(plain)
    if trailing and _is_bare_name(plain[: trailing.start()]):
        return 0, trailing.start(), trailing.group()
    return 0, len(plain), None


def telephones(text: str) -> list[tuple[int, int]]:
    """The ranges of telephone numbers that stand beside units and people without a label."""
    return [found.span() for found in _TELEPHONE.finditer(text)]


def person_likeness(text: str) -> float:
    """How much a table cell looks like one or several people, from 0 to 1 (张三, 李四 王五, 张三（副市长）)."""
    if len(text) > _LONGEST_CELL or "。" in text:
        return 0.0
    plain = _BRACKETS.sub("", text) if "（" in text else text
    plain = _SPACED_NAME.sub(_closed_up, plain)
    scores = [person_form(part) for part in _SPLIT.split(plain) if part]
    if not scores:
        return 0.0
    mean = sum(scores) / len(scores)
    return mean if min(scores) > 0 else min(0.5, mean / 2)


def _closed_up(spaced: re.Match[str]) -> str:
    """``张 三`` is one name; other single characters stay apart."""
    return spaced[1] + spaced[2] if spaced[1] in SURNAMES else spaced[0]
