"""Items that end with those they are given to, no mark before them: 布置会场由校团委负责；检录由学生处负责。

One such sentence may tell of what is paid or kept (经费由…承担); where many items of a list end so, it shares out work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.heads import guessed_head
from ..fields.label_lines import LabelLine
from ..fields.rules_explained import explains_rules, sets_up_rules
from ..text.piece import Range
from ..units import unit_likeness
from .duty_lines import is_names
from .outline import Item

_GIVEN = lazy_pattern(
    r"(?P<told>由(?P<names>[^，。；：、由][^，。；：由]{1,40}?)(?:牵头|负责|承办))(?:落实|安排|组织|实施|组织实施|办理|协调|完成)?[。；]?$"
)
_SENTENCE = lazy_pattern(r"[^。；]+[。；]?")
#: Behind these 由 gives nothing, and after a mark it is read as everywhere.
_OTHERWISE = "经自缘事理情，。；：（("
_LIKELY = 0.5
_FEWEST, _SHARE = 3, 0.4


def close_with_given(root: Item, text: str) -> None:
    """Make label lines of those whom the sentences of the items are given to, where four in ten of the items end so."""
    leaves = root.leaves()
    last = [(item, item.body[-1] if item.body else item.lead) for item in leaves]
    given = [
        (item, part) for item, part in last if not isinstance(part, LabelLine) and _ends_given(text[part[0] : part[1]])
    ]
    if len(given) < max(_FEWEST, _SHARE * len(leaves)):
        return
    for item in leaves:
        parts = [item.lead, *item.body]
        closed = [cut for part in parts for cut in ([part] if isinstance(part, LabelLine) else _cut(text, part))]
        if len(closed) > len(parts) and isinstance(closed[-1], LabelLine) and not isinstance(closed[0], LabelLine):
            item.lead, item.body[:] = closed[0], closed[1:]


def _ends_given(told: str) -> bool:
    found = _GIVEN.search(told)
    return found is not None and _may_be_names(found["names"])


def _cut(text: str, part: Range) -> Iterator[Range | LabelLine]:
    """The text before each of those whom its sentences are given to, and who they are."""
    begin, end = part
    for start, stop in _sentences(text, part):
        found = _GIVEN.search(text, start, stop)
        if found is None or found.start() <= start or text[found.start() - 1] in _OTHERWISE:
            continue
        if (
            not _may_be_names(found["names"])
            or sets_up_rules(text[start : found.start()])
            or explains_rules(text[start:stop])
        ):
            continue
        yield begin, found.start()
        yield LabelLine(guessed_head("unit"), (found.span("told"),), ((found.start(), stop),), spoken=True)
        begin = stop
    if text[begin:end].strip():
        yield begin, end


def _may_be_names(told: str) -> bool:
    return is_names(told) or all(unit_likeness(name) >= _LIKELY for name in told.split("、"))


def _sentences(text: str, part: Range) -> Sequence[Range]:
    return [sentence.span() for sentence in _SENTENCE.finditer(text, *part)]
