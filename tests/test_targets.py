"""Properties of the reader of targets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from notice_parse.parsers.fields.targets import read_targets

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
