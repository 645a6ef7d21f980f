"""The headings in force: a stack that nests by the style of their labels."""

from __future__ import annotations

from ..normalize.lazy import lazy_pattern
from ..normalize.slotted import dataclass, field
from .drafts import HeadingDraft
from .text.labels import Label

#: Above the rest of a table on the next page.
_CONTINUED = lazy_pattern(r"[（(]?(?:[续接](?:上?表|前表?|上页)\d{0,3}|上接第?\d{1,3}页)[）)]?")
#: Of two headings without label, one right above the other, the first is over the second and those that follow.
OUTER_PLAIN = "outer_plain"
#: Group cells nest by column, outside every labelled heading of the same row.
_GROUP = "group"


def heading_of(text: str, label: Label | None) -> tuple[str, HeadingDraft]:
    """The style of a heading and the heading itself, from its text (white space removed) and label."""
    if label is None:
        return "plain", HeadingDraft(None, text.rstrip("。：；，"))
    title = text[label.end :].rstrip("。：；，")
    return label.style, HeadingDraft(label.printed or None, title)


def is_continued(text: str) -> bool:
    """Whether a line says no more than that a table goes on: （续表）."""
    return _CONTINUED.fullmatch(text) is not None


@dataclass(slots=True, eq=False, repr=False)
class HeadingStack:
    """Headings from the outermost to the innermost, each with its style."""

    _stack: list[tuple[str, HeadingDraft]] = field(default_factory=list[tuple[str, HeadingDraft]])

    @property
    def current(self) -> tuple[HeadingDraft, ...]:
        """The headings in force."""
        return tuple(heading for _, heading in self._stack)

    def enter(self, style: str, heading: HeadingDraft) -> bool:
        """Enter a heading; False when it is the one in force, printed again after a page break."""
        styles = [s for s, _ in self._stack]
        if style in styles:
            at = styles.index(style)
            if self._stack[at][1] == heading:
                return False
            del self._stack[at:]
        elif style in ("plain", OUTER_PLAIN) and (style, styles) != ("plain", [OUTER_PLAIN]):
            self._stack.clear()
        self._stack.append((style, heading))
        return True

    def leave(self, style: str) -> None:
        """Leave the heading of that style, and those inside it."""
        styles = [s for s, _ in self._stack]
        if style in styles:
            del self._stack[styles.index(style) :]

    def enter_group(self, column: int, heading: HeadingDraft) -> bool:
        """Enter the group cell of a merged column; False when it is the one in force."""
        key = f"{_GROUP}{column:02d}"
        for at, (other, known) in enumerate(self._stack):
            if other.startswith(_GROUP) and other >= key:
                if (other, known) == (key, heading):
                    return False
                del self._stack[at:]
                break
        self._stack.append((key, heading))
        return True
