"""The lower half of the window: the tree of choices, the definition and colour of one of them, and examples."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFormLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gui.codebook.button_bar import ButtonBar
from gui.codebook.choice_tree import ChoiceTree, dot
from gui.codebook.example_list import ExampleList
from gui.codebook.record_form import RecordForm
from gui.commands.codebook_commands import ADD, BUTTONS, CHOICES
from gui.project.project import Project
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_command, add_entry
from models.actions.choices import change_choice
from models.codebook.answer_counts import AnswerCounts
from models.codebook.codebook import Codebook
from models.codebook.described import OF_CHOICE
from models.codebook.kinds import KINDS
from models.edits import Edit
from models.entities import Choice, Variable
from models.translation import _

COLOURS = (
    *((_("Red"), "#c0392b"), (_("Orange"), "#d9822b"), (_("Yellow"), "#c9a400"), (_("Green"), "#2e8b57")),
    *((_("Turquoise"), "#15888a"), (_("Blue"), "#2f6fb7"), (_("Violet"), "#7d53a8"), (_("Pink"), "#c2517f")),
    *((_("Brown"), "#8a5a35"), (_("Grey"), "#7a7f87")),
)
"""Colours that are told apart on light and dark, with their names."""


class ChoicePane(QWidget):
    """Shows the choices of one variable. For kinds without choices only the examples are shown."""

    colour_wanted = Signal(object)
    """The selected choice is to have a colour, or none."""
    pin_wanted = Signal(str)
    """The record selected in the main window is to be an example of the choice or variable with this id."""

    def __init__(self) -> None:
        super().__init__()
        self.tree, self.examples = ChoiceTree(), ExampleList()
        self.form = RecordForm(OF_CHOICE, _changed)
        self.form.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.colour = QPushButton(_("C&olour"))
        self.colour.setAutoDefault(False)
        self.colour.setMenu(self._colours())
        self.bar = ButtonBar(*((command, self.tree.verbs[command]) for command in BUTTONS))
        self._project: Project | None = None
        self.variable: Variable | None = None
        self._counts = AnswerCounts()
        self._writable = False
        self.tree.selected.connect(self._show_choice)
        self.examples.currentItemChanged.connect(self._offer_removal)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._lay_out()

    def _lay_out(self) -> None:
        self._left, right = QWidget(), QVBoxLayout()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(_heading(_("Choices")))
        left.addWidget(self.tree, 1)
        left.addWidget(self.bar)
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.addWidget(self.form)
        details.addWidget(self.colour, 0, Qt.AlignmentFlag.AlignLeft)
        right.setSpacing(6)
        right.addWidget(self._details)
        right.addWidget(_heading(_("Examples")))
        right.addWidget(self.examples, 1)
        buttons = QHBoxLayout()
        self.pin, self.remove = QPushButton(_("&Pin Selected Record")), QPushButton(_("&Remove"))
        self.pin.setToolTip(_("The claim or number that is selected in the main window becomes an example"))
        self.pin.clicked.connect(self._want_pin)
        for button in (self.pin, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 18, 12)
        row.setSpacing(18)
        row.addWidget(self._left, 3)
        row.addLayout(right, 2)

    def _colours(self) -> QMenu:
        menu = LetterMenu(self)
        for words, colour in COLOURS:
            add_entry(menu, words, partial(self.colour_wanted.emit, colour)).setIcon(dot(colour))
        menu.addSeparator()
        add_entry(menu, _("Other…"), self._ask_colour)
        add_entry(menu, _("None"), partial(self.colour_wanted.emit, None))
        return menu

    def _ask_colour(self) -> None:
        choice = self.choice
        chosen = QColorDialog.getColor(QColor(choice.colour or "#2f6fb7") if choice else QColor(), self)
        if chosen.isValid():
            self.colour_wanted.emit(chosen.name())

    @property
    def choice(self) -> Choice | None:
        """The selected choice, as it is now."""
        return self._project.codebook.choices.get(self.tree.choice or "") if self._project else None

    def show_variable(self, project: Project | None, variable: Variable | None, counts: AnswerCounts) -> None:
        """Show the choices and examples of a variable as they are now."""
        self._project, self.variable, self._counts = project, variable, counts
        writable = project is not None and not project.store.read_only
        kind = KINDS.get(variable.kind) if variable else None
        has_choices = bool(kind and kind.has_choices)
        codebook = project.codebook if project else Codebook()
        shown = variable.id if variable and has_choices else None
        self.tree.show_choices(codebook, shown, counts, writable=writable)
        self._left.setVisible(has_choices)
        for button in (self.bar, self.colour, self.pin):
            button.setEnabled(writable)
        self._writable = writable
        self._offer_removal()

    def show_again(self) -> None:
        """Show the choices as they are, after what was typed was refused."""
        self.show_variable(self._project, self.variable, self._counts)

    def _show_choice(self) -> None:
        """Show the definition, the colour and the examples of the selected choice."""
        choice = self.choice
        self.form.show_record(self._project, choice)
        self._details.setVisible(choice is not None)
        if choice and choice.colour:
            self.colour.setIcon(dot(choice.colour))
        else:
            self.colour.setIcon(dot("#00000000"))
        if self._project:
            variable = self.variable.id if self.variable else None
            self.examples.show_examples(self._project.codebook, variable, choice.id if choice else None)

    def _want_pin(self) -> None:
        if target := self.choice or self.variable:
            self.pin_wanted.emit(target.id)

    def _offer_removal(self) -> None:
        self.remove.setEnabled(self._writable and self.examples.example is not None)

    def _open_menu(self, point: Any) -> None:
        menu = LetterMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        writable = self.bar.isEnabled()
        for command in CHOICES:
            if command is None:
                menu.addSeparator()
            else:
                possible = writable and (command is ADD or self.choice is not None)
                add_command(menu, command, self.tree.verbs[command], enabled=possible)
        menu.popup(self.tree.viewport().mapToGlobal(point))


def _changed(codebook: Codebook, record: Any, name: str, value: Any) -> Edit:
    return change_choice(codebook, record, **{name: value})


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("details_heading")
    return label
