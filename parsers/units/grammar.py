"""The grammar of unit names: what form a string has, decided by endings, stems and collectives.

Everything works on *plain* names: no white space, no bracket groups (市农业局 for 市农业局（市扶贫办）).
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from ...normalize.decode import REPLACEMENT
from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives, words
from . import names


class Form(IntEnum):
    """How surely a plain string names units; everything from ``PLACE`` up is complete in itself."""

    NONE = 0  # no unit as far as the grammar knows
    STEM = 1  # a department's stem without its ending: cut short, or the head of a shared tail
    GENERIC = 2  # 有关部门, 其他相关单位: a tail, or a collective when it stands alone
    KIND = 3  # a bare class of units: 部门, 镇街, 管委会
    PLACE = 4  # a place as a unit: 临溪镇, 北山区
    COLLECTIVE = 5  # 各县（市、区）, 市直单位
    ORGAN = 6  # 市教育局, 某某集团有限公司, 人民银行


_LONGEST_NAME, _LONGEST_ENDING = 45, 6
_LONGEST_PLACE, _LONGEST_ZONE = 6, 10
_ZONES = frozenset(("高新区", "经开区", "开发区", "新区", "示范区", "保税区", "度假区", "风景区", "试验区", "实验区"))
_FOREIGN = lazy_pattern(
    r"[^\w*×·“”‘’\-—〇○□\ue000]|_|(?<!\d)(?!1[12]\d{3}(?!\d))[%\d]{5,}(?![%\d]|热线|部队)|(?<![第\d])\d+(?:余|多)?(?:[月日个项家亿万%所处座条支名台套间场次户人件站张辆米吨亩]|年(?!级))|(?<!设区)的|了|把|并[^购]|[为非]同一|\d室|委常委$"
)
_REGION = lazy_pattern(
    r"(?:中共|中国|国家|全国|最高|自治区|自治州|自治县|本)?(?:[省市州盟县区旗镇乡](?![场域城容际]|民(?![政宗族营]))(?:级|直|属|内|府|委|政府|辖)?|中央|国务院)?"
)
_GENERIC = lazy_pattern(
    r"(?:其他|其它)?(?:有关|相关|涉及|职能|成员|其他|其它)(?:的)?(?:业务|职能|责任|行业|主管|政府|直属|委办|责任|成员|监管)*"
    r"(?:部门|单位|机构|机关|科室|处室|股室|企业|委办局|镇街|街道|方面|部委|厅局|司局)"
)
#: Places by their number, and who leads so many bodies: 13个街道、镇, 全县12个乡镇, 8个专班牵头单位.
_COUNTED = lazy_pattern(
    r"(?:全[省市县区州旗]|我[市县区]|辖区)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})个"
    r"(?:(?:街道|镇街|街镇|乡镇|园区|功能区|县市区|旗县区?|[县区市]{2}|[镇乡县区市州旗])+(?:人民政府|政府|管委会|办事处)?"
    rf"|{CHINESE}{{2,10}}(?:牵头|责任|成员)(?:单位|部门))"
)
_SHORT_SCHOOL = lazy_pattern(
    r"[省市州盟县区旗镇乡](?:城关|机关|实验|直)?第?[一二三四五六七八九十]{1,2}[中小高幼]"
    rf"|(?!其|之|[^\W\d]期){CHINESE}{{2}}第?[一二三四五六七八九十]{{1,2}}中"
)
_DEPARTMENT_END = words("""
局 办 室 站 部 科 股 处 司 组 专班 委员会 委 署 总队 支队 大队 中心
""")

_STRONG = frozenset(names.STRONG_ENDINGS)
_WEAK = frozenset(names.WEAK_ENDINGS)
_KINDS = frozenset(names.KINDS)
_ORGANS = frozenset((*names.ORGANS, *names.SECTIONS, "办公室", "办公厅"))
_SHORT_STEMS = frozenset(names.SHORT_STEMS)
_NOT_ENDINGS = tuple(names.NOT_ENDINGS)
_STILL_ENDINGS = tuple(names.STILL_ENDINGS)
_GOVERNING = frozenset(names.GOVERNING_KINDS)
_SHARED_KINDS = _KINDS.union(names.SHARED_ZONES)
_MODIFIERS = tuple(sorted(names.KIND_MODIFIERS, key=len, reverse=True))
_OPENERS = frozenset(names.TASK_OPENERS)
_NAMING_OPENERS = frozenset(names.NAMING_OPENERS)
_LEVELS = "市州盟县区旗镇乡街村"
_AND = lazy_pattern("[和及与]")
#: A gap where bytes are lost, behind the place that a name opens with.
_GAP, _PLACES = lazy_pattern(f"{REPLACEMENT}+"), "省市县区镇乡各"
# 云城区 is a place, 老城区 a part of one.
_DISTRICT = lazy_pattern(rf"(?![主老新中旧全县市各建本该大])(?:{CHINESE})城区")
_PARTY = lazy_pattern(r"(?:党委|党工委|工委|党组织)[和及与、]?$")  # 县党委和政府 shares like 县政府
# 各地级以上市 is a collective, 3家以上 a number
_TASK_WORD = lazy_pattern(lambda: alternatives(names.TASK_WORDS) + "|(?<![省市县地区乡镇一二三四五AＡ]级)(?<!级及)以上")
#: Sections of an office, named by what they do: 修复股, 保障科, 新建工程处.
_SECTION = lazy_pattern(
    lambda: (
        rf"{CHINESE}{{2,4}}(?:股|(?<![学专本百])科)"
        rf"|{CHINESE}{{0,4}}(?:{alternatives(names.WORKS)})(?:{alternatives(names.WORKS_SECTIONS)})"
    )
)
# Bodies set up for one task are named by it: 市小微企业培育工作专班, 县解决拖欠账款领导小组.
_BODY_END = ("专班", "小组", "工作组", "指挥部", "联席会议", "小组办公室", "指挥部办公室", "联席会议办公室")
_LONGEST_BODY = 30
#: 召开联席会议, 县建立健全联席会议: it is set up or held.
_CONVENED = lazy_pattern(
    r"(?:召开|召集|建立|健全|完善|成立|设立|组建|组织|举行|举办|实行|落实|参加|[和及])[省市州县区]?联席会议$"
)
_COMPANIES = tuple(names.COMPANIES)
_LONGEST_BRANCH = 14
#: Those who do one thing each: 各制定机关, 各新建单位, 各接种点, 各小区物业.
_EACH_DOING = lazy_pattern(
    rf"各{CHINESE}{{2,4}}(?:单位|机关|部门|机构|主体)|各{CHINESE}{{0,4}}(?:[种样测站网]点|物业|商户|经营户)"
)
#: Those whose seat is named by one character: 在汉高校, 在京中央单位; 在建单位 and 在校企业 are none of them.
_SEATED = lazy_pattern(
    rf"在(?![线建编职校册岗外内地本各全我该其此]){CHINESE}(?:各类?|中央|[省部市]属|国有|大型|高层次)?"
    r"(?:[高院]校|(?:高校|科研)?院所|高校和科研院所|科研(?:单位|机构)|(?:金融|医疗|研究)机构|[央国]企|企业|机构|单位|医院|银行|媒体|商[会协])"
)


# Words before a name that make a sentence of it: 报送县政府办公室, 对各县区, 本预案由县应急局 (负责解释).
_SENTENCE = lazy_pattern(
    r"请|让(?!胡路)|被(?=[各省市县区国列授])|不得|没有|避免|首先|择优|选择|吸引|吸收|对(?![外口台俄接标日韩华港])|为(?=[各全]|指导|促进|加快|企业)|向(?=[各全市县省有上社])"
    r"|可?到(?=[各市县区镇街省户])|在(?![线建编职田])|将(?![乐军])|均为|也可|可自行|申请|接受|成立|组织(?=大型|各|有关|企业|辖)|报送|抄[报送]|上报|报[经请]|提请|移交(?!安置|管理)|前往|委托|邀请|需(?=[省市县区上各国])|(?:办公室)?设在|联合(?=[省市县区州各国])|联系各|[一二三四五]要"
    r"|本(?:预案|办法|方案|条例|通知|意见|规定|规划|细则|制度)"
)


def longest_ending(plain: str, endings: frozenset[str]) -> str:
    """The longest member of ``endings`` that the string ends with, or an empty string."""
    for size in range(min(_LONGEST_ENDING, len(plain)), 0, -1):
        if plain[-size:] in endings:
            return plain[-size:]
    return ""


def ending_size(plain: str) -> int:
    """How many characters the longest ending of units has that the string ends with; 0 for none."""
    return len(longest_ending(plain, _STRONG | _WEAK))


def region_end(plain: str) -> int:
    """Where the generic regional prefix (市, 区政府, 省直 …) ends; 0 when there is none."""
    found = _REGION.match(plain)
    return found.end() if found else 0


@lru_cache(maxsize=16384)
def form_of(plain: str) -> Form:
    """The form of a plain name; see :class:`Form`."""
    if not plain or len(plain) > _LONGEST_NAME:
        return Form.NONE
    if REPLACEMENT in plain:
        return form_of(whole) if (whole := without_gaps(plain)) != plain else Form.NONE
    if plain in _ORGANS or _is_local_organ(plain) or _is_branch(plain):
        return Form.ORGAN
    if plain in _KINDS:
        return Form.COLLECTIVE if plain[0] == "各" else Form.KIND
    if _is_stem(plain):
        return Form.STEM
    if _GENERIC.fullmatch(plain):
        return Form.GENERIC
    if is_counted(plain) or _are_joint_places(plain):
        return Form.PLACE
    if (plain[0] == "各" and _EACH_DOING.fullmatch(plain)) or (plain[0] == "在" and _SEATED.fullmatch(plain)):
        return Form.COLLECTIVE
    if _FOREIGN.search(plain) or reads_like_task(plain):
        return Form.NONE
    return _form_by_ending(plain)


def without_gaps(name: str) -> str:
    """A name that opens with its place as it may have been, where a character of it is lost: 县生态环境\ufffd is an office."""
    return _GAP.sub("局", name) if name[0] in _PLACES else name


def is_counted(plain: str) -> bool:
    """Whether a plain string counts places (13个街道): units where units are named, else an amount."""
    return "个" in plain and _COUNTED.fullmatch(plain) is not None


def _are_joint_places(plain: str) -> bool:
    """Whether places are run as one: 临溪高新区·北山区."""
    parts = plain.split("·")
    return len(parts) > 1 and all(form_of(part) is Form.PLACE for part in parts)


def _is_local_organ(plain: str) -> bool:
    """县政协, 市妇联; 县一中 and the like are printed for schools."""
    return plain[region_end(plain) :] in _ORGANS or _SHORT_SCHOOL.fullmatch(plain) is not None


def _is_branch(plain: str) -> bool:
    """国网云山电力, 中国移动青石公司: the local branch of a company whose name says enough."""
    return plain.startswith(_COMPANIES) and len(plain) <= _LONGEST_BRANCH and not _TASK_WORD.search(plain)


def _is_stem(plain: str) -> bool:
    """A department without its ending, with or without a one-character region (经信, 区住房)."""
    return plain in names.ALL_STEMS or (plain[0] in names.REGION_CHARS and plain[1:] in names.ALL_STEMS)


def _form_by_ending(plain: str) -> Form:
    collective = "各" in plain[:14] and not plain.startswith(("各项", "各种", "各个环节"))
    strong = longest_ending(plain, _STRONG)
    if _ends_another_word(plain) and not collective and not is_department(plain):
        return Form.NONE
    kind = longest_ending(plain, _KINDS)
    if collective and (strong or kind):
        return Form.COLLECTIVE
    if strong:
        return Form.ORGAN if len(plain) > len(strong) else Form.KIND
    weak = longest_ending(plain, _WEAK)
    if not weak or len(plain) == len(weak):
        return Form.KIND if len(weak) > 1 else Form.NONE
    if collective:
        return Form.STEM  # 各社: the page cut 各社区
    stem = plain[: -len(weak)]
    if stem[0] in names.REGION_CHARS or weak in {"院", "室", "组", "站", "所", "队", "台", "社"}:
        return Form.ORGAN if len(stem) > 1 or weak in {"院", "所"} else Form.PLACE
    return Form.PLACE if len(stem) <= (_LONGEST_ZONE if weak in _ZONES else _LONGEST_PLACE) else Form.NONE


def _ends_another_word(plain: str) -> bool:
    """布局, 网站: the ending is the end of a common word."""
    return plain.endswith(_NOT_ENDINGS) and not plain.endswith(_STILL_ENDINGS) and not _DISTRICT.fullmatch(plain)


def reads_like_task(plain: str) -> bool:
    """A task sentence that happens to end like a unit: 建成养老服务中心."""
    if _SENTENCE.match(plain) or (plain.endswith("联席会议") and _CONVENED.search(plain)):
        return True
    if plain[0] == "各" and _EACH_DOING.fullmatch(plain):
        return False
    if _SECTION.fullmatch(plain):
        return False
    if _TASK_WORD.search(plain):
        body = plain.removesuffix("成员单位")
        return not (body.endswith(_BODY_END) and len(body) <= _LONGEST_BODY and not _opener(body))
    opener = _opener(plain)
    if not opener:
        return False
    return not (opener in _NAMING_OPENERS and len(plain) <= 20 and plain.endswith(_DEPARTMENT_END))


def opens_task(plain: str) -> bool:
    """Whether a text opens with a word that sentences about tasks open with."""
    return bool(_opener(plain))


def _opener(plain: str) -> str:
    """The word that opens task sentences and this string, or an empty string."""
    return next((plain[:size] for size in (4, 3, 2) if plain[:size] in _OPENERS), "")


@lru_cache(maxsize=4096)
def shares_each(plain: str) -> bool:
    """Whether a list member without its own 各 shares the one before: 区政府 of 各市、区政府, 学校 of 各公司、学校."""
    governing = longest_ending(plain, _GOVERNING)
    governed = _PARTY.sub("", plain[: -len(governing)]) if governing else ""
    if all(kind in _SHARED_KINDS for kind in _AND.split(plain)) or (
        governing and (governed in _SHARED_KINDS or governed.strip(_LEVELS) in ("", "级", "直辖", "自治"))
    ):
        return True
    rest = plain
    while modifier := next((word for word in _MODIFIERS if rest.startswith(word)), ""):
        rest = rest[len(modifier) :]
        if len(rest) > 1 and rest in _KINDS:
            return True
    return False


def is_known_stem(plain: str) -> bool:
    """Whether a string is a stem that is printed for its department (经信), not a piece of a longer stem (住房)."""
    return plain in _SHORT_STEMS or (plain[:1] in names.REGION_CHARS and plain[1:] in _SHORT_STEMS)


def is_department(plain: str) -> bool:
    """Whether a name is a known stem with an ending (市人力资源和社会保障局): surer than its ending alone.

    Any of its endings may be the one: 管理局 of 应急管理局, 局 of 城市管理局.
    """
    stems = (plain[:-size] for size in range(min(_LONGEST_ENDING, len(plain)), 0, -1) if plain[-size:] in _STRONG)
    return any(
        stem in names.ALL_STEMS or stem[region_end(stem) :] in names.ALL_STEMS or _is_stem(stem or " ")
        for stem in stems
    )
