"""What no segment explains is what coverage reports, though the one is found without the other; so are lines without marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from notice_parse import ParsedNotice, parse_bytes, parse_text
from notice_parse.parsers.tables.body.lines import holds_marks, split_all
from notice_parse.parsers.text.document import split_lines

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))

LEFT_OVER = {
    "signs of lost bullets, the first before everything": "\uf0b7 一、修桥\n\uf0d8 1.修桥3座。（县交通局负责）\n\uf0d8 2.清淤。（县水利局负责）",
    "nothing but signs": "，，，……",
    "white space": " \n\t\n",
    "a tag behind the last item": "1.修桥。（县交通局负责）\n2.清淤。（县水利局负责）<br/>",
    "a row cut off": "序号 | 任务 | 责任单位 |\n1 | 修桥 | 县交通局 |\n2 | 清淤 | 县水利局 |\n3 | 〔",
}


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_samples(file: Path) -> None:
    _compare(parse_bytes(file.read_bytes(), segments=True))


@pytest.mark.parametrize("name", LEFT_OVER)
def test_left_over(name: str) -> None:
    _compare(parse_text(LEFT_OVER[name], segments=True))


def _compare(record: ParsedNotice) -> None:
    open_segments = [segment.span for segment in record.segments if segment.label == "unparsed"]
    assert open_segments == record.coverage.unaccounted


@pytest.mark.parametrize("text", ["", "\n\n", "一、修桥\n  1.清淤。 \n\n\u3000（县水利局负责）\n", "修桥\r"])
def test_lines_without_marks(text: str) -> None:
    lines = split_lines(text)
    assert not holds_marks(text)
    assert split_all(lines, marked=False) == split_all(lines)
    assert all(text[line.start : line.end] == line.text == line.text.strip() for line in lines)


@pytest.mark.parametrize("text", ["1 | 修桥", "1\t修桥", "│ 修桥 │", "+--+", "+====+", "┌──┐"])
def test_marks(text: str) -> None:
    assert holds_marks(f"任务分解表\n{text}\n")
