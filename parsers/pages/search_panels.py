"""The form of a site's search above a document: its fields and choices, one a line.

搜索位置：

标题

全文

排序方式

按时间

Its words also stand in tables (标题, 全文, 不限), which it looks like; several lines in a row that are nothing else, some of them
only ever said of a search, are the form.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Line
from ..text.vocabulary import words

#: Said of a search only.
_FORM = frozenset(
    words("""
高级搜索 高级检索 搜索位置 搜索范围 搜索方式 检索范围 检索方式 检索位置 排序方式 匹配方式 按时间 按相关度 按时间排序 按相关度排序 按时间倒序
按相关性 搜索以下关键词 包含以下关键词 搜索关键词 请输入关键词 请输入搜索内容 请输入检索内容 站内搜索 全站搜索 标题搜索 全文搜索 标题检索 全文检索
""")
)
_CHOICES = frozenset(
    words("""
标题 全文 正文 文号 不限 全部 全部时间 时间不限 文件状态 时间范围 发布时间 现行有效 已失效 有效 失效 已废止 废止 搜索 检索 查询 收起 展开 重置 清空
确定 取消 升序 降序 精确 模糊 精确匹配 模糊匹配 一天内 一周内 一月内 一年内 近一周 近一月 近一年 最近一周 最近一月 最近一年
""")
)
_FEWEST, _FEWEST_SURE = 4, 2
_LONGEST = 80  # characters of a line that holds several
_SIGNS = "：:|×·"


def search_panels(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that make up such forms."""
    if "搜索" not in text and "检索" not in text:
        return frozenset()
    found: list[int] = []
    run: list[int] = []
    said: list[str] = []
    for line in [*lines, Line(-1, 0, 0, "—")]:
        own = _words(line.text)
        if all(word in _FORM or word in _CHOICES for word in own):
            run += [line.index] if own else []
            said += own
            continue
        if len(said) >= _FEWEST and sum(word in _FORM for word in said) >= _FEWEST_SURE:
            found += run
        run, said = [], []
    return frozenset(found)


def _words(text: str) -> list[str]:
    if len(text) > _LONGEST:
        return [text]
    return [word for part in text.split() if (word := part.strip(_SIGNS))]
