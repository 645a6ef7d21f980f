"""Label lines: who, when or what else of a task, on a line of its own (牵头单位：X)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..deadlines import deadline_likeness
from ..text.document import Line
from ..text.labels import read_label
from ..text.piece import Range
from ..units import lists_people, person_likeness, unit_likeness
from .breaks import breaks_inside
from .heads import Head, is_about_page, read_head
from .name_brackets import CLOSED_AT_END
from .own_names import names_itself
from .periods import mark_of_period
from .service_terms import is_length, is_promised
from .spoken import whole_clause

#: `牵头单位：…` at the beginning of a line; the label's words are read like a column head.
_LABELLED = lazy_pattern(
    rf"(?:[—–]{{1,2}}\s?)?[（(\[【〔]?\s*((?:{CHINESE}\s{{2,8}}){{1,3}}{CHINESE}(?=\s?[：:])|(?:拟|计划|预计|提请|提交|报送|报请){CHINESE}{{6,11}}(?:时间|时限)(?=[：:])|(?:{CHINESE}\s?){{2,10}}(?:[、/]\s?(?:{CHINESE}\s?){{2,8}})?(?:[（(]{CHINESE}{{1,6}}[)）](?:{CHINESE}\s?){{0,6}})?)\s?[：:]\s*"
)
#: `【责任单位】X`: brackets instead of a colon.
_BRACKETED = lazy_pattern(rf"[【［〔（(\[〈＜<]\s?((?:{CHINESE}\s{{0,8}}){{2,10}})[】］〕）)\]〉＞>]\s*[：:]?\s*(?=\S)")
#: `责任单位 X`, `责任单位——X`, `时限 | X`: a blank, a dash or the mark of a cell instead of a colon.
_SPACED = lazy_pattern(
    rf"(?:\|\s*)?(?:({CHINESE}{{3,8}})(?:\s+|[—–]{{1,2}})|({CHINESE}{{2,8}})\s*[|\t]\s*)(?=[^\s|])(?=[^|\t]*\|?\s*$)"
)
#: Kinds of labels that assign a task to someone or some time; the others name a part of its text.
_ASSIGNING = frozenset({"unit", "person", "deadline"})
_NAMING = frozenset({"requirement", "goal", "other"})
#: Labels before the task itself (任务：, 事项名称：).
_TEXT = frozenset({"content", "name"})
#: What databases of documents print in brackets about a page, not about a task: 【发布日期】2030-02-26 【生效日期】…
_OF_PAGE = frozenset(("发布日期", "发布时间", "生效日期", "失效日期", "实施日期"))
_BARE_TIMES = frozenset(("日期", "时间"))
_NO_TIME = lazy_pattern(r"来源|浏览|点击|阅读|字号|字体|作者|打印|日期")
_FAULTS = ("问题", "隐患", "短板", "困难", "不足")
_POST = lazy_pattern(r"(?:常务|第一)?副?(?:组长|总?指挥长?|召集人|班长|队长)|[成组队]员")
_OF_NO_TASK = ("联系人", "联络员", "咨询人", "总河长", "总湖长", "总林长", "总田长")
#: A clause that stands before its text: 【牵头单位：甲；配合单位：乙】修桥。
_CLAUSE_BEFORE = lazy_pattern(
    rf"(?:【[^【】]*】|\[[^\[\]]*\]|［[^［］]*］|〔[^〔〕]*〕|（(?:[^（）]|（[^（）]*）)*）)\s*{CHINESE}{{2}}"
)
_CLOSED_INSIDE = lazy_pattern(r"[）)\]】〕]\s?[（(\[【〔]")
_LONGEST_LABEL = 7
#: What stands for an empty value: 配合单位 ——.
_NOTHING = lazy_pattern(r"[—–-]+|/|无|暂无")
#: Within so many characters the colon of a label stands that has a number in front.
_NUMBERED = 30
#: Who fills in a form: 填报单位（盖章）：.
_FORM = lazy_pattern(r"(?:填报|填表|制表|编报)(?:单位|部门|科室|人|时间|日期)")
_OPENING = lazy_pattern(
    r"(?:工作|主要|具体|重点|督查|督办|交办|承办|转办|批办|议定|决议|建议|提案|信访|诉求|改革|整改|反馈|存在|突出)?(?:(?:任务|事项|内容|问题)(?:名称|内容|表述)?|(?:项目|实事|工程)名称)\s?[：:]"
)
_ENDS = "。；！？：.;"
_STOPS = f"{_ENDS}）)】］]"
#: A line this long that does not end like a sentence was broken by the page, not by the author.
_WRAPPED = 24
#: What a clause is whole with.
_ROLE_AT_END = lazy_pattern(r"(?:负责|牵头|落实)$")
_LIST = 0.8
#: Headings of chapters, of what says how a body is set up, and of lists of people: 第二章 组织机构, 实施机关, 姓名.
_HEADING = lazy_pattern(
    r"第.{1,3}[章节编篇].*|(?!责任|牵头|承办|主办|协办|配合).*机[构关]|(?:(?:加强|强化)?组织|加强|强化)领导|姓名"
)
#: What a word of a rule means: 检验机构：指疾控中心、血站.
_MEANS = lazy_pattern(r"\s*(?:是|系)?指(?![挥导定])")


class LabelLine(NamedTuple):
    """A label line: its head, the ranges of its value and of the whole, and its last line; ``spoken`` without a label."""

    head: Head
    value: tuple[Range, ...]
    ranges: tuple[Range, ...]
    spoken: bool = False
    ending: str = ""

    @property
    def assigns(self) -> bool:
        """True when it says who or when, rather than more of what."""
        return self.head.kind in _ASSIGNING

    @property
    def opens(self) -> bool:
        """True when its value is the task's own text."""
        return self.head.kind in _TEXT

    @property
    def remarks(self) -> bool:
        """True when its value is what was found wrong: behind who does a task, a remark on it (存在问题：征地滞后)."""
        return self.head.text.endswith(_FAULTS)

    def continued(self, line: Line) -> LabelLine:
        """The same with one more line of its value."""
        more = ((line.start, line.end),)
        return self._replace(value=(*self.value, *more), ranges=(*self.ranges, *more), ending=line.text)

    def goes_on(self, line: Line) -> bool:
        """True when ``line`` is the rest of the value: a list that the page broke, one unit a line, or the next period."""
        mark = mark_of_period(line.text)
        if mark and mark in map(mark_of_period, (self.ending, self.ending.partition("：")[2].strip())):
            return True
        if not self.assigns:
            return self._is_broken(line)
        if self.ending[-1:] == "：" and self.value and len(line.text) <= _WRAPPED:
            return max(unit_likeness(line.text), deadline_likeness(line.text)) >= _LIST
        if "。" in line.text or len(line.text) > 200:
            return False
        start, end = self.ranges[-1]
        if (self.value and self.value[-1][1] < end) or (self.spoken and _ROLE_AT_END.search(self.ending)):
            return False  # its bracket is closed, or its sentence
        if end - start >= _WRAPPED and line.text[-1] not in _ENDS:
            return True
        if self.ending and breaks_inside(self.ending, line.text):
            return True
        if self.head.kind == "person" and self.value:
            said = self.ending.rpartition("：")[2].strip()
            return person_likeness(said) >= _LIST and lists_people(line.text)
        return self.head.kind == "unit" and unit_likeness(line.text) >= _LIST

    def _is_broken(self, line: Line) -> bool:
        """True when the page broke a part of the text (整改措施：…) that ``line`` ends, or goes on with as wide a line."""
        full = len(self.ending) >= _WRAPPED and self.ending[-1] not in _STOPS
        return full and (line.text[-1] in _STOPS or len(line.text) >= _WRAPPED)


