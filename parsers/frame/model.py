"""What the frame of a notice says: the values that :func:`read_frame` hands over."""

from __future__ import annotations

from ...normalize.doubt import Doubt
from ...normalize.named_tuples import NamedTuple


class Found(NamedTuple):
    """A value and the contiguous range of the document text that it was read from."""

    value: str
    start: int
    end: int


class AttachmentDraft(NamedTuple):
    """One entry of the list of attachments (附件)."""

    number: int | None
    title: str  # without number, file suffix and download remark
    filename: str | None
    url: str | None
    start: int
    end: int


class Frame(NamedTuple):
    """Everything around the plan. Line ranges are half-open and count from 0."""

    title: Found | None
    plan_title: Found | None
    document_number: Found | None
    issuers: tuple[Found, ...]
    issued_on: Found | None  # ISO date
    published_at: Found | None  # ISO date, or date and time with +08:00
    addressees: tuple[Found, ...]
    attachments: tuple[AttachmentDraft, ...]
    labels: tuple[str, ...]  # one a line: a SegmentLabel, 'body', or '' for undecided lines of the plan
    plan: tuple[int, int] | None
    gaps: tuple[tuple[int, int], ...]  # lines between two parts of the plan that are none of it
    plan_titles: tuple[tuple[int, int, str], ...]  # first line, one past the last, title
    letter: tuple[int, int] | None
    doubts: tuple[Doubt, ...]
    following: tuple[int, Frame] | None = None  # the first line of another whole notice below, and what it says
