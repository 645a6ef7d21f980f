"""Properties of the frame: they hold for any text."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse.parsers.frame import Frame, read_frame
from notice_parse.parsers.text.document import split_lines
from notice_parse.schemas.models import SegmentLabel

PIECES = [
    *[
        "青禾县人民政府办公室",
        "关于印发《2030年重点任务分工方案》的通知",
        "青府办〔2030〕5号",
        "各乡镇人民政府，县直各部门：",
    ],
    *["现将方案印发给你们，请认真贯彻执行。", "2030年4月9日", "203049", "2030年2月30日", "附件"],
    *[
        "附件：1.任务表 2.名单",
        "附件1：任务清单",
        "2030年重点任务分工方案",
        "序号 | 任务 | 单位 |",
        "1 | 修桥 | 县交通局 |",
    ],
    *[
        "一、加强领导",
        "（一）修路。（县交通局负责）",
        "索引号：000",
        "发布时间：2030-04-11 10:12",
        "首页 > 政务公开",
        "分享到：",
    ],
    *["", "  ", "|", "《", "》", "（", "：", "号"],
]
LABELS = {*get_args(SegmentLabel), "body", ""}

pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("\n".join)


def frame_of(text: str, bodies: list[tuple[int, int]] | None = None) -> Frame:
    return read_frame(text, split_lines(text), bodies or [])


@settings(max_examples=300, deadline=None)
@given(pages, st.integers(0, 20), st.integers(0, 8))
def test_any_text_gives_a_frame_within_it(text: str, first: int, length: int) -> None:
    lines = split_lines(text)
    last = min(first + length, len(lines))
    bodies = [(first, last)] if first < last else []
    frame = read_frame(text, lines, bodies)

    assert len(frame.labels) == len(lines)
    assert set(frame.labels) <= LABELS
    assert all(frame.labels[index] == "body" for index in range(*bodies[0])) if bodies else True
    found = [frame.title, frame.plan_title, frame.document_number, frame.issued_on, frame.published_at]
    spans = [(f.start, f.end) for f in (*found, *frame.issuers, *frame.addressees) if f is not None]
    spans += [(a.start, a.end) for a in frame.attachments] + [(d.start, d.end) for d in frame.doubts]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    for part in (frame.letter, frame.plan, *((first, last) for first, last, _ in frame.plan_titles)):
        assert part is None or 0 <= part[0] <= part[1] <= len(lines)


@settings(max_examples=200, deadline=None)
@given(pages)
def test_a_value_is_what_its_range_prints(text: str) -> None:
    frame = frame_of(text)
    printed = [f for f in (frame.title, frame.plan_title, frame.document_number, *frame.issuers) if f is not None]
    for found in (*printed, *frame.addressees):
        assert "".join(text[found.start : found.end].split()).replace("〈", "《").replace("〉", "》") == "".join(
            found.value.split()
        ).replace("〈", "《").replace("〉", "》")


PAGE = """\
首页 > 政务公开
青禾县人民政府办公室关于印发2030年任务分工方案的通知
青府办〔2030〕5号

各乡镇人民政府：
现将《2030年任务分工方案》印发给你们，请认真贯彻执行。
附件：联系人名单
青禾县人民政府办公室
2030年4月9日
2030年任务分工方案
任务 | 单位 |
修桥 | 县交通局 |
抄送：县委办公室。
分享到："""


def test_labels_of_a_page() -> None:
    frame = frame_of(PAGE, [(10, 12)])
    head = ("page_chrome", "title", "document_number", "blank", "addressees", "letter")
    end_of_letter = ("attachment", "signature", "date")
    plan_and_foot = ("title", "body", "body", "metadata", "page_chrome")
    assert frame.labels == head + end_of_letter + plan_and_foot
    assert (frame.letter, frame.plan) == ((4, 9), (10, 12))


def test_a_lost_sign_of_a_date_is_reported() -> None:
    text = "各乡镇人民政府：\n现将方案印发给你们。\n青禾县人民政府\n2030628"
    frame = frame_of(text)
    assert frame.issued_on is not None and frame.issued_on.value == "2030-06-28"
    assert [d.detail for d in frame.doubts if d.rule == "characters-restored"] == ["2030-06-28"]


def test_a_day_that_the_calendar_lacks_is_reported() -> None:
    frame = frame_of("各乡镇人民政府：\n现将方案印发给你们。\n青禾县人民政府\n2030年2月30日")
    assert frame.issued_on is None
    assert "date-does-not-exist" in [doubt.rule for doubt in frame.doubts]


def test_a_title_of_few_characters_is_its_own_copy() -> None:
    assert frame_of("关于甲的通知\n各单位：").title is not None
