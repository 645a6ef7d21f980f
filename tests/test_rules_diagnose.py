"""From doubts and findings to diagnostics: places, folding, numbering, and what a clean run costs."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from notice_parse import parse_text
from notice_parse.checks.schema import fit
from notice_parse.parsers.text.numerals import integer
from notice_parse.rules import SourceDoubt, diagnose, load
from notice_parse.rules.numbering import irregular_numbers
from notice_parse.rules.ordinal import ordinal
from notice_parse.rules.ranges import Ranges
from notice_parse.rules.screen import suspects
from record_files import SOURCE, record


def full(value: dict[str, Any]) -> dict[str, Any]:
    fitted = fit(value)
    assert fitted.record is not None
    return fitted.record


CLEAN = full(record())


def test_a_clean_record_has_no_suspects() -> None:
    assert suspects(CLEAN, SOURCE) == set()
    assert diagnose(CLEAN, [], SOURCE) == []


def test_places_count_every_kind_of_line_end() -> None:
    (entry,) = diagnose(CLEAN, [SourceDoubt("role-guessed", 7, 9, "b", task=2)], "a\r\nb\rc\nxyz")
    assert (entry["line"], entry["column"], entry["task"]) == (4, 1, 2)
    assert entry["span"] == {"start": 7, "end": 9, "line": 4, "end_line": 4}
    assert (entry["code"], entry["severity"]) == ("NP203", "warning")


def test_places_outside_the_source_are_drawn_in() -> None:
    (entry,) = diagnose(CLEAN, [SourceDoubt("role-guessed", 50, 70)], "abc")
    assert entry["span"] == {"start": 3, "end": 3, "line": 1, "end_line": 1}


def test_a_doubt_of_which_no_more_is_said_quotes_its_text() -> None:
    text = "1.修缮北桥。（市交通局牵头，做好\n  记录）"
    (entry,) = diagnose(CLEAN, [SourceDoubt("cells-left-over", 15, len(text) - 1)], text)
    assert entry["message"].endswith(": 做好 记录")


def test_damage_to_characters_is_folded_with_its_count() -> None:
    doubts = [SourceDoubt("characters-restored", at, at + 1, "数", task=at) for at in (1, 5, 9)]
    (entry,) = diagnose(CLEAN, doubts, SOURCE)
    assert entry["message"].endswith("数 (×3)")
    assert entry["task"] is None


def test_other_doubts_keep_their_places_and_exact_repeats_are_one() -> None:
    doubts = [SourceDoubt("cells-left-over", at, at + 1, task=1) for at in (9, 5, 5)]
    assert [entry["column"] for entry in diagnose(CLEAN, doubts, SOURCE)] == [6, 10]


def test_a_doubt_and_a_finding_about_one_thing_are_one() -> None:
    changed = full(record(lambda r: r["tasks"][0]["units"][0].update(inherited=True)))
    start = changed["tasks"][0]["units"][0]["span"]["start"]
    doubts = [SourceDoubt("inherited-units", start, start + 4, "市交通局", task=1)]
    (entry,) = diagnose(changed, doubts, SOURCE)
    assert entry["span"]["start"] == start
    assert len(diagnose(changed, [], SOURCE)) == 1


def test_the_record_has_the_last_word_on_what_is_missing() -> None:
    missing = SourceDoubt("title-missing", 4, 8)
    assert diagnose(CLEAN, [missing], SOURCE) == []
    untitled = full(record(lambda r: r["notice"].update(title=None)))
    (entry,) = diagnose(untitled, [missing], SOURCE)
    assert entry["column"] == 5


NUMBERINGS: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "runs on": ([("一", "1"), ("一", "2"), ("二", "3")], []),
    "starts anew": ([("一", "1"), ("一", "2"), ("二", "1")], []),
    "several clauses": ([("一", "1"), ("一", "1"), ("一", "2")], []),
    "back to a group after a page break": ([("一", "1"), ("二", "1"), ("一", "2")], []),
    "gap": ([("一", "1"), ("一", "3")], ["gap 3 after 1"]),
    "gap at the start": ([("一", "2"), ("一", "3")], ["gap 2 after 0"]),
    "gap between groups": ([("一", "1"), ("二", "4")], ["gap 4 after 1"]),
    "repeat": ([("一", "1"), ("一", "2"), ("一", "3"), ("一", "2")], ["repeat 2 after 3"]),
    "restart": ([("一", "1"), ("一", "2"), ("一", "1")], ["restart 1 after 2"]),
    "brackets": ([("一", "（一）"), ("一", "（二）"), ("一", "（四）")], ["gap （四） after 2"]),
    "sections may be narrative": ([("", "一"), ("", "三")], []),
    "no numbers": ([("一", ""), ("一", "A")], []),
}


@pytest.mark.parametrize(("items", "expected"), NUMBERINGS.values(), ids=NUMBERINGS)
def test_numbering(items: list[tuple[str, str]], expected: list[str]) -> None:
    tasks = [
        {
            "part": 1,
            "number": number or None,
            "headings": [{"label": label, "title": f"标题{label}"}] if label else [],
            "span": {"start": 0, "end": 0},
        }
        for label, number in items
    ]
    found = irregular_numbers({"tasks": tasks}, None)
    assert [f"{each.kind} {each.number} after {each.previous}" for each in found] == expected


def test_items_with_sub_items_fill_the_row_of_their_siblings() -> None:
    outer = [{"label": "一", "title": "甲"}]
    inner = [*outer, {"label": "2", "title": "乙"}]
    rows = [("1", outer), ("（1）", inner), ("（2）", inner), ("3", outer)]
    span = {"start": 0, "end": 0}
    tasks = [{"part": 1, "number": number, "headings": path, "span": span} for number, path in rows]
    assert list(irregular_numbers({"tasks": tasks}, None)) == []


def test_a_number_printed_twice_is_seen_in_the_source() -> None:
    source = "2 甲\n2 乙\n丙"
    spans = [(0, 3), (4, 7), (8, 9)]
    tasks = [{"part": 1, "number": "2", "headings": [], "span": {"start": start, "end": end}} for start, end in spans]
    tasks[0]["number"] = "1"
    tasks.insert(1, {**tasks[1]})
    found = list(irregular_numbers({"tasks": tasks}, source))
    assert [(each.kind, each.index) for each in found] == [("repeat", 2)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("12", ("1", 12)), ("（三）", ("(一)", 3)), ("(3)", ("(1)", 3)), ("⑤", ("①", 5)), ("第三条", ("一", 3)),
     ("二十一、", ("一", 21)), ("1.2", None), ("A", None), ("", None), ("三年", None)],
)  # fmt: skip
def test_ordinals(number: str, expected: tuple[str, int] | None) -> None:
    assert ordinal(number) == expected


@pytest.mark.parametrize(("numeral", "value"), [("十", 10), ("三十", 30), ("一百零三", 103), ("二〇", 20), ("九", 9)])
def test_chinese_integers(numeral: str, value: int) -> None:
    assert integer(numeral) == value


def test_a_clean_run_imports_no_rule() -> None:
    code = (
        "import sys; from notice_parse.rules import diagnose; "
        "print([name for name in sys.modules if '.rules.np' in name])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_overlap_is_told_as_by_comparing_each() -> None:
    ranges = [(40, 50), (0, 30), (5, 10), (12, 12), (60, 60)]
    asked = Ranges(ranges)
    for start in range(62):
        for end in range(start, 63):
            assert asked.overlap(start, end) == any(a < end and start < b for a, b in ranges), (start, end)
    assert not Ranges([]).overlap(0, 9)


SAID = {
    "一、修桥。（云溪市交通局、云溪市水利局）": ["responsible (云溪市交通局、云溪市水利局)"],
    "一、修桥。（云溪市交通局、云溪市水利局）\n二、修路。（云溪市交通局）": [
        "responsible (云溪市交通局、云溪市水利局)", "responsible (云溪市交通局)",
    ],
    "一、修桥。（牵头单位：云溪市交通局、云溪市水利局）": [],
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_a_guessed_role_is_named_once_a_bracket(text: str) -> None:
    found = [entry.message for entry in parse_text(text).diagnostics if entry.name == "role-guessed"]
    assert found == [f"the role is not said and was guessed: {words}" for words in SAID[text]]


KINDS = {
    "一、修桥。\n二、修路。": ["no task found: 2 provisions alone"],
    "一、修桥。": None,
    "一、修桥。（云溪市交通局负责）\n二、修路。": [],
}


@pytest.mark.parametrize("text", KINDS)
def test_provisions_are_no_tasks(text: str) -> None:
    found = [entry.message for entry in parse_text(text).diagnostics if entry.name == "no-task"]
    assert found == KINDS[text] or (KINDS[text] is None and len(found) == 1)


def test_one_byte_is_not_many() -> None:
    assert load("damaged-bytes").message("1") == "a byte that is no text in the encoding of the notice"
    assert load("damaged-bytes").message("3") == "3 bytes that are no text in the encoding of the notice"
