"""Pathological shapes: the time of each at growing sizes, and whether it grows faster than the text."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

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
    "cells in one line": "市水利局6月 | ",
    "tabs in one line": "市水利局6月\t",
    "blanks in one line": "市水利局6月  ",
    "heads in one line": "责任单位 | ",
    "empty rows": "| | | |\n",
    "lines that go on": "市水利局、\n",
    "halves of names": "县生态\n环境局\n",
    "quoted cells": '"修桥\n架路" | 市交通局\n',
    "open quotes": '1 | "修桥 | 市交通局\n',
    "label lines with values": "责任单位：市水利局\n完成时限：6月底\n",
    "nested items": "一、甲\n（一）乙\n1.修桥。\n",
    "numbers": "1\n",
    "counted rows": "# | 修缮北桥 | 市交通局 | 6月底前 |\n",
    "counted items": "#.修缮北桥。（市交通局）\n",
    "counted points": "#.修缮北桥（市交通局）；",
    "counted attachments": "附件#县生态|\n",
    "points in words": "一是修桥；二是架路；",
    "keys and values": "责任单位 | 市水利局\n",
    "dittos": "1 | 修桥 | 同上 | 同上 |\n",
    "rows by place": "1    修缮北桥    市交通局    6月底前\n",
    "units by blanks": "市水利局 ",
    "persons": "张三、李四",
    "page numbers": "— # —\n",
    "brackets on joined lines": "（）}责任单位-\x1b[31m号打印本页\n?",
    "clauses in a paragraph": "。（甲乙局）丙丁",
    "HTML line breaks": "修桥<br>",
}
"""In a shape, ``#`` counts the times it stands there."""
_FRAGMENTS = (
    "(",
    ")",
    "？",
    "(hào",
    "?dāng)",
    "府?dāng)?shù)",
    "?。ㄒ",
    ",",
    ",。",
    "…",
    "\r",
    "鐨",
    "ä",
    "(甲",
    "?!",
    "/://",
    "乾",
    "Ｏ",
    "\n(",
    "1，",
    "(一)",
    "?fàn)幭",
    "(PPP),",
    "年月日",
    "1月",
    "1、",
    "每",
    "每年",
    "2030年",
    "3-",
    "后",
    "自",
    "持续",
    "本",
    "到",
    "不得超过",
    "(2030",
    "12月底前完成，",
    "一、",
    "青府办〔",
    "各乡镇、",
    "1. ",
    "附件\n",
    "关于",
    "青禾县人民政府\n",
    "2030年4月9日\n",
)
SHAPES.update({repr(fragment): fragment for fragment in _FRAGMENTS})
"""What a stage may stumble over: pieces of glosses and lost characters, of times, and of a page's head."""
_ROW = "序号 | 工作任务 | 责任单位 | 完成时限 |\n1 | {} | {} | {} |\n2 | 清理河道 | 市水利局 | 6月底前 |\n"
PLACES = {
    "content": _ROW.format("修桥{}", "市交通局", "5月底前"),
    "unit cell": _ROW.format("修桥", "{}", "5月底前"),
    "deadline cell": _ROW.format("修桥", "市交通局", "{}"),
    "clause": "一、重点工作\n\n1.修桥。（{}）\n\n2.清理河道。（市水利局负责，6月底前完成）\n",
    "title": "云溪市人民政府关于{}的通知\n\n各区人民政府：\n\n现印发给你们。\n\n云溪市人民政府\n2030年3月2日\n",
}
"""Where a field reader reads a text; the shapes within a line are tried in each."""
ABOVE = {
    "rows": "序号 | 工作任务 | 责任单位 | 完成时限 |\n{}",
    "cells": "序号\n工作任务\n责任单位\n完成时限\n{}",
    "tabs": "序号\t工作任务\t责任单位\t完成时限\n{}",
    "places": "序号    工作任务    责任单位    完成时限\n{}",
    "glued": "序号工作任务责任单位完成时限\n{}",
    "list": "一、重点工作\n{}",
    "letter": "云溪市人民政府关于修桥的通知\n\n各区人民政府：\n\n{}",
}
"""What may stand above; shapes of lines and of cells are tried below each."""
GIVE_UP = 30.0
"""Seconds for one size; larger sizes of that shape are then left out."""
STEEP = 1.5
"""Growth of time per growth of text (a power) that counts as faster than linear, timer noise allowed for."""


def places(shape: str | tuple[str, str]) -> dict[str, str]:
    """Where a shape is tried: alone, and in the places where one of its kind can stand, by their names."""
    within = "\n" not in shape and "|" not in shape
    return {"": "{}", **(PLACES if within else ABOVE)}


def build(shape: str | tuple[str, str], size: int, place: str = "{}") -> str:
    """A text of about ``size`` characters, in its place in a notice."""
    if isinstance(shape, tuple):
        return place.replace("{}", shape[0] * (size // 2) + shape[1] * (size // 2))
    if "#" in shape:
        return place.replace("{}", "".join(shape.replace("#", str(n)) for n in range(1, size // (len(shape) + 3) + 2)))
    return place.replace("{}", shape * (size // len(shape)))


def table(sizes: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """Lines of the table, each with whether its shape grows faster than the text."""
    head = "".join(f"{size:>12,}" for size in sizes)
    yield f"{'milliseconds at':<42}{head}   power", False
    for name, shape in SHAPES.items():
        for place, frame in places(shape).items():
            yield _line(f"{name}{place and f': {place}'}", shape, sizes, frame)


def _line(name: str, shape: str | tuple[str, str], sizes: Sequence[int], place: str) -> tuple[str, bool]:
    times = _times(shape, sizes, place)
    power = _power(sizes, times)
    cells = "".join(f"{each * 1000:12,.1f}" for each in times) + " " * 12 * (len(sizes) - len(times))
    return f"{name:<42}{cells}   {power:.2f}{'  <<<' if power > STEEP else ''}", power > STEEP


def _times(shape: str | tuple[str, str], sizes: Sequence[int], place: str) -> list[float]:
    times: list[float] = []
    for size in sizes:
        times.append(seconds(build(shape, size, place)))
        if times[-1] > GIVE_UP:
            break
    return times


def seconds(text: str) -> float:
    """The computing time of a parse with segments."""
    start = time.process_time()
    parse_text(text, segments=True)
    return time.process_time() - start


def _power(sizes: Sequence[int], times: Sequence[float]) -> float:
    """Exponent of the growth over the last step: 1 is linear, 2 quadratic."""
    from math import log

    if len(times) < 2:
        return float("inf")
    return log(max(times[-1], 1e-6) / max(times[-2], 1e-6)) / log(sizes[len(times) - 1] / sizes[len(times) - 2])
