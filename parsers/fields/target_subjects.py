"""What a target counts: the noun behind the number, or the name in front of it without its verbs."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives
from . import target_words as w

MAKES = lazy_pattern(lambda: rf"{w.VERB}|{alternatives(w.DEEDS)}|(?:^|(?<=[月日年底]前)|(?<=年内)){w.SHORT_VERBS}")
STUFF = lazy_pattern(lambda: rf"{w.GAP}的?(?P<noun>{CHINESE}{{0,10}}?(?:{alternatives(w.STUFF)}))(?=$|[，。；、用以])")
# 打造3个具有较大影响力的赛事: what the things are like stands before their noun.
_LIKE = r"(?:(?:具有|具备|符合|拥有|带动|辐射)[^，。；：、\d]{1,14}的)?"
NOUN = lazy_pattern(rf"{w.GAP}{_LIKE}(?P<noun>{CHINESE}{{2,12}}?)(?=[，。；、：！？（()）\s]|并|的|和|及|用于|以|，|$)")
# 利用率由52%提高到72%, 将费率降至1%: what it was and the verb that brings it there belong to no name.
_BROUGHT_TO = lazy_pattern(
    r"(?:[由从][^，。；]{1,16})?(?:逐步|分别|均|平均)*(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|压缩|精简|缩减|控制|稳定|保持|降|升|缩短)+(?:到|至|为|在)$"
)
_TURNED = lazy_pattern(r"^[^，。；]*?(?:逐步|进一步)?(?:将|使|把)(?=[^，。；]{2})")
_CUE_TAIL = lazy_pattern(
    r"(?:均|都|应|须|要|要求|力争|确保|平均|分别|全部|达到?|实现|完成|净增|保持|首次|各|每(?:[年月周季区县镇村校户家个人站所]度?|半年)|和|及|开工|完工|为|至|到|在|不|(?:[到至]\d{4}年[底末]?))+$"
)
_BARE_MEASURES = (
    "比例",
    "比重",
    "占比",
    "数量",
    "面积",
    "总量",
    "水平",
    "部分",
    "规模",
    "资金",
    "总计",
    "增速",
    "人数",
    "次数",
)
_MARK = r"[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)．.、](?!\d)"
_FRONT = lazy_pattern(rf"^(?:{_MARK}|{w.LEADS}|比上去年|{w.DOER}|在[^，。；\d]{{1,16}}?(?={w.VERB})|{w.GAP})+")
_CHAIN = lazy_pattern(
    rf"(?:{w.VERB}|{alternatives(w.DEEDS)}|{w.SHORT_VERBS}(?={CHINESE}{{2}}))(?:[、和]|年度|（[^（）]{{1,12}}）)?"
)
_DEED = lazy_pattern(rf"(?:{alternatives(w.DEEDS)})+$|(?:{alternatives(w.DEEDS)})(?=资金|面积|人|次数|率|任务|项目)")
#: In the midst of a clause a verb ends what it is done in or for: 为泵站配置发电车, 在金融等领域打造场景.
_INNER = lazy_pattern(rf"^(?:[在为给向从用以对由沿]|围绕|通过).*?{w.VERB}(?={CHINESE}{{2}}|[“《\dA-Z])")
_WHOLE = lazy_pattern(
    r"(?!.*\d(?:.[、和]|[个座处家条项台]))[^“”《》（）]*(?:[“《（][^“”《》（）]*[”》）][^“”《》（）]*)*"
)


def in_front(words: str) -> str | None:
    """The name that a clause in front of a number comes to; None for half of one.

    >>> in_front("县财政局要安排造林资金"), in_front("新开通公交线路"), in_front("利用率由52%提高到")
    ('造林资金', '公交线路', '利用率')
    """
    if brought := _BROUGHT_TO.search(words):
        words = _TURNED.sub("", words[: brought.start()])
    words = _FRONT.sub("", _CUE_TAIL.sub("", words))
    of = words.rpartition("的")[2]
    name = _named(_FRONT.sub("", words if of in _BARE_MEASURES else of))
    return name if 2 <= len(name) <= 24 and _WHOLE.fullmatch(name) else None


def _named(words: str) -> str:
    """The name that is left of a clause without its verbs; one that only measures keeps the last: 盘活面积."""
    before = start = inner.end() if (inner := _INNER.match(words)) else 0
    while (verb := _CHAIN.match(words, start)) and verb.end() > start:
        if _DEED.match(words, start):
            break
        before, start = start, verb.end()
    return words[before:] if words[start:] in _BARE_MEASURES else words[start:]
