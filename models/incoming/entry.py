"""One entry of the list of what was found: an article, one that the project has already, or what cannot be read."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from models.articles.draft import Draft
from models.articles.printed_dates import NO_DATE, date_warning, is_undated
from models.errors import UnreadableArticle
from models.intake import Duplicate, Found

NOT_KNOWN: tuple[str, ...] = ("",)
"""In place of warnings that have not been looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found, in which file (None: pasted), and whether it is to be added, unless the coder decides otherwise.

    `warnings` are what the coder should look at, in sentences. A date that is simply absent is said, but is none.
    """

    found: Found
    path: Path | None = None
    taken: bool = False
    warnings: tuple[str, ...] = field(default=NOT_KNOWN, compare=False)

    def __post_init__(self) -> None:
        """Find the warnings once: lists of thousands of entries ask for them again and again."""
        if self.warnings is NOT_KNOWN:
            object.__setattr__(self, "warnings", _warnings(self.draft) if self.draft else ())

    @property
    def draft(self) -> Draft | None:
        """Return the article, also of a duplicate; None if there is none that could be added."""
        match self.found:
            case Duplicate(draft=draft) | (Draft() as draft):
                return draft
        return None

    @property
    def reason(self) -> str | None:
        """Return why it is left out unless the coder takes it."""
        match self.found:
            case Duplicate():
                return self.found.sentence
            case UnreadableArticle():
                return self.found.advice
        return None

    @property
    def is_undated(self) -> bool:
        """Return whether it is an article without any date."""
        return self.draft is not None and is_undated(self.draft)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return everything that is to be said of it, in sentences."""
        reason, undated = self.reason, (NO_DATE,) if self.is_undated else ()
        return ((reason,) if reason else ()) + self.warnings + undated

    @property
    def is_plain(self) -> bool:
        """Return whether it is neither a duplicate nor refused, and has no warning."""
        return self.reason is None and not self.warnings

    def with_draft(self, draft: Draft) -> "Entry":
        """Return the entry with another draft of the article."""
        found = replace(self.found, draft=draft) if isinstance(self.found, Duplicate) else draft
        return replace(self, found=found, warnings=NOT_KNOWN)


def _warnings(draft: Draft) -> tuple[str, ...]:
    dated = date_warning(draft)
    return (*draft.warnings, dated) if dated else draft.warnings


def entry_of(found: Found, path: Path | None = None) -> Entry:
    """Return an entry: an article is to be added unless it is a duplicate."""
    return Entry(found, path, isinstance(found, Draft))
