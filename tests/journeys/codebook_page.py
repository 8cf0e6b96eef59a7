"""The window of the codebook in a journey, opened by its key and worked in by keys."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from gui.codebook.codebook_window import CodebookWindow
from gui.codebook.consequences import Consequences
from models.codebook.codebook import LEVELS
from models.codebook.kinds import KINDS
from models.codebook.variables import attribute_of
from models.entities import Answer, Choice, Record, Variable
from tests.journeys.desk import CTRL, SHIFT, Desk


class Page:
    """The window of the codebook, opened by its key."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        desk.press(Qt.Key.Key_B, CTRL)
        window = desk.window.findChild(CodebookWindow)
        assert isinstance(window, CodebookWindow)
        self.window = window
        qtbot.waitUntil(window.isActiveWindow)

    def new(self, label: str, kind: str) -> Variable:
        """Add a variable by keys: Enter in the list, its label, and its kind by its first letters."""
        self.window.list.setFocus()
        self.desk.press(Qt.Key.Key_Return)
        dialog = self.window.variable_work.dialog
        assert dialog
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.desk.type(label)
        self.desk.press(Qt.Key.Key_Tab, times=3)
        self.desk.press(Qt.Key.Key_Home)
        self.desk.press(Qt.Key.Key_Down, times=list(KINDS).index(kind))
        self.desk.press(Qt.Key.Key_Return)
        assert not dialog.isVisible(), (QApplication.focusWidget(), dialog.name.text(), QApplication.activeWindow())
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self.variable(label)

    def variable(self, label: str) -> Variable:
        """Return a variable as it is now."""
        return next(each for each in self.desk.project.codebook.variables.values() if each.label == label)

    def choice(self, label: str) -> Choice:
        """Return a choice as it is now."""
        return next(each for each in self.desk.project.codebook.choices.values() if each.label == label)

    @property
    def labels(self) -> list[str]:
        """The choices of the selected variable, in order, with those above each."""
        codebook = self.desk.project.codebook
        variable = self.window.variable
        return [codebook.path_label(each) for each in codebook.choices_of(variable.id)] if variable else []

    def offer(self, *labels: str, below: str | None = None) -> None:
        """Add choices by keys, at the first level or below another."""
        tree = self.window.choices.tree
        tree.setFocus()
        if below:
            tree.choose(self.choice(below).id)
        else:
            tree.clearSelection()
        for number, label in enumerate(labels):
            self.desk.press(Qt.Key.Key_Return, SHIFT if below and not number else Qt.KeyboardModifier.NoModifier)
            self.desk.type(label)
            self.desk.press(Qt.Key.Key_Return)
            self.qtbot.waitUntil(partial(self._offers, label))
            self.qtbot.waitUntil(tree.hasFocus)

    def _offers(self, label: str) -> bool:
        return any(each.split(LEVELS)[-1] == label for each in self.labels)

    def answer(self, label: str, record: Record, typed: str) -> None:
        """Answer a variable about a record."""
        project = self.desk.project
        attribute = attribute_of(self.variable(label), project.codebook)
        assert project.do(attribute.write([record], typed, project.known))

    def answers(self) -> list[Answer]:
        """Return every answer about the open article and its records."""
        return list(self.desk.records.answers)

    def asked(self) -> Consequences:
        """Return the question that comes before a change of answers."""
        self.qtbot.waitUntil(lambda: len(self._questions()) == 1)
        return self._questions()[0]

    def _questions(self) -> list[Consequences]:
        return [each for each in self.window.findChildren(Consequences) if each.isVisible()]

    def agree(self, dialog: Consequences) -> None:
        """Click on the button that does it."""
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        (yes,) = [each for each in box.buttons() if box.buttonRole(each) is QDialogButtonBox.ButtonRole.AcceptRole]
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
