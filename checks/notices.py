"""Check of a notice: parse it, keep its diagnostics and coverage."""

from __future__ import annotations

from .report import Checked


def check_notice(path: str, data: bytes, *, name: str) -> Checked:
    """All diagnostics of a notice given as bytes. Raises what ``parse_bytes`` raises for bytes that are no text."""
    from ..api import Options, read_bytes

    parsed = read_bytes(data, Options(name))
    coverage = parsed["coverage"]
    return Checked(path, "notice", parsed["diagnostics"], coverage["characters"], coverage["accounted"])
