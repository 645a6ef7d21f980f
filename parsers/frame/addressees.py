"""The organs that a notice is sent to (主送机关, GB/T 9704-2012, 7.3.2): names and how a list of them is split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.squeeze import squeeze
from . import words
from .model import Found

_NOT_SALUTATION = lazy_pattern(
    r"[。！？《]|(?:如下|附件|附|通知|要求|包括|是|为|电话|地址|来源|时间|日期|任务|措施|单位名称|"
    r"(?<![各关])(?:责任|牵头|配合|承办|主办|填报)单位)：$"
)
# 参加单位：, 办公室： head a list or a paragraph; those a notice is sent to are named or gathered by 各, 有关 (县政府各部门).
_LIST_HEAD = lazy_pattern(
    rf"(?!.{{0,4}}各|(?:[全本]?[省市县区州镇乡][级直属]{{0,2}})?[有相]关|.{{0,2}}[直属]){CHINESE}{{0,4}}(?:单位|部门|机构|科室|处室|机关|领导|人员|办公室|中心)"
)
# 北京、天津、河北省人民政府, 各省财政、教育主管部门, 各内科、外科科室: names that share the word behind the last one.
_SHARING = lazy_pattern(
    rf"(?:{CHINESE}{{2,3}}、)+(?={CHINESE}{{2,4}}(?:人民政府|军区)(?:[，；：]|$))|"
    rf"(?:{CHINESE}{{2,20}}、)+(?={CHINESE}{{2,8}}主管部门(?:[，；：]|$))|"
    rf"各{CHINESE}{{2,4}}、(?={CHINESE}{{2,6}}(?:科室|部门|单位|学校|院校|企业|机构)(?:[，；：]|$))"
)
#: Marks inside of brackets and quotations part no names: 各县“扫黄打非”办公室.
_ENCLOSED = lazy_pattern(r"（[^（）]*）|\([^()]*\)|“[^“”]*”")
_SEPARATOR = lazy_pattern(r"[，；;,]")
_GLUED = lazy_pattern(r"(?<=[会处局府位门厅构委办司])(?=各(?!部门|厅|委|局|直属|机关)|有关|[省市县区]直|驻)")


def is_recipients(text: str) -> bool:
    """Whether the text is a list of organs: each piece ends as a name of one does."""
    names = _SHARING.sub("", _ENCLOSED.sub("", text))
    pieces = [piece for piece in re.split(r"[，、；;,\s]", names) if piece]
    if not pieces or not words.RECIPIENT_WORDS.search(text):
        return False
    fitting = sum(piece[-1] in words.RECIPIENT_ENDS for piece in pieces)
    alike = sum(piece[0] == "各" and piece[-1] not in words.RECIPIENT_ENDS for piece in pieces)  # 各部门、各店铺
    return (fitting + (alike if fitting else 0)) * 4 >= len(pieces) * 3


def is_salutation(squeezed: str) -> bool:
    """Whether a line (without white space) ends the list of addressees."""
    if not squeezed.endswith(("：", ":")) or not 3 <= len(squeezed) <= 300 or words.LABEL.match(squeezed):
        return False
    name = squeezed[:-1]
    if _NOT_SALUTATION.search(squeezed) or _LIST_HEAD.fullmatch(name):
        return False
    return is_recipients(name)


def split_addressees(text: str, start: int, end: int) -> Iterator[Found]:
    """The addressees of ``text[start:end]``; ， parts them, 、 joins one.

    A list that lost its punctuation is split at white space, where the pieces of one name are joined again.
    """
    while end > start and text[end - 1] in "：:；，,;。 \t\n\u3000":
        end -= 1
    for first, last in _pieces(text, start, end):
        value = squeeze(text[first:last])
        if value:
            yield Found(value, first, last)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = list(_separators(text, start, end))
    if cuts:
        edges = [start, *(cut + 1 for cut in cuts)]
        return [_trim(text, first, last) for first, last in zip(edges, [*cuts, end], strict=True)]
    if "、" in text[start:end]:
        return [_trim(text, start, end)]
    return _joined(text, [match.span() for match in re.finditer(r"\S+", text[start:end])], start)


def _separators(text: str, start: int, end: int) -> Iterator[int]:
    """Where the marks between addressees stand, outside of brackets and quotations."""
    closed = {m.start(): m.end() for m in _ENCLOSED.finditer(text[start:end])}
    for match in _SEPARATOR.finditer(text, start, end):
        if not any(first + start <= match.start() < last + start for first, last in closed.items()):
            yield match.start()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(text: str, spans: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
    """Whole names from pieces parted by white space, then parted where two names stand glued."""
    names: list[tuple[int, int]] = []
    for first, last in spans:
        piece = text[offset + first : offset + last]
        before = text[names[-1][0] : names[-1][1]] if names else ""
        unfinished = bool(before) and (len(before) < 2 or before[-1] not in words.RECIPIENT_ENDS)
        departments = before.endswith("政府") and re.match(r"各(?:部门|厅|委|办|局|直属|机关)", piece) is not None
        headless = (piece in words.BARE_HEADS or len(piece) == 1) and not before.endswith(tuple(words.BARE_HEADS))
        if names and (unfinished or departments or headless):
            names[-1] = (names[-1][0], offset + last)
        else:
            names.append((offset + first, offset + last))
    parted: list[tuple[int, int]] = []
    for first, last in names:
        cuts = [m.start() for m in _GLUED.finditer(text, first, last)]
        edges = [first, *cuts, last]
        parted.extend(pairwise(edges))
    return parted
