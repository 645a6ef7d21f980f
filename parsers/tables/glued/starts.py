"""Where units may begin among characters that nothing parts: with their place, with 各, with their department.

A department begins with its place: with so many characters before 县 as stand there again and again, or elsewhere on the
page; not where marks show that its like begin with 县 itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...text.vocabulary import alternatives, words
from ...units.names import ALL_STEMS, REGION_CHARS
from .names import LONGEST_STEM, SEPARATORS, gain_of

#: No name of a place holds these: 股各市|场监管所.
_NO_PLACE = frozenset("各股科局处所室队站部厅委办会户个家项座条名、，。；（）0123456789")
#: 城市 and 小区 end in the character that opens names: 市教育局 is none in 宜居城市教育局.
_WORD_BEFORE = {
    "省": "节反",
    "市": "城都超股上集夜门地",
    "区": "小社园城景片山灾辖校街新库矿林牧厂地贸发范税开假",
    "镇": "城乡集小",
    "乡": "城下",
    "县": "全",
}
_ENDS = frozenset("局委办厅部会府院心处科站所室队司行街关团校")
_STEM_ENDS = frozenset("局委办厅部处")
_MARKS, _OFTEN = SEPARATORS + "。！", 3
_OPENS = frozenset(SEPARATORS + "。！年于0123456789\n ")
#: What tasks end in, and names of places do not.
_ENDS_TASK = lazy_pattern(
    lambda: (
        alternatives(
            words(
                "许可 审批 备案 登记 检查 核准 认定 确认 给付 奖励 征收 处罚 建设 改造 整治 治理 管理 监管 整改 落实 推进 "
                "工作 任务 项目 工程 问题 情况 机制 制度 活动 服务 培训 宣传"
            )
        )
        + r"\Z"
    )
)
_PLACE, _WORD = 4, 2
#: How sure a beginning with 各 is, and one with a department alone.
_EACH_START, _STEM_START = 0.5, 0.3


def place_starts(text: str, outside: str) -> tuple[dict[int, float], set[int]]:
    """Where a unit may begin that no stop stands before, and how surely; and which of these are no more than guessed.

    ``outside`` is what the page says above the body.
    """
    found: list[tuple[int, float]] = []
    starts: dict[int, float] = {}
    for at, char in enumerate(text):
        if char == "各" and at and text[at - 1] not in SEPARATORS:
            starts[at] = _EACH_START
        if char in _STEM_ENDS and (begin := _stem_start(text, at)) >= 0:
            starts.setdefault(begin, _STEM_START)
        if char in REGION_CHARS:
            ends = (end for end in range(at + 3, min(len(text), at + LONGEST_STEM) + 1) if text[end - 1] in _ENDS)
            surest = max((gain_of(text[at:end]) or 0.0 for end in ends), default=0.0)
            if surest > 0:
                found.append((at, surest))
    places = _Places(text, outside, [at for at, _ in found])
    guessed: set[int] = set()
    for at, surest in found:
        size, sure = places.size_at(at)
        begin = at - size
        if begin and text[begin - 1] not in SEPARATORS and (size or _opens_name(text, at)):
            starts[begin] = min(1.0, surest)
            if not sure:
                guessed.add(begin)
    return starts, guessed


class _Places:
    """How many characters in front of 县 and the like are the name of a place."""

    def __init__(self, text: str, outside: str, found: Sequence[int]) -> None:
        self.text = text
        self.counts = _words_before(text, found)
        self.everywhere = _words_before(text, _regions(text))
        self.everywhere.update(_words_before(outside, _regions(outside)))
        #: What opens a sentence, or stands behind a year, with other things than units behind it: 1双河县37件诉求超期.
        self.told = {
            word for here in (text, outside) for word in _opening(here, frozenset(found if here is text else ()))
        }
        marked = [(at, size) for at in found for size in range(min(at, _PLACE + 1)) if text[at - size - 1] in _MARKS]
        #: What stands behind marks: 、县公安局, 、云溪县公安局.
        self.marked = Counter(text[at - size : at + 1] for at, size in marked)

    def size_at(self, at: int) -> tuple[int, bool]:
        """The number of characters, and whether more than their repetition tells it."""
        text, size = self.text, 0
        for longer in (4, 3, 2):
            if text[max(0, at - longer) : at + 1] in self.told:
                return longer, True
        for longer in range(1, min(at, _PLACE) + 1):
            if text[at - longer] in _NO_PLACE or self.counts[text[at - longer : at + 1]] < max(
                _OFTEN, 0.5 * self.counts[text[at - size : at + 1]]
            ):
                break
            size = longer
        place = text[at - size : at + 1]
        told = self.everywhere[place] - self.counts[place]
        if not size or self.marked[place] + told > self.marked[text[at]]:
            return size, True
        if self.marked[text[at]] or _ENDS_TASK.search(text, max(0, at - _WORD), at) is not None:
            return 0, True
        return size, False


def _opening(text: str, found: Collection[int]) -> Iterator[str]:
    """Words of three to five characters that end in 县 and the like where a place opens what is said."""
    for at in _regions(text):
        for size in (2, 3, 4) if at not in found and text[at - 1] not in _WORD_BEFORE.get(text[at], "全") else ():
            word = text[at - size : at + 1] if at >= size else ""
            if word and _NO_PLACE.isdisjoint(word) and (at == size or text[at - size - 1] in _OPENS):
                yield word


def _regions(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if char in REGION_CHARS]


def _words_before(text: str, places: Sequence[int]) -> Counter[str]:
    """How often each word of up to so many characters stands in front of one of the places, with it."""
    return Counter(text[at - size : at + 1] for at in places for size in range(min(at, _PLACE) + 1))


def _opens_name(text: str, at: int) -> bool:
    """Whether the character at a place may open a name, and ends no word: 以上|市教育局, 宜居城市|教育局."""
    if text[at - 1] in REGION_CHARS or text.startswith("棚户区", at - 2):
        return False
    return text[at - 1] not in _WORD_BEFORE.get(text[at], "") or text.startswith("以", at - 2)


def _stem_start(text: str, end: int) -> int:
    """Where the department without its place begins whose ending stands at ``end``; -1 for none."""
    for begin in range(max(0, end - LONGEST_STEM), end - 1):
        if text[begin:end] in ALL_STEMS:
            return begin if text[begin - 1 : begin] not in REGION_CHARS else -1
    return -1
