"""``notice-parse check``: notices and record files looked at, and what was found reported.

``exceeds`` decides whether diagnostics fail a run; ``check --fail-on`` and ``parse --strict`` share it.
"""

from __future__ import annotations

from .selection import FAIL_ON_DEFAULT, SEVERITIES, Selection, exceeds

__all__ = ["FAIL_ON_DEFAULT", "SEVERITIES", "Selection", "exceeds"]
