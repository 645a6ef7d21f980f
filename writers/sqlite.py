"""SQLite: notices, tasks and their parts as tables joined by the contract's keys.

A notice that is written again replaces its rows, all of a run in one transaction: a run that is killed leaves the
database as it was. Notices without a document number share a key where issuer, title and date are the same: further ones
of a run get a number behind it. Dates are ISO text, which sorts and compares as dates in SQLite, DuckDB and Datasette alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..schemas.models import ParsedNotice, Task
from ..schemas.shape import Record
from .base import Target, WriteError, WriterOptions
from .sqlite_schema import ADDED_COLUMNS, APPLICATION_ID, SCHEMA, TABLES

Value = str | int | float | None
Rows = dict[str, list[tuple[Value, ...]]]


class _Encoded(NamedTuple):
    """A notice's rows by table, under its key; ``identity`` tells notices of one key apart, ``name`` is that of the source."""

    key: str
    identity: str
    name: str
    tables: Rows


class SqliteWriter:
    """Rows of a notice in a database of normalised tables."""

    def __init__(self, options: WriterOptions) -> None:
        self.options = options
        self.remarks: list[str] = []
        self._written: dict[str, tuple[str, str]] = {}

    def encode(self, notice: Record) -> _Encoded:
        """What names the notice, and its rows by table."""
        parsed = ParsedNotice.model_validate(notice)
        identity = parsed.notice.document_number or parsed.source.sha256
        return _Encoded(parsed.notice.key, identity, parsed.source.path or parsed.source.name, rows_of(parsed))

    def open(self, target: Target) -> None:
        """Open or make the database and begin the transaction."""
        if target.path is None:
            raise WriteError("a SQLite database needs a file: give one with -o")
        self._database = _connect(target.path)
        try:
            self._database.execute("BEGIN IMMEDIATE")
            _prepare(self._database)
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise WriteError(f"{target.path.name} cannot be used as a database: {error}") from error

    def write(self, record: _Encoded) -> None:
        """Replace the rows of a notice."""
        key, tables = self._free_key(record), record.tables
        if key != record.key:
            tables = {table: [(key, *row[1:]) for row in rows] for table, rows in tables.items()}
        self._note(key, record)
        for table in reversed(TABLES):
            column = "key" if table == "notices" else "notice_key"
            self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))
        for table, rows in tables.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                self._database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    def _free_key(self, record: _Encoded) -> str:
        """The notice's key, numbered where another notice of this run has it: two without a document number may."""
        key, number = record.key, 1
        while key in self._written and self._written[key][0] != record.identity:
            number += 1
            key = f"{record.key}-{number}"
        return key

    def _note(self, key: str, record: _Encoded) -> None:
        """Remember which notice has ``key``, and say where two share one."""
        if key in self._written:
            self.remarks.append(f"{record.name} has the key of {self._written[key][1]} ({key}) and took its place")
        elif key != record.key:
            first = self._written[record.key][1]
            self.remarks.append(f"{record.name} has the key of {first} ({record.key}) and was written as {key}")
        self._written[key] = (record.identity, record.name)

    def close(self) -> None:
        """Commit."""
        self._database.execute("COMMIT")
        self._database.close()

    def abandon(self) -> None:
        """Roll back."""
        self._database.close()


