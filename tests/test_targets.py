"""Properties of the reader of targets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notice_parse.parsers.fields.targets import TargetDraft, read_targets

WORDS = [
    "不低于",
    "4",
    "%",
    "200",
    "个",
    "以上",
    "至少",
    "百分之",
    "九十",
    "三家",
    "1,200",
    "1.5",
    "万",
    "亩",
    "-",
    "至",
]
MORE_WORDS = ["左右", "新建", "学校", "达", "，", "的", "年", "小时"]
pieces = st.lists(st.sampled_from(WORDS + MORE_WORDS) | st.text(max_size=3))


@given(pieces.map("".join))
def test_targets_lie_in_order_inside_the_text(text: str) -> None:
    ends = 0
    for target in read_targets(text):
        assert ends <= target.start < target.end <= len(text)
        assert "".join(text[target.start : target.end].split()) == "".join(target.text.split())
        assert (target.comparator == "range") == (target.high is not None)
        ends = target.end


def test_a_text_without_numbers_has_none() -> None:
    assert read_targets("完善制度，加强督查") == ()


def battery() -> Iterator[tuple[str, list[str]]]:
    """The sentences of the battery and the lines of what has to be reached; those that are known to fail are left out."""
    sentence, lines = "", list[str]()
    for line in (Path(__file__).parent / "battery" / "targets.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            lines.append(line.strip())
        elif not line.startswith("#"):
            if sentence and not sentence.startswith("!"):
                yield sentence, lines
            sentence, lines = line, []
    yield sentence, lines


@pytest.mark.parametrize(("sentence", "expected"), list(battery()))
def test_battery(sentence: str, expected: list[str]) -> None:
    assert [line(target) for target in read_targets(sentence)] == expected


def line(target: TargetDraft) -> str:
    """A target as the battery writes it."""
    value = f"{target.value}" if target.high is None else f"{target.value}..{target.high}"
    return " ".join([target.text, target.subject or "-", target.comparator, value, target.unit or "-"])
