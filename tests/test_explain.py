"""``notice-parse explain``: what it tells of every sample, and the words it uses for a few small notices."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli_run import TEXT, Run, Runner
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse import parse_text
from notice_parse.cli.explain import STAGES as OFFERED
from notice_parse.normalize import Decoded, decode
from notice_parse.parsers.explain import STAGES, explain
from notice_parse.parsers.explain.layout import aligned, clipped, shown_width

ROOT = Path(__file__).parent.parent
SAMPLES = [pytest.param(file, id=file.stem) for file in sorted((ROOT / "samples").glob("*.txt"))]
MERGED = (
    "云溪县重点任务分解表\n\n序号 | 类别 | 事项 | 责任单位 | 完成时限 |\n"
    "1 | 交通 | 修桥1座 | 县交通局 | 2031年6月底前 |\n2 | 硬化道路3公里 | 2031年9月底前 |\n"
    "3 | 水利 | 清淤河道5公里 | 县水利局 | 2031年8月底前 |\n"
)
LIST = (
    "云溪县重点任务分工方案\n\n一、基础设施\n（一）修桥1座。（牵头单位：县交通局，配合单位：县财政局）\n"
    "（二）建设公园1个。\n责任单位：县住建局\n完成时限：2031年6月底前\n"
)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Runner:
    return lambda *arguments: Run(arguments, capfdbinary)


def told(text: str, *stages: str) -> list[str]:
    return list(explain(Decoded(text, "utf-8"), stages))


def words(line: str) -> list[str]:
    """The columns of a line."""
    return re.split(r"\s{2,}", line.strip())


def row_with(lines: Sequence[str], text: str) -> list[str]:
    return words(next(line for line in lines if line.endswith(text)))


def test_the_command_offers_every_stage() -> None:
    assert tuple(STAGES) == OFFERED


@pytest.mark.parametrize("file", SAMPLES)
def test_every_line_and_task_of_a_sample_is_told(file: Path) -> None:
    decoded = decode(file.read_bytes())
    lines = list(explain(decoded))
    assert [line for line in lines if line.startswith("== ")] == [f"== {stage}" for stage in STAGES]
    source = re.split(r"\r\n?|\n", decoded.text)
    filled = [number for number, line in enumerate(source, 1) if line.strip(" \t\u3000\xa0\u200b\ufeff")]
    rows = [words(line) for line in lines[lines.index("== lines") + 2 : lines.index("== parts") - 1]]
    assert list(dict.fromkeys(int(row[0]) for row in rows)) == filled  # a line may hold several elements
    assert all(len(row) >= 4 for row in rows), "a line became nothing or has no reason"
    heads = [line for line in lines if re.match(r"(task|provision) \d+, line", line)]
    assert len(heads) == len(parse_text(decoded.text).tasks)
    assert max(map(len, lines)) < 400


def test_lines_give_label_and_reason() -> None:
    lines = told(MERGED, "lines")
    assert row_with(lines, "完成时限 |")[1:3] == ["column_head", "table 1: column heads"]
    assert row_with(lines, "2031年9月底前 |")[1:3] == [
        "task_cell 2, deadline_cell 2",
        "table 1, row 2: 序号, 事项, 完成时限",
    ]
    lines = told(LIST, "lines")
    assert row_with(lines, "责任单位：县住建局")[1:3] == ["clause 2", "label line: 责任单位 (unit)"]
    assert row_with(lines, "一、基础设施")[1:3] == ["heading", "item 1 of level 1, style 一、"]


def test_page_numbers_are_told_as_such() -> None:
    lines = told(LIST.replace("（二）", "— 1 —\n（二）"), "lines", "rows")
    assert row_with(lines, "— 1 —")[2] == "page number or running header"
    assert sum("— 1 —" in line for line in lines) == 1


def test_parts_name_the_runner_up() -> None:
    lines = told(
        "云溪县任务分解表\n事项 | 责任单位 |\n1.修桥1座，年内通车。 | 县交通局 |\n2.建设公园1个。 | 县住建局 |\n",
        "parts",
    )
    assert "part 1: table on lines 2-4, 2 tasks, 0 provisions" in lines
    chosen, lost = (next(line for line in lines if line.startswith(f"  {word}")) for word in ("chosen", "lost"))
    assert "pipe_table" in chosen
    assert "column heads 事项 | 责任单位" in chosen
    assert "numbered_list" in lost
    assert "2 of 3 lines begin with a number label" in lost
    silent = next(line for line in lines if line.startswith("without an offer:"))
    assert "heading_rows" in silent
    assert "pipe_table" not in silent


def test_parts_of_a_page_without_tasks() -> None:
    assert "no format made an offer: the notice has no part with tasks" in told("今天天气很好。", "parts")
    assert "no table and no list" in told("今天天气很好。", "rows")


def test_rows_show_columns_fits_and_what_was_inherited() -> None:
    lines = told(MERGED, "rows")
    assert any(line.startswith("  row 2, line 5: task 2") for line in lines)
    cell = row_with(lines, "硬化道路3公里")
    assert re.fullmatch(r"事项 \+\d\.\d", cell[0])
    assert re.fullmatch(r"next .+ [+-]\d\.\d", cell[1])
    assert row_with(lines, "2031年9月底前")[2] == "deadline 1.00"
    assert "    inherited from line 4: unit 县交通局" in lines
    assert ["类别", "group, used as heading"] in [words(line) for line in lines]


def test_rows_of_a_list_are_its_outline() -> None:
    lines = told(LIST, "rows")
    assert words(next(line for line in lines if "clause" in line))[2] == "lead 县交通局, support 县财政局"
    item = next(line for line in lines if line.strip().startswith("（二）"))
    assert words(item) == ["（二）", "line 5", "task 2", "建设公园1个。"]
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip().startswith(("一 ", "（一）", "label"))]
    assert indents == [2, 4, 6, 6]


def test_an_item_with_several_clauses_names_all_its_tasks() -> None:
    lines = told("云溪县方案\n1.修桥1座。（县交通局负责）建园1个。（县住建局负责）\n2.清淤。（县水利局负责）\n", "rows")
    items = [words(line) for line in lines if "  task " in line]
    assert [item[:3] for item in items] == [["1", "line 2", "task 1, task 2"], ["2", "line 3", "task 3"]]


def test_fields_show_the_source_they_came_from() -> None:
    lines = told("一、修橋1座。（責(zé)任單(dān)位：縣交通局，2031年6月底前完成）", "fields")
    assert row_with(lines, "縣交通局") == ["responsible", "县交通局", "1:23", "縣交通局"]
    assert row_with(lines, "2031年6月底前")[:2] == ["deadline", "by due 2031-06-30"]


def test_fields_show_doubts() -> None:
    lines = told("云溪县任务分解表\n事项 | 责任单位 | 完成时限 |\n修桥1座 | 县交通局 | 2031年2月30日前 |\n", "fields")
    doubts = [words(line) for line in lines if line.strip().startswith("doubt")]
    assert any("date-does-not-exist" in doubt[1] and doubt[2] == "3:15" for doubt in doubts)


PIECES = [
    "|",
    "\n",
    "\t",
    "  ",
    "（",
    "）",
    "一、",
    "1.",
    "（一）",
    "序号",
    "责任单位：",
    "牵头单位",
    "事项",
    "完成时限",
    "县交通局",
]
PIECES += [
    "修桥1座，年内通车。",
    "6月底前",
    "关于印发方案的通知",
    "附件",
    "號(hào)",
    "\x1b",
    "\u3000",
    "2031年3月2日",
    "?dāng)",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_can_be_explained(text: str) -> None:
    lines = told(text, *STAGES)
    assert all("\n" not in line for line in lines)
    assert max(map(len, lines)) < 400


def test_columns_are_aligned_as_a_terminal_shows_them() -> None:
    first, second = aligned([("县交通局", "x"), ("ab", "y")])
    assert shown_width(first) == shown_width(second) == 11


@pytest.mark.parametrize("text", ["修桥1座", "修桥" * 100, "a\nb", "", "\n" * 300 + "修"])
def test_clipped_text_fits(text: str) -> None:
    shown = clipped(text, 20)
    assert shown_width(shown) <= 21
    assert "\n" not in shown


def test_a_file(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    shown = run("explain", str(tmp_path / "a.txt"), "--stage", "parts", "--stage", "fields")
    assert shown.code == 0
    text = shown.out.decode()
    assert text.startswith("gb18030, simplified,")
    assert text.index("== parts") < text.index("== fields")
    assert "== lines" not in text


def test_standard_input(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "县交通局" in run("explain", "-").out.decode()


def test_foreign_text_is_harmless_on_a_terminal(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("修桥", "修\x1b[31m\u202e桥"), encoding="utf-8")
    shown = run("explain", str(tmp_path / "a.txt"))
    assert b"\x1b" not in shown.out
    assert "\u202e" not in shown.out.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "cannot read missing.txt: no such file"),
        (["."], "cannot read .: is a directory"),
        (["binary.txt"], "cannot read binary.txt: "),
        (["notice.txt", "--stage", "words"], "'words' is not one of 'lines', 'parts', 'rows', 'fields'"),
        (["notice.txt", "--encoding", "nonsense"], "unknown encoding 'nonsense'"),
        ([], "Missing argument 'FILE'"),
    ],
)
def test_what_cannot_be_explained(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("binary.txt").write_bytes(b"PK\x03\x04" + bytes(100))
    Path("notice.txt").write_text(TEXT, encoding="utf-8")
    failed = run("explain", *arguments)
    assert failed.code == 2
    assert message in failed.err
    assert failed.out == b""
