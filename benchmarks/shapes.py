"""Pathological shapes: the time of each at growing sizes, and whether it grows faster than the text."""

from __future__ import annotations

import time
from collections.abc import Sequence

from notice_parse import parse_text

ROW = "1 | 修缮北桥，清理河道。 | 市交通局、市水利局 | 2030年6月底前 |\n"
SHAPES = {
    "pipes": "|",
    "pipes on lines": "|\n",
    "pipes with blanks": " | ",
    "table rows": ROW,
    "cells on lines": "1\n\n修缮北桥。\n\n市交通局\n\n6月底前\n\n",
    "glued rows": "1增加学位新建学校2所。市教育局各街道",
    "round brackets": "（",
    "closing brackets": "）",
    "bracket pairs": "（）",
    "nested pairs": ("（", "）"),
    "square brackets": "[",
    "title marks": "《",
    "quotes": "“",
    "blanks": " ",
    "wide blanks": "\u3000",
    "tabs": "\t",
    "line ends": "\n",
    "CR LF": "\r\n",
    "one long line": "市",
    "Latin run": "a",
    "digits": "1",
    "digits with dots": "1.",
    "labels": "（一）",
    "label lines": "一、\n",
    "chinese numerals": "一",
    "commas": "，",
    "list commas": "、",
    "question marks": "?",
    "lost characters": "?dāng)?shù)",
    "glosses": "號(hào)",
    "open gloss": "(hao",
    "traditional": "體",
    "control characters": "\x07",
    "right-to-left marks": "\u202e",
    "zero width": "\u200b",
    "replacement signs": "\ufffd",
    "units in a list": "市水利局、",
    "units without separators": "市水利局",
    "unit words": "牵头",
    "clauses": "（责任单位：市水利局）",
    "open clauses": "（责任单位：",
    "roles": "由市水利局会同市交通局负责，",
    "each": "各",
    "dates": "2030年6月底前",
    "years": "年",
    "months": "6月",
    "ranges": "1月至",
    "recurrences": "每季度",
    "digit dates": "2016628",
    "targets": "200个以上",
    "percent": "不低于4%",
    "references": "《关于修桥的通知》（云府办〔2030〕7号）",
    "document numbers": "〔2030〕",
    "attachments": "附件：",
    "attachment lines": "附件1\n",
    "addressees": "各区人民政府：\n",
    "notice titles": "关于印发的通知",
    "signatures": "云溪市人民政府\n2030年3月2日\n",
    "chrome": "打印本页\n",
    "key colon": "责任单位：\n",
    "significant starts": "=1\n@a\n- b\n: c\n",
    "hyphens": "-",
    "equals": "=",
    "repeated heads": "序号 | 工作任务 | 责任单位 |\n",
    "numbered items": "1.修缮北桥。（市交通局负责）\n",
    "hard-wrapped": "修缮北桥\n",
    "tab cells": "1\t修桥\t市交通局\n",
    "markdown rule": "|---|---|\n",
}
GIVE_UP = 30.0
"""Seconds for one size; larger sizes of that shape are then left out."""
STEEP = 1.5
"""Growth of time per growth of text (a power) that counts as faster than linear, timer noise allowed for."""


def build(shape: str | tuple[str, str], size: int) -> str:
    """A text of about ``size`` characters."""
    if isinstance(shape, tuple):
        return shape[0] * (size // 2) + shape[1] * (size // 2)
    return shape * (size // len(shape))


def table(sizes: Sequence[int]) -> tuple[list[str], bool]:
    """Lines of the table, and whether any shape grows faster than the text."""
    head = "".join(f"{size:>12,}" for size in sizes)
    lines = [f"{'milliseconds at':<26}{head}   power"]
    steep = False
    for name, shape in SHAPES.items():
        times = _times(shape, sizes)
        power = _power(sizes, times)
        steep = steep or power > STEEP
        cells = "".join(f"{seconds * 1000:12,.1f}" for seconds in times) + " " * 12 * (len(sizes) - len(times))
        lines.append(f"{name:<26}{cells}   {power:.2f}{'  <<<' if power > STEEP else ''}")
    return lines, steep


def _times(shape: str | tuple[str, str], sizes: Sequence[int]) -> list[float]:
    times: list[float] = []
    for size in sizes:
        text = build(shape, size)
        start = time.process_time()
        parse_text(text, segments=True)
        times.append(time.process_time() - start)
        if times[-1] > GIVE_UP:
            break
    return times


def _power(sizes: Sequence[int], times: Sequence[float]) -> float:
    """Exponent of the growth over the last step: 1 is linear, 2 quadratic."""
    from math import log

    if len(times) < 2:
        return float("inf")
    return log(max(times[-1], 1e-6) / max(times[-2], 1e-6)) / log(sizes[len(times) - 1] / sizes[len(times) - 2])
