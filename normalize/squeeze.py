"""White space inside Chinese text says nothing: a page breaks lines and pads words where it likes."""

from __future__ import annotations


def squeeze(text: str) -> str:
    """Remove white space; one blank stays between two Latin letters or digits.

    >>> squeeze("加强 水资源保\\n护 3 项 open data")
    '加强水资源保护3项open data'
    """
    words = text.split()
    if len(words) < 2:
        return words[0] if words else ""
    parts = [words[0]]
    for word in words[1:]:
        if _latin(parts[-1][-1]) and _latin(word[0]):
            parts.append(" ")
        parts.append(word)
    return "".join(parts)


def _latin(char: str) -> bool:
    return char < "\u0250" and char.isalnum()
