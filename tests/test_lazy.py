"""Patterns as they are compiled match what they match as they are written."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import notice_parse
import pytest
from notice_parse.normalize.quick_sets import quick_to_compile

SAMPLES = Path(__file__).parent.parent / "samples"


def _patterns() -> Iterator[tuple[str, int]]:
    packages = ("notice_parse.parsers", "notice_parse.normalize")
    for module in pkgutil.walk_packages(notice_parse.__path__, "notice_parse."):
        if module.name.startswith(packages):
            for value in vars(importlib.import_module(module.name)).values():
                if type(value).__module__ == "notice_parse.normalize.lazy" and hasattr(value, "flags"):
                    yield value.pattern, value.flags


def test_every_pattern_matches_what_it_says() -> None:
    text = "\n".join(path.read_text(encoding="utf-8")[:1500] for path in sorted(SAMPLES.glob("*.txt"))[::20])
    quicker = {(source, flags) for source, flags in _patterns() if quick_to_compile(source, flags) != source}
    assert len(quicker) > 100
    for source, flags in quicker:
        quick = re.compile(quick_to_compile(source, flags), flags)
        found = [(match.span(), match.groups()) for match in quick.finditer(text)]
        assert found == [(match.span(), match.groups()) for match in re.compile(source, flags).finditer(text)], source


@pytest.mark.parametrize(
    ("source", "quick"),
    [
        (r"(?<=[、\s，。])[省市县]?", r"(?<=(?:、|\s|，|。(?=)))(?:省|市|县(?=))?"),
        (r"\[[（(【〔\[]{1,3}", r"\[(?:（|\(|【|〔|\[(?=)){1,3}"),
        (r"[-—–～]", r"(?:\-|—|–|～(?=))"),
        ("[^，。；][，。；]*[，。；]+[，。；]{2,}[，。；]{0,12}[一-十，。；][，,]", None),
    ],
)
def test_small_sets_are_written_out(source: str, quick: str | None) -> None:
    assert quick_to_compile(source) == (quick or source)


def test_verbose_patterns_stay() -> None:
    assert quick_to_compile("[ 省市县]", re.VERBOSE) == "[ 省市县]"
