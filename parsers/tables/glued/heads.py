"""Column heads that lost what stood between them: 序号项目名称工作内容牵头单位责任单位1…

The run is cut where the pieces make the best heads; what a head is, :func:`.heads.read_head` knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import ANSWERS, TEXT_KINDS, Head, head_or_unknown, read_head
from ...text.document import Line
from ...text.piece import Piece, squeezed
from ...units.words import UNIT_NOUNS
from ..heads.task_heads import makes_table

STOPS = "。！；"
#: The way of a check.
WAY = lazy_pattern(r"(?:测评|考评|考核|评价|评估|检查|督查|评分|考查|考察)(?:方法|方式|办法)")
#: A heading over the rows below it; numbers may begin anew behind one.
HEADING = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；，、：\d（）]{2,20}?"
#: The end of a head, then the number of the first row, on the same line or on the next.
_FIRST_ROW = lazy_pattern(
    r"(?:单\s?位|部\s?门|科室|处室|股室|机构|主体|时\s?限|时\s?间|期限|节点|日期|领导|责任人|负责人|联系人|备\s?注|说明|进度|要求|措施|目标|频次|依据|来源|文件|职责|任务分工|内容|任务|事项|名称)"
    rf"\s*(?=(?:{HEADING}\s*)?1[.、．]?\s*(?:{CHINESE}|[“《]))"
)
_DOER = r"(?:单位|部门|科室|处室|股室|领导|责任人|负责人)"
_WORK = r"(?:内容|任务|事项|名称|项目|措施|目标|要求|职责|时限|时间|方法|方式|办法)"
#: Who does it beside what is done, in heads without numbers.
_BESIDE = lazy_pattern(rf"{_WORK}{CHINESE}{{0,4}}?{_DOER}|{_DOER}(?={CHINESE}{{0,4}}{_WORK})")
_NO_HEAD = lazy_pattern(r"[\d，。；：！、《“（）]|第.{1,3}[条章节]|根据")
#: How good each head of a run is that no number follows.
_SURE_HEAD, _LONGEST_SURE = 0.7, 7
_BARE_ROW = lazy_pattern(rf"^[^\S\n]*(?=1\s?(?:{CHINESE}|[“《]))", re.MULTILINE)
_NUMBER = lazy_pattern(r"序号|编号|项次")
#: What may stand before heads without a number column on the same line: the end of a title.
_TITLE_END = lazy_pattern(r"表|清单|方案|[】》）：]")
_BEFORE_HEADS = lazy_pattern(r"表|清单|方案|[】》）：。；！]")
_LONGEST_RUN, _LONGEST_BEHIND = 110, 30
_LONGEST_HEAD = 13
_FEWEST = 3
#: Heads of two characters that are whole words; others (单位, 名称) are mostly the end of a longer head.
_WORDS = frozenset(
    {
        "备注",
        "类别",
        "分类",
        "组别",
        "项目",
        "任务",
        "事项",
        "内容",
        "目标",
        "措施",
        "时限",
        "进度",
        "说明",
        "领域",
        "指标",
    }
)
#: What heads of who answers begin with.
_PARTS = frozenset(("牵头", "责任"))
_JOINTS = "及和与或、的"
_UNKNOWN = -1.2
#: Of cuts as good as each other the one with the shorter last head: 频次上限 | 检查标准.
_TIE = 1e-9
#: What may be a head among others (专项检查计划, 行政检查文件), and what is mostly a part of one (上限, 专项).
_PAPER, _LIKELY, _REST = lazy_pattern(r".{2,6}(?:文件|计划|方案|安排)"), 0.9, -0.3


class HeadRun(NamedTuple):
    """Heads glued together: where the run starts and ends in the document, and each head with its range."""

    line: int
    start: int
    end: int
    heads: tuple[Head, ...]
    ranges: tuple[tuple[int, int], ...]


def find_head_runs(text: str, lines: Sequence[Line], taken: frozenset[int]) -> Iterator[HeadRun]:
    """The runs of glued heads that a first row follows, outside the lines ``taken``, in order."""
    last = -1
    found = [(bisect_left(lines, m.start(), key=attrgetter("end")), False, m.end()) for m in _FIRST_ROW.finditer(text)]
    found += [(bisect_left(lines, m.end(), key=attrgetter("end")), True, m.end()) for m in _BESIDE.finditer(text)]
    for at, bare, end in sorted(found):
        if at in taken or at == last:
            continue
        run = run_with(lines[at], text, end) if bare else _head_run(text, lines[at], end)
        if run is not None:
            last = at
            yield run


def find_bare_runs(text: str, lines: Sequence[Line], taken: frozenset[int]) -> Iterator[HeadRun]:
    """Where a line begins with the number 1 of a first row and no heads stand above: runs without heads, in order."""
    at = 0
    for match in _BARE_ROW.finditer(text):
        while lines[at].end < match.end():
            at += 1
        if at not in taken:
            yield HeadRun(at, match.end(), match.end(), (), ())


def _head_run(text: str, line: Line, end: int) -> HeadRun | None:
    begin = max(line.start, end - _LONGEST_RUN)
    piece = squeezed(text, [(begin, min(end, line.end))])
    numbers = list(_NUMBER.finditer(piece.text))
    if numbers:
        first = numbers[-1].start()
        body = numbers[-1].end()
    else:
        body = first = _behind_title(piece, begin == line.start)
    cuts = _Cut.of(piece.text, body).up_to(len(piece.text)) if body >= 0 else None
    if cuts is None:
        return None
    if numbers:
        cuts.insert(0, (first, body))
    heads = [head_or_unknown(piece.text[a:b]) for a, b in cuts]
    if not _makes_table(heads, bool(numbers)):
        return None
    ranges = tuple(piece.range(a, b) for a, b in cuts)
    return HeadRun(line.index, ranges[0][0], ranges[-1][1], tuple(heads), ranges)


def run_with(line: Line, text: str, inside: int) -> HeadRun | None:
    """The longest run of known heads one of which ends at ``inside``, on a line, behind a sentence or a title."""
    begin = max(line.start, inside - _LONGEST_RUN)
    begin += max((match.end() for match in _BEFORE_HEADS.finditer(text[begin:inside])), default=0)
    if _NO_HEAD.search(text, begin, inside):
        return None
    stop = _NO_HEAD.search(text, inside, min(line.end, inside + _LONGEST_BEHIND))
    last = stop.start() if stop is not None else min(line.end, inside + _LONGEST_BEHIND)
    number = next(iter(_NUMBER.finditer(text, begin, inside)), None)
    body = number.end() - begin if number is not None else 0
    cut = _Cut.of(text[begin:last], body)
    for end in range(last, inside - 1, -1):
        cuts = [(begin + a, begin + b) for a, b in cut.up_to(end - begin) or ()]
        if all(stop != inside for _, stop in cuts) or not all(_is_sure(text[a:b]) for a, b in cuts):
            continue
        if number is not None:
            cuts.insert(0, number.span())
        heads = [head_or_unknown(text[a:b]) for a, b in cuts]
        if _makes_table(heads, numbered=number is not None):
            return HeadRun(line.index, cuts[0][0], cuts[-1][1], tuple(heads), tuple(cuts))
        return None
    return None


def _is_sure(text: str) -> bool:
    """Whether a piece is a head where no number of a row tells that it ends a run of them."""
    return len(text) <= _LONGEST_SURE and text[0] not in "由对与在为按从将以经把因" and _weight(text) >= _SURE_HEAD


def _behind_title(piece: Piece, whole: bool) -> int:
    """Where heads without a number column begin: behind a title on their line, else with the line; -1 for neither."""
    ends = [match.end() for match in _TITLE_END.finditer(piece.text)]
    return ends[-1] if ends else 0 if whole else -1


def _makes_table(heads: Sequence[Head], numbered: bool) -> bool:
    kinds = [head.kind for head in heads]
    doer = not ANSWERS.isdisjoint(kinds) and makes_table(heads)
    known = numbered or all(head.known or head.kind == "unit" for head in heads)
    return len(heads) >= _FEWEST and doer and known and any(kind in TEXT_KINDS for kind in kinds)


class _Cut(NamedTuple):
    """The best cuts of a text from ``start`` on into heads: for every place their weight and where the last head begins."""

    start: int
    best: dict[int, tuple[float, int]]

    @classmethod
    def of(cls, run: str, start: int) -> _Cut:
        best: dict[int, tuple[float, int]] = {start: (0.0, -1)}
        for at in range(start, len(run)):
            if at not in best:
                continue
            for end in range(at + 2, min(len(run), at + _LONGEST_HEAD) + 1):
                score = best[at][0] + (_UNKNOWN if _goes_on(run, at, end) else _weight(run[at:end]))
                if end not in best or score > best[end][0] - _TIE:
                    best[end] = (score, at)
        return cls(start, best)

    def up_to(self, end: int) -> list[tuple[int, int]] | None:
        """The heads up to ``end``; None when too much of them is no head."""
        if end not in self.best or self.best[end][0] <= 0:
            return None
        cuts: list[tuple[int, int]] = []
        while end > self.start:
            cuts.append((self.best[end][1], end))
            end = self.best[end][1]
        return cuts[::-1]


def _goes_on(run: str, start: int, end: int) -> bool:
    """Whether a piece ends inside a head: 主要工作 | 任务, 事项牵头 | 责任单位; one noun with the next is a head, 重点工作 | 目标任务."""
    word, noun = run[end - 2 : end], run[end : end + 2]
    if word in _PARTS:
        wholes = (read_head(word + run[end : end + size]) for size in (2, 4))
        return any(whole is not None and whole.kind in ANSWERS for whole in wholes)
    if word != "工作" or noun not in _WORDS or end - start < len("主要工作"):
        return False
    return read_head(run[end : end + 4]) is None


def _weight(text: str) -> float:
    """How well a piece of the run makes a head by itself: four characters are usual, two seldom whole."""
    head = read_head(text) if text[0] not in _JOINTS else None
    if head is None:
        return _LIKELY if _PAPER.fullmatch(text) else _UNKNOWN
    size = len(text)
    if size == 2:
        return 0.7 if text in _WORDS else _REST if head.kind in ("group", "other", "unit") else 0.2
    if head.kind == "deadline" and text[:2] in UNIT_NOUNS:
        return _UNKNOWN  # 主要责任 | 单位时限
    if size == 3:
        return 1.0
    return 1.5 if size == 4 else 1.35 - 0.12 * max(0, size - 6)
