"""Numbers that count up: the rows of a table, the points of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def counted(numbers: Iterable[int | None], first: int = 1, least: int = 1, *, anew: bool = False) -> Iterator[int]:
    """The places of the numbers that count up by one from ``first``, ``least`` places apart at least.

    Other numbers between them are figures, None stands for what is no number. With ``anew`` they may count again from a
    1 that a 2 follows before the number that is due.

    >>> list(counted([1, 7, None, 2, 2, 3]))
    [0, 3, 5]
    >>> list(counted([3, 4, 9, 1, 2, 8, 3], 3, anew=True))
    [0, 1, 3, 4, 6]
    """
    due, last = first, -least
    one: int | None = None
    for at, number in enumerate(numbers):
        if number == due and at - last >= least:
            yield at
            due, last, one = due + 1, at, None
        elif anew and number == 1 and one is None:
            one = at
        elif number == 2 and one is not None:
            yield one
            yield at
            due, last, one = 3, at, None
