"""The dialog for a new variable: its label, its name in files, what it is about, and its kind."""

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.codebook.picker import Picker
from gui.widgets.dialog_buttons import DialogButtons
from models.actions.codebook import add_variable
from models.codebook.codebook import Codebook
from models.codebook.described import ABOUT
from models.codebook.kinds import KINDS
from models.codebook.naming import proposed_name
from models.edits import Edit
from models.entities import Subject, Variable
from models.errors import OnrecordError
from models.text.typed_text import typed_line
from models.translation import _


class NewVariableDialog(QDialog):
    """Proposes the name from the label until the name is typed. `edit` is what adds the variable, once accepted."""

    def __init__(self, parent: QWidget, codebook: Codebook, subject: Subject) -> None:
        super().__init__(parent)
        self.setObjectName("new_variable")
        self.setWindowTitle(_("New Variable"))
        self.edit: Edit | None = None
        self.variable: Variable | None = None
        self._codebook = codebook
        self.label, self.name = QLineEdit(), QLineEdit()
        self.about, self.kind = Picker(_("About")), Picker(_("Kind"))
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.about.show_entries([(words, str(each)) for each, words in ABOUT.items()], str(subject))
        self.kind.show_entries([(kind.label, name) for name, kind in KINDS.items()], next(iter(KINDS)))
        self.label.textChanged.connect(self._propose)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = DialogButtons(self, _("Add Variable"))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = ((_("Label"), self.label), (_("Name in files"), self.name), (_("About"), self.about))
        for words, field in (*rows, (_("Kind"), self.kind)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _propose(self, label: str) -> None:
        if not self.name.isModified():
            taken = [each.name for each in self._codebook.variables.values()]
            self.name.setText(proposed_name(label, taken) if label.strip() else "")

    def accept(self) -> None:
        """Close with the edit, or show why there cannot be such a variable."""
        label = typed_line(self.label.text())
        if label is None:
            self._show(_("A variable needs a label."))
            return
        subject = Subject(self.about.value or Subject.CLAIM)
        variable = Variable(
            subject=subject, name=self.name.text().strip(), label=label, kind=self.kind.value or next(iter(KINDS))
        )
        try:
            self.edit = add_variable(self._codebook, variable)
        except OnrecordError as error:
            self._show(str(error))
            return
        self.variable = variable
        super().accept()

    def _show(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
