"""Lists that lay down rules: what their sentences lay on somebody stands for good, and is no task.

A law counts articles and speaks of itself; a plan for emergencies, rules or a constitution are told by their title.
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.piece import squeezed_text
from .outline import Item

_PAPERS = r"预案|办法|规定|制度|章程|规则|规程|细则|条例|守则|公约"
#: How the title of rules ends; what is rehearsed, or done by a set of rules, is none.
_RULES_TITLE = lazy_pattern(rf"(?<!演练)(?:{_PAPERS})(?:[（(][^（）()]{{1,12}}[）)])?$")
#: What rules say of themselves where no title names them: 制定本预案, 本办法自2030年1月1日起施行.
_OF_ITSELF = lazy_pattern(rf"制[定订]本(?:管理|实施|工作|应急|暂行){{0,2}}(?:{_PAPERS})")
#: A law has so many articles at least, and calls itself so.
_ARTICLES, _LAW = (
    5,
    lazy_pattern(r"本(?:实施|管理|暂行|试行)?(?:法|条例|规定|办法|细则|规则|章程|决定|制度)(?!院|律|规|制)"),
)
#: Sections of rules that share the work out all the same: 成员单位职责, 任务分工, 工作组.
_SHARED_OUT, _SETS_UP = lazy_pattern(r"职责|分工|任务|工作组"), "组织"
_OWN_DUTIES = lazy_pattern(r"职责[：:为是]")
_LONGEST_HEADING = 20


def is_law(root: Item, text: str) -> bool:
    """Whether a list is made of articles that speak of themselves as a law, an ordinance or rules (本条例)."""
    articles = sum(1 for item in root.walk() if item.style == "article")
    return articles >= _ARTICLES and _LAW.search(text) is not None


def are_rules(title: str | None, text: str) -> bool:
    """Whether the title of a list names rules (应急预案, 管理办法), or, where it names no plan, the list does itself."""
    if title is not None and _RULES_TITLE.search(title):
        return True
    may = (title is None or title.endswith("通知")) and ("制定本" in text or "制订本" in text)
    return may and _OF_ITSELF.search(text) is not None


def shares_out(item: Item | None, text: str) -> bool:
    """Whether an item is a heading of those who are named below it with their duties; 组织体系及职责 heads what there is."""
    if item is None or item.label is None:
        return False
    lead = squeezed_text(text, [item.lead])[:_LONGEST_HEADING]
    return _SHARED_OUT.search(lead) is not None and not lead.startswith(_SETS_UP)


def names_duties(item: Item, text: str) -> bool:
    """Whether any heading above an item, or the item itself, speaks of duties: closings say who has them (主要职责：…)."""
    leads = (squeezed_text(text, [node.lead])[:_LONGEST_HEADING] for node in item.above() if node.label is not None)
    return any(map(_SHARED_OUT.search, leads)) or _OWN_DUTIES.search(text, item.start, item.end) is not None


def rejoin_sentences(root: Item) -> None:
    """Give the lines of a point that open with who does what (县水务局负责…) back to it, where none of them is a task."""
    for item in root.walk():
        while item.label is not None and item.children and _is_sentence(item.children[0]):
            line = item.children.pop(0)
            item.body += [line.lead, *line.body]


def _is_sentence(item: Item) -> bool:
    return item.label is None and 0 < item.told <= item.lead[0] and not item.children
