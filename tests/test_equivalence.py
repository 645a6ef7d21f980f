"""The same notice in another form gives the same records.

Made notices are printed from facts, so that every shape is held against the facts themselves; the samples (and the
seeds, where they are present) are rewritten and held against what the untouched text gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from notice_parse import parse_bytes, parse_text
from notice_parse.normalize import decode
from rewrites.lists import (
    BRACKETS,
    CLAUSES,
    NUMBERINGS,
    Clause,
    in_brackets,
    label_lines,
    list_of,
    on_own_line,
    spaced_label_lines,
)
from rewrites.model import Plan, make_plan
from rewrites.pages import page_of
from rewrites.records import Meaning, changes, meanings
from rewrites.tables import SHAPES, grid_of
from rewrites.texts import ENCODINGS, REWRITES, Rewrite, inner_spaces, traditional

ROOT = Path(__file__).parent.parent
SAMPLES = [file for file in sorted((ROOT / "samples").glob("*.txt")) if not file.name.split("_")[0].endswith("b")]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
SEED_NUMBERS = (1, 2, 3)

#: Columns in order, and what the plan holds.
LAYOUTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "plain": (("number", "content", "responsible", "deadline"), {}),
    "units-left": (("number", "responsible", "content", "deadline"), {}),
    "deadline-left": (("number", "content", "deadline", "responsible"), {}),
    "no-number": (("content", "responsible", "deadline"), {}),
    "two-columns": (("content", "responsible"), {"deadline": False}),
    "lead-support": (("number", "content", "lead", "support", "deadline"), {"roles": "lead"}),
    "requirement": (
        ("number", "content", "requirement", "lead", "support", "deadline"),
        {"roles": "lead", "requirement": True},
    ),
    "group-left": (("group", "number", "content", "responsible", "deadline"), {"groups": True}),
    "group-after-number": (("number", "group", "content", "responsible", "deadline"), {"groups": True}),
    "group-rows": (("number", "content", "responsible", "deadline"), {"groups": True}),
}


def expected(plan: Plan, columns: tuple[str, ...]) -> list[Meaning]:
    """The facts of the plan, units in the order of the columns."""
    order = tuple(name for name in columns if name in ("lead", "support", "responsible"))
    return [item.meaning(order) for item in plan.items]


def hold(text: str, wanted: list[Meaning]) -> None:
    """The text must say what is wanted."""
    found = changes(wanted, meanings(parse_text(text)))
    assert not found, "\n".join([*found, "in:", text])


def merges(layout: str) -> tuple[str, ...]:
    """How the cells of a merged group column may show."""
    if layout == "group-rows":
        return ("rows",)
    return ("repeated", "empty", "absent") if layout.startswith("group") else ("repeated",)


def table_forms() -> Iterator[tuple[str, str, str]]:
    for layout in LAYOUTS:
        for shape in SHAPES:
            for merge in merges(layout):
                yield layout, shape, merge


@pytest.mark.parametrize(("layout", "shape", "merge"), list(table_forms()))
def test_table_shapes(layout: str, shape: str, merge: str) -> None:
    columns, kind = LAYOUTS[layout]
    for number in SEED_NUMBERS:
        plan = make_plan(Random(number), **kind)
        grid = grid_of(plan, columns, merge=merge, page=3 if number == 3 else 0)  # the third one has page breaks
        hold(page_of(plan, SHAPES[shape](grid), chrome=number == 2), expected(plan, columns))


#: A column that is none of a task's own, and what stands in it.
OTHER_COLUMNS = {
    "备注": ("", "续建", "新增"),
    "进展情况": ("已完成50%", "正在推进", "前期准备中"),
    "完成比例": ("10%", "55%", "90%"),
    "联系电话": ("0571-88000001", "0571-88000002", "12345"),
    "分管领导": ("李明远", "王志新", "张建国"),
    "责任人": ("李明远", "王志新", "张建国"),
    "分值": ("5", "3", "2"),
    "资金来源": ("县级财政", "上级资金", "社会资本"),
    "决策依据": ("《重大行政决策程序暂行条例》",),
    "建设地点": ("城东新区", "城西街道", "东河镇"),
    "总投资": ("120万元", "3500万元", "1.2亿元"),
}


@pytest.mark.parametrize("place", [2, 4], ids=["middle", "end"])
@pytest.mark.parametrize("head", OTHER_COLUMNS)
def test_other_columns_change_no_task(head: str, place: int) -> None:
    columns, words = LAYOUTS["plain"][0], OTHER_COLUMNS[head]
    shapes = ("pipe_rows", "tab_rows") if "" in words else ("pipe_rows", "tab_rows", "blank_lines", "pipe_between")
    for number, shape in enumerate(shapes):
        plan = make_plan(Random(number))
        cells = [head, *(words[item.number % len(words)] for item in plan.items)]
        rows = zip(grid_of(plan, columns), cells, strict=True)
        hold(
            page_of(plan, SHAPES[shape]([[*row[:place], cell, *row[place:]] for row, cell in rows])),
            expected(plan, columns),
        )


#: What stands above or below a table, on the page.
AROUND_A_TABLE = {
    "unit of money above": "（单位：万元）\n{}",
    "title above": "{place}2030年重点工作任务分解表\n{}",
    "filled in by": "填报单位：{place}政府办公室　　填报时间：2030年3月5日\n{}",
    "note below": "{}\n注：本表由{place}人民政府办公室负责解释。",
    "prose below": "{}\n\n各责任单位要高度重视，加强协调配合，确保各项任务按时完成。",
    "signature below": "{}\n\n{place}人民政府办公室\n2030年3月5日",
    "copies to": "{}\n\n抄送：县委办公室，县人大常委会办公室。\n{place}人民政府办公室　　2030年3月6日印发",
    "download": "{}\n\n附件下载：\n1.重点工作任务分解表.doc\n相关链接：",
}


@pytest.mark.parametrize("around", AROUND_A_TABLE)
def test_what_stands_around_a_table(around: str) -> None:
    columns = LAYOUTS["plain"][0]
    for number, shape in enumerate(
        ("pipe_rows", "blank_lines", "space_rows", "pipe_between", "tab_rows", "bare_lines")
    ):
        plan = make_plan(Random(number))
        body = AROUND_A_TABLE[around].format(SHAPES[shape](grid_of(plan, columns)), place=plan.place)
        hold(page_of(plan, body), expected(plan, columns))


@pytest.mark.parametrize("shape", [name for name in SHAPES if "space" not in name])
def test_spaces_inside_the_content(shape: str) -> None:
    for number in SEED_NUMBERS:
        plan = make_plan(Random(number))
        spaced = [replace(item, content=inner_spaces(item.content, Random(item.number))) for item in plan.items]
        grid = grid_of(replace(plan, items=tuple(spaced)), LAYOUTS["plain"][0])
        hold(page_of(plan, SHAPES[shape](grid)), expected(plan, LAYOUTS["plain"][0]))


#: Another word for a column head; one at a time is put in place of the usual one.
SYNONYMS = {
    "number": ("序 号", "编号", ""),
    "content": (
        "主要任务",
        "重点工作",
        "事项名称",
        "项目内容",
        "细化措施",
        "民生实事",
        "任 务 内 容",
        "决策事项",
        "抽查事项",
    ),
    "responsible": ("责任部门", "承办单位", "实施单位", "责任科室", "落实单位", "责任 单位", "起草单位", "责任主体"),
    "lead": ("牵头部门", "主办单位", "牵头责任单位", "发起部门", "牵头科室", "牵头落实单位", "牵 头 单 位"),
    "support": ("配合部门", "协办单位", "参与单位", "会办单位", "协同责任单位", "参加单位", "协助单位"),
    "deadline": ("时限要求", "完成时间", "拟决策时间", "时间节点", "进度安排", "完成期限", "办结时限", "计划完成时间"),
    "requirement": ("具体措施", "工作措施", "落实措施", "推进措施", "工作标准"),
    "group": ("事项分类", "重点任务", "领域", "抽查领域", "板块"),
}
#: The layout that a synonym is tried in.
LAYOUT_OF = {
    "lead": "lead-support",
    "support": "lead-support",
    "requirement": "requirement",
    "group": "group-after-number",
}


@pytest.mark.parametrize(("column", "word"), [(column, word) for column, words in SYNONYMS.items() for word in words])
def test_column_head_synonyms(column: str, word: str) -> None:
    columns, kind = LAYOUTS[LAYOUT_OF.get(column, "plain")]
    for number, shape in enumerate(("pipe_rows", "blank_lines", "pipe_between", "tab_rows")):
        if not word and shape in ("blank_lines", "pipe_between"):
            continue
        plan = make_plan(Random(number), **kind)
        hold(page_of(plan, SHAPES[shape](grid_of(plan, columns, heads={column: word}))), expected(plan, columns))


def clause_forms() -> dict[str, Clause]:
    forms = {f"{name} {pair}": in_brackets(clause, pair) for name, clause in CLAUSES.items() for pair in BRACKETS}
    forms |= {f"{name} on its own line": on_own_line(in_brackets(clause, "（）")) for name, clause in CLAUSES.items()}
    forms |= {f"{name} before the stop": _before_stop(clause) for name, clause in CLAUSES.items()}
    return forms | {"label lines": label_lines, "label lines, blank lines between": spaced_label_lines}


def _before_stop(clause: Clause) -> Clause:
    return lambda item: f"（{clause(item)}）。"


@pytest.mark.parametrize("roles", ["lead", "responsible"])
@pytest.mark.parametrize("form", clause_forms())
def test_clause_styles(form: str, roles: str) -> None:
    stop = "" if form.endswith("before the stop") else "。"
    for index, numbering in enumerate(NUMBERINGS.values()):
        plan = make_plan(Random(index), groups=index % 3 != 0, roles=roles, size=6)
        body = list_of(plan, clause_forms()[form], numbering, stop=stop)
        hold(page_of(plan, body, chrome=index == 2), [item.meaning() for item in plan.items])


SECTIONS = {
    "一、": "{}、",
    "（一）": "（{}）",
    "(一)": "({})",
    "第一部分": "第{}部分 ",
    "第一章": "第{}章　",
    "一.": "{}.",
}


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("numbering", ["dot", "comma", "wide-brackets"])
def test_section_styles(section: str, numbering: str) -> None:
    def label(number: int) -> str:
        return SECTIONS[section].format("一二三四五"[number - 1])

    for number in SEED_NUMBERS:
        plan = make_plan(Random(number), groups=True, roles="lead")
        body = list_of(plan, in_brackets(CLAUSES["labelled"], "（）"), NUMBERINGS[numbering], section=label)
        hold(page_of(plan, body), [item.meaning() for item in plan.items])


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_numbers_that_restart_in_each_section(numbering: str) -> None:
    for seed in SEED_NUMBERS:
        plan = make_plan(Random(seed), groups=True, roles="lead")
        groups = [item.group for item in plan.items]
        items = [replace(item, number=index - groups.index(item.group) + 1) for index, item in enumerate(plan.items)]
        restarted = replace(plan, items=tuple(items))
        body = list_of(restarted, in_brackets(CLAUSES["spoken"], "（）"), NUMBERINGS[numbering])
        hold(page_of(restarted, body), [item.meaning() for item in plan.items])


@cache
def source_of(file: Path) -> tuple[str, tuple[Meaning, ...]]:
    """A notice file as text, and what it says."""
    text = decode(file.read_bytes()).text
    return text, tuple(meanings(parse_text(text)))


def by_name(files: list[Path]) -> list[Any]:
    return [pytest.param(file, id=file.stem[:24]) for file in files]


def reason_to_skip(name: str, text: str) -> str | None:
    """Why a rewrite would change the meaning of this text."""
    rows_of_spaces = "|" not in text and "\t" not in text
    if name in ("around_digits", "spaced_marks") and rows_of_spaces:
        return "columns are found by spaces"
    return None


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
@pytest.mark.parametrize("file", by_name(SAMPLES + SEEDS))
def test_rewritten_text(file: Path, rewrite: Rewrite) -> None:
    text, wanted = source_of(file)
    name = rewrite.__name__
    if reason_to_skip(name, text):
        return
    rewritten = rewrite(text, Random(len(text)))
    found = changes(list(wanted), meanings(parse_text(rewritten)))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", by_name(SAMPLES[::4]))
def test_encodings(file: Path, encoding: str) -> None:
    text, wanted = source_of(file)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return  # the encoding lacks a character of this notice
    assert not changes(list(wanted), meanings(parse_bytes(data)))


@pytest.mark.parametrize("file", by_name(SAMPLES[::4]))
def test_big5(file: Path) -> None:
    text, wanted = source_of(file)
    data = traditional(text, Random(0)).encode("big5", "ignore")
    if len(data.decode("big5")) == len(text):
        assert not changes(list(wanted), meanings(parse_bytes(data)))


def of_paragraphs(text: str) -> bool:
    """Whether a notice is made of paragraphs, rather than of the cells of a table or of label lines."""
    filled = [line for line in text.splitlines() if line.strip()]
    layouts = {part.layout for part in parse_text(text).parts} - {None}
    return layouts == {"numbered_list"} and "|" not in text and sum(map(len, filled)) >= 25 * len(filled)


@pytest.mark.parametrize("file", by_name(SAMPLES + SEEDS))
def test_paragraphs_run_together(file: Path) -> None:
    """A crawler that drops line breaks leaves the indents of the paragraphs in one long line."""
    text, wanted = source_of(file)
    if of_paragraphs(text):
        joined = "　　".join(line.strip() for line in text.splitlines() if line.strip())
        found = changes(list(wanted), meanings(parse_text(joined)))
        assert not found, "\n".join(found)
