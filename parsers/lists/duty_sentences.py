"""Sentences of one paragraph that each say who does what: 市公安局牵头，负责道路…。市住建局牵头，负责工地…。市教育局：排查…。"""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from .duty_lines import is_names
from .wrapped_paragraphs import JOINT

_SENTENCE = lazy_pattern(r"[^。！？]+[。！？]?")
_PHRASE = lazy_pattern(r"[^。；！？：]+[。；！？：]?")
_TOLD = lazy_pattern(rf"\s*([^，。；：由]{{2,40}}?)(?:牵{JOINT}?头|负{JOINT}?责)(?![的人制任单部]|同志|[。；]|$)")
_NAMED = lazy_pattern(rf"(?:(?<=[。；])|^)\s*([^，。；：]{{2,40}})：(?={CHINESE}{{3}})")
#: The title of a numbered item, behind which two phrases that are all of its text share it out.
_TITLE = lazy_pattern(r"\s*[^，。；：！]{2,26}。")
#: A heading over what keeps the tasks going, where two who are named have no task each: 三、保障措施.
KEEPS_UP = lazy_pattern(r"[^。，；：]{0,6}(?:保障(?:措施|机制)?|要求|组织领导)[。：]?")
#: Of so many sentences, one behind the other to the end of the paragraph; one that heads them may stand before.
_FEWEST, _HEADING, _FEWEST_TITLED = 3, 1, 2


def sentence_starts(text: str, start: int = 0) -> list[int]:
    """Where the sentences begin that open with who does what; empty where fewer than three close the text."""
    if text.count("负责", start) + text.count("牵头", start) < _FEWEST:
        return []
    found: list[int] = []
    before = 0
    for sentence in _SENTENCE.finditer(text, start):
        told = _TOLD.match(text, sentence.start(), sentence.end())
        if told is not None and is_names(told[1].strip()):
            found.append(told.start(1))
        elif found or before == _HEADING:
            return []
        else:
            before += 1
    return found if len(found) >= _FEWEST else []


def phrase_starts(text: str, start: int) -> list[int]:
    """Where the phrases of a sentence begin that each open with who does what, and what follows the last of them.

    …分工如下：市教育局负责学校；市水利局负责河道；市住建局负责工地；其他部门密切配合。 Two of them, where they are all of an item
    but its title: 绿化。县林业局负责设计；各乡镇负责栽植。
    """
    parts = text.count("；", start) or text.count("。", start, len(text) - 1) - 1
    if parts < 1 or min(parts + 1, text.count("负责", start) + text.count("牵头", start)) < _FEWEST_TITLED:
        return []
    if text.rstrip("。；;")[-1] in "）)]】〕":
        return []  # a clause for all of it
    title = _TITLE.match(text, start) if start else None
    found: list[int] = []
    phrases = [phrase.span() for phrase in _PHRASE.finditer(text, start)]
    for begin, end in phrases:
        told = _TOLD.match(text, begin, end)
        if told is not None and is_names(told[1].strip()):
            found.append(told.start(1))
        elif found:
            return [*found, begin] if len(found) >= _FEWEST else []
    whole = title is not None and len(found) == len(phrases) - 1 and found[0] >= title.end()
    return found if len(found) >= (_FEWEST_TITLED if whole else _FEWEST) else []


def named_starts(text: str) -> list[int]:
    """Where the sentences begin that open with names and a colon: …。市教育局：排查隐患。市水利局：清理河道。"""
    if text.count("：") < 1 or ("。" not in text[:-1] and "；" not in text[:-1]):
        return []
    return [match.start(1) for match in _NAMED.finditer(text) if match.start(1) and is_names(match[1].strip())]
