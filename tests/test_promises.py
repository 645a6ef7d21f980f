"""What holds for any input whatever: no exception, segments that join, spans that re-slice, YAML and JSON alike.

The long run is ``python benchmarks/fuzz.py``; this is its first few inputs, and hypothesis on the same promises.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from case_files import Case, read_cases
from mutations import PIECES, corpus, mutated
from promises import broken_promises
from shapes import SHAPES, build, places

CASES = Path(__file__).parent / "cases"
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8), st.just("\n")), max_size=40).map("".join)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(TEXTS)
def test_any_text(text: str) -> None:
    assert {broken.kind for broken in broken_promises(text.encode("utf-8", "surrogatepass"))} <= {"refused"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert {broken.kind for broken in broken_promises(data)} <= {"refused"}


DAMAGED = [case for file in sorted(CASES.glob("normalize-*.md")) for case in read_cases(file)]


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case.name)
def test_damaged_text_in_a_task(case: Case) -> None:
    text = f"云溪县2031年重点任务分工方案\n1.修桥。（县交通局负责）\n2.{case.text}（县财政局负责）\n3.清淤。（县水利局负责）"
    assert broken_promises(text.encode()) == []


@pytest.mark.parametrize("chunk", range(3))
def test_mutated_notices(chunk: int) -> None:
    texts = corpus()
    for index in range(chunk * 50, chunk * 50 + 50):
        broken = broken_promises(mutated(texts, Random(f"1/{index}")), thorough=index % 10 == 0)
        assert {each.kind for each in broken} <= {"refused"}, broken


#: What the long run has found, mended since.
FOUND = {
    "a unit behind another cell of its row": "具体举措|部门|完成时限\n\ufffd |\ufffd |市|2|扰|市司法局\n1||邀请企业|办公室|||\n1|||公室|直各部|\ufffd",
    "a mark alone below a drawn row": "┌──┬──┐\n│任务│单位│\n├──┼──┤\n│▪修│局│\n│  ├──┤\n│",
    "a row that says only 同上": "序号 | 任务 | 责任单位 |\n2\n| 同上 |\n└──┴──┘\n县教育局\n| 1 | 修桥 | 县教育局 |\n完成时限\n序号 | 任务 | 责任单位 |\n同上",
    "the same below rows with more cells": "1 | 修桥\nNO.1\n+---+---+\n序号 | 任务 | 责任单位 |\nPART 2\n│▪修│局│\n│  ├──┤\n1\n整治市容\n序号 | 任务 | 责任单位 |\n| 1 | 修桥 | 县教育局 |\n|---|---|\n序号\n| 同上 |\n同上\n\t1\t修桥\t县局",
    "a glued row without units": "序号整治任务单位完成时间1清4月底前2城",
}


@pytest.mark.parametrize("name", FOUND)
def test_what_the_long_run_found(name: str) -> None:
    assert broken_promises(FOUND[name].encode()) == []


@pytest.mark.parametrize("name", SHAPES)
def test_pathological_shapes(name: str) -> None:
    for place in places(SHAPES[name]).values():
        assert broken_promises(build(SHAPES[name], 300, place).encode()) == [], place
