"""The frame of a notice: everything around its plan.

>>> from notice_parse.parsers.text.document import split_lines
>>> text = "青禾县人民政府办公室关于印发重点任务分工方案的通知\\n各乡镇人民政府：\\n现印发给你们。\\n2030年4月9日"
>>> frame = read_frame(text, split_lines(text), [])
>>> frame.issued_on.value, [found.value for found in frame.addressees]
('2030-04-09', ['各乡镇人民政府'])
"""

from __future__ import annotations

from .articles import is_about
from .model import AttachmentDraft, Found, Frame
from .page import is_marker, kind_of
from .reader import read_frame
from .run_on import parted_heads
from .signature import is_organ

__all__ = [
    "AttachmentDraft",
    "Found",
    "Frame",
    "is_about",
    "is_marker",
    "is_organ",
    "kind_of",
    "parted_heads",
    "read_frame",
]
