"""What is imported from ``notice_parse``, and what it says of arguments that make no sense."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import notice_parse
import pytest
from notice_parse import Deadline, Target, Task, Unit, parse_bytes, parse_deadlines, parse_path, parse_text, parse_units


def test_the_models_of_a_record_are_public() -> None:
    record = parse_text("一、修桥不少于3座。（责任单位：县交通局，2031年6月底前完成）")
    (task,) = record.tasks
    assert isinstance(task, Task)
    assert isinstance(task.units[0], Unit)
    assert isinstance(task.deadlines[0], Deadline)
    assert isinstance(task.targets[0], Target)
    assert all(hasattr(notice_parse, name) for name in notice_parse.__all__)


def test_importing_loads_nothing() -> None:
    code = "import sys, notice_parse; print([name for name in sys.modules if name.startswith('notice_parse.') or name == 'pydantic'])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


WRONG: dict[str, tuple[Callable[[], Any], str]] = {
    "an unknown keyword of parse_path": (lambda: parse_path("q.txt", bogus=1), r"parse_path\(\) got .* 'bogus'"),
    "an unknown keyword of parse_bytes": (lambda: parse_bytes(b"", bogus=1), "parse_bytes.*'bogus'"),  # pyright: ignore
    "text for bytes": (lambda: parse_bytes("text"), "parse_text reads text"),  # pyright: ignore
    "a base that is text": (
        lambda: parse_deadlines("6月底前", base="2031-03-01"),  # pyright: ignore
        r"parse_deadlines got '2031-03-01' as base; it is a datetime\.date",
    ),
    "no base": (lambda: parse_deadlines("6月底前", base=None), "got None as base"),  # pyright: ignore
}


@pytest.mark.parametrize(("call", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_argument_is_a_type_error_that_names_it(call: Callable[[], Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        call()


def test_an_unknown_role_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="unknown role 'boss'"):
        parse_units("县交通局", role="boss")  # pyright: ignore[reportArgumentType]


def test_a_time_of_day_in_the_base_does_not_count() -> None:
    days = [parse_deadlines("6月底前", base=base)[0].due for base in (date(2031, 3, 1), datetime(2031, 3, 1, 12))]
    assert days == ["2031-06-30", "2031-06-30"]


def test_parse_path_takes_the_options_of_parse_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一、修橋。（縣交通局負責）", encoding="utf-8")
    record = parse_path(file, script="traditional", url="https://example.org/a", segments=True)
    assert (record.source.name, record.source.url) == ("a.txt", "https://example.org/a")
    assert record.tasks[0].units[0].name == "縣交通局"


def test_halves_of_surrogate_pairs_are_no_characters() -> None:
    """As text has them that was read with ``errors="surrogateescape"``."""
    record = parse_text("\ud8001.修桥。（县交通局负责）\n2.修路。（县住建局负责）\udcff")
    assert [task.units[0].name for task in record.tasks] == ["县交通局", "县住建局"]
    assert record.source.characters == 29
