"""Labels of facts about an event or an offer, which set no task: 活动时间：, 申报期限：, 咨询电话：, 解读机关：."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern

#: What takes place, or is open to whoever asks for it.
_EVENT = (
    r"(?:演出|活动|会议|比赛|竞赛|展览|展出|展销|展会|交易会|博览会|集合|报到|举办|开幕|签到|庆祝|校庆|庆典|典礼|巡演|放映|报名|咨询|受理|接待|营业|开放|"
    r"申报|申请|申领|领取|提取|兑换|兑付|核销|购买|购房|消费|使用|用券|优惠|补贴|缴费|缴存|缴纳|有效|政策执行|(?<!.)执行)"
)
_TIME = rf"{CHINESE}{{0,6}}?(?:{_EVENT}|材料提交|资料提交)(?:时间|日期|期限|时限|频次|次数)"
_PLACE = rf"{CHINESE}{{0,10}}?(?:地点|地址|场地|场所|会场|名称|主题|形式|对象|额度|流程|电话|热线|联系方式|联系人)"
_OFFICE = r"(?:联系|解读|受理|咨询|解释|经办|办理|登记)(?:机构|机关)|(?:咨询|解读|解释)(?:单位|部门|人)"
_FACT = lazy_pattern(rf"{_TIME}|{_OFFICE}")
_FACTS = lazy_pattern(
    rf"(?:{_TIME}|{_PLACE}|{_OFFICE})(?:[、和及与](?:{_PLACE}|{_OFFICE}|{CHINESE}{{0,6}}(?:时间|时限|期限|日期|频次)))*"
    rf"|(?:时间|日期|时限|期限)(?:[、和及与]?{_PLACE})+"
)
_STATED_PLACE = lazy_pattern(r"(?:地点|场地|会场)\s*[：:]")
_LONGEST = 24


def states_fact(label: str) -> bool:
    """Whether a label, without its colon, announces such a fact."""
    return len(label) <= _LONGEST and _FACT.fullmatch(label) is not None


def heads_facts(heading: str) -> bool:
    """Whether a heading is made of nothing but such facts: 时间和地点, 申报地点及时限, 联系机构及联系电话."""
    return len(heading) <= _LONGEST and _FACTS.fullmatch(heading) is not None


def states_place(text: str) -> bool:
    """Whether a text says where something takes place: 地点：校体育馆."""
    return _STATED_PLACE.search(text) is not None
