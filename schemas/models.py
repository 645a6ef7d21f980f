"""The output contract, version 1.0, as pydantic models.

Every name here is part of the contract: fields may be added, never renamed or dropped. Keys are written in
the order in which they stand. Offsets are code points of the *source text* (see :class:`Span`). Models are
strict (no coercion) and built on first use, which keeps start-up short.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .words import (
    SCHEMA_VERSION,
    Comparator,
    DeadlineKind,
    Layout,
    PartKind,
    Role,
    Script,
    SegmentLabel,
    Severity,
    TaskKind,
)

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Offset = Annotated[int, Field(ge=0)]
Line = Annotated[int, Field(ge=1)]


class Model(BaseModel):
    """Base of all records: strict, closed, built on first use."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class Span(Model):
    """A half-open range of the source text; ``source[start:end]``, cleaned, is the value that carries it."""

    start: Offset = Field(description="First code point of the source text, counted from 0 (a BOM is not counted).")
    end: Offset = Field(description="One past the last code point.")
    line: Line = Field(description="Line of the first code point, counted from 1; LF, CRLF and CR end a line.")
    end_line: Line = Field(description="Line of the last code point.")


Place = Annotated[Span, Field(description="Where it stands in the source.")]
Inherited = Annotated[
    bool, Field(description="True when taken from a merged cell above, or from a heading that speaks for all below it.")
]


class Generator(Model):
    """The program that wrote the record."""

    name: str = Field(default="notice-parse", description="Name of the program.")
    version: str = Field(description="Version of the program.")
    options: dict[str, str | bool | int] = Field(
        default_factory=dict, description="Only options that change the output."
    )


class Source(Model):
    """The file that was read."""

    name: str = Field(description="Base name of the file; '-' for standard input.")
    path: str | None = Field(default=None, description="POSIX path relative to the folder walked; null for a file.")
    url: str | None = Field(default=None, description="Address of the page, when given with the input.")
    media_type: str = Field(default="text/plain", description="Type of the file; so far always plain text.")
    sha256: str = Field(description="SHA-256 of the bytes read, in hexadecimal.")
    encoding: str = Field(description="Encoding the bytes were decoded with.")
    script: Script = Field(description="Chinese script of the source text.")
    characters: Offset = Field(description="Code points of the source text.")


class Attachment(Model):
    """An attachment that the notice lists (附件)."""

    number: int | None = Field(default=None, description="Its number as listed.")
    title: str = Field(description="Title without number, file suffix and download remark.")
    filename: str | None = Field(default=None, description="File name as printed, when one is.")
    url: str | None = Field(default=None, description="Download address as printed, when one is.")


class Deadline(Model):
    """A point, a range or a rhythm of time by which something is due."""

    text: str = Field(description="The time expression as printed.")
    kind: DeadlineKind = Field(description="by, from, between, recurring, ongoing or relative.")
    start: IsoDate | None = Field(default=None, description="First day (from, between, recurring with a start).")
    due: IsoDate | None = Field(default=None, description="Last day on which it is still in time.")
    rrule: str | None = Field(default=None, description="Recurrence rule of RFC 5545, without prefix.")
    applies_to: str | None = Field(default=None, description="The unit that the deadline is limited to.")
    milestone: str | None = Field(default=None, description="What has to be reached by then.")
    inherited: Inherited = False
    span: Place


class Reference(Model):
    """A document that the text relies on or implements."""

    title: str | None = Field(default=None, description="Title inside the outermost 《》; null for a bare number.")
    document_number: str | None = Field(default=None, description="Document number (发文字号) that follows the title.")
    span: Place


class Target(Model):
    """A quantity to be reached (200个以上, 不低于4%)."""

    text: str = Field(description="The quantity as printed.")
    subject: str | None = Field(default=None, description="What is counted.")
    comparator: Comparator = Field(
        description="ge (at least), le (at most), gt, lt, eq, about, or range (from value to high)."
    )
    value: int | float = Field(description="The number written out: 1.5万 is 15000, 4% is 4.")
    high: int | float | None = Field(default=None, description="Upper end of a range.")
    unit: str | None = Field(default=None, description="Measure word or percent sign.")
    span: Place


