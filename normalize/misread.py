"""Words of labels that an optical reader misread: 责任单住：, 贵任单位：.

Only characters that look like the right one, behind a role word and before a colon or the rest of the label.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_ROLES = "牵头单|责任单|贵任单|配合单|承办单|协办单|主办单|参与单|实施单|落实单"
# Both begin with a character of their own, so that a search skips all others.
_MISREAD = lazy_pattern(
    rf"单(?<={_ROLES})(?P<位>[住佗伫佇仼伩佐佳拉泣粒伍亻])(?=\s?[：:])|(?P<责>贵)任(?=单|部门|科室|处室|领导|人[：:])"
)


def mend_labels(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put the character back that such a label has; a doubt for each."""
    edits: list[Edit] = []
    for match in _MISREAD.finditer(text.text):
        for right in ("位", "责"):
            start, end = match.span(right)
            if start >= 0:
                edits.append((start, end, right))
                doubts.append(Doubt("characters-restored", *text.source_range(start, end), f"{match[right]} → {right}"))
    return text.edit(edits) if edits else text
