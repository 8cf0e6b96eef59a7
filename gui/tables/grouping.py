"""Group the list of a table by a column, beside the event loop, as long as its groups are shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.project.follower import Follower
from gui.project.project import Project
from gui.tables.groups_pane import GroupsPane
from models.lines.criteria import Criterion
from models.lines.group import Group
from models.lines.order import Condition, Order


class Grouping(QObject):
    """Keeps the groups in step with the project and with the conditions of the list."""

    picked = Signal()
    """`conditions` are those by which the list is to be filtered now."""

    def __init__(self, pane: GroupsPane, parent: QObject) -> None:
        super().__init__(parent)
        self.pane = pane
        self.conditions: tuple[Condition, ...] = ()
        self._column = ""
        self._order = Order()
        self._criteria: Sequence[Criterion] = ()
        self._project: Project | None = None
        self._follower = Follower(self)
        self._follower.due.connect(self._ask)
        pane.column_chosen.connect(self.group_by)
        pane.picked.connect(self._pick)
        pane.closed.connect(self.close)
        pane.closed.connect(pane.left)
        pane.hide()

    def set_project(self, project: Project | None) -> None:
        """Group the list of another project, or of none; without groups at first."""
        self._project = project
        self.close()

    def take_criteria(self, criteria: Sequence[Criterion]) -> None:
        """Offer to group by these criteria."""
        self._criteria = criteria
        if not self.pane.isHidden():
            self.pane.offer(criteria, self._column)
            self.follow()

    def take_order(self, order: Order) -> None:
        """Group the lines that meet the conditions of an order."""
        self._order = order
        self.follow()

    def group_by(self, column: str) -> None:
        """Show the groups by a column."""
        known = [each.column for each in self._criteria]
        if self._project and known:
            self._column = column if column in known else known[0]
            self.pane.offer(self._criteria, self._column)
            self.pane.show()
            self._follower.set_active(True)
            self._follower.follow(at_once=True)

    def close(self) -> None:
        """Show no groups."""
        self._follower.set_active(False)
        self.pane.hide()

    def follow(self) -> None:
        """Count again after a pause."""
        self._follower.follow()

    def _others(self) -> tuple[Condition, ...]:
        """Return the conditions about other columns: the list goes on to show what else there is in this one."""
        return tuple(each for each in self._order.conditions if each.column != self._column)

    def _ask(self) -> None:
        if self._project and not self.pane.isHidden():
            order, column = replace(self._order, sorts=(), conditions=self._others()), self._column
            self._project.reader.ask(self, lambda view: view.groups(order, column), self._take)

    def _take(self, groups: Sequence[Group]) -> None:
        self.pane.show_groups(groups)

    def _pick(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions = (*self._others(), *conditions)
        self.picked.emit()
