"""Lines that open with who answers for them, as plans list the duties of each department.

市教育局：负责校园安全… on lines of their own, numbered or not, （一）市教育局。负责校园安全…, and, without a number,
市教育局负责校园安全….
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from ...normalize.doubt import Doubt
from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.heads import read_head
from ..fields.label_lines import read_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..text.document import Line
from ..text.labels import read_label
from ..text.vocabulary import alternatives, words
from ..units import Role, UnitDraft, UnitReading, read_names
from ..units.cells import name_form
from ..units.grammar import Form
from ..units.last_letters import may_end_with_name
from .wrapped_paragraphs import JOINT

#: The names and something to do behind the colon, or behind the full stop of a numbered line.
_OPENING = lazy_pattern(
    rf"([^：:。；]{{2,60}})([：:。])\s*(?=[“《（\d①]?{CHINESE}|1[.．、]\s?{CHINESE}|（[1一]）\s?{CHINESE})"
)
#: Names in a bracket before something to do, behind a number: 1.（市教育局）建设宿舍2栋。
_BRACKETED = lazy_pattern(
    rf"(?:（[^（）：]{{2,60}}）|【[^【】：]{{2,60}}】|〔[^〔〕：]{{2,60}}〕|\[[^\[\]：]{{2,60}}\])\s*(?=[“《（\d]?{CHINESE})"
)
#: An opening that may be a name, in a list of such openings.
_LIKELY = lazy_pattern(rf"({CHINESE}{{2,10}}[局委办厅部院处室队会社团门关所站馆])[：:]\s*(?={CHINESE}{{5}})")
#: The same alone on its line.
_ALONE = lazy_pattern(rf"{CHINESE}{{2,10}}[局委办厅部院处室队会社团门关所站馆台校][：:]")
_DUTIES = lazy_pattern(
    r"(?:(?:牵头)?(?:负责)?(?=[：:]$)|的?(?:主要|工作|具体|部门)?(?:职责|责任|任务|分工)(?:分工|任务|清单)?)?[：:。]?$"
)
_LONGEST_DUTIES = 8
_DUTY_ENDS = ("：", ":", "。", "职责", "责任", "任务", "分工", "清单")
#: 县教育局牵头的工作 is more than a name.
_WORDED = lazy_pattern(r"牵头|负责|主办|承办|承担|配合|协助")
#: The same in one sentence, which is all of the line.
_SENTENCE = lazy_pattern(
    rf"([^，。；：由]{{2,40}}?)(?:牵{JOINT}?头|负{JOINT}?责|配{JOINT}?合|协{JOINT}?助)(?![的人制任单部]|同志|$)[^。；：_]*[。；]?$"
)
#: Whoever it is that has the data, or the project: a rule, not a task of somebody.
_ANY_OFFICE = lazy_pattern(r"(?:使用|提供|主管|政务|业务|需求|管理|建设|实施|运营|有关|相关|责任)(?:部门|单位|机构)$")
#: What a duty begins with behind a full stop.
_ROLE_FIRST = lazy_pattern(r"(?:主要|具体|积极|全力)?(?:负责|牵头|配合|协助|承担|参与|组织|指导|督促)")
#: Who leads a team that a plan sets up is not the team: 督查组：由县应急局牵头，…负责督促检查。
_MADE_UP = lazy_pattern(r"(?:组|专班|分队|小队)[：:。]\s*由[^。；]{2,60}?牵头")
#: Bodies that a plan sets up itself: what stands below says what they are, not what is to be done.
_BODY = lazy_pattern(
    r"(?:指挥部|领导小组|工作小组|专家组|协调机制|联席会议|成员单位)(?:办公室)?(?:的?(?:主要|工作)?职责)?[：:。]?$|^(?:成立|组建|设立)"
)
_SHORTEST, _LONGEST = 5, 60
#: 1.由县教育局牵头，…: a numbered line whose first words tell.
_TOLD = lazy_pattern(r"[（(]?[^\W_]{1,3}[）)、.．]{1,2}\s?由?[^，。；：]{2,40}(?:牵头|负责|承办)，")
#: What names may open: a colon behind them, or a bracket around them; the same with a word of a role.
_OPENS = lazy_pattern(r"[：（【〔\[]")
_TELLS_FIRST = lazy_pattern(r"[（【〔\[][^（）【】〔〕\[\]]{0,100}(?:牵头|负责|责任|主办|承办)")
#: Where the opening of a line ends that is a clause with words of its own (2.（甲牵头，乙配合）修桥): no more than one of its run.
_CLAUSE = -1
_ANY_TEXT = "修桥"
_CLOSINGS = frozenset("）)]】〕")
_FEWEST = 2
#: Behind the colon of a list of members or of addresses stands no duty.
_NO_DUTY = lazy_pattern(r"(?:联系|咨询|监督|举报|投诉|值班)?(?:电话|地址|邮箱|传真|电子)|[^，。；]{0,20}\d{7,}")
#: What tells who belongs to a team is none: 由县应急局1名干部带队，2名专家参加。
_MEMBERS = lazy_pattern(
    r"(?:[^，。；]{2,40}(?:带队|领队|参加|组成|任副?[组队]长|为(?:副?[组队]长|成员))[，；。]){1,9}$"
)
#: 金融租赁公司, 财务公司: headings of nothing but kinds of firms name those whom a rule is about; 青溪城投公司 has duties.
_TRADES = words("""
商业 政策性 开发性 村镇 农村商业 城市商业 民营 外资 储蓄 金融租赁 融资租赁 财务 信托 保险 证券 期货 基金 融资担保 担保 小额贷款 消费金融
汽车金融 资产管理 理财 典当 物业 旅游 运输 劳务派遣 建筑 房地产开发 检测 评估
""")
_FIRMS = lazy_pattern(lambda: rf".*(?:企业|机构)|(?:各类)?(?:{alternatives(_TRADES)})(?:服务|管理)?(?:公司|银行)")
#: What stands above words and what they mean, not above duties.
_DEFINED = lazy_pattern(r"(?:定义|含义|释义|用语|术语|名词)(?:解释|说明|如下){0,2}[：:]$")
_GOES_ON_DEFINED = "定义："
_LEADING = lazy_pattern(r"(?:负责)?(?:总)?(?:牵头|统筹)|[^，。；、]{0,12}(?:的牵头(?:单位|部门)|牵头负责)")
_HELPING = lazy_pattern(r"(?:积极|协同|共同|主动|全力|密切)?(?:配合|协助|协同|参与|参加|支持)")


def duty_lines(lines: Sequence[Line]) -> dict[int, int]:
    """How far the opening of each duty line of a list reaches, by the offset of the line; none when fewer than two stand together.

    It reaches nowhere (0) where the line is a sentence that says inside who does it.
    ``lines`` are those of a list. Together stand lines with labels of one style, or without labels, and nothing between
    them that is labelled otherwise.
    """
    found: dict[int, int] = {}
    run: dict[int, int] = {}
    likely: dict[int, int] = {}
    style: str | None = None
    above: Line | None = None
    for line in lines:
        if not line.text:
            continue
        beside = above is not None and above.start in run and above.index == line.index
        goes_on = beside and above is not None and above.text[-1] in "；;"
        above = line
        label = read_label(line.text)
        start = label.end if label is not None else 0
        end = _opening_end(line, start)
        if end is None and label is not None and _TELLS_FIRST.match(line.text, start):
            end = _CLAUSE
        own = label.style if label is not None else ""
        if end is not None and (not run or own == style or (beside and not own)):
            run[line.start], style = end, own if not beside else style
        elif end is None and goes_on:
            likely[line.start] = 0  # 市教育局负责学校；市水利局负责河道；其他部门密切配合: no part of the last duty
        elif end is None and run and own == style and (alike := _likely_end(line, start)) is not None:
            likely[line.start] = alike
        elif end is not None or (label is not None and style in ("", own)):
            found |= _kept(run, likely)
            run, style = ({line.start: end}, own) if end is not None else ({}, None)
            likely = {}
    found |= _kept(run, likely)
    found = {start: end for start, end in found.items() if end != _CLAUSE}
    found = named_above(lines) | _below_titles(lines) | _alone(lines, found) | found
    whole = [line.text for line in lines if found.get(line.start) == len(line.text)]
    return {} if are_firms([text[label.end :] if (label := read_label(text)) else text for text in whole]) else found


def named_above(lines: Sequence[Line]) -> dict[int, int]:
    """The lines of nothing but names and a colon that stand over text without numbers, in a list that has several of them.

    县水务局： / 编制规划。 / 县林业局： / 造林300亩。; those over numbered items are headings.
    """
    filled = [line for line in lines if line.text]
    named = [place for place, line in enumerate(filled[:-1]) if heads_duties(line.text)]
    if len(named) < _FEWEST:
        return {}
    named += [place for place, line in enumerate(filled[:-1]) if _ALONE.fullmatch(line.text) and place not in named]
    over = (filled[place] for place in named if _is_duty(filled[place + 1]))
    return {line.start: len(line.text) for line in over}


def heads_duties(text: str) -> bool:
    """Whether a line is nothing but names of units and a colon; a label without its value (协办单位：) names nobody."""
    if text[-1] not in "：:" or read_label(text) is not None or not is_names(text):
        return False
    head = read_head(text[:-1])
    return head is None or not head.known


def _is_duty(line: Line) -> bool:
    """Whether a line may be what the names above it have to do: text, no number, no label and no names."""
    long = len(line.text) >= _SHORTEST and not _NO_DUTY.match(line.text) and not is_names(line.text)
    return long and read_label(line.text) is None and read_label_line(line) is None


def are_firms(names: Sequence[str]) -> bool:
    """Whether headings that name somebody are of kinds of firms, not an office among them."""
    return len(names) >= _FEWEST and all(_FIRMS.fullmatch(bare_names(name)) for name in names)


def _alone(lines: Sequence[Line], found: Mapping[int, int]) -> dict[int, int]:
    """The openings of numbered lines with names of a known form, in a list whose other items close with who does them."""
    openings: dict[int, int] = {}
    closed = 0
    above = ""
    for line in lines:
        defined, above = _DEFINED.search(above) is not None, line.text or above
        if defined and read_label(line.text) is not None:
            above = _GOES_ON_DEFINED  # a word and what it means, and the next
        elif line.text[-1:] in _CLOSINGS or line.text[-2:-1] in _CLOSINGS:
            closed += CLOSED_AT_END.search(line.text) is not None
        elif _OPENS.search(line.text[:_LONGEST]) and line.start not in found and (label := read_label(line.text)):
            closed += _TELLS_FIRST.match(line.text, label.end) is not None
            end = _opening_end(line, label.end)
            if end and end < len(line.text) and _is_sure(line.text[label.end : end]):
                openings[line.start] = end
        else:
            labelled = read_label_line(line)
            closed += _TOLD.match(line.text) is not None or (labelled is not None and labelled.assigns)
    return openings if openings and closed >= max(_FEWEST, len(openings)) else {}


def _is_sure(names: str) -> bool:
    reading = read_names(bare_names(names.strip()))
    return reading is not None and all(name_form(unit.name) > Form.COLLECTIVE for unit in reading.units)


def _below_titles(lines: Sequence[Line]) -> dict[int, int]:
    """The openings of lines without number that stand alone below a numbered one each; of all that do, half at least."""
    found: dict[int, int] = {}
    texts = 0
    filled = [line for line in lines if line.text]
    for above, line in pairwise(filled):
        if read_label(line.text) is not None or read_label(above.text) is None:
            continue
        texts += 1
        end = _opening_end(line, 0) if "：" in line.text[:_LONGEST] else None
        if end:
            found[line.start] = end
    return found if len(found) >= _FEWEST and 2 * len(found) >= texts else {}


def _kept(run: dict[int, int], likely: dict[int, int]) -> dict[int, int]:
    """The duty lines of a run; among several of them, those whose name has no known form are such lines, too."""
    return {} if len(run) < _FEWEST else run | likely if len(run) > max(_FEWEST, len(likely)) else run


def _likely_end(line: Line, start: int) -> int | None:
    """Where the text begins behind an opening that ends like a name of a unit."""
    if not start and line.text[-1] in "：:" and is_names(line.text):
        return len(line.text)  # the page breaks off behind the name
    match = _LIKELY.match(line.text, start)
    return match.end() if match is not None and not _BODY.search(match[1]) and read_label_line(line) is None else None


def _opening_end(line: Line, start: int) -> int | None:
    """Where the text behind the opening units begins in a line; None when it opens with none."""
    bracketed = _BRACKETED.match(line.text, start) if start else None
    if bracketed is not None and is_names(bracketed[0].strip()[1:-1]):
        return bracketed.end()
    match = _OPENING.match(line.text, start)
    if match is None and start and is_names(line.text[start:]):
        return len(line.text)  # 1、区住建局 | 负责…
    if match is None or (match[2] == "。" and not start and not _ROLE_FIRST.match(line.text, match.end())):
        return None if start else _sentence(line)
    if len(line.text) - match.end() < _SHORTEST or _NO_DUTY.match(line.text, match.end()):
        return None
    if _MEMBERS.match(line.text, match.end()) or _MADE_UP.search(line.text, match.start(), match.end() + _LONGEST):
        return None
    if (
        not is_names(bare_names(line.text[match.start() : match.end(2)]))
        or read_label_line(line._replace(text=line.text[start:])) is not None
    ):
        return None
    return match.end()


def _sentence(line: Line) -> int | None:
    """0 for a line that is one sentence and opens with units and what they are to it: 县教育局负责…"""
    match = _SENTENCE.match(line.text)
    return 0 if match is not None and not _ANY_OFFICE.search(match[1]) and is_names(match[1]) else None


def is_names(text: str) -> bool:
    """Whether a short line is nothing but names of units, perhaps with the word 职责 or a colon behind them."""
    return len(text) <= _LONGEST and _are_names(text.replace(JOINT, ""))


@lru_cache(maxsize=1024)
def _are_names(text: str) -> bool:
    """The same of a line that is short enough: several looks at a list ask it of every line."""
    names = bare_names(text)
    if not may_end_with_name(names) or _WORDED.search(text) or _BODY.search(text):
        return False
    reading = read_names(names)
    return reading is not None and not reading.leftovers


def bare_names(text: str) -> str:
    """The names of a heading without what says that their duties follow: 区住建局职责：, 区住建局："""
    bracketed = _BRACKETED.match(text + _ANY_TEXT)
    if bracketed is not None:
        return text.strip()[1:-1]
    if not text.endswith(_DUTY_ENDS):
        return text
    return text[:-_LONGEST_DUTIES] + _DUTIES.sub("", text[-_LONGEST_DUTIES:])


def duty_reading(names: str, duty: str) -> UnitReading:
    """The units that a duty line opens with; a word behind them or the first words of the duty tell the role of those who act."""
    name = bare_names(names)
    role: Role = "lead" if "牵头" in names else role_of_duty(duty) or "responsible"
    start = names.find(name)
    reading = read_names(" " * start + name)  # behind its bracket
    if reading is None:
        doubt = Doubt("unit-name-unknown-form", start, start + len(name), name)
        return UnitReading((UnitDraft(name, role, start, start + len(name)),), doubts=(doubt,))
    units = tuple(unit if unit.role == "support" else unit._replace(role=role) for unit in reading.units)  # 甲会同乙
    return reading._replace(units=units, doubts=())


def role_of_duty(duty: str) -> Role | None:
    """The role that the first words of a duty tell: 牵头开展…, 配合县水利局…; None when they tell none."""
    return "lead" if _LEADING.match(duty) else "support" if _HELPING.match(duty) else None
