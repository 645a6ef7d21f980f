"""Made tables whose cells lost what stood between them, as document-sharing sites print them.

Their tasks are one text a row: nothing parts two texts that stand side by side. A seed gives the same notice for ever.
"""

from __future__ import annotations

from random import Random

from made_hard import Layout, notice, table_of
from made_notices import Made

_DOERS = (("resp",), ("lead",), ("lead", "support"), ("resp", "support"), ("lead", "resp"))


def make_glued(seed: int) -> Made:
    """The notice of a seed, with a glued table."""
    random = Random(seed)
    numbered, closed = random.random() < 0.7, random.random() < 0.6
    doers = random.choice(_DOERS)
    person = ("person",) if random.random() < 0.2 else ()
    time = ("deadline",) if random.random() < 0.7 else ()
    tail = random.choice(((*doers, *time), (*time, *doers), (*doers, *person, *time), (*person, *doers, *time)))
    columns = (*(("number",) if numbered else ()), "content", *tail)
    merged = frozenset({"doers"}) if closed and random.random() < 0.2 else frozenset[str]()
    layout = Layout(columns, "glued", "rows" if numbered else "none", merged, frozenset(), "nothing", "nowhere", closed)
    heads, rows, facts = table_of(layout, random)
    apart = random.random() < 0.4
    lines = ["".join("".join(cell or ()) for cell in row) for row in (heads, *rows)]
    lines = [line.replace(" ", "") for line in lines]
    features = (
        "+".join(tail), "numbered" if numbered else "no numbers", "full stops" if closed else "no full stops",
        "merged" if merged else "", "a row a line" if apart else "one line",
    )  # fmt: skip
    return notice(lines if apart else ["".join(lines)], facts, features, random)
