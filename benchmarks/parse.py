"""Parsing in process against pydantic's floor and against cutting the same text into words.

    python benchmarks/parse.py [TEXT …]

Bytes to a validated ParsedNotice for all TEXTs, beside ``ParsedNotice.model_validate`` on the finished records and
``jieba.lcut`` over the same text, in turn in one run: the fastest of many rounds. Goals: at most 8 × validating, and at
most half of jieba's time. TEXTs default to the seeds, else to the samples.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba
from notice_parse import parse_bytes
from notice_parse.schemas import ParsedNotice

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def texts() -> list[Path]:
    """The notices to run on."""
    named = [Path(name) for name in sys.argv[1:]]
    return named or sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")) or sorted((ROOT / "samples").glob("*.txt"))


def seconds(work: Callable[[], Any]) -> float:
    """The processor's time, so that what else the machine does counts for nothing."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    data = [path.read_bytes() for path in texts()]
    notices = [parse_bytes(each) for each in data]
    records = [notice.model_dump() for notice in notices]
    plain = [each.decode("utf-8", "replace") for each in data]
    contenders: dict[str, Callable[[], Any]] = {
        "parse": lambda: [parse_bytes(each) for each in data],
        "model_validate": lambda: [ParsedNotice.model_validate(record) for record in records],
        "jieba.lcut": lambda: [jieba.lcut(text) for text in plain],
    }
    best = dict.fromkeys(contenders, float("inf"))
    for _ in range(ROUNDS):
        # In turn, so that a busy machine is busy for all of them.
        for name, work in contenders.items():
            best[name] = min(best[name], seconds(work))
    for name, value in best.items():
        print(f"{name:16} {value * 1000:8.1f} ms   parse is {best['parse'] / value:5.2f} x")


if __name__ == "__main__":
    main()
