"""What reaches the user's terminal: data on stdout, messages on stderr, with foreign text made harmless."""

from __future__ import annotations

import re
import sys

from ..normalize.lazy import lazy_pattern

_DANGEROUS = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed: ESC starts terminal commands
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls reorder what is read
    "\u2028\u2029\ud800-\udfff]"  # line separators; surrogates of undecodable file names
)


def safe(text: str) -> str:
    r"""``text`` with what could command or mislead a terminal shown as an escape.

    >>> safe("red\x1b[31m")
    'red\\x1b[31m'
    """
    return _DANGEROUS.sub(_escape, text)


def safe_line(text: str) -> str:
    r"""Like :func:`safe`, on one line.

    >>> safe_line("two\nlines")
    'two\\nlines'
    """
    return safe(text).replace("\n", "\\n").replace("\t", " ")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def put(text: str) -> None:
    """Text on standard output, always as UTF-8 with LF, whatever the console. Raises ``OSError``."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """One message on stderr; its text is trusted to be ours apart from what went through :func:`safe`."""
    stream = sys.stderr
    try:
        stream.write(f"{safe(message)}\n")
        stream.flush()
    except (OSError, ValueError):  # stderr is closed: nobody reads, and the exit code still tells
        return
