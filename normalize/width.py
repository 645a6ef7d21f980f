"""Width of punctuation.

A half-width mark beside a Chinese character becomes full-width (GB/T 15834 has only full-width marks in Chinese text),
brackets as matching pairs. Between two Latin letters or digits the mark is half-width: 1,000 3:1 21:45. The length
never changes.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .characters import NOT_CHINESE, is_chinese
from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText
from .syllables import LETTERS

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_WIDE_TABLE = str.maketrans(_WIDE)
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}

_CHINESE = f"[^{NOT_CHINESE}]"
_MARKS = lazy_pattern(f"[,:;?!](?:[,:;?!]+|(?={_CHINESE})|(?<={_CHINESE}.))")  # a run, or one mark beside Chinese
_WIDE_IN_LATIN = lazy_pattern("[，：；](?=[0-9A-Za-z])(?<=[0-9A-Za-z].)")
# One mark beside Chinese, no run; the literal in front lets the search skip.
_SINGLE = tuple(
    (mark, lazy_pattern(f"{mark}(?<![,:;?!]{mark})(?![,:;?!])(?:(?={_CHINESE})|(?<={_CHINESE}{mark}))"))
    for mark in ",:;"
)
# A point for a full stop: behind Chinese that is no number of a label, at the end of a line, cell, bracket or quotation.
_POINT = lazy_pattern(rf"\.(?<={_CHINESE}\.)(?<![一二三四五六七八九十…—]\.)(?=[ \t|）)”】」』]|$)", re.MULTILINE)
# … and between two clauses, longer than the parts of a name, on pages that have more of them than other full stops;
# the page may have spread its letters.
_POINT_INSIDE = lazy_pattern(
    rf"\.(?:(?<={CHINESE}{{2}}\.)|(?<={CHINESE} {CHINESE}\.)|(?<=[”）]\.))(?<![一二三四五六七八九十]\.)"
    rf"(?={CHINESE} ?{CHINESE} ?{CHINESE} ?{CHINESE}|[“\[【（]|\d{{1,4}}[月年])"
)
_FEWEST_INSIDE = 3
# A pair with no other bracket inside, and Chinese on one side of either bracket.
_PAIR = lazy_pattern(
    rf"\((?=(?<={_CHINESE}\()|{_CHINESE}|[^()（）\n]*(?:(?<={_CHINESE})\)|\){_CHINESE}))([^()（）\n]*)\)"
)
_BRACKETS = lazy_pattern("[()（）]")
# A title in the signs that stand for its marks (印发<岁修方案>的通知), within another or alone.
_TITLE = lazy_pattern(
    rf"<({CHINESE}{{2}}[^<>《》〈〉\n]{{2,80}}(?:意见|通知|[方草议预]案|办法|条例|规定|计划|措施|纲要|决定|细则|规划|要点|规则|清单|标准)(?:[（(][^<>\n]{{2,12}}[)）])?)>"
)
# Who does it, in such signs behind a sentence, to the end of its line: …。<县水利局牵头>
_CLOSING = lazy_pattern(rf"(?<=[。；])<({CHINESE}{{2}}[^<>《》\n]{{1,80}})>(?=[。；]?[ \t]*$)", re.MULTILINE)
# Straight quotation marks behind Chinese or a mark of it, or in front of it: 依托"两山"公司, "两山"公司; others at the front
# of a cell may be a spreadsheet's.
_QUOTED = lazy_pattern(
    rf'(?:(?<=[^{NOT_CHINESE}]|[，、。；：（])|(?=["“][^"“”\n\t|]{{1,60}}["”](?:{CHINESE}|——)))'
    r'["“](?![,，\s])([^"“”\n\t|]{1,60})(?<![,，\s])["”]'
)
_READING = f"[{LETTERS}]{{1,6}}[)）]"
_ADDRESS = "[a-zA-Z]{2,8}://[!-~]+"
_ROUNDS = 8  # a widened bracket can widen the mark beside it, and that the next bracket: 局,(PPP),(BOT)
_LABEL = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"


def fit_width(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Give every mark the width that its neighbours ask for."""
    del doubts
    fitted = _with_title_marks(text.text) if "<" in text.text else text.text
    if '"' in fitted:
        fitted = _with_quotation_marks(fitted)
    if "，" in fitted or "：" in fitted or "；" in fitted:
        fitted = _WIDE_IN_LATIN.sub(_narrow, fitted)
    for _ in range(_ROUNDS):
        before, fitted = fitted, _fit_marks(_fit_brackets(fitted))
        if fitted == before or not ("(" in fitted or ")" in fitted):
            break
    return text.with_text(_with_full_stops(fitted) if "." in fitted else fitted)


