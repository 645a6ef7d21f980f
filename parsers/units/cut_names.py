"""Names that white space cut: which words of a list are one name."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from .grammar import Form, form_of, is_department, is_known_stem, region_end
from .names import JOINED_STEMS, KINDS, ORGANS, REGION_CHARS, STEMS, STRONG_ENDINGS
from .persons import is_person

_BARE_END = lazy_pattern(
    r"(?:人民)?政府|管委会|管理委员会|办事处|街道办(?:事处)?|办公室|办公厅|委员会|委|局|办|厅|部|中心|分局|公司|集团|街道|各?部门|单位|院"
)
_BRANCH = lazy_pattern(rf"{CHINESE}{{1,4}}[区县市旗](?:分局|支局|分公司)")
_BEFORE_OFFICE = ("国务院", "政府", "委", "人大", "政协", "会", "小组", "指挥部", "局", "办")
#: Endings of names that are none by themselves, of any company.
_FIRMS = ("公司", "分公司", "有限公司", "集团公司")
_ORGANS = frozenset(ORGANS)
_PLACE = lazy_pattern(rf"{CHINESE}{{2,3}}")
_ORGAN_ENDS = "局委厅"
_BANK_BRANCHES, _BANK = ("支行", "分行"), lazy_pattern(r"(?:银行|[人工农中建]行)[^行]{0,6}$")
_POLICE = ("大队", "支队", "中队", "总队")
#: What belongs to the name behind it.
_BEFORE_NAMES = ("沿线", "有关", "相关", "省属", "市属", "县属", "区属", "省直", "市直", "县直", "区直")
#: Words inside of which no name ends and no other begins, and how long these are at most.
_WORDS = frozenset(word for word in (*JOINED_STEMS, *STEMS, *STRONG_ENDINGS, *ORGANS) if len(word) > 2)
_LONGEST_WORD = 6
#: Companies whose names go on behind a place, and how these end.
_GRIDS, _OF_GRID = ("国网", "南网", "国家电网", "南方电网"), lazy_pattern(r"电.{0,4}(?:公司|局)$")
#: What no name ends in, but for the zone that it begins.
_ZONE, _LONGEST_ZONE = (
    lazy_pattern(r"[^、，；：]{2}((?:经开|高新|开发|度假|保税|示范|产业园|工业园|物流园|科技园)区管)"),
    5,
)
_AND = "和及与"


def cut_by_space(left: str, right: str, bracket: bool) -> bool:
    """Whether white space stands inside a name: 区住房|建设局, 市|发改委, 临溪镇|（街道）, 某某区|管委会."""
    if bracket or not right or not left:
        return True
    if left[-1] in _AND or right[0] in _AND:
        return True  # split there again if both sides are names
    if halves_zone(left, right) or (is_department(left + right) and not is_department(left)):
        return True
    if is_person(left) and is_person(right):
        return False  # people stand side by side
    form = form_of(left)
    if len(left) == len(right) == 1:
        return right not in REGION_CHARS and (left in REGION_CHARS or left + right in _ORGANS)  # 省|农|业农村厅, 团|委
    if _goes_on_behind(left, right, form):
        return True
    if (len(left) == 1) != (len(right) == 1) and right[0] != "各":
        return len(left) == 1 or right not in REGION_CHARS or form < Form.PLACE  # 县|河长办, 居委|会
    if left[-1] == "局" and _BRANCH.fullmatch(right):
        return True  # 市规划和自然资源局|青石区分局
    if right in _FIRMS and not left.endswith(("公司", "企业")):
        return True  # 国网青石供电|公司
    if form < Form.PLACE and left[-1] + right[0] in KINDS:
        return True  # 各社|区居委会
    if _BARE_END.fullmatch(right):
        return _lacks_end(left, right, form)
    if form >= Form.PLACE or form in (Form.KIND, Form.GENERIC):
        return False
    return _make_one_name(left, right, form)


def halves_zone(left: str, right: str) -> bool:
    """Whether two pieces are the halves of a zone's name: 东岭经开 | 区管委会."""
    begun = left[-_LONGEST_ZONE - 2 :]
    found = _ZONE.search(begun + right[:_LONGEST_ZONE])
    return found is not None and found.start(1) < len(begun) < found.end()


def _goes_on_behind(left: str, right: str, form: Form) -> bool:
    """Whether ``left`` ends as names do, or might, but ``right`` is no name of its own behind it."""
    if left[0] == "各" and right[0] not in (*REGION_CHARS, "各"):
        if len(left) == 2 and left[1] + right[0] in KINDS:
            return True  # 各街|道办事处
        if form < Form.PLACE and form_of(left + right) == Form.COLLECTIVE:
            return True  # 各起草|处室
    if (
        form == Form.NONE
        and not is_person(left)
        and right[0] in "县市区旗"
        and _PLACE.fullmatch(left)
        and form_of(right) == Form.ORGAN
    ):
        return True  # 青石|县公路公司
    if right[0] in _ORGAN_ENDS and form < Form.PLACE and is_department(left + right[0]):
        return True  # 区民政|局区划地名科
    if left.endswith(_BEFORE_NAMES) and form < Form.ORGAN:
        return True  # 沿线|各县区政府, 有关|乡镇
    if right.endswith(_BANK_BRANCHES) and _BANK.search(left) is not None:
        return True  # 人民银行青石|市中心支行
    if left.endswith("公安局") and right.endswith(_POLICE) and right[0] not in REGION_CHARS:
        return True  # 县公安局|交警大队
    if _inside_word(left, right):
        return True
    grid = left.startswith(_GRIDS) and not left.endswith(("公司", "局"))
    return grid and _OF_GRID.search(right) is not None  # 国网|青石省电力有限公司


def _inside_word(left: str, right: str) -> bool:
    """Whether the cut stands inside of a word that names hold: 综合办|公室, 省住房|城乡建设厅."""
    ends = [left[-size:] for size in range(1, min(_LONGEST_WORD, len(left)) + 1)]
    begins = [right[:size] for size in range(1, min(_LONGEST_WORD, len(right)) + 1)]
    return any(end + begin in _WORDS for end in ends for begin in begins)


def _lacks_end(left: str, right: str, form: Form) -> bool:
    """Whether ``left`` is no whole name without an end that is none by itself (管委会, 办公室)."""
    if right.startswith("办公") and form >= Form.COLLECTIVE:
        return left.endswith(_BEFORE_OFFICE) and not left.endswith(("科", "股", "处", "室"))
    return form <= Form.PLACE and (form != Form.KIND or left.endswith(("区", "园")))


def _make_one_name(left: str, right: str, form: Form) -> bool:
    """Whether ``left``, which is no whole name, and what follows are one."""
    complete, joined = form_of(right) >= Form.GENERIC, form_of(left + right)
    if form_of(right) == Form.NONE and joined == Form.STEM:
        return True  # 卫生|健康 部门
    if complete and (right[0] == "各" or region_end(right)):
        return False
    if form == Form.STEM and is_known_stem(left) and complete:
        return False
    return joined >= Form.GENERIC or (not complete and form != Form.STEM)
