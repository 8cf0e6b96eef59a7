"""What every pane with a table has: a bar with a filter, chips, the table, and signals for the window."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.bar import Bar
from gui.tables.narrowing import Narrowing, Ordered
from gui.tables.open_cell import Prefill
from gui.tables.table import Table
from gui.tables.table_model import LinesTableModel
from gui.theme import theme
from gui.widgets.search_line import SearchLine
from models.counts import count_of
from models.edits import Edit
from models.entities import Choice, Record, Variable
from models.places import Place
from models.translation import _
from models.views.layout import Layout


class TablePanel(QWidget, ProjectView):
    """A bar and chips above a table. In the filter, Down and Enter go to the table; Esc clears it, then returns to the
    text.
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
    figures = Signal(str)
    """The count, sum, least and greatest of the selected numbers, in words; empty without any."""
    returned = Signal()
    hint = Signal(str)

    def __init__(
        self,
        view: Table,
        model: Ordered,
        kind: type[Record],
        filter_name: str,
        *before: QWidget,
    ) -> None:
        """`model` is the one whose lines are narrowed down, and `before` is shown before the filter."""
        super().__init__()
        self.view, self._kind = view, kind
        self._models: list[LinesTableModel[Any]] = []
        self.filter = SearchLine(filter_name, _("Filter…"))
        self.filter.setClearButtonEnabled(True)
        self.filter_button = _filter_button()
        self.narrowing = Narrowing(model, self.filter, view.header, self.ready_to_narrow, self)
        after = (self.filter, self.filter_button, self.narrowing.views_button)
        self.bar = Bar(*before, *after, stretch=self.filter)
        self.setFocusProxy(view)
        self._lay_out()
        self._connect_filter()
        self._connect_view()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.narrowing.filtering)
        column.addWidget(self.narrowing.grouping.pane.above(self.view), 1)

    def _connect_filter(self) -> None:
        """Connect what narrows the lines down."""
        self.filter.accepted.connect(lambda _step: self.view.setFocus())
        self.filter.stepped.connect(lambda step: self.view.setFocus() if step > 0 else None)
        self.filter.escaped.connect(self._leave_filter)
        self.filter_button.clicked.connect(self.add_condition)
        self.narrowing.changed.connect(self.say_hint)
        self.narrowing.left.connect(self.view.setFocus)

    def _connect_view(self) -> None:
        """Connect the lines."""
        self.view.record_selected.connect(self._tell_selected)
        self.view.returned.connect(self.returned)
        self.view.hinted.connect(self.hint)
        self.view.header.arranged.connect(self.arranged)
        self.view.figures.changed.connect(self.figures)

    def _leave_filter(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.returned.emit()

    # The lines that are listed

    def _current_column(self) -> str:
        column = self.view.currentIndex().column()
        return self.view.lines.columns[column].key if column >= 0 else ""

    def add_condition(self) -> None:
        """Ask for one more condition, about the current column unless another is chosen."""
        self.narrowing.add_condition(self._current_column())

    def group_current_column(self) -> None:
        """Group the lines by the current column."""
        self.narrowing.group_by(self._current_column())

    def show_value(self) -> None:
        """Show all lines with the value of the current cell, whatever was filtered before."""
        if wanted := self.view.conditions_here(like=True):
            self.narrowing.show_conditions(wanted)

    def keep_value(self, *, like: bool) -> None:
        """Of the lines that are shown, keep those with the value of the current cell, or those with another."""
        self.narrowing.add_conditions(self.view.conditions_here(like=like))

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
        self.narrowing.set_project(project)

    def show_article(self) -> None:
        """Show another article, or none."""
        for model in self._models:
            model.show_article()

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed."""
        for model in self._models:
            if edit.concerns(Variable):
                model.take_codebook()
            model.follow(edit)
        self.narrowing.follow(edit)
        if edit.concerns(Choice):
            self.view.viewport().update()  # cells show choices by their labels

    def show_unsaved(self) -> None:
        """Mark the lines with changes that could not be saved."""
        self.view.viewport().update()

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

    def ready_to_narrow(self) -> bool:
        """Show the lines that can be narrowed down, and save the cell that is open; False if that is not possible."""
        return self.finish_editing()

    def finish_editing(self) -> bool:
        """Save the cell that is open; False when what was typed is refused and the cell stays open."""
        return self.view.finish_editing()

    def layouts(self) -> dict[str, Layout]:
        """Return how the columns are arranged, by what the name of the table ends with for each of its sides."""
        return {"": self.view.header.save()}

    def take_layouts(self, layouts: Mapping[str, Layout]) -> None:
        """Arrange the columns as the project has them, or as they are at first."""
        self.view.header.restore(layouts.get("", Layout()))

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
