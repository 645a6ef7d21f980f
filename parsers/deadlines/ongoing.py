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


def read_ongoing(text: str, at: int) -> int | None:
    """Where the phrase that begins at an offset ends, when it fills the text up to the next separator."""
    found = _ONGOING.match(text, at)
    return found.end() if found and found.end() > at + 1 else None
