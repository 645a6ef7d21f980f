"""The chain of cleaning steps, from source text to document text."""

from __future__ import annotations

from collections.abc import Callable

from . import mojibake
from .blanks import tidy_blanks
from .boxes import drop_boxes
from .broken_headings import join_headings
from .commas import part_by_tabs
from .compatibility import CANDIDATES, plain_forms
from .doubled import single_marks
from .doubt import Doubt
from .entities import plain_entities
from .front_matter import strip_front_matter
from .glosses import remove_glosses
from .indented import label_indented
from .lazy import lazy_pattern
from .line_numbers import strip_line_numbers
from .mapped import MappedText
from .markdown import strip_markdown
from .markup import strip_tags
from .misread import mend_labels
from .named_tuples import NamedTuple
from .number_marks import mark_numbers
from .odd_marks import part_by_strokes
from .page_marks import strip_marks_inside, strip_page_marks
from .parted_marks import mend_marks
from .parted_words import join_parted
from .restore import LOST, restore_characters
from .rewrap import rewrap
from .scrawl import strip_scrawl
from .script import TRADITIONAL, Script, script_of
from .set_apart import close_up
from .simplify import simplify_script, to_traditional
from .spaced import close_spaced
from .squeeze import squeeze
from .unfold import unfold
from .width import fit_width

Step = Callable[[MappedText, list[Doubt]], MappedText]

# The order matters: glosses hide the words that restoring looks for, traces of lost characters are read from the
# characters as printed, doubled marks hide the neighbours that width looks at, which makes commas of rows look like those behind numbers, and commas between cells look to all but the
# second like others.
STEPS: tuple[tuple[str, Step], ...] = (
    ("markup", strip_tags),
    ("entities", plain_entities),
    ("front_matter", strip_front_matter),
    ("blanks", tidy_blanks),
    ("spaced", close_spaced),
    ("indented", label_indented),
    ("commas", part_by_tabs),
    ("odd_marks", part_by_strokes),
    ("line_numbers", strip_line_numbers),
    ("scrawl", strip_scrawl),
    ("page_marks", strip_page_marks),
    ("unfold", unfold),
    ("rewrap", rewrap),
    ("marks_inside", strip_marks_inside),
    ("boxes", drop_boxes),
    ("markdown", strip_markdown),
    ("glosses", remove_glosses),
    ("restore", restore_characters),
    ("forms", plain_forms),
    ("misread", mend_labels),
    ("parted_marks", mend_marks),
    ("doubled", single_marks),
    ("number_marks", mark_numbers),
    ("headings", join_headings),
    ("width", fit_width),
    ("set_apart", close_up),
    ("script", simplify_script),
    ("parted_words", join_parted),
)
# Steps that do nothing to a text without any of these characters: most simplified notices are told by one scan.
_NEEDED = lazy_pattern(f"[{mojibake.SIGNS}{LOST}{CANDIDATES}{''.join(sorted(TRADITIONAL))}]")
_FOR_CLEAN = tuple((name, step) for name, step in STEPS if name not in ("restore", "forms", "script"))
_AS_PRINTED = frozenset({"width", "script"})  # steps that --raw-text leaves out of values
SCRIPTS = ("simplified", "traditional", "keep")


class Normalized(NamedTuple):
    """A source and its document text, which is always simplified and full-width: the parsers read that.

    ``script`` is the script of the source. Offsets of ``doubts`` are offsets of the source. ``output`` and ``raw`` say
    what :meth:`value` gives.
    """

    text: MappedText
    script: Script
    doubts: tuple[Doubt, ...]
    source: str
    output: str = "simplified"
    raw: bool = False

    def value(self, start: int, end: int) -> str:
        """The field value of the document text's slice, in the script and width that were asked for."""
        if self.output == "simplified" and not self.raw:
            return squeeze(self.text.text[start:end])
        first, last = self.text.source_range(start, end)
        return clean_value(self.source[first:last], script=self.output, raw=self.raw)


def normalize(source: str, *, script: str = "simplified", raw: bool = False) -> Normalized:
    """Clean a notice's source text.

    ``script`` (simplified, traditional or keep) and ``raw`` concern the values only, see :meth:`Normalized.value`.
    Raises ValueError for an unknown ``script``.
    """
    _known(script)
    clean = "&#" not in source and not _NEEDED.search(source)  # &#22269; may spell a traditional character
    text, doubts = MappedText(source), [] if clean else mojibake.find_mojibake(source)
    for _, step in _FOR_CLEAN if clean else STEPS:
        text = step(text, doubts)
    return Normalized(text, "simplified" if clean else script_of(source), tuple(doubts), source, script, raw)


def clean_value(text: str, *, script: str = "simplified", raw: bool = False) -> str:
    """The value that a slice of the source stands for: the chain on a fragment, without white space.

    ``raw`` leaves script and width of punctuation as printed; ``script`` is simplified, traditional or keep.
    """
    _known(script)
    mapped = MappedText(text)
    left_out = _AS_PRINTED if raw else frozenset({"script"}) if _kept(script, text) else frozenset[str]()
    for name, step in STEPS:
        if name not in left_out:
            mapped = step(mapped, [])
    value = squeeze(mapped.text)
    if script == "traditional" and not _kept(script, text):
        return to_traditional(value)
    return value


def _kept(script: str, text: str) -> bool:
    """True when the characters stay as printed: asked for, or traditional already."""
    return script == "keep" or (script == "traditional" and script_of(text) == "traditional")


def _known(script: str) -> None:
    if script not in SCRIPTS:
        raise ValueError(f"unknown script {script!r}: it is one of {', '.join(SCRIPTS)}")
