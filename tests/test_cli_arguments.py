"""What arguments mean: the bare form, commands, files that look like commands, combinations that make no sense."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from cli_run import TEXT, Run, Runner
from notice_parse import __version__
from notice_parse.cli import registry


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: Run(arguments, capsysbinary)


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes, *, terminal: bool = False) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))  # pyright: ignore[reportArgumentType]
    stream.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", stream)


def test_a_file_gives_one_yaml_document(run: Runner) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    ran = run("a.txt")
    record = yaml.safe_load(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert record["source"]["name"] == "a.txt"
    assert record["source"]["path"] is None
    assert [task["content"] for task in record["tasks"]] == ["修桥1座"]
    assert run("parse", "a.txt").out == ran.out


def test_json_holds_the_values_of_yaml(run: Runner) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert json.loads(run("a.txt", "-f", "json").out) == yaml.safe_load(run("a.txt").out)


@pytest.mark.parametrize("rest", [["-f", "csv"], ["-f", "json", "--records"], ["-o", "a.sqlite"]])
def test_segments_need_a_form_that_holds_them(run: Runner, rest: list[str]) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    ran = run("a.txt", "--segments", *rest)
    assert ran.code == 2
    assert "--segments goes with whole records: yaml, json, jsonl" in ran.err


def test_standard_input(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, TEXT.encode())
    record = json.loads(run("-", "--format", "json").out)
    assert record["source"]["name"] == "-"
    assert len(record["tasks"]) == 1


def test_no_arguments_read_a_pipe(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, TEXT.encode())
    assert yaml.safe_load(run().out)["tasks"]


def test_no_arguments_show_help_on_a_terminal(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"", terminal=True)
    ran = run()
    assert ran.code == 0
    assert ran.out.startswith(b"Usage: notice-parse ")


def test_help_shows_the_options_of_parse_and_the_commands(run: Runner) -> None:
    shown = run("--help").out.decode()
    assert "--out-dir" in shown
    assert all(f"\n  {name}" in shown for name in registry.COMMANDS)
    own = run("parse", "--help").out.decode()
    assert "--out-dir" in own
    assert "Commands:" not in own


def test_every_command_has_help(run: Runner) -> None:
    for name in registry.COMMANDS:
        ran = run(name, "--help")
        assert (ran.code, ran.err) == (0, ""), name
        assert ran.out.startswith(f"Usage: notice-parse {name} ".encode())


def test_version_needs_no_click() -> None:
    import subprocess

    code = (
        "import sys; sys.argv = ['notice-parse', '--version']\n"
        "from notice_parse.cli.main import run; run()\n"
        "assert not {'click', 'pydantic', 'yaml', 'jieba', 'opencc'} & set(sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == f"notice-parse {__version__}\n"


@pytest.mark.parametrize("arguments", [("./check",), ("--", "check"), ("-f", "yaml", "check"), ("parse", "check")])
def test_only_the_first_argument_can_be_a_command(run: Runner, arguments: tuple[str, ...]) -> None:
    Path("check").write_text(TEXT, encoding="utf-8")
    ran = run(*arguments)
    assert ran.code == 0
    assert yaml.safe_load(ran.out)["source"]["name"] == "check"


def test_a_missing_file_close_to_a_command_gets_a_hint(run: Runner) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert ran.err == "notice-parse: cannot read chek: no such file; did you mean the command 'check'?\n"
    assert "check the path" in run("notices.txt").err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.txt", "--out-dir", "out", "-o", "a.yaml"], "give one of them"),
        (["a.txt", "--force"], "--force goes with --out-dir"),
        (["a.txt", "--prune"], "--prune goes with --out-dir"),
        (["a.txt", "--fail-on", "info"], "--fail-on goes with --strict"),
        (["a.txt", "--records", "-f", "yaml"], "choose one of json, jsonl"),
        (["a.txt", "--lang", "zh"], "csv and xlsx"),
        (["a.txt", "b.txt", "--url", "http://a"], "one notice"),
        (["a.txt", "--encoding", "klingon"], "try utf-8, gb18030"),
        (["a.txt", "--encoding", "hex"], "try utf-8, gb18030"),
        (["a.txt", "--format", "toml"], "'toml' is not one of"),
        (["a.txt", "--manifest", "-"], "--manifest needs a file"),
        (["a.txt", "-o", "."], "is a folder"),
        (["a.txt", "-o", "none/a.yaml"], "there is no folder"),
        (["a.txt", "-o", "a.txt"], "would be overwritten"),
        (["a.txt", "--manifest", "a.txt"], "would be overwritten"),
        (["a.txt", "-f", "sqlite"], "-o FILE.sqlite"),
        (["-", "-"], "once only"),
        (["empty"], "nothing to read in empty"),
        (["--files-from", "none"], "cannot read the list none"),
    ],
)
def test_what_makes_no_sense_is_said_before_any_work(run: Runner, arguments: list[str], reason: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("empty").mkdir()
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == b""
    assert reason in ran.err
    assert "Traceback" not in ran.err
    assert Path("a.txt").read_text(encoding="utf-8") == TEXT
    assert sorted(os.listdir()) == ["a.txt", "empty"]


def test_xlsx_to_a_terminal_is_an_error(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = run("a.txt", "-f", "xlsx")
    assert ran.code == 2
    assert "-o FILE.xlsx" in ran.err


def test_options_reach_the_parser(run: Runner) -> None:
    Path("a.txt").write_bytes(TEXT.encode("gb18030"))
    record = json.loads(run("a.txt", "-f", "json", "--encoding", "gb18030", "--url", "http://a/", "--segments").out)
    assert record["source"]["encoding"] == "gb18030"
    assert record["source"]["url"] == "http://a/"
    assert record["segments"]
    assert json.loads(run("a.txt", "-f", "json", "--script", "keep").out)["generator"]["options"] == {"script": "keep"}


def test_the_suffix_after_o_is_the_format(run: Runner) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("a.txt", "-o", "a.json").code == 0
    assert json.loads(Path("a.json").read_bytes())["tasks"]
    assert run("a.txt", "-o", "a.txt.out", "-f", "csv").code == 0
    assert Path("a.txt.out").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_suffix_that_no_format_has_is_a_mistake_unless_the_format_is_named(run: Runner) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    ran = run("a.txt", "-o", "a.pdf")
    assert ran.code == 2
    assert ".pdf" in ran.err
    assert ".xlsx" in ran.err
    assert not Path("a.pdf").exists()
    assert run("a.txt", "-o", "a.pdf", "--format", "json").code == 0
    assert run("a.txt", "-o", "records").code == 0


@pytest.mark.parametrize("name", registry.COMMANDS)
def test_every_command_takes_the_short_form_of_help(run: Runner, name: str) -> None:
    ran = run(name, "-h")
    assert ran.code == 0
    assert ran.out == run(name, "--help").out


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "notice_parse", "-"], cwd=tmp_path, input=TEXT.encode(), capture_output=True, check=True
    )
    assert "修桥1座".encode() in ran.stdout


@pytest.mark.parametrize("arguments", ["", "-f json", "--out-dir out", "-o a.yaml", "parse", "--strict"])
@pytest.mark.parametrize("terminal", [False, True])
def test_no_input_is_said(run: Runner, monkeypatch: pytest.MonkeyPatch, arguments: str, terminal: bool) -> None:
    """``notice-parse $EMPTY`` in a script: an empty record would hide the mistake."""
    give_stdin(monkeypatch, b"", terminal=terminal)
    if not arguments and terminal:
        return  # shows the help
    ran = run(*arguments.split())
    assert (ran.code, ran.out) == (2, b"")
    assert "no input: give files or folders, or - for standard input" in ran.err
    assert list(Path().iterdir()) == []


def test_an_empty_standard_input_that_is_meant_is_a_notice(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"")
    assert yaml.safe_load(run("-").out)["tasks"] == []


ONE_FILE = [
    "a.txt -f json -o q.json --manifest q.json",
    "a.txt -o q.xlsx --manifest ./q.xlsx",
    "a.txt -o q.sqlite --manifest folder/../q.sqlite",
    "a.txt --out-dir out --manifest out/a.yaml",
    "a.txt --out-dir out --manifest out/.notice-parse.jsonl",
    "a.txt --out-dir out --manifest out/.notice-parse.lock",
    "a.txt -o q.yaml --manifest a.txt",
    "--files-from list -o q.yaml --manifest list",
    "--files-from list -f yaml -o list",
    "a.txt -o link.yaml --manifest real.yaml",
]


@pytest.mark.parametrize("arguments", ONE_FILE)
def test_two_things_are_never_written_to_one_file(run: Runner, arguments: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("list").write_text("a.txt\n", encoding="utf-8")
    Path("folder").mkdir()
    Path("out").mkdir()
    Path("real.yaml").write_text("")
    Path("link.yaml").symlink_to("real.yaml")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    ran = run(*arguments.split())
    assert ran.code == 2
    assert "one file" in ran.err or "would be overwritten" in ran.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_takes_both(run: Runner) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("a.txt", "-o", "/dev/null", "--manifest", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


SUFFIXES = [
    ("-f csv -o x.xlsx", "x.xlsx is written as csv, as --format says, not as xlsx"),
    ("-f json -o x.yaml", "x.yaml is written as json, as --format says, not as yaml"),
    ("-f json -o x.yaml -q", ""),
    ("-f yaml -o x.yml", ""),
    ("-f sqlite -o x.db", ""),
    ("-f json -o x.dat", ""),
    ("-o x.csv", ""),
]


@pytest.mark.parametrize(("arguments", "said"), SUFFIXES)
def test_a_suffix_of_another_format_is_said(run: Runner, arguments: str, said: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    ran = run("a.txt", *arguments.split())
    assert (ran.code, ran.err) == (0, f"notice-parse: {said}\n" if said else "")


@pytest.mark.parametrize("name", ["a.yaml", "b.JSON", "c.jsonl"])
def test_a_record_file_that_is_parsed_is_said(run: Runner, name: str) -> None:
    Path(name).write_text(TEXT, encoding="utf-8")
    ran = run(name)
    assert ran.code == 0
    assert "read as a notice, although its suffix is one of record files" in ran.err
    assert name in ran.err
    assert run("-q", name).err == ""
