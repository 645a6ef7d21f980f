"""Where the plan ends and what its lines are: pages with the expected label in front of every line.

``-`` stands for a line of the plan that the frame leaves to the list and table readers.
"""

from __future__ import annotations

import pytest
from notice_parse.parsers.frame import read_frame
from notice_parse.parsers.text.document import split_lines

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
    "a page of label lines without title and numbers": """\
- 任务：修桥三座。
- 责任单位：县交通局
- 完成时限：6月底前
- 任务：建路五条。
- 责任单位：县住建局
""",
    "items without numbers that end in clauses": """\
page_chrome 首页 > 政务公开
- 整治农村公路18处。（责任单位：市生态环境局）
- 修缮应急避难场所。（责任单位：市应急管理局）
page_chrome 分享到：
""",
    "rarer labels": """\
title 青禾县2030年重点任务
- 专项一：优化营商环境
- 任务1：整治农村公路18处。
- 责任单位：市生态环境局
- 专项二：提升服务
- 任务2：修缮应急避难场所。
- 责任单位：市应急管理局
""",
    "numbers and a blank": """\
addressees 各乡镇人民政府：
letter 现将2030年任务分工方案印发给你们，请认真贯彻执行。
signature 青禾县人民政府
date 2030年3月10日
title 2030年任务分工方案
- 一 优化营商环境
- 1 整治农村公路18处（责任单位：市生态环境局）
- 二 提升服务
- 2 新建服务站（责任单位：市民政局）
""",
    "bullets": """\
page_chrome • 首页
metadata • 主题分类：综合政务
- • 整治农村公路18处，切实改善人居环境（责任单位：市生态环境局）
- • 修缮应急避难场所（责任单位：市应急管理局）
""",
    "closing words below the last item": """\
title 青禾县2030年任务分工方案
- 一、重点任务
- （一）整治农村公路。整治农村公路18处。（责任单位：市生态环境局）
- 二、工作要求
- （一）加强领导。
- 各单位要高度重视，抓好落实。
- （二）强化督查。
- 各单位要结合实际制定方案，抓好落实。
letter 各乡镇要在2030年5月底前报送总结。
letter 本方案自印发之日起施行，有效期5年。
""",
    "closing words of a notice that is its own plan": """\
addressees 各乡镇人民政府：
letter 现将有关事项通知如下：
- 一、整治农村公路18处。（责任单位：市生态环境局）
- 二、修缮应急避难场所。（责任单位：市应急管理局）
letter 各乡镇要结合实际制定方案，于2030年5月底前报送县政府办公室。
signature 青禾县人民政府办公室
date 2030年3月10日
""",
    "page numbers and running heads": """\
addressees 各乡镇人民政府：
letter 现将2030年任务分工方案印发给你们，请认真贯彻执行。
signature 青禾县人民政府
date 2030年3月10日
page_chrome — 1 —
title 2030年任务分工方案
- 一、整治农村公路18处。（责任单位：市生态环境局）
page_chrome — 2 —
page_chrome 青禾县人民政府公报
- 二、修缮应急避难
page_chrome — 3 —
page_chrome 青禾县人民政府公报
- 场所。（责任单位：市应急管理局）
""",
    "a contact at the end of the last sentence": """\
title 青禾县2030年任务分工方案
- 一、重点任务
- 1.整治农村公路18处。（责任单位：市生态环境局）
- 二、工作要求
- 各单位要于每月25日前报送进展（联系人：某某，电话：000）。县政府督查室每季度通报一次。
attachment 附件：1.任务清单
attachment 2.联系表
page_chrome 主办：青禾县人民政府办公室 联系电话：000
""",
    "points of a letter that name offices are a plan although a table is attached": """\
addressees 各有关单位：
letter 现将任务分解如下：
- 一是修桥三座（县交通局）；
- 二是建路五条（县住建局）。
signature 青禾县人民政府
date 2030年3月1日
attachment 附：任务分解表
""",
    "words to everybody below a clause": """\
title 青禾县2030年任务分工方案
- 1.完善河道堤防6个。（责任单位：市水利局）
- 2.整治农村公路。
- 责任单位：市交通局
letter 各责任单位要统一思想，把任务做实。
""",
    "a note below the last label line": """\
title 青禾县教育局 2030年任务分解表
- 1.修桥三座。
- 责任单位：县交通局
- 2.建路五条。
- 责任单位：县住建局
letter 注：本表由县发改局解释。
""",
    "the number under a plan's title is none of its text": """\
addressees 各乡镇人民政府：
letter 现将2030年任务分工方案印发给你们，请认真贯彻执行。
signature 青禾县人民政府
date 2030年3月10日
title 2030年任务分工方案
document_number （青政字〔2030〕2号）
- 一、重点任务
- （一）整治农村公路18处。（责任单位：市生态环境局）
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
