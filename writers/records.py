"""One task with the fields of its notice, as JSON: what ``--records`` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..schemas.models import ParsedNotice


def records_of(notice: ParsedNotice, indent: int | None = None) -> Iterator[str]:
    """Each task as JSON text: the notice's fields first, then the task's under their own names."""
    separators = None if indent else (",", ":")
    shared = notice_fields(notice)
    for task in notice.model_dump(include={"tasks"})["tasks"]:
        yield json.dumps({**shared, **task}, ensure_ascii=False, indent=indent, separators=separators)


def notice_fields(notice: ParsedNotice) -> dict[str, Any]:
    """The fields that every record of the notice repeats."""
    about, source = notice.notice, notice.source
    return {
        "notice_key": about.key,
        "notice_title": about.title,
        "plan_title": about.plan_title,
        "document_number": about.document_number,
        "issuer": about.issuer,
        "issuers": about.issuers,
        "issued_on": about.issued_on,
        "published_at": about.published_at,
        "source_name": source.name,
        "source_path": source.path,
        "source_url": source.url,
        "source_sha256": source.sha256,
    }
