"""The table of common words is what its docstring says: a part of jieba's dictionary, the commonest first."""

from __future__ import annotations

from pathlib import Path

import jieba
from notice_parse.normalize.common_words import word_weights

_FEWEST = 60


def test_the_words_are_those_of_the_dictionary() -> None:
    entries = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    counts = {word: int(count) for word, count, *_ in map(str.split, entries) if len(word) == 2}
    weights = word_weights()
    assert len(weights) > 5000
    assert [word for word in weights if counts.get(word, 0) < _FEWEST] == []
    classes = {
        weight: [counts[word] for word in weights if weights[word] == weight] for weight in set(weights.values())
    }
    for weight in sorted(classes)[:-1]:
        assert max(classes[weight]) <= min(classes[weight + 1])
