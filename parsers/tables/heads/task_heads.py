"""Which heads make a table of tasks, and unusual heads that are read by the company they keep."""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS, Head, is_about_page, is_inspected, read_among, read_loosely

#: What ends so is no head.
SENTENCE_END = "。；"


def read_unusual(texts: Sequence[str], heads: Sequence[Head | None], whole: bool = False) -> Sequence[Head | None]:
    """The heads, with unusual ones read by a word inside them where the number's head tells what the row is.

    What may be a title or a cell elsewhere is a head between known ones; behind them, too, in a ``whole`` row.
    """
    known = [i for i, head in enumerate(heads) if head is not None]
    last = len(heads) if whole and len(known) > 1 else max(known, default=0)
    heads = [
        read_among(text) if head is None and 0 < i < last else head
        for i, (text, head) in enumerate(zip(texts, heads, strict=True))
    ]
    if not heads or heads[0] is None or heads[0].kind != "number" or makes_table(heads):
        return heads
    loose = [head or read_loosely(text) for text, head in zip(texts, heads, strict=True)]
    return loose if makes_table(loose) else heads


def makes_table(heads: Sequence[Head | None]) -> bool:
    """True for heads of a table of tasks: someone or some time beside something to be done."""
    if any(head is not None and is_about_page(head.text) for head in heads):
        return False
    kinds = {head.kind for head in heads if head is not None and not is_inspected(head)}
    doer = bool(kinds & ANSWERS)
    return doer and bool(kinds & TEXT_KINDS or ("number" in kinds and len(kinds) > 2))
