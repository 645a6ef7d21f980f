"""Mutated notices by the thousand, and the promises that must hold for every one of them.

    python benchmarks/fuzz.py --inputs 100000 --jobs 2          # mutations of samples (and ../shared/seeds, if there)
    python benchmarks/fuzz.py --shapes                          # pathological shapes x sizes: is time linear?
    python benchmarks/fuzz.py --random-shapes 1000              # shapes put together at random: which are not linear?

Inputs are reproducible: the n-th depends on ``--seed`` and n alone, whatever ``--jobs`` is. For each kind of broken
promise the first input is made smaller and written to ``--save``. Exit code 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parent))

from mutations import corpus, mutated
from promises import Broken, broken_promises
from random_shapes import steep
from shapes import table

CHUNK = 50
"""Inputs a worker takes at once."""


def main() -> int:
    """Run what the command line asks for; 1 when a promise was broken."""
    options = _options()
    if options.shapes or options.random_shapes:
        return _shapes(options)
    start = time.monotonic()
    tried, found = _run(options)
    seconds = time.monotonic() - start
    print(
        f"{tried['inputs']:,} inputs in {seconds:,.0f} s, {tried['refused']:,} refused as no text, seed {options.seed}"
    )
    for kind, number in found.counts.most_common():
        print(f"{number:7,}  {kind}\n         {found.report(kind, options.save)}")
    print(f"broken promises: {sum(found.counts.values()):,} in {len(found.counts)} kinds")
    return int(bool(found.counts))


def _shapes(options: argparse.Namespace) -> int:
    lines = table(options.sizes) if options.shapes else steep(options.random_shapes, options.seed)
    number = 0
    for line, grows in lines:
        print(line, flush=True)
        number += grows
    print(f"shapes that grow faster than the text: {number}")
    return int(number > 0)


class _Found:
    """Broken promises by kind, with the shortest input of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.inputs: dict[str, bytes] = {}

    def add(self, broken: Broken, data: bytes) -> None:
        self.counts[broken.kind] += 1
        if broken.kind not in self.inputs or len(data) < len(self.inputs[broken.kind]):
            self.inputs[broken.kind] = data

    def report(self, kind: str, folder: Path) -> str:
        data = smaller(self.inputs[kind], kind)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{crc32(kind.encode()):08x}.txt"
        file.write_bytes(data)
        return f"{file}: {data.decode('utf-8', 'backslashreplace')[:200]!r}"


def smaller(data: bytes, kind: str, seconds: float = 20.0) -> bytes:
    """A shorter input that breaks the same promise: pieces are cut out as long as it still does."""
    until = time.monotonic() + seconds
    size = max(1, len(data) // 2)
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            shorter = data[:at] + data[at + size :]
            if any(broken.kind == kind for broken in broken_promises(shorter)):
                data = shorter
            else:
                at += size
        size //= 2
    return data


def _run(options: argparse.Namespace) -> tuple[Counter[str], _Found]:
    chunks = [(options.seed, start, min(CHUNK, options.inputs - start)) for start in range(0, options.inputs, CHUNK)]
    tried: Counter[str] = Counter()
    found = _Found()
    with multiprocessing.Pool(options.jobs) as pool:
        for numbers, broken in pool.imap_unordered(_chunk, chunks):
            tried.update(numbers)
            for each, data in broken:
                found.add(each, data)
            if sys.stderr.isatty():
                print(f"\r{tried['inputs']:,} inputs, {sum(found.counts.values())} broken", end="", file=sys.stderr)
    return tried, found


def _chunk(chunk: tuple[int, int, int]) -> tuple[Counter[str], list[tuple[Broken, bytes]]]:
    numbers: Counter[str] = Counter()
    broken: list[tuple[Broken, bytes]] = []
    for data in _inputs(*chunk):
        numbers["inputs"] += 1
        for each in broken_promises(data, thorough=numbers["inputs"] % 10 == 0):
            if each.kind == "refused":
                numbers["refused"] += 1
            else:
                broken.append((each, data))
    return numbers, broken


def _inputs(seed: int, start: int, number: int) -> Iterator[bytes]:
    texts = corpus()
    for index in range(start, start + number):
        yield mutated(texts, Random(f"{seed}/{index}"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--save", type=Path, default=Path("fuzz-found"))
    parser.add_argument("--shapes", action="store_true")
    parser.add_argument("--random-shapes", type=int, metavar="NUMBER")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
