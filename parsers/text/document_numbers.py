"""Document numbers (发文字号): agency code, year in brackets, running number (GB/T 9704-2012, 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...normalize.lazy import CHINESE, lazy_pattern

_OPEN, _CLOSE = r"[〔\[【（(［﹝〖{]", r"[〕\]】）)］﹞〗}]"
_YEAR = r"(?:19|20)\s?\d\s?\d"
_LONGEST_CODE = 15  # characters
# A code does not begin with the label in front of it: 文号 云政发〔2030〕4号.
# Sites mask the place: **政办〔2030〕4号.
_CODE = rf"(?:[*×]{{2,6}}\s?)?(?![文字编]?\s?号){CHINESE}(?:\s?{CHINESE}){{0,{_LONGEST_CODE - 1}}}"
# The bracket may be lost on one side (converters drop 〕), never on both.
_TAIL = rf"{_OPEN}\s{{0,3}}{_YEAR}\s{{0,3}}{_CLOSE}?\s{{0,3}}(?:第\s{{0,3}})?\d{{1,5}}(?:\s?-\s?\d{{1,3}})?"
NUMBER = lazy_pattern(rf"{_CODE}\s{{0,3}}{_TAIL}\s{{0,3}}号|{_YEAR}\s?年\s?第\s?\d{{1,4}}\s?号")
# A serial of reports has no year; it is a number only where a head says so: 文号：政务督查第7期.
# Nor do numbers on Taiwan: 府教学字第1130012345号.
SERIAL = lazy_pattern(rf"{_CODE}\s{{0,3}}第\s{{0,3}}(?:\d{{1,4}}\s{{0,3}}期|(?<=字第)\d{{7,11}}[A-Z]?号)(?!\S)")
#: Quick rejection: what any of these holds.
YEAR_OF_NUMBER = lazy_pattern(rf"{_OPEN}\s{{0,3}}(?:19|20)|年\s?第")
DAMAGED = lazy_pattern(rf"{_CODE}\s{{0,3}}{_TAIL}(?!\s{{0,3}}[号\d年])")
AFTER_TITLE = lazy_pattern(rf"\s{{0,3}}[（(〔\[]?\s{{0,3}}(?P<number>{NUMBER.pattern})\s{{0,3}}[）)〕\]]?")
# A decree has no year of its own: 国务院令第722号, 云州市人民政府令第5号.
_DECREE = rf"(?:{CHINESE}{{2,16}}|国)令\s{{0,3}}(?:{_YEAR}\s?年\s?)?第\s{{0,3}}\d{{1,4}}\s{{0,3}}号"
DECREE_AFTER_TITLE = lazy_pattern(rf"\s{{0,3}}[（(]\s{{0,3}}(?P<number>{_DECREE})(?=[）)，,；;、])[）)]?")
DECREE = lazy_pattern(_DECREE)
_DECREE_IN_PROSE = lazy_pattern(r"令\s{0,3}第\s{0,3}\d{1,4}\s{0,3}号")
_DECREE_BY = lazy_pattern(rf"(?:国务院|主席|(?<!{CHINESE})国|{CHINESE}{{1,12}}(?:人民政府|委员会|部|局|厅))$")
_IN_PROSE = lazy_pattern(rf"{_TAIL}\s{{0,3}}号")
_CODE_BEFORE = lazy_pattern(rf"(?:{CHINESE}\s{{0,3}}){{1,{_LONGEST_CODE}}}$")

# A letterhead in front of the code, and by what the code shows that it begins: the place again, or its short name.
_LETTERHEAD = lazy_pattern(
    rf"{CHINESE}{{3,14}}(?:政府|办公室|办公厅|委员会|[局厅部委])(?:文件)?(?=\s{{0,3}}({CHINESE}){CHINESE}{{1,7}}\s{{0,3}}{_OPEN})"
)
_PROVINCES = "京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川宁琼"

# Words before the code that the pattern would swallow: a code names an agency and a kind, it holds no verb.
_LEAD = lazy_pattern(
    r".*(?:文号|字号|编号|根据|按照|依据|以及|下发|印发|发布|公布|贯彻|落实|执行|参照|对照|转发|关于|通知|意见|方案|办法|文件|规定|"
    r"要求|精神|.[和及与的以按据见]|^[按据见以将])"
)


def numbers_in(text: str) -> list[tuple[int, int]]:
    """The ranges of the document numbers in prose, found by their brackets and traced back to the agency's code."""
    found = [*_traced(text, _IN_PROSE, _CODE_BEFORE)]
    return sorted([*found, *_traced(text, _DECREE_IN_PROSE, _DECREE_BY)]) if "令" in text else found


def letterhead_before(number: str) -> int:
    """The length of the organ's name that a page glued to the front of a document number; 0 when there is none.

    >>> letterhead_before("青禾县人民政府办公室青政办〔2030〕4号")
    10
    >>> letterhead_before("青禾县人民政府文件青政发〔2030〕4号")
    9
    """
    name = _LETTERHEAD.match(number)
    return name.end() if name and name[1] in name[0] + _PROVINCES else 0


def _traced(text: str, number: re.Pattern[str], agency: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in number.finditer(text):
        code = agency.search(text, max(0, match.start() - 2 * _LONGEST_CODE), match.start())
        if code is not None:
            yield _code_start(text, code.start(), code.end()), match.end()


def _code_start(text: str, start: int, end: int) -> int:
    """Where a code starts behind a verb or label that Chinese writes without a gap."""
    lead = _LEAD.match(text, start, end)
    if lead is None or lead.end() >= end:
        return start
    cut = lead.end()
    while text[cut].isspace():
        cut += 1
    return cut
