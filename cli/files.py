"""Files that are whole or not there: written under a temporary name, then renamed."""

from __future__ import annotations

import contextlib
import os
import time
import zlib
from collections.abc import Generator
from pathlib import Path

from .inputs import OWN_PREFIX

TEMPORARY_SUFFIX = ".tmp"
_READERS_BLOCK = os.name == "nt"
_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts to take the place of a file that somebody reads."""


def temporary_name(path: Path) -> Path:
    """The hidden neighbour that ``path`` is written under.

    The process id keeps two runs apart; a checksum stands for the name, which may be as long as names can be.
    """
    checksum = zlib.crc32(os.fsencode(path.name))
    return path.with_name(f"{OWN_PREFIX}-{os.getpid()}-{checksum:08x}{TEMPORARY_SUFFIX}")


@contextlib.contextmanager
def replacing(path: Path) -> Generator[Path]:
    """A temporary path whose file takes the place of ``path`` when the block ends well, and is removed when not."""
    temporary = temporary_name(path)
    try:
        yield temporary
        _rename(temporary, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.filename is not None and Path(error.filename) == temporary:
            error.filename = os.fspath(path)  # nobody knows the other name
        raise


def _rename(temporary: Path, path: Path) -> None:
    """Put the file in its place. Windows refuses while anybody reads the old one, and a scanner does so for a moment."""
    for pause in _PAUSES if _READERS_BLOCK else ():
        with contextlib.suppress(PermissionError):
            os.replace(temporary, path)
            return
        time.sleep(pause)
    os.replace(temporary, path)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` at once; the folders above it are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed run left below ``folder``."""
    for left in folder.rglob(f"{OWN_PREFIX}-*{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            left.unlink()
