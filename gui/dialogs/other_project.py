"""The dialog that asks what to take from another project, after showing what each part would bring."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.errors import OnrecordError
from models.other_projects.arriving import Arriving
from models.other_projects.other_project import PARTS, Part
from models.translation import _

NOTHING_NEW = _("Nothing is new.")


class OtherProjectDialog(QDialog):
    """Offers the parts of another project. `chosen` carries a `Part`; `opening_wanted` asks to open it instead, if it
    can be opened.
    """

    chosen = Signal(object)
    opening_wanted = Signal()

    def __init__(
        self, parent: QWidget, name: str, found: Mapping[Part, Arriving | OnrecordError], *, can_be_opened: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("other_project")
        self.setWindowTitle(_("Import from Another Project"))
        self._found = found
        self.buttons = {part: QRadioButton(PARTS[part]) for part in found}
        self._group = QButtonGroup(self)
        self.left_out = QPlainTextEdit(readOnly=True)
        self.left_out.setAccessibleName(_("Left out"))
        self._left_out_heading = PlainLabel(_("Left out:"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        question = _("What should come from “{name}”? It is only read, and stays as it is.")
        column.addWidget(PlainLabel(question.format(name=name), "details_heading"))
        for part, what in found.items():
            self._add(part, what, column)
        column.addWidget(self._left_out_heading)
        column.addWidget(self.left_out, 1)
        column.addStretch()
        buttons = DialogButtons(self, _("&Import"))
        self.yes = buttons.yes
        self.open_instead = QPushButton(_("&Open It Instead"), self, autoDefault=False)
        self.open_instead.setVisible(can_be_opened)
        self.open_instead.clicked.connect(self._open)
        if can_be_opened:
            buttons.addButton(self.open_instead, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(buttons)
        self.resize(600, 380)
        self._choose()

    def _add(self, part: Part, what: Arriving | OnrecordError, column: QVBoxLayout) -> None:
        button = self.buttons[part]
        button.setObjectName(f"part_{part.value}")
        button.setEnabled(isinstance(what, Arriving) and bool(what.changes))
        button.toggled.connect(self._show)
        self._group.addButton(button)
        words = PlainLabel(_explained(what))
        words.setIndent(24)
        button.setAccessibleDescription(words.text())
        column.addWidget(button)
        column.addWidget(words)

    def _choose(self) -> None:
        """Choose the part that brings most of those that bring something."""
        enabled = [button for button in self.buttons.values() if button.isEnabled()]
        if enabled:
            enabled[-1].setChecked(True)
            enabled[-1].setFocus()
        self._show()

    @property
    def part(self) -> Part | None:
        """The part that is chosen."""
        return next((part for part, button in self.buttons.items() if button.isChecked()), None)

    def _show(self) -> None:
        """Show what the chosen part leaves out."""
        self.yes.setEnabled(self.part is not None)
        what = self._found[self.part or Part.ALL]
        sentences = what.left_out if isinstance(what, Arriving) else ()
        self.left_out.setPlainText("\n".join(sentences))
        for each in (self._left_out_heading, self.left_out):
            each.setVisible(bool(sentences))

    def _open(self) -> None:
        self.reject()
        self.opening_wanted.emit()

    def accept(self) -> None:
        """Close, and report what is chosen."""
        if part := self.part:
            super().accept()
            self.chosen.emit(part)


def _explained(what: Arriving | OnrecordError) -> str:
    if isinstance(what, OnrecordError):
        return what.advice
    new = _("New: {new}.").format(new=what.new) if what.new else ""
    changed = _("What is here is completed or changed.") if what.changes and not what.new else ""
    here = _("Here already: {here}.").format(here=what.here) if what.here else ""
    return " ".join(filter(None, (new or changed or NOTHING_NEW, here)))
