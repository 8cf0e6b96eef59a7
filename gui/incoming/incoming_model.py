"""What was found as a Qt model: a row for each article, and for each file that cannot be read."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.incoming.entry import Entry
from models.incoming.incoming import Incoming
from models.text.excerpts import shortened
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("Title"), _("Outlet"), _("Date"), _("Remarks"))
TITLE, OUTLET, DATE, REMARKS = range(len(TITLES))
LONGEST = 300
"""Code points of a cell that are shown."""

Filter = Callable[[Entry, bool], bool]
"""Returns whether an entry is in a part, which is taken or not."""
FILTERS: tuple[tuple[str, Filter], ...] = (
    (_("Everything ({count:,})"), lambda _entry, _taken: True),
    (_("With warnings ({count:,})"), lambda entry, _taken: bool(entry.warnings)),
    (_("Without warnings ({count:,})"), lambda entry, _taken: entry.is_plain),
    (_("Without a date ({count:,})"), lambda entry, _taken: entry.is_undated),
    (_("Same text as another ({count:,})"), lambda entry, _taken: entry.draft is not None and entry.reason is not None),
    (_("Cannot be read ({count:,})"), lambda entry, _taken: entry.draft is None),
    (_("Left out ({count:,})"), lambda _entry, taken: not taken),
)
"""The parts of the list that can be looked at alone, by the words of the menu."""


class IncomingTableModel(QAbstractTableModel):
    """Shows the entries that fit a filter; `rows` are their places."""

    taken = Signal()
    """An article was taken or left out."""

    def __init__(self, incoming: Incoming, parent: QObject) -> None:
        super().__init__(parent)
        self.incoming, self._fits = incoming, FILTERS[0][1]
        self.rows: list[int] = []
        self._count = 0
        self.refresh()

    def refresh(self) -> None:
        """Show the entries as they are now."""
        self._count = len(self.incoming.entries)
        rows = self._places(self._fits)
        if rows == self.rows and rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, REMARKS))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _places(self, fits: Filter) -> list[int]:
        taken = self.incoming.taken
        return [place for place, each in enumerate(self.incoming.entries) if fits(each, place in taken)]

    def count(self, fits: Filter) -> int:
        """Return how many entries are in a part."""
        return len(self._places(fits))

    def filter(self, fits: Filter) -> None:
        """Show only the entries that fit."""
        self._fits = fits
        self.refresh()

    def update_entries(self) -> None:
        """Show entries that were changed; one that no longer fits the filter stays until it is filtered again."""
        if self.rows and len(self.incoming.entries) == self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, REMARKS))
        else:
            self.refresh()

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self.incoming.entries[self.rows[row]]

    def is_taken(self, row: int) -> bool:
        """Return whether the entry of a row is to be added."""
        return self.rows[row] in self.incoming.taken

    def row_of(self, place: int) -> int:
        """Return the row of an entry; −1 if it is not shown."""
        return self.rows.index(place) if place in self.rows else -1

    def take(self, rows: Iterable[int], *, taken: bool) -> None:
        """Take the articles of some rows, or leave them out."""
        if self.incoming.take((self.rows[row] for row in rows), taken=taken):
            self.taken.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the box of an article be checked."""
        box = index.column() == TITLE and self.entry(index.row()).draft is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if box else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take an article or leave it out, by its box."""
        if role != Role.CheckStateRole:
            return False
        self.take([index.row()], taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a text, or all of it as a tooltip; the box of an article; or the colour of what is not certain."""
        entry, column = self.entry(index.row()), index.column()
        match role:
            case Role.DisplayRole:
                return " ".join(shortened(text_of(entry, column), LONGEST).split())
            case Role.ToolTipRole:
                return plain_tooltip(text_of(entry, column))
            case Role.CheckStateRole if column == TITLE and entry.draft:
                return Qt.CheckState.Checked if self.is_taken(index.row()) else Qt.CheckState.Unchecked
            case Role.ForegroundRole if not self.is_taken(index.row()) or _is_uncertain(entry, column):
                return QColor(theme().scheme.muted)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None


def _is_uncertain(entry: Entry, column: int) -> bool:
    return column == DATE and entry.draft is not None and entry.draft.published is None


def text_of(entry: Entry, column: int) -> str:
    """Return the text of a cell. A date that was not read shows its printed words."""
    draft = entry.draft
    if column == REMARKS:
        return " ".join(entry.remarks)
    if draft is None:
        return (entry.path.name if entry.path else "") if column == TITLE else ""
    match column:
        case 0:
            return draft.title
        case 1:
            return draft.outlet or ""
    return draft.published.replace("T", " ") if draft.published else draft.published_words or ""
