"""Running the command line in this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
