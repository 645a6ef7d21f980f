"""Records as plain values, checked by pydantic's core without building the models.

Building the models takes longer than reading a notice. What they come down to, pydantic's core schema with plain mappings
for models, is kept in ``core_schema.json``: :mod:`.core` writes it, and a test holds it to the models.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

Record = dict[str, Any]
"""A notice in contract form, as plain values."""

CORE_SCHEMA = Path(__file__).with_name("core_schema.json")
"""The committed core schema."""


def checked(record: Record) -> Record:
    """The record, when it has the contract's shape. Raises :class:`pydantic_core.ValidationError`: a bug of ours."""
    _validator().validate_python(record)
    return record


@cache
def _validator() -> SchemaValidator:
    from pydantic_core import SchemaValidator, from_json

    return SchemaValidator(from_json(CORE_SCHEMA.read_bytes()))
