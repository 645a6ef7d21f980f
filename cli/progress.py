"""Progress on stderr while a run goes on; only for a person who watches."""

from __future__ import annotations

import sys
from typing import Any

from .terminal import say


class Progress:
    """A bar of files, rate, time left and failures; silent when not ``wanted`` and where stderr is no terminal."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._bar: Any = None
        self._failed = 0
        if wanted and total > 1 and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="file", file=sys.stderr, dynamic_ncols=True, leave=False)

    def step(self, *, failed: bool) -> None:
        """One more file is done."""
        if self._bar is None:
            return
        if failed:
            self._failed += 1
            self._bar.set_postfix(failed=self._failed, refresh=False)
        self._bar.update()

    def say(self, message: str) -> None:
        """A message above the bar."""
        if self._bar is not None:
            self._bar.clear()
        say(message)
        if self._bar is not None:
            self._bar.refresh()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
