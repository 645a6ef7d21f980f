"""Words of labels that an optical reader misread: 责任单住：, 贵任单位：, and a stroke or dashes for the colon:
责任单位／县教育局, （牵头单位——县教育局）.

Only characters that look like the right one, behind a role word and before a colon or the rest of the label; a stroke
that parts two labels (责任单位／责任人) stays.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText

_ROLES = "牵头单|责任单|贵任单|配合单|承办单|协办单|主办单|参与单|实施单|落实单|牽頭單|責任單|參與單|實施單|落實單|承辦單|主辦單|協辦單|配合單"
# Both begin with a character of their own, so that a search skips all others.
_MISREAD = lazy_pattern(
    rf"单(?<={_ROLES})(?P<位>[住佗伫佇仼伩佐佳拉泣粒伍亻])(?=\s?[：:])|(?P<责>贵)任(?=单|部门|科室|处室|领导|人[：:])"
)
#: Right behind a label that opens a phrase, no other label behind it; behind one of time a time.
_STROKE = lazy_pattern(
    r"/(?<=单位/|部门/|科室/|处室/|时限/|时间/)(?:(?<=[\s。；;，|）]..../)|(?<=\A..../))(?<=(?:责任|牵头|配合|承办|主办|协办|参与|完成|办结|整改)../)(?=[^\s/|])"
    r"(?!责任|牵头|配合|承办|主办|协办|参与|联系|负责|分管|完成|部门|单位|科室|处室|时限|期限|人员|(?<=时./)[^\d一二三四五六七八九十每年月全长持常立即第本“])"
)
#: Dashes for it, where the label opens a line, bracket or phrase.
_DASHES = lazy_pattern(
    rf"[—–]{{2}}(?:(?<=[\s（(\[【〔；;，,。]....[—–]{{2}})|(?<=\A....[—–]{{2}}))(?<=(?:责任|牵头|配合|承办|主办|协办|参与)(?:单位|部门|科室)[—–]{{2}})(?={CHINESE})"
)
_FEWEST_STROKES = 2
#: Marks of inner titles, or signs, around a label with its value: 〈责任单位：县教育局〉.
_ANGLED = lazy_pattern(
    rf"[<〈](?=\s?(?:{_ROLES}|牵头部|责任部|配合部|承办部|完成时|责任科|责任处|主责单|牽頭部|責任部|承辦部|完成時|責任科|責任處)..?\s?[：:])[^<>〈〉《》]{{4,300}}[>〉]"
)


def mend_labels(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put the character back that such a label has; a doubt for each."""
    edits: list[Edit] = []
    for match in _MISREAD.finditer(text.text):
        for right in ("位", "责"):
            start, end = match.span(right)
            if start >= 0:
                edits.append((start, end, right))
    strokes = list(_STROKE.finditer(text.text)) if "/" in text.text else []
    strokes += _DASHES.finditer(text.text) if "——" in text.text else ()
    if len(strokes) >= _FEWEST_STROKES:
        edits = sorted(edits + [(*match.span(), "：") for match in strokes])
    for start, end, right in edits:
        place = text.source_range(start, end)
        doubts.append(Doubt("characters-restored", *place, f"{text.text[start:end]} → {right}"))
    text = text.edit(edits) if edits else text
    if "〉" in text.text or ">" in text.text:
        angled = (match.span() for match in _ANGLED.finditer(text.text))
        text = text.edit([edit for start, end in angled for edit in ((start, start + 1, "（"), (end - 1, end, "）"))])
    return text
