"""Time of the field readers on texts made to be hard: four times the text should take about four times as long.

    python benchmarks/readers.py

Both sizes are timed side by side. Exit code 1 when a ratio says that the time grows with the square of the text (16).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from notice_parse.parsers.fields.references import read_references
from notice_parse.parsers.fields.targets import read_targets
from notice_parse.parsers.units import read_units

SIZE = 10_000
ROUNDS = 3
WORST = 12.0
SHAPES: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "units": (
        read_units,
        (
            "县",
            "局",
            "各",
            "（",
            "）",
            "、",
            "市教育局",
            "市教育局、",
            "市教育局 ",
            "各镇、街道",
            "甲牵头，",
            "（县",
            "有限公司 ",
            "修缮 ",
            "abc ",
        ),
    ),
    "targets": (read_targets, ("1", "1 ", "1,", "至少", "百分之", "三", "1-", "不低于1", "新增1个", "10%", "个以上三")),
    "references": (read_references, ("《", "》", "《》", "《甲〈", "青府办〔2030〕", "青 ", "号", "〔2030〕8号")),
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """CPU time of one reading."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


def main() -> int:
    failed = False
    print(f"reader      shape            {SIZE:,} characters, ms   ratio at {4 * SIZE:,}")
    for name, (read, shapes) in SHAPES.items():
        for shape in shapes:
            small, large = (shape * (size // len(shape)) for size in (SIZE, 4 * SIZE))
            read(small)
            pairs = [(seconds(read, small), seconds(read, large)) for _ in range(ROUNDS)]
            first, second = (min(times) for times in zip(*pairs, strict=True))
            ratio = second / max(first, 0.001)
            failed |= ratio > WORST
            print(
                f"{name:11} {shape!r:16} {first * 1000:12.1f} {ratio:22.1f}{'  grows too fast' if ratio > WORST else ''}"
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
