"""Documents that a text relies on: 《…》 with the number behind it, or a document number alone.

GB/T 9704-2012, 7.3.3: a document is cited by its title, followed by its number in brackets.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..text.brackets import outermost_groups
from ..text.document_numbers import AFTER_TITLE, DECREE_AFTER_TITLE, numbers_in
from ..text.vocabulary import words

# Things with a name in 《》 that nobody implements: periodicals, forms, certificates. Matched at the name's end.
_PRODUCTS = words("""
公报 日报 晚报 周报 月报 季报 年报 早报 时报 简报 快报 专报 通讯 杂志 周刊 月刊 季刊 年鉴 报表 报纸 统计表 申请表 申报表 登记表
审批表 调查表 反馈表 汇总表 情况表 信息表 采集表 核定表 清算表 明细表 备案表 推荐表 评分表 回执 回执单 通知单 证书 执照 承诺书 告知书
通知书 报告书 决定书 建议书 申请书 协议书 授权书 合同 证明 证明书 年度报告 栏目 节目
""")
_TITLE_MARK = lazy_pattern("[《》]")
_CERTIFICATE = lazy_pattern("[^验]证$")
# What it is called by the words around it: 《…》栏目, 话剧《…》.
_SHOWN = lazy_pattern(r"(?:栏目|专栏|专题|节目|杂志|系列|丛书|一书|宣传片|专题片|纪录片|微电影|电影|话剧|歌曲)")
_SHOWS = lazy_pattern(r"(?:开设|开播|开办|排演|演唱|拍摄|刊发于|宣传片|专题片|纪录片|电影|话剧|歌曲|歌舞剧|报刊|杂志)$")
# A remark on the state of the document is a part of its title.
_STATE = lazy_pattern(
    r"\s?[（(](?:试行|暂行|修订|修订版|修正案?|征求意见稿|送审稿|草案|20\d\d年?(?:修订|修正|版))[）)]"
)
_ALIAS = lazy_pattern(r"(?:以下)?(?:简称|合称|称为?|统称)[：“]?\s*$")
_LONGEST = 160  # characters inside one 《》; more means that a mark was lost
_MARKS = lazy_pattern(r"[\W_]+")


class ReferenceDraft(NamedTuple):
    """A cited document; the range covers the title with its marks and the number with its brackets."""

    title: str | None
    document_number: str | None
    start: int
    end: int


def read_references(text: str, own: Collection[str] = ()) -> tuple[ReferenceDraft, ...]:
    """The documents cited in ``text``, in order.

    ``own`` holds the notice's own titles and number, which are no references; titles are compared without marks.

    >>> [(r.title, r.document_number) for r in read_references("落实《河道管护办法》（青府发〔2030〕8号）")]
    [('河道管护办法', '青府发〔2030〕8号')]
    """
    if "《" not in text and "号" not in text:
        return ()
    known = {_plain(name) for name in own}
    found = list(_titled(text, known)) if "《" in text else []
    if "号" in text:
        found = _numbered_before([*found, *_bare(text, found, known)])
    return tuple(draft for draft in found if draft.title or draft.document_number)


@lru_cache(maxsize=64)
def _plain(name: str) -> str:
    """A title or number without its marks; the notice's own are compared with every text."""
    return _MARKS.sub("", name)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of a text, marks included; a mark that nothing closes is passed over."""
    groups = outermost_groups(text, _TITLE_MARK, "《") if "《" in text else []
    return ((start, end) for start, end in groups if end - start <= _LONGEST)


def _titled(text: str, known: set[str]) -> Iterator[ReferenceDraft]:
    """References by title; an alias (以下简称《纲要》) and what it stands for later are the same document."""
    aliases: set[str] = set()
    for start, end in quoted(text):
        title = squeeze(text[start + 1 : end - 1])
        name = _MARKS.sub("", title)
        if _ALIAS.search(text, max(0, start - 12), start):
            aliases.add(name)
            continue
        if state := _STATE.match(text, end):
            title, end = title + squeeze(state[0]), state.end()
        number = AFTER_TITLE.match(text, end) or DECREE_AFTER_TITLE.match(text, end)
        if number is not None:
            cited = squeeze(number["number"])
            if _MARKS.sub("", cited) not in known:
                yield ReferenceDraft(title, cited, start, number.end())
        elif name and name not in aliases and not _is_product(text, title, start, end) and not _own(name, known):
            yield ReferenceDraft(title, None, start, end)


def _is_product(text: str, title: str, start: int, end: int) -> bool:
    """Whether a title without number names a periodical, a form or a show."""
    if title.endswith(_PRODUCTS) or _CERTIFICATE.search(title) or _SHOWN.match(text, end):
        return True
    return _SHOWS.search(text, max(0, start - 6), start) is not None


def _own(name: str, known: set[str]) -> bool:
    """Whether a title without number is the notice's own: the same, or the same without the place in front."""
    return name in known or (len(name) > 7 and any(title.endswith(name) for title in known))


def _numbered_before(found: list[ReferenceDraft]) -> list[ReferenceDraft]:
    """In order, a bare number right before a title without one being its own: 国务院令第722号《优化营商环境条例》."""
    joined: list[ReferenceDraft] = []
    for draft in sorted(found, key=lambda draft: draft.start):
        last = joined[-1] if joined else None
        if last and last.title is None and draft.document_number is None and last.end == draft.start:
            joined[-1] = draft._replace(document_number=last.document_number, start=last.start)
        else:
            joined.append(draft)
    return joined


def _bare(text: str, titled: list[ReferenceDraft], known: set[str]) -> Iterator[ReferenceDraft]:
    taken = [(draft.start, draft.end) for draft in titled]
    place = 0
    for start, end in numbers_in(text):
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        if place < len(taken) and taken[place][0] < end:
            continue
        number = squeeze(text[start:end])
        if _MARKS.sub("", number) not in known:
            yield ReferenceDraft(None, number, start, end)
