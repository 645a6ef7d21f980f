"""A plan printed as a numbered list: the same items in many styles of number and clause."""

from __future__ import annotations

from collections.abc import Callable

from .model import Item, Plan

Clause = Callable[[Item], str]
Numbering = Callable[[int], str]

_CHINESE = "一二三四五六七八九十"


def chinese(number: int) -> str:
    """1 to 99 in Chinese."""
    if number <= 10:
        return _CHINESE[number - 1]
    tens, ones = divmod(number, 10)
    return f"{_CHINESE[tens - 1] if tens > 1 else ''}十{_CHINESE[ones - 1] if ones else ''}"


NUMBERINGS: dict[str, Numbering] = {
    "dot": lambda number: f"{number}.",
    "dot-space": lambda number: f"{number}. ",
    "wide-dot": lambda number: f"{number}．",
    "comma": lambda number: f"{number}、",
    "brackets": lambda number: f"({number})",
    "wide-brackets": lambda number: f"（{number}）",
    "chinese-brackets": lambda number: f"（{chinese(number)}）",
    "half-chinese-brackets": lambda number: f"({chinese(number)})",
    "circled": lambda number: chr(0x2460 + number - 1),
}


def _responsible(item: Item) -> tuple[str, str]:
    return "、".join(item.lead or item.responsible), "、".join(item.support)


def labelled(item: Item) -> str:
    """牵头单位：甲；配合单位：乙；完成时限：六月底前."""
    first, second = _responsible(item)
    parts = [f"{'牵头单位' if item.lead else '责任单位'}：{first}"]
    if second:
        parts.append(f"配合单位：{second}")
    if item.deadline:
        parts.append(f"完成时限：{item.deadline[0]}")
    return "；".join(parts)


def spoken(item: Item) -> str:
    """甲牵头，乙配合，六月底前完成."""
    first, second = _responsible(item)
    text = f"{first}{'牵头' if item.lead else '负责'}"
    if second:
        text += f"，{second}配合"
    if item.deadline:
        ends = "" if item.deadline[0] == "持续推进" else "完成"
        text += f"，{item.deadline[0]}{ends}"
    return text


def spoken_by(item: Item) -> str:
    """由甲牵头，乙按职责分工配合；六月底前."""
    first, second = _responsible(item)
    text = f"由{first}{'牵头' if item.lead else '负责'}"
    if second:
        text += f"，{second}按职责分工配合"
    return text + (f"；{item.deadline[0]}" if item.deadline else "")


def led(item: Item) -> str:
    """甲牵头负责，乙参与；完成时限：六月底前."""
    first, second = _responsible(item)
    text = f"{first}{'牵头负责' if item.lead else '负责落实'}"
    if second:
        text += f"，{second}参与"
    return text + (f"；完成时限：{item.deadline[0]}" if item.deadline else "")


CLAUSES: dict[str, Clause] = {clause.__name__: clause for clause in (labelled, spoken, spoken_by, led)}
BRACKETS = ("（）", "()", "[]", "［］", "〔〕", "【】")


def in_brackets(clause: Clause, pair: str) -> Clause:
    """The clause in brackets, at the end of the paragraph."""
    return lambda item: f"{pair[0]}{clause(item)}{pair[1]}"


def on_own_line(clause: Clause) -> Clause:
    """The clause on a line of its own."""
    return lambda item: f"\n{clause(item)}"


def label_lines(item: Item) -> str:
    """One label a line."""
    return "\n" + labelled(item).replace("；", "\n")


def spaced_label_lines(item: Item) -> str:
    """One label a line, blank lines between."""
    return "\n\n" + labelled(item).replace("；", "\n\n")


def list_of(
    plan: Plan, clause: Clause, numbering: Numbering, *, section: Numbering | None = None, stop: str = "。"
) -> str:
    """The plan as a list; groups are headings ``section`` numbers. Items are counted through."""
    lines: list[str] = []
    names = list(dict.fromkeys(item.group for item in plan.items))
    above: str | None = None
    for item in plan.items:
        if item.group != above and item.group is not None:
            number = names.index(item.group) + 1
            lines.append(f"{(section or chinese_comma)(number)}{item.group}")
        above = item.group
        lines.append(f"{numbering(item.number)}{item.content}{stop}{clause(item)}")
    return "\n".join(lines)


def chinese_comma(number: int) -> str:
    """一、"""
    return f"{chinese(number)}、"
