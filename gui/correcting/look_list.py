"""Records that need a look, after a text was corrected or records were copied: the list leads from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.correcting.fates_model import FatesModel, FatesView
from gui.widgets.plain_label import PlainLabel
from models.correcting.correction import CarriedRecord
from models.ids import Id
from models.places import Place
from models.translation import _


class LookList(QDialog):
    """Lists records beside the window, so that they can be corrected meanwhile; `words` are the sentence above them."""

    place_requested = Signal(Place)

    def __init__(self, parent: QWidget, article: Id, found: Sequence[CarriedRecord], words: str) -> None:
        super().__init__(parent)
        self.setObjectName("look_list")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Records That Need a Look"))
        self._article = article
        self._model = FatesModel(found)
        self.list = FatesView(self._model)
        self.list.activated.connect(self._go)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.next = buttons.addButton(_("Go to &Next"), QDialogButtonBox.ButtonRole.ActionRole)
        self.next.setDefault(True)
        self.next.clicked.connect(self.go_to_next)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(words, "details_heading"))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(760, 340)

    def go_to_next(self) -> None:
        """Go to the record after the current one, or to the first."""
        row = (self.list.currentIndex().row() + 1) % self._model.rowCount()
        self.list.setCurrentIndex(self._model.index(row, 0))
        self._go()

    def _go(self) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self.place_requested.emit(Place(self._article, self._model.records[row].record.id))
