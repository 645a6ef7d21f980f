"""What reading the samples takes, counted in calls of the program's own functions: no clock, so that no busy machine fails it.

Time creeps up by changes that are each too small to be measured. A change that calls a tenth of a function more for every
character of a notice should read more for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from calls import count_calls, samples

#: Calls a character of the samples: a few per cent above what they were when the figure was set.
CEILING = 8.7
#: Raised for a good reason alone, lowered when calls were saved.
HOW_TO_LOOK = (
    "run `python benchmarks/calls.py --save before.json` in a tree of the main branch and "
    "`python benchmarks/calls.py --against before.json` in this one to see what is called more often"
)
#: Versions of Python that were seen to count alike.
KNOWN = ((3, 10), (3, 11), (3, 12), (3, 13))


@pytest.mark.skipif(sys.version_info[:2] not in KNOWN, reason="the ceiling holds for Python 3.10 to 3.13")
@pytest.mark.skipif(sys.getprofile() is not None, reason="a profiler that runs already counts itself")
def test_reading_takes_no_more_calls_than_it_did() -> None:
    texts = [path.read_bytes() for path in samples()]
    characters = sum(len(text.decode("utf-8", "replace")) for text in texts)
    calls = count_calls(texts).total() / characters
    assert calls <= CEILING, f"{calls:.2f} calls a character, at most {CEILING}: {HOW_TO_LOOK}"


def test_calls_are_counted_alike_each_time() -> None:
    text = samples()[0].read_bytes()
    counted = count_calls([text])
    assert counted == count_calls([text])
    assert counted["api.py:read_bytes"] == counted["api.py:_record"] == 1
    assert not any(name.endswith(">") for name in counted)
