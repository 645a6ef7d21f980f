"""The README and the pages of docs/ are run: commands and Python as printed, their output compared.

In a ``console`` block, lines that begin with ``$ `` are commands and those below them their output, standard error
included; ``...`` stands for anything. All blocks of a page run in order, in one folder with a copy of the samples that the
pages name.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from notice_parse import __version__
from notice_parse.cli.registry import COMMANDS, load

ROOT = Path(__file__).parent.parent
#: Pages that are run here; rules.md, check.md and outputs.md have tests of their own.
PAGES = ("README.md", "CONTRIBUTING.md", "docs/library.md", "docs/limits.md")
LINKED = ("CHANGELOG.md", *PAGES, *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return [text for found, text in _BLOCK.findall(page(name)) if found == language]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: the samples that the pages name, and notice-parse on the path."""
    (tmp_path / "samples").mkdir()
    for sample in {path for name in PAGES for path in re.findall(r"samples/[\w.-]+\.txt", page(name))}:
        shutil.copy(ROOT / sample, tmp_path / "samples")
    for script in ("notice-parse", "python"):
        assert shutil.which(script, path=str(Path(sys.executable).parent)) is not None
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="the pages show a shell")
@pytest.mark.parametrize("name", PAGES)
def test_commands_print_what_the_page_says(name: str, folder: Path) -> None:
    for block in blocks(name, "console"):
        for command, expected in _COMMAND.findall(block):
            ran = subprocess.run(
                ["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, timeout=120
            )
            output = ran.stdout.decode()
            assert ran.returncode == 0, f"{command}\n{output}"
            assert _agrees(expected, output), f"{command}\n--- printed on the page\n{expected}--- got\n{output}"


def _agrees(expected: str, output: str) -> bool:
    return doctest.OutputChecker().check_output(expected, output, doctest.ELLIPSIS)


@pytest.mark.parametrize("name", PAGES)
def test_python_gives_what_the_page_says(name: str, folder: Path) -> None:
    names: dict[str, Any] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    for block in blocks(name, "python"):
        test = doctest.DocTestParser().get_doctest(block, names, name, name, 0)
        assert test.examples, "a Python block without an example is not run"
        report: list[str] = []
        failed = runner.run(test, out=report.append, clear_globs=False).failed
        assert not failed, "".join(report)
        names.update(test.globs)


def test_the_readme_shows_what_make_does() -> None:
    """The plain commands are those of the Makefile, and .ci/run calls the README's test command."""
    together, by_hand = (text.splitlines() for text in blocks("README.md", "sh"))
    assert [line.split("#")[0].split() for line in together] == [["make", "demo"], ["make", "test"]]
    make = shutil.which("make")
    if make is not None:
        run = subprocess.run([make, "-nB", "demo", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
        recipes = [_plain(line) for line in run.stdout.splitlines()]
        assert [line for line in by_hand if line and _plain(line) not in recipes] == []
    assert re.search(r"make\b.* test$", page(".ci/run"), re.MULTILINE)


def _plain(command: str) -> str:
    """A command without quotes and without the options that keep pip quiet."""
    return re.sub(r"--quiet |--disable-pip-version-check ", "", command.replace('"', ""))


@pytest.mark.parametrize("name", (*PAGES, "docs/batch.md", "docs/check.md", "docs/outputs.md"))
def test_options_on_the_page_exist(name: str) -> None:
    known = {option for command in COMMANDS for parameter in load(command).params for option in parameter.opts}
    known |= {"--help", "--version"} | _foreign_options(name)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page(name)))
    assert named <= known, sorted(named - known)


def _foreign_options(name: str) -> set[str]:
    """Options of the project's own tools, told by their help, and of git."""
    found = {"--name-only"}
    for script in set(re.findall(r"python (benchmarks/\w+\.py)", page(name))):
        found |= set(re.findall(r"--[a-z][a-z-]+", page(script)))
    return found


@pytest.mark.parametrize("name", LINKED)
def test_links_lead_somewhere(name: str) -> None:
    for target in _links(page(name)):
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), f"{name}: {target}"
        if anchor:
            assert anchor in _anchors(file.read_text(encoding="utf-8")), f"{name}: {target}"


def _links(text: str) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target):
            yield target


def _anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_files_named_in_prose_exist() -> None:
    """`parsers/lists/run_in.py` and the like, in the pages for people who change the code."""
    for name in ("CONTRIBUTING.md", "docs/design.md"):
        for path in re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", page(name)):
            assert "XXX" in path or (ROOT / path).exists(), f"{name}: {path}"


def test_modules_named_in_docstrings_exist() -> None:
    """:mod:`.search` and the like, relative to the module that names them."""
    found = 0
    for folder in ("normalize", "parsers", "rules"):
        for path in (ROOT / folder).rglob("*.py"):
            for dots, name in re.findall(r":mod:`(\.+)([\w.]+)`", path.read_text(encoding="utf-8")):
                named = path.parents[len(dots) - 1] / name.replace(".", "/")
                assert named.with_suffix(".py").exists() or named.is_dir(), f"{path.relative_to(ROOT)}: {dots}{name}"
                found += 1
    assert found


def test_the_case_shown_is_a_real_one() -> None:
    (case,) = re.findall(r"^````markdown\n(.*?)^````$", page("CONTRIBUTING.md"), re.DOTALL | re.MULTILINE)
    assert case in page("tests/cases/clauses-words.md")


def test_the_index_lists_every_page() -> None:
    listed = set(_links(page("docs/README.md")))
    assert {file.name for file in (ROOT / "docs").glob("*.md")} - {"README.md"} <= listed


def test_the_changelog_knows_the_release_and_its_dependencies() -> None:
    text = page("CHANGELOG.md")
    assert f"## [{__version__}]" in text
    wanted = re.search(r"^dependencies = \[(.*?)^\]", page("pyproject.toml"), re.DOTALL | re.MULTILINE)
    assert wanted is not None
    for dependency in re.findall(r'"([a-z-]+)', wanted[1]):
        assert f"**{dependency}**" in text or dependency in text.split("### Dependencies")[1], dependency
