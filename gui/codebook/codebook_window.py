"""The window of the codebook, beside the main window, which it does not block."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.codebook.button_bar import ButtonBar
from gui.codebook.changes import Changes
from gui.codebook.choice_pane import ChoicePane
from gui.codebook.choice_work import ChoiceWork
from gui.codebook.variable_form import VariableForm
from gui.codebook.variable_list import VariableList
from gui.codebook.variable_work import VariableWork
from gui.project.follower import Follower
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.widgets.plain_label import PlainLabel
from gui.widgets.window_place import bring_up, place_window
from models.codebook.answer_counts import AnswerCounts
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.entities import Anchor, Answer, Choice, Variable
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _, counted

USUAL = QSize(1000, 760)
"""The size of the window when it is opened for the first time."""


class CodebookWindow(QDialog, ProjectView):
    """Left the variables; right the form of the selected one, above its choices and examples."""

    undo_requested = Signal()
    redo_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    example_requested = Signal(Anchor)
    """An example is to be shown in its article."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._settings = settings
        self.setObjectName("codebook")
        self._counts = AnswerCounts()
        self.list, self.form, self.choices = VariableList(), VariableForm(), ChoicePane()
        self.changes = Changes(self)
        self.variable_work = VariableWork(self.list, self.form, self.changes, self)
        self.choice_work = ChoiceWork(self.choices, self.changes, self)
        self.import_button, self.export_button = QPushButton(_("&Import…")), QPushButton(_("E&xport…"))
        self._message = _plain("hint")
        self._answered = _plain("hint")
        self._follower = Follower(self)
        self._lay_out()
        place_window(self, USUAL, settings.state("codebook"))
        self._connect()
        self.say("")

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 14, 8, 12)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        self._bar = ButtonBar(*self.list.verbs.items())
        column.addWidget(self._bar)
        files = QHBoxLayout()
        for button in (self.import_button, self.export_button):
            button.setAutoDefault(False)
            files.addWidget(button)
        column.addLayout(files)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(self._form_pane())
        self._right.addWidget(self.choices)
        self._right.setSizes([400, 300])
        self._right.setChildrenCollapsible(False)
        both = QSplitter()
        both.addWidget(left)
        both.addWidget(self._right)
        both.setSizes([240, 760])
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        window = QVBoxLayout(self)
        window.setContentsMargins(0, 0, 0, 0)
        window.setSpacing(0)
        window.addWidget(both, 1)
        window.addWidget(self._message)

    def _form_pane(self) -> QScrollArea:
        pane, body = QScrollArea(), QWidget()
        pane.setObjectName("details")
        body.setObjectName("details_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 18, 10)
        column.addWidget(self.form)
        column.addWidget(self._answered)
        column.addStretch(1)
        pane.setWidget(body)
        pane.setWidgetResizable(True)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the field that has the keyboard
        return pane

    def _connect(self) -> None:
        self.list.selected.connect(self._show_variable)
        self.changes.refused.connect(self.say_error)
        self.form.lost.connect(self.say)
        self.choices.form.lost.connect(self.say)
        self.form.returned.connect(self.list.setFocus)
        self.choices.form.returned.connect(self.choices.tree.setFocus)
        self.import_button.clicked.connect(self.import_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.choices.examples.place_requested.connect(self._show_example)
        self._follower.due.connect(self._ask_counts)
        for keys, verb in (("Ctrl+Z", self.undo_requested), ("Ctrl+Shift+Z", self.redo_requested)):
            QShortcut(QKeySequence(keys), self).activated.connect(verb)

    # The project

    def set_project(self, project: Project | None) -> None:
        """Show the codebook of another project; without one the window is closed."""
        if self.project:
            self.project.failed.disconnect(self.say_error)
        super().set_project(project)
        self.changes.project = project
        if project:
            project.failed.connect(self.say_error)
            self.setWindowTitle(_("Codebook of {project}").format(project=project.store.path.name))
        self._counts = AnswerCounts()
        writable = project is not None and not project.store.read_only
        self._bar.setEnabled(writable)
        self.import_button.setEnabled(writable)
        self._show()
        self._follower.follow(at_once=True)

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed; answers are counted again a little later."""
        if self.isVisible() and edit.concerns(Variable, Choice, Anchor):
            self.say("")
            self._show(next((each.id for each in edit.made(Variable)), None))
        if edit.concerns(Answer, Variable, Choice):
            self._follower.follow()

    def bring_up(self) -> None:
        """Show the window in front of the others, with the keyboard in the list of variables."""
        if not self.isVisible():
            self._show()
        bring_up(self)
        self._follower.set_active(True)
        self.list.setFocus()

    def done(self, result: int) -> None:
        """Close the window, unless something that was typed cannot be written."""
        if self.finish_editing():
            self._follower.set_active(False)
            self.keep_place()
            super().done(result)

    def keep_place(self) -> None:
        """Remember where the window is and how large, if it is open."""
        if self.isVisible():
            self._settings.keep_state("codebook", self.saveGeometry())

    @property
    def is_typing(self) -> bool:
        """Whether a field holds what is not written yet."""
        return self.form.is_typing or self.choices.form.is_typing

    def finish_editing(self) -> bool:
        """Write what is typed; False if a field keeps text that cannot be written."""
        written = [form.finish_editing() for form in (self.form, self.choices.form)]  # both, even if one cannot
        return all(written)

    def _codebook(self) -> Codebook:
        return self.project.codebook if self.project else Codebook()

    @property
    def variable(self) -> Variable | None:
        """The selected variable, as it is now."""
        return self._codebook().variables.get(self.list.variable or "")

    @property
    def answers(self) -> int:
        """The number of answers under the selected variable, as last counted."""
        variable = self.variable
        return self._counts.of_variables.get(variable.id, 0) if variable else 0

    def _show(self, wanted: Id | None = None) -> None:
        self.list.show_codebook(self._codebook(), wanted)
        self._show_variable()

    def _show_variable(self) -> None:
        variable = self.variable
        self._right.setVisible(variable is not None)
        self.form.show_record(self.project, variable)
        self.choices.show_variable(self.project, variable, self._counts)
        self._answered.setText(counted("{count:,} answer so far.", "{count:,} answers so far.", self.answers))

    def _ask_counts(self) -> None:
        if self.project:
            self.project.reader.ask(self, lambda view: view.answer_counts(), self._take_counts)

    def _take_counts(self, counts: AnswerCounts) -> None:
        if counts != self._counts:
            self._counts = counts
            self._show_variable()

    def _show_example(self, example: Id) -> None:
        if anchor := self._codebook().anchors.get(example):
            self.example_requested.emit(anchor)

    # What is said

    def say(self, words: str) -> None:
        """Say something at the bottom of the window; nothing takes it away."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def say_error(self, error: OnrecordError) -> None:
        """Say why something was not done."""
        self.say(str(error))


def _plain(name: str) -> QLabel:
    label = PlainLabel(name=name)
    label.setContentsMargins(4, 4, 4, 4)
    return label
