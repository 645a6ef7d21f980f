"""Patterns as they are compiled match what they match as they are written."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import notice_parse
import pytest
from notice_parse.normalize.compiled import compiled
from notice_parse.normalize.openings import openings
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
    patterns = set(_patterns())
    assert len(patterns) > 100
    for source, flags in patterns:
        found = [(match.span(), match.groups()) for match in compiled(source, flags).finditer(text)]
        assert found == [(match.span(), match.groups()) for match in re.compile(source, flags).finditer(text)], source


@pytest.mark.parametrize(
    ("source", "characters"),
    [
        ("修桥", "修"),
        ("(?<=[。；])由|责成", "由责"),
        ("(?:第?一)?(?:甲|[乙丙]丁)", "第一甲乙丙"),
        ("(?!甲)(甲+?乙)", "甲"),
        ("\\b(?:甲{0,3}乙|丙)", "甲乙丙"),
        ("(?:甲|[^乙])丙", None),
        ("甲?乙?", None),
        ("(?:甲|.)丙", None),
        ("(甲)?\\1乙", None),
    ],
)
def test_a_match_begins_with_one_of_these(source: str, characters: str | None) -> None:
    members = openings(_parse(source))
    assert (members is not None and "".join(chr(char) for _, char in members)) == (characters or False)


def _parse(source: str) -> Any:
    return import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse").parse(source)


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
