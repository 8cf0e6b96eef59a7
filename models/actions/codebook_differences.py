"""List what an edit of the codebook brings and changes, so that it can be read before it is done."""

from collections.abc import Iterator
from typing import Any

from models.actions.cells import Cell, Rewritten, Written
from models.codebook.codebook import Codebook
from models.edits import Change, Edit
from models.entities import Anchor, Choice, Record, Variable
from models.translation import _

WORDS: dict[type[Record], dict[str, str]] = {
    Variable: {
        "label": _("Label"),
        "definition": _("Definition"),
        "instruction": _("Instruction"),
        "required": _("Required"),
        "open_ended": _("Open to new choices"),
        "offered": _("Offered answer"),
        "shown_if": _("Asked only if"),
        "shown_for": _("Asked only for"),
    },
    Choice: {
        "label": _("Label"),
        "definition": _("Definition"),
        "colour": _("Colour"),
        "parent": _("Above it"),
    },
}
"""The fields that are listed, with the words for people."""


def codebook_differences(codebook: Codebook, edit: Edit) -> Written:
    """Return an edit with a line for each new variable, choice and example, and one for each field that changes."""
    after = codebook.after(edit)
    lines = (each for change in edit.changes for each in _lines(change, codebook, after))
    return Written.of(edit, lines, ())


def _lines(change: Change, before: Codebook, after: Codebook) -> Iterator[Rewritten]:
    match change.before, change.after:
        case None, Variable() as new:
            yield _line(new, _("New variable"), "", new.label, new.name)
        case None, Choice() as new:
            yield _line(new, _("New choice"), "", after.path_label(new), after.variables[new.variable].label)
        case None, Anchor() as new:
            yield _line(new, _("New example"), "", new.words, after.variables[new.variable].label)
        case ((Variable() | Choice() as old), (Variable() | Choice() as new)):
            for name, words in WORDS[type(new)].items():
                texts = _text(old, name, before), _text(new, name, after)
                if texts[0] != texts[1]:
                    yield _line(new, words, *texts, _name(new, after))


def _line(record: Record, column: str, old: str, new: str, about: str) -> Rewritten:
    return Rewritten(Cell(0, column, old, None, record, about=about), new)


def _name(record: Variable | Choice, codebook: Codebook) -> str:
    if isinstance(record, Variable):
        return record.label
    return f"{codebook.variables[record.variable].label}: {codebook.path_label(record)}"


def _text(record: Variable | Choice, name: str, codebook: Codebook) -> str:
    """Return a field in words; other rows by their labels."""
    value: Any = getattr(record, name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    named = codebook.variables.get(value) if name == "shown_if" else codebook.choices.get(value) if value else None
    return named.label if named else value or ""
