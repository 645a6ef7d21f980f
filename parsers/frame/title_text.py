"""What of a line, or of a title, is the title proper: without number, breadcrumb and site, or the plan that it names."""

from __future__ import annotations

import re

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.document_numbers import AFTER_TITLE, NUMBER
from . import words

_SITE = lazy_pattern(
    r"\s{0,9}(?:[_|｜]|\s[-–—]\s?|[-–—]{1,2}(?=[^-–—]{2,30}(?:网|政府|平台|中心|局|厅|委|集团|公司|官方网站|首页)\S{0,6}$)).*$"
)
# A page's head may run on behind the title: 发布日期：2030-04-09 来源：…
_RUN_ON = lazy_pattern(
    r"\s(?:发布时间|发布日期|时间|日期|信息来源|来源|浏览次数|浏览量|字体|字号|作者|点击数?|文号|发文字号)\s?[：:].*$"
)
#: The day as a file's name begins with it: 20300409 某市…的通知.
_DATED = lazy_pattern(rf"20\d\d[01]\d[0-3]\d[\s_]+(?={CHINESE})")
_CRUMB_HEAD = lazy_pattern(r".*(?:>|＞|›|»|→)\s*")
#: The column of a site before the title: 政策发布丨…, 【政策解读】….
_COLUMN = lazy_pattern(rf"(?:{CHINESE}{{2,8}}\s?[丨｜∣]|【{CHINESE}{{2,8}}】)\s?(?=\S{{8}})")
_KEY = lazy_pattern(
    r"[【\[●•·]?\s*(?:文件标题|发文标题|信息标题|信息名称|文件名称|公文标题|标\s*题|名\s*称|[Tt]itle)\s*[：:|】\]][\s：:|]*"
    r"|(?:文件标题|信息名称|文件名称|公文标题)(?=[^：:|\n]{0,40}关于)"
)
_KEY_STARTS = ("文件", "发文", "信息", "公文", "标", "名", "t", "T", "【", "[", "●", "•", "·")
#: Longer texts that stand again in brackets are repeated, not explained.
_SHORTEST_REPEAT = 6
_ISSUED = lazy_pattern(
    r"(?:印发|转发|批转|下发|下达|公布|发布)(?P<plan>.{4,120}?)的?(?:通知|函|公告|通告)(?:（[^（）]{1,30}）)?$"
)


def core(text: str) -> tuple[int, int, bool]:
    """The range of a line that can be a title, and whether it stands there on its own.

    A number in front or behind, a breadcrumb, a metadata head, brackets around and a site's name behind are left out.
    """
    start, end, own = len(text) - len(text.lstrip("#*|│┃║ ")), len(text.rstrip("|│┃║*# \t\u3000\xa0")), True
    run_on = _RUN_ON.search(text) if "：" in text or ":" in text else None
    if run_on is not None and run_on.start() > 8:
        end = run_on.start()
    site = _SITE.search(text[:end])
    if site is not None and _is_title("".join(text[: site.start()].split()).rstrip("》")):
        end, own = site.start(), False
    crumb = _CRUMB_HEAD.match(text, start, end) if words.holds_crumb(text) else _COLUMN.match(text, start, end)
    key = _KEY.match(text, start, end) if text.startswith(_KEY_STARTS, start, end) else None
    if crumb is not None or key is not None:
        match = crumb or key
        start, own = match.end() if match else 0, False
    dated = _DATED.match(text, start, end) if text[start : start + 2] == "20" else None
    start = dated.end() if dated is not None else start
    number = NUMBER.match(text, start, end) if "号" in text else None
    if number is not None and number.end() < end:
        start = number.end()
        while start < end and text[start].isspace():
            start += 1
    tail = AFTER_TITLE.search(text, start, end) if "号" in text else None
    if tail is not None and not text[tail.end() : end].strip() and tail.start() > start:
        end = tail.start()
    end = _without_repeat(text, start, end)
    if text[start:end].startswith("《") and _wraps(text[start:end]):
        return start + 1, end - 1, False
    return start, end, own


def _without_repeat(text: str, start: int, end: int) -> int:
    """Where a title ends that a page repeats in brackets behind itself: 某某方案（某某方案）."""
    half = (end - start - 2) // 2
    once = text[start : start + half]
    repeated = half > _SHORTEST_REPEAT and text[start:end] in (f"{once}（{once}）", f"{once}({once})")
    return start + half if repeated else end


def nested(value: str) -> str:
    """A title that was quoted whole, with its inner 〈〉 raised to the 《》 that it has when it stands alone."""
    return value.replace("〈", "《").replace("〉", "》") if "《" not in value else value


def _wraps(text: str) -> bool:
    """Whether the 《 in front closes with the text's last character."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return place == len(text) - 1
    return False


def plan_words(title: str) -> tuple[int, int] | None:
    """Where a notice's title names the plan that it hands over: what it issues, without 《》 around all of it."""
    issued = _ISSUED.search(title)
    if issued is None:
        return None
    start, end = issued.span("plan")
    quoted = re.search(r"[《〈](?P<name>[^《》]{3,})[》〉]$", title[start:end])
    if quoted is not None and title[start:end].count("《") < 2:
        start, end = start + quoted.start("name"), start + quoted.end("name")
    return (start, end) if words.PLAN_END.search(title[start:end]) else None


def _is_title(text: str) -> bool:
    return words.GENRE.search(text) is not None or words.PLAN_END.search(text) is not None
