"""notice-parse: task records from Chinese government notices.

>>> from notice_parse import parse_text
>>> record = parse_text("一、修桥1座。（牵头单位：县交通局，2030年6月底前完成）")
>>> [unit.name for unit in record.tasks[0].units]
['县交通局']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import parse_bytes, parse_path, parse_text
    from .normalize import NotText
    from .parsers.deadlines.public import parse_deadlines
    from .parsers.units.public import parse_units
    from .schemas import Deadline, ParsedNotice, Target, Task, Unit

__version__ = "0.1.0"
__all__ = [
    "Deadline",
    "NotText",
    "ParsedNotice",
    "Target",
    "Task",
    "Unit",
    "__version__",
    "parse_bytes",
    "parse_deadlines",
    "parse_path",
    "parse_text",
    "parse_units",
]

#: Where each public name lives: loaded on first use, so that importing the package costs nothing.
_HOMES = {
    "Deadline": ".schemas",
    "NotText": ".normalize",
    "ParsedNotice": ".schemas",
    "Target": ".schemas",
    "Task": ".schemas",
    "Unit": ".schemas",
    "parse_bytes": ".api",
    "parse_deadlines": ".parsers.deadlines.public",
    "parse_path": ".api",
    "parse_text": ".api",
    "parse_units": ".parsers.units.public",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home, __name__), name)
