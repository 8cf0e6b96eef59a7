"""The lines of the history: what was done, when, by whom and of what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.edits import Edit
from models.entities import (
    Alias,
    Anchor,
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Dismissed,
    Number,
    Record,
    Span,
    Speaker,
    Variable,
)
from models.ids import Id
from models.lines.active_time import ActiveTotal
from models.places import Place
from models.translation import _


class Concern(StrEnum):
    """What an edit can concern; the values are kept in the file."""

    ARTICLES = "article"
    BOILERPLATE = "boilerplate"
    CLAIMS = "claim"
    NUMBERS = "number"
    BOUNDARIES = "span"
    SPEAKERS = "speaker"
    ANSWERS = "answer"
    CODEBOOK = "codebook"
    DISMISSED = "dismissed"
    OTHER = "other"


WORDS = {
    Concern.ARTICLES: _("Articles"),
    Concern.BOILERPLATE: _("Boilerplate"),
    Concern.CLAIMS: _("Claims"),
    Concern.NUMBERS: _("Numbers"),
    Concern.BOUNDARIES: _("Boundaries"),
    Concern.SPEAKERS: _("Speakers"),
    Concern.ANSWERS: _("Answers"),
    Concern.CODEBOOK: _("Codebook"),
    Concern.DISMISSED: _("Dismissed suggestions"),
    Concern.OTHER: _("Other"),
}
"""What people read for each concern, in the order in which they are offered."""

_CONCERNS: dict[type[Record], Concern] = {
    Article: Concern.ARTICLES,
    Boilerplate: Concern.BOILERPLATE,
    Claim: Concern.CLAIMS,
    Number: Concern.NUMBERS,
    Span: Concern.BOUNDARIES,
    Speaker: Concern.SPEAKERS,
    Alias: Concern.SPEAKERS,
    Answer: Concern.ANSWERS,
    Variable: Concern.CODEBOOK,
    Choice: Concern.CODEBOOK,
    Anchor: Concern.CODEBOOK,
    Dismissed: Concern.DISMISSED,
}


def concerns_of(kinds: Collection[type[Record]]) -> set[Concern]:
    """Return what an edit of these kinds of rows concerns.

    Boundaries count only where they alone were changed: every claim and number that is made has some.
    """
    found = {_CONCERNS.get(kind, Concern.OTHER) for kind in kinds}
    return found - {Concern.BOUNDARIES} if found & {Concern.CLAIMS, Concern.NUMBERS} else found


@dataclass(frozen=True, slots=True)
class EditFilter:
    """Which edits are listed: those of an article, of a coder, or that concern something; None is any."""

    article: Id | None = None
    coder: str | None = None
    concern: Concern | None = None


@dataclass(frozen=True, slots=True)
class EditLine:
    """One edit as the history shows it.

    `done` says what was done, and `about` of which record, in its words. `article` and `title` are its article's, if it
    is one, which may be gone; `place` leads to what is still there. `taken_back` says that it was undone, and not done
    again.
    """

    row: int
    at: str
    coder: str
    done: str
    about: str
    article: Id | None
    title: str
    place: Place | None
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Reversal:
    """The edit that reverts an earlier one; None if that cannot be done alone.

    `in_the_way` are the latest of the `count` later edits that depend on it; with `more` there can be others, which
    were not counted.
    """

    edit: Edit | None
    in_the_way: tuple[EditLine, ...] = ()
    count: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class EditList:
    """The edits that a filter finds, by their rows in the file, newest first, and every coder there is.

    `active` is how long coders were at work on how many articles, as far as the filter asks for these edits.
    """

    rows: Sequence[int]
    coders: tuple[str, ...]
    active: ActiveTotal | None = None
