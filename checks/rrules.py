"""Whether a recurrence rule is one of RFC 5545 (section 3.3.10)."""

from __future__ import annotations

import re

_DAY = "(?:SU|MO|TU|WE|TH|FR|SA)"


def _list_of(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})(?:,(?:{pattern}))*")


_VALUES = {
    "FREQ": re.compile("SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY"),
    "UNTIL": re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T\d{6}Z?)?"),
    "COUNT": re.compile(r"[1-9]\d*"),
    "INTERVAL": re.compile(r"[1-9]\d*"),
    "BYSECOND": _list_of("[0-5]?[0-9]|60"),
    "BYMINUTE": _list_of("[0-5]?[0-9]"),
    "BYHOUR": _list_of("[01]?[0-9]|2[0-3]"),
    "BYDAY": _list_of(f"(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?{_DAY}"),
    "BYMONTHDAY": _list_of("[+-]?(?:[1-9]|[12][0-9]|3[01])"),
    "BYYEARDAY": _list_of("[+-]?(?:[1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])"),
    "BYWEEKNO": _list_of("[+-]?(?:[1-9]|[1-4][0-9]|5[0-3])"),
    "BYMONTH": _list_of("[1-9]|1[0-2]"),
    "BYSETPOS": _list_of("[+-]?(?:[1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])"),
    "WKST": re.compile(_DAY),
}
_NOT_WITH = {
    "BYMONTHDAY": {"WEEKLY"},
    "BYYEARDAY": {"DAILY", "WEEKLY", "MONTHLY"},
    "BYWEEKNO": {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"},
}


def fault(rule: str) -> str:
    """What is wrong with a recurrence rule (without the prefix ``RRULE:``); empty for a valid one.

    >>> fault("FREQ=MONTHLY;BYMONTHDAY=-1"), fault("FREQ=MONTHLY;BYMONTHDAY=32")
    ('', 'BYMONTHDAY=32')
    """
    parts: dict[str, str] = {}
    for part in rule.split(";"):
        name, equals, value = part.partition("=")
        known = _VALUES.get(name)
        if not equals or known is None or not known.fullmatch(value) or not value.isascii():
            return part or "an empty part"
        if name in parts:
            return f"{name} stands twice"
        parts[name] = value
    return _clash(parts)


def _clash(parts: dict[str, str]) -> str:
    frequency = parts.get("FREQ")
    if frequency is None:
        return "FREQ is missing"
    if "UNTIL" in parts and "COUNT" in parts:
        return "UNTIL and COUNT exclude each other"
    for name, frequencies in _NOT_WITH.items():
        if name in parts and frequency in frequencies:
            return f"{name} does not go with FREQ={frequency}"
    if frequency not in ("MONTHLY", "YEARLY") and any(sign.isdigit() for sign in parts.get("BYDAY", "")):
        return f"a numbered BYDAY does not go with FREQ={frequency}"
    if "BYSETPOS" in parts and not any(name.startswith("BY") for name in parts if name != "BYSETPOS"):
        return "BYSETPOS needs another BY… part"
    return ""
