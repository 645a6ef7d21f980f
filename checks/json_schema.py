"""The JSON Schema (draft 2020-12) of the output, from the models."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema that every JSON or YAML output validates against (pydantic's serialization mode).

    Every field is required, since every one is written, also those that have a default when a record is read.
    """
    from ..schemas.models import SCHEMA_VERSION, ParsedNotice

    schema = ParsedNotice.model_json_schema(mode="serialization")
    for model in (schema, *schema["$defs"].values()):
        if "properties" in model:
            model["required"] = list(model["properties"])
    return {"$schema": DIALECT, "$id": f"urn:notice-parse:notice:{SCHEMA_VERSION}", **schema}
