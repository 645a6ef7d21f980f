"""What a site prints above a text that runs together with it: its place, the title, a time, buttons to share the page.

当前位置： 首页政务公开部门文件 某局关于…的通知 时间：2030-04-09 10:12 微信 微博 QQ空间 某局〔2030〕4号 某局关于…的通知 各科室：…

The title is the one that a field above the text gives (标题：…); a document names it at its head and in its letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ...normalize.lazy import lazy_pattern
from ..frame.words import METADATA_KEYS, ORGAN, PLAN_END, TITLE_VERB
from ..text.document import Line
from ..text.document_numbers import NUMBER
from ..text.vocabulary import alternatives

#: Lines of a page's head in which a field gives the title, characters of a text in which it stands again.
_FIELDS, _HEAD = 12, 800
_SHORTEST, _LONG = 8, 16
_OPENING, _FEWEST = 120, 4  # characters in which a letterhead stands, and of an organ
_TEXT = lazy_pattern(r"(?:content|text|body|正文|正文内容|文章内容)\s?[：:]\s?")
_GIVEN = lazy_pattern(lambda: rf"(?:{alternatives(METADATA_KEYS['title'])})[：:]\s*(\S.*)")
#: Three buttons: two of these words may stand together in a sentence.
_SHARED = lazy_pattern(
    r"(?:(?:新浪|腾讯)?微[信博]|QQ ?(?:空间|好友)?|空间|朋友圈|抖音|复制链接|打印|收藏|分享(?:到|至)?|[大中小](?=\s))(?:[\s：:]*(?:(?:新浪|腾讯)?微[信博]|QQ ?(?:空间|好友)?|空间|朋友圈|抖音|复制链接|打印|收藏|分享(?:到|至)?|[大中小](?=\s))){2,}"
)
_LIST = lazy_pattern(r"附\s?件[：:]\s*(?:1\s*[.．、]\s*)?(?=\S)")
_MARKER = lazy_pattern(r"附\s?件\s?1?[：:]?\s*(?=\S)")
_REACH = 400  # characters between the list of attachments and the one that it lists


def given_titles(lines: Sequence[Line]) -> tuple[str, ...]:
    """The titles that fields of the page's head give."""
    found = (_GIVEN.match(line.text) for line in lines[:_FIELDS])
    return tuple({match[1] for match in found if match is not None and len(match[1]) >= _SHORTEST})


def site_parts(text: str, titles: Sequence[str]) -> list[tuple[int, int]]:
    """Where copies of the given ``titles``, buttons and titles of attachments begin and end in a text run together."""
    return sorted(
        {*_copies(text, titles or _repeated(text)), *_key(text), *_letterhead(text), *_buttons(text), *_enclosed(text)}
    )


def _repeated(text: str) -> Iterator[str]:
    """The title that a text without a field gives itself: a word of its head that stands there twice."""
    counts = Counter(text[:_HEAD].split())
    return (word for word, count in counts.items() if count > 1 and len(word) >= _LONG and TITLE_VERB.search(word))


def _key(text: str) -> Iterator[tuple[int, int]]:
    """The key that a text stands behind, where fields stand above it."""
    key = _TEXT.match(text)
    if key is not None:
        yield key.span()


def _copies(text: str, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The copies of a title, each with the organ before it; one in 《》 is cited."""
    for title in titles:
        at = text.find(title, 0, _HEAD)
        while at >= 0:
            word = max((text.rfind(blank, 0, at) for blank in " \u3000\xa0"), default=-1) + 1
            if text[at - 1 : at] not in ("《", "〈"):
                yield (word if ORGAN.fullmatch(text, word, at) is not None else at), at + len(title)
            at = text.find(title, at + len(title), _HEAD)


def _letterhead(text: str) -> Iterator[tuple[int, int]]:
    """The organ that a text opens with and names again at once, or behind its number: 某市财政局某市财政局关于…, 某市财政局财函〔2030〕4号某市财政局关于…"""
    opening = text[:_OPENING]
    number = NUMBER.search(opening)
    behind = [number.end()] if number is not None else []
    for at in (*behind, *range(_FEWEST, len(opening) // 2)):
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(opening, opening[at:], strict=False)))
        size = min(same, at)
        apart = opening[size] not in "〔[［（(" if [at] == behind else size == at
        if size >= _FEWEST and apart and ORGAN.fullmatch(opening, 0, size):
            yield 0, size
            return


def _buttons(text: str) -> Iterator[tuple[int, int]]:
    for match in _SHARED.finditer(text, 0, _HEAD):
        yield match.span()


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """The marker and title of an attachment that stands behind the list that names it: 附件：某某分工表 附件 某某分工表 序号…"""
    for head in _LIST.finditer(text):
        for marker in _MARKER.finditer(text, head.end(), head.end() + _REACH):
            title = text[head.end() : marker.start()].strip()
            end = marker.end() + len(title)
            if len(title) >= _SHORTEST and text[marker.end() : end] == title and PLAN_END.search(title):
                yield marker.start(), end
                return
