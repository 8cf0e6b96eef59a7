"""The list of findings of a check: any number of them, since only those in sight are laid out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.translation import _

if TYPE_CHECKING:
    from models.checks import Finding

Index = QModelIndex | QPersistentModelIndex

PADDING = 8
"""Pixels that the style sheet leaves on either side of an item."""


class FindingsModel(QAbstractListModel):
    """Findings as a Qt model: a row for each, with an icon that says whether something is wrong or missing."""

    _found: "Sequence[Finding]" = ()

    def put(self, found: "Sequence[Finding]") -> None:
        """Replace all findings."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def at(self, index: Index) -> "Finding | None":
        """Return the finding of a row; None for an invalid index."""
        return self._found[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many findings there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence of a finding, its icon, its tooltip, or what a screen reader says."""
        finding = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.sentence
            case Qt.ItemDataRole.DecorationRole:
                return theme().icon("warning" if finding.wrong else "dash")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(finding.sentence)
            case Qt.ItemDataRole.AccessibleTextRole:
                named = _("Wrong: {finding}") if finding.wrong else _("Missing: {finding}")
                return named.format(finding=finding.sentence)
        return None


class WholeSentences(QStyledItemDelegate):
    """Makes a row as high as its sentence needs. Qt would break the lines as if the padding of an item were not there,
    and leave out the end of a sentence that only just fits.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size that a sentence needs between the paddings."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - 2 * PADDING)
        return super().sizeHint(narrower, index)


class FindingsView(QTableView):
    """A list whose rows get the height of their sentences when they come into sight.

    It is a table of one column, since a QListView measures all its rows before it shows the first.
    """

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setAccessibleName(_("Findings"))
        self.setModel(model)
        self.setItemDelegate(WholeSentences(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_ListViewIconSize)
        self.setIconSize(QSize(side, side))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalScrollBar().valueChanged.connect(self._fit_rows_in_sight)

    def _fit_rows_in_sight(self) -> None:
        first = self.rowAt(0)
        self._fit_rows(first, first + self._most_rows_in_sight())

    def _most_rows_in_sight(self) -> int:
        return self.viewport().height() // self.fontMetrics().height()

    def _fit_rows(self, first: int, last: int) -> None:
        for row in range(max(first, 0), min(last + 1, self.model().rowCount())):
            self.setRowHeight(row, self.sizeHintForRow(row))
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows_in_sight()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll to a row, whose place in the list depends on the heights of those beside it."""
        most = self._most_rows_in_sight()
        self._fit_rows(index.row() - most, index.row() + most)
        super().scrollTo(index, hint)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last row with Home and End, as in any list."""
        match action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, 0)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)
