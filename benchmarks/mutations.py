"""Mutations of notices: what pages, converters and malice do to a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "samples", ROOT.parent / "shared" / "seeds")
USUAL_SIZE = 400
"""Characters of most inputs, before mutation: small ones are parsed fast and shrink well."""

PIECES = (
    "|", "||", " | ", "|\n", "\t", "  ", "\u3000", "\n\n", "\r", "\r\n", "\x0b", "\u2028", "\0", "\x1b[31m",
    "\x07", "\u202e", "\u200f", "\u2066", "\ufeff", "\u200b", "\ufffd", "?", "?dāng)?shù)", "(hào)", "（",
    "）", "[", "]", "【", "】", "《", "》", "“", "”", "、", "，", "；", "。", "：", ": ", "=1+1", "@x", "- ",
    "+", "--- ", "#", "&a", "*a", "!!x", "%", "'", '"', "{", "}", "~", "null", "yes", "1e9", "0x1", "2030-02-30",
    "一、", "（一）", "1.", "1、", "(1)", "①", "序号", "责任单位", "牵头单位：", "完成时限", "牵头", "配合",
    "负责", "市水利局", "各县（市、区）政府", "2030年2月30日前", "6月底前", "每季度末月20日前", "每月", "年底前",
    "十四五期间", "20302931", "99999999999999999999", "0年0月0日", "〔2030〕", "号", "附件：", "附件1", "通知",
    "关于", "政府", "2030年3月2日", "二〇三〇年十三月", "200个以上", "不低于4%", "100%", "《政府公报》", "無",
    "𠮷", "😀", "e\u0301", "ﷺ", "각", "ａ１", "索引号", "抄送", "打印", "无", "｜", "│",
)  # fmt: skip
LONG_RUNS = (
    "|",
    "（",
    "[",
    "\n",
    " ",
    "一",
    "1",
    "、",
    "市水利局",
    "a",
    "《",
    "\u202e",
    "1.",
    "年",
    "|\n",
    "\t",
    "?",
    "(hào)",
)
Mutation = Callable[[str, Random], str]


#: How many of the inputs are nothing but lines of all layouts.
_PATCHED = 0.1
LINES = (
    "│", "│任务│单位│", "│  ├──┤", "│▪修│局│", "|", "||", "|||", "", "├──┼──┤", "└──┴──┘", "┌──┬──┐", "+---+---+", "|---|---|",
    "|任务|单位|时限|", "│修桥", "│▪桥│", "修桥", "1", "2", "01", "02", "县教育局", "县教育局 |", "同上", "| 同上 |", "| ^ | 县局 |",
    "| 1 | 修桥 | 县教育局 |", "1 | 修桥", "序号 | 任务 | 责任单位 |", "任务 | 时限", "序号 任务 责任单位 时限", "1 修桥 县教 育局 9月底 前",
    "序号", "任务", "责任单位", "完成时限", "2030年5月", "每月10日前", "整治市容", "一、交通", "1.修桥。", "（一）修路。（县交通局）",
    "修路3条，9月底前完工。", "（县教育局，5月底前）", "责任单位：县交通局", "——县交通局", "甲局牵头，乙局配合", "NO.1", "PART 2",
    "序号‖任务‖责任单位", "1‖修桥‖县局", "序号\t任务\t责任单位", "\t1\t修桥\t县局", "合计 | | 30 |", "注：说明。",
    "01修桥。（责任单位：甲局）02修路",
)  # fmt: skip


@cache
def corpus() -> tuple[str, ...]:
    """The texts that are mutated: our samples, and the notices beside the repository if there are any."""
    files = [file for folder in FOLDERS if folder.is_dir() for file in sorted(folder.glob("*.txt"))]
    texts = [file.read_bytes().decode("utf-8", "replace") for file in files]
    return (*texts, "", "序号 | 工作任务 | 责任单位 | 完成时限 |\n1 | 修桥 | 市交通局 | 6月底前 |\n")


def mutated(texts: Sequence[str], random: Random) -> bytes:
    """One input: a part of a text, or lines of all layouts, mutated a few times, in some encoding."""
    if random.random() < _PATCHED:
        return _encoded(patchwork(random), random)
    text = _part(random.choice(texts), random)
    if random.random() < 0.1:
        text += _part(random.choice(texts), random)
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        text = random.choice(MUTATIONS)(text, random)
    return _encoded(text, random)


def patchwork(random: Random) -> str:
    """Lines of all layouts, one below another as chance has it."""
    return "\n".join(random.choice(LINES) for _ in range(random.randrange(2, 16)))


def _part(text: str, random: Random) -> str:
    if random.random() < 0.01:
        return text
    size = int(USUAL_SIZE * random.choice((0.1, 0.5, 1, 1, 2)))
    start = random.randrange(max(1, len(text) - size // 2))
    if random.random() < 0.7:  # whole lines
        start = text.rfind("\n", 0, start) + 1
    return text[start : start + size]


def _encoded(text: str, random: Random) -> bytes:
    kind = random.random()
    if kind < 0.75:
        data = text.encode("utf-8", "replace")
    elif kind < 0.85:
        data = text.encode("gb18030", "replace")
    elif kind < 0.9:
        data = text.encode(random.choice(("utf-16", "utf-16-le", "big5", "utf-8-sig")), "replace")
    else:  # two encodings in one file
        middle = random.randrange(len(text) + 1)
        data = text[:middle].encode("utf-8", "replace") + text[middle:].encode("gb18030", "replace")
    if random.random() < 0.1:
        for _ in range(random.randrange(1, 6)):
            at = random.randrange(len(data) + 1)
            data = data[:at] + random.randbytes(random.randrange(1, 4)) + data[at + random.randrange(3) :]
    return data


def _lines(change: Callable[[list[str], Random], None]) -> Mutation:
    def mutate(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random)
        return "\n".join(lines)

    return mutate


def _delete(lines: list[str], random: Random) -> None:
    start = random.randrange(len(lines))
    del lines[start : start + random.randrange(1, 4)]


def _double(lines: list[str], random: Random) -> None:
    start = random.randrange(len(lines))
    lines[start:start] = lines[start : start + random.randrange(1, 4)]


def _swap(lines: list[str], random: Random) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _shuffle(lines: list[str], random: Random) -> None:
    random.shuffle(lines)


def _indent(lines: list[str], random: Random) -> None:
    index = random.randrange(len(lines))
    lines[index] = random.choice(PIECES) + lines[index]


def _cell_starts(lines: list[str], random: Random) -> None:
    """Cells that YAML or a spreadsheet would take for something else."""
    start = random.choice(("=", "@", "- ", ": ", "+", "#", "'", '"', "!", "&", "*", "%", "? ", "[", "{"))
    for index in range(random.randrange(len(lines)), len(lines), 2):
        lines[index] = lines[index].replace(" | ", f" | {start}")


def _insert(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PIECES) * random.choice((1, 1, 1, 2, 7)) + text[at:]


def _cut(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.randrange(1, 20) :]


def _truncate(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def _move(text: str, random: Random) -> str:
    start, at = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
    piece = text[start : start + random.randrange(1, 60)]
    return text[:at] + piece + text[at:]


def _replace_all(text: str, random: Random) -> str:
    return text.replace(
        random.choice((" ", "|", "\n", "、", "。", "：", "（", "年", "1", "\n\n")), random.choice(PIECES)
    )


def _long_run(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(LONG_RUNS) * random.choice((20, 20, 100, 100, 1000)) + text[at:]


def _noise(text: str, random: Random) -> str:
    characters = [
        chr(random.choice((random.randrange(0x20, 0x250), random.randrange(0x3000, 0xA000)))) for _ in range(20)
    ]
    at = random.randrange(len(text) + 1)
    return text[:at] + "".join(characters) + text[at:]


MUTATIONS: tuple[Mutation, ...] = (
    *map(_lines, (_delete, _double, _swap, _shuffle, _indent, _cell_starts)),
    _insert, _insert, _insert, _cut, _truncate, _move, _replace_all, _noise, _long_run,
)  # fmt: skip
