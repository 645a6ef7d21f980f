"""Character classes that several steps share, written as the inside of a regular expression's ``[]``."""

from __future__ import annotations

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\u25cb\U00020000-\U0003ffff"
# Marks that only Chinese text uses (GB/T 15834) beside the ones that have half-width twins. Curly quotes are
# printed in Chinese notices; straight ones are not among them because they say nothing about their neighbours.
CHINESE_MARKS = "、。《》〈〉“”‘’「」『』【】〔〕〖〗…—，：；？！（）"
CHINESE = HAN + CHINESE_MARKS
