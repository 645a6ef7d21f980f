"""Which findings are reported and which fail a run: codes, prefixes, settings files."""

from __future__ import annotations

from pathlib import Path

import pytest
from notice_parse.checks.selection import Selection, UnknownCode, as_prefix, exceeds
from notice_parse.checks.settings import KEYS, BadSettings, settings_of
from notice_parse.rules import located

SELECTIONS = [
    ((), (), True),
    (("NP202",), (), True),
    (("NP2",), (), True),
    (("NP3",), (), False),
    ((), ("NP202",), False),
    ((), ("NP2",), False),
    (("NP202",), ("NP2",), True),
    (("NP2",), ("NP202",), False),
    (("NP202",), ("NP202",), False),
    (("inherited-units",), ("NP",), True),
]


@pytest.mark.parametrize(("select", "ignore", "reported"), SELECTIONS)
def test_the_longer_prefix_wins(select: tuple[str, ...], ignore: tuple[str, ...], reported: bool) -> None:
    selection = Selection(tuple(map(as_prefix, select)), tuple(map(as_prefix, ignore)))
    assert selection.reports("NP202") is reported


def test_unknown_codes_name_the_nearest() -> None:
    assert as_prefix("np2") == "NP2"
    with pytest.raises(UnknownCode, match="inherited-units"):
        as_prefix("inherited-unit")
    with pytest.raises(UnknownCode, match="notice-parse rules"):
        as_prefix("colour")


@pytest.mark.parametrize(("floor", "fails"), [("info", True), ("warning", True), ("error", False)])
def test_exceeds(floor: str, fails: bool) -> None:
    found = [located("role-guessed", "", line=1, column=1)]
    assert exceeds(found, floor) is fails
    assert not exceeds([], floor)


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_nearest_ancestor_decides(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.notice-parse]\nfail-on = "warning"\n')
    write(tmp_path / "a", "pyproject.toml", "[project]\nname = 'x'\n")
    write(tmp_path / "a" / "b", "notice-parse.toml", 'ignore = ["NP2", "no-task"]\n')
    write(tmp_path / "a" / "b", "pyproject.toml", '[tool.notice-parse]\nfail-on = "info"\n')
    (tmp_path / "a" / "b" / "c").mkdir()
    assert settings_of(tmp_path / "a").fail_on == "warning"
    assert settings_of(tmp_path / "a" / "b" / "c").selection.ignore == ("NP2", "NP101")
    assert settings_of(tmp_path / "a" / "b" / "c").fail_on == "error"


def test_all_keys(tmp_path: Path) -> None:
    write(
        tmp_path,
        "notice-parse.toml",
        'select = "NP2"\nignore = ["NP202"]\nfail-on = "info"\nmin-coverage = 99\nformat = "json"\n'
        'source-root = "in"\n[per-file-ignores]\n"old/*" = ["NP1"]\n"*.yaml" = ["NP509"]\n',
    )
    settings = settings_of(tmp_path)
    assert settings.selection == Selection(("NP2",), ("NP202",))
    assert (settings.fail_on, settings.min_coverage, settings.format) == ("info", 99.0, "json")
    assert settings.source_roots == (tmp_path / "in",)
    assert settings.ignored_in(tmp_path / "old" / "deep" / "a.yaml") == ("NP1", "NP509")
    assert settings.ignored_in(tmp_path / "new" / "a.txt") == ()


WRONG = {
    'fail_on = "info"': "unknown key 'fail_on'.*fail-on",
    'colour = "red"': "unknown key.*" + ", ".join(KEYS),
    'fail-on = "bad"': "one of info, warning, error",
    "fail-on = 3": "one of info, warning, error",
    "min-coverage = true": "percentage",
    "min-coverage = 101": "percentage",
    "select = [1]": "list of strings",
    'select = ["NP9"]': "no rule has",
    'per-file-ignores = ["a"]': "table of file patterns",
    "select = [": "notice-parse.toml",
}


@pytest.mark.parametrize("text", WRONG)
def test_mistakes_in_settings_are_explained(tmp_path: Path, text: str) -> None:
    write(tmp_path, "notice-parse.toml", text)
    with pytest.raises(BadSettings, match=WRONG[text]) as caught:
        settings_of(tmp_path)
    assert str(tmp_path) in str(caught.value)
