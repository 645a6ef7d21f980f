"""The JSON report: every finding in the contract's form, by file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .. import __version__
from .report import Checked, Outcome, Unreadable, counts

REPORT_VERSION = "1.0"


def report(outcomes: Sequence[Outcome]) -> str:
    """The whole report as JSON text with a final newline."""
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    unreadable = [outcome for outcome in outcomes if isinstance(outcome, Unreadable)]
    everything = [entry for outcome in checked for entry in outcome.diagnostics]
    document: dict[str, Any] = {
        "report_version": REPORT_VERSION,
        "generator": {"name": "notice-parse", "version": __version__},
        "files": [
            {
                "path": outcome.path,
                "kind": outcome.kind,
                "fails": outcome.fails,
                "coverage": {"characters": outcome.characters, "accounted": outcome.accounted},
                "diagnostics": list(outcome.diagnostics),
            }
            for outcome in checked
        ],
        "unreadable": [{"path": outcome.path, "reason": outcome.reason} for outcome in unreadable],
        "summary": {"files": len(checked), "unreadable": len(unreadable), **counts(everything)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
