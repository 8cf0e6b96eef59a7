"""What an edit of the codebook does to answers, to be shown before it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.edits import Edit
from models.entities import Answer, Variable
from models.ids import Id

MOST_NAMED = 5
"""Records, and articles, that are named."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many records have answers that an edit concerns, and in how many articles; the first few of each by name.

    `cleared` counts the records whose answer is deleted and not replaced. `titles` are those of the articles with the
    most such records, each with how many, and `names` are the words or names of some records. `freed` are the labels of
    the variables that lose their condition, and are then asked of every record.
    """

    records: int
    cleared: int
    articles: int
    titles: tuple[tuple[str, int], ...]
    names: tuple[str, ...]
    freed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything that is to be known before."""
        return bool(self.records or self.freed)


@dataclass(frozen=True, slots=True)
class Coded:
    """An answer, with the words or the name of the record that it is about, and the title of its article if any."""

    answer: Answer
    words: str
    title: str


def answers_changed(edit: Edit) -> list[Answer]:
    """Return the answers that an edit changes, as they were before."""
    before = (change.before for change in edit.changes_of(Answer))
    return [answer for answer in before if isinstance(answer, Answer)]


def by_record(answers: Iterable[Answer]) -> dict[Id, Answer]:
    """Return one of the answers about each record."""
    return {answer.subject: answer for answer in answers}


def cleared_by(edit: Edit) -> set[Id]:
    """Return the records that lose an answer and get no other instead."""
    return by_record(answers_changed(edit)).keys() - {answer.subject for answer in _answers_after(edit)}


def freed_by(edit: Edit) -> tuple[str, ...]:
    """Return the labels of the variables that lose the condition on which they are asked."""
    rows = ((change.before, change.after) for change in edit.changes_of(Variable))
    return tuple(
        after.label
        for before, after in rows
        if isinstance(before, Variable) and isinstance(after, Variable) and before.shown_if and not after.shown_if
    )


def _answers_after(edit: Edit) -> Iterator[Answer]:
    return (change.after for change in edit.changes_of(Answer) if isinstance(change.after, Answer))
