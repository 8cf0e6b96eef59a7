"""The dialog of the words that a project adds to the program's lists."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.plain_label import PlainLabel
from models.entities import Word
from models.translation import _

SAYS = _(
    "Verbs by which this study finds claims, besides those that the program knows. Type the forms of one verb, with "
    "commas between them: “reckon, reckons, reckoned, reckoning”."
)
LANGUAGES = (("en", _("English")), ("de", _("German")))
"""The languages in which claims are found, by their codes (ISO 639-1)."""


class OwnWordsDialog(QDialog):
    """Lists the reporting verbs of a project; one is added, and the selected ones are removed."""

    add_wanted = Signal(str, str)
    """The code of a language, and the forms of a verb as they were typed."""
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.setObjectName("own_words")
        self.setWindowTitle(_("Reporting Verbs of This Project"))
        self._words: Sequence[Word] = ()
        self._writable, self.refusal = writable, PlainLabel("")
        self.language, self.forms = QComboBox(), QLineEdit()
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setAccessibleName(_("Language"))
        self.forms.setAccessibleName(_("Forms of the verb"))
        self.forms.setPlaceholderText(_("reckon, reckons, reckoned, reckoning"))
        self.add = QPushButton(_("&Add"))
        self.add.setDefault(True)
        self.add.clicked.connect(lambda: self.add_wanted.emit(self.language.currentData(), self.forms.text()))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Reporting verbs"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._offer)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.remove = buttons.addButton(_("&Remove"), QDialogButtonBox.ButtonRole.ActionRole)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._selected()))
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        self.forms.setFocus()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        line = QHBoxLayout()
        for widget in (self.language, self.forms, self.add):
            line.addWidget(widget, 1 if widget is self.forms else 0)
            widget.setEnabled(self._writable)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(PlainLabel(SAYS))
        rows.addLayout(line)
        rows.addWidget(self.refusal)
        rows.addWidget(self.list, 1)
        rows.addWidget(buttons)
        self.refusal.hide()
        self.resize(560, 400)

    def show_words(self, words: Sequence[Word]) -> None:
        """List words in their order, and make room for the next."""
        self._words = words
        names = dict(LANGUAGES)
        self.list.clear()
        self.list.addItems([f"{each.words}  ({names.get(each.language, each.language)})" for each in words])
        self.forms.clear()
        self.refuse("")
        self._offer()

    def refuse(self, why: str) -> None:
        """Say why what was typed cannot be added; nothing is said if `why` is empty."""
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))

    def _selected(self) -> list[Word]:
        return [self._words[index.row()] for index in self.list.selectionModel().selectedRows()]

    def _offer(self) -> None:
        self.remove.setEnabled(self._writable and bool(self._selected()))
