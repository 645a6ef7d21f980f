"""One task with the fields of its notice, as JSON: what ``--records`` writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..schemas.json_dump import dump_json
from ..schemas.shape import Record


def records_of(notice: Record, indent: int | None = None) -> Iterator[str]:
    """Each task as JSON text: the notice's fields first, then the task's under their own names."""
    shared = notice_fields(notice)
    for task in notice["tasks"]:
        yield dump_json({**shared, **task}, indent)


def notice_fields(notice: Record) -> dict[str, Any]:
    """The fields that every record of the notice repeats."""
    about, source = notice["notice"], notice["source"]
    return {
        "notice_key": about["key"],
        "notice_title": about["title"],
        "plan_title": about["plan_title"],
        "document_number": about["document_number"],
        "issuer": about["issuer"],
        "issuers": about["issuers"],
        "issued_on": about["issued_on"],
        "published_at": about["published_at"],
        "source_name": source["name"],
        "source_path": source["path"],
        "source_url": source["url"],
        "source_sha256": source["sha256"],
    }
