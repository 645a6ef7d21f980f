"""Work without an end: 持续推进, 长期坚持, 常态化, 贯穿全年."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern

# Put together rather than listed: how it goes on, and what goes on.
_GOING = r"持续性?|长期性?|常年|常态化?|长效|经常性?|日常性?|不间断|全过程|全程|长期持续|持续长期|逐年|不断"
_DOING = (
    r"推进|坚持|开展|实施|落实|抓好|抓|进行|执行|推动|完善|跟进|更新|保持|深化|实行|运行|运作|管理|维护|监管|监测|巩固|提升|"
    r"整治|优化|公开|发布|加强|做好|建设|组织|推广|宣传|整改|跟踪|督导|督查|检查|服务|报送|办理|强化|改进|任务|工作|事项|机制|有效|用力|发力"
)
PHRASE = (
    rf"(?:长期|深入)?(?:{_GOING})(?:地|性|开展)?(?:深入|稳步|有序|扎实|全面)?(?:(?:{_DOING})(?:[、并和]?(?:{_DOING}))?)?(?:工作|任务|中|下去|实施)?"
    rf"|(?:全面|深入|滚动|动态)(?:持续|长期|常态化?)(?:{_DOING})?|贯穿(?:全年|始终|全过程)|(?:滚动|动态)(?:推进|实施)|动态(?:更新|调整|管理)|[常长]抓不懈|常抓常管"
)
_ONGOING = lazy_pattern(rf"(?:[并、]?(?:{PHRASE})){{1,2}}(?=$|[，。；、,;(（)）\]】|｜\s])")


#: The last clause of a task's text that says nothing but that the work goes on: …建立台账，持续推进。
_CLOSES = lazy_pattern(
    r"(?:^|[，。；,;])(?:年内|全年|(?:20\d\d年?[—\-~～至到])?20\d\d年[起内]?)?((?:长期|深入)?(?:持续|长期|常年|经常性?)(?:深入|稳步|有序|扎实|全面)?"
    r"(?:推进|推动|坚持|开展|实施|落实|执行|进行|抓好)|(?:持续|长期)?常态化?(?:推进|开展|实施|落实|执行|进行)?|贯穿(?:全年|始终|全过程))[。；;]?$"
)
_LAST = frozenset("进动持展施实行好态化年终程")
_LONGEST_CLOSING = 20


def read_ongoing(text: str, at: int) -> int | None:
    """Where the phrase that begins at an offset ends, when it fills the text up to the next separator."""
    found = _ONGOING.match(text, at)
    return found.end() if found and found.end() > at + 1 else None


def closing_ongoing(text: str) -> tuple[int, int] | None:
    """The phrase that is the whole last clause of running text; no 生态建设持续推进, of which something else is said."""
    end = len(text) - text.endswith(("。", "；", ";"))
    if text[end - 1 : end] not in _LAST:
        return None
    found = _CLOSES.search(text, max(0, end - _LONGEST_CLOSING))
    return found.span(1) if found else None
