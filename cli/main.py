"""Entry point of the program; imports nothing that ``--version`` does not need."""

from __future__ import annotations

import gc
import os
import signal
import sys

_NEW_OBJECTS = 100_000


def collect_seldom() -> None:
    """Look for reference cycles seldom: imports and records are many objects that stay, and few cycles."""
    gc.set_threshold(_NEW_OBJECTS, 20, 20)


def replace_closed_streams() -> None:
    """Put a stream in the place of each standard one that the caller closed (``>&-``).

    Reading or writing it fails as on a closed one; messages go nowhere. Without it Python has None there, and the next
    file that is opened gets the number of standard output.
    """
    for name, flags, mode in (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.open(os.devnull, flags), mode, encoding="utf-8"))  # noqa: SIM115


def run() -> None:
    """Run the command line and exit."""
    arguments = sys.argv[1:]
    replace_closed_streams()
    if arguments in (["--version"], ["-V"]):
        from .. import __version__

        sys.stdout.write(f"notice-parse {__version__}\n")
        return
    # Looking for pydantic plugins reads the metadata of every installed package: 30 ms for something unused here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    collect_seldom()
    # An exit like any other, so that temporary files and workers are cleaned up (a CI job that ran out of time).
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    from .app import main

    try:
        code = main(arguments)
    finally:
        _keep_patterns()
    leave(code)


def leave(code: int) -> None:
    """Exit with ``code``, without taking every object apart first: that takes an eighth of the time of one notice.

    The ordinary way where anything is left to do: output that cannot be written, or worker processes.
    """
    if "multiprocessing" in sys.modules:
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def _keep_patterns() -> None:
    from ..normalize.compiled import keep

    if not sys.dont_write_bytecode:
        keep()


if __name__ == "__main__":
    run()
