"""The conditions of the list that a table shows, as chips between its bar and its lines."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.tables.chips import ChipRow
from gui.tables.condition_form import ConditionForm
from models.lines.criteria import Criterion
from models.lines.order import Condition
from models.registry import Registry


class Filtering(QWidget):
    """Chips, and the form in which one is made or changed; in a narrow pane its fields are below each other."""

    changed = Signal()
    """The conditions are others."""
    left = Signal()
    """The focus is to go back to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.conditions: tuple[Condition, ...] = ()
        self.criteria: Sequence[Criterion] = ()
        self._registry = Registry()
        self._edited: int | None = None
        self.chips = ChipRow()
        self.is_narrow = False
        self._form: ConditionForm | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        self.chips.edited.connect(self._edit)
        self.chips.removed.connect(self._remove)
        self.chips.left.connect(self.left)

    @property
    def form(self) -> ConditionForm:
        """The form, which is made when it is first needed."""
        if self._form is None:
            self._form = ConditionForm()
            self._form.made.connect(self._take)
            self._form.left.connect(self._return)
            if self.is_narrow:
                self._form.stack()
            self._column.addWidget(self._form)
        return self._form

    def take_criteria(self, criteria: Sequence[Criterion], registry: Registry) -> None:
        """Offer these criteria from now on; conditions about others are gone."""
        self.criteria, self._registry = tuple(criteria), registry
        known = {each.column for each in criteria}
        if self._form and self._form.isVisible():
            self._form.leave()
        self.set_conditions([each for each in self.conditions if each.column in known])

    def set_conditions(self, conditions: Sequence[Condition]) -> None:
        """Filter by these conditions."""
        before, self.conditions = self.conditions, tuple(conditions)
        self.show_words()
        if before != self.conditions:
            self.changed.emit()

    def show_words(self) -> None:
        """Show the conditions as they are called now."""
        named = {each.column: each for each in self.criteria}
        self.chips.show_words([named[each.column].described(each, self._registry) for each in self.conditions])

    def add(self, column: str) -> None:
        """Ask for one more condition, about a column unless another is chosen."""
        self._edited = None
        if self.criteria:
            self.form.ask(self.criteria, self._registry, column)

    def _edit(self, at: int) -> None:
        self._edited = at
        self.form.ask(self.criteria, self._registry, self.conditions[at])

    def _remove(self, at: int) -> None:
        self.set_conditions([*self.conditions[:at], *self.conditions[at + 1 :]])

    def _take(self, condition: Condition) -> None:
        at = len(self.conditions) if self._edited is None else self._edited
        others = [each for each in self.conditions[at + 1 :] if each != condition]
        before = [each for each in self.conditions[:at] if each != condition]
        self.set_conditions([*before, condition, *others])
        self._return()

    def _return(self) -> None:
        """Return to the chip that was changed, or to the table."""
        at, self._edited = self._edited, None
        if at is not None and at < len(self.chips.chips):
            self.chips.chips[at].words.setFocus()
        else:
            self.left.emit()
