"""Rewrites of a whole notice that change its form and keep its meaning.

Each takes the text and a ``random.Random`` and gives the text back, changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from notice_parse.normalize.conversion import to_simplified
from notice_parse.normalize.simplify import to_traditional
from notice_parse.parsers.fields.heads import read_head

from .pages import CHROME_ABOVE, CHROME_BELOW

Rewrite = Callable[[str, Random], str]

#: Readings of frequent characters, as converters print them behind a traditional character.
GLOSSES = {
    "號": "hào", "關": "guān", "於": "yú", "責": "zé", "單": "dān", "門": "mén", "務": "wù", "進": "jìn", "開": "kāi",
    "時": "shí", "間": "jiān", "縣": "xiàn", "區": "qū", "業": "yè", "設": "shè", "農": "nóng", "產": "chǎn",
    "項": "xiàng",
    "發": "fā", "會": "huì", "機": "jī", "實": "shí", "點": "diǎn", "標": "biāo", "強": "qiáng",
    "動": "dòng", "導": "dǎo", "處": "chù", "應": "yīng", "場": "chǎng", "辦": "bàn", "環": "huán", "節": "jié",
}  # fmt: skip
_HALF = str.maketrans({"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "％": "%"})
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = r"[\u4e00-\u9fff]"
_BETWEEN = re.compile(f"(?<={_HAN})(?={_HAN})")
#: Lines above and below that hold no numbers of pages, and how often a page ends.
_FRAME, _PAGE_ENDS = 6, 1 / 15
_BREAK = re.compile(r"(?m)$")


def crlf(text: str, _: Random) -> str:
    """Line ends of Windows."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def cr(text: str, _: Random) -> str:
    """Line ends of old Macintoshes."""
    return text.replace("\r\n", "\n").replace("\n", "\r")


def escaped(text: str, _: Random) -> str:
    """Line ends and blanks spelled as in a string of JSON."""
    return re.sub(r"\r\n|\r|\n", r"\\n", text).replace("\t", "\\t").replace("\u3000", "\\u3000")


def broken_by_tags(text: str, _: Random) -> str:
    """Line ends of a page that lost all tags but these."""
    return re.sub(r"\r\n|\r|\n", "<br>", text)


def indented(text: str, _: Random) -> str:
    """Two ideographic spaces before every line with text."""
    return re.sub(r"(?m)^(?=[^\s|])", "　　", text)


def trailing_blanks(text: str, random: Random) -> str:
    """Spaces and no-break spaces behind lines."""
    return _BREAK.sub(lambda _: random.choice(["", " ", "\u00a0", "　"]), text)


def zero_width(text: str, random: Random) -> str:
    """Zero-width spaces and joiners inside the text, as editors leave them."""
    return _BETWEEN.sub(lambda _: random.choice(["", "", "", "", "\u200b", "\ufeff", "\u200d"]), text)


def half_width(text: str, _: Random) -> str:
    """Chinese punctuation in the half-width forms that most pages print."""
    return text.translate(_HALF)


def full_digits(text: str, _: Random) -> str:
    """Digits in full width."""
    return text.translate(_FULL_DIGITS)


def traditional(text: str, _: Random) -> str:
    """Traditional characters, line by line; a line that OpenCC can't turn back stays."""
    lines = [(line, to_traditional(line)) for line in text.split("\n")]
    return "\n".join(other if to_simplified(other) == line else line for line, other in lines)


def glossed(text: str, random: Random) -> str:
    """Traditional characters with the reading of some in brackets behind them."""
    turned = traditional(text, random)
    return re.sub("|".join(GLOSSES), lambda match: f"{match[0]}({GLOSSES[match[0]]})", turned)


def partly_glossed(text: str, random: Random) -> str:
    """Simplified, but for one word in three, which is traditional with its reading."""
    turned = traditional(text, random)
    if len(turned) != len(text):
        return text
    return "".join(
        f"{other}({GLOSSES[other]})" if other in GLOSSES and random.random() < 0.34 else one
        for one, other in zip(text, turned, strict=True)
    )


def doubled_marks(text: str, random: Random) -> str:
    """Commas and full stops that a converter printed twice."""
    return re.sub("[，。；]", lambda match: match[0] * random.choice([1, 1, 2]), text)


def blank_lines(text: str, _: Random) -> str:
    """A blank line after every line."""
    return text.replace("\n", "\n\n")


def blank_lines_with_spaces(text: str, _: Random) -> str:
    """A line of one ideographic space after every line."""
    return text.replace("\n", "\n　\n")


def no_blank_lines(text: str, _: Random) -> str:
    """No blank line at all."""
    return re.sub(r"\n\s*\n", "\n", text)


def inner_spaces(text: str, random: Random) -> str:
    """A space inside Chinese words here and there, as cell line breaks leave them."""
    return _BETWEEN.sub(lambda _: " " if random.random() < 0.1 else "", text)


def around_digits(text: str, _: Random) -> str:
    """Spaces between Chinese characters and numbers."""
    return re.sub(rf"(?<={_HAN})(?=\d)|(?<=\d)(?={_HAN})", " ", text)


def commas_before_marks(text: str, random: Random) -> str:
    """A half-width comma in front of some marks, as mirrors print them: 处室,、年级."""
    return re.sub("[，。；、]", lambda match: ("," if random.random() < 0.3 else "") + match[0], text)


def spaced_marks(text: str, _: Random) -> str:
    """A blank behind every mark inside a line."""
    return re.sub(r"(?<=[，。；：、])(?=[^\n|，。；：、])", " ", text)


def page_numbers(text: str, random: Random) -> str:
    """Numbers of pages between lines, none near the heads of a table."""
    lines, printed, page = text.split("\n"), list[str](), 1
    for index, line in enumerate(lines):
        printed.append(line)
        near = [_cell(other) for other in lines[max(0, index - 2) : index + 3]]
        inside = _FRAME < index < len(lines) - _FRAME
        if (
            inside
            and line.strip()
            and random.random() < _PAGE_ENDS
            and not any(cell and read_head(cell) for cell in near)
        ):
            printed.append(f"- {page} -")
            page += 1
    return "\n".join(printed)


def _cell(line: str) -> str:
    return to_simplified(line.strip("| \xa0\u3000\t"))


def in_a_site(text: str, _: Random) -> str:
    """What a web site prints above and below."""
    return CHROME_ABOVE + text + CHROME_BELOW


def no_break_spaces(text: str, _: Random) -> str:
    """No-break spaces for all spaces."""
    return text.replace(" ", "\u00a0")


REWRITES: dict[str, Rewrite] = {
    rewrite.__name__: rewrite
    for rewrite in (
        crlf, cr, escaped, broken_by_tags, indented, trailing_blanks, zero_width, half_width, full_digits, traditional, glossed,
        partly_glossed, doubled_marks, no_break_spaces, blank_lines, blank_lines_with_spaces, no_blank_lines,
        around_digits, commas_before_marks, spaced_marks, page_numbers, in_a_site,
    )
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312")
