"""Running the command line in this process."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

import pytest
from notice_parse.cli.app import main

TEXT = "云溪县重点任务分解表\n\n序号 | 事项 | 责任单位 | 完成时限 |\n1 | 修桥1座 | 县交通局 | 2031年6月底前 |\n"
"""A notice with one task."""


class Run:
    """One run: exit code, bytes of stdout, text of stderr."""

    def __init__(self, arguments: Sequence[str], captured: pytest.CaptureFixture[bytes]) -> None:
        captured.readouterr()
        self.code = main(arguments)
        out, err = captured.readouterr()
        self.out = out
        self.err = err.decode()


Runner = Callable[..., Run]


@contextmanager
def heeding_ctrl_c() -> Generator[None]:
    """Programs started in here heed SIGINT, also when a shell runs the tests in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
