"""NP107 heading-label-damaged: a heading whose label is damaged.

A heading such as ``)推进减税降费`` lost its number. It is still taken for a heading, with its label as printed.

PASS::

    （一）加强供水保障

    1.修建水厂一座。（责任单位：市水利局）

    （二）加强道路养护

    2.修缮北桥。（责任单位：市交通局）

FAIL::

    （一）加强供水保障

    1.修建水厂一座。（责任单位：市水利局）

    ）加强道路养护

    2.修缮北桥。（责任单位：市交通局）
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP107"
NAME = "heading-label-damaged"
SEVERITY: Severity = "warning"
HINT = "Compare the label with its neighbours; the text of the heading was kept."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the label of this heading is damaged", detail)
