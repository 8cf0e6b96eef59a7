"""The part of the export dialog that says which statements are exported: all, those of a view, or by conditions."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.tables.filtering import Filtering
from gui.widgets.drop_down import DropDown
from models.lines.criteria import STATEMENT_CRITERIA, Criterion, criterion_named
from models.lines.order import VARIABLE, Order
from models.translation import _
from models.views.definition import read_view

VIEWED = "statements"
"""The name of the list whose views are offered."""


class StatementsWanted(QWidget):
    """A list of views, words, and chips with conditions; choosing a view fills in its words and conditions."""

    changed = Signal()

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._only = Order()
        read = ((each.name, read_view(each.definition)) for each in project.views.of(VIEWED))
        self._views = [(name, view.order) for name, view in read if view]
        self.views, self.words, self.filtering = DropDown(), QLineEdit(), Filtering()
        self.views.setAccessibleName(_("Which statements"))
        self.views.addItems([_("All"), *(name for name, _order in self._views), _("By the conditions below")])
        self.words.setAccessibleName(_("Words in the statements"))
        self.words.setPlaceholderText(_("Only with these words…"))
        self.add = QPushButton(_("&Add Condition…"))
        self.add.setAutoDefault(False)
        self.filtering.form.stack()
        self.filtering.take_criteria(_criteria(project), project.registry)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.views)
        column.addLayout(row)
        column.addWidget(self.filtering)
        self.setFocusProxy(self.views)
        self.views.activated.connect(self._choose)
        self.words.textEdited.connect(self._take_words)
        self.add.clicked.connect(self._ask)
        self.filtering.changed.connect(self._take_conditions)
        self.filtering.left.connect(self.add.setFocus)

    @property
    def only(self) -> Order:
        """The statements that are wanted, in the order of the view if one is chosen."""
        return self._only

    def put(self, only: Order) -> None:
        """Show which statements are wanted; conditions about variables that are gone are dropped."""
        known = {each.column for each in self.filtering.criteria}
        self._only = replace(only, conditions=tuple(each for each in only.conditions if each.column in known))
        self.words.setText(only.text)
        self.filtering.set_conditions(self._only.conditions)
        self._show_view()

    def _show_view(self) -> None:
        """Name the view that wants the same statements, if there is one."""
        known = [Order(), *(order for _name, order in self._views)]
        self.views.setCurrentIndex(known.index(self._only) if self._only in known else len(known))

    def _choose(self, at: int) -> None:
        if at <= len(self._views):
            self.put(self._views[at - 1][1] if at else Order())
            self.changed.emit()
        elif not self.filtering.conditions:
            self._ask()

    def _ask(self) -> None:
        self.filtering.add("status")

    def _take_words(self, text: str) -> None:
        self._take(replace(self._only, text=text))

    def _take_conditions(self) -> None:
        self._take(replace(self._only, conditions=self.filtering.conditions))

    def _take(self, only: Order) -> None:
        if only != self._only:
            self._only = only
            self._show_view()
            self.changed.emit()


def _criteria(project: Project) -> list[Criterion]:
    variables = (criterion_named(f"{VARIABLE}{each}", {}, project.codebook) for each in project.codebook.variables)
    return [*STATEMENT_CRITERIA.values(), *(each for each in variables if each)]
