"""The core schema that the models come down to, for :mod:`.shape`: plain mappings, every field required.

``python -m notice_parse.schemas.core > schemas/core_schema.json`` writes the committed copy.
"""

from __future__ import annotations

import json
from typing import Any, cast

from .models import ParsedNotice

_LEFT_OUT = frozenset({"cls", "config", "custom_init", "metadata", "root_model"})
"""What concerns the model's class, not the values of its fields."""


def core_schema() -> dict[str, Any]:
    """Pydantic's core schema of a record, strict and closed, for values that are plain mappings.

    Fields with a default are required all the same: every field of a record is written.
    """
    ParsedNotice.model_rebuild()
    return _plain(ParsedNotice.__pydantic_core_schema__)


def _plain(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_plain(item) for item in cast("list[Any]", schema)]
    if not isinstance(schema, dict):
        return schema
    known = cast("dict[str, Any]", schema)
    kind = known.get("type")
    if kind == "default":
        return _plain(known["schema"])
    if kind == "model":
        named = {"ref": _name(known["ref"])} if "ref" in known else {}
        return {**_plain(known["schema"]), **named}
    if kind == "definition-ref":
        return {"type": kind, "schema_ref": _name(known["schema_ref"])}
    if kind == "model-fields":
        fields = {name: _field(field["schema"]) for name, field in known["fields"].items()}
        return {"type": "typed-dict", "fields": fields, "extra_behavior": "forbid", "strict": True}
    return {key: _plain(value) for key, value in known.items() if key not in _LEFT_OUT} | _strictness(kind)


def _name(reference: str) -> str:
    """A model's name without the place in memory that pydantic adds."""
    return reference.partition(":")[0].rpartition(".")[2]


def _field(schema: Any) -> dict[str, Any]:
    return {"type": "typed-dict-field", "required": True, "schema": _plain(schema)}


def _strictness(kind: Any) -> dict[str, bool]:
    return {"strict": True} if kind in ("str", "int", "float", "bool", "list", "dict") else {}


if __name__ == "__main__":
    print(json.dumps(core_schema(), ensure_ascii=False, indent=1, sort_keys=True))
