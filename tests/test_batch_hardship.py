"""Workers that die or hang, and runs that are killed: only the file at fault is lost, nothing is half-written."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli_run import TEXT, heeding_ctrl_c
from notice_parse.cli import pool
from notice_parse.cli.inputs import Input
from notice_parse.cli.work import Job, Outcome, Settings, lost, process

PROGRAM = [sys.executable, "-m", "notice_parse.cli.main"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals differ there")


class Hostile(Settings):
    """Settings whose parsing does what the input says; a module-level class, so that workers can import it."""

    def parse(self, data: bytes, source: Input) -> Any:
        word = data.split(b"\n")[0]
        if word == b"die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == b"hang":
            time.sleep(60)
        if word == b"bug":
            raise ZeroDivisionError
        return super().parse(data, source)


def outcomes(folder: Path, contents: list[str], timeout: float | None = None) -> list[Outcome]:
    jobs: list[Job] = []
    for index, content in enumerate(contents):
        path = folder / f"{index:03}.txt"
        path.write_text(content, encoding="utf-8")
        jobs.append(Job(index, Input(str(path))))
    return list(pool.run(jobs, partial(process, Hostile()), lost, workers=2, timeout=timeout))


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spawned workers import this module to unpickle the settings."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


def test_a_worker_that_dies_costs_its_file_only(tmp_path: Path) -> None:
    contents = [TEXT] * 30
    contents[7] = "die"
    contents[8] = "bug"
    contents[21] = "die"
    found = outcomes(tmp_path, contents)
    assert [outcome.number for outcome in found] == list(range(30))
    assert {one.number: one.status for one in found if one.status != "ok"} == {7: "failed", 8: "bug", 21: "failed"}
    assert "007.txt: its worker process died" in found[7].message


def test_a_file_that_takes_too_long_costs_itself_only(tmp_path: Path) -> None:
    contents = [TEXT] * 20
    contents[3] = "hang"
    found = outcomes(tmp_path, contents, timeout=3)
    assert [one.number for one in found if one.status != "ok"] == [3]
    assert "003.txt: took longer than 3 s" in found[3].message


def test_chunks_hold_every_job_once_and_in_order() -> None:
    jobs = [Job(index, Input("x")) for index in range(100)]
    for workers in (1, 2, 64):
        chunks = list(pool.chunks(jobs, workers))
        assert [job for chunk in chunks for job in chunk] == jobs
        assert max(map(len, chunks)) <= 16


def test_a_run_that_is_killed_again_and_again_completes(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    rows = "".join(f"{number} | 修桥{number}座 | 县交通局 | 2031年6月底前 |\n" for number in range(2, 40))
    for number in range(40):
        (source / f"{number:03}.txt").write_text(f"{TEXT}{rows}{number}", encoding="utf-8")
    command = [*PROGRAM, "in", "--out-dir", "out", "--manifest", "manifest.jsonl"]
    for attempt in range(5):
        run = subprocess.Popen([*command, "-j", str(attempt % 2 + 1)], cwd=tmp_path, stderr=subprocess.DEVNULL)
        wait_for(lambda: len(outputs(tmp_path)) > attempt * 7, run)  # noqa: B023 - called before the next attempt
        run.kill()
        run.wait()
        for path in outputs(tmp_path):
            assert len(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["tasks"]) == 39
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "40 ok" not in done.stderr  # some were done before
    subprocess.run([*PROGRAM, "in", "--out-dir", "clean"], cwd=tmp_path, capture_output=True, check=True)
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def outputs(folder: Path) -> list[Path]:
    return list((folder / "out").glob("*.yaml"))


def wait_for(condition: Callable[[], bool], run: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while run.poll() is None and time.monotonic() < deadline and not condition():
        time.sleep(0.005)


def tree(folder: Path) -> dict[str, str]:
    """Every file but the state and the lock, temporary ones among them."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.name not in (".notice-parse.jsonl", ".notice-parse.lock")
    }


def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    run = subprocess.Popen([*PROGRAM, ".", "-j", "2", "-o", "out.yaml"], cwd=tmp_path, stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    workers = children(run.pid)
    run.kill()
    run.wait()
    assert all_end(workers)


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return list(map(int, path.read_text().split())) if path.exists() else []


def all_end(pids: list[int]) -> bool:
    deadline = time.monotonic() + 20
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not any(map(alive, pids))


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_asked_to_stop_cleans_up(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    rows = "".join(f"{number} | 修桥{number}座 | 县交通局 | 2031年6月底前 |\n" for number in range(2, 40))
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(TEXT + rows, encoding="utf-8")
    command = [*PROGRAM, ".", "-j", "2", "-o", "out.yaml", "--manifest", "manifest.jsonl"]
    with heeding_ctrl_c():
        run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
    wait_for(lambda: len(list(tmp_path.glob(".notice-parse*"))) == 2, run)
    workers = children(run.pid)
    run.send_signal(sent)
    _, err = run.communicate()
    assert run.returncode == code
    assert b"Traceback" not in err
    assert not [path for path in tmp_path.iterdir() if path.suffix != ".txt"]
    assert all_end(workers)
