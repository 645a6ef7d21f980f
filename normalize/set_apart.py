"""Pages that set blanks behind every mark, inside brackets or around every number, as some editors do: 5%； 1 次/年 → 5%；1次/年.

White space tells columns, so that blanks go only where the page has one in nearly all such places. Commas and
enumeration commas inside a line end no cell, nor does a colon; where blanks stand behind these, those behind semicolons
and full stops mean nothing either, unless the line has other blanks, which part cells: then only between figures. A page
may set blanks behind the ones of these marks and not the others. Blanks around numbers
go only in lines that have no others, and no number that may be a cell: in 加油站 5% 3 月 and 修桥 3 县交通局 they part cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_INSIDE = "，、"
_BEHIND_MARK = lazy_pattern(r"(?<=[，、；：。！？]) (?=\S)")
#: No cell ends with an opening bracket or begins with a closing one; （ ） waits to be filled.
_IN_BRACKETS = lazy_pattern(r"(?<=[（(【〔]) (?=[^\s）)】〕])|(?<=[^\s（(【〔]) (?=[）)】〕])")
_MAY_END_CELLS = "；。！？"
_IN_FIGURES = lazy_pattern(r"(?<=[\d%％]；) (?=\d)")
#: A blank that stands behind no such mark.
_PARTING = lazy_pattern(r"(?<![，、；：。！？ ]) (?=\S)|[^\S ]")
_AROUND_NUMBER = lazy_pattern(rf"(?<={CHINESE}) (?=\d)|(?<=\d) (?={CHINESE})")
_CLOSE = lazy_pattern(rf"{CHINESE}(?=\d)|\d(?={CHINESE})")
_MEASURES = "年月日时分天周岁季期届万亿千百十余多个项家所条处名次台套件户场人元米公里吨亩顷倍种类份辆座间号级批位支株棵块张本片栋幢层点平立度"
#: A blank that stands elsewhere, behind the number of a row, or beside a number that counts nothing.
_OTHER = lazy_pattern(
    rf"(?<!\d) (?!\d)|[^\S\n ]|^ *\d+ |(?<= )[\d.]+(?: (?![{_MEASURES}])|$)|[局委办厅部院乡镇] (?=\d)"
)
#: So many of these places have a blank, and this share of all of them.
_FEWEST, _SHARE = 6, 0.85


def close_up(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the blanks behind marks and around numbers."""
    del doubts
    if text.text.count(" ") < _FEWEST:
        return text
    inside = (match.start() for match in _IN_BRACKETS.finditer(text.text))
    blanks = {*inside, *_behind_marks(text.text), *_around_numbers(text.text)}
    return text.edit(sorted((at, at + 1, "") for at in blanks))


def _behind_marks(page: str) -> Iterator[int]:
    spaced = {mark: page.count(f"{mark} ") for mark in _INSIDE}
    inside = {mark: page.count(mark) - page.count(f"{mark}\n") for mark in _INSIDE}
    whole = sum(spaced.values()) >= max(_FEWEST, _SHARE * sum(inside.values()))
    marks = {mark for mark in _INSIDE if spaced[mark] >= max(_FEWEST, _SHARE * inside[mark])}
    if not whole and not marks:
        return
    for start, line in _lines(page):
        cells = whole and " " in line and _PARTING.search(line) is not None
        for match in _BEHIND_MARK.finditer(line):
            at = match.start()
            mark = line[at - 1]
            if mark in marks or (whole and (mark not in _MAY_END_CELLS or not cells or _IN_FIGURES.match(line, at))):
                yield start + at


def _around_numbers(page: str) -> Iterator[int]:
    found = sum(1 for _ in _AROUND_NUMBER.finditer(page))
    if found < _FEWEST or found < _SHARE * (found + len(_CLOSE.findall(page))):
        return
    for start, line in _lines(page):
        if _OTHER.search(line) is None:
            yield from (start + match.start() for match in _AROUND_NUMBER.finditer(line))


def _lines(page: str) -> Iterator[tuple[int, str]]:
    """The lines with their offsets."""
    start = 0
    for line in page.split("\n"):
        yield start, line
        start += len(line) + 1
