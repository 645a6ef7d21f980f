"""Diagnostics in Chinese, for tables with Chinese heads: what a rule reports, and the words of the notice it quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..schemas.models import Diagnostic

SEVERITIES = {"error": "错误", "warning": "提醒", "info": "说明"}
RULES = {
    "NP001": "存在无法按编码识别的字节",
    "NP002": "文件编码系推测",
    "NP003": "原文存在乱码",
    "NP004": "缺字已按残留痕迹补回",
    "NP005": "已去除拼音注释",
    "NP006": "缺字无法还原",
    "NP007": "定位与内容不符（程序缺陷）",
    "NP008": "未归类的疑点（程序缺陷）",
    "NP101": "未找到任务",
    "NP102": "任务可能在附件中",
    "NP103": "版式存在两种读法",
    "NP104": "编号缺失",
    "NP105": "编号重复",
    "NP106": "编号回退",
    "NP107": "标题编号残缺",
    "NP108": "表格或方案中有文字未收录",
    "NP109": "单元格或责任分工中有内容无法归类",
    "NP110": "本行单元格少于表格列数",
    "NP111": "单元格所属列系推测",
    "NP112": "内容取自上方合并单元格或标题",
    "NP113": "识别比例低于要求",
    "NP114": "有责任单位的表格未读取",
    "NP115": "此处另起一份通知",
    "NP201": "任务未写明单位",
    "NP202": "单位取自上方合并单元格或标题",
    "NP203": "单位职责未写明，系推测",
    "NP204": "单位名单缺分隔符，已自动拆分",
    "NP205": "单位名称不完整或形式不明",
    "NP206": "同一单位既牵头又配合",
    "NP207": "另有单位对其他任务负责，未计入",
    "NP301": "时限未能识别",
    "NP302": "日期不存在",
    "NP303": "时限早于印发日期",
    "NP304": "时限顺延至下一年",
    "NP305": "时限年份无法确定",
    "NP306": "时限起始晚于截止",
    "NP401": "未找到标题",
    "NP402": "未找到发文机关",
    "NP403": "未找到成文日期",
    "NP404": "成文日期晚于发布日期",
    "NP405": "未找到发文字号",
}
"""Of the rules whose diagnostics a record holds; those of record files are reported by ``check`` alone."""

_ROLES = {"lead": "牵头", "support": "配合", "responsible": "责任", "guide": "指导"}
_WORD = re.compile(r"[A-Za-z]{2}")


def in_chinese(found: Diagnostic) -> str:
    """Severity, code, what it is, and the quotation of the message where that is the notice's own words."""
    what = RULES.get(found.code, found.message)
    quoted = found.message.partition(": ")[2] if found.code in RULES else ""
    if found.code == "NP203":
        role, _, rest = quoted.partition(" (")
        quoted = f"{_ROLES.get(role, role)}：{rest.removesuffix(')')}" if rest else quoted
    text = f"{SEVERITIES[found.severity]} {found.code}：{what}"
    return f"{text}（{quoted}）" if quoted and not _WORD.search(quoted) else text
