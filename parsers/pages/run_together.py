"""Documents whose paragraphs run together in one line, as crawlers store them: cut into lines before anything else.

…，现提出以下意见。一、持续便利投资（一）优化审批。…（甲部牵头）（二）…（乙部负责）…国务院办公厅2030年7月15日（此件公开发布）

A line is cut that holds most of its document: where the indent of a paragraph is left of it, before headings that count
up, behind the addressees, and around a signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ..frame.addressees import is_salutation
from ..frame.words import ALL_KEYS, PLAN_END
from ..text.document import Line, cut_lines
from ..text.document_numbers import NUMBER, letterhead_before, numbers_in
from ..text.labels import HAN, NUMERAL, bare_number
from ..text.vocabulary import alternatives
from .run_together_bare import LOOK_BACK, attachment_behind, bare_heading, is_value
from .run_together_labels import Field, label_cuts, label_fields
from .run_together_sites import given_titles, site_parts

_SHORTEST, _SHORTEST_GIVEN = 300, 150  # characters of a line that is looked at, and below a field with its title
_SHARE = 0.3  # of the document's characters that it holds
_FEWEST_ENDED, _ENDED, _PARTED_LABELS = 3, 0.3, 0.8  # blanks behind sentences, and labels behind a blank
_FEWEST_COMMAS = 4  # that tell what blanks stand for
_WHOLE_HEAD = 3  # cuts behind a title, a number and addressees
_FEWEST = 2  # headings of a style, and indents, that a line must have
_LONGEST_HEADING, _LONGEST_SALUTATION = 80, 150
_GAP = 3  # by how much the numbers of headings may jump
_HEAD = 500  # characters among which title and addressees stand
#: What a paragraph ends with; behind a heading there is nothing of it.
_ENDS = "。；：！？）)】〕]”》"
#: The indent of a paragraph whose line break is lost.
_INDENT = lazy_pattern(rf"(?<=[{re.escape(_ENDS)}\w])[ \u3000\xa0]{{2,}}(?=[^ \u3000\xa0])")
#: A blank that no Latin letter or digit asks for, and no label before it.
_BLANK = lazy_pattern(r"(?<=[^\x00-\x7f \u3000条章节件])[ \u3000](?=[^\x00-\x20!-/:-~ \u3000])")
#: A number between the blanks that many editors put around digits inside a sentence.
_SPACED = lazy_pattern(r"(?<=[\u4e00-\u9fff]) (?=\d+ [\u4e00-\u9fff])")
#: A blank between two letters that the page prints apart: 工 作 要 求.
_APART = lazy_pattern(r"(?<![^\s\u3000]{2})(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff](?:\s|$))")
_POINTS = (
    lazy_pattern(r"(\d{1,2}) ?[.．、](?!\s?\d(?!\d{3}\s?年|\d?\s?月\D))"),
    lazy_pattern(r"[（(](\d{1,2})[）)](?![、，。；）])"),
)
#: Headings, items and points from the outside in.
_LEVELS = (
    lazy_pattern(rf"({NUMERAL}) ?、(?!\s?[{HAN}]{{1,3}}[、项])"),
    lazy_pattern(rf"[（(] ?({NUMERAL}) ?[）)](?![、，。；）项条款至和])"),
    *_POINTS,
)
#: What cites a number rather than begin an item.
_CITED = lazy_pattern(r"(?:第|条|(?<![账欠贷存拨汇罚税捐货借筹还])款|(?<![成资基根标样版文剧课])本)$")
#: A label field at the end of what stands before a label: its value has no full stop.
_FIELD = lazy_pattern(r"(?:单位|部门|科室|领导|责任人|时限|时间)[：:][^。；：:]{1,120}$")
#: The same in brackets: a clause that closes its point.
_CLAUSE = lazy_pattern(r"[（(\[【〔]\w{0,6}(?:单位|部门|科室|领导|责任人|时限|时间)[：:][^。]{0,120}[）)\]】〕]$")
#: Headings that never run on into a sentence.
_BARE_HEADING = lazy_pattern(
    r"(?:总体要求|总体思路|总体目标|发展目标|指导思想|基本原则|工作原则|工作思路|(?:工作|主要)目标|(?:重点|主要|工作)任务|(?:工作|有关)要求|"
    r"保障措施|组织(?:保障|领导|实施|机构)|领导机构|(?:实施|工作|方法)步骤|工作(?:重点|安排|措施|机制|内容|职责)|(?:主要|重点)(?:措施|内容|工作(?!目标|任务|内容|措施|安排)|举措)|"
    r"(?:责任|职责|任务)分工|(?:时间|进度)安排|(?:走访|整治|检查|督查|督导|排查)(?:内容|范围|重点|对象|方式|时间))(?=[^和及与、，。；：（(\s])"
)
#: What stands behind the text of a page.
_BEHIND = lazy_pattern(
    rf"(?<=[{re.escape(_ENDS)}])\s*(?:附件\d?[：:]|抄送[：:]|(?:出席|列席|请假|分送|分享到|扫一扫)[：:]|[【\[]?(?:打印本页|关闭窗口|打印|关闭)[】\]])"
)
#: Where a title ends before the addressees.
_TITLE = lazy_pattern(r"(?:通知|通报|意见|方案|决定|函|公告|通告)》?(?=[^》的〔])")
#: A plan's title before the words that open its text.
_PLAN = lazy_pattern(
    r"((?:附件\d?)?)[^。；：！？]{6,60}?(?:方案|计划|要点|分工|意见|分解表|清单|办法|安排)(?=\s*(?:为了?(?!.{0,3}民)|根据|按照|依据|近年来|党中央|今年|现将|因)\S)"
)
#: A field of the metadata behind a title.
_KEY = lazy_pattern(lambda: rf"(?:{alternatives(ALL_KEYS)})：")
_PARTED = lazy_pattern(r"[|\t]")
_PROSE = 0.5  # of a line, what stands between two marks of cells where these are none of a table


def parted_paragraphs(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the document ``text``, those that hold a document run together cut into its paragraphs."""
    share = _SHARE * (lines[-1].end - lines[0].start) if lines else 0
    longest = max(map(len, text.split("\n")))
    if longest < max(_SHORTEST_GIVEN, share):
        return tuple(lines)
    titles = given_titles(lines)
    least = max(_SHORTEST_GIVEN if titles else _SHORTEST, share)
    if longest < least:
        return tuple(lines)
    long = (line for line in lines if len(line.text) >= least or _opens_long(text, line, least))
    prose = (line for line in long if max(map(len, _PARTED.split(line.text))) >= _PROSE * len(line.text))
    return cut_lines(lines, {line.index: _cuts(line.text, titles) for line in prose})


