"""The variables of a database as variables here, and the values of its short texts as their choices."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from models.articles.dna.contents import DnaDatabase, DnaEntity, DnaStatement, DnaVariable
from models.codebook.codebook import Codebook
from models.codebook.naming import free_code, proposed_name
from models.entities import Choice, Subject, Variable
from models.ids import Id
from models.other_projects.dna.speaking import Speaking
from models.other_projects.dna.stable_ids import stable_id
from models.text.folding import folded
from models.translation import _

KINDS = {"boolean": "yes_no", "integer": "whole_number", "long text": "long_text"}
"""The kinds of variables here, by the types there; a variable with short texts has choices."""

STATEMENT_TYPE = _("Statement type")

DEEPEST = 20
"""Levels of choices; what is below has no parent."""

Said = tuple[Variable, dict[str, str]]
"""A variable, and the fields that say what an answer under it is."""


class DnaCodebook:
    """Makes variables and choices as they are needed; the same ones are made once."""

    def __init__(self, database: DnaDatabase, speaking: Speaking) -> None:
        self._speaking = speaking
        self._entities = {each.id: each for each in database.entities}
        self._there = {each.id: each for each in database.variables}
        self._variables = dict[tuple[Subject, str, str], Variable]()
        self._choices = dict[tuple[Id, str], Choice]()
        self._codes = defaultdict[Id, set[str]](set)
        self._several = {variable for each in database.statements for variable in _repeated(each)}
        has_types = len({each.kind for each in database.statements}) > 1
        self._type = self.ask(STATEMENT_TYPE, "choice") if has_types else None
        for each in database.variables:
            if each.id not in speaking.people:
                self._variable(each)

    @property
    def made(self) -> Codebook:
        """Everything that was made so far."""
        return Codebook((*self._variables.values(), *self._choices.values()))

    def ask(self, label: str, kind: str, subject: Subject = Subject.CLAIM) -> Variable:
        """Return the variable with a label."""
        key = subject, folded(label), kind
        if key not in self._variables:
            position = len(self._variables) + 1
            self._variables[key] = Variable(
                id=stable_id(position, "variable", *key),
                subject=subject,
                name=proposed_name(label, [each.name for each in self._variables.values()]),
                label=label,
                kind=kind,
                open_ended=kind.startswith("choice"),
                position=position,
            )
        return self._variables[key]

    def _variable(self, there: DnaVariable) -> Variable:
        choices = "choices" if there.id in self._several else "choice"
        return self.ask(there.name or f"variable {there.id}", KINDS.get(there.data_type, choices))

    def choice(self, variable: Variable, label: str, entity: DnaEntity | None = None) -> Choice:
        """Return the choice with a label, below the choice of the entity above its own."""
        key = variable.id, label
        if key not in self._choices:
            code = free_code(label, self._codes[variable.id])
            self._codes[variable.id].add(code)
            position = len(self._choices) + 1
            made = Choice(
                id=stable_id(position, "choice", variable.name, label),
                variable=variable.id,
                value=code,
                label=label,
                position=position,
            )
            self._choices[key] = made
            if entity:
                self._choices[key] = replace(made, parent=self._parent(variable, entity), definition=noted(entity))
        return self._choices[key]

    def offer(self, entity: DnaEntity) -> None:
        """Make the choice that an entity is."""
        if there := self._there.get(entity.variable):
            self.choice(self._variable(there), entity.value, entity)

    def _parent(self, variable: Variable, entity: DnaEntity) -> Id | None:
        above = self._entities.get(entity.parent or 0)
        chain = [entity.id]
        while above and above.value and above.id not in chain:
            chain.append(above.id)
            above = self._entities.get(above.parent or 0)
        if above or not 1 < len(chain) <= DEEPEST:  # a circle, or too deep
            return None
        parent = self._entities[chain[1]]
        return self.choice(variable, parent.value, parent).id

    def said(self, statement: DnaStatement) -> Iterator[Said]:
        """Yield the answers about a statement: what it is coded with, apart from the person."""
        if self._type and statement.kind:
            yield self._type, {"choice": self.choice(self._type, statement.kind).id}
        for value in statement.values:
            there = self._there.get(value.variable)
            if there and there.id not in self._speaking.people and (fields := self._fields(there, value.value)):
                yield self._variable(there), fields

    def _fields(self, there: DnaVariable, value: int | str) -> dict[str, str]:
        """Return what an answer says; nothing for a value that is empty."""
        if there.data_type == "boolean":
            return {"value": "yes" if value else "no"}
        if there.data_type in KINDS:
            return {"value": str(value)} if str(value) else {}
        entity = self._entities.get(value) if isinstance(value, int) else None
        label = entity.value if entity else str(value)
        return {"choice": self.choice(self._variable(there), label, entity).id} if label else {}


def _repeated(statement: DnaStatement) -> Iterator[int]:
    """Yield the variables that a statement has several values of."""
    seen = set[int]()
    for each in statement.values:
        if each.variable in seen:
            yield each.variable
        seen.add(each.variable)


def noted(entity: DnaEntity) -> str | None:
    """Return what is noted about an entity, as lines."""
    return "\n".join(f"{name}: {said}" for name, said in entity.attributes if name) or None
