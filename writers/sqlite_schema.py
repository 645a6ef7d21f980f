"""The tables and views of the SQLite output. Columns are added at the end, never renamed or dropped."""

from __future__ import annotations

APPLICATION_ID = 0x4E505253
"""``NPRS``: marks a database as ours, so that no other one is written into."""

TABLES = (
    "notices",
    "tasks",
    "units",
    "persons",
    "deadlines",
    "targets",
    "document_references",
    "fields",
    "diagnostics",
    "issuers",
    "addressees",
    "attachments",
    "parts",
    "notice_deadlines",
    "notice_references",
)
"""All tables, parents before children."""

_PART = """
    notice_key TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    position INTEGER NOT NULL,"""
_PART_KEY = """,
    PRIMARY KEY (notice_key, task_id, position),
    FOREIGN KEY (notice_key, task_id) REFERENCES tasks (notice_key, id)
"""

_OF_NOTICE = """
    notice_key TEXT NOT NULL REFERENCES notices (key),
    position INTEGER NOT NULL,"""
_OF_NOTICE_KEY = """,
    PRIMARY KEY (notice_key, position)
"""

SCHEMA = (
    """CREATE TABLE notices (
    key TEXT NOT NULL PRIMARY KEY,
    title TEXT,
    plan_title TEXT,
    document_number TEXT,
    issuer TEXT,
    issued_on TEXT,
    published_at TEXT,
    source_name TEXT NOT NULL,
    source_path TEXT,
    source_url TEXT,
    source_sha256 TEXT NOT NULL,
    version TEXT NOT NULL,
    characters INTEGER NOT NULL,
    accounted INTEGER NOT NULL
)""",
    """CREATE TABLE tasks (
    notice_key TEXT NOT NULL REFERENCES notices (key),
    id INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    headings TEXT,
    title TEXT,
    content TEXT NOT NULL,
    requirement TEXT,
    line INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    part INTEGER,
    PRIMARY KEY (notice_key, id)
)""",
    f"""CREATE TABLE units ({_PART}
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    inherited INTEGER NOT NULL{_PART_KEY})""",
    f"""CREATE TABLE persons ({_PART}
    name TEXT NOT NULL,
    role TEXT,
    inherited INTEGER NOT NULL{_PART_KEY})""",
    f"""CREATE TABLE deadlines ({_PART}
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT,
    due TEXT,
    rrule TEXT,
    applies_to TEXT,
    milestone TEXT,
    inherited INTEGER NOT NULL{_PART_KEY})""",
    f"""CREATE TABLE targets ({_PART}
    text TEXT NOT NULL,
    subject TEXT,
    comparator TEXT NOT NULL,
    value REAL NOT NULL,
    high REAL,
    unit TEXT{_PART_KEY})""",
    f"""CREATE TABLE document_references ({_PART}
    title TEXT,
    document_number TEXT{_PART_KEY})""",
    f"""CREATE TABLE fields ({_PART}
    head TEXT NOT NULL,
    text TEXT NOT NULL,
    inherited INTEGER NOT NULL{_PART_KEY})""",
    """CREATE TABLE diagnostics (
    notice_key TEXT NOT NULL REFERENCES notices (key),
    position INTEGER NOT NULL,
    task_id INTEGER,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    hint TEXT,
    line INTEGER NOT NULL,
    line_column INTEGER NOT NULL,
    PRIMARY KEY (notice_key, position)
)""",
    f"""CREATE TABLE issuers ({_OF_NOTICE}
    name TEXT NOT NULL{_OF_NOTICE_KEY})""",
    f"""CREATE TABLE addressees ({_OF_NOTICE}
    name TEXT NOT NULL{_OF_NOTICE_KEY})""",
    f"""CREATE TABLE attachments ({_OF_NOTICE}
    number INTEGER,
    title TEXT NOT NULL,
    filename TEXT,
    url TEXT{_OF_NOTICE_KEY})""",
    """CREATE TABLE parts (
    notice_key TEXT NOT NULL REFERENCES notices (key),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT,
    layout TEXT,
    line INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (notice_key, id)
)""",
    f"""CREATE TABLE notice_deadlines ({_OF_NOTICE}
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT,
    due TEXT,
    rrule TEXT,
    applies_to TEXT,
    milestone TEXT{_OF_NOTICE_KEY})""",
    f"""CREATE TABLE notice_references ({_OF_NOTICE}
    title TEXT,
    document_number TEXT{_OF_NOTICE_KEY})""",
    "CREATE INDEX deadlines_due ON deadlines (due)",
    "CREATE INDEX units_name ON units (name, role)",
    """CREATE VIEW due_by_lead AS
SELECT
    d.due, u.name AS lead, n.title AS notice, n.document_number, t.number, t.title AS task, t.content,
    d.text AS deadline, d.milestone, d.applies_to, t.notice_key, t.id AS task_id, t.kind
FROM deadlines AS d
JOIN tasks AS t ON t.notice_key = d.notice_key AND t.id = d.task_id
JOIN notices AS n ON n.key = t.notice_key
LEFT JOIN units AS u ON u.notice_key = t.notice_key AND u.task_id = t.id AND u.role = 'lead'
WHERE d.due IS NOT NULL""",
)
"""Statements that make an empty database ours."""

ADDED_COLUMNS = (("tasks", "part", "INTEGER"),)
"""Columns that databases of earlier versions lack: table, name and type."""
