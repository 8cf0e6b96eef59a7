"""The examples of a variable or choice: their words and places."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.widgets.empty_state import draw_empty_state
from models.codebook.codebook import Codebook
from models.entities import Anchor
from models.ids import Id
from models.text.excerpts import quoted
from models.translation import _

ID = Qt.ItemDataRole.UserRole


class ExampleList(QListWidget):
    """Lists the examples of the selected choice, or if none is selected all of the variable."""

    remove_requested = Signal(str)
    place_requested = Signal(str)
    """An example, by its id, is to be removed, or shown in its article."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("examples")
        self.setAccessibleName(_("Examples"))
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.place_requested.emit(item.data(ID)))

    def show_examples(self, codebook: Codebook, variable: Id | None, choice: Id | None) -> None:
        """Show the examples as they are now."""
        before = self.example
        self.clear()
        choices = [choice] if choice else [None, *(each.id for each in codebook.choices_of(variable or ""))]
        for each in choices:
            for anchor in codebook.anchors_of(variable or "", each):
                item = QListWidgetItem(_words(codebook, anchor, named=choice is None), self)
                item.setData(ID, anchor.id)
                if anchor.id == before:
                    self.setCurrentItem(item)

    @property
    def example(self) -> Id | None:
        """The selected example."""
        item = self.currentItem()
        found: Id | None = item.data(ID) if item else None
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the examples, or say how there can be one."""
        super().paintEvent(event)
        if not self.count():
            advice = _("Select a claim or number in the main window, and pin it here.")
            draw_empty_state(QPainter(self.viewport()), self.viewport().rect(), _("No examples yet"), advice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.example:
            self.remove_requested.emit(self.example)
        else:
            super().keyPressEvent(event)


def _words(codebook: Codebook, anchor: Anchor, *, named: bool) -> str:
    choice = codebook.choices.get(anchor.choice or "")
    before = f"{codebook.path_label(choice)}: " if named and choice else ""
    place = f"\n{anchor.place}" if anchor.place else ""
    return f"{before}{quoted(anchor.words, most=len(anchor.words))}{place}"
