"""Text of notices and file names, made harmless for what reads a report."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: ESC commands a terminal, CR and LF forge lines
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls reorder what is read
    "\u2028\u2029\ud800-\udfff]"  # line separators; surrogates of undecodable file names
)
_COMMAND_START = re.compile(r"^(\s*):(?=:)")
"""GitHub's runner takes a line that begins with ``::``, after white space, as a command …"""
_OLD_COMMAND = "##["
"""… and one that holds ``##[`` anywhere."""


def one_line(text: str) -> str:
    r"""A line that neither commands a terminal nor a workflow runner; what is replaced is shown as an escape.

    >>> one_line("::error::a\nb\x1b[31m")
    '\\x3a:error::a\\nb\\x1b[31m'
    """
    text = _UNSAFE.sub(_escape, text)
    return _COMMAND_START.sub(r"\1\\x3a", text).replace(_OLD_COMMAND, r"#\x23[")


def command_data(text: str) -> str:
    """The message of a workflow command, with ``%``, CR and LF escaped as the runner decodes them."""
    return _visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property of a workflow command: as :func:`command_data`, and ``:`` and ``,`` escaped."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def _visible(text: str) -> str:
    return _UNSAFE.sub(lambda match: match.group() if match.group() in "\r\n" else _escape(match), text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code in (9, 10, 13):
        return {9: "\\t", 10: "\\n", 13: "\\r"}[code]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
