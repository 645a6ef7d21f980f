"""Jobs over worker processes: results in the order of the jobs, a bounded look-ahead, failures kept to their job.

Jobs travel in chunks, since sending one costs about as much as parsing a small notice. When a worker dies or runs out
of time, the jobs of its chunk are done again one by one, so that only the one at fault is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from .main import collect_seldom

Job = TypeVar("Job")
Result = TypeVar("Result")

_LARGEST_CHUNK = 16
_AHEAD = 3
"""Chunks a worker that are sent or finished but not yet taken: enough to keep workers busy, few enough for memory."""


def run(
    jobs: Sequence[Job],
    work: Callable[[Job], Result],
    lost: Callable[[Job, str], Result],
    *,
    workers: int,
    timeout: float | None = None,
) -> Iterator[Result]:
    """What ``work`` makes of each of ``jobs``, in their order; ``lost`` makes it of a job whose worker came to nothing, and why.

    ``work``, jobs and results travel between processes. ``timeout`` is that of a job, in seconds. Closing the iterator
    stops the workers.
    """
    pool = _Pool(work, lost, workers, timeout)
    try:
        yield from pool.results(chunks(jobs, workers))
    finally:
        pool.stop()


def chunks(jobs: Sequence[Job], workers: int) -> Iterator[list[Job]]:
    """Jobs in runs that are short enough for every worker to get several."""
    size = max(1, min(_LARGEST_CHUNK, len(jobs) // (workers * 4)))
    remaining = iter(jobs)
    while chunk := list(islice(remaining, size)):
        yield chunk


@dataclass(slots=True)
class _Sent(Generic[Job]):
    """A chunk on its way."""

    jobs: list[Job]
    future: Any = field(repr=False)


class _Pool(Generic[Job, Result]):
    def __init__(
        self,
        work: Callable[[Job], Result],
        lost: Callable[[Job, str], Result],
        workers: int,
        timeout: float | None,
    ) -> None:
        self._work = partial(_each, work)
        self._lost = lost
        self._timeout = timeout
        self._ahead = workers * _AHEAD
        # Spawned on every system: a forked worker would inherit threads' locks, and behave otherwise than on
        # macOS and Windows.
        context = multiprocessing.get_context("spawn")
        self._pool: Any = ProcessPool(workers, initializer=_begin, context=context)

    def results(self, chunks: Iterable[list[Job]]) -> Iterator[Result]:
        waiting: deque[_Sent[Job]] = deque()
        for chunk in chunks:
            waiting.append(self._send(chunk))
            if len(waiting) >= self._ahead:
                yield from self._take(waiting.popleft())
        while waiting:
            yield from self._take(waiting.popleft())

    def stop(self) -> None:
        self._pool.stop()
        self._pool.join()

    def _send(self, jobs: list[Job]) -> _Sent[Job]:
        return _Sent(jobs, self._pool.schedule(self._work, args=(jobs,), timeout=self._timeout))

    def _take(self, sent: _Sent[Job]) -> Iterable[Result]:
        try:
            return sent.future.result()
        except FutureTimeoutError:
            message = f"took longer than {self._timeout:g} s; give more with --timeout"
        except ProcessExpired as error:
            message = f"its worker process died (exit code {error.exitcode}); it may need more memory"
        if len(sent.jobs) == 1:
            return [self._lost(sent.jobs[0], message)]
        return [result for job in sent.jobs for result in self._take(self._send([job]))]


def _each(work: Callable[[Job], Result], jobs: list[Job]) -> list[Result]:
    return [work(job) for job in jobs]


def _begin() -> None:
    """Set up a worker: Ctrl-C is the parent's to handle, and a worker does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    collect_seldom()
    from ..api import parse_bytes

    parse_bytes(b"")  # load and build everything now: it must not count towards the first file's time


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
