"""A codebook with a variable of every kind, for tests."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from models.actions.choices import add_choice
from models.actions.codebook import add_variable, pin_example
from models.attributes.attribute import Attribute
from models.codebook.codebook import Codebook
from models.codebook.variables import attribute_of
from models.edits import Edit
from models.entities import Anchor, Answer, Choice, Claim, Record, Subject, Variable
from models.ids import Id
from models.known import Known
from models.store import Store
from tests.example import Example, signed


def coded(example: Example) -> "Study":
    """Return the example with a topic, which has levels, and a depth that is asked only for one of its choices.

    Both are answered about two claims.
    """
    study = Study(example, example.store.codebook())
    if not study.codebook.variables:
        topic = study.ask("topic", "choice")
        study.offer(topic, "Storm", study.offer(topic, "Sea"))
        study.offer(topic, "Wall")
        study.ask("depth", "text", shown_if=topic.id, shown_for="sea")
        lost, cost = example.lost, example.cost
        study.answer_all(
            (("topic", lost, "Storm"), ("depth", lost, "12"), ("topic", cost, "Wall"), ("depth", cost, "deep"))
        )
        study.do(pin_example(topic, None, example.cost, example.records.words(example.cost.id), "The Tide"))
    return study


@dataclass
class Study:
    """The example, with its codebook in memory."""

    example: Example
    codebook: Codebook

    @property
    def known(self) -> Known:
        """What attributes ask about the project."""
        return Known(self.example.registry, self.example.records.answers_of)

    def do(self, edit: Edit) -> Edit:
        """Write an edit, and follow it in memory."""
        done = signed(edit)
        self.example.store.apply(done)
        self.codebook.take(done)
        return done

    def ask(self, name: str, kind: str, subject: Subject = Subject.CLAIM, **fields: Any) -> Variable:
        """Add a variable."""
        self.do(
            add_variable(self.codebook, Variable(subject=subject, name=name, label=name.title(), kind=kind, **fields))
        )
        return self.variable(name)

    def offer(
        self, variable: Variable, label: str, parent: Choice | None = None, code: str = "", **fields: Any
    ) -> Choice:
        """Add a choice; its code is its label in lower case unless one is given."""
        above = parent.id if parent else None
        choice = Choice(variable=variable.id, value=code or label.lower(), label=label, parent=above, **fields)
        self.do(add_choice(self.codebook, choice))
        return self.choice(choice.value)

    def variable(self, name: str) -> Variable:
        """Return a variable as it is now."""
        found = self.codebook.named(name)
        assert found
        return found

    def choice(self, value: str) -> Choice:
        """Return a choice as it is now."""
        return next(each for each in self.codebook.choices.values() if each.value == value)

    def answers(self, name: str) -> list[Answer]:
        """Return the answers under a variable about the first article and its records."""
        wanted = self.variable(name).id
        return [answer for answer in self.example.records.answers if answer.variable == wanted]

    def answers_with(self, *values: str) -> list[Answer]:
        """Return the answers with some choices."""
        wanted = {self.choice(value).id for value in values}
        return [answer for answer in self.example.records.answers if answer.choice in wanted]

    def example_of(self, name: str) -> Anchor:
        """Return the first example of a variable."""
        return self.codebook.anchors_of(self.variable(name).id, None)[0]

    def attribute(self, name: str) -> Attribute[Record, object]:
        """Return a variable as an attribute."""
        return attribute_of(self.variable(name), self.codebook)

    def answer(self, name: str, record: Record, typed: str) -> Edit:
        """Answer a variable as it is typed."""
        return self.do(self._answering(name, record, typed))

    def answer_all(self, answers: Iterable[tuple[str, Record, str]]) -> Edit:
        """Answer several variables as they are typed, in one edit."""
        edits = [self._answering(*each) for each in answers]
        return self.do(Edit("Answer", tuple(change for edit in edits for change in edit.changes)))

    def _answering(self, name: str, record: Record, typed: str) -> Edit:
        return self.attribute(name).write([record], typed, self.known)

    def shown(self, name: str, record: Record) -> str:
        """Return the answer about a record as it is shown."""
        attribute = self.attribute(name)
        return attribute.show(attribute.read(record, self.known))


def addressed(example: Example) -> Example:
    """Return the example with an addressee of claims, and an ally and a size of speakers, all answered.

    The mayor and the union name each other as allies, and both claims are addressed to the union.
    """
    study = Study(example, example.store.codebook())
    if not study.codebook.variables:
        study.ask("addressee", "speaker")
        study.ask("ally", "speaker", Subject.SPEAKER)
        study.ask("size", "whole_number", Subject.SPEAKER)
        for claim in (example.lost, example.cost):
            study.answer("addressee", claim, example.union.name)
        study.answer("ally", example.mayor, example.union.name)
        study.answer("ally", example.union, example.mayor.name)
        study.answer("size", example.union, "40")
    return example


def referring(store: Store, *speakers: Id) -> list[Claim | Answer]:
    """Return the claims of some speakers and the answers that name them, as the writer of a long edit reads them."""
    with closing(store.long_write()) as write:
        named = [answer for each in speakers for answer in write.answers_naming(each)]
        return [*(claim for each in speakers for claim in write.claims_of(each)), *named]
