"""Properties of the deadline reader that hold for any text, and its public function."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from notice_parse.parsers.deadlines import Clock, Where, deadline_likeness, has_deadline, read_deadlines
from notice_parse.parsers.deadlines.public import parse_deadlines

CLOCK = Clock(date(2030, 4, 26))
WHERE: tuple[Where, ...] = ("cell", "clause", "text", "open")
SIGNS = "0123456789一二三四五六七八九十年月日号周季旬前后内起至到底末初中每按个的、，。；：（）《》“”〔〕-—~/. \n"
WORDS = [
    "2030年",
    "12月",
    "季度",
    "工作日",
    "小时",
    "之日",
    "半年",
    "全年",
    "十四五",
    "持续推进",
    "印发",
    "完成",
    "市教育局",
    "以前",
]
PIECES = [*SIGNS, *WORDS]
RULE = re.compile(
    r"FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)(?:;INTERVAL=\d+)?(?:;BYMONTH=[\d,]+)?(?:;BYMONTHDAY=[\d,-]+)?"
    r"(?:;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)?(?:;BYSETPOS=-?\d+)?"
)

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


@settings(max_examples=400, deadline=None)
@given(texts, st.sampled_from(WHERE))
@example("2030年2月30日前，6月31日", "cell")
@example("１２月 底\n前", "text")
def test_any_text_reads_to_drafts_that_lie_in_it(text: str, where: Where) -> None:
    for clock in (CLOCK, Clock(), Clock(plan_year=2031), Clock(date(2030, 4, 26), plan_years=(2030, 2031))):
        reading = read_deadlines(text, clock, where)
        for draft in reading.deadlines:
            assert draft.text and text[draft.begin : draft.end] == draft.text
            for day in (draft.start, draft.due):
                assert day is None or date.fromisoformat(day)
            assert not (draft.start and draft.due) or draft.start <= draft.due
            assert draft.rrule is None or RULE.fullmatch(draft.rrule), draft.rrule
            assert (draft.kind == "recurring") or draft.rrule is None
        for doubt in reading.doubts:
            assert 0 <= doubt.start < doubt.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_likeness_is_a_share_and_the_quick_look_agrees_with_the_reading(text: str) -> None:
    assert 0.0 <= deadline_likeness(text) <= 1.0
    assert has_deadline(text) or not read_deadlines(text, CLOCK, "clause").deadlines


@settings(max_examples=100, deadline=None)
@given(texts)
def test_public_spans_cut_the_text_that_they_claim(text: str) -> None:
    for deadline in parse_deadlines(text, base=date(2030, 4, 26)):
        assert text[deadline.span.start : deadline.span.end] == deadline.text
        assert 1 <= deadline.span.line <= deadline.span.end_line


def test_public_lines_count_every_kind_of_line_end() -> None:
    (deadline,) = parse_deadlines("甲\r\n乙\r丙\n12月\n底前", base=date(2030, 4, 26))
    assert (deadline.span.line, deadline.span.end_line, deadline.due) == (4, 5, "2030-12-31")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("12月底前", 1.0, 1.0),
        ("2031年年底前完成", 1.0, 1.0),
        ("2031年2月公布草案，2031年8月公布结果", 0.7, 1.0),
        ("持续推进", 1.0, 1.0),
        ("适时", 0.5, 1.0),
        ("12345", 0.0, 0.0),
        ("202211", 0.5, 1.0),
        ("县教育局", 0.0, 0.0),
        ("新建停车场3处，新增泊位200个", 0.0, 0.0),
        ("梳理公共服务事项，按照统一标准编制目录和办事指南，12月底前公开，并根据职能变化及时调整更新", 0.0, 0.4),
        ("2030年重大项目建设计划", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)  # fmt: skip
def test_likeness_tells_deadline_cells_from_others(text: str, least: float, most: float) -> None:
    assert least <= deadline_likeness(text) <= most


def test_the_public_reader_cleans_what_it_reads() -> None:
    texts = ("持續推進", "12月底(dǐ)前", "２０３０年１０月", "自收到之日起１０個工作日內")
    found = [deadline for text in texts for deadline in parse_deadlines(text, base=date(2030, 4, 26))]
    assert [(deadline.kind, deadline.due) for deadline in found] == [
        ("ongoing", None),
        ("by", "2030-12-31"),
        ("by", "2030-10-31"),
        ("relative", None),
    ]
    assert [deadline.text for deadline in found] == list(texts)
