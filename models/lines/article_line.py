"""What a list of articles shows of one of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from models.edits import Change
from models.entities import Answer, Article, Boilerplate, Claim, Number, Record, Status
from models.ids import Id
from models.lines.active_time import ActiveTime
from models.lines.open_places import OpenPlaces, changes_places

R = TypeVar("R", bound=Record)


class Progress(StrEnum):
    """How far a coder has come with an article."""

    NOT_BEGUN = "not begun"
    BEGUN = "begun"
    DONE = "done"


MEASURED = ("length", "coder", "minutes")
"""The columns that show what is found out only on request: what is `Measured`, and the active time."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is found out about an article only on request, because it takes long in a large project.

    `length` is in characters of the text, without boilerplate; `coders` counts the claims and numbers of each coder.
    """

    length: int
    coders: Counter[str]

    def after(self, change: Change) -> "Measured":
        """Return what is known after a change in the article."""
        made, gone = change.after, change.before
        length = self.length + _covered(gone) - _covered(made)
        return Measured(length, self.coders + _signature(made) - _signature(gone))


def _covered(row: Record | None) -> int:
    """Return how many characters a row of boilerplate covers; 0 for any other row."""
    return row.end - row.start if isinstance(row, Boilerplate) else 0


def _signature(row: Record | None) -> Counter[str]:
    return Counter([row.coder] if isinstance(row, Claim | Number) and row.coder else [])


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article with the answers about it; `claims` and `numbers` count its records.

    `measured` and `active` are absent until they were asked for, and `open_places` as long as they are not counted.
    How long coders were at work is known to the file alone: an edit does not say it.
    """

    article: Article
    claims: int = 0
    numbers: int = 0
    answers: tuple[Answer, ...] = ()
    measured: Measured | None = None
    open_places: OpenPlaces | None = None
    active: ActiveTime | None = None

    @property
    def id(self) -> Id:
        """Return the id of the article."""
        return self.article.id

    @property
    def title(self) -> str:
        """Return the title of the article."""
        return self.article.title

    @property
    def status(self) -> Status:
        """Return whether the article is done."""
        return self.article.status

    @property
    def progress(self) -> Progress:
        """Return how far a coder has come with the article; it is begun as soon as anything is recorded."""
        if self.article.status is Status.DONE:
            return Progress.DONE
        return Progress.BEGUN if self.claims or self.numbers else Progress.NOT_BEGUN

    @property
    def coders(self) -> str | None:
        """Return the initials of those who recorded its claims and numbers; None if nobody did or it is not known."""
        return (
            ", ".join(coder for coder, _count in self.measured.coders.most_common()) or None if self.measured else None
        )

    @property
    def length(self) -> int | None:
        """Return how many characters the text has without boilerplate; None if that is not known."""
        return self.measured.length if self.measured else None

    @property
    def minutes(self) -> int | None:
        """Return for how many minutes coders were at work on it; None if nobody was or it is not known."""
        return self.active.minutes if self.active else None

    def record(self, kind: type[R]) -> R | None:
        """Return the article, if this is the class asked for."""
        return self.article if isinstance(self.article, kind) else None

    def answers_of(self, record: Id) -> tuple[Answer, ...]:
        """Return the answers about the article."""
        return self.answers if record == self.article.id else ()

    def words_of(self, kind: type[Record]) -> str:
        """Return the title, if the article is of the class asked for."""
        return self.title if kind is Article else ""

    def after(self, changes: Iterable[Change]) -> "ArticleLine":
        """Return the line as it is after some changes of its article, without counting everything again."""
        line = self
        for change in changes:
            if line.measured:
                line = replace(line, measured=line.measured.after(change))
            if line.open_places and changes_places(change):
                line = replace(line, open_places=None)
            more = (change.before is None) - (change.after is None)
            match change.row:
                case Claim() if more:
                    line = replace(line, claims=line.claims + more)
                case Number() if more:
                    line = replace(line, numbers=line.numbers + more)
                case Answer(claim=None, number=None):
                    line = replace(line, answers=_answers_after(line.answers, change))
                case Article() if isinstance(change.after, Article):
                    line = replace(line, article=change.after)
        return line


def _answers_after(answers: tuple[Answer, ...], change: Change) -> tuple[Answer, ...]:
    kept = tuple(each for each in answers if each.id != change.row.id)
    return (*kept, change.after) if isinstance(change.after, Answer) else kept
