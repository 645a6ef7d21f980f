"""Properties of the reader of cited documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from notice_parse.parsers.fields.references import read_references

WORDS = [
    "《",
    "》",
    "〈",
    "〉",
    "（",
    "）",
    "青府办",
    "〔2030〕",
    "8号",
    "[2030]",
    "河道办法",
    "以下简称",
    "\n",
    "公报",
]
pieces = st.lists(st.sampled_from(WORDS) | st.text(max_size=3))


@given(pieces.map("".join))
def test_references_lie_in_order_inside_the_text(text: str) -> None:
    found = read_references(text)
    ends = 0
    for draft in found:
        assert ends <= draft.start < draft.end <= len(text)
        assert draft.title or draft.document_number
        ends = draft.end


def test_the_notices_own_number_is_no_reference() -> None:
    assert read_references("见青府办〔2030〕8号", ["青府办〔2030〕8号"]) == ()
