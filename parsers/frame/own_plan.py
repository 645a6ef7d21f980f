"""The title of the plan that a notice hands over."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.squeeze import squeeze
from . import words
from .layout import Layout
from .model import Found
from .page import Page
from .plan_titles import is_caption
from .title_text import plan_words

_HANDED = lazy_pattern(
    r"(?:(?:现|将|印发|公布)《(?P<handed>[^《》]{4,80})》[^《》。]{0,10}|《(?P<approved>[^《》]{4,80})》(?:已|业)经[^《》。]{0,30}，现[将予]?以?)"
    r"(?:印发|公布|公开|发布|下发|公示|转发)"
)


def plan_title(page: Page, layout: Layout) -> Found | None:
    """The plan's title: as printed above it, else as the notice's title or letter names it, else that title itself."""
    printed = layout.plan_titles[0] if layout.plan_titles else None
    told = plan_words(layout.title.found.value) if layout.title is not None else None
    if printed is not None and not (
        told and (is_caption(printed[2].value) or _stands_behind(page, layout, printed[0]))
    ):
        return printed[2]
    if layout.title is None:
        return _handed_over(page, layout) or _plan_heading(layout)
    title = layout.title.found
    if told is None:
        is_plan = layout.letter is None and words.PLAN_END.search(title.value) and "通知" not in title.value[-4:]
        return title if is_plan else None
    return _inside(title, title.value[slice(*told)], layout.title.text)


def _stands_behind(page: Page, layout: Layout, first: int) -> bool:
    """Whether a title stands behind a part of the plan that is set out in the letter, as that of a form among its attachments."""
    start = layout.plan[0] if layout.plan is not None and layout.letter is not None else first
    signed = any(start < signature.first < first for signature in layout.signatures)
    return signed and any(page.kinds[index] == "label" for index in page.free if start <= index < first)


def _plan_heading(layout: Layout) -> Found | None:
    """The heading above a letter, when it names the plan that the letter goes on with."""
    heading = layout.heading
    return heading if heading and layout.letter and layout.plan and words.PLAN_END.search(heading.value) else None


def _handed_over(page: Page, layout: Layout) -> Found | None:
    """The plan that the letter of a page without a title hands over: 现将《…》予以公布."""
    if layout.letter is None:
        return None
    first, last = (page.lines[index] for index in (layout.letter[0], layout.letter[1] - 1))
    match = _HANDED.search(page.text, first.start, last.end)
    name = match and match.lastgroup
    return Found(squeeze(match[name]), match.start(name), match.end(name)) if match and name else None


def _inside(title: Found, value: str, printed: str) -> Found:
    """The part of a title as a value of its own, with the range that it has in the printed title."""
    places = [place for place, char in enumerate(printed) if not char.isspace()]
    squeezed = "".join(printed[place] for place in places)
    at = squeezed.find("".join(value.split()))
    if at < 0:
        return Found(value, title.start, title.end)
    last = places[at + len("".join(value.split())) - 1]
    return Found(value, title.start + places[at], title.start + last + 1)
