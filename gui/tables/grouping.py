"""Group the list of a table by a column, in the background, as long as its groups are shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from gui.project.follower import Follower
from gui.project.project import Project
from gui.tables.groups_pane import GroupsPane
from models.lines.criteria import Criterion
from models.lines.group import Groups, can_group
from models.lines.order import Condition, Order

if TYPE_CHECKING:
    from models.store.view import StoreView

Counting = Callable[["StoreView"], Groups]
"""Counts the groups of a list in the reader's thread."""


class Groupable(Protocol):
    """A model whose lines can be grouped."""

    def counting(self, order: Order, column: str) -> Counting:
        """Return what counts the groups by a column of the lines that an order asks for."""
        ...


class Grouping(QObject):
    """Keeps the groups in step with the project and with the conditions of the list."""

    picked = Signal()
    """`conditions` are those by which the list is to be filtered now."""

    def __init__(self, model: Groupable, parent: QObject) -> None:
        super().__init__(parent)
        self.pane = pane = GroupsPane()
        self._model = model
        self.conditions: tuple[Condition, ...] = ()
        self.last = ""
        """The column that lines are grouped by, or were before the groups were closed."""
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
        """Offer to group by those of these criteria by which it is possible."""
        self._criteria = [each for each in criteria if can_group(each)]
        if self.column:
            self.group_by(self.last)

    @property
    def column(self) -> str:
        """The column that lines are grouped by; empty if no groups are shown."""
        return "" if self.pane.isHidden() else self.last

    def take_order(self, order: Order) -> None:
        """Group the lines that meet the conditions of an order."""
        self._order = order
        self.follow()

    def group_by(self, column: str) -> None:
        """Show the groups by a column, or by the first one if that is not possible."""
        known = [each.column for each in self._criteria]
        if self._project and known:
            self.last = column if column in known else known[0]
            self.pane.offer(self._criteria, self.last)
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
        return tuple(each for each in self._order.conditions if each.column != self.last)

    def _ask(self) -> None:
        if self._project and self.column:
            order = replace(self._order, sorts=(), conditions=self._others())
            chosen = tuple(each for each in self._order.conditions if each.column == self.last)
            show = partial(self.pane.show_groups, chosen=chosen)
            self._project.reader.ask(self, self._model.counting(order, self.last), show)

    def _pick(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions = (*self._others(), *conditions)
        self.picked.emit()
