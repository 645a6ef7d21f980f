"""The work of one input: read, parse, encode, write. Runs in this process or in a worker; never raises.

The values are named tuples: dataclasses take five times as long to make, and these are made at every start.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..normalize.digests import hex_digest
from ..normalize.named_tuples import NamedTuple
from ..normalize.slotted import dataclass, field
from ..schemas.words import SEVERITIES
from ..writers.base import Target, WriteError, WriterOptions
from ..writers.registry import writer
from .errors import PROGRAM, bug_report, describe
from .files import replacing
from .inputs import Input, missing_hint, read
from .terminal import safe_line

if TYPE_CHECKING:
    from ..schemas.shape import Record
    from ..writers.base import Writer

Status = Literal["ok", "failed", "unchanged", "bug"]


class Settings(NamedTuple):
    """What is the same for all inputs of a run; plain values, so that it travels to a worker."""

    format: str = "yaml"
    writer: WriterOptions = WriterOptions()
    script: Literal["simplified", "traditional", "keep"] = "simplified"
    raw_text: bool = False
    segments: bool = False
    encoding: str | None = None
    url: str | None = None
    strict: bool = False
    """Findings are reported too, and fail the run from a severity up."""
    fail_on: str | None = None
    """That severity; None leaves it to the settings of each input's folder."""

    def parse(self, data: bytes, source: Input) -> Record:
        """The record of the notice. Raises ``ValueError`` (``NotText``) for bytes that are no text."""
        from ..api import Options, read_bytes

        about = (source.name, source.relative, self.url)
        return read_bytes(data, Options(*about, self.encoding, self.script, self.raw_text, self.segments))

    def fingerprint(self) -> str:
        """What the bytes of an output depend on besides the input's: options and version."""
        from .. import __version__

        shape = (self.format, self.writer.records, self.writer.lang)
        reading = (self.script, self.raw_text, self.segments, self.encoding, self.url)
        return " ".join(map(str, (__version__, *shape, *reading)))


class Done(NamedTuple):
    """What an earlier run left for an input."""

    sha256: str
    output_sha256: str
    tasks: int
    worst: str | None


class Job(NamedTuple):
    """One input with its place in the order and, with ``--out-dir``, its output."""

    number: int
    source: Input
    data: bytes | None = None
    """The bytes of standard input, which a worker could not read."""
    output: Path | None = None
    done: Done | None = None
    """Set when the input may be left as it is: an earlier run had the same options, and no findings are wanted."""


@dataclass(slots=True, eq=False, repr=False)
class Outcome:
    """What became of an input."""

    number: int
    status: Status
    message: str = ""
    sha256: str | None = None
    output_sha256: str | None = None
    tasks: int = 0
    worst: str | None = None
    milliseconds: float = 0.0
    lines: list[str] = field(default_factory=list[str])
    """Findings and remarks for the user."""
    fails: bool = False
    """Whether the findings fail the run."""
    record: Any = None
    """What the writer made of the notice, when the output is a combined one."""


def process(settings: Settings, job: Job) -> Outcome:
    """Do a job and say what became of it; a failure of any kind is an outcome, not an exception."""
    begun = time.perf_counter()
    sha256 = None
    try:
        data = read(job.source) if job.data is None else job.data
        sha256 = hex_digest(data)
        outcome = _process(settings, job, data, sha256)
    except Exception as error:
        outcome = _unsuccessful(job, error)
        outcome.sha256 = sha256
    outcome.milliseconds = round((time.perf_counter() - begun) * 1000, 1)
    return outcome


def lost(job: Job, message: str) -> Outcome:
    """The outcome of a job that no worker came back from."""
    return Outcome(job.number, "failed", f"cannot read {job.source.shown}: {message}")


def _process(settings: Settings, job: Job, data: bytes, sha256: str) -> Outcome:
    if job.done and job.output and _is_unchanged(job.done, job.output, sha256):
        done = job.done
        return Outcome(job.number, "unchanged", "", sha256, done.output_sha256, done.tasks, done.worst)
    notice = settings.parse(data, job.source)
    outcome = Outcome(
        job.number, "ok", sha256=sha256, tasks=len(notice["tasks"]), worst=worst_of(notice["diagnostics"])
    )
    if settings.strict:
        from .strict import judge

        verdict = judge(notice, data, settings.encoding, job.source, settings.fail_on)
        outcome.lines, outcome.fails = verdict.lines, verdict.fails
    output = writer(settings.format, settings.writer)
    record = output.encode(notice)
    if job.output:
        outcome.output_sha256 = write_one(output, record, job.output)
        outcome.lines += [f"{PROGRAM}: {job.source.shown}: {safe_line(remark)}" for remark in output.remarks]
    else:
        outcome.record = record
    return outcome


def _is_unchanged(done: Done, output: Path, sha256: str) -> bool:
    """Same input, and the output as it was left."""
    if done.sha256 != sha256:
        return False
    try:
        return hash_of(output) == done.output_sha256
    except OSError:
        return False


def write_one(output: Writer, record: Any, path: Path) -> str:
    """Write one record as a whole file; its SHA-256 in hexadecimal."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as temporary:
        write_all(output, [record], temporary)
        return hash_of(temporary)


def write_all(output: Writer, records: Iterable[Any], path: Path) -> None:
    """Write records to a file that nobody reads before it is whole."""
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(path.open("wb"))
        output.open(Target(stream=stream, path=path))
        for record in records:
            output.write(record)
        output.close()


def hash_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    return hex_digest(path.read_bytes())


def worst_of(diagnostics: Sequence[Record]) -> str | None:
    """The worst severity met."""
    return max((one["severity"] for one in diagnostics), key=SEVERITIES.index, default=None)


def _unsuccessful(job: Job, error: Exception) -> Outcome:
    from ..normalize.decode import NotText

    shown = job.source.shown
    if isinstance(error, FileNotFoundError) and error.filename == job.source.path:
        message = f"cannot read {shown}: no such file{missing_hint(job.source.path)}"
    elif isinstance(error, OSError):
        error.filename = error.filename or str(job.output or "the output")  # a full disk names no file
        message = f"cannot {'read' if error.filename == job.source.path else 'write'} {describe(error)}"
    elif isinstance(error, NotText):
        message = f"cannot read {shown}: {error}"
    elif isinstance(error, WriteError):
        message = f"cannot write the records of {shown}: {error}"
    elif isinstance(error, MemoryError):
        message = f"cannot read {shown}: not enough memory"
    else:
        return Outcome(job.number, "bug", bug_report(error, shown))
    return Outcome(job.number, "failed", message)
