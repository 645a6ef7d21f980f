"""One file through the check: read as what it is, then what the settings leave of its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..rules import located
from ..schemas.beginnings import HEAD, record_suffix
from ..schemas.words import RECORD_SUFFIXES
from .notices import check_notice
from .records import check_records
from .report import Checked, Diagnostic
from .selection import Selection, exceeds
from .settings import Settings, settings_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says; None or empty leaves it to the settings of each file."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    min_coverage: float | None = None
    source_roots: tuple[Path, ...] = ()
    encoding: str | None = None
    """Encoding of the notices; record files are UTF-8."""

    def over(self, settings: Settings) -> Settings:
        """The settings with the command line's word where it has one."""
        selection = settings.selection
        return replace(
            settings,
            selection=Selection(
                selection.select if self.select is None else self.select,
                self._left_out(selection.ignore) if self.ignore is None else self.ignore,
            ).extended(self.extend_select, self.extend_ignore),
            fail_on=self.fail_on or settings.fail_on,
            min_coverage=settings.min_coverage if self.min_coverage is None else self.min_coverage,
            source_roots=self.source_roots or settings.source_roots,
        )

    def _left_out(self, ignore: tuple[str, ...]) -> tuple[str, ...]:
        """Codes that the settings leave out, without those that the command line selects by the same prefix."""
        return tuple(prefix for prefix in ignore if prefix not in (*(self.select or ()), *self.extend_select))


def is_record_file(path: str) -> bool:
    """Whether a file holds records rather than a notice, by its suffix."""
    return path.lower().endswith(RECORD_SUFFIXES)


def check_bytes(path: str, data: bytes, choices: Choices) -> Checked:
    """Check one file, given its path (``-`` for standard input, whose beginning tells what it is) and its bytes.

    Raises :class:`~.settings.BadSettings`, and what parsing raises for bytes that are no text.
    """
    file = Path.cwd() / "-" if path == STDIN else Path(path).absolute()
    settings = choices.over(settings_of(file.parent))
    suffix = record_suffix(data[:HEAD]) if path == STDIN else None
    if suffix or is_record_file(path):
        checked = check_records(path, data, (file.parent, *settings.source_roots), suffix)
    else:
        checked = check_notice(path, data, name=file.name, encoding=choices.encoding)
    return selected(checked, file, settings)


def selected(checked: Checked, file: Path, settings: Settings) -> Checked:
    """What the settings leave of the findings in a file, given its absolute path; too low a coverage is one more.

    What is left out for a file stays out, whatever is selected.
    """
    found = [*checked.diagnostics, *_coverage(checked, settings.min_coverage)]
    left_out = settings.ignored_in(file)
    kept = [
        entry for entry in found if settings.selection.reports(entry["code"]) and not entry["code"].startswith(left_out)
    ]
    return replace(checked, diagnostics=kept, fails=exceeds(kept, settings.fail_on))


def _coverage(checked: Checked, minimum: float | None) -> Sequence[Diagnostic]:
    if minimum is None or checked.accounted * 100 >= minimum * checked.characters:
        return ()
    percent = 100 * checked.accounted / checked.characters
    return (located("coverage-too-low", f"{percent:.2f}% of {minimum:g}%", line=1, column=1),)