class Unit(Model):
    """An organisation with its role in a task."""

    name: str = Field(description="Name as printed, cleaned; an alias in brackets stays.")
    role: Role = Field(description="lead (牵头), support (配合), responsible (责任) or guide (指导).")
    inherited: Inherited = False
    span: Place


class Person(Model):
    """A person named beside a task; people are never units."""

    name: str = Field(description="Name as printed, cleaned.")
    role: str | None = Field(default=None, description="Column head or label as printed, e.g. 分管领导.")
    inherited: Inherited = False
    span: Place


class OtherField(Model):
    """A cell of a column that is none of the above: nothing is dropped."""

    head: str = Field(description="Column head or label as printed, cleaned; empty when the column has none.")
    text: str = Field(description="What the cell says, cleaned.")
    inherited: Inherited = False
    span: Place


class Heading(Model):
    """A heading that encloses a task."""

    label: str | None = Field(default=None, description="Label as printed: 一, （一）, 1; null when it has none.")
    title: str = Field(description="The heading without its label.")


class Task(Model):
    """One task or provision of the notice."""

    id: Annotated[int, Field(ge=1)] = Field(description="1, 2, 3 … in document order.")
    key: str = Field(
        description="Stable over re-scrapes: made from headings, number and the first letters of the text."
    )
    part: int = Field(description="Id of the part that the record stands in.")
    kind: TaskKind = Field(
        description="task: carries a responsibility clause or label lines, or is a table row with content; "
        "provision: a numbered leaf item of the plan without them."
    )
    number: str | None = Field(default=None, description="Number as printed, without trailing punctuation.")
    headings: list[Heading] = Field(default_factory=list[Heading], description="Enclosing headings, outermost first.")
    title: str | None = Field(default=None, description="Lead sentence of an item, or a name cell beside the content.")
    content: str = Field(description="Task text without number, title and clause.")
    requirement: str | None = Field(default=None, description="Column of requirements or measures beside the task.")
    units: list[Unit] = Field(default_factory=list[Unit], description="Who answers for it, in printed order.")
    persons: list[Person] = Field(default_factory=list[Person], description="People named beside it.")
    deadlines: list[Deadline] = Field(default_factory=list[Deadline], description="By when, in printed order.")
    targets: list[Target] = Field(default_factory=list[Target], description="Quantities to be reached.")
    references: list[Reference] = Field(default_factory=list[Reference], description="Documents it relies on.")
    fields: list[OtherField] = Field(default_factory=list[OtherField], description="Every other column of the table.")
    span: Span = Field(description="From the first cell or number to the last cell or clause.")


class NoticeSpans(Model):
    """Where the notice's own fields stand."""

    title: Span | None = Field(default=None, description="Where the title stands; null when none is printed.")
    plan_title: Span | None = Field(default=None, description="Where the plan's title stands.")
    document_number: Span | None = Field(default=None, description="Where the document number stands.")
    issuer: Span | None = Field(default=None, description="Where the issuer stands: signature, title or metadata.")
    issued_on: Span | None = Field(default=None, description="Where the date of issue stands.")
    published_at: Span | None = Field(default=None, description="Where the time of publication stands.")
    addressees: Span | None = Field(default=None, description="Where the addressees stand, all of them.")


