"""Data classes with slots: what the library's own would do with the same class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from notice_parse.normalize import slotted


def made(library: Any) -> Any:
    """One class, made by the library or by the project."""
    dataclass, field = library.dataclass, library.field

    @dataclass(slots=True, eq=False, repr=False)
    class Shelf:
        """Books."""

        name: str
        size: int = 3
        books: list[str] = field(default_factory=list)
        told: dict[str, int] = field(default_factory=dict, init=False)
        width: int = field(init=False)

        def __post_init__(self) -> None:
            self.width = self.size * 10

    return Shelf


CLASSES = [made(dataclasses), made(slotted)]


@pytest.mark.parametrize("shelf", CLASSES)
def test_fields_are_set_as_given_or_by_default(shelf: Any) -> None:
    one, other = shelf("left"), shelf("right", 5, books=["a"])
    one.books.append("b")
    assert (one.name, one.size, one.books, one.told, one.width) == ("left", 3, ["b"], {}, 30)
    assert (other.name, other.size, other.books, other.told, other.width) == ("right", 5, ["a"], {}, 50)
    assert shelf("x").books == []
    assert shelf.__doc__ == "Books."


@pytest.mark.parametrize("shelf", CLASSES)
def test_there_are_slots_and_identity(shelf: Any) -> None:
    one = shelf("left")
    with pytest.raises(AttributeError):
        one.another = 1
    assert one != shelf("left")
    assert {one: 1}[one] == 1


@pytest.mark.parametrize("library", [dataclasses, slotted])
def test_a_copy_has_other_fields(library: Any) -> None:
    one = made(library)("left", books=["a"])
    other = library.replace(one, size=7)
    assert (other.name, other.size, other.books, other.width) == ("left", 7, ["a"], 70)
    assert (one.size, copy.copy(one).books) == (3, ["a"])


@pytest.mark.parametrize("shelf", CLASSES)
def test_what_is_missing_or_unknown_is_an_error(shelf: Any) -> None:
    for wrong in [{}, {"name": "left", "told": {}}, {"name": "left", "colour": 1}]:
        with pytest.raises(TypeError):
            shelf(**wrong)


def test_workers_can_send_them() -> None:
    from notice_parse.cli.work import Outcome

    sent = pickle.loads(pickle.dumps(Outcome(3, "ok", lines=["a"])))
    assert (sent.number, sent.status, sent.lines) == (3, "ok", ["a"])


def test_other_kinds_are_not_made_here() -> None:
    with pytest.raises(TypeError, match="only slots"):
        slotted.dataclass(slots=True, eq=True, repr=False)
