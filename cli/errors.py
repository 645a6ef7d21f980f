"""Failures in words: one line for what the user can set right, a report for a bug of ours. Never a traceback."""

from __future__ import annotations

import os

from .terminal import safe_line

PROGRAM = "notice-parse"


def describe(error: OSError) -> str:
    """What the system refused, on one line."""
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    return f"{safe_line(os.fsdecode(error.filename))}: {reason}" if error.filename else reason


def bug_report(error: BaseException, where: str = "") -> str:
    """A bug of ours on one line: what happened, where, and what to report. Never a traceback."""
    import platform
    import traceback

    from .. import __version__

    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    what = safe_line(f"{type(error).__name__}: {error}"[:200])
    return (
        f"internal error{place}{f' in {safe_line(where)}' if where else ''}: {what}\n"
        f"This is a bug of ours. Please report it with the line above, the input if you can share it, and: "
        f"{PROGRAM} {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
