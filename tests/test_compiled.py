"""Kept patterns match what newly compiled ones match, and what is kept can be missing, foreign or damaged."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from notice_parse.cli import precompile
from notice_parse.normalize import compiled
from notice_parse.normalize.lazy import all_patterns

SAMPLES = Path(__file__).parent.parent / "samples"
SOURCES = [
    (r"(?P<number>[一二三四五六七八九十]+)、(?P<title>[^。]*)", 0),
    (r"(?i)ftp|https?://\S+", 0),
    (r"^第 (\d+) 条 # a comment", re.VERBOSE | re.MULTILINE),
    (r"(?:(?<=[县市区])局|(\d)?(?(1)日|月))(?=前)", re.DOTALL),
]
TEXT = "一、修桥。3日前县局前月前\n第12条 HTTP://a.example/ "


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store of its own with SOURCES in it."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(compiled, "_fresh", {})
    compiled._kept.cache_clear()
    for source, flags in SOURCES:
        compiled.compiled(source, flags)
    compiled.keep()
    (path,) = tmp_path.rglob("*.patterns")
    monkeypatch.setattr(compiled, "_fresh", {})
    compiled._kept.cache_clear()
    yield path
    compiled._kept.cache_clear()


def matches(pattern: re.Pattern[str], text: str = TEXT) -> list[object]:
    return [(found.span(), found.groups(), found.groupdict(), found.lastgroup) for found in pattern.finditer(text)]


def assert_same() -> None:
    for source, flags in SOURCES:
        made, expected = compiled.compiled(source, flags), re.compile(source, flags)
        assert matches(made) == matches(expected) != []
        assert (made.pattern, made.flags, made.groups, made.groupindex) == (
            (expected.pattern, expected.flags, expected.groups, expected.groupindex)
        )


def test_kept_patterns_are_used_and_match_the_same(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_assemble", lambda key: pytest.fail(f"compiled again: {key}"))
    assert_same()


def test_every_pattern_of_the_program_matches_the_same(kept: Path) -> None:
    for name in precompile.module_names():
        __import__(name)
    text = "\n".join(path.read_text(encoding="utf-8")[:600] for path in sorted(SAMPLES.glob("*.txt"))[::9])
    patterns = all_patterns()
    assert len(patterns) > 300
    for pattern in patterns:
        source, flags = pattern.pattern, pattern.flags
        made = compiled.compiled(source, flags)
        assert matches(made, text) == matches(re.compile(source, flags), text), source


@pytest.mark.parametrize(
    "damage",
    [
        lambda held: b"",
        lambda held: held[:-7],
        lambda held: held[:40] + b"?" + held[41:],
        lambda held: b"another build" + held,
        lambda held: held.replace(sys.version[:4].encode(), b"9.99", 1),
    ],
)
def test_what_is_damaged_or_foreign_is_not_used(kept: Path, damage: object) -> None:
    assert callable(damage)
    kept.write_bytes(damage(kept.read_bytes()))
    assert_same()
    assert len(compiled._fresh) == len(SOURCES)


def test_an_entry_that_is_damaged_costs_only_itself(kept: Path) -> None:
    held = kept.read_bytes()
    kept.write_bytes(held[:-3] + bytes([held[-3] ^ 1]) + held[-2:])
    assert_same()
    assert list(compiled._fresh) == [SOURCES[-1]]


def test_patterns_of_one_number_are_told_apart(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_number", lambda key: compiled.zlib.crc32(SOURCES[0][0].encode(), 0))
    assert_same()


def test_a_store_that_cannot_be_written_is_no_error(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()
    assert_same()
    compiled.keep()
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_python_without_these_parts_compiles_as_usual(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_engine() -> None:
        raise ImportError

    monkeypatch.setattr(compiled, "_engine", no_engine)
    assert_same()
    kept.unlink()
    compiled._kept.cache_clear()
    assert_same()


def test_code_that_the_engine_refuses_is_compiled_anew(kept: Path) -> None:
    kept.unlink()
    compiled._kept.cache_clear()
    for source, flags in SOURCES:
        compiled.compiled(source, flags)
    for key, (flags, _code, *rest) in list(compiled._fresh.items()):
        compiled._fresh[key] = (flags, b"\xff\xff\xff\xff" * 4, *rest)
    assert_same()


def test_errors_in_a_pattern_appear() -> None:
    with pytest.raises(re.error):
        compiled.compiled("(一")


@pytest.mark.parametrize("write", [True, False])
def test_the_program_writes_where_python_writes(tmp_path: Path, write: bool) -> None:
    sample = next(iter(sorted(SAMPLES.glob("10_*.txt"))))
    command = [sys.executable, *([] if write else ["-B"]), "-m", "notice_parse", str(sample), "--format", "json"]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPYCACHEPREFIX": str(tmp_path)
    }
    outputs = {subprocess.run(command, env=environment, check=True, capture_output=True).stdout for _ in range(2)}
    assert len(outputs) == 1
    assert bool(list(tmp_path.rglob("*.patterns"))) == write


def test_precompile_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "file")}
    command = [sys.executable, "-m", "notice_parse.cli.precompile"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("notice-parse: cannot write ") and done.stderr.count("\n") == 1
