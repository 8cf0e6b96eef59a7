"""What a change of cells does, as a Qt model: refused cells first, then each changed one with its old and new text."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.actions.cells import Refusal, Rewritten, Written
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Now"), _("Becomes"), _("Record"), _("Article"))
COLUMN, NOW, BECOMES, RECORD, ARTICLE = range(1 + len(TITLES))
EMPTY = "–"


class PreviewTableModel(QAbstractTableModel):
    """A row for each cell, and first what the `column` says. A refused one has the reason in place of its new text."""

    def __init__(self, column: str, parent: QObject) -> None:
        super().__init__(parent)
        self._titles = (column, *TITLES)
        self._refused: tuple[Refusal, ...] = ()
        self._changed: tuple[Rewritten, ...] = ()

    def put(self, written: Written | None) -> None:
        """Show another change, or none."""
        self.beginResetModel()
        self._refused, self._changed = (written.refused, written.changed) if written else ((), ())
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many cells there are."""
        return 0 if parent.isValid() else len(self._refused) + len(self._changed)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a text, or all of it as a tooltip; a refusal is marked by an icon, a colour, and a word when read."""
        text, refused = self._text(index), index.row() < len(self._refused)
        match role:
            case Role.DisplayRole:
                return " ".join(text.split())
            case Role.ToolTipRole:
                return plain_tooltip(text)
            case Role.DecorationRole if refused and index.column() == BECOMES:
                return theme().icon("warning")
            case Role.ForegroundRole if not refused and index.column() == NOW:
                return QColor(theme().scheme.muted)
            case Role.AccessibleTextRole if refused and index.column() == BECOMES:
                return _("Refused: {reason}").format(reason=text)
        return None

    def _text(self, index: Index) -> str:
        row = index.row() - len(self._refused)
        each: Rewritten | Refusal = self._changed[row] if row >= 0 else self._refused[index.row()]
        becomes = each.text if isinstance(each, Rewritten) else each.reason
        cell = each.cell
        texts = (cell.column, cell.text or EMPTY, becomes or EMPTY, cell.about, cell.article)
        return texts[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[section]
        return None

    def has_articles(self) -> bool:
        """Return whether any of the cells is of an article."""
        return any(each.cell.article for each in self._changed) or any(each.cell.article for each in self._refused)
