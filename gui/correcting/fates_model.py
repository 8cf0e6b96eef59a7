"""What becomes of the words of records when a text is replaced, as a Qt model and a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.correcting.correction import CarriedRecord
from models.entities import Claim
from models.text.carrying import Fate
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Record"), _("Words before"), _("Words after"))
RECORD, BEFORE, AFTER = range(len(TITLES))


class FatesModel(QAbstractTableModel):
    """A row for each record that needs a look, or whose words are gone; those that are gone come first."""

    def __init__(self, found: Sequence[CarriedRecord] = ()) -> None:
        super().__init__()
        self.records: list[CarriedRecord] = []
        self.put(found)

    def put(self, found: Sequence[CarriedRecord]) -> None:
        """Show other records."""
        self.beginResetModel()
        self.records = sorted((each for each in found if each.fate is not Fate.SAME), key=_is_left)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a text, or all of it as a tooltip; words that are gone have an icon and a colour."""
        each = self.records[index.row()]
        text = _texts(each)[index.column()]
        is_gone = each.fate is Fate.GONE and index.column() == AFTER
        match role:
            case Role.DisplayRole:
                return " ".join(text.split())
            case Role.ToolTipRole:
                return plain_tooltip(text)
            case Role.DecorationRole if is_gone:
                return theme().icon("warning")
            case Role.ForegroundRole if index.column() == BEFORE:
                return QColor(theme().scheme.muted)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None


def _is_left(each: CarriedRecord) -> bool:
    return each.fate is not Fate.GONE


def _texts(each: CarriedRecord) -> tuple[str, str, str]:
    if each.fate is Fate.GONE:
        after = _("Gone: the record is deleted")
    elif each.before == each.after:
        after = _("The same; its cue or speaker differs")
    else:
        after = each.after
    return _("Claim") if isinstance(each.record, Claim) else _("Number"), each.before, after


class FatesView(QTableView):
    """The list of these records, a line for each."""

    def __init__(self, model: FatesModel) -> None:
        super().__init__()
        self.setObjectName("fates")
        self.setAccessibleName(_("Records that need a look"))
        self.setModel(model)
        model.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        for each in (self.verticalHeader(), header):
            each.setResizeContentsPrecision(0)  # only what is in sight is measured
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(BEFORE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(RECORD, 76)
