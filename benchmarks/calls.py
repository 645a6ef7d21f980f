"""Calls of the program's own functions while it reads notices: what grew, told without a clock.

    python benchmarks/calls.py [TEXT …]                          # by package, and the functions that are called most
    python benchmarks/calls.py --save calls.json [TEXT …]        # in one tree
    python benchmarks/calls.py --against calls.json [TEXT …]     # in the other: what is called more, and less

TEXTs default to the samples. They are read once before anything is counted, so that patterns are compiled and caches are
full. Comprehensions and what Python's own modules call count for nothing, so that most versions of Python count alike;
``tests/test_calls.py`` holds the sum.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import CodeType, FrameType

import notice_parse
from notice_parse.api import Options, read_bytes

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = str(Path(notice_parse.__file__).parent) + os.sep
MOST_SHOWN = 25


def samples() -> list[Path]:
    """The project's own notices."""
    return sorted((ROOT / "samples").glob("*.txt"))


def count_calls(texts: Iterable[bytes]) -> Counter[str]:
    """How often each function is called while the texts are read, by ``file:function``; a generator counts when it goes on."""
    texts = list(texts)
    for text in texts:
        read_bytes(text, Options())
    calls: Counter[CodeType] = Counter()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            calls[frame.f_code] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        for text in texts:
            read_bytes(text, Options())
    finally:
        sys.setprofile(before)
    own: Counter[str] = Counter()
    for code, times in calls.items():
        if code.co_filename.startswith(PACKAGE) and not code.co_name.startswith("<"):
            own[f"{code.co_filename[len(PACKAGE) :].replace(os.sep, '/')}:{code.co_name}"] += times
    return own


def by_package(calls: Mapping[str, int]) -> Counter[str]:
    """The calls by folder, two deep."""
    found: Counter[str] = Counter()
    for function, times in calls.items():
        found["/".join(function.partition(":")[0].split("/")[:-1][:2]) or "."] += times
    return found


def _show(calls: Mapping[str, int], before: Mapping[str, int]) -> None:
    """The largest figures; beside ``before`` those that changed most."""
    changed = {name: calls.get(name, 0) - before.get(name, 0) for name in {*calls, *before}} if before else calls
    for name in sorted(changed, key=lambda name: (-abs(changed[name]), name))[:MOST_SHOWN]:
        if changed[name]:
            print(f"{calls.get(name, 0):10,} " + (f"{changed[name]:+10,} " if before else "") + name)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, metavar="TEXT")
    parser.add_argument("--save", type=Path, help="write the calls of every function to this file")
    parser.add_argument("--against", type=Path, help="tell what changed since this file was written")
    options = parser.parse_args(arguments)
    data = [path.read_bytes() for path in options.texts or samples()]
    calls = count_calls(data)
    before: dict[str, int] = json.loads(options.against.read_text()) if options.against else {}
    if options.save:
        options.save.write_text(json.dumps(calls, indent=0, sort_keys=True))
    size = sum(len(each.decode("utf-8", "replace")) for each in data)
    print(f"{calls.total():,} calls for {size:,} characters: {calls.total() / size:.2f} a character\n")
    _show(by_package(calls), by_package(before))
    print()
    _show(calls, before)


if __name__ == "__main__":
    main()
