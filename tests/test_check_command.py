"""``notice-parse check`` as a program: output, exit codes, settings."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from notice_parse.cli.app import main
from record_files import record, write_yaml

NOTICE = """云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

云溪府办〔2030〕12号

各区人民政府：

现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

云溪市人民政府办公室

2030年3月2日

2030年重点工作分工方案

序号 | 工作任务 | 责任单位 | 完成时限 |
1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
2 | 清理河道 | 市水利局 | 2030年6月底前 |
"""
IMPOSSIBLE = NOTICE.replace("2030年5月底前", "2030年2月30日前")
EARLY = NOTICE.replace("2030年5月底前", "2029年5月底前")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "good.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(IMPOSSIBLE, encoding="utf-8")
    (tmp_path / "early.txt").write_text(EARLY, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"PK\x03\x04\0\0")
    write_yaml(tmp_path, record())
    write_yaml(tmp_path, record(lambda r: r["tasks"][0].update(kind="x")), "broken.yaml")
    write_yaml(tmp_path, record(lambda r: r["notice"].update(issued_on="2030-03-03")), "meaning.yaml")
    write_yaml(tmp_path, record(lambda r: r["tasks"].pop()), "less.yaml")
    return tmp_path


EXIT_CODES = {
    "good.txt": 0,
    "good.txt bridges.yaml": 0,
    "wrong.txt": 1,
    "broken.yaml": 1,
    "meaning.yaml": 0,
    "meaning.yaml --fail-on warning": 1,
    "less.yaml": 0,
    "less.yaml --min-coverage 99": 1,
    "early.txt": 0,
    "early.txt --fail-on warning": 1,
    "early.txt --fail-on warning --ignore NP303": 0,
    "early.txt --fail-on warning --select NP1": 0,
    "wrong.txt broken.yaml --exit-zero": 0,
    "good.txt --min-coverage 100": 0,
    "good.txt gone.txt": 3,
    "wrong.txt gone.txt": 3,
    "gone.txt": 2,
    "binary.txt": 2,
    ".": 3,  # it holds a file that is no text
    "good.txt --select NP9": 2,
    "good.txt --min-coverage 101": 2,
    "good.txt --colour": 2,
    "": 2,
    "gone.txt --exit-zero": 2,
}


@pytest.mark.parametrize("arguments", EXIT_CODES)
def test_exit_codes(arguments: str) -> None:
    assert main(["check", *arguments.split()]) == EXIT_CODES[arguments]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_same_report_whatever_the_number_of_workers(format_: str, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", ".", "broken.yaml", "gone.txt", "-f", format_]
    alone = main(arguments), capfd.readouterr()
    together = main([*arguments, "-j", "2"]), capfd.readouterr()
    assert alone == together
    assert alone[0] == 3


def test_text_goes_to_stdout_and_the_rest_to_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", "wrong.txt", "gone.txt"])
    out, err = capfd.readouterr()
    assert "wrong.txt:16:" in out
    assert ": NP302 no such day in the calendar: " in out
    assert "cannot read gone.txt: no such file" in err
    assert "1 file checked: 1 error, " in err


def test_the_encoding_can_be_named(capfd: pytest.CaptureFixture[str]) -> None:
    Path("utf16.txt").write_bytes(Path("good.txt").read_bytes().decode("utf-8").encode("utf-16-be"))
    assert main(["check", "-q", "utf16.txt", "--encoding", "utf-16-be"]) == 0
    assert "NP007" not in capfd.readouterr().out
    assert main(["check", "good.txt", "--encoding", "utf-7000"]) == 2


def test_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", "-q", "wrong.txt"])
    out, err = capfd.readouterr()
    assert "NP302" in out
    assert err == ""


def test_github_is_chosen_under_actions(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(["check", "wrong.txt"])
    lines = capfd.readouterr().out.splitlines()
    assert any(line.startswith("wrong.txt:16:") for line in lines)
    assert any(line.startswith("::error file=wrong.txt,line=16,") for line in lines)
    main(["check", "wrong.txt", "--format", "text"])
    assert "::error" not in capfd.readouterr().out


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_documents_hold_all_files(format_: str, capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", "wrong.txt", "broken.yaml", "gone.txt", "--format", format_])
    text = capfd.readouterr().out
    document = json.loads(text)
    assert "NP302" in text
    assert "NP504" in text
    assert document.get("version") == "2.1.0" or document["summary"]["unreadable"] == 1


def test_settings_and_the_command_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "early.txt").write_text(EARLY, encoding="utf-8")
    (folder / "deep" / "notice-parse.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    assert main(["check", "early.txt"]) == 0
    assert main(["check", "deep/early.txt"]) == 1
    assert main(["check", "deep/early.txt", "--fail-on", "error"]) == 0


def test_wrong_settings_are_a_usage_error(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "early.txt").write_text(EARLY, encoding="utf-8")
    (folder / "deep" / "notice-parse.toml").write_text("colour = 1\n", encoding="utf-8")
    assert main(["check", "deep/early.txt"]) == 2
    assert "unknown key 'colour'" in capfd.readouterr().err


def test_standard_input_is_a_notice(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    import io
    import sys

    stdin = io.TextIOWrapper(io.BytesIO(IMPOSSIBLE.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["check", "-"]) == 1
    assert "-:16:" in capfd.readouterr().out


def test_a_bug_of_ours_is_said(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr("notice_parse.checks.run.check_notice", fail)
    assert main(["check", "good.txt", "bridges.yaml"]) == 70
    assert "RuntimeError: oops" in capfd.readouterr().err


def test_rules_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert "NP202  info     inherited-units " in capfd.readouterr().out
    assert main(["rules", "np202"]) == 0
    assert "FAIL::" in capfd.readouterr().out
    assert main(["rules", "NP2"]) == 2
    assert "NP201, NP202" in capfd.readouterr().err
    assert main(["rules", "nothing"]) == 2


SELECTED = {
    "": ["NP303"],
    "--select NP303": ["NP303"],
    "--ignore NP303": [],
    "--extend-ignore NP3": [],
    "--extend-select NP404": ["NP303"],
    "--select NP4 --extend-select NP303": ["NP303"],
    "--ignore NP3 --extend-select deadline-before-notice": ["NP303"],
    "--extend-ignore NP303 --extend-select NP303": [],
    "--select NP303 settings": [],
    "--extend-select NP303 settings": [],
    "--select NP303,NP3 --ignore NP1 settings": [],
    "--ignore NP3 --extend-select NP303 ignored": ["NP303"],
    "--extend-select NP303 ignored": ["NP303"],
    "--extend-ignore NP1 ignored": [],
}


@pytest.mark.parametrize(("options", "reported"), SELECTED.items(), ids=SELECTED)
def test_what_is_selected(
    folder: Path, options: str, reported: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """``settings`` leaves NP3 out for the file, ``ignored`` leaves it out for all."""
    *given, last = options.split() or [""]
    if last == "settings":
        (folder / "notice-parse.toml").write_text('[per-file-ignores]\n"early.txt" = ["NP3"]\n')
    elif last == "ignored":
        (folder / "notice-parse.toml").write_text('ignore = ["NP3"]\n')
    else:
        given = options.split()
    main(["check", "-q", "early.txt", *given])
    printed = capsysbinary.readouterr().out.decode()
    assert [line.split()[1] for line in printed.splitlines()] == reported


def test_a_folder_holds_records_too(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "deep").mkdir()
    write_yaml(folder / "deep", record(lambda r: r["tasks"][0].update(kind="x")), "broken.yaml")
    (folder / "deep" / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    (folder / "deep" / "tasks.yml").write_text("tasks: [1]", encoding="utf-8")
    assert main(["check", "deep"]) == 1
    captured = capfd.readouterr()
    assert captured.out.startswith("deep/broken.yaml:")
    assert "package" not in captured.out + captured.err
    assert "tasks.yml" not in captured.out + captured.err


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
@pytest.mark.parametrize("records", [False, True])
def test_standard_input_holds_a_notice_or_records(
    form: str, records: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if records and form == "yaml":
        form = "jsonl"
    main(["good.txt", "-f", form, *(["--records"] if records else [])])
    made = capfd.readouterr().out
    for text, code in [(made, 0), (made.replace("responsible", "sponsor"), 1)]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(["check", "-"]) == code
        captured = capfd.readouterr()
        assert ("NP504" in captured.out) == bool(code), captured


@pytest.mark.parametrize(
    ("left_out", "options", "reported"),
    [
        ("NP3", ["--select", "NP4"], False),
        ("NP3", ["--select", "NP3"], True),
        ("NP3", ["--extend-select", "NP3"], True),
        ("NP3", ["--select", "NP302"], True),
        ("NP302", ["--select", "NP3"], False),  # the longer prefix wins
    ],
)
def test_what_the_command_line_selects_is_reported(
    left_out: str, options: list[str], reported: bool, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "notice-parse.toml").write_text(f'ignore = ["{left_out}"]\n')
    assert main(["check", "wrong.txt", *options]) == int(reported)
    assert ("NP302" in capfd.readouterr().out) == reported
