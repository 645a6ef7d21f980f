"""Lines of a table cut into printed cells: by pipes, by tabs, or by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ....normalize.quick_tuples import maker
from ...text.document import Line, blanked
from ...text.labels import MEASURES
from ...text.piece import Range

#: A printed cell: the document ranges of its lines; empty for an empty cell.
Printed = tuple[Range, ...]
_BLANKS = lazy_pattern(r"\s+")
#: Strokes of tables drawn with box characters.
_STROKES = "│┃║┆┊"
_STROKE = lazy_pattern(f"[{_STROKES}]")
_PIPES = lazy_pattern(f"[|{_STROKES}]")
#: Strokes, and the left edges of the rules of drawn tables (:mod:`.drawn`).
_DRAWN = lazy_pattern(f"[{_STROKES}┌┏╔├┣╠┝┠╟╞└┗╚]")
#: The rule under a Markdown table's head, and lines drawn with dashes or box characters.
_STROKES_OF_RULES = "-—─=━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╟╢╤╧╪╞╡╫╥╨┝┥┠┨╂"
_RULE = lazy_pattern(rf"[|\s:：+]*[{_STROKES_OF_RULES}][|\s:：+{_STROKES_OF_RULES[1:]}-]*")
_RULE_SIGNS = frozenset(f"| \t:：+…{_STROKES_OF_RULES}")
_RULE_MIN = 3
#: Characters that are a cell by themselves, no part of a word printed wide: 是 否 无.
_ANSWERS = "是否无"
_LEFT_OUT = lazy_pattern(r"[|\s]*…[|\s…]*")
_COUNTED = f"[{MEASURES.strip('年月日时')}块眼口篇幅盏棵株只头尾羽艘栋幢]"
#: The blanks that many editors put around a quantity (新增 300 户), and behind the digits of a day (2030 年 6 月).
_QUANTITY = lazy_pattern(
    rf"(?<=[\u4e00-\u9fff])(?P<before> )[\d.]+(?P<behind> )(?={_COUNTED})|(?<=\d)(?P<day> )(?=[年月日](?!{CHINESE}{{3}})|月(?:[底初末份]|[上中下]旬)|日前)"
    rf"|(?<=[；，：—～~至-]\d)(?P<another> )(?={_COUNTED})|(?<=\d)(?P<rate> )(?=次[/／]|个(?:工作日|月)(?!{CHINESE}{{3}}))"
    # 控制在 10% 以内: no cell ends in such a word, or begins with such a bound
    r"|(?<=[在达到于为至超过])(?P<share> )(?=[\d.]{1,6}[%％])|(?<=[%％万亿元米里吨户个])(?P<bound> )(?=(?:以[内上下]|左右)(?:[，；。 ]|$))"
    # nor does one begin with a mark, or hold the last character of a sentence
    rf"|(?<=\S)(?P<mark> )(?=[，。；、）])|(?<={CHINESE})(?P<end> )(?=(?![无是否有略])[\u4e00-\u9fff][。；](?:[ |\t]|$))"
)
#: A blank inside a sentence that a word may stand across: 水资源保 护宣传。 Words are not asked about before such a one.
_SENTENCE_GAP = lazy_pattern(
    rf"(?<=\S{{10}})(?<={CHINESE}{{2}}) (?=(?P<rest>{CHINESE}{{2}})[^ |\t。；]{{0,40}}[。；](?:[ \t|]|$))"
)


class Split(NamedTuple):
    """A line cut into cells (:func:`make_split` makes it).

    ``filled`` are the cells that hold text; ``opened`` and ``closed`` tell whether a pipe stands at the line's beginning
    and end; ``pipes`` counts them; ``last`` is the index of the last line that its cells stand on.
    """

    line: Line
    cells: tuple[Printed, ...]
    filled: tuple[Printed, ...]
    opened: bool = False
    closed: bool = False
    pipes: int = 0
    last: int = -1

    @property
    def last_line(self) -> int:
        """Index of the last line of its cells."""
        return max(self.last, self.line.index)


_split = maker(Split)
#: What a line without marks tells of them.
_UNMARKED = (False, False, 0, -1)


def make_split(
    line: Line, cells: tuple[Printed, ...], opened: bool = False, closed: bool = False, pipes: int = 0, last: int = -1
) -> Split:
    """The line with those cells, the filled ones told."""
    return Split(line, cells, cells if all(cells) else tuple(filter(None, cells)), opened, closed, pipes, last)


def with_cells(split: Split, cells: tuple[Printed, ...], last: int | None = None) -> Split:
    """``split`` with other cells, which end on line ``last``."""
    return make_split(split.line, cells, *split[3:6], split.last if last is None else last)


def blank_split(line: Line) -> Split:
    """What is left of a line whose cells stand elsewhere, or that is no part of a table."""
    return Split(blanked(line), (), ())


def put_together(splits: tuple[Split, ...], rows: Iterable[Split]) -> tuple[Split, ...]:
    """``splits``, each of ``rows`` on its first line, and its other lines blank."""
    result: list[Split] | None = None
    for row in rows:
        result = result or list(splits)
        result[row.line.index] = row
        for index in range(row.line.index + 1, row.last_line + 1):
            result[index] = blank_split(splits[index].line)
    return splits if result is None else tuple(result)


def is_rule(text: str) -> bool:
    """True for a line that only draws (``|---|---|``), or says that rows are left out (……)."""
    if text[:1] not in _RULE_SIGNS:
        return False
    drawn = len(text) >= _RULE_MIN and _RULE.fullmatch(text) is not None
    return drawn or ("…" in text and _LEFT_OUT.fullmatch(text) is not None)


def holds_marks(text: str) -> bool:
    """Whether marks of cells stand anywhere in a document; most pages have none."""
    return any(mark in text for mark in ("|", "\t", "+-", "+=")) or _DRAWN.search(text) is not None


def split_line(line: Line) -> Split:
    """The line cut at pipes, else at tabs; a line with neither is one cell."""
    pipes = line.text.count("|")
    if not line.text.isascii() and _STROKE.search(line.text):
        pipes = len(_PIPES.findall(line.text))
    if pipes:
        cells = tuple(_cut(line, _PIPES))
        opened, closed = _PIPES.match(line.text) is not None, _PIPES.match(line.text[-1]) is not None
        first, last = (1 if opened else 0), (-1 if closed and len(cells) > 1 else None)
        return make_split(line, cells[first:last], opened, closed, pipes)
    if "\t" in line.text:
        return make_split(line, tuple(_cut(line, _TAB)))
    whole = (((line.start, line.end),),) if line.text else ()
    return Split(line, whole, whole)


_TAB = lazy_pattern("\t")


def split_blanks(line: Line) -> Split:
    """The line cut at every run of white space; two blanks or more mark an empty cell between.

    Single characters with blanks between them are one word printed wide (序 号, 李 明). Blanks around a quantity part nothing.
    """
    cells: list[Printed] = []
    at = 0
    marked, wide = True, False  # whether the last cell is single characters so far
    inside = _inside_quantities(line.text) | _inside_words(line.text)
    for gap in [*(gap for gap in _BLANKS.finditer(line.text) if gap.start() not in inside), None]:
        end = gap.start() if gap is not None else len(line.text)
        single = end - at == 1 and _is_han(line.text[at])
        if wide and single and not marked and line.text[at] not in _ANSWERS:
            cells[-1] = ((cells[-1][0][0], line.start + end),)
        else:
            cells.append(((line.start + at, line.start + end),))
            wide = single
        if gap is not None:
            marked = gap.end() - gap.start() > 1
            if marked and "\t" not in gap[0]:
                cells.append(())
            at = gap.end()
    return make_split(line, tuple(cells))


def _inside_quantities(text: str) -> frozenset[int]:
    """Where blanks stand around the digits of quantities and times."""
    found = _QUANTITY.finditer(text)
    return frozenset(match.start(name) for match in found for name in match.groupdict() if match[name])


def _inside_words(text: str) -> frozenset[int]:
    """Where blanks stand inside words of sentences: neither side ends or begins with a word, both together make one."""
    found = list(_SENTENCE_GAP.finditer(text)) if " " in text else []
    if not found:
        return frozenset()
    from ....normalize.gaps import weight  # few lines get here, and the words take their time to load

    return frozenset(
        gap.start()
        for gap in found
        if weight(text[gap.start() - 1] + gap["rest"][0])
        and not weight(text[gap.start() - 2 : gap.start()])
        and not weight(gap["rest"])
    )


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _cut(line: Line, mark: re.Pattern[str]) -> Iterator[Printed]:
    """The stripped stretches between the marks."""
    at = 0
    for end in [*(m.start() for m in mark.finditer(line.text)), len(line.text)]:
        part = line.text[at:end]
        body = part.strip()
        start = line.start + at + len(part) - len(part.lstrip())
        yield ((start, start + len(body)),) if body else ()
        at = end + 1


def split_all(lines: Sequence[Line], marked: bool = True) -> tuple[Split, ...]:
    """Every line of the document, cut at pipes or tabs where it holds such marks."""
    if marked:
        return tuple(map(split_line, lines))
    cells = [(((start, end),),) if text else () for _, start, end, text in lines]
    return tuple(map(_split, zip(lines, cells, cells, *map(repeat, _UNMARKED), strict=False)))
