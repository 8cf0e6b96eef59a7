"""The dialog that shows what an edited table changes, and in which each change can be taken or left."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.returning.entries_model import BECOMES, COLUMN, NOW, RECORD, EntriesTableModel
from gui.returning.parts import Part, parts
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from models.returning.comparison import Comparison
from models.translation import _, counted

WIDTHS = {COLUMN: 140, NOW: 170, BECOMES: 190, RECORD: 180}


class ReturnedDialog(QDialog):
    """Shows a comparison part by part. `confirmed` carries the differences that are to be written.

    It blocks the window, since a comparison is of the project as it is now.
    """

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, title: str, found: Comparison) -> None:
        super().__init__(parent)
        self.setObjectName("returned")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.model = EntriesTableModel(found, self)
        self.model.changed.connect(self._count)
        self._parts = [*parts(found)]
        self.summary = PlainLabel(sentences(found), "details_heading")
        about = PlainLabel("\n".join((*found.remarks, about_import())), "details_note")
        self.part = QComboBox()
        self.part.setAccessibleName(_("Shown part"))
        self.part.addItems([each.label for each in self._parts])
        self.part.currentIndexChanged.connect(self._show)
        self.list = Entries(self.model)
        buttons = DialogButtons(self, _("&Import"))
        self.yes = buttons.yes
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for each in (self.summary, about):
            column.addWidget(each)
        column.addLayout(self._choosing())
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(960, 600)
        self._show()
        self._count()
        self.list.setFocus()

    def _choosing(self) -> QHBoxLayout:
        """Return the row in which a part is chosen, and all of it taken or left."""
        row = QHBoxLayout()
        label = QLabel(_("&Show"))
        label.setBuddy(self.part)
        self.take_all, self.take_none = QPushButton(_("&Take All")), QPushButton(_("Take &None"))
        row.addWidget(label)
        row.addWidget(self.part)
        row.addStretch(1)
        for button, taken in ((self.take_all, True), (self.take_none, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, taken=taken: self._take(taken=taken))
            row.addWidget(button)
        return row

    def _take(self, *, taken: bool) -> None:
        self.model.take(range(self.model.rowCount()), taken=taken)

    def _show(self) -> None:
        """Show the part that is chosen."""
        place = self.part.currentIndex()
        part = self._parts[place] if place >= 0 else Part("", ())
        self.model.put(part)
        self.list.scrollToTop()
        self.list.setCurrentIndex(self.model.index(0, COLUMN))
        for button in (self.take_all, self.take_none):
            button.setEnabled(bool(part.places))

    def _count(self) -> None:
        count = len(self.model.taken)
        self.yes.setText(counted("&Import {count:,} Change", "&Import {count:,} Changes", count))
        self.yes.setEnabled(count > 0)

    def accept(self) -> None:
        """Close, and report the differences that are taken; without any, stay open."""
        if self.model.taken:
            super().accept()
            self.confirmed.emit(self.model.differences)


class Entries(QTableView):
    """The list of the entries. Space takes all selected rows, or leaves them."""

    def __init__(self, model: EntriesTableModel) -> None:
        super().__init__()
        self._model = model
        self.setObjectName("preview")
        self.setAccessibleName(_("Changes"))
        self.setModel(model)
        show_plain_rows(self)
        self.horizontalHeader().setStretchLastSection(True)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the selected rows with Space, all like the current one."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if event.key() == Qt.Key.Key_Space and rows:
            self._model.take(rows, taken=not self._model.is_taken(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)


def sentences(found: Comparison) -> str:
    """Return how many rows were compared and what is found, in sentences."""
    said = [counted("{count:,} row is compared.", "{count:,} rows are compared.", found.matched)]
    count = len(found.differences)
    said.append(
        counted("{count:,} cell differs.", "{count:,} cells differ.", count) if count else _("Nothing changes.")
    )
    if doubtful := count - len(found.certain):
        said.append(
            counted(
                "{count:,} of them is doubtful and is taken only if you check it.",
                "{count:,} of them are doubtful and are taken only if you check them.",
                doubtful,
            )
        )
    if found.refused:
        said.append(counted("{count:,} cell is refused.", "{count:,} cells are refused.", len(found.refused)))
    return " ".join((*said, *_about_rows(found)))


def _about_rows(found: Comparison) -> Iterator[str]:
    """Yield what is found of columns and rows beside the cells, in sentences."""
    if columns := len(found.not_taken):
        yield counted(
            "{count:,} column differs that cannot be changed.",
            "{count:,} columns differ that cannot be changed.",
            columns,
        )
    if rows := len(found.unknown) + len(found.bad):
        yield counted("{count:,} row cannot be matched.", "{count:,} rows cannot be matched.", rows)
    if found.lost:
        yield counted("{count:,} row is not in the file.", "{count:,} rows are not in the file.", found.lost)


def about_import() -> str:
    """Return what cannot be changed by way of a table, in sentences."""
    return _(
        "Words of the articles, positions and ids cannot be changed this way. No record is added, and none is deleted."
    )
