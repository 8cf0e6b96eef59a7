"""The changes of the codebook that concern answers, each with the question that comes first."""

from gui.codebook.changes import Make, Wish
from models.actions.choices import change_choice, delete_choice, merge_choices, move_choice
from models.actions.codebook import change_kind, delete_variable
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.entities import Choice, Variable
from models.known import Known
from models.translation import _


def to_delete_variable(codebook: Codebook, variable: Variable) -> Wish:
    """Return the wish to delete a variable; its answers go too."""
    return Wish(
        _("Deleting a variable"),
        _("Delete “{variable}” with its choices, examples and all its answers?").format(variable=variable.label),
        _("Delete Variable"),
        lambda answers, _keep: delete_variable(codebook, variable, answers),
        variable.id,
    )


def to_change_kind(codebook: Codebook, variable: Variable, kind: str, known: Known) -> Wish:
    """Return the wish to give a variable another kind, to which its answers are converted as far as they fit."""
    question = _("Change “{variable}” from “{before}” to “{after}”?")
    before = KINDS[variable.kind].label if variable.kind in KINDS else variable.kind
    return Wish(
        _("Changing the kind of a variable"),
        question.format(variable=variable.label, before=before, after=KINDS[kind].label),
        _("Change Kind"),
        lambda answers, keep: change_kind(codebook, variable, kind, answers, known, keep_answers=keep),
        variable.id,
        may_keep=True,
    )


def to_delete_choice(codebook: Codebook, choice: Choice) -> Wish:
    """Return the wish to delete a choice with those below it."""
    gone = codebook.with_those_below(choice)
    question = _("Delete “{choice}”?") if len(gone) == 1 else _("Delete “{choice}” with everything below it?")
    return Wish(
        _("Deleting a choice"),
        question.format(choice=codebook.path_label(choice)),
        _("Delete Choice"),
        lambda answers, keep: delete_choice(codebook, choice, answers, keep_answers=keep),
        choice.variable,
        tuple(each.id for each in gone),
        may_keep=True,
    )


def to_rename_choice(codebook: Codebook, choice: Choice, label: str) -> Wish:
    """Return the wish to give a choice another label."""
    question = _("Rename “{before}” to “{after}”?").format(before=choice.label, after=label)
    return _to_relabel(
        codebook,
        choice,
        (_("Renaming a choice"), question, _("Rename")),
        lambda _answers, _keep: change_choice(codebook, choice, label=label),
    )


def to_recode_choice(codebook: Codebook, choice: Choice, code: str) -> Wish:
    """Return the wish to give a choice another code."""
    question = _("Change the code of “{choice}” from “{before}” to “{after}”?")
    return _to_relabel(
        codebook,
        choice,
        (
            _("Changing a code"),
            question.format(choice=choice.label, before=choice.value, after=code),
            _("Change Code"),
        ),
        lambda _answers, _keep: change_choice(codebook, choice, value=code),
    )


def to_move_choice(codebook: Codebook, choice: Choice, parent: Choice | None, at: int) -> Wish:
    """Return the wish to put a choice, with those below it, below another one or at the first level."""
    below = _("Move “{choice}” below “{parent}”?")
    question = below if parent else _("Move “{choice}” to the first level?")
    return _to_relabel(
        codebook,
        choice,
        (
            _("Moving a choice"),
            question.format(choice=codebook.path_label(choice), parent=codebook.path_label(parent) if parent else None),
            _("Move"),
        ),
        lambda _answers, _keep: move_choice(codebook, choice, parent, at),
    )


def _to_relabel(codebook: Codebook, choice: Choice, words: tuple[str, str, str], make: Make) -> Wish:
    """Return a wish that changes how a choice and those below it are shown and exported."""
    concerned = tuple(each.id for each in codebook.with_those_below(choice))
    return Wish(*words, make, choice.variable, concerned, relabels=True)


def to_merge_choices(codebook: Codebook, gone: Choice, kept: Choice) -> Wish:
    """Return the wish to merge a choice into another."""
    question = _("Merge “{gone}” into “{kept}”? Its answers, its examples and the choices below it go there.")
    return Wish(
        _("Merging choices"),
        question.format(gone=codebook.path_label(gone), kept=codebook.path_label(kept)),
        _("Merge"),
        lambda answers, _keep: merge_choices(codebook, gone, kept, answers),
        gone.variable,
        (gone.id, kept.id),
    )
