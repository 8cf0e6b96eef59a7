"""The dialog that splits a choice: the label of the new one, and the records that go to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.codebook.coded_model import CodedModel
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.codebook.reach import Coded
from models.ids import Id
from models.text.typed_text import typed_line
from models.translation import _, counted

Refuse = Callable[[str], str]
"""Returns why a choice cannot have a label; empty if it can."""


class RecordList(QTableView):
    """Records with boxes to be checked; Space checks the selected rows, or none of them if they are checked."""

    def __init__(self, model: CodedModel) -> None:
        super().__init__()
        self._coded = model
        self.setObjectName("coded_records")
        self.setAccessibleName(_("Records"))
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(0, 460)
        self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check the selected rows with Space."""
        rows, current = [index.row() for index in self.selectionModel().selectedRows()], self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and current >= 0:
            self._coded.check(rows if current in rows else [current])
        else:
            super().keyPressEvent(event)


class SplitDialog(QDialog):
    """Lists the records that were coded with a choice. `decided` carries the new label, and the ids of those that go to
    the new choice.
    """

    decided = Signal(str, object)

    def __init__(self, parent: QWidget, choice: str, coded: Sequence[Coded], refuse: Refuse) -> None:
        super().__init__(parent)
        self.setObjectName("split")
        self.setWindowTitle(_("Split Choice"))
        self._refuse = refuse
        self.label, self._count, self._problem = QLineEdit(), PlainLabel(), PlainLabel(name="problem")
        self.label.setAccessibleName(_("New choice"))
        self.model = CodedModel(coded, self)
        self.list = RecordList(self.model)
        words = _("Split “{choice}”: check the records that go to the new choice.").format(choice=choice)
        buttons = DialogButtons(self, _("Split"))
        self.yes = buttons.yes
        form = QFormLayout()
        form.addRow(_("New choice"), self.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for each in (PlainLabel(words, "details_heading"), form, self._problem, self.list, self._count, buttons):
            column.addLayout(each) if isinstance(each, QFormLayout) else column.addWidget(each)
        column.setStretchFactor(self.list, 1)
        self.label.textChanged.connect(self._show)
        self.model.dataChanged.connect(self._show)
        self.resize(760, 520)
        self.label.setFocus()
        self._show()

    def _show(self) -> None:
        """Say how many records go, and why they cannot if so."""
        label, going = typed_line(self.label.text()), len(self.model.checked)
        reason = self._refuse(label) if label else ""
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))
        self.yes.setEnabled(bool(label) and not reason)
        goes = counted("{count:,} record goes to the new choice", "{count:,} records go to the new choice", going)
        stays = counted("{count:,} stays.", "{count:,} stay.", len(self.model.coded) - going)
        self._count.setText(f"{goes}, {stays} {_('Undo brings everything back.')}")

    def accept(self) -> None:
        """Close, and report the decision."""
        if label := typed_line(self.label.text()):
            super().accept()
            subjects: set[Id] = {self.model.coded[row].answer.subject for row in self.model.checked}
            self.decided.emit(label, subjects)
