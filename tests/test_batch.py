"""Batch runs: the tree kept, unchanged inputs skipped, the same bytes whatever the number of workers."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
import yaml
from cli_run import TEXT, Run, Runner
from notice_parse.cli.state import STATE_NAME

CONTENTS = {
    "a.txt": TEXT,
    "2031/b.txt": TEXT.replace("修桥", "修路"),
    "2031/c.md": TEXT.replace("修桥", "修渠"),
    "2031/deep/d.text": "",
}


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.chdir(tmp_path)
    for name, content in CONTENTS.items():
        path = Path("in", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return lambda *arguments: Run(arguments, capsysbinary)


def files(folder: str = "out") -> dict[str, bytes]:
    """The outputs below a folder, without our own state and lock."""
    paths = [path for path in Path(folder).rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def manifest(path: str = "manifest.jsonl") -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def statuses() -> dict[object, object]:
    return {line["path"]: line["status"] for line in manifest()}


def test_the_tree_is_kept(run: Runner) -> None:
    ran = run("in", "--out-dir", "out")
    assert (ran.code, ran.out, ran.err) == (0, b"", "4 ok, 0 failed, 0 unchanged\n")
    outputs = files()
    assert list(outputs) == ["2031/b.yaml", "2031/c.yaml", "2031/deep/d.yaml", "a.yaml"]
    record = yaml.safe_load(outputs["2031/b.yaml"])
    assert (record["source"]["name"], record["source"]["path"]) == ("b.txt", "2031/b.txt")
    assert record["tasks"][0]["content"] == "修路1座"


def test_the_output_does_not_depend_on_the_folder(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    run("in", "--out-dir", "out")
    monkeypatch.chdir("in")
    run(".", "--out-dir", "../other")
    assert files("../other") == files("../out")


def test_unchanged_inputs_are_skipped_and_what_changed_is_redone(run: Runner) -> None:
    run("in", "--out-dir", "out")
    before = files()
    times = {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.yaml")}
    assert run("in", "--out-dir", "out").err == "0 ok, 0 failed, 4 unchanged\n"
    assert times == {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.yaml")}

    Path("out/a.yaml").write_text("edited")
    Path("out/2031/b.yaml").unlink()
    Path("in/2031/c.md").write_text(TEXT.replace("修桥", "修闸"), encoding="utf-8")
    ran = run("in", "--out-dir", "out", "--manifest", "manifest.jsonl")
    assert ran.err == "3 ok, 0 failed, 1 unchanged\n"
    assert statuses() == {
        "in/2031/b.txt": "ok",
        "in/2031/c.md": "ok",
        "in/2031/deep/d.text": "unchanged",
        "in/a.txt": "ok",
    }
    assert {name: data for name, data in files().items() if name != "2031/c.yaml"} == {
        name: data for name, data in before.items() if name != "2031/c.yaml"
    }
    assert run("in", "--out-dir", "out", "--force").err == "4 ok, 0 failed, 0 unchanged\n"


def test_other_options_or_another_version_redo_all(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    run("in", "--out-dir", "out")
    assert run("in", "--out-dir", "out", "--segments").err == "4 ok, 0 failed, 0 unchanged\n"
    monkeypatch.setattr("notice_parse.__version__", "9.9.9")
    assert run("in", "--out-dir", "out", "--segments").err == "4 ok, 0 failed, 0 unchanged\n"


def test_prune_removes_outputs_without_input_but_no_hand_work(run: Runner) -> None:
    run("in", "--out-dir", "out")
    Path("out/mine.yaml").write_text("mine")
    for name in ("in/2031/deep/d.text", "in/2031/b.txt"):
        Path(name).unlink()
    Path("out/2031/b.yaml").write_text("edited")
    assert "2031/b.yaml" in files()
    ran = run("in", "--out-dir", "out", "--prune")
    assert ran.code == 0
    assert "1 pruned" in ran.err
    assert "kept out/2031/b.yaml" in ran.err
    assert list(files()) == ["2031/b.yaml", "2031/c.yaml", "a.yaml", "mine.yaml"]
    assert not Path("out/2031/deep").exists()


def test_prune_leaves_what_inputs_gave_in_another_format(run: Runner) -> None:
    run("in", "--out-dir", "out", "-f", "json")
    Path("in/2031/b.txt").unlink()
    ran = run("in", "--out-dir", "out", "--prune")
    assert "1 pruned" in ran.err
    assert [name for name in files() if name.endswith(".json")] == ["2031/c.json", "2031/deep/d.json", "a.json"]
    assert len([name for name in files() if name.endswith(".yaml")]) == 3


def test_a_file_given_twice_counts_once(run: Runner) -> None:
    ran = run("in/a.txt", "in", "./in/a.txt", "-f", "jsonl")
    assert len(ran.out.splitlines()) == 4
    assert run("in/a.txt", "in/a.txt", "-f", "jsonl", "-o", "one.jsonl").err == "1 ok, 0 failed\n"


def test_a_state_file_leads_nowhere_else(run: Runner) -> None:
    run("in", "--out-dir", "out")
    Path("precious.yaml").write_text("x")
    digest = __import__("hashlib").sha256(b"x").hexdigest()
    line = {"output": "../precious.yaml", "input_sha256": "", "options": "", "output_sha256": digest, "tasks": 0}
    with Path("out", STATE_NAME).open("a") as state:
        state.write(json.dumps({**line, "worst": None}) + "\n")
        state.write('[1]\nnull\n{"output": 1}\n{"half a li')
    assert run("in", "--out-dir", "out", "--prune").err == "0 ok, 0 failed, 4 unchanged\n"
    assert Path("precious.yaml").exists()


def test_the_state_file_does_not_grow(run: Runner) -> None:
    for _ in range(4):
        run("in", "--out-dir", "out", "--force")
    assert len(Path("out", STATE_NAME).read_text().splitlines()) == 4


def test_two_runs_do_not_write_to_one_folder(run: Runner) -> None:
    from notice_parse.cli.state import State

    state = State(Path("out"))
    ran = run("in", "--out-dir", "out")
    state.close()
    assert ran.code == 2
    assert "another run" in ran.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["in/a.txt", "other/a.txt"], "would both be written to out/a.yaml"),
        (["in", "in/2031"], "would both be written"),
        (["in/same.txt", "in/same.md"], "would both be written to out/same.yaml"),
    ],
)
def test_names_that_clash_are_an_error_before_any_work(run: Runner, arguments: list[str], reason: str) -> None:
    for name in ("other/a.txt", "in/2031/a.txt", "in/same.txt", "in/same.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")
    ran = run(*arguments, "--out-dir", "out")
    assert ran.code == 2
    assert reason in ran.err
    assert not Path("out").exists()


def test_an_output_of_an_earlier_run_is_named_when_its_input_fails(run: Runner) -> None:
    run("in", "--out-dir", "out")
    Path("in/a.txt").write_bytes(b"%PDF-1.7\0")
    ran = run("in", "--out-dir", "out")
    assert ran.code == 3
    assert "out/a.yaml is still that of an earlier run" in ran.err
    assert "2031/b.yaml is still" not in ran.err


def test_an_input_is_never_overwritten(run: Runner) -> None:
    Path("in/e.yaml").write_text(TEXT, encoding="utf-8")
    os.link("in/e.yaml", "in/e.txt")
    ran = run("in/e.yaml", "in/e.txt", "--out-dir", "in")
    assert ran.code == 2
    assert "would be overwritten" in ran.err
    assert Path("in/e.yaml").read_text(encoding="utf-8") == TEXT


def test_what_a_folder_holds_besides_is_said(run: Runner) -> None:
    for name in ("table.csv", "table.tsv", "scan.pdf", "x.docx", "done.yaml", "done.jsonl", "all.sqlite"):
        Path("in", name).write_text(TEXT, encoding="utf-8")
    Path("in/gone.txt").symlink_to("nowhere.txt")
    os.mkfifo("in/pipe.txt")
    ran = run("in", "--out-dir", "out")
    assert (ran.code, len(files())) == (0, 4)
    others = "in/scan.pdf, in/table.csv, in/table.tsv and 1 more"
    assert ran.err.splitlines()[:3] == [
        "notice-parse: skipped, a link to nothing: in/gone.txt",
        "notice-parse: skipped, no regular file: in/pipe.txt",
        f"notice-parse: skipped, not a text by its suffix (name a file to have it read): {others}",
    ]
    assert run("in", "--out-dir", "out", "-q").err == ""
    Path("tables").mkdir()
    Path("tables/table.csv").write_text(TEXT, encoding="utf-8")
    ran = run("tables")
    assert ran.code == 2
    assert "tables/table.csv" in ran.err


def test_the_same_file_twice_is_written_once(run: Runner) -> None:
    assert run("in", "in/a.txt", "--out-dir", "out").err == "4 ok, 0 failed, 0 unchanged\n"


def test_hidden_files_and_links_out_of_the_tree_are_skipped_and_said_so(run: Runner, tmp_path: Path) -> None:
    Path("in/.hidden.txt").write_text(TEXT, encoding="utf-8")
    Path("in/.git").mkdir()
    Path("in/.git/x.txt").write_text(TEXT, encoding="utf-8")
    Path("outside.txt").write_text(TEXT, encoding="utf-8")
    Path("in/link.txt").symlink_to(tmp_path / "outside.txt")
    Path("in/up").symlink_to(tmp_path)
    Path("in/inside.txt").symlink_to("a.txt")
    Path("in/picture.png").write_bytes(b"\x89PNG")
    ran = run("in", "--out-dir", "out")
    assert "skipped, hidden: in/.git, in/.hidden.txt\n" in ran.err
    assert "skipped, a link out of the tree: in/link.txt, in/up\n" in ran.err
    assert list(files()) == ["2031/b.yaml", "2031/c.yaml", "2031/deep/d.yaml", "a.yaml", "inside.yaml"]
    assert run("in", "--out-dir", "out", "-q").err == ""


def test_saved_pages_are_walked_and_keep_their_suffix(run: Runner) -> None:
    page = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    Path("in/2031/b.html").write_text(page, encoding="utf-8")
    Path("in/old.HTM").write_text(page, encoding="utf-8")
    assert run("in", "--out-dir", "out").err == "6 ok, 0 failed, 0 unchanged\n"
    outputs = files()
    assert list(outputs) == [
        "2031/b.html.yaml",
        "2031/b.yaml",
        "2031/c.yaml",
        "2031/deep/d.yaml",
        "a.yaml",
        "old.HTM.yaml",
    ]
    saved, text = (yaml.safe_load(outputs[name]) for name in ("old.HTM.yaml", "a.yaml"))
    assert [task["content"] for task in saved["tasks"]] == [task["content"] for task in text["tasks"]]


def test_outputs_inside_the_folder_walked_are_no_inputs(run: Runner) -> None:
    Path("in/out").mkdir()
    Path("in/out/x.txt").write_text("mine")
    assert run("in", "--out-dir", "in/out").err == "4 ok, 0 failed, 0 unchanged\n"
    assert run("in", "--out-dir", "in/out").err == "0 ok, 0 failed, 4 unchanged\n"


def test_lists_keep_their_tree(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("list").write_bytes(b"\xef\xbb\xbfin/a.txt\r\n\r\nin/2031/b.txt\r\n")
    assert run("--files-from", "list", "--out-dir", "out").code == 0
    assert list(files()) == ["in/2031/b.yaml", "in/a.yaml"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"in/2031/b.txt\0in/a.txt\0")))
    records = json.loads(run("--files-from", "-", "-f", "json").out)
    assert [record["source"]["path"] for record in records] == ["in/2031/b.txt", "in/a.txt"]


def test_a_folder_or_list_is_always_an_array(run: Runner) -> None:
    Path("list").write_text("in/a.txt\n")
    Path("none").write_text("")
    assert isinstance(json.loads(run("in/2031/deep", "-f", "json").out), list)
    assert isinstance(json.loads(run("--files-from", "list", "-f", "json").out), list)
    assert run("--files-from", "none", "-f", "json").out == b"[]\n"
    assert isinstance(json.loads(run("in/a.txt", "-f", "json").out), dict)
    run("in", "-f", "json", "--out-dir", "out")
    assert isinstance(json.loads(files()["a.json"]), dict)


def test_standard_input_beside_files(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("in/a.txt", "-", "--out-dir", "out", "-j", "2").code == 0
    assert list(files()) == ["a.yaml", "stdin.yaml"]


def test_a_manifest_tells_of_every_input(run: Runner) -> None:
    ran = run("in/a.txt", "none.txt", "--manifest", "manifest.jsonl", "-o", "out.yaml")
    assert ran.code == 3
    good, bad = manifest()
    assert (good["path"], good["status"], good["tasks"]) == ("in/a.txt", "ok", 1)
    assert len(str(good["sha256"])) == 64
    assert {"worst", "milliseconds"} <= set(good)
    assert (bad["status"], bad["sha256"]) == ("failed", None)
    assert "no such file" in str(bad["message"])
    Path("in/pdf.txt").write_bytes(b"%PDF-1.7\0")
    run("in/pdf.txt", "--manifest", "manifest.jsonl")
    assert [(one["status"], len(str(one["sha256"]))) for one in manifest()] == [("failed", 64)]


@pytest.mark.parametrize("name", ["yaml", "json", "jsonl", "csv", "xlsx"])
def test_the_same_bytes_whatever_the_number_of_workers(run: Runner, name: str) -> None:
    for number in range(40):
        Path(f"in/n{number}.txt").write_text(TEXT.replace("1座", f"{number}座"), encoding="utf-8")
    alone = run("in", "none.txt", "-f", name, "-q")
    together = run("in", "none.txt", "-f", name, "-q", "-j", "2")
    assert alone.code == together.code == 3
    assert alone.out
    assert alone.out == together.out
    assert alone.err == together.err


def test_sqlite_in_one_and_in_many_files(run: Runner) -> None:
    import sqlite3

    assert run("in/a.txt", "in/2031/b.txt", "-o", "all.sqlite").code == 0
    assert run("in/a.txt", "-o", "all.sqlite").code == 0
    assert run("in", "-f", "sqlite", "--out-dir", "out").code == 0
    assert sorted(files()) == ["2031/b.sqlite", "2031/c.sqlite", "2031/deep/d.sqlite", "a.sqlite"]
    assert sqlite3.connect("out/a.sqlite").execute("SELECT content FROM tasks").fetchall() == [("修桥1座",)]
    Path("bad.sqlite").write_text("no database" * 99)
    ran = run("in/a.txt", "-o", "bad.sqlite")
    assert ran.code == 2
    assert "cannot be used as a database" in ran.err
    assert Path("bad.sqlite").read_text() == "no database" * 99
    held = Path("all.sqlite").read_bytes()
    ran = run("in/a.txt", "-o", "all.sqlite", "-f", "csv")
    assert (ran.code, "is a database" in ran.err) == (2, True)
    assert Path("all.sqlite").read_bytes() == held


def test_a_device_is_written_to_not_replaced(run: Runner) -> None:
    if not Path("/dev/null").exists():
        pytest.skip("no such device")
    assert run("in", "-o", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()
