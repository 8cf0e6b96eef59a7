"""The list of articles that are alike, beside the window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.comparing.pairs_model import FIRST, OTHER, SHARE, PairsModel
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from models.alike import AlikePair
from models.ids import Id
from models.translation import _, counted


class PairsDialog(QDialog):
    """Lists pairs without blocking the window. `chosen` asks to see the two articles of a pair side by side."""

    chosen = Signal(object)
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("similar_articles")
        self.setWindowTitle(_("Similar Articles"))
        self.summary = PlainLabel(name="details_heading")
        self.model = PairsModel(self)
        self.list = _list(self.model)
        self.list.activated.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.compare = buttons.addButton(_("&Compare"), QDialogButtonBox.ButtonRole.ActionRole)
        search = buttons.addButton(_("&Search Again"), QDialogButtonBox.ButtonRole.ActionRole)
        search.setAutoDefault(False)
        self.compare.setDefault(True)
        self.compare.clicked.connect(self._choose)
        search.clicked.connect(self.again)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(820, 440)

    def show_pairs(self, pairs: Sequence[AlikePair]) -> None:
        """Show which articles are alike."""
        self.model.put(pairs)
        articles = {article for pair in pairs for article in (pair.first.article, pair.other.article)}
        found = counted("{count:,} article is like another.", "{count:,} articles are like others.", len(articles))
        nothing = _("No article is like another: no two have half of their words in the same order.")
        self.summary.setText(found if pairs else nothing)
        self._prepare()

    def leave_out(self, gone: Id) -> None:
        """Leave out the pairs of an article that is gone."""
        self.model.leave_out(gone)
        self._prepare()

    def _prepare(self) -> None:
        self.compare.setEnabled(bool(self.model.pairs))
        if self.model.pairs and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, FIRST))

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self.chosen.emit(self.model.pairs[row])


def _list(model: PairsModel) -> QTableView:
    view = QTableView()
    view.setObjectName("pairs")
    view.setAccessibleName(_("Articles that are alike"))
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    show_plain_rows(view)
    header = view.horizontalHeader()
    header.setSectionResizeMode(FIRST, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(OTHER, QHeaderView.ResizeMode.Stretch)
    view.setColumnWidth(SHARE, 70)
    return view
