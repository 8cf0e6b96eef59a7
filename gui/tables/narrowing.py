"""Narrow down the lines of a list by words, conditions and groups; keep that as a view, and show a view."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.columns import Column
from gui.tables.filtering import Filtering
from gui.tables.grouping import Groupable, Grouping
from gui.tables.header import ColumnsHeader
from gui.tables.views_button import ViewsButton
from gui.widgets.search_line import SearchLine
from models.edits import Edit
from models.entities import Choice, Sample, Speaker, Variable
from models.ids import Id
from models.lines.criteria import SAMPLE, Criterion
from models.lines.order import Condition, Order
from models.registry import Registry
from models.translation import _
from models.views.definition import Definition


class Ordered(Groupable, Protocol):
    """A model that filters, sorts and groups its lines."""

    @property
    def order(self) -> Order: ...

    @property
    def columns(self) -> Sequence[Column[Any]]: ...

    @property
    def criteria(self) -> Mapping[str, Criterion]: ...

    def criterion(self, column: Column[Any]) -> Criterion | None: ...

    def set_order(self, order: Order) -> None: ...

    def set_text(self, text: str) -> None: ...


class Buttons(Protocol):
    """Buttons that show only some of the lines."""

    def pressed(self) -> tuple[Condition, ...]:
        """Return the conditions that say the same."""
        ...

    def release(self) -> None:
        """Show all lines again."""
        ...


class NoButtons(Buttons):
    """No such buttons."""

    def pressed(self) -> tuple[Condition, ...]:
        return ()

    def release(self) -> None:
        pass


class Narrowing(QObject, ProjectView):
    """What says which lines of a model are listed: a line for words, chips, titles that sort, and groups. Some lists
    have buttons besides, whose `pressed` conditions lines meet too.

    `ready` shows the list to which this applies, and ends what is being typed there; it returns False if that is not
    possible. The parts are widgets for the panel of the list to place.
    """

    changed = Signal()
    """Other lines may be listed now."""
    left = Signal()
    """The focus is to go to the lines."""
    hint = Signal(str)

    def __init__(
        self, model: Ordered, words: SearchLine, header: ColumnsHeader, ready: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.model, self.words, self.header, self._ready = model, words, header, ready
        self.is_active = True
        """Whether the model is the one on the screen."""
        self._shows_view = False
        self.filtering, self.grouping = Filtering(), Grouping(model, self)
        self.views_button = ViewsButton()
        self.buttons: Buttons = NoButtons()
        words.textChanged.connect(self._take_words)
        header.sorts_changed.connect(self._take_order)
        header.condition_wanted.connect(lambda section: self.add_condition(header.columns[section].key))
        header.group_wanted.connect(lambda section: self.group_by(header.columns[section].key))
        self.filtering.changed.connect(self._take_conditions)
        self.filtering.left.connect(self.left)
        self.grouping.pane.left.connect(self.left)
        self.grouping.picked.connect(lambda: self.filtering.set_conditions(self.grouping.conditions))

    # The project

    def set_project(self, project: Project | None) -> None:
        """List the lines of another project, or of none; all of them at first."""
        super().set_project(project)
        self.filtering.set_conditions(())
        self.grouping.set_project(project)
        self._offer_criteria()

    def follow(self, edit: Edit) -> None:
        """Follow an edit in what is offered and in the words of the chips, after the model."""
        self.grouping.follow()
        if edit.concerns(Variable) or edit.made(Sample) or edit.gone(Sample):
            self._offer_criteria()
            self._leave_out_samples({each.id for each in edit.gone(Sample)})
        elif edit.concerns(Choice, Speaker, Sample):
            self.filtering.show_words()

    def _leave_out_samples(self, gone: Set[Id]) -> None:
        """Take off conditions about samples that are gone, so that they do not hide everything."""
        kept = [each for each in self.filtering.conditions if each.column != SAMPLE or gone.isdisjoint(each.values)]
        self.filtering.set_conditions(kept)

    def _offer_criteria(self) -> None:
        """Offer conditions about the columns, and then about what else lines can be compared by."""
        by_column = (self.model.criterion(column) for column in self.model.columns)
        found = {each.column: each for each in (*by_column, *self.model.criteria.values()) if each}
        self.filtering.take_criteria([*found.values()], self.project.registry if self.project else Registry())
        self.grouping.take_criteria(self.filtering.criteria)

    # What the parts say

    def _take_words(self, text: str) -> None:
        self.model.set_text(text)
        self.tell_changed()

    def _take_conditions(self) -> None:
        self._take_order()
        self.tell_changed()

    def _take_order(self) -> None:
        """Filter by the conditions, and sort by the titles of the columns if they sort the lines of the model."""
        if not self._shows_view:
            sorts = self.header.sorts if self.header.isSortIndicatorShown() else self.model.order.sorts
            self.model.set_order(replace(self.model.order, sorts=sorts, conditions=self.filtering.conditions))

    def tell_changed(self) -> None:
        """Count the groups of the lines that are listed now, and report that others are listed."""
        self.grouping.take_order(self.model.order)
        self.changed.emit()

    # What is done with them

    def set_active(self, active: bool) -> None:
        """Note whether the model is on the screen; otherwise the parts are hidden."""
        self.is_active = active
        self.words.setVisible(active)
        self.filtering.setVisible(active)
        if not active:
            self.grouping.close()

    def add_condition(self, column: str) -> None:
        """Ask for one more condition, about a column unless another is chosen."""
        if self.project and self._ready():
            self.filtering.add(column)

    def group_by(self, column: str) -> None:
        """Show the groups of the lines by a column, or by the first if that is not possible; give them the focus."""
        if self.project and self._ready():
            self.grouping.take_order(self.model.order)
            self.grouping.group_by(column)
            self.grouping.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show only the lines that meet these conditions, whatever was shown before."""
        if self._ready():
            self._show_only(conditions)

    def add_conditions(self, conditions: Sequence[Condition]) -> None:
        """Of the lines that are shown, keep those that meet these conditions too."""
        if conditions and self.is_active and self._ready():
            kept = self.filtering.conditions
            self.filtering.set_conditions([*kept, *(each for each in conditions if each not in kept)])

    def show_all_lines(self) -> None:
        """Take off all conditions, clear the words, and release the buttons."""
        self._show_only(())

    def _show_only(self, conditions: Sequence[Condition]) -> None:
        self.words.clear()
        self.buttons.release()
        self.filtering.set_conditions(conditions)

    @property
    def is_narrowed(self) -> bool:
        """Whether there are words or conditions by which lines are left out."""
        return bool(self.filtering.conditions or self.words.text().strip())

    @property
    def how_to_show_all(self) -> str:
        """Return how all lines are shown again, as a sentence."""
        if self.filtering.conditions:
            return _("Remove the conditions to show everything again.")
        return _("Esc in the filter shows everything again.")

    # Views

    def shown(self) -> Definition:
        """Return what is listed, as a view that can be kept."""
        layout = self.header.save()
        if not self.is_active:
            return Definition(layout)
        conditions = (*self.buttons.pressed(), *self.filtering.conditions)
        return Definition(layout, conditions, self.words.text().strip(), self.grouping.column)

    def show_view(self, view: Definition) -> bool:
        """Show what a view shows; return False if an open cell keeps what was typed.

        What is about variables that are gone is left out, which is said.
        """
        if not self._ready():
            return False
        known = {each.column for each in self.filtering.criteria}
        conditions = [each for each in view.conditions if each.column in known]
        self._shows_view = True  # one new order, not two
        self.header.restore(view.layout)
        self._show_only(conditions)
        self.words.setText(view.text)
        self._shows_view = False
        self._take_conditions()
        self._show_groups(view.grouped_by)
        if len(conditions) < len(view.conditions) or self.grouping.column != view.grouped_by:
            self.hint.emit(_("The view is about variables that are gone; what it says of them was left out."))
        return True

    def _show_groups(self, column: str) -> None:
        if column in {each.column for each in self.filtering.criteria}:
            self.grouping.group_by(column)
        else:
            self.grouping.close()
