"""A run over inputs: jobs done in order, outcomes to the sink, the state and the manifest, then a summary."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..normalize.named_tuples import NamedTuple
from .errors import PROGRAM
from .exits import for_inputs
from .inputs import STDIN, Input, read, text_of
from .progress import Progress
from .terminal import safe_line, say
from .work import Done, Job, Outcome, Settings, lost, process

if TYPE_CHECKING:
    from .outputs import Sink
    from .state import State


class Plan(NamedTuple):
    """What is to be done and how; an output for each input, None when the records go to a combined one."""

    settings: Settings
    sources: Sequence[Input]
    outputs: Sequence[Path | None]
    workers: int = 1
    timeout: float | None = None
    fail_fast: bool = False
    force: bool = False
    quiet: bool = False
    several: bool = False
    progress: bool = True


class _Stopped(Exception):
    """The run ends without its combined output."""


class Run:
    """One run. ``sink`` takes the records, or ``state`` the outputs; ``manifest`` gets a line an input."""

    def __init__(self, plan: Plan, sink: Sink | None, state: State | None, manifest: IO[str] | None) -> None:
        self._plan = plan
        self._sink = sink
        self._state = state
        self._manifest = manifest
        self._counts: Counter[str] = Counter()
        self._found = False
        self._progress = Progress(len(plan.sources), wanted=plan.progress and not plan.quiet)
        self._fingerprint = plan.settings.fingerprint() if state else ""

    def do(self) -> int:
        """Do the run and return the exit code."""
        with contextlib.suppress(_Stopped), self._sink or contextlib.nullcontext():
            self._each()
            if self._plan.sources and not self._read:
                raise _Stopped
        if not self._plan.quiet and self._plan.several:
            say(self._summary())
        return for_inputs(
            read=self._read,
            unreadable=self._counts["failed"],
            bugs=self._counts["bug"],
            findings=self._found,
        )

    @property
    def _read(self) -> int:
        return self._counts["ok"] + self._counts["unchanged"]

    def _each(self) -> None:
        with contextlib.closing(self._progress), contextlib.closing(self._outcomes()) as outcomes:
            for outcome in outcomes:
                self._take(outcome)
                failed = outcome.status in ("failed", "bug")
                self._progress.step(failed=failed)
                if failed and self._plan.fail_fast:
                    raise _Stopped

    def _outcomes(self) -> Generator[Outcome]:
        plan = self._plan
        jobs = [self._job(index, source) for index, source in enumerate(plan.sources)]
        # Only another process can be stopped when its time is up.
        if (plan.workers == 1 or len(jobs) < 2) and plan.timeout is None:
            for job in jobs:
                yield process(plan.settings, job)
        else:
            from . import pool

            yield from pool.run(jobs, partial(process, plan.settings), lost, workers=plan.workers, timeout=plan.timeout)

    def _job(self, index: int, source: Input) -> Job:
        data = read(source) if source.path == STDIN else None
        output = self._plan.outputs[index]
        # With --strict the findings of unchanged files are wanted too, and they are known only by parsing.
        redo = self._plan.force or self._plan.settings.strict
        done = self._state.done(output, self._fingerprint) if self._state and output and not redo else None
        return Job(index, source, data, output, done)

    def _take(self, outcome: Outcome) -> None:
        """Note an outcome everywhere it belongs."""
        self._counts[outcome.status] += 1
        job_source = self._plan.sources[outcome.number]
        if outcome.message:
            self._progress.say(f"{PROGRAM}: {outcome.message}")
        for line in outcome.lines:
            self._progress.say(line)
        self._found = self._found or outcome.fails
        if outcome.status == "ok" and self._sink:
            self._sink.write(outcome.record)
        output = self._plan.outputs[outcome.number]
        if outcome.status in ("failed", "bug") and output and output.exists():
            self._progress.say(f"{PROGRAM}: {safe_line(str(output))} is still that of an earlier run")
        if outcome.status == "ok" and self._state and output and outcome.sha256 and outcome.output_sha256:
            done = Done(outcome.sha256, outcome.output_sha256, outcome.tasks, outcome.worst)
            self._state.record(output, self._fingerprint, done)
        if self._manifest:
            self._manifest.write(_manifest_line(job_source, outcome))

    def _summary(self) -> str:
        counts = self._counts
        parts = [f"{counts['ok']} ok", f"{counts['failed'] + counts['bug']} failed"]
        if self._state:
            parts.append(f"{counts['unchanged']} unchanged")
        return ", ".join(parts)


def _manifest_line(source: Input, outcome: Outcome) -> str:
    import json  # most runs write no manifest

    values = {
        "path": text_of(source.path),
        "sha256": outcome.sha256,
        "status": outcome.status,
        "tasks": outcome.tasks,
        "worst": outcome.worst,
        "milliseconds": outcome.milliseconds,
    }
    if outcome.message:
        values["message"] = outcome.message
    return json.dumps(values, ensure_ascii=False) + "\n"
