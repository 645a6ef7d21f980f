"""Words of labels that an optical reader misread: 责任单住：, 贵任单位：.

Only characters that look like the right one, behind a role word and before a colon or the rest of the label.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_MISREAD = lazy_pattern(
    r"(?<=牵头|责任|贵任|配合|承办|协办|主办|参与|实施|落实)单(?P<位>[住佗伫佇仼伩佐佳拉泣粒伍亻])(?=\s?[：:])|(?P<责>贵)任(?=单|部门|科室|处室|领导|人[：:])"
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
