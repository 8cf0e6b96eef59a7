"""The changes of the codebook that concern answers, each with the question that comes first."""

from gui.codebook.changes import Wish
from models.actions.choices import delete_choice, merge_choices
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
