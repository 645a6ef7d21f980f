"""SQLite: normalised tables that a re-run replaces notice by notice, and the documented queries."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from made_notice import deadline, notice, span, task, unit
from notice_parse import parse_text
from notice_parse.schemas.models import ParsedNotice
from notice_parse.writers.base import Target, WriteError, WriterOptions
from notice_parse.writers.registry import writer
from notice_parse.writers.sqlite_schema import TABLES

ROOT = Path(__file__).parent.parent
FIRST = notice(
    task(
        1,
        units=[unit("县水利局"), unit("县财政局", "support")],
        deadlines=[
            deadline("6月底前", "2031-06-30"),
            deadline("5月前", "2031-05-31"),
            deadline("7月底前", "2031-07-31"),
        ],
        persons=[{"name": "云一", "span": span()}],
        targets=[{"text": "20个以上", "comparator": "ge", "value": 20, "unit": "个", "span": span()}],
        references=[{"title": "关于修桥的意见", "span": span()}],
        fields=[{"head": "备注", "text": "续建", "span": span()}],
    ),
    task(2, units=[unit("县水利局"), unit("县交通局")], deadlines=[deadline("5月底前", "2031-05-31")]),
    task(3, units=[unit("县水利局")], deadlines=[deadline("4月底前", "2031-04-30")], kind="provision"),
    notice={
        "issuers": ["云溪县人民政府", "云溪县人民武装部"],
        "addressees": ["各镇人民政府", "县直各单位"],
        "attachments": [{"number": 1, "title": "分解表", "filename": "1.xls"}],
        "deadlines": [deadline("3月10日前", "2031-03-10", milestone="报送方案")],
        "references": [{"title": "关于修路的意见", "span": span()}],
    },
    diagnostics=[
        {"code": "NP301", "name": "y", "severity": "warning", "message": "a", "line": 1, "column": 1, "task": 1}
    ],
)
SECOND = notice(task(1, deadlines=[deadline("4月底前", "2031-04-30")]), key="云溪办发〔2031〕8号")


def write(path: Path, *notices: ParsedNotice) -> None:
    output = writer("sqlite", WriterOptions())
    output.open(Target(path=path))
    for one in notices:
        output.write(output.encode(one.to_dict()))
    output.close()


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(path)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def count(path: Path) -> dict[str, int]:
    return {table: ask(path, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def test_every_part_of_a_task_has_its_table(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, FIRST, SECOND)
    assert count(path) == {
        "notices": 2,
        "tasks": 4,
        "units": 5,
        "persons": 1,
        "deadlines": 6,
        "targets": 1,
        "document_references": 1,
        "fields": 1,
        "diagnostics": 1,
        "issuers": 3,
        "addressees": 2,
        "attachments": 1,
        "parts": 2,
        "notice_deadlines": 1,
        "notice_references": 1,
    }
    assert ask(path, "SELECT name FROM issuers WHERE position = 2") == [("云溪县人民武装部",)]
    assert ask(path, "SELECT t.id, p.layout FROM tasks t JOIN parts p ON (p.notice_key, p.id) = (t.notice_key, t.part)")
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_a_rerun_replaces_the_rows_of_its_notice(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, FIRST, SECOND)
    write(path, notice(task(1, "改了", units=[unit("县住建局")])))
    assert ask(path, "SELECT notice_key, content FROM tasks ORDER BY 1")[0] == ("云溪办发〔2031〕7号", "改了")
    assert count(path)["tasks"] == 2
    assert ask(path, "SELECT name FROM units") == [("县住建局",)]
    before = count(path)
    write(path, FIRST, SECOND)
    write(path, FIRST, SECOND)
    assert count(path) != before
    assert count(path)["units"] == 5


def test_two_notices_of_one_key_in_one_run_are_told_of(tmp_path: Path) -> None:
    output = writer("sqlite")
    output.open(Target(path=tmp_path / "a.sqlite"))
    for one in (FIRST, SECOND, FIRST):
        output.write(output.encode(one.to_dict()))
    output.close()
    assert output.remarks == ["a.txt has the key of a.txt (云溪办发〔2031〕7号) and took its place"]


def test_notices_without_number_of_one_title_are_all_kept(tmp_path: Path) -> None:
    """The last is the second once more, from another file."""
    path = tmp_path / "a.sqlite"
    works = ("修桥", "修路", "修渠", "修路")
    for _ in range(2):
        output = writer("sqlite")
        output.open(Target(path=path))
        for at, work in enumerate(works):
            text = f"重点任务分解表\n序号 | 任务 | 责任单位 |\n1 | {work} | 县水利局 |\n"
            output.write(output.encode(parse_text(text, name=f"{at}.txt").to_dict()))
        output.close()
        rows = ask(
            path, "SELECT content, source_name FROM tasks JOIN notices ON notices.key = notice_key ORDER BY notice_key"
        )
        assert rows == [("修桥", "0.txt"), ("修路", "3.txt"), ("修渠", "2.txt")]
        assert [said.split()[-1][-2:] for said in output.remarks] == ["-2", "-3", "ce"]


def test_a_run_that_ends_badly_leaves_the_database(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, FIRST)
    output = writer("sqlite")
    output.open(Target(path=path))
    output.write(output.encode(SECOND.to_dict()))
    output.abandon()
    assert count(path)["notices"] == 1


def test_a_database_of_an_earlier_version_gets_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, FIRST)
    database = sqlite3.connect(path)
    for table in TABLES[TABLES.index("issuers") :]:
        database.execute(f"DROP TABLE {table}")
    database.execute("DROP VIEW due_by_lead")
    database.execute("ALTER TABLE tasks DROP COLUMN part")
    database.execute("CREATE VIEW due_by_lead AS SELECT due FROM deadlines")
    database.close()
    write(path, SECOND)
    assert (count(path)["tasks"], count(path)["issuers"]) == (4, 1)
    assert ask(path, "SELECT DISTINCT kind FROM due_by_lead") == [("task",), ("provision",)]


def test_a_database_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE mine (a)")
    database.close()
    with pytest.raises(WriteError, match="not written by notice-parse"):
        write(path, FIRST)
    (tmp_path / "b.sqlite").write_text("no database at all, but long enough to be read as a page of one" * 20)
    with pytest.raises(WriteError, match=r"b\.sqlite"):
        write(tmp_path / "b.sqlite", FIRST)


def documented_queries() -> list[str]:
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    return re.findall(r"```sql\n(.*?)```", text, re.DOTALL)


def test_documented_queries_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, FIRST, SECOND)
    by_lead, of_unit, of_notice, doubts = (ask(path, query) for query in documented_queries())
    assert by_lead == [("县水利局", 2, "2031-05-31"), (None, 1, "2031-04-30"), ("县交通局", 1, "2031-05-31")]
    assert [(role, due) for role, _, _, due, _ in of_unit] == [
        ("lead", "2031-04-30"), ("lead", "2031-05-31"), ("lead", "2031-05-31"),
    ]  # fmt: skip
    assert [line[:3] + line[4:] for line in of_notice] == [
        ("2031-03-10", "3月10日前", "报送方案", "各镇人民政府；县直各单位")
    ]
    assert [line[:4] for line in doubts] == [("a.txt", 1, "warning", "NP301")]
