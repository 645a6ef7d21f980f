"""Start-up of the whole process against importing what such a program is made of.

    python benchmarks/startup.py [TEXT …]

Everything is compiled beforehand, as after an installation and a first run. Each line is the ratio of the fastest of
many runs, taken in turn with the floor `python -c "import click, yaml; from pydantic import BaseModel"`. TEXTs
default to the seeds, else to the samples.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15
FLOOR = [sys.executable, "-c", "import click, yaml; from pydantic import BaseModel"]
PROGRAM = str(Path(sys.executable).with_name("notice-parse"))


def seconds(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def texts() -> list[Path]:
    """The notices to run on."""
    named = [Path(name) for name in sys.argv[1:]]
    return named or sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")) or sorted((ROOT / "samples").glob("*.txt"))


def main() -> None:
    commands = {"floor": FLOOR, "--version": [PROGRAM, "--version"], "--help": [PROGRAM, "--help"]}
    for text in texts():
        commands[f"{text.stem[:28]} json"] = [PROGRAM, str(text), "--format", "json"]
        commands[f"{text.stem[:28]} yaml"] = [PROGRAM, str(text)]
    subprocess.run([sys.executable, "-m", "notice_parse.cli.precompile"], check=True)
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(ROUNDS):
        # In turn, so that a busy machine is busy for all of them.
        for name, command in commands.items():
            best[name] = min(best[name], seconds(command))
    for name, value in best.items():
        print(f"{name:36} {value * 1000:7.1f} ms  {value / best['floor']:5.2f} x")


if __name__ == "__main__":
    main()
