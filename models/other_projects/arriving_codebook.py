"""Match the codebook of another project to that of this one; what is here stays as it is, and the rest is added."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.codebook.codebook import Codebook, next_position
from models.edits import Change, made
from models.entities import Choice, Variable
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _


@dataclass(frozen=True, slots=True)
class ArrivingCodebook:
    """The ids here of the other project's variables and choices, by their ids there, and the changes that bring them.

    `known` is how many of its variables were here already.
    """

    variables: Mapping[Id, Id]
    choices: Mapping[Id, Id]
    changes: tuple[Change, ...]
    known: int


def arriving_codebook(theirs: Codebook, ours: Codebook) -> ArrivingCodebook:
    """Match every variable by its id or name, and every choice by its id or code.

    Raises OnrecordError if a variable is of another kind here.
    """
    known = {each.id: found for each in theirs.variables.values() if (found := _known(each, ours))}
    variables = {each: known[each].id if each in known else each for each in theirs.variables}
    first = next_position(ours.variables.values())
    new = [each for each in theirs.variables.values() if each.id not in known]
    changes = [
        made(replace(each, position=position, shown_if=variables[each.shown_if] if each.shown_if else None))
        for position, each in enumerate(sorted(new, key=lambda each: each.position), first)
    ]
    choices = dict[Id, Id]()
    for each in theirs.variables:
        changes += _new_choices(theirs.choices_of(each), variables[each], ours, choices)
    return ArrivingCodebook(variables, choices, tuple(changes), len(known))


def _known(variable: Variable, ours: Codebook) -> Variable | None:
    found = ours.variables.get(variable.id) or ours.named(variable.name)
    if found and (found.kind, found.subject) != (variable.kind, variable.subject):
        raise OnrecordError(
            _("“{name}” is of another kind in this project.").format(name=variable.name),
            _("Nothing was imported."),
            _("Change its kind in one of the two projects, so that they are the same, or import the articles alone."),
        )
    return found


def _new_choices(theirs: tuple[Choice, ...], variable: Id, ours: Codebook, choices: dict[Id, Id]) -> list[Change]:
    """Return the changes that bring the choices of a variable, each after its parent, and note their ids here."""
    here = ours.choices_of(variable)
    by_id, by_code = {each.id: each for each in here}, {each.value: each for each in here}
    position, changes = next_position(here), list[Change]()
    for each in theirs:
        found = by_id.get(each.id) or by_code.get(each.value)
        choices[each.id] = found.id if found else each.id
        if found is None:
            parent = choices[each.parent] if each.parent else None
            place = position + len(changes) if here else each.position
            changes.append(made(replace(each, variable=variable, parent=parent, position=place)))
    return changes
