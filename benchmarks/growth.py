"""Time and memory a task, for notices of 100, 1,000 and 10,000 tasks of each main format.

    python benchmarks/growth.py [--large]

Every figure comes from a process of its own. From 1,000 tasks up, time and memory a task should be constant within 20%.
With --large also 100,000 tasks to JSON Lines on the command line; the goal is less than 1.5 GB.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (100, 1_000, 10_000)
ROUNDS = 3
PROGRAM = str(Path(sys.executable).with_name("notice-parse"))
HEAD = "云溪县人民政府办公室关于印发重点任务分解表的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n2031年2月3日\n\n"
UNITS = ("县水利局", "县交通局", "县农业农村局", "县住建局", "县财政局", "县教育局", "县卫健局")
DONE = ("修桥", "修路", "清淤河道", "改造泵站", "新建学校", "整治水库", "建设驿站")


def facts(number: int) -> tuple[str, str, str]:
    """Content, unit and deadline of a task."""
    place = DONE[number % len(DONE)]
    return f"{place}{number % 90 + 1}处并完成验收", UNITS[number % len(UNITS)], f"2031年{number % 12 + 1}月底前"


def pipe_rows(tasks: int) -> str:
    rows = (f"{number} | {' | '.join(facts(number))} |" for number in range(1, tasks + 1))
    return "\n".join([f"{HEAD}重点任务分解表\n", "序号 | 工作任务 | 责任单位 | 完成时限 |", *rows, ""])


def cell_lines(tasks: int) -> str:
    cells = ["序号", "工作任务", "责任单位", "完成时限"]
    for number in range(1, tasks + 1):
        cells += [str(number), *facts(number)]
    return "\n\n".join([f"{HEAD}重点任务分解表", *cells, ""])


def numbered_list(tasks: int) -> str:
    items: list[str] = []
    for number in range(1, tasks + 1):
        content, unit, deadline = facts(number)
        if number % 50 == 1:
            items.append("一、抓好重点工作")
        items.append(f"{number}.{content}。（牵头单位：{unit}，{deadline}完成）")
    return "\n".join([f"{HEAD}重点工作分工方案\n", *items, ""])


SHAPES: dict[str, Callable[[int], str]] = {
    "pipe rows": pipe_rows,
    "a cell a line": cell_lines,
    "numbered list": numbered_list,
}


def peak() -> float:
    """Most memory of this process so far, in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(shape: str, tasks: int) -> None:
    """In a process of its own: print tasks found, seconds and KB that the notice took."""
    from notice_parse import parse_bytes

    parse_bytes(SHAPES[shape](50).encode())
    data = SHAPES[shape](tasks).encode()
    before = peak()
    best = float("inf")
    found = 0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        found = len(parse_bytes(data).tasks)
        best = min(best, time.perf_counter() - begun)
    print(json.dumps([found, best, peak() - before]))


def large() -> None:
    tasks = 100_000
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "large.txt")
        path.write_text(pipe_rows(tasks), encoding="utf-8")
        begun = time.perf_counter()
        subprocess.run([PROGRAM, str(path), "-o", str(Path(scratch, "large.jsonl"))], check=True)
        took = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{tasks} tasks to JSON Lines: {took:.1f} s, {memory:.0f} MB at most")


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], int(sys.argv[3]))
        return
    print(f"{'format':16} {'tasks':>6} {'found':>6} {'ms':>9} {'ms a task':>10} {'KB a task':>10}")
    for shape in SHAPES:
        for tasks in SIZES:
            command = [sys.executable, __file__, "--measure", shape, str(tasks)]
            found, took, memory = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            each = f"{took * 1000 / tasks:10.3f} {memory / tasks:10.2f}"
            print(f"{shape:16} {tasks:6} {found:6} {took * 1000:9.1f} {each}")
    if "--large" in sys.argv:
        large()


if __name__ == "__main__":
    main()
