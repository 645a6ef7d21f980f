"""A folder of notices with one worker and with two.

    python benchmarks/batch.py [FILES]

Makes FILES (5,000) notices out of the samples in a temporary folder and runs `notice-parse FOLDER --out-dir …` with
`-j 1` and `-j 2` in turn; the goal is a ratio of at least 1.8 on two free cores. `apart` is two programs at once that know
nothing of each other, half of the files each: what two cores of this machine can do at most, since they share caches and
memory. The last run is over inputs that did not change.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sys.executable).with_name("notice-parse"))
ROUNDS = 2


def make_inputs(folder: Path, files: int) -> None:
    """Copies of the samples that are UTF-8, each with a number of its own, a hundred in a folder."""
    samples: list[bytes] = []
    for path in sorted((ROOT / "samples").glob("*.txt")):
        data = path.read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        samples.append(data)
    for number in range(files):
        path = folder / f"{number // 100:03}" / f"{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(samples[number % len(samples)] + f"\n（第{number}份）\n".encode())


def seconds(source: Path, target: Path, jobs: int) -> float:
    begun = time.perf_counter()
    subprocess.run(_command([source], target, jobs), check=True)
    return time.perf_counter() - begun


def seconds_apart(source: Path, target: Path) -> float:
    """Two programs at once, every second folder each."""
    folders = sorted(source.iterdir())
    begun = time.perf_counter()
    programs = [subprocess.Popen(_command(folders[half::2], target / str(half), 1)) for half in range(2)]
    if any(program.wait() for program in programs):
        raise SystemExit("a program failed")
    return time.perf_counter() - begun


def _command(sources: Sequence[Path], target: Path, jobs: int) -> list[str]:
    return [PROGRAM, *map(str, sources), "--out-dir", str(target), "--jobs", str(jobs), "--quiet"]


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "in")
        source.mkdir()
        make_inputs(source, files)
        best = {1: float("inf"), 2: float("inf")}
        apart = float("inf")
        for turn in range(ROUNDS):
            for jobs in best:
                best[jobs] = min(best[jobs], seconds(source, Path(scratch, f"out-{jobs}-{turn}"), jobs))
            apart = min(apart, seconds_apart(source, Path(scratch, f"apart-{turn}")))
        unchanged = seconds(source, Path(scratch, "out-1-0"), 1)
    for jobs, value in best.items():
        print(f"-j {jobs}: {value:7.1f} s {files / value:7.0f} files/s")
    print(f"unchanged: {unchanged:4.1f} s {files / unchanged:7.0f} files/s")
    print(f"apart: {apart:8.1f} s {files / apart:7.0f} files/s")
    print(f"-j 2 is {best[1] / best[2]:.2f} x -j 1; two programs apart are {best[1] / apart:.2f} x")


if __name__ == "__main__":
    main()