def _opens_long(text: str, line: Line, least: float) -> bool:
    """Whether a line is what stands above the rows of a table, on a line of the page that is long enough."""
    end = text.find("\n", line.end)
    return (
        len(line.text) >= _SHORTEST
        and (len(text) if end < 0 else end) - line.start >= least
        and not text[text.rfind("\n", 0, line.start) + 1 : line.start].strip()
    )


def _cuts(text: str, titles: Sequence[str] = ()) -> set[int]:
    """The offsets at which a run-together text is cut; none for an ordinary long paragraph.

    A text without headings is run together when its title and addressees stand in it; its points are cut later.
    """
    from .run_together_lists import article_starts, decimal_starts, duty_starts  # pages of few lines
    from .run_together_signatures import signature_cuts

    fields = label_fields(text)
    labels = _labels(text, fields)
    indents = [*(match.end() for match in _INDENT.finditer(text)), *_breaks(text, labels)]
    duties = duty_starts(text)
    listed = [*duties, *decimal_starts(text), *article_starts(text), *label_cuts(fields)]
    head = [cut for cut in _head_cuts(text) if cut]
    sites = site_parts(text, titles)
    if max(len(indents), len(labels), len(listed), len(sites)) < _FEWEST and len(head) < _WHOLE_HEAD:
        return set()
    headings = (_BARE_HEADING.match(text, end) for _, end in labels)
    cuts = {*indents, *listed, *(start for start, _ in labels), *(bare.end() for bare in headings if bare)}
    if not duties or text.find("：", duties[0]) != text.find("："):  # no addressees: the first colon is that of a duty
        cuts |= {*head}
    cuts |= {at for field in fields for at in attachment_behind(text, field.value)}
    cuts |= {*label_cuts(fields), *signature_cuts(text, fields), *(match.start() for match in _BEHIND.finditer(text))}
    cuts = {cut for cut in cuts if not any(start < cut < end for start, end in sites)}
    return {cut for cut in (*cuts, *(edge for part in sites for edge in part)) if 0 < cut < len(text)}


def _breaks(text: str, labels: Sequence[tuple[int, int]]) -> list[int]:
    """Where single blanks stand for the line ends of a text: behind sentences, or before nearly all of its labels.

    Blanks that fell into words by chance stand elsewhere; those around the numbers of a sentence tell nothing, nor do those
    of a text that has one behind every mark.
    """
    spaced = {match.end() for pattern in (_SPACED, _APART) for match in pattern.finditer(text)}
    blanks = [end for match in _BLANK.finditer(text) if (end := match.end()) not in spaced]
    commas = text.count("，") + text.count("、")
    if 2 * sum(1 for at in blanks if text[at - 2] in "，、") > max(commas, _FEWEST_COMMAS):
        return []
    ended = sum(1 for at in blanks if text[at - 2] in _ENDS)
    if ended >= max(_FEWEST_ENDED, _ENDED * len(blanks)):
        return blanks
    parted = len({start for start, _ in labels} & set(blanks))
    return blanks if parted >= max(_FEWEST, _PARTED_LABELS * len(labels)) else []


def _labels(text: str, fields: Sequence[Field]) -> list[tuple[int, int]]:
    """Where the labels of headings and items begin and end: each level within what the level above cuts apart."""
    found: list[tuple[int, int]] = []
    values = [field.value for field in fields]
    for pattern in _LEVELS:
        bounds = sorted({0, len(text), *(start for start, _ in found)})
        ends = dict(found)
        found += _level(text, pattern, bounds, ends, values)
    return sorted(found)


