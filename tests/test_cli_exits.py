"""How a run can end: every exit code, closed pipes, Ctrl-C, bugs of ours, and what reaches a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_run import TEXT, Run, Runner, heeding_ctrl_c
from notice_parse.cli import exits, parse, work
from notice_parse.cli.app import main
from notice_parse.cli.terminal import safe, safe_line

PROGRAM = [sys.executable, "-m", "notice_parse.cli.main"]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    Path("zip.txt").write_bytes(b"PK\x03\x04\x00\x00binary\x00\x00" * 9)
    return lambda *arguments: Run(arguments, capsysbinary)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "关于开展检查的通知\n各单位：\n详见附件。".encode()])
def test_a_text_without_tasks_is_fine(run: Runner, data: bytes) -> None:
    Path("a.txt").write_bytes(data)
    ran = run("a.txt")
    assert ran.code == 0
    assert b"tasks: []" in ran.out
    assert b"diagnostics:\n- {code: NP" in ran.out


@pytest.mark.parametrize("name", ["none.txt", "zip.txt", "closed.txt"])
def test_what_cannot_be_read_is_one_line_and_2(run: Runner, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "closed.txt":  # permissions do not stop the superuser, who may run the tests

        def refuse(_source: object) -> bytes:
            raise PermissionError(13, "Permission denied", "closed.txt")

        monkeypatch.setattr(work, "read", refuse)
    ran = run(name, "-o", "out.yaml")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(f"notice-parse: cannot read {name}")
    assert ran.err.count("\n") == 1
    assert not Path("out.yaml").exists()


def test_some_of_several_is_3_and_the_others_are_written(run: Runner) -> None:
    ran = run("a.txt", "none.txt", "b.txt")
    assert ran.code == 3
    assert ran.out.count(b"schema_version") == 2
    assert "2 ok, 1 failed" in ran.err


def test_fail_fast_stops_at_the_first(run: Runner) -> None:
    ran = run("a.txt", "none.txt", "b.txt", "--fail-fast")
    assert ran.code == 3
    assert ran.out.count(b"schema_version") == 1
    assert run("none.txt", "a.txt", "--fail-fast", "-o", "out.yaml").code == 2
    assert not Path("out.yaml").exists()


def test_strict_findings_are_1_and_on_stderr(run: Runner) -> None:
    Path("doubt.txt").write_text(TEXT.replace("县交通局", ""), encoding="utf-8")
    plain = run("doubt.txt")
    strict = run("doubt.txt", "--strict", "--fail-on", "info")
    assert plain.code == 0
    assert strict.code == 1
    assert strict.out == plain.out
    assert "doubt.txt:" in strict.err
    assert ": NP" in strict.err
    assert run("doubt.txt", "none.txt", "--strict", "--fail-on", "info").code == 3


def test_strict_follows_the_settings_of_the_folder(run: Runner) -> None:
    Path("doubt.txt").write_text(TEXT.replace("县交通局", ""), encoding="utf-8")
    Path("notice-parse.toml").write_text('ignore = ["NP"]\nfail-on = "info"\n')
    assert run("doubt.txt", "--strict").code == 0
    Path("notice-parse.toml").write_text("nonsense = 1\n")
    from notice_parse.checks.settings import settings_of

    settings_of.cache_clear()
    ran = run("doubt.txt", "--strict")
    assert ran.code == 2
    assert "nonsense" in ran.err


def test_a_bug_is_70_with_what_to_report(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: object, _data: bytes, _source: object) -> None:
        raise ZeroDivisionError("\x1b[31mred")

    monkeypatch.setattr(work.Settings, "parse", broken)
    ran = run("a.txt", "none.txt")
    assert ran.code == 70
    assert "internal error at test_cli_exits.py:" in ran.err
    assert "in a.txt" in ran.err
    assert "Please report it" in ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


def test_a_bug_outside_a_file_is_70_too(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "collect", lambda *_args, **_more: 1 / 0)
    ran = run("a.txt")
    assert ran.code == 70
    assert "ZeroDivisionError" in ran.err


def test_ctrl_c_is_130(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: object, _data: bytes, _source: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(work.Settings, "parse", interrupt)
    Path("out.yaml").write_text("before")
    assert run("a.txt", "-o", "out.yaml").code == 130
    assert Path("out.yaml").read_text() == "before"
    assert not list(Path().glob(".notice-parse*"))


def test_a_full_disk_is_2_and_leaves_the_file(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device", "out.yaml")

    monkeypatch.setattr(os, "replace", full)
    Path("out.yaml").write_text("before")
    ran = run("a.txt", "-o", "out.yaml")
    assert ran.code == 2
    assert "no space left" in ran.err
    assert Path("out.yaml").read_text() == "before"


def test_precedence() -> None:
    codes = [exits.INTERRUPTED, exits.BUG, exits.USAGE, exits.SOME_UNREADABLE, exits.FINDINGS, exits.OK]
    for place, code in enumerate(codes):
        assert exits.worst(codes[place:]) == code
    assert exits.for_inputs(read=1, unreadable=1, bugs=1, findings=True) == 70
    assert exits.for_inputs(read=0, unreadable=1) == 2
    assert exits.for_inputs(read=1, unreadable=1, findings=True) == 3
    assert exits.for_inputs(read=2, unreadable=0, findings=True) == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize("format_", ["yaml", "csv", "xlsx"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, format_: str) -> None:
    rows = "".join(
        f"{number} | 修桥{number}座 | 县交通局 | 2031年6月底前 |\n"
        for number in range(3000 if format_ == "xlsx" else 600)
    )
    (tmp_path / "a.txt").write_text(TEXT + rows, encoding="utf-8")
    ran = subprocess.Popen(
        [*PROGRAM, "a.txt", "-f", format_], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.read(10)
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.stderr.close()
    assert ran.wait() == 0


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("a.txt >&-", 2, "cannot write the output: bad file descriptor"),
        ("check a.txt >&-", 2, "cannot write the output: bad file descriptor"),
        ("--help >&-", 2, "cannot write the output: bad file descriptor"),
        ("- <&-", 2, "standard input: bad file descriptor"),
        ("check - <&-", 2, "cannot read standard input: bad file descriptor"),
        ("a.txt -o b.yaml >&- <&-", 0, ""),
        ("none.txt 2>&-", 2, ""),
    ],
)
def test_a_stream_that_is_closed_from_the_start(tmp_path: Path, arguments: str, code: int, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    shell = f'"{sys.executable}" -m notice_parse.cli.main {arguments}'
    ran = subprocess.run(["sh", "-c", shell], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert ran.stderr.startswith(f"notice-parse: {said}" if said else "")
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_ctrl_c_of_the_process_is_130(tmp_path: Path) -> None:
    with heeding_ctrl_c():
        ran = subprocess.Popen([*PROGRAM, "-"], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.5)
    ran.send_signal(signal.SIGINT)
    _, err = ran.communicate()
    assert ran.returncode == 130
    assert b"Traceback" not in err


def test_stdout_is_utf8_with_lf_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = subprocess.run([*PROGRAM, "a.txt"], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert "修桥1座".encode() in ran.stdout
    assert b"\r" not in ran.stdout


def test_nothing_commands_the_terminal(run: Runner) -> None:
    ran = run("a\x1b[31m\u202e.txt", "--", "b\r.txt")
    assert ran.code == 2
    assert not set("\x1b\u202e\r") & set(ran.err)
    assert "a\\x1b[31m\\u202e.txt" in ran.err


def test_safe_text_is_readable_text() -> None:
    assert safe("修桥\t1座\n") == "修桥\t1座\n"
    assert safe_line("a\nb") == "a\\nb"
    assert safe("\udcff\u2028\x9b") == "\\udcff\\u2028\\x9b"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_file_name_that_is_no_text(run: Runner) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    Path(name).write_text(TEXT, encoding="utf-8")
    ran = run(name, "-f", "json")
    assert ran.code == 0
    assert '"name": "\ufffd\ufffd.txt"' in ran.out.decode()


def test_main_never_raises() -> None:
    assert main(["\ud800", "--nonsense"]) == 2
