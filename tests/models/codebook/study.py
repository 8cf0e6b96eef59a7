"""A codebook with a variable of every kind, for tests."""

from dataclasses import dataclass

from models.actions.choices import add_choice
from models.actions.codebook import add_variable
from models.attributes.attribute import Attribute
from models.codebook.codebook import Codebook
from models.codebook.variables import attribute_of
from models.edits import Edit
from models.entities import Choice, Record, Subject, Variable
from models.known import Known
from tests.example import Example, signed


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

    def ask(self, name: str, kind: str, subject: Subject = Subject.CLAIM, **fields: object) -> Variable:
        """Add a variable."""
        self.do(
            add_variable(self.codebook, Variable(subject=subject, name=name, label=name.title(), kind=kind, **fields))
        )  # type: ignore[arg-type]
        return self.variable(name)

    def offer(self, variable: Variable, label: str, parent: Choice | None = None) -> Choice:
        """Add a choice."""
        choice = Choice(variable=variable.id, value=label.lower(), label=label, parent=parent.id if parent else None)
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

    def attribute(self, name: str) -> Attribute[Record, object]:
        """Return a variable as an attribute."""
        return attribute_of(self.variable(name), self.codebook)

    def answer(self, name: str, record: Record, typed: str) -> Edit:
        """Answer a variable as it is typed."""
        return self.do(self.attribute(name).write([record], typed, self.known))

    def shown(self, name: str, record: Record) -> str:
        """Return the answer about a record as it is shown."""
        attribute = self.attribute(name)
        return attribute.show(attribute.read(record, self.known))
