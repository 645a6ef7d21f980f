"""Traditional → simplified: our tables against OpenCC's own converter, side by side in one run.

    python benchmarks/conversion.py

Prints the median time of each over the same text, and the ratio. The text is made of words of notices; one
word in a hundred is a phrase of the converter's own dictionary, so that the exceptions are exercised too.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import opencc
from notice_parse.normalize.conversion import load_tables, to_simplified

ROUNDS = 9
CHARACTERS = 20_000
WORDS = [
    *("雲山縣", "水務局", "負責", "牽頭單位", "責任單位", "關於印發", "工作方案", "任務分解表", "完成時限", "政務公開"),
    *("加強領導", "落實", "，", "、", "。", "各鄉鎮人民政府", "辦公室", "應急管理局", "發展改革局", "實施", "監督檢查"),
    *("2030年12月底前", "項目", "數據", "開放", "統籌", "協調", "瞭解", "防汛"),
]


def sample() -> str:
    """A text of notice words, one in a hundred from the dictionary of phrases."""
    rng = random.Random(1)
    folder = Path(opencc.__file__).parent / "dictionary"
    phrases = [line.split("\t")[0] for line in (folder / "TSPhrases.txt").read_text(encoding="utf-8").splitlines()]
    parts: list[str] = []
    length = 0
    while length < CHARACTERS:
        part = rng.choice(phrases if rng.random() < 0.01 else WORDS)
        parts.append(part)
        length += len(part)
    return "".join(parts)


def median(convert: Callable[[str], str], text: str, rounds: int) -> float:
    """Median seconds of one conversion."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        convert(text)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    text = sample()
    start = time.perf_counter()
    load_tables()
    tables = time.perf_counter() - start
    converter: Any = opencc.OpenCC("t2s")
    if to_simplified(text) != converter.convert(text):
        raise SystemExit("the two converters disagree")
    theirs = median(converter.convert, text, ROUNDS)
    ours = median(to_simplified, text, 5 * ROUNDS)
    print(f"{len(text)} characters; tables built in {tables * 1000:.1f} ms")
    print(f"opencc  {theirs * 1000:8.2f} ms")
    print(f"ours    {ours * 1000:8.2f} ms")
    print(f"ratio   {theirs / ours:8.1f}")


if __name__ == "__main__":
    main()