def _level(
    text: str, pattern: re.Pattern[str], bounds: Sequence[int], ends: Mapping[int, int], values: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The labels of one style that count on, or begin again below a heading.

    Points behind a sentence may be points of one task, unless the first follows a heading at once: they are counted, but
    who answers for each is told later (:mod:`..lists.run_in_lines`).
    """
    last = _first_number(text, pattern) - 1
    for start, end in pairwise(bounds):
        at = ends.get(start, start)
        first, items = True, pattern not in _POINTS
        counted: list[tuple[int, int]] = []  # that may be points of one task, until one stands behind a field
        matches = list(pattern.finditer(text, at, end))
        for place, match in enumerate(matches):
            number = bare_number(match[1])
            below = bool(values) and number == 1 and not (first and start in ends)
            if below and (heading := bare_heading(text, matches, place, at, values)) is not None:
                yield from ((heading, heading), match.span())
                counted.clear()
                last, at, first = 1, match.end(), False
                continue
            if number is None or not ((number == 1 and first) or last < number <= last + _GAP):
                continue
            before = text[max(at, match.start() - LOOK_BACK) : match.start()]
            closed = not before or before[-1] in _ENDS or before[-1].isspace()
            if number > last + 1 and (first or pattern in _POINTS or not closed):
                continue
            headed = first and start in ends and _is_heading(before)
            fielded = _ends_field(before.rstrip()) or is_value(text, values, at, match.start())
            items = items or headed
            if headed or fielded or (items if closed else _ends_plan(before)):
                yield from (*(counted if fielded else ()), match.span())
                counted.clear()
            elif closed:
                counted.append(match.span())
            else:
                continue
            last, at, first = number, match.end(), False


def _ends_field(before: str) -> bool:
    """Whether the text before a label ends with a field whose value has no full stop; a clause in brackets is none."""
    return _FIELD.search(before) is not None and _CLAUSE.search(before) is None


def _first_number(text: str, pattern: re.Pattern[str]) -> int:
    """The number that the labels of a text count from: 1, but for a text that begins in the middle of a list."""
    numbers = [number for match in pattern.finditer(text) if (number := bare_number(match[1])) is not None]
    opening = pattern.match(text)
    return 1 if 1 in numbers and opening is None else next(iter(numbers), 1)


def _is_heading(text: str) -> bool:
    """Whether a text is no more than a heading, behind which the first label of a lower level may follow at once."""
    return len(text) <= _LONGEST_HEADING and not any(mark in text for mark in "。；：") and not _CITED.search(text)


def _ends_plan(before: str) -> bool:
    """Whether a label can follow on text without a mark at its end: the title of a plan."""
    return PLAN_END.search(before[-_LONGEST_HEADING:]) is not None


def _head_cuts(text: str) -> Iterator[int]:
    """Behind the title and the addressees that a text opens with, or behind the title of a plan with nothing else."""
    places = [at for at, char in enumerate(text[:_HEAD]) if not char.isspace()]
    head = "".join(text[at] for at in places)
    places = [0, *(at + 1 for at in places)]  # where the text stands behind so many characters of the head
    titles = [title.end() for title in _TITLE.finditer(head) if _is_closed(head[: title.end()])]
    numbers = [number for title in titles if (number := NUMBER.match(head, title)) is not None]
    titles = [
        title for title in titles if not any(own.start() < title < own.end() for own in numbers)
    ]  # …的函某府办函〔…
    for title in (*reversed(titles), 0):
        number = NUMBER.match(head, title)
        at = number.end() if number is not None else title
        colon = head.find("：", at)
        if 0 < colon - at <= _LONGEST_SALUTATION and is_salutation(head[at : colon + 1]):
            above = [edge for span in numbers_in(head[:title]) for edge in span]
            yield from (places[edge] for edge in (*above, title, at, colon + 1))
            return
    listed = list(_behind_fields(head, titles))
    yield from (places[edge] for edge in listed)
    plan = _PLAN.match(text[:_HEAD]) if not listed else None
    if plan is not None:
        yield from (plan.end(1), plan.end())


def _behind_fields(head: str, titles: Sequence[int]) -> Iterator[int]:
    """The cuts of a head whose number and addressees stand behind fields of the page: …的通知颁布日期：…某政发〔…〕4号各县：…"""
    for start, end in numbers_in(head):
        colon = head.find("：", end)
        title = max((title for title in titles if title <= start), default=0)
        if title and 0 < colon - end <= _LONGEST_SALUTATION and is_salutation(head[end : colon + 1]):
            start += letterhead_before(head[start:end])
            yield from (title, *(key.start() for key in _KEY.finditer(head, title, start)), start, end, colon + 1)
            return


def _is_closed(text: str) -> bool:
    """Whether no title in 《》 is open at the end of a text."""
    return text.count("《") <= text.count("》")
