"""One direction: a package imports only what stands left of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ["schemas", "normalize", "parsers", "rules", "api", "checks", "writers", "cli"]
"""``api`` is the module that ties the stages together; ``writers`` import only schemas."""

MODULES = sorted(
    path for name in ORDER for path in ([ROOT / "api.py"] if name == "api" else sorted((ROOT / name).rglob("*.py")))
)


def imported(path: Path) -> Iterator[str]:
    """The packages of the project that a module imports, also inside functions and for types only."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            for name in names:
                yield ".".join((*base, name)).split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in ("notice_parse", *ORDER), f"{path}: import relatively"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                assert alias.name.split(".")[0] not in ("notice_parse", *ORDER), f"{path}: import relatively"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_stands_left(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    allowed = {"schemas", own} if own == "writers" else set(ORDER[: ORDER.index(own) + 1])
    found = set(imported(path)) & set(ORDER)
    assert found <= allowed, f"{own} may not import {sorted(found - allowed)}"


def test_every_package_has_its_place() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= set(ORDER)


def test_pydantic_stays_in_schemas() -> None:
    for path in MODULES:
        names = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom) and not node.level
                else []
            )
        }
        if path.relative_to(ROOT).parts[0] not in ("schemas", "checks"):
            assert "pydantic" not in names, path
