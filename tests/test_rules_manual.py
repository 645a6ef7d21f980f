"""The reference of the rules in the docs is the one that the program prints."""

from __future__ import annotations

from pathlib import Path

from notice_parse.rules.manual import listing, markdown

DOCS = Path(__file__).parent.parent / "docs"


def test_the_committed_reference_is_current() -> None:
    committed = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert committed == markdown(), "run: notice-parse rules --markdown > docs/rules.md"


def test_examples_are_fenced() -> None:
    text = markdown()
    assert text.count("```") == 4 * len(list(listing()))
    assert "PASS" not in text
    assert "::\n" not in text
