"""Where the plan ends and what its lines are: pages with the expected label in front of every line.

``-`` stands for a line of the plan that the frame leaves to the list and table readers.
"""

from __future__ import annotations

import pytest
from notice_parse.parsers.document import split_lines
from notice_parse.parsers.frame import read_frame

PAGES = {
    "labels of the last item are no page furniture": """\
title 2030年环境整治任务分工
- 1.整治农村公路18处。
- 承办单位：市生态环境局
- 完成时限：10月底前
- 2.改造文化广场29处。
- 承办单位：市卫生健康局
- 完成时限：6月底前
""",
    "the same words in the foot of a page are": """\
title 2030年环境整治任务分工
- 1.整治农村公路18处。
- 责任单位：市生态环境局
- 2.改造文化广场29处。
- 责任单位：市卫生健康局
page_chrome 主办单位：某市人民政府办公室
page_chrome 承办单位：某市大数据中心
""",
}


@pytest.mark.parametrize("name", PAGES)
def test_labels_of_lines(name: str) -> None:
    rows = [line.split(" ", 1) for line in PAGES[name].splitlines()]
    text = "\n".join(printed for _, printed in rows)
    frame = read_frame(text, split_lines(text), [])
    plan = frame.plan or (0, 0)
    got = [label or ("-" if plan[0] <= index < plan[1] else "?") for index, label in enumerate(frame.labels)]
    assert [f"{label} {printed}" for label, (_, printed) in zip(got, rows, strict=True)] == PAGES[name].splitlines()
