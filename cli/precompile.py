"""``python -m notice_parse.cli.precompile``: make now what Python and the program else make on first use.

Bytecode of every module and the code of every pattern: for an installation from a source tree, and for machines where
a program may not write beside its sources (``PYTHONDONTWRITEBYTECODE``).
"""

from __future__ import annotations

import importlib
import pkgutil
import py_compile
import sys
from types import ModuleType

from ..normalize import compiled
from ..normalize.conversion import load_tables
from ..normalize.lazy import all_patterns
from .errors import PROGRAM, describe

_PACKAGE = (__package__ or "").partition(".")[0]


def main() -> None:
    """Compile everything; what other versions of the sources left behind is dropped."""
    compiled.forget()
    for name in [_PACKAGE, *module_names()]:
        module = importlib.import_module(name)
        if module.__file__:
            try:
                py_compile.compile(module.__file__, doraise=True)
            except OSError as error:
                sys.exit(f"{PROGRAM}: cannot write {describe(error)}")
    for pattern in all_patterns():
        pattern.match("")
    load_tables()
    compiled.keep()


def module_names() -> list[str]:
    """The modules of the package."""
    package: ModuleType = importlib.import_module(_PACKAGE)
    return [found.name for found in pkgutil.walk_packages(package.__path__, f"{_PACKAGE}.")]


if __name__ == "__main__":
    main()
