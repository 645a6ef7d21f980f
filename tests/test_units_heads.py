"""Heads, riders and likenesses: what tells a unit column from the others."""

from __future__ import annotations

import pytest
from notice_parse.parsers.units import (
    find_rider,
    is_person_head,
    person_likeness,
    read_clause,
    role_of_words,
    unit_likeness,
)

ROLES = {
    "lead": "牵头单位 牵头部门 牵头责任单位 牵头落实单位 发起部门 主办单位 第一责任单位 牵头（责任）单位 牵头科室 牵头",
    "support": "配合单位 协办部门 参与单位 参与部门 协同责任单位 协作单位 会办单位 协助部门 配合科室 配合",
    "responsible": "责任单位 责任部门 承办单位 负责科室 主要责任单位 决策承办单位 组织承办部门 决策实施单位 起草单位 "
    "责任（配合）单位 承办处（科）室 责任单位及责任人 责任主体 实施机关 责任股室 "
    "责任单位（列第一位的为牵头单位，下同）",
    "guide": "督办单位 指导单位 监督部门 督导科室",
}
NO_ROLE = (
    "牵头领导 责任人 监督电话 责任清单 落实情况 完成时限 工作任务 指导意见 业主单位 检查主体 序号 完成 实施计划 备注"
)
PERSON_HEADS = (
    "牵头领导 分管领导 分管市领导 责任领导 主管领导 责任人 主要责任人 联系人 负责人 包保领导 责任单位负责人 "
    "联系人及电话"
)
NO_PERSON_HEADS = "牵头单位 责任单位 责任单位及责任人 完成时限 工作任务 人员经费 领导小组办公室"


@pytest.mark.parametrize(("role", "head"), [(role, head) for role, heads in ROLES.items() for head in heads.split()])
def test_role_of_a_head(role: str, head: str) -> None:
    assert role_of_words(head) == role
    assert not is_person_head(head)


def test_a_head_may_hold_white_space() -> None:
    assert role_of_words("承办 单位") == "responsible"
    assert role_of_words("牵头\n部门") == "lead"
    assert is_person_head("分管 领导")


@pytest.mark.parametrize("head", NO_ROLE.split())
def test_no_role(head: str) -> None:
    assert role_of_words(head) is None


@pytest.mark.parametrize("head", PERSON_HEADS.split())
def test_person_head(head: str) -> None:
    assert is_person_head(head)
    assert role_of_words(head) is None


@pytest.mark.parametrize("head", NO_PERSON_HEADS.split())
def test_no_person_head(head: str) -> None:
    assert not is_person_head(head)


@pytest.mark.parametrize(
    ("text", "rider"),
    [
        ("（列第一位的为牵头单位，下同）", "first-leads"),
        ("责任单位（列第一位的责任单位为牵头单位）", "first-leads"),
        ("第一责任单位为牵头单位，下同", "first-leads"),
        ("注：排在首位的单位为牵头单位。", "first-leads"),
        ("排名第一的为牵头单位，其他为参与单位", "first-leads:support"),
        ("列首位的为牵头单位，其余为责任单位", "first-leads:responsible"),
        ("逗号前为牵头单位，下同", "those-before:，"),
        ("注：分号之前的单位为牵头单位，分号后为配合单位", "those-before:；:support"),
        ("牵头单位", None),
        ("第一季度由牵头单位报送", None),
        ("", None),
    ],
)
def test_riders(text: str, rider: str | None) -> None:
    assert find_rider(text) == rider


@pytest.mark.parametrize(
    "cell",
    [
        "县发改局",
        "各镇街（园区）",
        "教育局",
        "县府办公室 县司法局 县有关单位 各乡、镇政府",
        "办公室牵头，各科室配合",
        "县水务局\n县林业局",
        "市经协办、市财政局共同负责",
        "县文化广电旅游体育局",
        "高新区管委会区政府部门各街道办事处",
        "人民银行、海关总署",
        "****管理局",
    ],
)
def test_cells_of_units(cell: str) -> None:
    assert unit_likeness(cell) >= 0.85


@pytest.mark.parametrize("cell", ["经信", "发改", "卫计"])
def test_short_names_are_doubtful(cell: str) -> None:
    assert 0.4 <= unit_likeness(cell) <= 0.6


@pytest.mark.parametrize(
    "cell",
    [
        "12月底前",
        "2030年6月",
        "持续推进",
        "推进教育信息公开",
        "加强局机关建设",
        "县政务服务中心建设",
        "建成养老服务中心",
        "完成河道清理并报县水务局",
        "围绕重点领域，梳理权责清单，优化办事流程，建设统一的服务平台",
        "办好专栏。",
        "张三",
        "80%",
        "1",
        "",
        "无",
        "网站",
        "在建",
    ],
)
def test_cells_of_other_things(cell: str) -> None:
    assert unit_likeness(cell) <= 0.3


@pytest.mark.parametrize(
    "cell", ["张三", "李四 王五", "张三（副县长）", "李某某", "张 三", "王副县长", "欧阳明", "张三、李四", "副县长李明"]
)
def test_cells_of_people(cell: str) -> None:
    assert person_likeness(cell) >= 0.8


@pytest.mark.parametrize(
    "cell", ["县教育局", "经信", "卫计", "教育", "公安局", "12月底前", "", "推进公开", "张三负责全县水利工作。"]
)
def test_cells_without_people(cell: str) -> None:
    assert person_likeness(cell) <= 0.5


def test_a_clause_is_told_from_a_remark() -> None:
    assert read_clause("县水务局牵头，县林业局配合") is not None
    assert read_clause("责任单位：县水务局") is not None
    assert read_clause("涉密项目除外") is None
    assert read_clause("联系人：张三，电话：12345678") is None
    assert read_clause("行政机关") is None
