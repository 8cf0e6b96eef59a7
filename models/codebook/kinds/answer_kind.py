"""What the kinds of variables have in common: how answers about a record are read, shown and replaced."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar

from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import Kind, Questions, SortKey
from models.codebook.codebook import Codebook
from models.edits import Change, changed, deleted, made
from models.entities import Answer, Article, Claim, Number, Record, Speaker, Variable
from models.translation import _

SAYS = ("choice", "named", "value")
"""The fields of an answer, exactly one of which is set."""


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """One exported cell of an answer: what follows the variable's name, and how the cell is made of a value."""

    suffix: str
    kind: CellKind
    description: str
    make: Callable[[Any], Any]
    choices: tuple[str, ...] = ()


class Unfit(str):
    """The words of answers that no longer fit their variable, such as a text under what became a date."""

    __slots__ = ()


class AnswerKind(Kind[Any]):
    """The rules of one kind of variable. `name` is stored in the file, and `label` is for people.

    A kind says what a list of answers means (`meant`), what answers say a value (`saying`), and how the value is shown
    and parsed. Answers that mean nothing under this kind are kept, read as `Unfit`, and listed by the check.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    has_choices: ClassVar[bool] = False
    cell_kind: ClassVar[CellKind] = CellKind.TEXT

    def __init__(self, variable: Variable, codebook: Codebook) -> None:
        self.variable = variable
        self.codebook = codebook

    @abstractmethod
    def meant(self, answers: Sequence[Answer], asked: Questions) -> Any:
        """Return the value that some answers about one record mean, at least one; None if they do not fit."""

    @abstractmethod
    def saying(self, value: Any) -> Iterable[dict[str, str]]:
        """Return the field and its content for each answer that says a value."""

    @abstractmethod
    def write(self, value: Any) -> str:
        """Return a value as it is typed and as it is shown."""

    def conditions(self) -> Sequence[tuple[str, str]]:
        """Return the answers that another variable can depend on: each in words, and as `shown_for` has it."""
        return [(str(answer), str(answer)) for answer in self.choices]

    def sort_key(self, value: Any) -> SortKey:
        return self.write(value)

    def new_rows(self, value: Any, asked: Questions) -> Iterable[Record]:
        """Return the rows that a value needs and the project does not have yet, such as a new choice."""
        return ()

    def cells(self, codes: bool) -> tuple[AnswerCell, ...]:
        """Return the cells that an export has of a value; of choices their `codes` or their labels."""
        return (AnswerCell("", self.cell_kind, self.described(), self.write, self.choices),)

    def indicators(self, codes: bool) -> tuple[AnswerCell, ...]:
        """Return a cell for each choice, with 1 if it is among those of a value and 0 if not; none for one choice."""
        return ()

    def described(self) -> str:
        """Return what the variable means, as a sentence."""
        return sentence(self.variable.definition or self.variable.label)

    def read(self, record: Any, name: str, asked: Questions) -> Any:
        """Return the value of a record, or `Unfit` words, or None."""
        return self.value(self.answers(record, asked), asked)

    def value(self, answers: Sequence[Answer], asked: Questions) -> Any:
        """Return the value of some answers under the variable, or `Unfit` words; None without answers."""
        if not answers:
            return None
        value = self.meant(answers, asked)
        return Unfit("; ".join(self._words(each, asked) for each in answers)) if value is None else value

    def answers(self, record: Record, asked: Questions) -> list[Answer]:
        """Return the answers about a record under the variable."""
        return [each for each in asked.answers_of(record.id) if each.variable == self.variable.id]

    def _words(self, answer: Answer, asked: Questions) -> str:
        """Return what an answer says, whatever the kind."""
        if answer.choice:
            return self.codebook.choices[answer.choice].label if answer.choice in self.codebook.choices else ""
        if answer.named:
            return asked.speakers[answer.named].name if answer.named in asked.speakers else ""
        return answer.value or ""

    def show(self, value: Any) -> str:
        return _("{words} (does not fit)").format(words=value) if isinstance(value, Unfit) else self.write(value)

    def edit_text(self, value: Any) -> str:
        return str(value) if isinstance(value, Unfit) else self.write(value)

    def changes(self, records: Sequence[Any], name: str, value: Any, asked: Questions) -> Iterable[Change]:
        yield from map(made, self.new_rows(value, asked) if value is not None else ())
        said = [] if value is None else [dict.fromkeys(SAYS) | says for says in self.saying(value)]
        for record in records:
            yield from self._replaced(record, said, asked)

    def _replaced(self, record: Record, said: Sequence[dict[str, Any]], asked: Questions) -> Iterator[Change]:
        """Yield the changes that leave exactly these answers about a record; those that say so already stay."""
        before = self.answers(record, asked)
        new = [says for says in said if not any(_says(answer, says) for answer in before)]
        old = [answer for answer in before if not any(_says(answer, says) for says in said)]
        for answer, says in zip_longest(old, new):
            if says is None:
                yield deleted(answer)
            elif answer is None:
                yield made(Answer(variable=self.variable.id, **_subject(record), **says))
            else:
                yield changed(answer, **says)


def sentence(words: str) -> str:
    """Return words with a full stop, unless they end with a mark already."""
    return words if words[-1:] in ".!?" else f"{words}."


def _says(answer: Answer, says: dict[str, Any]) -> bool:
    return all(getattr(answer, name) == content for name, content in says.items())


def _subject(record: Record) -> dict[str, Any]:
    """Return the fields of an answer about a record that say what it is about."""
    match record:
        case Claim():
            return {"article": record.article, "claim": record.id}
        case Number():
            return {"article": record.article, "number": record.id}
        case Speaker():
            return {"speaker": record.id}
        case Article():
            return {"article": record.id}
    raise TypeError(f"no variable is about {record!r}")
