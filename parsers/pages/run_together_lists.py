"""Lists inside a document run together in one line that have no plain numbers: duties by unit, decimals (5.2.1), articles."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from ..lists.duty_lines import is_names
from ..text.labels import NUMERAL, bare_number

#: 市水利局：掌握汛情。 behind a sentence or a blank.
_DUTY = lazy_pattern(r"(?:^|(?<=[。；\s\]】]))([^：:。；，\s\]】]{2,40})[：:](?=\S)")
_DECIMAL = lazy_pattern(rf"(?:^|(?<=[。；：！\s\]】]))(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[、.．]?\s?(?={CHINESE})")
_FEWEST = 3
#: An article or chapter that is no citation (依照第三条规定).
_ARTICLE = lazy_pattern(rf"第 ?({NUMERAL}) ?(?:(章)(?![，。；、和至或的])|条(?![，。；、第和至或的中所款规及与]))")
_BEFORE_ARTICLE = "。；：！）》"
_JUMP = 3  # by how much the numbers of articles may jump
_LONGEST_CHAPTER = 20


def duty_starts(text: str) -> list[int]:
    """Where the duties of units begin that stand one behind the other; empty where fewer than three do."""
    if text.count("：") + text.count(":") < _FEWEST:
        return []
    found = [match.start() for match in _DUTY.finditer(text) if is_names(match[1])]
    return found if len(found) >= _FEWEST else []


def decimal_starts(text: str) -> list[int]:
    """Where decimal numbers stand that count on (5.2.1 5.2.2 5.3); empty where fewer than three do."""
    best: list[int] = []
    chain: list[int] = []
    last: tuple[int, ...] = ()
    for match in _DECIMAL.finditer(text):
        number = tuple(int(part) for part in match[1].replace("．", ".").split("."))
        if chain and not _counts_on(last, number):
            if len(chain) > 1:
                continue
            chain = []
        chain.append(match.start())
        last = number
        best = max(best, chain, key=len)
    return best if len(best) >= _FEWEST else []


def article_starts(text: str) -> list[int]:
    """Where articles that count on begin, and the chapters over them; empty where fewer than three articles do."""
    if text.count("条") < _FEWEST:
        return []
    starts: list[int] = []
    articles = chapters = title = 0
    for match in _ARTICLE.finditer(text):
        number, start = bare_number(match[1]) or 0, match.start()
        closed = start == 0 or text[start - 1] in _BEFORE_ARTICLE or text[start - 1].isspace()
        if match[2]:
            if number == chapters + 1 and (closed or number == 1):
                chapters, title = number, match.end()
                starts.append(start)
        elif articles < number <= articles + _JUMP and (closed or (title and start - title <= _LONGEST_CHAPTER)):
            articles, title = number, 0
            starts.append(start)
    return starts if len(starts) - chapters >= _FEWEST else []


def _counts_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a decimal is the first below another, or the next on its level or one above."""
    if number == (*last, 1):
        return True
    level = len(number)
    return level <= len(last) and number[:-1] == last[: level - 1] and number[-1] == last[level - 1] + 1
