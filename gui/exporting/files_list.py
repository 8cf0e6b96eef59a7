"""The list of the files that an export writes, in which tables are chosen and one file is picked to be shown."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.exporting.files_model import FilesModel, Row
from models.exports.beginning import Part
from models.translation import _

WIDTH = 230
"""Pixels of the list."""


class FilesList(QTableView):
    """Shows a row for each file; `picked` carries the part of it that is to be shown, or None."""

    changed = Signal()
    """Other tables are wanted."""
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.files = FilesModel(self)
        self.setObjectName("export_files")
        self.setAccessibleName(_("Files"))
        self.setModel(self.files)
        self.setFixedWidth(WIDTH)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.files.checked.connect(self.changed)

    # The tables that are wanted

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names of the tables, or none at all if every table is wanted, also one that a later program has."""
        unwanted = self.files.unwanted
        return tuple(name for name in self.files.tables if name not in unwanted) if unwanted else ()

    @property
    def any_wanted(self) -> bool:
        """Whether any table is wanted."""
        return not self.files.unwanted >= {*self.files.tables}

    def want(self, tables: tuple[str, ...]) -> None:
        """Want these tables; all of them if there are none."""
        self.files.unwanted = {name for name in self.files.tables if tables and name not in tables}

    # What is listed

    def put(self, parts: Iterable[Part], *, checkable: bool) -> None:
        """List what an export writes. The file in front stays there if it is still written."""
        before = self.row
        self.files.put(parts, checkable=checkable)
        rows = self.files.rows
        same = [at for at, each in enumerate(rows) if before and each.key == before.key]
        at = next(iter(same or [at for at, each in enumerate(rows) if each.part]), -1)
        if at != self.currentIndex().row():
            self.setCurrentIndex(self.files.index(at, 0))
        else:
            self.picked.emit(self.part)

    @property
    def row(self) -> Row | None:
        """The row in front."""
        at = self.currentIndex().row()
        return self.files.rows[at] if 0 <= at < len(self.files.rows) else None

    @property
    def part(self) -> Part | None:
        """What is to be shown."""
        return self.row.part if self.row else None

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show another file."""
        super().currentChanged(current, previous)
        self.picked.emit(self.part)
