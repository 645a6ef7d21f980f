"""Shapes put together at random: those whose time grows faster than the text are shown."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations import PIECES
from shapes import ABOVE, PLACES, SHAPES, build, seconds

SIZES = 4_000, 32_000
STEEP = 14.0
"""Times as long for eight times the text that counts as faster than linear."""
NOTICEABLE = 0.4
"""Seconds below which the timer's noise decides."""
_WORDS = tuple(shape for shape in SHAPES.values() if isinstance(shape, str)) + PIECES


def steep(number: int, seed: int) -> Iterator[tuple[str, bool]]:
    """Lines of those of ``number`` random shapes that grow faster than the text, each with True."""
    for index in range(number):
        random = Random(f"{seed}/{index}")
        shape = "".join(random.choice(_WORDS) for _ in range(random.randint(1, 8)))
        place = random.choice(("{}", *PLACES.values(), *ABOVE.values()))
        small, large = (seconds(build(shape, size, place)) for size in SIZES)
        if large > NOTICEABLE and large > STEEP * small:
            yield f"{large / small:5.1f} times as long, {large:.1f} s  shape {index}: {shape!r} in {place!r}", True