@lru_cache(maxsize=1024)
def read_label_line(line: Line) -> LabelLine | None:
    """The label line that a line is, None for any other."""
    match = _LABELLED.match(line.text) if "：" in line.text or ":" in line.text else None
    if match is None:
        return _bracketed(line) or _bare_label(line) or _spoken(line)
    head = read_head("".join(match[1].split()))
    if (
        head is None
        or head.kind not in _ASSIGNING | _NAMING | _TEXT
        or is_about_page(head.text)
        or _FORM.match(head.text)
    ):
        return None
    staged = head.kind in ("goal", "other") and bool(mark_of_period(line.text[match.end() :]))
    if head.kind not in _ASSIGNING and len(head.text) > _LONGEST_LABEL and not staged:
        return None
    if (
        names_itself(head, line.text[match.end() :])
        or _MEANS.match(line.text, match.end())
        or _CLAUSE_BEFORE.match(line.text)
    ):
        return None
    if head.text in _BARE_TIMES and (match.end() == len(line.text) or _NO_TIME.search(line.text, match.end())):
        return None  # 日期：2030-05-06 来源：县住建局, 日期：日期： below signatures
    end = line.end
    closing = len(line.text.rstrip("。；")) - 1
    if line.text[0] in "（([【〔" and line.text[closing] in "）)]】〕":
        if _CLOSED_INSIDE.search(line.text, match.end(), closing):
            return None  # （责任单位：甲）（完成时限：6月底前）: two clauses
        end = line.start + closing
    value = line.start + match.end()
    said = line.text[match.end() :]
    if staged or (
        head.may_be_schedule and deadline_likeness(said) >= _LIST and not (is_promised(head.text) and is_length(said))
    ):
        head = head._replace(kind="deadline")
    return LabelLine(head, ((value, end),) if value < end else (), ((line.start, line.end),), ending=line.text)


