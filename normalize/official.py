"""What official texts of the mainland print where OpenCC's conversion keeps a character: 著力 → 着力, 覆查 → 复查, 塲 → 场.

著 is a character of its own in a few words and stands for 着 in all others; a converter's 覆 stands for 复 in some. Old and
regional variants have one standard form each (通用规范汉字表).
"""

from __future__ import annotations

import re

from .lazy import lazy_pattern

_OTHERS = {"著": "着", "覆": "复", "祇": "只", "乾": "干"}
# In these words 著 stays and 祇 stays; 覆 stays (压覆矿产, 覆土) but in words that official texts write with 复. Each
# begins with a character of its own, so that a search skips all others.
_CONVERTED = lazy_pattern(
    "著(?![名作称述录书者译])(?<![显名专土论巨编原译遗撰所拙卓昭]著)(?:(?<!合著)|(?<=[配结综联整融]合著))|祇(?<!神祇)(?!园)|"
    "覆(?:(?=[核查审议工产学课垦耕杂制兴苏合印习诊检验试评函信电原])|(?<=[批答回恢修重康光收平往函]覆)(?!盖|[没灭辙土膜]))|"
    "乾(?<=主乾)(?=道)"
)
_VARIANTS = (  # pairs: variant, standard form
    "鄕乡塲场淸清値值衞卫犠牺氷冰凢凡彊强廐厩廏厩勲勋隣邻寃冤寳宝尅克刼劫効效濶阔湼涅晩晚槪概徧遍凴凭刦劫厰厂叅参啣衔噐器囬回囯国坿附墖塔壻婿夀寿姙妊姉姊孼孽宻密岀出巌岩帋纸幇帮庻庶廵巡徃往徳德恠怪悪恶慙惭懐怀戯戏"
    "挿插捜搜揷插撃击擧举攷考攺改敍叙斉齐斈学旾春曁暨朞期枱台栁柳桒桑椉乘榖谷槩概欝郁歩步歯齿毎每汚污沢泽浄净渉涉満满漑溉濳潜濇涩焔焰煑煮煖暖牎窗牕窗猟猎畄留畆亩畧略畨番疎疏痺痹皷鼓県县眀明矦侯砲炮硏研碁棋礟炮祘算"
    "禆裨稾稿穏稳竒奇笵范筭算箚札簒篡緖绪縂总繊纤纎纤罸罚羮羹聡聪聨联肎肯脇胁膓肠臈腊舖铺荘庄葢盖蔴麻蘓苏虗虚蛍萤衂衄覇霸観观諌谏譲让譱善讁谪谿溪豊丰賛赞贒贤軆体迯逃逓递遅迟邨村酧酬醤酱釈释銭钱鉄铁鋳铸錬炼鑛矿閙闹"
    "闗关隂阴険险隷隶雑杂霊灵靑青頼赖顋腮顕显飜翻餽馈駄驮駅驿駆驱験验騐验髙高鬪斗鬭斗鴈雁鵞鹅麁粗黒黑黙默齢龄龝秋図图伝传処处変变広广帰归払拂拡扩挙举応应実实対对関关検检戦战経经済济発发権权勧劝囲围団团圧压営营厳严"
    "単单弾弹従从恵惠斎斋暁晓桜樱楽乐歓欢渇渴焼烧獣兽痩瘦砕碎稲稻穂穗粋粹粛肃継继続续絵绘総总縄绳纉缵聴听臓脏薬药蔵藏訳译転转軽轻辺边郷乡醸酿鉱矿陥陷隠隐騒骚鶏鸡麺面"
)


def official_forms(text: str) -> str:
    """The simplified text in the characters of official writing; the length is kept."""
    if any(char in text for char in _OTHERS):
        text = _CONVERTED.sub(_as_official, text)
    return _VARIANT.sub(_as_standard, text)


_TABLE = dict(zip(_VARIANTS[::2], _VARIANTS[1::2], strict=True))
_VARIANT = lazy_pattern(f"[{_VARIANTS[::2]}]")  # a text holds few: looking for them is faster than translating it


def _as_standard(match: re.Match[str]) -> str:
    return _TABLE[match[0]]


def _as_official(match: re.Match[str]) -> str:
    return _OTHERS[match[0]]
