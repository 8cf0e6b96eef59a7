"""The codebook of a project in memory: its variables and choices in order, kept in step with the file by each edit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from models.edits import Edit
from models.entities import SUBJECTS, Anchor, Choice, Record, Variable
from models.ids import Id

R = TypeVar("R", Variable, Choice)
A = TypeVar("A", bound=Record)

LEVELS = " › "
"""Separates the labels of a choice and of those above it."""


@dataclass(frozen=True, slots=True)
class _Tree:
    """The choices of a variable in order, with the labels by which they are shown, by id."""

    choices: tuple[Choice, ...]
    labels: Mapping[Id, str]


class Codebook:
    """Variables, their choices, and examples. Actions read it; `take` changes it."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.variables: dict[Id, Variable] = {}
        self.choices: dict[Id, Choice] = {}
        self.anchors: dict[Id, Anchor] = {}
        self._trees: dict[Id, _Tree] = {}
        for record in records:
            self._put(None, record)

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned the codebook."""
        touched = edit.changes_of(Variable, Choice, Anchor)
        for change in touched:
            self._put(change.before, change.after)
        return bool(touched)

    def after(self, edit: Edit) -> "Codebook":
        """Return the codebook as it will be after an edit."""
        found = Codebook((*self.variables.values(), *self.choices.values(), *self.anchors.values()))
        found.take(edit)
        return found

    def _put(self, before: Record | None, after: Record | None) -> None:
        match after or before:
            case Variable():
                _replace(self.variables, before, after)
            case Choice():
                _replace(self.choices, before, after)
            case Anchor():
                _replace(self.anchors, before, after)
        self._trees.clear()

    def variables_of(self, kind: type[Record]) -> list[Variable]:
        """Return the variables about a class of records, in order."""
        return _in_order(each for each in self.variables.values() if SUBJECTS[each.subject] is kind)

    def named(self, name: str) -> Variable | None:
        """Return the variable with this name, or None."""
        return next((each for each in self.variables.values() if each.name == name), None)

    def choices_of(self, variable: Id) -> tuple[Choice, ...]:
        """Return the choices of a variable in the order of their tree, each before those below it."""
        return self._tree(variable).choices

    def shown_label(self, choice: Choice) -> str:
        """Return the label of a choice, after the labels above it if another choice has the same."""
        return self._tree(choice.variable).labels.get(choice.id, choice.label)

    def _tree(self, variable: Id) -> _Tree:
        if variable not in self._trees:
            below: dict[Id | None, list[Choice]] = {}
            for choice in _in_order(each for each in self.choices.values() if each.variable == variable):
                below.setdefault(choice.parent, []).append(choice)
            choices = tuple(_depth_first(below, None))
            alike = Counter(each.label for each in choices)
            labels = {each.id: self.path_label(each) if alike[each.label] > 1 else each.label for each in choices}
            self._trees[variable] = _Tree(choices, labels)
        return self._trees[variable]

    def anchors_of(self, variable: Id, choice: Id | None) -> list[Anchor]:
        """Return the examples of a choice, or those of the variable itself if it is None, in the order of pinning."""
        found = (each for each in self.anchors.values() if each.variable == variable and each.choice == choice)
        return sorted(found, key=lambda anchor: anchor.id)

    def path(self, choice: Choice) -> tuple[Choice, ...]:
        """Return a choice after those above it, from the first level on."""
        path = [choice]
        while (parent := self.choices.get(path[0].parent or "")) and parent not in path:
            path.insert(0, parent)
        return tuple(path)

    def path_label(self, choice: Choice) -> str:
        """Return the labels of a choice and of those above it: "Economy › Trade"."""
        return LEVELS.join(each.label for each in self.path(choice))

    def with_those_below(self, choice: Choice) -> list[Choice]:
        """Return a choice and every choice below it, in the order of the tree."""
        return [each for each in self.choices_of(choice.variable) if choice in self.path(each)]

    def depth(self, variable: Id) -> int:
        """Return the number of levels of a variable's choices; 0 without choices."""
        return max((len(self.path(each)) for each in self.choices_of(variable)), default=0)


def _depth_first(below: Mapping[Id | None, list[Choice]], parent: Id | None) -> Iterator[Choice]:
    for choice in below.get(parent, ()):
        yield choice
        yield from _depth_first(below, choice.id)


def next_position(beside: Iterable[Variable | Choice]) -> int:
    """Return the position after those of some variables or choices, which may have gaps."""
    return max((each.position for each in beside), default=0) + 1


def _in_order(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: (record.position, record.id))


def _replace(kept: dict[Id, A], before: Record | None, after: Record | None) -> None:
    if before is not None:
        kept.pop(before.id, None)
    if after is not None:
        kept[after.id] = after  # type: ignore[assignment]  # the caller matched the class
