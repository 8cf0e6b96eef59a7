"""The left part of the preview: how much was found, which part of it is listed, and the list with its buttons."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.incoming.incoming_list import IncomingList
from gui.incoming.incoming_model import FILTERS, IncomingTableModel
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from gui.widgets.tooltips import plain_tooltip
from models.incoming.in_words import found_in_words
from models.translation import _


class FoundPart(QWidget):
    """Lists what was found, and takes articles or leaves them out."""

    def __init__(self, model: IncomingTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.list = IncomingList(model)
        self.summary = PlainLabel(name="details_heading")
        self.filter = DropDown()
        self.filter.setAccessibleName(_("Shown part"))
        self.filter.addItems([words for words, _fits in FILTERS])
        self.take_all, self.take_none = QPushButton(_("&Take All")), QPushButton(_("&Leave Out"))
        self.names = QPushButton(_("File &Names…"))
        self.names.setVisible(any(each.path for each in model.incoming.entries if each.draft))
        self.names.setToolTip(plain_tooltip(_("Read outlet, date and title from the names of the files")))
        self._lay_out()
        self.filter.activated.connect(lambda at: model.filter(FILTERS[at][1]))
        self.take_all.clicked.connect(lambda: model.take(range(model.rowCount()), taken=True))
        self.take_none.clicked.connect(lambda: model.take(self.list.selected, taken=False))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.filter, 1)
        for button in (self.take_all, self.take_none, self.names):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addWidget(self.list, 1)

    def follow(self) -> None:
        """Show the entries as they are now, with their counts."""
        self._model.update_entries()
        self.summary.setText(found_in_words(self._model.incoming.entries))
        for at, (words, fits) in enumerate(FILTERS):
            self.filter.setItemText(at, words.format(count=self._model.count(fits)))
