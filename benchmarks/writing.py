"""YAML writing against parsing, and against `yaml.dump` of the same values.

    python benchmarks/writing.py [TEXT …]

Each line is one notice: milliseconds of the fastest of many runs, and YAML as a multiple of the parse (goal: 2).
TEXTs default to the seeds, else to the samples.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from notice_parse import parse_bytes

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def tree_dump(values: object) -> str:
    return yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**9)


def texts() -> list[Path]:
    named = [Path(name) for name in sys.argv[1:]]
    return named or sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")) or sorted((ROOT / "samples").glob("*.txt"))


def main() -> None:
    print(f"{'notice':32} {'tasks':>5} {'parse':>8} {'json':>8} {'yaml':>8} {'yaml.dump':>10} {'yaml/parse':>10}")
    for path in texts():
        data = path.read_bytes()
        notice = parse_bytes(data)
        values = notice.model_dump()
        parse = milliseconds(lambda data=data: parse_bytes(data))
        as_json = milliseconds(lambda notice=notice: notice.to_json())
        as_yaml = milliseconds(lambda notice=notice: notice.to_yaml())
        tree = milliseconds(lambda values=values: tree_dump(values), 3)
        figures = f"{parse:8.1f} {as_json:8.1f} {as_yaml:8.1f} {tree:10.1f} {as_yaml / parse:10.2f}"
        print(f"{path.stem[:32]:32} {len(notice.tasks):5} {figures}")


if __name__ == "__main__":
    main()
