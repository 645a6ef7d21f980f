"""What a notice says of an event or an offer: who hosts it, when and where it takes place, who answers questions.

It looks like label lines, but sets no task.

三、主承办单位
主办单位：县文化和旅游局
承办单位：县文化馆

四、演出场地及时间
演出场地：县文化广场
演出时间：5月1日至5月7日
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..fields.fact_labels import heads_facts, states_fact, states_place
from ..fields.label_lines import LabelLine
from ..text.piece import Range, squeezed_text
from .outline import Item

#: Headings under which the hosts are listed, and nothing that is to be done.
_HOSTS = lazy_pattern(
    r"(?:活动|大赛|比赛|会议)?(?:[主承协]{1,3}办|举办|组织)(?:[、和及与](?:[承协]办|指导|支持)){0,3}(?:单位|机构|部门)"
)


def set_facts_apart(root: Item, text: str) -> None:
    """Make plain text of the label lines that state such facts; an item that has other label lines keeps all."""
    for item in root.walk():
        labelled = [line for line in item.labelled if line.assigns]
        if not labelled:
            continue
        if _lists_hosts(item, text) or all(_is_fact(line, item, text) for line in labelled):
            plain: list[Range | LabelLine] = []
            for part in item.body:
                plain += part.ranges if isinstance(part, LabelLine) else [part]
            item.body = plain


def _lists_hosts(item: Item, text: str) -> bool:
    return item.label is not None and _HOSTS.fullmatch(_heading(item, text)) is not None


def _is_fact(line: LabelLine, item: Item, text: str) -> bool:
    """Whether a label line states a fact by its own words, or a time beside a place or under a heading of facts (一、时间和地点)."""
    if states_fact(line.head.text):
        return True
    ranges = [part for part in item.body if not isinstance(part, LabelLine)]
    if line.head.text == "时间" and states_place(squeezed_text(text, ranges)):
        return True
    headings = (item, item.parent) if item.parent is not None else (item,)
    return line.head.kind == "deadline" and any(
        node.label is not None and heads_facts(_heading(node, text)) for node in headings
    )


def _heading(item: Item, text: str) -> str:
    return squeezed_text(text, [item.lead]).rstrip("：:。")
