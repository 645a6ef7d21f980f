"""CSV and XLSX: one task a row of documented columns, harmless to spreadsheets."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_notice import deadline, notice, span, task, unit
from notice_parse import parse_text
from notice_parse.schemas.models import ParsedNotice
from notice_parse.writers.base import Target, WriteError, WriterOptions
from notice_parse.writers.csv import harmless
from notice_parse.writers.registry import writer
from notice_parse.writers.table import heads, rows

ROOT = Path(__file__).parent.parent
FULL = notice(
    task(
        1,
        "新建桥梁1座，年内通车。",
        number="（一）",
        headings=[{"label": "一", "title": "交通"}, {"label": None, "title": "桥梁"}],
        units=[unit("县交通局"), unit("各县（市、区）"), unit("县财政局", "support"), unit("各镇", "responsible")],
        persons=[{"name": "云一", "role": "分管领导", "span": span()}],
        deadlines=[
            deadline("9月底前", "2031-09-30", applies_to="县直单位"),
            deadline("6月底前", "2031-06-30", milestone="开工"),
            deadline("每月", None, kind="recurring", rrule="FREQ=MONTHLY"),
        ],
        targets=[
            {"text": "20个以上", "subject": "桥梁", "comparator": "ge", "value": 20, "unit": "个", "span": span()},
            {"text": "4%", "comparator": "eq", "value": 4, "unit": "%", "span": span()},
        ],
        fields=[{"head": "备注", "text": "续建", "span": span()}],
        span={"start": 10, "end": 60, "line": 1, "end_line": 1},
    ),
    task(2, "修订办法。", title="制度"),
    diagnostics=[
        {"code": "NP202", "name": "x", "severity": "info", "message": "继承", "line": 1, "column": 1, "task": 1},
        {"code": "NP301", "name": "y", "severity": "error", "message": "错误", "line": 1, "column": 1, "task": 1},
    ],
)


def row(parsed: ParsedNotice, lang: Any = "en") -> dict[str, Any]:
    return dict(zip(heads(lang), next(rows(parsed, lang)), strict=True))


def write(name: str, parsed: list[ParsedNotice], target: Target, **options: Any) -> None:
    output = writer(name, WriterOptions(**options))
    output.open(target)
    for one in parsed:
        output.write(output.encode(one.to_dict()))
    output.close()


def test_a_row_holds_the_task() -> None:
    assert row(FULL) == {
        "notice_key": "云溪办发〔2031〕7号",
        "key": "k1",
        "notice_title": "云溪县人民政府办公室关于印发重点任务分解表的通知",
        "document_number": "云溪办发〔2031〕7号",
        "issuer": "云溪县人民政府办公室",
        "issued_on": "2031-02-03",
        "headings": "一 交通 / 桥梁",
        "number": "（一）",
        "task": "新建桥梁1座",
        "content": "新建桥梁1座，年内通车。",
        "requirement": None,
        "lead": "县交通局；各县（市、区）",
        "support": "县财政局",
        "responsible": "各镇",
        "guide": None,
        "persons": "分管领导：云一",
        "first_due": "2031-06-30",
        "deadlines": "县直单位：9月底前；6月底前开工；每月",
        "rrule": "FREQ=MONTHLY",
        "fields": "备注：续建",
        "line": 1,
        "diagnostic": "error NP301: 错误",
        "last_due": "2031-09-30",
        "kind": "task",
        "targets": "桥梁：20个以上；4%",
        "source_file": "a.txt",
    }
    assert [cells[8] for cells in rows(FULL, "en")] == ["新建桥梁1座", "制度"]


def test_chinese_heads_come_in_the_order_that_supervision_systems_import() -> None:
    assert heads("zh")[:10] == [
        "序号", "任务名称", "任务内容", "牵头单位", "配合单位", "责任单位", "完成时限", "周期", "来源文件", "文号",
    ]  # fmt: skip
    assert len(heads("zh")) == len(set(heads("zh"))) == len(heads("en"))
    assert row(FULL, "zh")["周期"] == "每月"
    assert row(FULL, "zh")["首个时限"] == "2031-06-30"
    assert row(FULL, "zh")["完成时限"] == "2031-09-30"
    assert row(FULL, "zh")["来源文件"] == "云溪县人民政府办公室关于印发重点任务分解表的通知"
    assert row(FULL, "zh")["记录类型"] == "任务"


def test_diagnostics_are_chinese_under_chinese_heads() -> None:
    cells = []
    for code, message in (
        ("NP305", "the year of this date cannot be told: 4月"),
        ("NP104", "a number is missing: 3 to 5"),
        ("NP101", "no task found"),
        ("NP203", "the role is not said and was guessed: responsible (县水利局、县交通局)"),
    ):
        one = {"code": code, "name": "x", "severity": "warning", "message": message, "line": 1, "column": 1, "task": 1}
        cells.append(row(notice(task(1), diagnostics=[one]), "zh")["核对提示"])
    assert cells == [
        "提醒 NP305：时限年份无法确定（4月）",
        "提醒 NP104：编号缺失",
        "提醒 NP101：未找到任务",
        "提醒 NP203：单位职责未写明，系推测（责任：县水利局、县交通局）",
    ]


PRINTED = [
    ("汛期每月1次", "汛期每月1次"),
    ("4月启动，10月底前完成验收", "4月启动；10月底前完成验收"),
    ("立项6月底，竣工12月底", "立项6月底；竣工12月底"),
    ("每月巡查1次", "每月巡查1次"),
]


@pytest.mark.parametrize(("cell", "shown"), PRINTED)
@pytest.mark.parametrize("heads", ["责任单位 | 完成时限", "完成时限 | 责任单位"])
def test_deadlines_are_joined_as_printed(cell: str, shown: str, heads: str) -> None:
    cells = f"县水利局 | {cell}" if heads.endswith("完成时限") else f"{cell} | 县水利局"
    parsed = parse_text(
        f"云溪县2031年任务表\n\n序号 | 事项 | {heads} |\n1 | 巡查堤防 | {cells} |\n2 | 修路 | 县交通局 | |\n"
    )
    if (
        heads.endswith("完成时限") or "立项" not in cell
    ):  # a record has no place of a milestone: 6月底立项 says the same
        assert row(parsed)["deadlines"] == shown


def test_the_columns_are_the_documented_ones() -> None:
    documented = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    table = [line.split("|") for line in documented.splitlines() if line.startswith("| `")]
    pairs = [(cells[1].strip().strip("`"), cells[2].strip()) for cells in table]
    assert [name for name, _ in pairs] == heads("en")
    assert {zh for _, zh in pairs} == set(heads("zh"))


def test_csv_file_is_for_excel_and_standard_output_plain(tmp_path: Path) -> None:
    file, plain = io.BytesIO(), io.BytesIO()
    write("csv", [FULL], Target(stream=file, path=tmp_path / "a.csv"))
    write("csv", [FULL], Target(stream=plain))
    assert file.getvalue().startswith(b"\xef\xbb\xbfnotice_key,")
    assert file.getvalue().count(b"\r\n") == 3
    assert plain.getvalue().startswith(b"notice_key,")
    assert b"\r" not in plain.getvalue()
    assert file.getvalue()[3:].replace(b"\r\n", b"\n") == plain.getvalue()


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x", "\x00=1", "\u3000=1"]
)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    stream = io.BytesIO()
    write("csv", [notice(task(1, text), notice={"title": text})], Target(stream=stream))
    cells = next(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    for cell in (cells["content"], cells["notice_title"]):
        assert cell[0] in ("'", "\ufffd")


def test_harmless_text_stays() -> None:
    assert harmless("1-2月，完成=100%") == "1-2月，完成=100%"
    assert harmless("一\r\n二\r三") == "一\n二\n三"
    assert harmless(None) is None


def test_xlsx_has_filters_frozen_head_real_dates_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    parsed = [FULL, notice(task(1, '=HYPERLINK("http://x")'), key="k\x07\ufffe"), notice(task(1, "长" * 40_000))]
    with path.open("wb") as stream:
        write("xlsx", parsed, Target(stream=stream, path=path))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    lines = list(sheet.iter_rows(values_only=True))
    assert list(lines[0]) == heads("en")
    assert len(lines) == 5
    assert lines[1][5] == datetime(2031, 2, 3)
    assert lines[1][16] == datetime(2031, 6, 30)
    assert lines[1][20] == 1
    assert lines[1][22] == datetime(2031, 9, 30)
    assert sheet["J4"].value == '=HYPERLINK("http://x")'
    assert sheet["J4"].data_type == "s"
    assert len(str(sheet["J5"].value)) == 32_767
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Z5"


def test_xlsx_depends_on_the_records_only() -> None:
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        write("xlsx", [FULL], Target(stream=file), lang="zh")
    assert files[0].getvalue() == files[1].getvalue()


def test_xlsx_says_when_a_sheet_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notice_parse.writers.xlsx._MOST_ROWS", 2)
    with pytest.raises(WriteError, match="write csv or sqlite"):
        write("xlsx", [FULL], Target(stream=io.BytesIO()))
