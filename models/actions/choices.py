"""What can be done with the choices of a variable."""

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Any

from models.actions.codebook import NOTHING_CHANGED
from models.codebook.codebook import Codebook, next_position
from models.codebook.naming import free_code
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Anchor, Answer, Choice, Variable
from models.errors import OnrecordError
from models.ids import Id
from models.references import deletion, redirection
from models.text.folding import folded
from models.translation import _


def add_choice(codebook: Codebook, choice: Choice) -> Edit:
    """Add a choice after the others of its parent. Raises OnrecordError if its code is in use."""
    new = replace(choice, position=choice.position or next_position(_beside(codebook, choice)))
    _expect_free(codebook, new)
    return Edit(_("New choice"), (made(new),))


def change_choice(codebook: Codebook, choice: Choice, **fields: Any) -> Edit:
    """Change the code, label, definition or colour of a choice; conditions that name its code follow.

    Raises OnrecordError if the code is in use.
    """
    new = replace(choice, **fields)
    _expect_free(codebook, new)
    conditions = [changed(each, shown_for=new.value) for each in _waiting_for(codebook, choice)]
    return Edit(_("Change choice"), (Change(choice, new), *conditions))


def move_choice(codebook: Codebook, choice: Choice, parent: Choice | None, at: int) -> Edit:
    """Put a choice, with those below it, below a parent or at the first level; `at` counts its new siblings from 0.

    Raises OnrecordError if the parent is the choice itself or below it.
    """
    if parent and choice in codebook.path(parent):
        raise OnrecordError(
            _("“{choice}” cannot be below itself.").format(choice=choice.label),
            NOTHING_CHANGED,
        )
    moved = replace(choice, parent=parent.id if parent else None)
    siblings = [each for each in _beside(codebook, moved) if each.id != choice.id]
    siblings.insert(at, moved)
    known = codebook.choices
    return Edit(
        _("Move choice"),
        tuple(Change(known[each.id], replace(each, position=place)) for place, each in enumerate(siblings, 1)),
    )


def merge_choices(codebook: Codebook, gone: Choice, kept: Choice, answers: Iterable[Answer]) -> Edit:
    """Merge a choice into another of the same variable: what was answered with it, all of which is given with the
    answers of `kept`, is answered with `kept`. Choices below it come below `kept`.

    Raises OnrecordError if `kept` is below the one that goes.
    """
    if gone in codebook.path(kept):
        raise OnrecordError(
            _("“{gone}” cannot be merged into “{kept}”, which is below it.").format(gone=gone.label, kept=kept.label),
            NOTHING_CHANGED,
        )
    answers = list(answers)
    said = {answer.subject for answer in answers if answer.choice == kept.id}
    twice = [answer for answer in answers if answer.choice == gone.id and answer.subject in said]
    moved = [answer for answer in answers if answer.choice == gone.id and answer.subject not in said]
    below = [each for each in codebook.choices_of(gone.variable) if each.parent == gone.id]
    conditions = [changed(each, shown_for=kept.value) for each in _waiting_for(codebook, gone)]
    return Edit(
        _("Merge choices"),
        (
            *conditions,
            *redirection([gone], kept, (*below, *_examples(codebook, gone), *moved)),
            *map(deleted, twice),
            deleted(gone),
        ),
    )


def split_choice(
    codebook: Codebook, choice: Choice, label: str, answers: Iterable[Answer], going: Container[Id]
) -> Edit:
    """Put a new choice right after another one; of the answers with that, those about the records `going` go to it.

    Raises OnrecordError if a choice beside it has this label.
    """
    beside = _beside(codebook, choice)
    if any(folded(each.label) == folded(label) for each in beside):
        raise OnrecordError(
            _("There is a choice “{choice}” already.").format(choice=label), NOTHING_CHANGED, _("Choose another label.")
        )
    taken = {each.value for each in codebook.choices_of(choice.variable)}
    new = Choice(variable=choice.variable, parent=choice.parent, value=free_code(label, taken), label=label)
    at = [each.id for each in beside].index(choice.id) + 1
    later = [changed(each, position=place) for place, each in enumerate(beside[at:], choice.position + 2)]
    moved = [changed(each, choice=new.id) for each in answers if each.choice == choice.id and each.subject in going]
    return Edit(_("Split choice"), (made(replace(new, position=choice.position + 1)), *later, *moved))


def delete_choice(codebook: Codebook, choice: Choice, answers: Iterable[Answer], *, keep_answers: bool) -> Edit:
    """Delete a choice with all those below it; the answers with any of these are given.

    With `keep_answers` each stays as the label of its choice, which no longer fits and is listed by the check.
    """
    gone = codebook.with_those_below(choice)
    rows = [*answers, *(anchor for each in gone for anchor in _examples(codebook, each))]
    known = codebook.choices
    kept = [
        changed(answer, choice=None, value=known[answer.choice].label)
        for answer in rows
        if keep_answers and isinstance(answer, Answer) and answer.choice
    ]
    left = [row for row in rows if row.id not in {change.row.id for change in kept}]
    freed = [changed(each, shown_if=None, shown_for=None) for each in _waiting_for(codebook, *gone)]
    return Edit(_("Delete choice"), (*freed, *kept, *deletion([*reversed(gone)], left)))


def _examples(codebook: Codebook, choice: Choice) -> list[Anchor]:
    return codebook.anchors_of(choice.variable, choice.id)


def _waiting_for(codebook: Codebook, *choices: Choice) -> list[Variable]:
    """Return the variables that are asked only for one of some choices."""
    wanted = {(choice.variable, choice.value) for choice in choices}
    return [each for each in codebook.variables.values() if (each.shown_if, each.shown_for) in wanted]


def _beside(codebook: Codebook, choice: Choice) -> list[Choice]:
    """Return the choices of one variable with the same parent, in order."""
    return [each for each in codebook.choices_of(choice.variable) if each.parent == choice.parent]


def _expect_free(codebook: Codebook, choice: Choice) -> None:
    for each in codebook.choices_of(choice.variable):
        if each.value == choice.value and each.id != choice.id:
            raise OnrecordError(
                _("The code “{code}” belongs to the choice “{choice}”.").format(code=choice.value, choice=each.label),
                NOTHING_CHANGED,
                _("Choose another code."),
            )
