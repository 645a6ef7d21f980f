"""What a plan says of an event: who hosts it, when and where it takes place. It looks like label lines, but sets no task.

三、主承办单位
主办单位：县文化和旅游局
承办单位：县文化馆

四、演出场地及时间
演出场地：县文化广场
演出时间：5月1日至5月7日
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..fields.label_lines import LabelLine
from ..text.piece import Range, squeezed_text
from .outline import Item

#: Headings under which the hosts are listed, and nothing that is to be done.
_HOSTS = lazy_pattern(
    r"(?:活动|大赛|比赛|会议)?(?:[主承协]{1,3}办|举办|组织)(?:[、和及与](?:[承协]办|指导|支持)){0,3}(?:单位|机构|部门)"
)
_EVENT_TIME = lazy_pattern(
    r"(?:演出|活动|会议|比赛|竞赛|展览|展出|集合|报到|举办|开幕|签到|庆祝|巡演|放映)(?:时间|日期)"
)


def set_facts_apart(root: Item, text: str) -> None:
    """Make plain text of the label lines that state such facts; an item that has other label lines keeps all."""
    for item in root.walk():
        labelled = [line for line in item.labelled if line.assigns]
        if not labelled:
            continue
        hosts = item.label is not None and _HOSTS.fullmatch(squeezed_text(text, [item.lead]).rstrip("：:。"))
        if hosts or all(_EVENT_TIME.fullmatch(line.head.text) for line in labelled):
            plain: list[Range | LabelLine] = []
            for part in item.body:
                plain += part.ranges if isinstance(part, LabelLine) else [part]
            item.body = plain
