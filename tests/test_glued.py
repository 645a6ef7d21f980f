"""Tables whose cells are glued together: how heads, rows and names are cut, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse import parse_text
from notice_parse.schemas import ParsedNotice

TITLE = "2030年云溪区民生实事任务分解表\n"
HEADS = "序号项目名称工作内容牵头单位责任单位"
ROWS = (
    "1学位供给新建学校2所，新增公办学位3000个。区教育局各街道办事处"
    "2稳定就业新增就业6000人，举办招聘会20场。区人社局区财政局、区民政局"
    "3改善出行打通断头路3条。区交通运输局区住建局"
)


def read(text: str) -> ParsedNotice:
    return parse_text(TITLE + text, segments=True)


def units(notice: ParsedNotice) -> list[list[str]]:
    return [[f"{unit.name}/{unit.role}" for unit in task.units] for task in notice.tasks]


def contents(notice: ParsedNotice) -> list[str]:
    return [task.content for task in notice.tasks]


def codes(notice: ParsedNotice) -> list[str]:
    return [diagnostic.name for diagnostic in notice.diagnostics]


def test_rows_are_counted_and_names_go_to_their_columns() -> None:
    notice = read(HEADS + ROWS)

    assert [task.number for task in notice.tasks] == ["1", "2", "3"]
    assert contents(notice) == [
        "学位供给新建学校2所，新增公办学位3000个。",
        "稳定就业新增就业6000人，举办招聘会20场。",
        "改善出行打通断头路3条。",
    ]
    assert units(notice) == [
        ["区教育局/lead", "各街道办事处/responsible"],
        ["区人社局/lead", "区财政局/responsible", "区民政局/responsible"],
        ["区交通运输局/lead", "区住建局/responsible"],
    ]
    assert [part.layout for part in notice.parts] == ["heading_rows"]
    assert codes(notice).count("layout-uncertain") == 1


def test_a_deadline_stands_behind_the_units() -> None:
    notice = read(
        "序号整治任务责任单位配合单位完成时间1清洗主次干道护栏42公里。环卫所机扫公司2030年4月底前"
        "2拆除违规店招160块。市容中队东关街道办事处2030年5月底前3规范马路市场3处。执法大队区商务局12月10日前"
    )

    assert [[d.due for d in task.deadlines] for task in notice.tasks] == [
        ["2030-04-30"],
        ["2030-05-31"],
        ["2030-12-10"],
    ]
    assert units(notice)[0] == ["环卫所/responsible", "机扫公司/support"]
    assert units(notice)[1] == ["市容中队/responsible", "东关街道办事处/support"]


def test_people_are_told_by_their_surnames() -> None:
    notice = read(
        "序号工作任务分管领导牵头单位配合单位1抓好春耕备耕。周文海区农业农村局各镇"
        "2落实防汛物资。李某教育局高新园（东庄镇）各街道3扩种油菜2万亩。周文海林业局长禾公司"
    )

    assert [[p.name for p in task.persons] for task in notice.tasks] == [["周文海"], ["李某"], ["周文海"]]
    assert units(notice) == [
        ["区农业农村局/lead", "各镇/support"],
        ["教育局/lead", "高新园（东庄镇）/support", "各街道/support"],
        ["林业局/lead", "长禾公司/support"],
    ]
    assert "list-split-without-separators" in codes(notice)


def test_page_markers_between_rows_are_no_text() -> None:
    notice = read(
        "1、2030年任务分解表序号工作任务牵头单位配合单位1新建驿站7家。区民政局各街道2改造公厕9座。区城管局高新园（东庄\n"
        "2、镇）各街道3修建绿道4公里。区园林局各街道\n更多文档请登录后查看"
    )

    assert contents(notice) == ["新建驿站7家。", "改造公厕9座。", "修建绿道4公里。"]
    assert units(notice)[1] == ["区城管局/lead", "高新园（东庄镇）/support", "各街道/support"]


def test_a_wrapped_table_goes_on_while_its_numbers_count() -> None:
    broken = ROWS.replace("学位3000", "学位\n3000").replace("区交通", "区交\n通")
    notice = read(HEADS + broken + "\n本文由用户上传分享")

    assert units(notice) == units(read(HEADS + ROWS))


def test_rows_may_stand_on_lines_of_their_own() -> None:
    lines = ROWS.replace("2稳定", "\n2稳定").replace("3改善", "\n3改善")

    assert contents(read(HEADS + "\n" + lines + "\n附件：2.名单")) == contents(read(HEADS + ROWS))


def test_heads_may_lack_the_number_column() -> None:
    notice = read(
        "项目名称主要任务牵头单位配合单位完成时限备注1.企业培育新增企业20家。区工信局区统计局，各镇12月底前无"
        "2.招商引资引进项目8个。区商务局区发改局长期推进无"
    )

    assert [task.number for task in notice.tasks] == ["1", "2"]
    assert units(notice)[1] == ["区商务局/lead", "区发改局/support"]
    assert [d.kind for d in notice.tasks[1].deadlines] == ["ongoing"]


def test_sums_beside_the_units_are_fields() -> None:
    notice = read(
        "序号项目名称建设内容总投资（万元）责任单位1溪大桥新建桥梁1座。12000区交通局2滨江公园绿化3万平方米。5600区园林局"
    )

    assert units(notice) == [["区交通局/responsible"], ["区园林局/responsible"]]
    assert [[field.text for field in task.fields] for task in notice.tasks] == [["12000"], ["5600"]]


def test_words_among_the_units_decide_their_roles() -> None:
    notice = read("序号工作任务责任单位完成时限1建设平台。区城管局牵头，区数据局配合6月底2更新路灯300盏。区住建局7月底")

    assert units(notice) == [["区城管局/lead", "区数据局/support"], ["区住建局/responsible"]]


def test_units_may_stand_left_of_the_task() -> None:
    notice = read("序号责任单位工作任务完成时限1区住建局编制停车规划。5月底前2区水利局修订管护办法。9月底前")

    assert contents(notice) == ["编制停车规划。", "修订管护办法。"]
    assert units(notice) == [["区住建局/responsible"], ["区水利局/responsible"]]


def test_sure_names_end_a_text_without_full_stop() -> None:
    notice = read("序号工作任务责任单位完成时限1清洗护栏42公里区城管局4月底前2改造老旧小区住宅5栋区住建局5月底前")

    assert contents(notice) == ["清洗护栏42公里", "改造老旧小区住宅5栋"]
    assert [[d.due for d in task.deadlines] for task in notice.tasks] == [["2030-04-30"], ["2030-05-31"]]


def test_what_cannot_be_cut_stays_text_and_takes_nothing_from_above() -> None:
    notice = read(HEADS + ROWS + "4守护健康建设健康驿站4家。云溪健康联合体与合作伙伴")

    assert notice.tasks[3].content == "守护健康建设健康驿站4家。云溪健康联合体与合作伙伴"
    assert notice.tasks[3].units == []


def test_a_row_that_ends_with_its_text_lies_under_a_merged_cell() -> None:
    notice = read("序号工作任务责任单位1新建水厂1座。区水利局2铺设管网20公里。3新建泵站2座。区住建局")

    assert units(notice) == [["区水利局/responsible"], ["区水利局/responsible"], ["区住建局/responsible"]]
    assert [unit.inherited for unit in notice.tasks[1].units] == [True]


def test_headings_and_repeated_heads_between_rows() -> None:
    notice = read(
        "序号工作任务责任单位一、经济发展1新建水厂1座。区水利局2培育企业20家。区工信局二、社会事业序号工作任务责任单位"
        "1新建驿站7家。区民政局2改造公厕9座。区城管局序号工作任务责任单位3修建绿道4公里。区园林局"
    )

    assert [task.number for task in notice.tasks] == ["1", "2", "1", "2", "3"]
    assert [task.headings[0].title for task in notice.tasks] == ["经济发展"] * 2 + ["社会事业"] * 3
    assert units(notice)[1::2] == [["区工信局/responsible"], ["区城管局/responsible"]]


@pytest.mark.parametrize(
    "text",
    [
        HEADS,
        HEADS + "1学位供给新建学校2所。区教育局各街道办事处",
        "请注明任务、单位。材料报送完成时间1个月内，责任单位2家以上，报送份数3份。",
        "各责任单位1名联络员、2名工作人员，牵头单位3名，名单报区政府办公室。",
        "序号为内部编号，工作任务由责任单位1次报送，2次核对，3次确认。",
    ],
)
def test_no_table_without_rows_that_count(text: str) -> None:
    assert read(text).tasks == []


@pytest.mark.parametrize("thing", ["所", "个", "家", "公里", "万亩", "处", "项", "人", "号线", "年", "月", "%"])
def test_numbers_of_things_never_begin_a_row(thing: str) -> None:
    notice = read(f"序号工作任务责任单位1做好各街道2{thing}的工作。区教育局2办好学校。区教育局3建好医院。区卫健局")

    assert [task.content[:2] for task in notice.tasks] == ["做好", "办好", "建好"]


PIECES = [
    HEADS,
    ROWS,
    "1",
    "2",
    "3",
    "区教育局",
    "各街道",
    "李某",
    "5月底前",
    "。",
    "、",
    "（",
    "）",
    "\n",
    "2、",
    "所",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_mixture_gives_a_notice_whose_spans_hold(text: str) -> None:
    notice = parse_text(HEADS + text)

    for task in notice.tasks:
        assert 0 <= task.span.start < task.span.end <= len(HEADS + text)


def test_a_long_table_gives_every_row() -> None:
    body = "".join(f"{n}新建学校2所，新增学位300个。区教育局各街道办事处" for n in range(1, 401))
    assert len(read(HEADS + body).tasks) == 400


def test_heads_printed_again_behind_a_lone_number() -> None:
    body = "1学位供给新建学校2所。区教育局各街道办事处2稳定就业新增就业6000人。区人社局区财政局\n2、\n"
    assert [task.number for task in read(HEADS + body + HEADS).tasks] == ["1", "2"]