def _bracketed(line: Line) -> LabelLine | None:
    """A label in brackets of its own, or parted from its value by a blank: only for who and when."""
    match = _BRACKETED.match(line.text) or _SPACED.match(line.text)
    if match is None:
        return None
    head = read_head("".join((match[1] or match[2]).split()))
    if (
        head is None
        or not head.known
        or is_about_page(head.text)
        or head.text in _OF_PAGE
        or head.kind not in (_ASSIGNING | _TEXT | _NAMING if line.text[0] in "【［" else _ASSIGNING)
    ):
        return None
    value = line.text[match.end() :].rstrip("| ")
    if (
        line.text[0] not in "【［〔（(["
        and not _NOTHING.fullmatch(value)
        and max(unit_likeness(value), deadline_likeness(value)) < _LIST
    ):
        return None
    start = line.start + match.end()
    return LabelLine(head, ((start, start + len(value)),), ((line.start, line.end),), ending=line.text)


def _bare_label(line: Line) -> LabelLine | None:
    """A label alone on its line, without a colon: its value stands on the next."""
    if len(line.text) > 2 * _LONGEST_LABEL or "：" in line.text or ":" in line.text:
        return None
    words = line.text.split()
    head = read_head("".join(words))
    if head is None or head.kind not in _ASSIGNING or not head.known:
        return None
    if _HEADING.fullmatch(head.text):
        return None
    if len(words) > 1 and person_likeness(" ".join(words[:-1])) >= _LIST and len(words[-1]) > 1:
        return None  # 王 某某 县教育局副局长: a member of a list with the office
    if head.kind in ("person", "deadline") and len(head.text) > _LONGEST_LABEL:
        return None  # 李某镇党委政法委员: the same with its blanks lost; 动态调整备案价时间: a heading
    return LabelLine(head, (), ((line.start, line.end),))


def _spoken(line: Line) -> LabelLine | None:
    """A clause on a line of its own, without bracket or label: 市教育局牵头，市财政局配合。"""
    if whole_clause(line.text, bound=True) is None:
        return None
    whole = ((line.start, line.end),)
    return LabelLine(Head("", "unit", None, False), whole, whole, spoken=True, ending=line.text)


def numbered_label(line: Line) -> LabelLine | None:
    """The label line behind a number of its own (3.责任单位：X)."""
    if "：" not in line.text[:_NUMBERED]:
        return None
    label = read_label(line.text)
    if label is None or label.style not in ("arabic", "arabic_bracket", "circled"):
        return None
    rest = line.part(label.end)
    if CLOSED_AT_END.search(rest.text):
        return None  # 3.开办时限：压到1天。（责任单位：甲）: an item
    found = read_label_line(rest) if "：" in rest.text[:12] else None
    return None if found is None else found._replace(ranges=((line.start, line.end),))


def opening_label(line: Line) -> LabelLine | None:
    """The label line that a numbered item opens with: 1.任务：修桥."""
    match = _OPENING.match(line.text)
    found = read_label_line(line) if match is not None else None
    return found if found is not None and found.opens and found.value else None


def other_label(line: Line, known: frozenset[str]) -> LabelLine | None:
    """The label line of a label of no known meaning that this list uses throughout (:func:`recurring_labels`)."""
    match = _LABELLED.match(line.text) if known and ("：" in line.text or ":" in line.text) else None
    if match is None or match[1] not in known:
        return None
    value = line.start + match.end()
    return LabelLine(
        Head(match[1], "other"), ((value, line.end),) if value < line.end else (), ((line.start, line.end),)
    )


def any_label_line(line: Line) -> LabelLine | None:
    """The label line that a line is, whatever its label: one of no known meaning names a field."""
    match = _LABELLED.match(line.text)
    if match is None:
        return None
    return read_label_line(line) or other_label(
        line, frozenset({match[1]}) if len(match[1]) <= _LONGEST_LABEL else frozenset()
    )


def recurring_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Labels of no known meaning that stand among label lines of who or when, in two items at least; once if of a post.

    With one of a post all of them count. ``lines`` are those of a list that are not blank.
    """
    seen = Counter[str]()
    posts = set[str]()
    unknown: list[str] = []
    told = False
    for line in lines:
        match = _LABELLED.match(line.text) if "：" in line.text or ":" in line.text else None
        found = read_label_line(line)
        if found is not None and found.assigns:
            told = True
        elif match is not None and found is None and len(match[1]) <= _LONGEST_LABEL:
            if read_head("".join(match[1].split())) is None:
                unknown.append(match[1])
                posts.update((match[1],) if is_post(match[1]) else ())
        else:
            seen.update(unknown if told else ())
            unknown, told = [], False
    seen.update(unknown if told else ())
    if posts.isdisjoint(seen):
        posts.clear()
    return frozenset(posts.union(label for label, count in seen.items() if count > 1))


def is_post(label: str) -> bool:
    """True for a label of the people of a body that a task sets up: they close no task alone."""
    return _POST.fullmatch(label) is not None


def assigning(lines: Sequence[LabelLine]) -> bool:
    """True when any of the lines says who or when; whom to ring up about it does neither, nor who is over all of them."""
    return any(line.assigns and not line.head.text.endswith(_OF_NO_TASK) for line in lines)
