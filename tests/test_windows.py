"""What differs on Windows, as far as other systems can show it."""

from __future__ import annotations

import errno
import io
import locale
import os
import sys
from pathlib import Path

import pytest
from cli_run import TEXT, Run, Runner
from notice_parse.cli import app, files, inputs


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "note.md"):
        Path(name).write_text(TEXT, encoding="utf-8")
    return lambda *arguments: Run(arguments, capsysbinary)


def test_a_pattern_that_the_shell_left_stands_for_its_files(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("*.txt", "--out-dir", "out").code == 2
    monkeypatch.setattr(inputs, "_SHELL_LEAVES_PATTERNS", True)
    assert [file.path for file in inputs.collect(["*.txt", "n*.md", "none?.txt"]).files] == [
        "a.txt",
        "b.txt",
        "note.md",
        "none?.txt",
    ]


def test_a_list_that_powershell_wrote(run: Runner) -> None:
    Path("list").write_bytes("a.txt\r\nb.txt\r\n".encode("utf-16"))
    assert run("--files-from", "list", "--out-dir", "out").err == "2 ok, 0 failed, 0 unchanged\n"


def test_a_list_in_the_encoding_of_older_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    def strict(line: bytes) -> str:
        return line.decode("utf-8")

    def chinese(_: bool) -> str:
        return "gbk"

    monkeypatch.setattr(os, "fsdecode", strict)
    monkeypatch.setattr(locale, "getpreferredencoding", chinese)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("年度任务.txt\n".encode("gbk"))))
    assert [file.path for file in inputs.collect([], ["-"]).files] == ["年度任务.txt"]


def test_a_file_that_is_read_for_a_moment_is_replaced_when_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[int] = []

    def replace(source: Path, target: Path) -> None:
        if len(refused) < 2:
            refused.append(1)
            raise PermissionError(errno.EACCES, "Access is denied", str(source), None, str(target))
        source.rename(target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(files, "_READERS_BLOCK", True)
    files.write_whole(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    refused.clear()
    monkeypatch.setattr(files, "_READERS_BLOCK", False)
    with pytest.raises(PermissionError) as error:
        files.write_whole(tmp_path / "a.yaml", b"newer")
    assert error.value.filename == str(tmp_path / "a.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_reader_who_left(monkeypatch: pytest.MonkeyPatch) -> None:
    left = OSError(errno.EINVAL, "Invalid argument")
    assert not app.reader_left(left)
    monkeypatch.setattr(os, "name", "nt")
    assert app.reader_left(left)


def test_settings_with_a_byte_order_mark(run: Runner) -> None:
    Path("notice-parse.toml").write_bytes(b"\xef\xbb\xbffail-on = 'info'\n")
    assert run("check", "a.txt").code in (0, 1)


@pytest.mark.parametrize("arguments", [("rules", "NP202"), ("rules",), ("rules", "--markdown"), ("schema",)])
def test_pages_are_utf_8_whatever_the_console(
    run: Runner, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="cp1252", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stream)
    assert app.main(arguments) == 0
    data = written.getvalue()
    assert data.decode("utf-8").endswith("\n")
    assert b"\r" not in data
