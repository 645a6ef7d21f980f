"""The output contract: as models, and as a plain shape for a program that only writes records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import SCHEMA_VERSION, Deadline, ParsedNotice, Target, Task, Unit

__all__ = ["SCHEMA_VERSION", "Deadline", "ParsedNotice", "Target", "Task", "Unit"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import models  # the models, and pydantic below them, load when they are asked for

    return getattr(models, name)
