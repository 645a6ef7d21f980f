"""Those who do something together without a word of who leads: 甲会同乙研究提出意见."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..units import UnitReading, read_clause, unit_likeness

#: What several are to do: the names end before it.
_VERB = lazy_pattern(
    r"分别|共同|联合|抓紧|研究|提出|制定|制订|起草|组织|开展|推动|推进|完善|修订|编制|建立|落实|做好|出台|细化|于|在(?=\d|本|年)"
)
_SURE = 0.9


def joined_names(text: str, begin: int, end: int) -> tuple[int, UnitReading] | None:
    """Where the names of 甲会同乙 end that begin at an offset, before what they are to do, and their reading."""
    if "会同" not in text[begin:end]:
        return None
    for verb in _VERB.finditer(text, begin + 2, end):
        reading = read_clause(text[begin : verb.start()])
        if reading is not None and not reading.leftovers and len(reading.units) > 1:
            sure = all(unit_likeness(unit.name) >= _SURE for unit in reading.units)
            return (verb.start(), reading) if sure else None
    return None
