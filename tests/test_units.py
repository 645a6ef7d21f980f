"""Promises of the unit readers that hold for any text, and the public reader."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse.parsers.units import (
    UnitReading,
    person_likeness,
    read_clause,
    read_units,
    unit_likeness,
)
from notice_parse.parsers.units.public import parse_units

WORDS = """
县 水务局 林业局 ， 、 ； （ ） ( ) [ ] 和 及 会同 由 牵头 配合 负责 等 部门 各 区 市 政府 12月底前 完成 责任单位 ：
牵头单位 张三 持续推进 按职责分工 分别 办公室 单位 发展 改革委 ★ 1. 。 的 × * 2030年 街道 镇 局 联系人 完成时限
列第一位的为牵头单位
"""
PIECES = [
    "，",
    "、",
    "（",
    "）",
    "（）",
    "和",
    "等",
    "牵头",
    "按职责分工",
    "责任单位：",
    "12月底前，",
    "张三、",
    "县\n",
    "各市、",
]
PIECES += ["县水务局、", "县水务局和", "县水务局", "县水务局（牵头），"]
soup = st.lists(st.sampled_from([*WORDS.split(), "\n", "\u3000"]), max_size=14).map("".join) | st.text(max_size=30)


def check(text: str, reading: UnitReading) -> None:
    """Names are the text of their ranges; no two ranges overlap; all lie inside the text."""
    ranges = [*reading.deadlines, *reading.leftovers]
    for found in (*reading.units, *reading.persons):
        assert found.name
        assert found.name == "".join(text[found.start : found.end].split())
        ranges.append((found.start, found.end))
    ranges.sort()
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert all(0 <= doubt.start <= doubt.end <= len(text) for doubt in reading.doubts)


@settings(deadline=None, max_examples=80)
@given(soup, st.sampled_from([None, "lead", "support"]))
def test_any_cell(text: str, role: str | None) -> None:
    check(text, read_units(text, role))  # type: ignore[arg-type]


@settings(deadline=None, max_examples=80)
@given(soup)
def test_any_clause(text: str) -> None:
    reading = read_clause(text)
    if reading is not None:
        check(text, reading)
    for likeness in (unit_likeness, person_likeness):
        assert 0.0 <= likeness(text) <= 1.0


def test_spans_of_the_public_reader() -> None:
    text = "县水务局牵头，\n县林业\n局配合"
    units = parse_units(text)
    assert [(unit.role, unit.name) for unit in units] == [("lead", "县水务局"), ("support", "县林业局")]
    assert text[units[1].span.start : units[1].span.end] == "县林业\n局"
    assert (units[1].span.line, units[1].span.end_line) == (2, 3)
    assert [unit.role for unit in parse_units("县水务局", role="lead")] == ["lead"]


def test_a_glued_list_is_split_in_silence(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from notice_parse.parsers.units import read_units\n"
        "assert len(read_units('县水务局、县林业局', 'lead').units) == 2\n"
        "assert len(read_units('县水务局县林业局各街道办事处', 'lead').units) == 3\n"
        "assert 'jieba' not in sys.modules\n"  # no word lies across a seam
        "assert len(read_units('县政府办公室县发改委各乡镇', 'lead').units) == 3\n"
        "assert 'jieba' in sys.modules\n"
    )
    environment = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_without_a_role_only_names_of_known_form_are_units() -> None:
    assert [unit.name for unit in parse_units("县水务局、县林业局")] == ["县水务局", "县林业局"]
    assert [unit.name for unit in parse_units("经信、发改")] == ["经信", "发改"]
    assert [unit.name for unit in parse_units("四季青", role="lead")] == ["四季青"]
    for text in ("试行", "扫码登录", "一站式服务", "如县民中心、图书馆", "含民办学校", "四季青"):
        assert not parse_units(text)


def test_the_public_reader_cleans_what_it_reads() -> None:
    text = "縣水務局牽頭，縣財政局(jú)配合"
    units = parse_units(text)
    assert [(unit.role, unit.name) for unit in units] == [("lead", "县水务局"), ("support", "县财政局")]
    assert text[units[0].span.start : units[0].span.end] == "縣水務局"


def test_an_unknown_role_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="unknown role 'chief': it is one of lead, support"):
        parse_units("县交通局", role="chief")  # type: ignore[arg-type]