def _connect(path: Path) -> sqlite3.Connection:
    try:
        database = sqlite3.connect(path, isolation_level=None, timeout=30)
        database.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        raise WriteError(f"{path.name} cannot be opened: {error}") from error
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables in an empty database and those that one of an earlier version lacks; refuse what is not ours."""
    held = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"))
    if held and database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise WriteError("the database was not written by notice-parse; give another file with -o")
    if not held:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in SCHEMA:
        _, kind, name, *_ = statement.split(None, 3)
        if kind == "VIEW" and held.get(name, statement) != statement:
            database.execute(f"DROP VIEW {name}")
            del held[name]
        if name not in held:
            database.execute(statement)
    for table, column, type_ in ADDED_COLUMNS:
        if column not in {row[1] for row in database.execute(f"PRAGMA table_info({table})")}:
            database.execute(f"ALTER TABLE {table} ADD COLUMN {column} {type_}")


def rows_of(parsed: ParsedNotice) -> Rows:
    """The rows of a notice by table, parents before children, in the column order of ``TABLES``."""
    key = parsed.notice.key
    rows: Rows = {table: [] for table in TABLES}
    rows["notices"].append(_notice(parsed))
    for task in parsed.tasks:
        rows["tasks"].append(_task(key, task))
        for table, values in _parts(task):
            rows[table].append((key, task.id, *values))
    for table, values in _of_notice(parsed):
        rows[table].append((key, *values))
    rows["diagnostics"].extend(
        (key, number, one.task, one.code, one.name, one.severity, one.message, one.hint, one.line, one.column)
        for number, one in enumerate(parsed.diagnostics, 1)
    )
    return rows


def _notice(parsed: ParsedNotice) -> tuple[Value, ...]:
    notice, source = parsed.notice, parsed.source
    return (
        notice.key, notice.title, notice.plan_title, notice.document_number, notice.issuer, notice.issued_on,
        notice.published_at, source.name, source.path, source.url, source.sha256, parsed.generator.version,
        parsed.coverage.characters, parsed.coverage.accounted,
    )  # fmt: skip


def _of_notice(parsed: ParsedNotice) -> Iterator[tuple[str, Sequence[Value]]]:
    """What hangs below the notice itself, each with its place among its kind; parts by their id."""
    notice = parsed.notice
    for table, names in (("issuers", notice.issuers), ("addressees", notice.addressees)):
        for number, name in enumerate(names, 1):
            yield table, (number, name)
    for number, one in enumerate(notice.attachments, 1):
        yield "attachments", (number, one.number, one.title, one.filename, one.url)
    for part in parsed.parts:
        yield "parts", (part.id, part.kind, part.title, part.layout, part.span.line, part.span.start, part.span.end)
    for number, one in enumerate(notice.deadlines, 1):
        values = (one.text, one.kind, one.start, one.due, one.rrule, one.applies_to, one.milestone)
        yield "notice_deadlines", (number, *values)
    for number, reference in enumerate(notice.references, 1):
        yield "notice_references", (number, reference.title, reference.document_number)


def _task(key: str, task: Task) -> tuple[Value, ...]:
    heading = " / ".join(f"{one.label or ''} {one.title}".strip() for one in task.headings) or None
    return (
        key, task.id, task.key, task.kind, task.number, heading, task.title, task.content, task.requirement,
        task.span.line, task.span.start, task.span.end, task.part,
    )  # fmt: skip


def _parts(task: Task) -> Iterator[tuple[str, Sequence[Value]]]:
    """What hangs below a task, each with its place among its kind."""
    for number, unit in enumerate(task.units, 1):
        yield "units", (number, unit.name, unit.role, int(unit.inherited))
    for number, person in enumerate(task.persons, 1):
        yield "persons", (number, person.name, person.role, int(person.inherited))
    for number, one in enumerate(task.deadlines, 1):
        values = (one.text, one.kind, one.start, one.due, one.rrule, one.applies_to, one.milestone, int(one.inherited))
        yield "deadlines", (number, *values)
    for number, target in enumerate(task.targets, 1):
        values = (target.text, target.subject, target.comparator, target.value, target.high, target.unit)
        yield "targets", (number, *values)
    for number, reference in enumerate(task.references, 1):
        yield "document_references", (number, reference.title, reference.document_number)
    for number, field in enumerate(task.fields, 1):
        yield "fields", (number, field.head, field.text, int(field.inherited))


def writer(options: WriterOptions) -> SqliteWriter:
    """The writer of this format."""
    return SqliteWriter(options)
