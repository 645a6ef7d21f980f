"""Made tables as real pages flatten and damage them: no fewer are read right than were, and no more wrong without a word.

``python benchmarks/made.py --hard``, ``--damaged`` and ``--glued`` tell which are wrong, and how. What is gained is kept by raising the
floors; a change that has to lower one says why.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from made import compare
from made_damaged import make_damaged
from made_glued import make_glued
from made_hard import make_hard
from made_notices import Made

#: How many tables are read, how many of their tasks are right at least, and how many have a wrong unit or time that no
#: diagnostic tells of, at most.
FLOORS = {
    "hard": (make_hard, 200, 2360, 2),
    "damaged": (make_damaged, 120, 1477, 2),
    "glued": (make_glued, 100, 1080, 0),
}


@pytest.mark.parametrize(("maker", "count", "right", "silent"), FLOORS.values(), ids=FLOORS)
def test_made_tables(maker: Callable[[int], Made], count: int, right: int, silent: int) -> None:
    found, faults = 0, Counter[str]()
    for seed in range(count):
        good, wrong = compare(maker(seed))
        found += good
        faults += wrong
    assert found >= right, f"{right - found} tasks are read wrong that were right: {dict(faults)}"
    assert faults["silent"] <= silent, f"{faults['silent'] - silent} more wrong units or times without a diagnostic"
