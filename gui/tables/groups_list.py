"""The groups of a list as lines: how many lines, claims and numbers each has, and what the values come to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from gui.widgets.tooltips import plain_tooltip
from gui.widgets.typed_letters import TypedLetters
from models.lines.group import Group
from models.lines.order import Condition
from models.quantities.writing import show_value
from models.translation import _

TITLES = (_("Group"), _("Lines"), _("Claims"), _("Numbers"), _("Sum"), _("Least"), _("Greatest"))
INDENT = "    "
"""Comes before a choice for each level above it."""
LEAST_HEIGHT = 150
LEAST_WIDTH = 120
"""Pixels that the names of the groups have; the last figures are hidden where there is no room for them."""
MEASURED = 50
"""Groups whose figures say how wide the columns are: the largest are the first."""
SEVERAL_UNITS = _("several units")
CONDITIONS = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupsList(QTreeWidget):
    """The lines of the groups. Letters that are typed go to the next group in which a word begins with them."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = TypedLetters()
        self.setObjectName("groups")
        self.setAccessibleName(_("Groups"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setHeaderLabels(TITLES)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.header().setResizeContentsPrecision(MEASURED)
        self.header().setMinimumSectionSize(44)
        for at in range(1, len(TITLES)):
            self.headerItem().setTextAlignment(at, RIGHT)

    def show_groups(self, groups: Sequence[Group], chosen: tuple[Condition, ...] | None) -> None:
        """Show groups; the one with the chosen conditions becomes the current one, or the current row stays it."""
        item = self.currentItem()
        current = self.indexOfTopLevelItem(item) if item else 0
        if chosen is not None:
            current = next((at for at, each in enumerate(groups) if each.conditions == chosen), -1)
        self.clear()
        self.addTopLevelItems([_item(group) for group in groups])
        if current >= 0 and (now := self.topLevelItem(min(current, len(groups) - 1))):
            self.setCurrentItem(now)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many figures as there is room for beside the names; the number of lines is always shown."""
        room = self.viewport().width() - LEAST_WIDTH
        for at in range(1, len(TITLES)):
            room -= max(self.sizeHintForColumn(at), self.header().sectionSizeHint(at))
            self.setColumnHidden(at, at > 1 and room < 0)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next group in which a word begins with what is typed, without regard to case and accents."""
        items = [item for at in range(self.topLevelItemCount()) if (item := self.topLevelItem(at))]
        found = self._letters.find(search, [item.text(0) for item in items], self.currentIndex().row())
        if found is not None:
            self.setCurrentItem(items[found])


def _item(group: Group) -> QTreeWidgetItem:
    figures = group.figures
    counts = [f"{count:,}" if count else "" for count in (figures.lines, figures.claims, figures.numbers)]
    values = [_with_unit(each, figures.unit) for each in (figures.total, figures.least, figures.greatest)]
    values[0] = SEVERAL_UNITS if figures.several_units else values[0]
    item = QTreeWidgetItem([INDENT * group.level + group.label, *counts, *values])
    item.setData(0, CONDITIONS, group.conditions)
    item.setToolTip(0, plain_tooltip(group.label))
    for at in range(1, len(TITLES)):
        item.setTextAlignment(at, RIGHT)
    return item


def _with_unit(value: float | None, unit: str | None) -> str:
    return f"{show_value(value)} {unit}" if unit and value is not None else show_value(value)
