"""Our named tuples are those of :mod:`typing`: fields, defaults, methods, what they say of themselves."""

from __future__ import annotations

import pickle
from typing import NamedTuple as Plain

import pytest
from notice_parse.normalize.named_tuples import NamedTuple


class Ours(NamedTuple):
    """A place."""

    first: int
    last: int = 3

    @property
    def size(self) -> int:
        return self.last - self.first

    def moved(self, by: int) -> Ours:
        return self._replace(first=self.first + by, last=self.last + by)


class Theirs(Plain):
    """A place."""

    first: int
    last: int = 3

    @property
    def size(self) -> int:
        return self.last - self.first

    def moved(self, by: int) -> Theirs:
        return self._replace(first=self.first + by, last=self.last + by)


def test_as_in_typing() -> None:
    ours, theirs = Ours(1), Theirs(1)
    assert ours == theirs == (1, 3)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)
    assert (ours.size, ours.moved(2)) == (theirs.size, theirs.moved(2))
    for name in ("_fields", "_field_defaults", "__doc__", "__module__", "__mro__", "__slots__"):
        expected = getattr(Theirs, name)
        assert getattr(Ours, name) == (expected if name != "__mro__" else (Ours, *expected[1:])), name
    assert list(Ours.__annotations__) == list(Theirs.__annotations__)
    assert pickle.loads(pickle.dumps(ours)) == ours


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_wrong_fields(kind: type[Ours]) -> None:
    with pytest.raises(TypeError):
        kind(1, 2, 3)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        kind(1).first = 2  # type: ignore[misc]
