"""The edits of a project, newest first: any number of them, read page by page in the background."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor

from gui.project.project import Project
from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.lines.edit_line import EditLine, EditList
from models.text.excerpts import shortened
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TITLES = (_("When"), _("Coder"), _("What was done"), _("Of"), _("Article"))
WHEN, CODER, DONE, ABOUT, ARTICLE = range(len(TITLES))
LONGEST = 300

PAGE = 100
"""Edits that are read at once."""
WANTED = 3
"""Pages that a view shows at once, at most."""
KEPT = 30

Lines = Sequence[EditLine | None]


class HistoryTableModel(QAbstractTableModel):
    """Shows the edits that a filter finds. A page that is not in memory yet is shown empty, and is asked for."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._listed = EditList((), ())
        self._pages: dict[int, Lines] = {}
        self._missing: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    @property
    def rows(self) -> Sequence[int]:
        """The edits that are listed, by their rows in the file, newest first."""
        return self._listed.rows

    def put(self, listed: EditList) -> None:
        """Show other edits. If new ones have come before those that are shown, or older ones after them, the selection
        stays.
        """
        new, old = listed.rows, self._listed.rows
        more = len(new) - len(old)
        if old and more > 0 and new[0] == old[0] and new[len(old) - 1] == old[-1]:
            self._put_after(listed, more)
            return
        self._pages.clear()
        if come_before(new, old):
            self._put_before(listed, more)
        else:
            self.beginResetModel()
            self._listed = listed
            self.endResetModel()

    def _put_before(self, listed: EditList, more: int) -> None:
        if more:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
        self._listed = listed
        if more:
            self.endInsertRows()
        self._tell(0, len(listed.rows))  # an edit can have been undone

    def _put_after(self, listed: EditList, more: int) -> None:
        count = len(listed.rows)
        self._pages.pop((count - more) // PAGE, None)  # it was not full
        self.beginInsertRows(QModelIndex(), count - more, count - 1)
        self._listed = listed
        self.endInsertRows()

    def line(self, row: int) -> EditLine | None:
        """Return the edit of a row; None as long as it has not been read."""
        page = self._pages.get(row // PAGE)
        if page is None:
            self._want(row // PAGE)
        return page[row % PAGE] if page and row % PAGE < len(page) else None

    def _want(self, page: int) -> None:
        if page in self._missing:
            self._missing.remove(page)
        self._missing.append(page)
        self._soon.start()

    def _ask(self) -> None:
        """Read the pages that were looked at last."""
        pages, rows = self._missing[-WANTED:], self._listed.rows
        wanted = {page: rows[page * PAGE : (page + 1) * PAGE] for page in pages}
        listed = self._listed
        self._project.reader.ask(
            self,
            lambda view: {page: view.edit_lines(some) for page, some in wanted.items()},
            lambda read: self._take(listed, read),
        )

    def _take(self, listed: EditList, read: Mapping[int, Lines]) -> None:
        if listed is not self._listed:
            self._soon.start()
            return
        self._missing = [page for page in self._missing if page not in read]
        self._pages = {**dict(list(self._pages.items())[-KEPT:]), **read}
        for page in read:
            self._tell(page * PAGE, (page + 1) * PAGE)

    def _tell(self, first: int, end: int) -> None:
        last = min(end, len(self._listed.rows)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(TITLES) - 1))

    # What a table asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many edits there are."""
        return 0 if parent.isValid() else len(self._listed.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the text of a cell, or all of it as a tooltip; what was undone is muted."""
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.ForegroundRole):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        if role == Role.ForegroundRole:
            muted = line.taken_back or index.column() in (WHEN, CODER)
            return QColor(theme().scheme.muted) if muted else None
        text = text_of(line, index.column())
        return " ".join(shortened(text, LONGEST).split()) if role == Role.DisplayRole else plain_tooltip(text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return TITLES[section]
        return None


def come_before(new: Sequence[int], old: Sequence[int]) -> bool:
    """Return whether some rows are others with new ones before them, or the same."""
    more = len(new) - len(old)
    return bool(old) and more >= 0 and new[more] == old[0] and new[-1] == old[-1]


def text_of(line: EditLine, column: int) -> str:
    """Return the text of a cell."""
    match column:
        case 0:
            return local_time(line.at)
        case 1:
            return line.coder
        case 2:
            return _("{done} (undone)").format(done=line.done) if line.taken_back else line.done
        case 3:
            return line.about
    return line.title


def local_time(at: str) -> str:
    """Return a time in UTC as "23 Jan 2015 14:05:09" where the coder is; anything else is shown as it is."""
    there = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs)
    return QLocale.c().toString(there.toLocalTime(), "d MMM yyyy HH:mm:ss") if there.isValid() else at
