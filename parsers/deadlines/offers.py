"""Times of offers: how long a subsidy or a relief is granted, and when those must have acted to whom it is granted."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .actions import ACTION, CUE
from .models import Expression

#: What is granted, and the figures of a grant.
_GRANTS = words("""
给予 予以 享受 免征 免收 免缴 减征 减半 减按 减免 退税 退还 返还 补贴 补助 奖励 奖补 补偿 授予 优惠 允许 暂退 首付 利率 额度 比例 贷款
调整为 提高至 提高到 下调
""")
_NO_MORE = words("收 征 缴 计 记 要求 执行 限 审核 调整 区分 享受 给予")
_PAID = r"发放(?=[^，。；]{0,12}(?:[补奖金]|贷款)|[^，。；]{0,36}券)"
_BLAME = r"(?!通报|处分|批评|警告|问责|约谈|处罚)"
#: 补贴全部发放到位 is a task; nothing is granted by 可燃, 可行.
_IN_FULL = r"(?![^，。；]{0,8}(?:到位|到户|完毕|兑现))"
_GRANTED = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(_GRANTS)}|{_PAID}|不再(?:{alternatives(_NO_MORE)})"
        rf"|(?<![许认不尽])可(?![行靠持视能再控研燃追回信感达得操复疑用])){_BLAME}{_IN_FULL}"
    )
)
#: What authorities do: a campaign with a reward at its end is none of what is granted.
_TASKS = words("""
开展 组织 推进 推动 部署 制定 制订 修订 建立 健全 排查 核查 检查 核实 摸底 整治 整改 清理 查处 督促 改造 竣工 宣传 培训 逐户 逐一 逐项
""")
_TASK = lazy_pattern(lambda: rf"(?:{alternatives(_TASKS)})(?!的)")
#: Those to whom something is granted.
_WHO = r"(?:[^，。；]{0,8}(?:[人户]|企业|居民|家庭|职工|人员|主体|机构|商铺|项目|[用土]地|房|车)|[^，。；]{2,60}等(?:人群|群体|对象))?"
#: The condition behind the time: ，对购买新房的…, ，纳税人出售住房并重新购买的，….
_FOR_WHOM = lazy_pattern(
    rf"(?:期间|止)?[，,](?:对(?![接标照外])[^。；]{{2,80}}?的{_WHO}[，,]|凡|符合|[^，。；]{{2,60}}的{_WHO}[，,（(]|[^，。；]{{4,40}}时[，,])"
    r"|(?:期间|止)?[，,](?:纳税人|购房[人者]|买受人|缴存(?:人|职工)|借款人|申请人|用人单位)[^。；]{2,80}?的[，,]"
    r"|(?:期间|内)?[，,]?(?:(?:在|于)[^，。；]{1,20})?(?:首次)?(?:购买|新购|购房|换购)"
)
#: Rates that hold from a day on: 即日起，首套住房最低首付款比例为20%.
_RATES = lazy_pattern(
    r"起[，,]?按照?[^，。；]{2,40}?(?:标准|费率|比例|规定)[^，。；]{0,8}执行|起[，,][^。；]{2,60}?(?:首付|利率|贷款(?:额度|标准|比例))[^。；，]{0,30}(?:为|至|到|按|不[低高]于)"
)
#: 2030年5月1日至2031年4月30日实施阶段性下调费率的政策: how long a relief lasts.
_RELIEF = lazy_pattern(
    r"(?:期间)?[，,]?(?:继续)?(?:实施|执行|实行)[^，。；]{0,8}(?:下调|降低|减[免征半]|免[征收缴]|缓缴|优惠)[^，。；]{0,30}(?:政策|费率|标准)"
)
#: What joins one condition to the one before: 出售自有住房，并于一年内重新购买的.
_JOINED = lazy_pattern(r"[，,][并且][在于]?$")
#: The time inside of it: 且在2030年6月底前缴清契税的，; …出售后1年内重新购买的居民，.
_CONDITION = lazy_pattern(rf"[，,]?[^，。；]{{1,60}}的{_WHO}[，,]")
_ABOUT = lazy_pattern(r"(?:对于?|凡|针对)(?![接标照外])[^。；]{0,70}$")
_OPENS_PHRASE = lazy_pattern(r"[，,][在于]?$|在$")
_OF_THOSE = lazy_pattern(r"[，,]?[^。；]{1,60}?的")
_RIGHT_ABOUT = lazy_pattern(r"(?:对于?在?|凡是?在?|针对)$")
_PROLONGED = lazy_pattern(r"延(?![伸安]|长[线段])(?:期|长|续|至)?[^，。；]{0,14}$")
#: What a length inside a relative time measures: 还款期限可延长至退休后5年.
_MEASURED = lazy_pattern("年龄|期限可?延长")
_SINCE_ISSUE = lazy_pattern(r"自[^，。；]{0,10}之日起?$")
_ONLY_THEN = lazy_pattern(r"(?<![内前])[^，。；]{0,24}(?:后|即|方)可")
#: 自开业之日起3年内，可向县人社局申请租金补贴: for how long someone may ask.
_MAY_ASK = lazy_pattern(r"[，,]?可以?(?:向[^，。；]{2,20}?)?(?:申请|申领|申报|领取|享受|获得)")
#: A time that opens a sentence is no part of a condition.
_OPENING = ("", "。", "；")
_LONGEST = 160


def is_of_offer(text: str, found: Expression) -> bool:
    """Whether a time of running text is the term or a condition of what is granted, which sets nobody a time to act."""
    begin, end = found.begin, found.end
    if _RIGHT_ABOUT.search(text, max(0, begin - 4), begin) and _OF_THOSE.match(text, end):
        return True
    until = text.startswith(("至", "到"), begin)
    if found.kind == "from" and _RATES.match(text, end - 1) is not None:
        return True
    if found.kind == "between" and _RELIEF.match(text, end):
        return True
    if until and _PROLONGED.search(text, max(0, begin - 18), begin):
        return True
    if found.kind == "relative" and (
        _MEASURED.search(text, begin, end) or _ONLY_THEN.match(text, end) or _MAY_ASK.match(text, end)
    ):
        return True
    stop = _end_of_sentence(text, end)
    if _GRANTED.search(text, end, stop) is None:
        return False
    whom = _FOR_WHOM.match(text, end, stop) if found.kind in ("between", "from", "by") else None
    if whom is not None and _is_granted(text, whom.end(), stop):
        return found.kind != "by" or text.startswith(("至", "截"), begin)
    if until and _SINCE_ISSUE.search(text, max(0, begin - 16), begin):
        return _is_granted(text, end, stop)
    return found.kind != "recurring" and _is_condition(text, found, stop)


def _is_condition(text: str, found: Expression, stop: int) -> bool:
    """Whether a time stands inside of what is asked of those to whom something is granted."""
    begin, end = found.begin, found.end
    condition = _CONDITION.match(text, end, stop)
    apart = (
        text[end : end + 1] in ("，", ",") and ACTION.match(text, end) is not None
    )  # 5月底前，完成…的项目，: what is to be done
    opens = found.kind == "relative" and text[begin - 1 : begin] in _OPENING  # 5年内扶持…的项目，
    if condition is not None and not (apart or opens) and _is_granted(text, condition.end(), stop):
        return True
    about = _ABOUT.search(text, max(0, begin - 72), begin)
    if about is None or _GRANTED.search(about[0]) is not None or _is_own_phrase(text, about.start(), found):
        return False
    of_those = _OF_THOSE.match(text, end, stop)
    return of_those is not None and _is_granted(text, of_those.end(), stop)


def _is_own_phrase(text: str, about: int, found: Expression) -> bool:
    """Whether a time stands behind those whom a sentence is about, and not among what it says of them."""
    if not ("，" in text[about : found.begin] or "," in text[about : found.begin]):
        return False
    if found.kind == "relative" and _JOINED.search(text, max(0, found.begin - 3), found.begin):
        return False
    opens = _OPENS_PHRASE.search(text, found.begin - 2, found.begin) is not None
    return opens or ACTION.match(text, found.end) is not None or CUE.search(text, 0, found.begin) is not None


def _is_granted(text: str, start: int, stop: int) -> bool:
    """Whether something is granted behind a condition, and nothing is done there before."""
    granted = _GRANTED.search(text, start, stop)
    return granted is not None and _TASK.search(text, start, granted.start()) is None


def _end_of_sentence(text: str, start: int) -> int:
    stops = (at for at in (text.find("。", start), text.find("；", start)) if at >= 0)
    return min([*stops, len(text), start + _LONGEST])
