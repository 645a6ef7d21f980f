"""The output contract as models."""

from __future__ import annotations

from .models import SCHEMA_VERSION, ParsedNotice

__all__ = ["SCHEMA_VERSION", "ParsedNotice"]
