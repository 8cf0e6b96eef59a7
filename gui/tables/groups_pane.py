"""The groups of a list, above it: how many lines, claims and numbers there are with each value of a column."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.theme import theme
from models.lines.criteria import Criterion
from models.lines.group import Group
from models.quantities.writing import show_value
from models.text.folding import folded_words
from models.translation import _

TITLES = (_("Group"), _("Lines"), _("Claims"), _("Numbers"), _("Sum"), _("Least"), _("Greatest"))
INDENT = "    "
"""Comes before a choice for each level above it."""
LEAST_HEIGHT = 150
SEVERAL_UNITS = _("several units")
CONDITIONS = Qt.ItemDataRole.UserRole
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GroupsList(QTreeWidget):
    """The lines of the groups."""

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._since_typed = "", QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        """Go to the next group in which a word begins with what is typed, without regard to case and accents."""
        goes_on = self._since_typed.isValid() and self._since_typed.elapsed() < QApplication.keyboardInputInterval()
        self._since_typed.start()
        self._typed = self._typed + search if goes_on else search
        wanted, count = folded_words(self._typed), self.topLevelItemCount()
        current = self.currentIndex().row()
        for step in range(not goes_on, count + 1):
            item = self.topLevelItem((current + step) % count) if count else None
            if item and wanted and f" {wanted}" in f" {folded_words(item.text(0))}":
                self.setCurrentItem(item)
                return


class GroupsPane(QWidget):
    """A choice of the column above a list. Enter or a click on a group filters by it, Esc returns to the lines."""

    column_chosen = Signal(str)
    """Another column is to be grouped by."""
    picked = Signal(tuple)
    """Lines are to be filtered by these conditions; without any, all lines of the list are to be shown."""
    closed = Signal()
    left = Signal()
    """The focus is to go back to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("groups_pane")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._criteria: Sequence[Criterion] = ()
        self.column = QComboBox()
        self.column.setAccessibleName(_("Group by"))
        self.column.setMaxVisibleItems(20)
        self.column.activated.connect(lambda at: self.column_chosen.emit(self._criteria[at].column))
        close = QToolButton()
        close.setIcon(theme().icon("close"))
        close.setAutoRaise(True)
        close.setToolTip(_("Close the groups"))
        close.setAccessibleName(_("Close the groups"))
        close.clicked.connect(self.closed)
        self.list = GroupsList()
        self.list.setObjectName("groups")
        self.list.setAccessibleName(_("Groups"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(TITLES)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.header().setMinimumSectionSize(44)
        self.list.setMinimumHeight(LEAST_HEIGHT)
        for at in range(1, len(TITLES)):
            self.list.headerItem().setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.itemClicked.connect(self._pick)
        for field in (self.list, self.column):
            field.installEventFilter(self)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 8, 4)
        row.setSpacing(6)
        row.addWidget(QLabel(_("Grouped by")))
        row.addWidget(self.column, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def offer(self, criteria: Sequence[Criterion], column: str) -> None:
        """Offer to group by these criteria; one is chosen."""
        self._criteria = tuple(criteria)
        self.column.clear()
        self.column.addItems([each.label for each in criteria])
        self.column.setCurrentIndex(next((at for at, each in enumerate(criteria) if each.column == column), 0))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show groups; the current row stays the current one."""
        item = self.list.currentItem()
        current = self.list.indexOfTopLevelItem(item) if item else 0
        self.list.clear()
        self.list.addTopLevelItems([_item(group) for group in groups])
        if now := self.list.topLevelItem(min(max(current, 0), len(groups) - 1)):
            self.list.setCurrentItem(now)

    def _pick(self, item: QTreeWidgetItem) -> None:
        self.picked.emit(item.data(0, CONDITIONS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter filter by the current group, and Esc return to the lines."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER and watched is self.list and (item := self.list.currentItem()):
                self._pick(item)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _item(group: Group) -> QTreeWidgetItem:
    figures = group.figures
    counts = [f"{count:,}" if count else "" for count in (figures.lines, figures.claims, figures.numbers)]
    values = [_with_unit(each, figures.unit) for each in (figures.total, figures.least, figures.greatest)]
    values[0] = SEVERAL_UNITS if figures.several_units else values[0]
    item = QTreeWidgetItem([INDENT * group.level + group.label, *counts, *values])
    item.setData(0, CONDITIONS, group.conditions)
    item.setToolTip(0, group.label)
    for at in range(1, len(TITLES)):
        item.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _with_unit(value: float | None, unit: str | None) -> str:
    return f"{show_value(value)} {unit}" if unit and value is not None else show_value(value)
