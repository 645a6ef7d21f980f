"""What counts as Chinese beside a mark or bracket.

Written as a complement: a character class of tens of thousands of code points takes milliseconds to compile.
"""

from __future__ import annotations

# Inside of a regular expression's [^…]: Latin, Greek and Cyrillic with their signs. What remains is Chinese text, its
# marks and the symbols that it prints (— “ ① ■). To be used after blanks have got their plain form.
NOT_CHINESE = "\x00-\u052f"


def is_chinese(char: str) -> bool:
    """True for a character of Chinese text, marks included; False for the empty string."""
    return char > "\u052f"


def is_han(char: str) -> bool:
    """True for a Chinese character proper."""
    return "\u3400" <= char <= "\u9fff" or char > "\uffff" or char in {"〇", "○"}