class Notice(Model):
    """The notice itself."""

    key: str = Field(description="Stable: the document number, else a hash of issuer, title and date.")
    title: str | None = Field(
        default=None, description="Title, joined when broken over lines; the plan's title when none is printed."
    )
    plan_title: str | None = Field(default=None, description="Title of the enclosed plan, table or scheme.")
    document_number: str | None = Field(default=None, description="发文字号.")
    issuer: str | None = Field(
        default=None, description="发文机关: the signature, else from the title; the first of issuers."
    )
    issuers: list[str] = Field(default_factory=list[str], description="All issuers: several for a joint notice.")
    issued_on: IsoDate | None = Field(default=None, description="成文日期.")
    published_at: str | None = Field(
        default=None, description="The page's own time, ISO 8601 with +08:00; a date alone when no time is printed."
    )
    addressees: list[str] = Field(default_factory=list[str], description="主送机关; 、 joins names to one addressee.")
    attachments: list[Attachment] = Field(default_factory=list[Attachment], description="Attachments listed (附件).")
    deadlines: list[Deadline] = Field(default_factory=list[Deadline], description="Deadlines set outside the records.")
    references: list[Reference] = Field(default_factory=list[Reference], description="Those outside the records.")
    spans: NoticeSpans = Field(default_factory=NoticeSpans, description="Where the fields above stand.")


class Part(Model):
    """One part of the notice, in order."""

    id: Annotated[int, Field(ge=1)] = Field(description="1, 2, 3 … in document order.")
    kind: PartKind = Field(description="letter (covering letter), plan, table, attachment or footer.")
    title: str | None = Field(default=None, description="Title of the part, when it has one.")
    layout: Layout | None = Field(default=None, description="Format that the part was read with; null for prose.")
    span: Place


class Diagnostic(Model):
    """A doubt or a finding, with its place."""

    code: str = Field(pattern=r"^NP\d{3}$", description="Code of the rule, e.g. NP202.")
    name: str = Field(description="Readable name of the rule, e.g. inherited-units.")
    severity: Severity = Field(description="info, warning or error.")
    message: str = Field(description="What is doubtful or wrong, with the words in question.")
    hint: str | None = Field(default=None, description="What to do about it.")
    line: Line = Field(description="Line of the source, counted from 1.")
    column: Annotated[int, Field(ge=1)] = Field(description="Code point within the line, counted from 1.")
    span: Span | None = Field(default=None, description="The text it concerns; null when it concerns none.")
    task: int | None = Field(default=None, description="Id of the task it touches, if one.")


class Coverage(Model):
    """How much of the source was understood."""

    characters: Offset = Field(description="Non-blank characters of the source text.")
    accounted: Offset = Field(description="Those that a field or a segment other than unparsed claims.")
    unaccounted: list[Span] = Field(default_factory=list[Span], description="The text that nothing claimed.")


class Segment(Model):
    """A labelled piece of the source; segments join to exactly the source."""

    label: SegmentLabel = Field(description="What the text is.")
    span: Place
    task: int | None = Field(default=None, description="Id of the task that it belongs to.")
    part: int | None = Field(default=None, description="Id of the part that it stands in.")


class ParsedNotice(Model):
    """Everything that notice-parse says about one notice: the root of the output."""

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, description="Version of this contract.")
    generator: Generator = Field(description="What wrote the record.")
    source: Source = Field(description="What was read.")
    notice: Notice = Field(description="The notice's own fields.")
    parts: list[Part] = Field(default_factory=list[Part], description="Its parts, in document order.")
    tasks: list[Task] = Field(default_factory=list[Task], description="Tasks and provisions, in document order.")
    diagnostics: list[Diagnostic] = Field(
        default_factory=list[Diagnostic], description="Everything doubtful, in the order of the text."
    )
    coverage: Coverage = Field(description="How much of the text was accounted for.")
    segments: list[Segment] = Field(
        default_factory=list[Segment], description="The whole source cut into labelled spans; filled with --segments."
    )

    def to_json(self, *, indent: int | None = 2) -> str:
        """The record as JSON text (UTF-8 characters kept), without a final newline."""
        return self.model_dump_json(indent=indent)

    def to_yaml(self) -> str:
        """The record as one YAML document with a final newline; ``yaml.safe_load`` gives the values of the JSON."""
        from .yaml_dump import dump_yaml  # PyYAML costs a run to JSON a fifth of its start-up

        return dump_yaml(self.model_dump())

    def to_dict(self) -> dict[str, Any]:
        """The record as plain Python values, the same that JSON and YAML hold."""
        return self.model_dump()
