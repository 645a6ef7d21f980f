"""Page furniture inside a document: page numbers, and the running headers and footers printed beside them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from ...normalize.lazy import lazy_pattern
from ..deadlines import deadline_likeness
from ..fields.heads import read_head
from ..text.document import Line, renumbered
from ..text.labels import bare_number, opens_section, read_label
from ..units import unit_likeness

_NUMBER = (
    r"(?:[-—–－][^\S\n]?){0,3}[-—–－·•~～][^\S\n]{0,3}\d{1,4}[^\S\n]{0,3}[-—–－·•~～]|第[^\S\n]?\d{1,4}[^\S\n]?页(?:[，,/\s]*共[^\S\n]?\d{1,4}[^\S\n]?页)?|"
    r"\d{1,3}[^\S\n]?/[^\S\n]?\d{1,3}|P(?:\.|age)[^\S\n]?\d{1,4}(?:[^\S\n]?[-—–/][^\S\n]?[^\n]{1,16})?"
)
_PAGE = lazy_pattern(_NUMBER)
#: With a line end in front, which lets a search skip.
_ANY_PAGE = lazy_pattern(rf"\n[^\S\n]*(?:{_NUMBER})[^\S\n]*$", re.MULTILINE)
_BARE = lazy_pattern(r"[1-9]\d{0,2}")
_ANY_BARE = lazy_pattern(r"\n[^\S\n]*[1-9]\d{0,2}[^\S\n]*$", re.MULTILINE)
_CELLS = lazy_pattern(r"[|\s]+")
#: The numbers of pages beside this one, as a reader offers them: 18 19 20 21 22.
_PAGER = lazy_pattern(r"\d{1,4}(?:[^\S\n]+\d{1,4}){4,}")
_SHORTEST, _LONGEST = 4, 48
_LONGEST_NUMBER, _LONGEST_BARE = 24, 3
#: What a running header does not hold: marks of cells, labels with values, ends of sentences, and a heading's number.
_NOT_HEADER = lazy_pattern(r"[|\t：:。；！？]|^\d{1,2}(?:\.\d{1,2}){0,3}[^\S\n]+[^\d\s]|[和及与、，]$")
_TITLE_NOUNS = ("通知", "方案", "意见", "计划", "分工", "要点", "表", "清单", "办法", "规定", "公告", "通告", "的函")
#: What a page is headed with by itself: 某某市人民政府文件, 某某省人民政府公报 2030年第5期.
_PAPER = lazy_pattern(
    r"(?:[^\W\d_]{2,16}(?:政府|委员会|办公室|办公厅|党委|[县市省区]委)|[^\W\d_]{2,16}[局委厅办])(?:文件|公报(?:\d{4}年?[第·.]?\d{1,3}[期号]?)?)"
)
_FEWEST = 2
#: A page holds so many lines; closer numbers may count rows.
_SHORTEST_PAGE = 9
#: So many column heads right above a 1 make it the number of a row.
_FEWEST_HEADS = 2
#: A title is no column head from so many characters on (某区重点任务清单).
_SHORTEST_TITLE = 7
#: A header that could be a cell must stand on nearly every page.
_ALWAYS = 0.8
_OTHER_KIND = 0.5


def page_furniture(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are page numbers or running headers, of a document whose pages are numbered.

    A running header or footer is a line printed right before or behind the numbers of at least two pages, the top of
    the document counted as one; the name of a government's paper is one on a single page.
    """
    printed = f"\n{text}"
    marked = _ANY_PAGE.search(printed) is not None
    if not marked and _ANY_BARE.search(printed) is None:
        return frozenset()
    filled = [line for line in lines if line.text]
    numbers = (
        [i for i, line in enumerate(filled) if _is_page_number(line.text)]
        if marked
        else _bare_numbers(filled) or _between_rows(filled)
    )
    if not numbers:
        return frozenset()
    beside = list(dict.fromkeys(line for i in numbers for line in _neighbours(filled, i)))
    counts = Counter(_squeezed(line.text) for line in beside)
    if not filled[0].text.endswith(_TITLE_NOUNS):  # the first page prints its header above everything
        counts[_squeezed(filled[0].text)] += 1
    counts.update(_table_titles(filled[: numbers[0]]))
    headers = {text for text, count in counts.items() if _is_header(text, count, len(numbers))}
    headers -= _elsewhere(filled, headers, {line.index for line in beside})
    headers |= {text for text in counts if _PAPER.fullmatch(text)}
    running = {line.index for line in beside if _squeezed(line.text) in headers and not _heads_columns(line.text)}
    return frozenset({filled[i].index for i in numbers} | running)


def across_pages(lines: Sequence[Line], furniture: Set[int]) -> tuple[Line, ...]:
    """The lines, numbered anew, without ``furniture`` and the blank lines around it.

    Those stay where a blank line parts the next lines, too, as it does cells and paragraphs.
    """
    printed = [line.index for line in lines if line.text and line.index not in furniture]
    left_out = set(furniture)
    for above, below in itertools.pairwise(printed):
        between = range(above + 1, below)
        if furniture.isdisjoint(between):
            continue
        if all(line.text for line in (*lines[max(0, above - 1) : above], *lines[below + 1 : below + 2])):
            left_out.update(between)
    return renumbered(line for line in lines if line.index not in left_out)


