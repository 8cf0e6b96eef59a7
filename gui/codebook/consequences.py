"""The question before a change of answers: what it changes, and what happens to answers that no longer fit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.codebook.exported_differences import Difference
from models.codebook.reach import MOST_NAMED, Reach
from models.text.excerpts import quoted, shortened
from models.translation import _, counted, ngettext

MOST_CHARACTERS = 70
"""Characters of a record's words that are shown."""


class Consequences(QDialog):
    """Shows what a change does, in `lines`; Cancel is the default.

    `decided` says whether answers that no longer fit are kept; that is asked if there are `cleared` ones.
    """

    decided = Signal(bool)

    def __init__(self, parent: QWidget, question: str, yes: str, lines: Sequence[str], *, cleared: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("consequences")
        self.setWindowTitle(_("Onrecord"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(question, "details_heading"))
        for line in lines:
            column.addWidget(PlainLabel(line))
        self.keep = QRadioButton(kept(cleared))
        self.clear = QRadioButton(_("Clear"))
        self.keep.setChecked(True)
        if cleared:
            column.addWidget(self.keep)
            column.addWidget(PlainLabel(_("The check lists such answers, and exports have them as they are.")))
            column.addWidget(self.clear)
        column.addWidget(PlainLabel(_("Undo brings everything back.")))
        column.addSpacing(8)
        buttons = DialogButtons(self, yes)
        buttons.yes.setDefault(False)
        buttons.yes.setAutoDefault(False)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.setMinimumWidth(460)

    def accept(self) -> None:
        """Close, and report the decision."""
        super().accept()
        self.decided.emit(self.keep.isChecked())


def kept(answers: int) -> str:
    """Return what keeping the answers of some records means."""
    return ngettext(
        "Keep the answer of {count:,} record as words that no longer fit",
        "Keep the answers of {count:,} records as words that no longer fit",
        answers,
    ).format(count=answers)


def sentences(reach: Reach, *, relabels: bool) -> list[str]:
    """Return which variables lose their condition, and which records are concerned: how many, of which articles, and
    the first few by name. With `relabels`, their answers stay, and are only shown in another way.
    """
    lines = [_always_asked(label) for label in reach.freed]
    if reach.records:
        lines.append(_relabelled(reach.records) if relabels else _changed(reach.records))
    if reach.titles:
        named = "\n".join(f"    {shortened(title, MOST_CHARACTERS)} ({count:,})" for title, count in reach.titles)
        more = _and_more(reach.articles - len(reach.titles))
        lines.append(f"{counted('In {count:,} article:', 'In {count:,} articles:', reach.articles)}\n{named}{more}")
    names = "\n".join(f"    {quoted(name)}" for name in reach.names)
    if names:
        lines.append(f"{_('Such as:')}\n{names}{_and_more(reach.records - len(reach.names))}")
    return lines


def exported(differences: Sequence[Difference]) -> list[str]:
    """Return what exports write differently, as one paragraph; nothing if they stay as they are."""
    if not differences:
        return []
    lines = (_exported(each) for each in differences[:MOST_NAMED])
    named = "\n".join(f"    {line}" for line in lines)
    return [f"{_('In exports:')}\n{named}{_and_more(len(differences) - MOST_NAMED)}"]


def _exported(each: Difference) -> str:
    said = _("{column}: “{before}” becomes “{after}”")
    if each.before is None:
        said = _("{column}: “{after}” comes")
    elif each.after is None:
        said = _("{column}: “{before}” goes")
    column = _("{column} by codes").format(column=each.column) if each.codes else each.column
    return said.format(column=column, before=each.before, after=each.after)


def _always_asked(label: str) -> str:
    said = _("“{variable}” is asked of every record then, as what it depends on can no longer be answered.")
    return said.format(variable=label)


def _changed(records: int) -> str:
    return counted("The answer of {count:,} record changes.", "The answers of {count:,} records change.", records)


def _relabelled(records: int) -> str:
    return counted(
        "The answer of {count:,} record stays, and is shown as the choice is then.",
        "The answers of {count:,} records stay, and are shown as the choice is then.",
        records,
    )


def _and_more(more: int) -> str:
    return "\n    " + counted("and {count:,} more", "and {count:,} more", more) if more > 0 else ""
