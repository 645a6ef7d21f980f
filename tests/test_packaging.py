"""What is installed is what is on the disk."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NOT_PACKAGED = {"tests", "benchmarks", "docs", "samples", "build", "dist"}

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages_on_disk() -> set[str]:
    """Folders below the root that hold a package, by their import names."""
    names = {"notice_parse"}
    for init in ROOT.rglob("__init__.py"):
        parts = init.parent.relative_to(ROOT).parts
        if parts and parts[0] not in NOT_PACKAGED and not any(part.startswith(".") for part in parts):
            names.add(".".join(("notice_parse", *parts)))
    return names


def test_the_packages_listed_are_those_on_the_disk() -> None:
    """A package that is missing from the list works in an editable install and is absent from the wheel."""
    assert set(project()["tool"]["setuptools"]["packages"]) == packages_on_disk()


def test_every_folder_with_modules_is_a_package() -> None:
    for package in packages_on_disk():
        folder = ROOT.joinpath(*package.split(".")[1:])
        for child in folder.iterdir():
            inner = child.is_dir() and child.name not in NOT_PACKAGED and not child.name.startswith((".", "_"))
            if inner and any(child.glob("*.py")):
                assert (child / "__init__.py").exists(), child


def test_data_files_are_listed() -> None:
    """A file that is not Python is in the wheel only when a pattern of its package names it."""
    data: dict[str, list[str]] = project()["tool"]["setuptools"]["package-data"]
    for package in packages_on_disk() - {"notice_parse"}:
        folder = ROOT.joinpath(*package.split(".")[1:])
        for path in folder.iterdir():
            if path.is_file() and path.suffix not in (".py", ".pyc", ".pyi"):
                assert any(path.match(pattern) for pattern in data.get(package, [])), path


def test_the_version_is_a_literal() -> None:
    """setuptools reads it without importing, and so does --version."""
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    values = [
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "__version__"
        and isinstance(node.value, ast.Constant)
    ]
    assert len(values) == 1
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(values[0]))


def test_importing_the_package_is_cheap() -> None:
    import subprocess

    code = (
        "import sys, notice_parse\n"
        "heavy = {'jieba', 'opencc', 'yaml', 'click', 'pydantic', 'pebble', 'tqdm', 'xlsxwriter'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_imports_compile_no_pattern_of_ours() -> None:
    import subprocess

    code = (
        "import re, sys, click, yaml, pathlib\n"
        "compiled, compile_now = [], re.compile\n"
        "re.compile = lambda pattern, flags=0: compiled.append(sys._getframe(1).f_globals['__name__'])"
        " or compile_now(pattern, flags)\n"
        "import notice_parse.api, notice_parse.cli.app, notice_parse.cli.parse, notice_parse.parsers.record\n"
        "print([name for name in compiled if name.startswith('notice_parse')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_plain_run_loads_what_it_needs(tmp_path: Path) -> None:
    """A simplified notice to JSON needs no models, converter, segmenter, YAML, pool or table writer."""
    import subprocess

    path = tmp_path / "a.txt"
    path.write_text("序号 | 事项 | 责任单位 |\n1 | 修桥1座 | 县交通局 |\n", encoding="utf-8")
    code = (
        "import sys; from notice_parse.cli.app import main\n"
        "main([sys.argv[1], '-f', 'json', '-o', sys.argv[1] + '.json'])\n"
        "unneeded = {'jieba', 'opencc', 'yaml', 'pebble', 'tqdm', 'xlsxwriter', 'sqlite3', 'charset_normalizer',"
        " 'pydantic'}\n"
        "print(sorted(unneeded & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n", ran.stdout
