"""How much a text looks like a deadline, for telling columns apart."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from .find import counts, find, names_no_time
from .words import VAGUE, VAGUE_ADVERBS, VAGUE_DONE, VAGUE_RULES

_EDGE = " \t\r\n\u3000。；;，,"
_LONG = 400
"""A text longer than this is no deadline cell."""
_FREE = 12
"""Characters of scope and action that a time may carry."""
_GOING = 2
"""The same for work without an end: 工作持续推进 is a time, 基层法治建设不断推进 a heading."""
_TOLD, _SENTENCE = 6, 0.4
"""So much said with a rhythm makes a sentence of it, as like a measure as a time: 每半年开展一次运行评估。"""
_FIGURE = 5
#: 及时公开, 信息形成后及时公开, 按规定时限, 按照省统一部署推进, 立行立改.
_VAGUE = 20
_SETS_NO_TIME = lazy_pattern(
    rf"(?:{VAGUE_ADVERBS})(?:{VAGUE_DONE})?|立行立改|即[知查]即改|边[查整]边改|{CHINESE}{{2,8}}[后时](?:及时|实时|适时|立即|同步)(?:{VAGUE_DONE})?|待定|动态(?:更新|调整)"
    rf"|(?:按照?|依据|根据){CHINESE}{{0,8}}(?:{VAGUE_RULES})(?:及时|同步|适时|如期|有序)?(?:{VAGUE_DONE})?"
    rf"|与{CHINESE}{{1,8}}同步(?:{VAGUE_DONE})?"
)
_STARTS = 120
"""A text up to this long that begins with a time is more likely a deadline than not."""


_RESTORED = 0.6
"""The most for digits that lost their 年月日: they may be any other number."""


def has_deadline(text: str) -> bool:
    """Whether a fragment of a clause or a cell holds a time expression, ongoing work included."""
    if names_no_time(text, "clause"):
        return False
    found = find(text, "clause")
    return any(counts(found.text, e, "clause", None) for e in found.expressions)


#: A stage of the work by what it comes before, in or after: 汛前准备, 开学前排查.
_STAGE = lazy_pattern(
    r"[^\d，。；：、月日年季旬]{1,5}[前中后期](?:准备|筹备|检查|排查|部署|防范|应对|处置|整治|保障|管护|值守|恢复|总结|评估)(?:工作|阶段)?"
)


def deadline_likeness(text: str) -> float:
    """How much a table cell looks like a deadline cell, from 0 (not at all) to 1 (nothing but times).

    Each time may carry a short scope and action; a long sentence that merely contains a date comes out low.
    """
    words = text.strip(_EDGE)
    if not words or len(words) > _LONG:
        return 0.0
    if words in VAGUE or (len(words) <= _VAGUE and _SETS_NO_TIME.fullmatch(words)):
        return 0.7
    if names_no_time(words, "cell") or _STAGE.fullmatch(words):
        return 0.0
    if len(words) <= _FIGURE and words.replace(".", "").isdecimal() and "." in words:
        return 0.0  # 5.31 is a day where the column says so
    found = find(words, "cell")
    times = [e for e in found.expressions if counts(found.text, e, "clause", None)]
    if not times:
        return 0.0
    covered = sum(e.end - e.begin for e in times)
    free = sum(_GOING if e.kind == "ongoing" else _FREE for e in times)
    rest = max(0, len(found.text) - covered - free)
    score = covered / (covered + rest)
    if times[0].begin == 0 and len(found.text) <= _STARTS:
        score = max(score, 0.5)
    if (
        text.rstrip().endswith("。")
        and len(found.text) - covered >= _TOLD
        and all(e.kind == "recurring" for e in times)
    ):
        score = min(score, _SENTENCE)
    pointed = len(words) <= _FIGURE and "/" in words
    return min(score, _RESTORED if pointed or any(e.restored for e in times) else 1.0)