def _elsewhere(filled: Sequence[Line], headers: Set[str], beside: Set[int]) -> set[str]:
    """Those of ``headers`` that are cells: they stand inside the pages half as often as at their edges, and are no titles."""
    counts = Counter(_squeezed(line.text) for line in filled if line.index not in beside and len(line.text) <= _LONGEST)
    edges = Counter(_squeezed(line.text) for line in filled if line.index in beside)
    return {text for text in headers if 2 * counts[text] >= edges[text] and not text.endswith(_TITLE_NOUNS)}


def _bare_numbers(filled: Sequence[Line]) -> list[int]:
    """The lines that number the pages with nothing around the number, told from the cells of a number column.

    They are all the bare numbers of the document, count up by one, and stand a page apart or beside one running header.
    """
    numbers = [i for i, line in enumerate(filled) if len(line.text) <= _LONGEST_BARE and _BARE.fullmatch(line.text)]
    values = [int(filled[i].text) for i in numbers]
    if len(numbers) < _FEWEST or any(b != a + 1 for a, b in itertools.pairwise(values)):
        return []
    if any(line.text == "|" for line in filled[numbers[0] + 1 : numbers[0] + 2]):
        return []  # marks stand between cells
    above = filled[max(0, numbers[0] - _FEWEST_HEADS) : numbers[0]]
    if len(above) == _FEWEST_HEADS and all(read_head(line.text) for line in above):
        return []  # right below column heads, a 1 counts rows
    apart = all(b - a >= _SHORTEST_PAGE for a, b in itertools.pairwise([-1, *numbers]))
    shared = set(_table_titles(filled[: numbers[0]]))
    for i in numbers[:-1]:
        shared.intersection_update(_squeezed(line.text) for line in _neighbours(filled, i))
    return numbers if (apart or shared) and not any(_counts_rows(line.text) for line in filled) else []


def _between_rows(filled: Sequence[Line]) -> list[int]:
    """The numbers of pages between rows that numbers count: nothing but a heading parts one from the number that is due.

    They count up by one, stand a page apart, and most rows have none: a score ends every row.
    """
    cells = [i for i, line in enumerate(filled) if line.text != "|"]
    values = {at: int(bare) for at, i in enumerate(cells) if _BARE.fullmatch(bare := filled[i].text.rstrip("| "))}
    found: dict[int, int] = {}
    last = rows = 0
    for at, behind in itertools.pairwise(values):
        value, due = values[at], values[behind]
        headed = behind == at + 2 and opens_section(filled[cells[at + 1]].text)
        if last and due == last + 1 and (headed or (behind == at + 1 and value != due)):
            found[cells[at]] = value
        else:
            rows += value == last + 1
            last = value
    apart = all(b - a >= _SHORTEST_PAGE for a, b in itertools.pairwise([-1, *found]))
    counted = all(b == a + 1 for a, b in itertools.pairwise(found.values()))
    return list(found) if apart and counted and 2 * len(found) < rows else []


def _counts_rows(text: str) -> bool:
    """True for the head of a number column, alone or with others on its line."""
    head = read_head(_CELLS.split(text.strip("| "), maxsplit=1)[0])
    return head is not None and head.kind == "number"


def _table_titles(filled: Sequence[Line]) -> list[str]:
    """The titles that stand right above column heads, which the next pages may print again."""
    pairs = itertools.pairwise(filled)
    return [_squeezed(a.text) for a, b in pairs if _is_title(a.text) and (_heads_columns(b.text) or read_head(b.text))]


def _is_title(text: str) -> bool:
    return len(text) >= _SHORTEST_TITLE and text.endswith(_TITLE_NOUNS)


def _is_page_number(text: str) -> bool:
    return (len(text) <= _LONGEST_NUMBER and _PAGE.fullmatch(text) is not None) or _is_pager(text)


def _is_pager(text: str) -> bool:
    if not text[:1].isdigit() or _PAGER.fullmatch(text) is None:
        return False
    values = [int(number) for number in text.split()]
    return values == list(range(values[0], values[0] + len(values)))


def _neighbours(filled: Sequence[Line], at: int) -> Iterator[Line]:
    for index in (at - 1, at + 1):
        if 0 <= index < len(filled):
            line = filled[index]
            if _SHORTEST <= len(_squeezed(line.text)) <= _LONGEST and not _NOT_HEADER.search(line.text):
                yield line


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_header(text: str, count: int, pages: int) -> bool:
    """True for a repeated line that is no number, item or head; one like a cell must stand on nearly every page."""
    if count < _FEWEST or bare_number(text) is not None or _is_page_number(text):
        return False
    if read_label(text) is not None or (read_head(text) is not None and not _is_title(text)):
        return False
    if max(unit_likeness(text), deadline_likeness(text)) < _OTHER_KIND:
        return True
    return count > _FEWEST and count >= _ALWAYS * (pages - 1)


def _heads_columns(text: str) -> bool:
    """True for column heads joined by blanks, which a table prints again on every page."""
    return sum(1 for word in _CELLS.split(text) if read_head(word) is not None) > 1
