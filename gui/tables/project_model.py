"""The statements or the numbers of the whole project: the file sorts and filters, lines are read when looked at."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from gui.project.project import Project
from gui.tables.columns import Column
from gui.tables.statement_lines import StatementLinesModel
from gui.tables.table_model import NOWHERE, Index
from models.edits import Edit
from models.entities import Article, Claim, Number, Span, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.lines.order import Key, Order
from models.lines.statement import Statement

PAGE = 200
PAGES_KEPT = 10
RENEWED_FROM = 100
"""Lines that go at once from which a table is filled anew."""
PAUSE = 150
"""Milliseconds of quiet after which an edit, or a letter of the filter, is followed."""


class ProjectTableModel(StatementLinesModel):
    """Lines of every article, in one order. Only an `active` one follows edits; others catch up when they are shown."""

    def __init__(self, columns: Sequence[Column[Statement]], order: Order, parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.order = order
        self._keys: list[Key] = []
        self._pages: dict[int, list[Statement | None]] = {}
        self._active = False
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.catch_up)

    def set_project(self, project: Project | None) -> None:
        """Show another project's lines, as soon as the model is active."""
        self.beginResetModel()
        super().set_project(project)
        self._keys, self._pages, self._stale = [], {}, True
        self.endResetModel()
        if self._active:
            self.catch_up()

    def set_active(self, active: bool) -> None:
        """Follow edits, while somebody looks; catch up first."""
        self._active = active
        if active and self._stale:
            self.catch_up()

    def set_order(self, order: Order) -> None:
        """Sort and filter otherwise, at once."""
        if order != self.order:
            self.order = order
            self._stale = True
            if self._active:
                self.catch_up()

    def set_text(self, text: str) -> None:
        """Keep only lines that hold these words, when the typing pauses."""
        self.order = replace(self.order, text=text)
        self._stale = True
        self._pause.start()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's header; a column that has no order leaves the lines as they are."""
        by = self.columns[column].sort_by if column >= 0 else "place"
        if by:
            self.set_order(replace(self.order, column=by, descending=order == Qt.SortOrder.DescendingOrder))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def line(self, row: int) -> Statement | None:
        page = row // PAGE
        if page not in self._pages:
            if len(self._pages) >= PAGES_KEPT:
                self._pages.pop(next(iter(self._pages)))
            self._pages[page] = self._read_page(self._keys[page * PAGE : (page + 1) * PAGE])
        return self._pages[page][row % PAGE]

    def _read_page(self, keys: list[Key]) -> list[Statement | None]:
        if self.project is None:
            return [None] * len(keys)
        try:
            lines: list[Statement | None] = list(self.project.store.statements(keys))
            if len(lines) < len(keys):  # some were deleted a moment ago: the others keep their rows
                lines = [next(iter(self.project.store.statements([key])), None) for key in keys]
        except OnrecordError as error:
            self._tell(error)
            return [None] * len(keys)
        return lines

    def _tell(self, error: OnrecordError) -> None:
        """Say what went wrong after the painting that asked for it."""
        if self.project is not None:
            project = self.project
            QTimer.singleShot(0, self, lambda: project.failed.emit(error))

    def counts(self) -> tuple[int, int]:
        return len({claim for claim, _ in self._keys if claim}), sum(bool(number) for _, number in self._keys)

    def row_of(self, record: Id) -> int | None:
        if self.project is None or not self._active:
            return None
        try:
            key = self.project.store.statement_key(record)
        except OnrecordError as error:
            self._tell(error)
            return None
        return self._keys.index(key) if key in self._keys else None

    def follow(self, edit: Edit) -> None:
        """Ask for the lines again after a pause: any edit of what they show can change the order of any line."""
        if not edit.concerns(Article, Claim, Number, Span, Speaker):
            return
        self._stale = True
        self._pages.clear()
        if not self._active:
            return
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self.columns) - 1))
        self._pause.start()

    def catch_up(self) -> None:
        """Ask the file for the lines again; lines that are still there keep their selection and open editors."""
        self._pause.stop()
        if not self._active:
            return
        keys = self._wanted_keys()
        if keys is None:
            return
        self._stale = False
        self._pages.clear()
        self.following = True
        if len(keys) + RENEWED_FROM < len(self._keys):
            self._renew(keys)
        self._keep_common(set(keys))
        self._add_missing(keys)
        self._reorder(keys)
        self.following = False

    def _wanted_keys(self) -> list[Key] | None:
        if self.project is None:
            return []
        try:
            return self.project.store.statement_keys(self.order)
        except OnrecordError as error:
            self._tell(error)
            return None

    def _put(self, keys: list[Key]) -> None:
        """Have other keys; what was read stands in other rows now."""
        self._keys = keys
        self._pages.clear()

    def _renew(self, keys: list[Key]) -> None:
        """Begin anew: cheaper than taking out very many rows one by one. The view finds its record again."""
        self.beginResetModel()
        self._put(keys)
        self.endResetModel()

    def _keep_common(self, wanted: set[Key]) -> None:
        """Take out the rows that are no longer wanted, stretch by stretch from the end."""
        last = len(self._keys) - 1
        while last >= 0:
            if self._keys[last] in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._keys[first - 1] not in wanted:
                first -= 1
            self.beginRemoveRows(NOWHERE, first, last)
            self._put(self._keys[:first] + self._keys[last + 1 :])
            self.endRemoveRows()
            last = first - 1

    def _add_missing(self, keys: list[Key]) -> None:
        """Add the rows that are new, all at the end; they go to their places with the others."""
        known = set(self._keys)
        new = [key for key in keys if key not in known]
        if new:
            self.beginInsertRows(NOWHERE, len(self._keys), len(self._keys) + len(new) - 1)
            self._put(self._keys + new)
            self.endInsertRows()

    def _reorder(self, keys: list[Key]) -> None:
        """Put all rows into their order, and tell whoever holds one where it is now."""
        if keys == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys_held = [self._keys[index.row()] for index in held]
        rows = {key: row for row, key in enumerate(keys)} if held else {}
        moved = [self.index(rows[key], index.column()) for index, key in zip(held, keys_held, strict=True)]
        self._put(keys)
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
