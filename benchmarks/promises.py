"""The promises that hold for any input whatever, as one function that looks for a broken one."""

from __future__ import annotations

import json
import signal
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from notice_parse import ParsedNotice, parse_bytes
from notice_parse.checks.json_schema import json_schema
from notice_parse.checks.reslice import moved, outside
from notice_parse.checks.schema import Fitted, fit
from notice_parse.normalize.decode import NotText, decode

LIMIT = 10
"""Seconds of computing after which an input counts as endless."""
SLOW = 0.5, 40e-6
"""Seconds allowed for any input, and for each of its bytes besides (ten times the usual, on a busy machine)."""
_YAML: Any = yaml


@dataclass(frozen=True)
class Broken:
    """A broken promise: its kind (inputs of one kind are one bug) and what was seen."""

    kind: str
    detail: str = ""


def broken_promises(data: bytes, *, thorough: bool = False) -> list[Broken]:
    """The promises that the input breaks; ``refused`` alone for bytes that are no text.

    ``thorough`` also holds the output against the JSON Schema and writes its segments as YAML, which takes longer
    than all the rest.
    """
    signal.signal(signal.SIGPROF, _endless)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        return list(_broken(data, thorough))
    except NotText:
        return [Broken("refused")]
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [Broken(f"exception {type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}", str(error))]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _endless(_signal: int, frame: FrameType | None) -> None:
    raise TimeoutError("endless")


def _broken(data: bytes, thorough: bool) -> Iterator[Broken]:
    start = time.process_time()
    parsed = parse_bytes(data, name="fuzz.txt", segments=True)
    seconds = time.process_time() - start
    if seconds > SLOW[0] + SLOW[1] * len(data):
        yield Broken("slow", f"{seconds:.2f} s for {len(data)} bytes")
    source = decode(data).text
    record = json.loads(parsed.to_json())
    fitted = fit(record)
    if fitted.record != record:
        yield Broken("does not round-trip", str(fitted.misfits[:2]))
    yield from _yaml(parsed if thorough else parsed.model_copy(update={"segments": []}))
    if thorough:
        for error in Draft202012Validator(_schema()).iter_errors(record):
            yield Broken(f"schema {'.'.join(str(step) for step in error.path if isinstance(step, str))}", error.message)
    yield from _segments(record, source)
    yield from _coverage(record, source)
    yield from _spans(record, fitted, source)


def _yaml(parsed: ParsedNotice) -> Iterator[Broken]:
    if _YAML.load(parsed.to_yaml(), _YAML.CSafeLoader) != json.loads(parsed.to_json()):
        yield Broken("yaml and json differ")


def _segments(record: dict[str, Any], source: str) -> Iterator[Broken]:
    at = 0
    for segment in record["segments"]:
        if segment["span"]["start"] != at or segment["span"]["end"] <= at:
            yield Broken("segments have a hole or overlap", f"at {at}")
            return
        at = segment["span"]["end"]
    if at != len(source):
        yield Broken("segments do not join to the source", f"{at} of {len(source)}")


def _coverage(record: dict[str, Any], source: str) -> Iterator[Broken]:
    coverage = record["coverage"]
    ink = len("".join(source.split()))
    if not 0 <= coverage["accounted"] <= coverage["characters"]:
        yield Broken("coverage out of bounds", str(coverage["accounted"]))
    if coverage["characters"] > ink:
        yield Broken("coverage counts blanks", f"{coverage['characters']} of {ink}")
    left = sum(len("".join(source[span["start"] : span["end"]].split())) for span in coverage["unaccounted"])
    if coverage["accounted"] + left < coverage["characters"]:
        yield Broken("coverage does not add up", f"{coverage['accounted']} + {left} of {coverage['characters']}")
    for segment in record["segments"]:
        if segment["label"] == "unparsed" and not any(
            span["start"] <= segment["span"]["start"] and segment["span"]["end"] <= span["end"]
            for span in coverage["unaccounted"]
        ):
            yield Broken("unparsed text is accounted for")
            return


def _spans(record: dict[str, Any], fitted: Fitted, source: str) -> Iterator[Broken]:
    for path, detail in outside(record, fitted):
        yield Broken(f"span outside: {_field(path)}", detail)
    for path, detail in moved(record, fitted, source):
        yield Broken(f"span does not re-slice: {_field(path)}", detail)
    if record["diagnostics"] and any(entry["name"] == "span-mismatch" for entry in record["diagnostics"]):
        yield Broken("span-mismatch reported")
    for entry in record["diagnostics"]:
        if entry["name"] == "unexplained-doubt":
            yield Broken(entry["message"])


def _field(path: tuple[str | int, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str))


@cache
def _schema() -> dict[str, Any]:
    return json_schema()
