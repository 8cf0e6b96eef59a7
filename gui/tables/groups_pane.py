"""The groups of a list, above it: how many lines, claims and numbers there are with each value of a column."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.tables.groups_list import CONDITIONS, GroupsList
from gui.theme import theme
from gui.widgets.drop_down import DropDown
from models.lines.criteria import Criterion
from models.lines.group import MOST, Groups
from models.lines.order import Condition
from models.translation import _

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        self._chosen: tuple[Condition, ...] | None = None
        """The conditions of the group that was last made the current one; None before there is any."""
        self.column = DropDown()
        self.column.setAccessibleName(_("Group by"))
        self.column.setMaxVisibleItems(20)
        self.column.setMinimumContentsLength(3)  # the list of articles is narrow
        self.column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.column.activated.connect(lambda at: self.column_chosen.emit(self._criteria[at].column))
        self.list = GroupsList()
        self.list.itemClicked.connect(self._pick)
        self.left_out = QLabel()
        self.left_out.setObjectName("hint")
        self.left_out.setWordWrap(True)
        self.left_out.setContentsMargins(10, 2, 10, 4)
        self.left_out.hide()
        for field in (self.list, self.column):
            field.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 8, 4)
        row.setSpacing(6)
        row.addWidget(QLabel(_("Grouped by")))
        row.addWidget(self.column, 1)
        row.addWidget(self._close_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.left_out)

    def above(self, lines: QWidget) -> QSplitter:
        """Return the groups and the lines below each other, with a handle between them."""
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self)
        split.addWidget(lines)
        split.setSizes([200, 400])
        return split

    def _close_button(self) -> QToolButton:
        close = QToolButton()
        close.setIcon(theme().icon("close"))
        close.setAutoRaise(True)
        close.setToolTip(_("Close the groups"))
        close.setAccessibleName(_("Close the groups"))
        close.clicked.connect(self.closed)
        return close

    def offer(self, criteria: Sequence[Criterion], column: str) -> None:
        """Offer to group by these criteria; one is chosen."""
        self._criteria, self._chosen = tuple(criteria), None
        self.column.clear()
        self.column.addItems([each.label for each in criteria])
        self.column.setCurrentIndex(next((at for at, each in enumerate(criteria) if each.column == column), 0))

    def show_groups(self, groups: Groups, *, chosen: tuple[Condition, ...]) -> None:
        """Show groups, and how many there are if not all of them are listed.

        When other conditions are `chosen`, the group that has them becomes the current one.
        """
        self.list.show_groups(groups.listed, None if chosen == self._chosen else chosen)
        self._chosen = chosen
        words = _("The {most:,} largest of {count:,} groups are listed.")
        self.left_out.setText(words.format(most=MOST, count=MOST + groups.left_out))
        self.left_out.setVisible(groups.left_out > 0)

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
