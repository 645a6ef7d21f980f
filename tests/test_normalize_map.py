"""The mapped text: every character knows its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse.normalize import MappedText

TEXTS = st.text(alphabet="甲乙丙ab (),，\n", max_size=40)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, MappedText]:
    """A source and a mapped text after up to three rounds of edits."""
    source = draw(TEXTS)
    text = MappedText(source)
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        text = text.edit([(start, end, draw(st.sampled_from(["", "丁", "戊己", "cd e"]))) for start, end in pairs])
    return source, text


def test_removed_characters_are_outside_a_tight_range() -> None:
    text = MappedText("號(hào)碼").edit([(1, 6, "")])
    assert text.text == "號碼"
    assert text.source_range(0, 1) == (0, 1)
    assert text.source_range(1, 2) == (6, 7)
    assert text.source_range(0, 2) == (0, 7)


def test_a_replacement_stands_for_its_whole_source() -> None:
    text = MappedText("府?dāng)?shù)據").edit([(1, 12, "數")])
    assert text.text == "府數據"
    assert text.source_range(1, 2) == (1, 12)
    assert text.edit([(0, 1, "")]).source_range(0, 1) == (1, 12)


def test_a_longer_replacement_keeps_its_source() -> None:
    text = MappedText("㈠抓").edit([(0, 1, "（一）")])
    assert [text.source_range(i, i + 1) for i in range(4)] == [(0, 1), (0, 1), (0, 1), (1, 2)]


def test_ends_of_text() -> None:
    assert MappedText("").source_range(0, 0) == (0, 0)
    assert MappedText("ab").edit([(0, 2, "")]).source_offset(0) == 2
    assert MappedText("abc").edit([(2, 3, "")]).source_offset(2) == 3


@pytest.mark.parametrize("edits", [[(2, 1, "")], [(0, 2, ""), (1, 3, "")], [(0, 9, "")], [(2, 3, ""), (0, 1, "")]])
def test_wrong_edits_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="edit"):
        MappedText("abc").edit(edits)


def test_a_slice_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="within"):
        MappedText("abc").source_range(2, 4)


def test_translate_keeps_the_map_and_the_length() -> None:
    text = MappedText("a(b)c").edit([(1, 4, "")])
    assert text.translate({ord("c"): "丙"}).source_range(1, 2) == (4, 5)
    with pytest.raises(ValueError, match="length"):
        text.translate({ord("c"): None})


@given(TEXTS)
@settings(deadline=None)
def test_unedited_text_maps_to_itself(source: str) -> None:
    text = MappedText(source)
    assert text.edit([]) is text
    for i in range(len(source)):
        assert text.source_range(i, i + 1) == (i, i + 1)


@given(edited(), st.integers(0, 50), st.integers(0, 50))
@settings(deadline=None)
def test_slices_map_to_ordered_source_ranges(case: tuple[str, MappedText], one: int, other: int) -> None:
    source, text = case
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = text.source_range(start, end)
    assert 0 <= first <= last <= len(source)
    if start < end:
        assert first == text.source_range(start, start + 1)[0]
        assert last == text.source_range(end - 1, end)[1]


@given(edited())
@settings(deadline=None)
def test_characters_keep_their_order(case: tuple[str, MappedText]) -> None:
    _, text = case
    ranges = [text.source_range(i, i + 1) for i in range(len(text))]
    assert ranges == sorted(ranges)


@given(TEXTS, st.data())
@settings(deadline=None)
def test_kept_characters_come_from_their_equals(source: str, data: st.DataObject) -> None:
    gone = sorted(data.draw(st.sets(st.integers(0, max(0, len(source) - 1)), max_size=len(source))))
    text = MappedText(source).edit([(i, i + 1, "") for i in gone if i < len(source)])
    for i, char in enumerate(text.text):
        start, end = text.source_range(i, i + 1)
        assert source[start:end] == char
