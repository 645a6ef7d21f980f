"""Named tuples that are made by the thousand, as lines and pieces are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[[tuple[Any, ...]], T]:
    """What makes a named tuple of a plain one with all its fields, in a third of the time that calling the class takes.

    >>> from fractions import Fraction
    >>> from typing import NamedTuple
    >>> class Share(NamedTuple):
    ...     value: Fraction
    ...     sure: bool = True
    >>> maker(Share)((Fraction(1, 2), False))
    Share(value=Fraction(1, 2), sure=False)
    """
    return cast("Callable[[tuple[Any, ...]], T]", partial(cast("Any", tuple).__new__, kind))
