"""Lists inside one paragraph: what is cut into tasks, and which enumerations stay sentences."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from notice_parse import parse_text
from notice_parse.schemas import ParsedNotice


def units(notice: ParsedNotice) -> list[list[str]]:
    return [[f"{unit.name}/{unit.role}" for unit in task.units] for task in notice.tasks]


def contents(notice: ParsedNotice) -> list[str]:
    return [task.content for task in notice.tasks]


def plan(text: str) -> ParsedNotice:
    return parse_text(f"云溪县2030年重点工作方案\n一、主要任务\n{text}\n二、保障措施\n1.加强领导。各镇要高度重视。\n")


def test_points_of_an_announcement_with_bare_brackets() -> None:
    notice = parse_text(
        "云溪县人民政府关于公布2030年决策事项目录的公告\n"
        "经研究，现将目录公布，主要内容为：1.停车规划（县住建局）；2. 2030年绿化方案（县林业局）；"
        "3.财政预算（草案）（县财政局）。\n云溪县人民政府\n2030年2月1日\n"
    )

    assert contents(notice) == ["停车规划", "2030年绿化方案", "财政预算（草案）"]
    assert units(notice) == [["县住建局/responsible"], ["县林业局/responsible"], ["县财政局/responsible"]]
    assert [task.number for task in notice.tasks] == ["1", "2", "3"]
    assert [part.layout for part in notice.parts] == ["numbered_list"]


def test_points_in_a_letter_keep_the_letters_deadlines_apart() -> None:
    notice = parse_text(
        "云溪县人民政府办公室关于做好近期工作的通知\n各镇人民政府：\n"
        "现将有关工作通知如下：1.修桥1座（县交通局牵头，县财政局配合，6月底前完成）；2.建校2所（县教育局负责）。\n"
        "请于2030年3月1日前报送方案。\n云溪县人民政府办公室\n2030年2月1日\n"
    )

    assert units(notice) == [["县交通局/lead", "县财政局/support"], ["县教育局/responsible"]]
    assert [d.due for d in notice.tasks[0].deadlines] == ["2030-06-30"]
    assert [d.due for d in notice.notice.deadlines] == ["2030-03-01"]


def test_a_sentence_behind_the_last_point_is_the_letters() -> None:
    notice = parse_text(
        "云溪县人民政府办公室关于征集决策事项的通知\n各镇人民政府：\n经研究，主要内容为：1.停车规划（县住建局）；"
        "2.聚餐办法（县市监局）；3.古树办法（县林业局）。请各经办单位在6月12日前把进度表送县府办。\n"
        "云溪县人民政府办公室\n2030年2月1日\n"
    )

    assert contents(notice) == ["停车规划", "聚餐办法", "古树办法"]
    assert [d.due for d in notice.notice.deadlines] == ["2030-06-12"]


def test_points_with_a_clause_each_are_tasks_under_their_item() -> None:
    notice = plan(
        "1.深化改革。（1）落实多证合一。推行一窗受理。（县市场监管局牵头）（2）完善登记。推行网上申请。（县数据局牵头，县司法局配合）"
    )
    tasks = [task for task in notice.tasks if task.kind == "task"]

    assert [task.number for task in tasks] == ["（1）", "（2）"]
    assert [[h.title for h in task.headings] for task in tasks] == [["主要任务", "深化改革"]] * 2
    assert [task.title for task in tasks] == ["落实多证合一", "完善登记"]
    assert units(notice)[1] == ["县数据局/lead", "县司法局/support"]


def test_circled_points_with_a_clause_each() -> None:
    notice = plan("1.优化服务。①清理证明事项。（县司法局负责）②推行网上办理。（县数据局负责）")

    assert [task.number for task in notice.tasks if task.kind == "task"] == ["①", "②"]


def test_points_that_share_a_clause_stay_one_task() -> None:
    notice = plan("1.强化监管。（1）制定清单；（2）开展检查；（3）通报结果。（县市场监管局负责）")
    tasks = [task for task in notice.tasks if task.kind == "task"]

    assert [task.number for task in tasks] == ["1"]
    assert tasks[0].content == "（1）制定清单；（2）开展检查；（3）通报结果。"


def test_label_fields_in_one_paragraph() -> None:
    notice = parse_text(
        "现将实事项目进展公布如下。 1.地铁一期投入试运营。 牵头领导：林某某 责任单位：市地铁指挥部 项目责任人：尹某某"
        " 实际完成情况：已于5月通车。 2.新装300套设备。 牵头领导：王某某 责任单位：市公安局"
        " 配合单位：市城管局、市财政局 东区 西区 合计 2 5 7 3.新辟线路10条。"
        " 责任单位：市交通委，各区政府 完成时限：2030年6月底前\n"
    )

    assert contents(notice) == ["地铁一期投入试运营。", "新装300套设备。", "新辟线路10条。"]
    assert units(notice) == [
        ["市地铁指挥部/responsible"],
        ["市公安局/responsible", "市城管局/support", "市财政局/support"],
        ["市交通委/responsible", "各区政府/responsible"],
    ]
    assert [[p.name for p in task.persons] for task in notice.tasks] == [["林某某", "尹某某"], ["王某某"], []]
    assert [d.due for d in notice.tasks[2].deadlines] == ["2030-06-30"]


def test_label_fields_behind_an_item_of_a_plan() -> None:
    notice = plan(
        "1.投资增长5%。 牵头单位：县发改局 责任单位：各镇人民政府\n2.新建学校。 牵头单位：县教育局 责任单位：县住建局"
    )

    assert units(notice)[:2] == [
        ["县发改局/lead", "各镇人民政府/responsible"],
        ["县教育局/lead", "县住建局/responsible"],
    ]


def test_the_first_field_may_stand_right_behind_the_task() -> None:
    notice = plan("1.修桥1座。责任单位：县交通局 责任人：李华 完成时限：9月底前")

    assert units(notice)[0] == ["县交通局/responsible"]
    assert [p.name for p in notice.tasks[0].persons] == ["李华"]
    assert [d.due for d in notice.tasks[0].deadlines] == ["2030-09-30"]


def test_numbers_before_a_year_count_and_decimals_do_not() -> None:
    notice = parse_text(
        "主要内容：1.拓宽道路1.5公里（县交通局）；2.2031年修缮计划（县住建局）；3.增绿2.5万亩（县林业局）。\n"
    )

    assert contents(notice) == ["拓宽道路1.5公里", "2031年修缮计划", "增绿2.5万亩"]


@pytest.mark.parametrize(
    "labels", [("一、", "二、"), ("（一）", "（二）"), ("1、", "2、"), ("（1）", "（2）"), ("①", "②")]
)
def test_points_of_every_number_style(labels: tuple[str, str]) -> None:
    notice = parse_text(f"今年的重点工作：{labels[0]}编制停车规划（县住建局）；{labels[1]}修缮老桥（县交通局）。\n")

    assert contents(notice) == ["编制停车规划", "修缮老桥"]
    assert [task.number for task in notice.tasks] == [label.rstrip("、") for label in labels]


def test_text_behind_the_last_point_is_no_part_of_it() -> None:
    notice = parse_text("主要内容：1.停车规划（县住建局）；2.绿化方案（县林业局）。各单位要认真组织实施。\n")

    assert contents(notice) == ["停车规划", "绿化方案"] or notice.tasks == []


@pytest.mark.parametrize(
    "text",
    [
        "会议要求做到以下几点：1.提高认识；2.加强领导；3.落实责任（详见附件）。各单位要认真执行。",
        "申请材料包括：1.申请书（一式两份）；2.身份证（复印件）；3.营业执照（副本）。请按时提交到窗口办理。",
        "存在的问题：（1）认识不足；（2）进度缓慢；（3）配合不够。下一步要认真整改，确保取得实效。",
        "联系方式：1.咨询电话：12345 2.监督电话：67890 3.电子邮箱：a@example.com，欢迎来信来电反映。",
        "一是提高站位；二是压实责任；三是强化督查。2.各单位要密切配合，1.牵头单位要负总责，做好落实工作。",
        "工程全长2.1公里，设车站3座；2.2公里绿道同步建成，1.环湖段，2.滨江段，均已完工并投入使用。",
    ],
)
def test_enumerations_without_clauses_are_no_tasks(text: str) -> None:
    assert [task for task in parse_text(text + "\n").tasks if task.kind == "task"] == []


def test_one_point_with_a_clause_is_no_list() -> None:
    assert parse_text("重点做好以下工作：1.修桥（县交通局负责）；2.修路；3.建校；4.绿化。请认真落实。\n").tasks == []


PIECES = [
    "1.",
    "2.",
    "3.",
    "（1）",
    "（2）",
    "①",
    "②",
    "修桥",
    "（县交通局）",
    "；",
    "。",
    " 责任单位：",
    "县水利局",
    " ",
    "\n",
    "（",
    "：",
    "2030年",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("1.（县交通局）1.（县交通局）1.（县交通局）")
def test_any_mixture_gives_a_notice_whose_spans_hold(text: str) -> None:
    notice = parse_text(text)

    for task in notice.tasks:
        assert 0 <= task.span.start < task.span.end <= len(text)


def test_a_long_line_gives_every_point() -> None:
    text = "主要内容：" + "；".join(f"{n}.修桥{n}座（县交通局）" for n in range(1, 91)) + "。\n"
    assert len(parse_text(text).tasks) == 90
