"""The pane of numbers: every number of the project with its speaker and article, to compare what is said."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.project.project import Project
from gui.tables.panel import TablePanel
from gui.tables.project_model import ProjectTableModel
from gui.tables.statement_columns import NUMBER_COLUMNS, NUMBER_VARIABLES
from gui.tables.table import Table
from models.entities import Number
from models.lines.order import Order
from models.lines.statement import Statement
from models.places import Place
from models.translation import _


class NumbersPanel(TablePanel):
    """Every number of the project."""

    def __init__(self) -> None:
        self._numbers = ProjectTableModel(NUMBER_COLUMNS, NUMBER_VARIABLES, Order(numbers_only=True))
        super().__init__(Table(self._numbers, "numbers"), self._numbers, Number, _("Filter numbers"))
        self.setObjectName("numbers_panel")
        self._numbers.setParent(self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.view.lines_when_narrow = 2
        self.view.header.setSortIndicatorShown(True)
        self.view.opened.connect(self._open)
        self.view.doubleClicked.connect(self._open)
        self.view.place_requested.connect(self._open)
        self.add_model(self._numbers)
        self.say_hint()

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        super().set_project(project)
        self.say_hint()

    def _open(self, index: QModelIndex) -> None:
        line = self._numbers.line(index.row())
        if isinstance(line, Statement) and line.number:
            self.place_requested.emit(Place(line.article.id, line.number.id))

    def say_hint(self) -> None:
        """Say what is missing while there are no numbers."""
        if self.narrowing.is_narrowed:
            self.view.set_hint(_("Nothing matches the filter"), self.narrowing.how_to_show_all)
        else:
            self.view.set_hint(_("No numbers yet"), _("Select a number in the text, then press N to record it."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._numbers.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._numbers.set_active(False)
