"""The vocabulary of official time expressions, and the building blocks of the patterns made from it."""

from __future__ import annotations

# 1 to 31 as digits or Chinese numerals; the longest form stands first.
NUMBER = r"(?:\d{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
COUNT = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
YEAR_NUMBER = r"(?:(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})"

YEAR_WORDS = {
    "今年": 0, "本年度": 0, "本年": 0, "当年度": 0, "当年": 0, "明年": 1, "来年": 1, "次年": 1, "翌年": 1,
    "下一年度": 1, "下年度": 1, "下一年": 1, "后年": 2, "去年": -1, "上一年度": -1, "上年度": -1, "上一年": -1, "上年": -1,
}  # fmt: skip
"""Words for a year, in years from the year at hand."""

FOLLOWING = {"次年", "翌年", "当年", "当年度", "下一年度", "下年度", "下一年"}
"""Those of them that count from the year named before."""

MONTH_WORDS = {"本月": 0, "当月": 0, "下个月": 1, "下月": 1}
"""Words for a month, in months from the issue date."""

YEAR_PARTS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "年底": ((12, 0), (12, 0)),
    "年末": ((12, 0), (12, 0)),
    "年尾": ((12, 0), (12, 0)),
    "岁末": ((12, 0), (12, 0)),
    "年终": ((12, 0), (12, 0)),
    "年内": ((1, 1), (12, 0)),
    "年度内": ((1, 1), (12, 0)),
    "年中": ((6, 0), (6, 0)),
    "上半年": ((1, 1), (6, 0)),
    "下半年": ((7, 1), (12, 0)),
    "前三季度": ((1, 1), (9, 0)),
    "全年": ((1, 1), (12, 0)),
    "年初": ((1, 1), (1, 0)),
}
"""Parts of a year as first and last (month, day); day 0 is the last of the month."""

MONTH_PARTS = {
    "初": (1, 10),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "上中旬": (1, 20),
    "中下旬": (11, 0),
    "上半月": (1, 15),
    "下半月": (16, 0),
    "底": (0, 0),
    "末": (0, 0),
    "尾": (0, 0),
}
"""Parts of a month as first and last day."""

FIXED_DAYS = {
    "元旦": (1, 1), "五一": (5, 1), "五四": (5, 4), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "国庆": (10, 1),
}  # fmt: skip
"""Festivals of the solar calendar."""

LUNAR_DAYS = ("春节", "元宵", "清明", "端午", "中秋", "重阳")
"""Festivals whose day differs from year to year: understood, but no date is made up."""

SEASONS = (
    "主汛期", "汛期", "入汛", "汛", "雨季", "入冬", "春季开学", "秋季开学", "春季学期开学", "秋季学期开学", "开学", "暑期", "暑假", "寒假", "春耕", "春运",
    "秋收", "供暖季", "供暖期", "采暖季", "采暖期", "全国两会", "省两会", "市两会", "两会", "高考", "中考", "今冬明春",
)  # fmt: skip
"""Seasons without a fixed first day: 2030年汛期前 is not the end of 2030."""

ISSUE_VERBS = "印发|下发|发布|公布|出台|颁布|发文"
"""What happens to a notice on its issue date."""

DONE = (
    "完成", "实现", "落实", "实施", "办结", "到位", "结束", "达到", "整改到位", "落实到位", "完毕", "完成任务",
    "完成工作", "开展", "推进",
)  # fmt: skip
"""Actions that say nothing beyond the task itself: no milestone."""

DONE_ADVERBS = (
    "全面", "全部", "基本", "必须", "确保", "力争", "须", "要", "应", "予以", "并", "前", "均", "已", "组织",
)  # fmt: skip
"""Words before such an action that add nothing to it."""

CUES = (
    "原则上", "务必", "力争", "争取", "确保", "计划", "预计", "拟", "应当", "应", "须", "必须", "要", "并", "其中",
    "分别", "以后", "今后", "此后", "之后", "不迟于", "不晚于", "最迟", "最晚", "截止到", "截至", "截止", "到", "至", "于", "在", "从",
    "自", "由", "约", "用",
)  # fmt: skip
"""Words in front of a time that belong to neither scope nor milestone."""

VAGUE = (
    "适时", "及时", "尽快", "立即", "即时", "实时", "随时", "按时", "定期", "不定期", "按要求", "按规定", "根据需要",
    "上旬", "中旬", "下旬", "月初", "月中", "月底", "月末", "月底前", "全月", "整月",
)  # fmt: skip
"""What a deadline column may say without setting a time, or without naming its month."""

VAGUE_ADVERBS = "适时|及时|尽快|立即|即时|即刻|实时|随时|按时|按期|如期|定期|不定期|同步|视情况?"
VAGUE_DONE = "开展|推进|实施|落实|公开|公布|发布|更新|完成|整改|办理|办结|启动|报送|执行|确定|安排|而定"
VAGUE_RULES = "要求|规定|部署|安排|时限|时间|时间节点|节点|时序|时序进度|进度|计划|方案|需要|实际|情况|进展|步骤|任务书"
"""What such a time is made of: an adverb and what is done (及时公开), or what it goes by (按规定时限, 根据工作进展推进)."""
