"""Traditional → simplified: the same as OpenCC's own converter, over its whole dictionary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse import parse_text
from notice_parse.normalize.conversion import load_tables, to_simplified
from notice_parse.normalize.script import SIMPLIFIED, TRADITIONAL

CONVERTER: Any = opencc.OpenCC("t2s")
KEYS = [
    line.split("\t")[0]
    for name in ("TSCharacters.txt", "TSPhrases.txt")
    for line in (Path(opencc.__file__).parent / "dictionary" / name).read_text(encoding="utf-8").splitlines()
]
PHRASES = [key for key in KEYS if len(key) > 1]


def test_every_entry_of_the_dictionary() -> None:
    wrong = [key for key in KEYS if to_simplified(key) != CONVERTER.convert(key)]
    assert wrong == []
    assert len(KEYS) > 4000


def test_every_entry_keeps_its_length() -> None:
    assert [key for key in KEYS if len(to_simplified(key)) != len(key)] == []


def test_neighbouring_entries() -> None:
    text = "，".join(first + second for first, second in zip(PHRASES, PHRASES[7:], strict=False))
    assert to_simplified(text) == CONVERTER.convert(text)


@given(st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(sorted(set("".join(PHRASES))))), max_size=8))
@settings(deadline=None)
def test_overlapping_phrases(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert to_simplified(text) == CONVERTER.convert(text)


@pytest.mark.parametrize(("old", "new"), list(zip("衆爲羣麵裏啓", "众为群面里启", strict=True)))
def test_variants(old: str, new: str) -> None:
    assert to_simplified(old) == new


def test_the_sets_of_script_detection_agree_with_the_dictionary() -> None:
    tables = load_tables()
    assert [char for char in TRADITIONAL if tables.translate(char) == char] == []
    assert [char for char in SIMPLIFIED if tables.translate(char) != char] == []
    assert not TRADITIONAL & SIMPLIFIED


@pytest.mark.parametrize("options", [{}, {"raw_text": True}, {"script": "traditional"}, {"script": "keep"}])
@pytest.mark.parametrize("blank", [" ", "  "])
def test_latin_words_stay_as_they_are_in_every_script(options: dict[str, Any], blank: str) -> None:
    text = f"一、培育一人公司（One{blank}Person{blank}Company）。（云溪市经信局负责）"
    assert "（One Person Company）" in parse_text(text, **options).tasks[0].content
