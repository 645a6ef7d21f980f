"""Times of offers: how long a subsidy or a relief is granted, and when those must have acted to whom it is granted."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .models import Expression

#: What is granted, and the figures of a grant.
_GRANTS = words("""
给予 予以 享受 免征 免收 免缴 减征 减半 减按 减免 退税 退还 返还 补贴 补助 奖励 奖补 补偿 授予 优惠 发放 允许 不再 暂退 首付 利率 额度 比例 贷款
调整为 提高至 提高到 下调
""")
_BLAME = r"(?!通报|处分|批评|警告|问责|约谈|处罚)"
_GRANTED = lazy_pattern(lambda: rf"(?:{alternatives(_GRANTS)}|(?<![许认不尽])可(?![行靠持视能再控])){_BLAME}")
#: The condition behind the time: ，对购买新房的…, ，纳税人出售住房并重新购买的，….
_WHO = r"(?:[^，。；]{0,8}(?:[人户]|企业|居民|家庭|职工|人员|主体|机构|商铺|项目|[用土]地|房|车))?"
_FOR_WHOM = lazy_pattern(
    rf"(?:期间|止)?[，,](?:对(?![接标照外])[^。；]{{2,80}}?的{_WHO}[，,]|凡|符合|[^，。；]{{2,60}}的{_WHO}[，,（(]|[^，。；]{{4,40}}时[，,])"
)
#: The time inside of it: 且在2030年6月底前缴清契税的，; …出售后1年内重新购买的居民，.
_CONDITION = lazy_pattern(rf"[，,]?[^，。；]{{1,60}}的{_WHO}[，,]")
_ABOUT = lazy_pattern(r"(?:对于?|凡|针对)(?![接标照外])[^。；]{0,70}$")
_OF_THOSE = lazy_pattern(r"[，,]?[^。；]{1,60}?的")
_RIGHT_ABOUT = lazy_pattern(r"(?:对于?在?|凡是?在?|针对)$")
_PROLONGED = lazy_pattern(r"延(?:期|长|续|至)?[^，。；]{0,14}$")
_SINCE_ISSUE = lazy_pattern(r"自[^，。；]{0,10}之日起?$")
_ONLY_THEN = lazy_pattern(r"[^，。；]{0,24}(?:后|即|方)可")
_LONGEST = 160


def is_of_offer(text: str, found: Expression) -> bool:
    """Whether a time of running text is the term or a condition of what is granted, which sets nobody a time to act."""
    begin, end = found.begin, found.end
    if _RIGHT_ABOUT.search(text, max(0, begin - 4), begin) and _OF_THOSE.match(text, end):
        return True
    if text.startswith(("至", "到"), begin) and _PROLONGED.search(text, max(0, begin - 18), begin):
        return True
    if found.kind == "relative" and ("年龄" in text[begin:end] or _ONLY_THEN.match(text, end)):
        return True
    stop = _end_of_sentence(text, end)
    granted = _GRANTED.search(text, end, stop)
    if granted is None:
        return False
    if found.kind in ("between", "from", "by") and _FOR_WHOM.match(text, end, stop):
        return found.kind != "by" or text.startswith(("至", "截"), begin)
    if _SINCE_ISSUE.search(text, max(0, begin - 16), begin):
        return True
    if found.kind == "recurring":
        return False
    condition = _CONDITION.match(text, end, stop)
    if condition is not None and _GRANTED.search(text, condition.end(), stop):
        return True
    about = _ABOUT.search(text, max(0, begin - 72), begin)
    open_still = about is not None and _GRANTED.search(about[0]) is None
    of_those = _OF_THOSE.match(text, end, stop) if open_still else None
    return of_those is not None and _GRANTED.search(text, of_those.end(), stop) is not None


def _end_of_sentence(text: str, start: int) -> int:
    stops = (at for at in (text.find("。", start), text.find("；", start)) if at >= 0)
    return min([*stops, len(text), start + _LONGEST])
