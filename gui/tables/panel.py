"""What every pane with a table has: a bar with a filter, chips, the table, and signals for the window."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.bar import Bar
from gui.tables.filtering import Filtering
from gui.tables.grouping import Grouping
from gui.tables.groups_pane import GroupsPane
from gui.tables.open_cell import Prefill
from gui.tables.table import Table
from gui.tables.table_model import LinesTableModel
from gui.tables.views_button import ViewsButton
from gui.theme import theme
from gui.widgets.search_line import SearchLine
from models.counts import count_of
from models.edits import Edit
from models.entities import Choice, Record, Speaker, Variable
from models.lines.order import Condition, Order
from models.places import Place
from models.registry import Registry
from models.translation import _
from models.views.definition import Definition
from models.views.layout import Layout


class Ordered(Protocol):
    """A model that filters and sorts its lines."""

    order: Order

    def set_order(self, order: Order) -> None: ...


class TablePanel(QWidget, ProjectView):
    """A bar and chips above a table. In the filter, Down and Enter go to the table; Esc clears it, then returns to the
    text.

    `ordered` is the model that is filtered by chips and sorted by titles, if there is one.
    """

    record_selected = Signal(object)
    """The coder has selected a record: its `Place`."""
    place_requested = Signal(object)
    """A `Place` is to be shown in the text."""
    boundaries_requested = Signal(object)
    """The words of the claim at a `Place` are to be selected in the text, to be given other boundaries."""
    same_name = Signal(str, str)
    """A speaker was given the name of another: the ids of both."""
    sight_wanted = Signal(QWidget)
    """A cell of this table is about to be opened, and has to be visible."""
    arranged = Signal()
    """The columns may be arranged in another way now."""
    views_wanted = Signal(QMenu)
    """A menu is to be filled with the views of the table."""
    figures = Signal(str)
    """The count, sum, least and greatest of the selected numbers, in words; empty without any."""
    returned = Signal()
    hint = Signal(str)
    delete_requested = Signal()
    """The selected records are to be deleted; the window may have to ask first."""
    pin_requested = Signal()
    """A selected record is to become an example in the codebook."""
    discuss_requested = Signal()
    """The selected records are to be discussed, or no longer."""

    def __init__(
        self,
        view: Table,
        ordered: Ordered | None,
        kind: type[Record],
        filter_name: str,
        *before: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view, self.ordered = view, ordered
        self.filter = SearchLine(filter_name, f"{filter_name}…")
        self.filter.setClearButtonEnabled(True)
        self.filter_button = _filter_button()
        self.views_button = ViewsButton()
        self.bar = Bar(*before, self.filter, self.filter_button, self.views_button, stretch=self.filter)
        self.views_button.menu().aboutToShow.connect(lambda: self.views_wanted.emit(self.views_button.menu()))
        self.filter_button.setVisible(ordered is not None)
        self.filtering, groups = Filtering(), GroupsPane()
        self.grouping = Grouping(groups, self)
        self._kind = kind
        self._models: list[LinesTableModel[Any]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.filtering)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(groups)
        split.addWidget(view)
        split.setSizes([200, 400])
        column.addWidget(split, 1)
        self.setFocusProxy(view)
        self.filter.accepted.connect(lambda _step: view.setFocus())
        self.filter.stepped.connect(lambda step: view.setFocus() if step > 0 else None)
        self.filter.escaped.connect(self._leave_filter)
        self.filter_button.clicked.connect(self.add_condition)
        self.filtering.changed.connect(self._take_conditions)
        self.filtering.left.connect(view.setFocus)
        groups.left.connect(view.setFocus)
        self.grouping.picked.connect(lambda: self.filtering.set_conditions(self.grouping.conditions))
        view.header.group_wanted.connect(lambda section: self.group_by(self.view.lines.columns[section].key))
        view.value_requested.connect(self.show_value)
        view.value_kept.connect(lambda like: self.keep_value(like=like))
        view.header.sorts_changed.connect(self._take_sorts)
        view.record_selected.connect(self._tell_selected)
        view.returned.connect(self.returned)
        view.hinted.connect(self.hint)
        view.header.arranged.connect(self.arranged)
        view.figures.changed.connect(self.figures)
        view.delete_requested.connect(self.delete_requested)
        view.pin_requested.connect(self.pin_requested)
        view.discuss_requested.connect(self.discuss_requested)

    def _leave_filter(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.returned.emit()

    # Conditions and sorts

    def _take_conditions(self) -> None:
        if self.ordered:
            self.ordered.set_order(replace(self.ordered.order, conditions=self.filtering.conditions))
            self.grouping.take_order(self.ordered.order)
            self.say_hint()

    def _take_sorts(self) -> None:
        """Sort by the titles of the columns, if they sort the lines that are shown."""
        if self.ordered and self.view.header.isSortIndicatorShown():
            self.ordered.set_order(replace(self.ordered.order, sorts=self.view.header.sorts))

    def _offer_criteria(self) -> None:
        """Offer conditions about the columns, and then about what else lines can be compared by."""
        model = self._models[-1]
        by_column = (model.criterion(column) for column in model.columns)
        found = {each.column: each for each in (*by_column, *model.criteria.values()) if each}
        self.filtering.take_criteria([*found.values()], model.registry if self.project else Registry())
        self.grouping.take_criteria(self.filtering.criteria)

    def add_condition(self) -> None:
        """Ask for one more condition, about the current column unless another is chosen."""
        if self.project and self.ordered and self.finish_editing():
            column = self.view.currentIndex().column()
            self.filtering.add(self.view.lines.columns[column].key if column >= 0 else "")

    def group_current_column(self) -> None:
        """Group the lines by the current column."""
        column = self.view.currentIndex().column()
        self.group_by(self.view.lines.columns[column].key if column >= 0 else "")

    def group_by(self, column: str) -> None:
        """Show the groups of the lines by a column, if the table has groups; give them the focus."""
        if self.ordered and self.view.header.groups and self.finish_editing():
            self.grouping.take_order(self.ordered.order)
            self.grouping.group_by(column)
            self.grouping.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show only the lines that meet these conditions, whatever was shown before."""
        self.filter.clear()
        self.filtering.set_conditions(conditions)

    def show_all_lines(self) -> None:
        """Take off all conditions, and clear the filter."""
        self.filter.clear()
        self.filtering.set_conditions(())

    def conditions_here(self, *, like: bool) -> tuple[Condition, ...]:
        """Return the conditions that lines have the value of the current cell, or that they have another."""
        index, model = self.view.currentIndex(), self.view.lines
        line = model.line(index.row()) if index.isValid() else None
        criterion = model.criterion(model.columns[index.column()]) if line is not None else None
        if line is None or criterion is None:
            return ()
        return criterion.like(line, model.asked(line)) if like else criterion.unlike(line, model.asked(line))

    def show_value(self) -> None:
        """Show all lines with the value of the current cell, whatever was filtered before."""
        if self.ordered and (wanted := self.conditions_here(like=True)) and self.finish_editing():
            self.show_conditions(wanted)

    def keep_value(self, *, like: bool) -> None:
        """Of the lines that are shown, keep those with the value of the current cell, or those with another."""
        wanted = self.conditions_here(like=like)
        if wanted and self.filters_lines and self.finish_editing():
            kept = self.filtering.conditions
            self.filtering.set_conditions([*kept, *(each for each in wanted if each not in kept)])

    @property
    def is_filtered(self) -> bool:
        """Whether there are words or conditions by which lines are left out."""
        return bool(self.filtering.conditions or self.filter.text().strip())

    @property
    def how_to_show_all(self) -> str:
        """Return how all lines are shown again, as a sentence."""
        if self.filtering.conditions:
            return _("Take the conditions off to show everything again.")
        return _("Esc in the filter shows everything again.")

    @property
    def filters_lines(self) -> bool:
        """Whether the lines that are shown are filtered by conditions."""
        return self.ordered is not None

    def say_hint(self) -> None:
        """Say what is missing while there are no lines."""

    def add_model(self, model: LinesTableModel[Any]) -> None:
        """Pass the project's news on to a model, and keep the count in the bar up to date."""
        self._models.append(model)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.tell_count)

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        super().set_project(project)
        for model in self._models:
            model.set_project(project)
        self.filtering.set_conditions(())
        self.grouping.set_project(project)
        self._offer_criteria()

    def show_article(self) -> None:
        """Show another article, or none."""
        for model in self._models:
            model.show_article()

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed."""
        self.grouping.follow()
        for model in self._models:
            if edit.concerns(Variable):
                model.take_codebook()
            model.follow(edit)
        if edit.concerns(Variable):
            self._offer_criteria()
        elif edit.concerns(Choice, Speaker):
            self.filtering.show_words()
        if edit.concerns(Choice):
            self.view.viewport().update()  # cells show choices by their labels

    def _tell_selected(self) -> None:
        self.record_selected.emit(self.current_place())

    def current_place(self) -> Place | None:
        """Return where the record of the current line is."""
        index = self.view.currentIndex()
        line = self.view.lines.line(index.row()) if index.isValid() else None
        return self.view.lines.place_of(line, index.column()) if line is not None else None

    def show_selection(self, place: Place | None) -> None:
        """Show the record that is selected, where it is of a kind that this table leads to."""

    def tell_count(self) -> None:
        """Show how many lines there are now."""
        count = self.view.lines.rowCount()
        self.bar.say(count_of(self._kind, count) if count else "")

    def choose(self, record: str | None) -> None:
        """Show the line of a record as selected, without taking the focus."""
        self.view.choose(record)

    def finish_editing(self) -> bool:
        """Save the cell that is open; False when what was typed is refused and the cell stays open."""
        return self.view.finish_editing()

    def layouts(self) -> dict[str, Layout]:
        """Return how the columns are arranged, by what the name of the table ends with for each of its sides."""
        return {"": self.view.header.save()}

    def take_layouts(self, layouts: Mapping[str, Layout]) -> None:
        """Arrange the columns as the project has them, or as they are at first."""
        self.view.header.restore(layouts.get("", Layout()))

    def shown(self) -> Definition:
        """Return what the table shows, as a view that can be kept."""
        conditions, text = (self.filtering.conditions, self.filter.text().strip()) if self.filters_lines else ((), "")
        return Definition(self.view.header.save(), conditions, text)

    def show_view(self, view: Definition) -> bool:
        """Show what a view shows; return False if an open cell keeps what was typed.

        Conditions on variables that are gone are left out, which is said.
        """
        if not self.finish_editing():
            return False
        self.view.header.restore(view.layout)
        known = {each.column for each in self.filtering.criteria}
        conditions = [each for each in view.conditions if each.column in known]
        self.show_conditions(conditions)
        self.filter.setText(view.text)
        if len(conditions) < len(view.conditions):
            self.hint.emit(_("The view has conditions on variables that are gone, which were left out."))
        return True

    def edit_in_column(self, record: str, name: str, prefill: Prefill | None = None) -> bool:
        """Open the cell of a record in a named column, coming from the text; False if it cannot be edited."""
        row = self.view.lines.row_of(record)
        columns = [section for section, column in enumerate(self.view.lines.columns) if column.name == name]
        if row is None:
            return False
        self.view.setColumnHidden(columns[0], False)
        return self.view.edit_cell(row, columns[0], prefill, from_text=True)


def _filter_button() -> QToolButton:
    button = QToolButton()
    button.setObjectName("add_condition")
    button.setIcon(theme().icon("filter"))
    button.setAutoRaise(True)
    button.setToolTip(_("Filter by a Column (Ctrl+Shift+L)"))
    button.setAccessibleName(_("Filter by a Column"))
    return button
