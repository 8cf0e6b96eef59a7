"""Import a codebook from a file or from another project."""

from collections.abc import Iterable, Iterator

from models.actions.codebook import NOTHING_CHANGED
from models.codebook.codebook import Codebook, next_position
from models.codebook.files.drafts import VariableDraft, expect_sound
from models.edits import Change, Edit, changed, made
from models.entities import Anchor, Choice, Subject, Variable
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _

COPIED = ("label", "definition", "instruction", "required", "open_ended", "offered", "shown_for")
"""The fields of a variable that are taken over from a file."""


def import_codebook(codebook: Codebook, drafts: Iterable[VariableDraft]) -> Edit:
    """Add the variables, choices and examples that the project does not have, and change those that it has.

    Variables are the same by their name and choices by their code; nothing is deleted. Raises CodebookRefused if the
    drafts contradict themselves, and OnrecordError if a variable is of another kind here.
    """
    drafts = expect_sound(list(drafts))
    first = next_position(codebook.variables.values())
    variables = {draft.name: _variable(codebook, draft, position) for position, draft in enumerate(drafts, first)}
    changes: list[Change] = []
    for draft in drafts:
        before = variables[draft.name]
        condition = variables.get(draft.shown_if or "")
        change = changed(
            before,
            **{name: getattr(draft, name) for name in COPIED},
            shown_if=condition.id if condition else None,
        )
        changes.append(change if before.id in codebook.variables else made(change.row))
    for draft in drafts:
        changes += _choices_and_examples(codebook, variables[draft.name].id, draft)
    return Edit(_("Import codebook"), tuple(changes))


def _variable(codebook: Codebook, draft: VariableDraft, position: int) -> Variable:
    known = codebook.named(draft.name)
    if known and (known.kind, known.subject) != (draft.kind, draft.subject):
        raise OnrecordError(
            _("“{name}” is of another kind in this project.").format(name=draft.name),
            NOTHING_CHANGED,
            _("Change its kind in the codebook of the project first, or its name in the file."),
        )
    return known or Variable(
        subject=Subject(draft.subject), name=draft.name, label=draft.label, kind=draft.kind, position=position
    )


def _choices_and_examples(codebook: Codebook, variable: Id, draft: VariableDraft) -> Iterator[Change]:
    known = {choice.value: choice for choice in codebook.choices_of(variable)}
    new = {
        each.value: known.get(each.value) or Choice(variable=variable, value=each.value, label=each.label)
        for each in draft.choices
    }
    for position, each in enumerate(draft.choices, 1):
        fields = {
            "label": each.label,
            "definition": each.definition,
            "colour": each.colour,
            "parent": new[each.parent].id if each.parent else None,
            "position": position,
        }
        change = changed(new[each.value], **fields)
        yield change if each.value in known else made(change.row)
    pinned = {(anchor.choice, anchor.words) for anchor in codebook.anchors.values() if anchor.variable == variable}
    for example in draft.examples:
        choice = new[example.choice].id if example.choice else None
        if (choice, example.words) not in pinned:
            yield made(Anchor(variable=variable, choice=choice, words=example.words, place=example.place))