def _with_title_marks(text: str) -> str:
    def marked(match: re.Match[str]) -> str:
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        inner = line.count("《") > line.count("》")
        return f"〈{match[1]}〉" if inner else f"《{match[1]}》"

    return _CLOSING.sub(r"（\1）", _TITLE.sub(marked, text))


def _with_quotation_marks(text: str) -> str:
    """Curl straight quotation marks inside Chinese text as pairs of a line, unless it has an odd one."""
    lines = text.split("\n")
    return "\n".join(line if '"' not in line or _has_odd_quote(line) else _QUOTED.sub(r"“\1”", line) for line in lines)


def _has_odd_quote(line: str) -> bool:
    return line.count('"') % 2 == 1 and "“" not in line and "”" not in line


def _with_full_stops(text: str) -> str:
    stopped = _POINT.sub("。", text)
    if len(_POINT_INSIDE.findall(stopped)) >= max(_FEWEST_INSIDE, text.count("。")):
        return _POINT_INSIDE.sub("。", stopped)
    return stopped


def _narrow(match: re.Match[str]) -> str:
    return _NARROW[match[0]]


def _fit_marks(text: str) -> str:
    addresses = [match.span() for match in re.finditer(_ADDRESS, text)] if "://" in text else []
    printed = text
    for mark, single in _SINGLE:
        if mark in text:
            text = single.sub(_WIDE[mark], text)
    for start, end in addresses:
        text = text[:start] + printed[start:end] + text[end:]

    def fit(match: re.Match[str]) -> str:
        marks, (start, end) = match[0], match.span()
        if len(marks) > 1 and not (_chinese_before(text, start) or is_chinese(text[end : end + 1])):
            return marks
        if marks == "?" and re.match(_READING, text[end : end + 8]):
            return marks  # the trace of a lost character: 府?dāng)
        if addresses and _within(start, addresses):
            return marks
        return marks.translate(_WIDE_TABLE)

    return _MARKS.sub(fit, text)


def _within(at: int, ranges: list[tuple[int, int]]) -> bool:
    place = bisect_right(ranges, (at + 1,)) - 1
    return place >= 0 and at < ranges[place][1]


def _fit_brackets(text: str) -> str:
    """Widen brackets as pairs; a pair ends at its line's end, a lone bracket looks at its own neighbours."""
    text = _PAIR.sub(r"（\1）", text)
    if "(" not in text and ")" not in text:
        return text
    places = [match.start() for match in _BRACKETS.finditer(text)]
    wide: list[int] = []
    open_at: list[int] = []
    line_end = -1
    for at in places:
        if at > line_end:
            wide += _lone(text, open_at)
            open_at.clear()
            line_end = text.find("\n", at) % (len(text) + 1)  # -1, no further line end, becomes the text's length
        if text[at] in "(（":
            open_at.append(at)
        elif open_at:
            start = open_at.pop()
            if _is_chinese_pair(text, start, at):
                wide += (start, at)
        else:
            wide += _lone(text, [at])
    wide += _lone(text, open_at)
    return _widened(text, sorted(wide))


def _is_chinese_pair(text: str, start: int, end: int) -> bool:
    if text[start] == "（" or text[end] == "）":
        return True
    if any(is_chinese(text[i : i + 1]) for i in (start + 1, end - 1, end + 1)) or _chinese_before(text, start):
        return True
    return _is_label(text, start, end)


def _is_label(text: str, start: int, end: int) -> bool:
    """(1) at the beginning of a line or cell."""
    before = text[start - 1] if start else "\n"
    return before in "\n \t|" and end - start < 5 and re.fullmatch(_LABEL, text[start + 1 : end]) is not None


def _lone(text: str, places: list[int]) -> list[int]:
    return [at for at in places if is_chinese(text[at + 1 : at + 2]) or _chinese_before(text, at)]


def _chinese_before(text: str, at: int) -> bool:
    return at > 0 and is_chinese(text[at - 1])


def _widened(text: str, places: list[int]) -> str:
    parts: list[str] = []
    done = 0
    for at in places:
        parts += (text[done:at], _WIDE.get(text[at], text[at]))
        done = at + 1
    parts.append(text[done:])
    return "".join(parts)
