"""The pane of statements: those of this article in text order, or those of all articles, filtered and sorted."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup

from gui.project.project import Project
from gui.tables.bar import switch
from gui.tables.open_cell import Prefill
from gui.tables.panel import TablePanel
from gui.tables.prefill import speaker_prefill
from gui.tables.project_model import ProjectTableModel
from gui.tables.statement_columns import ALL_STATEMENT_COLUMNS, STATEMENT_VARIABLES
from gui.tables.statements_model import StatementsTableModel
from gui.tables.statements_table import StatementsTable
from gui.tables.suggested_lines import TypedIn
from models.attribution.attribution import Attribution
from models.counts import count_of
from models.edits import Edit
from models.entities import Claim, Number
from models.ids import Id
from models.lines.order import Order
from models.lines.statement import Statement
from models.places import Place
from models.suggestions.still_open import Difference
from models.translation import _, counted
from models.views.layout import Layout

Trigger = QAbstractItemView.EditTrigger

SIDES = {False: "_of_article", True: ""}
"""What the name of the table ends with for both sides: the lines of this article, and of all articles."""


class StatementsPanel(TablePanel):
    """Statements, of one article or of all. A cell leads to its claim, or to its number."""

    view: StatementsTable

    suggestion_selected = Signal(str)
    """The coder has gone to the line of a suggestion."""
    tick_wanted = Signal(str, object)
    """A number of a suggestion, by its range, is to be left out or taken in again."""
    typed_in_suggestion = Signal(TypedIn)
    """A suggestion is to be recorded with what was typed in one of its cells."""
    _changed_lines = Signal()

    def __init__(self) -> None:
        self._expects_article = False
        """Whether nothing is known yet about the articles of a project that was just opened."""
        self._of_article = StatementsTableModel()
        self._of_all = ProjectTableModel(ALL_STATEMENT_COLUMNS, STATEMENT_VARIABLES, Order())
        self._this, self._all = switch(_("This article")), switch(_("All articles"))
        view = StatementsTable(self._of_article)
        super().__init__(view, self._of_all, Claim, _("Filter statements"), self._this, self._all)
        self.setObjectName("statements_panel")
        self._of_article.setParent(self)
        self._of_all.setParent(self)
        self._layouts = dict.fromkeys(SIDES, Layout())
        self._connect()
        self.show_all(False)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self._this)
        group.addButton(self._all)
        self._this.clicked.connect(lambda: self.show_all(False))
        self._all.clicked.connect(lambda: self.show_all(True))
        self.view.opened.connect(self._open)
        # Before the next paint, and once for all that follows: by itself Qt does it after the paint, and paints again.
        self._changed_lines.connect(self.view.executeDelayedItemsLayout, Qt.ConnectionType.QueuedConnection)
        self.view.place_requested.connect(self._go_to_place)
        self.view.doubleClicked.connect(self._double_clicked)
        for model in (self._of_article, self._of_all):
            self.add_model(model)
        self._of_all.counted.connect(self.tell_count)
        self.view.suggestion_selected.connect(self.suggestion_selected)
        self.view.tick_wanted.connect(self.tick_wanted)
        self._of_article.typed_in_suggestion.connect(self.typed_in_suggestion)

    @property
    def shows_all(self) -> bool:
        """Whether the lines of all articles are shown."""
        return self.view.lines is self._of_all

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        self._expects_article = project is not None
        super().set_project(project)
        self.say_hint()

    def note_listed(self) -> None:
        """Take note that the articles are listed, so that one is being opened if there is any."""
        self._expects_article = False
        self.say_hint()

    def show_article(self) -> None:
        """Show the statements of another article."""
        super().show_article()
        if self.project and self.project.shown:
            self._expects_article = False
        self.say_hint()

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed, and how many claims and numbers there are now."""
        super().follow(edit)
        self._changed_lines.emit()
        self.tell_count()

    def show_selection(self, place: Place | None) -> None:
        """Show the line of the selected claim or number; a speaker leaves the current line."""
        record = place.record if place else None
        if (place is None or place.article) and (record or not self.view.suggested()):
            self.choose(record)

    def take_suggestions(self, difference: Difference) -> None:
        """Show what is suggested now among the statements of this article."""
        here = self.view.suggested()
        if here and here.offered.id in difference.gone and not self.view.cells.editor:
            self.view.leave_suggestion()  # first: Qt would make a neighbour current, which nobody has chosen
        was_on = self.view.suggested() is not None
        self._of_article.take_suggestions(difference)
        if was_on and not self.view.suggested():
            self.view.leave_suggestion()
        self._changed_lines.emit()
        self.tell_count()
        self.say_hint()

    def edit_suggestion(self, id_: Id) -> bool:
        """Open the cell of a suggestion that is most often changed: the speaker of a claim or the value of a number."""
        self.sight_wanted.emit(self)
        self.show_all(False)
        names = ("speaker", "value")
        return any(self.edit_in_column(id_, name) for name in names)

    def tell_count(self) -> None:
        """Show how many claims and numbers the lines are about, and how many are suggested."""
        if self._of_article.following:
            return  # it is told when all lines have followed
        counts = zip(self.view.lines.counts(), (Claim, Number), strict=True)
        words = [count_of(kind, count) for count, kind in counts if count]
        suggested = 0 if self.shows_all else self._of_article.suggestion_count
        if suggested:
            words.append(counted("{count:,} suggested", "{count:,} suggested", suggested))
        self.bar.say(" · ".join(words))

    def show_all(self, shows_all: bool) -> None:
        """Show the statements of all articles, or of this one; the same record stays selected."""
        if not self.view.finish_editing():
            self._check_switch()
            return
        record = self.view.record()
        if shows_all != self.shows_all:
            self._layouts[self.shows_all] = self.view.header.save()
            self.view.header.setSortIndicatorShown(False)  # the titles of another side are about to go
            self.view.set_lines(self._of_all if shows_all else self._of_article)
            self.view.header.setSortIndicatorShown(shows_all)
            self.view.header.restore(self._layouts[shows_all])
        self._check_switch()
        self._of_all.set_active(shows_all and self.isVisible())
        self.filter_button.setVisible(shows_all)
        self.narrowing.set_active(shows_all)
        self.view.header.setSectionsClickable(shows_all)
        self.view.setEditTriggers(Trigger.AnyKeyPressed if shows_all else Trigger.AnyKeyPressed | Trigger.DoubleClicked)
        self.say_hint()
        self.tell_count()
        self.view.choose(record)

    def _check_switch(self) -> None:
        (self._all if self.shows_all else self._this).setChecked(True)

    def layouts(self) -> dict[str, Layout]:
        """Return how the columns of both sides are arranged."""
        self._layouts[self.shows_all] = self.view.header.save()
        return {SIDES[side]: layout for side, layout in self._layouts.items()}

    def take_layouts(self, layouts: Mapping[str, Layout]) -> None:
        """Arrange the columns of both sides."""
        self._layouts = {side: layouts.get(ending, Layout()) for side, ending in SIDES.items()}
        self.view.header.restore(self._layouts[self.shows_all])

    def edit_speaker(self, claim: Id) -> bool:
        """Open the speaker cell of a claim; Enter returns to the text."""
        return self._edit(claim, "speaker", None)

    def ask_speaker(self, claim: Id, found: Attribution | None, continues: Id | None = None) -> bool:
        """Open the speaker cell of a claim with the speaker whom the text names (`found`); Enter takes it and returns
        there.

        What is written continues the edit that made the claim, if it is given.
        """
        if self.project is None:
            return False
        return self._edit(claim, "speaker", speaker_prefill(self.project, found, continues))

    def edit_value(self, number: Id) -> bool:
        """Open the value cell of a number; Enter returns to the text."""
        return self._edit(number, "value", None)

    def _edit(self, record: Id, column: str, prefill: Prefill | None) -> bool:
        """Open a cell, among the lines of this article if those of all articles do not show it (yet)."""
        self.sight_wanted.emit(self)
        if self.edit_in_column(record, column, prefill):
            return True
        self.show_all(False)
        return self.edit_in_column(record, column, prefill)

    def _open(self, index: QModelIndex) -> None:
        """Handle Enter on a cell that cannot be edited: go to the place, or select the claim's words."""
        line = self.view.lines.line(index.row())
        record = self.view.lines.record_at(index.row(), index.column())
        if not isinstance(line, Statement) or record is None:
            return
        if self.shows_all:
            self.place_requested.emit(Place(line.article.id, record))
        elif line.claim and self.view.lines.columns[index.column()].name == "claim":
            self.boundaries_requested.emit(Place(line.article.id, line.claim.id))
        else:
            self.view.say_why_not()

    def _go_to_place(self, index: QModelIndex) -> None:
        article = self.view.lines.article_at(index.row())
        record = self.view.lines.record_at(index.row(), index.column())
        if article and record:
            self.place_requested.emit(Place(article, record))

    def _double_clicked(self, index: QModelIndex) -> None:
        if self.shows_all or not self.view.lines.editable(index.row(), index.column()):
            self._open(index)

    def ready_to_narrow(self) -> bool:
        """Show the lines of all articles: only these are narrowed down."""
        self.show_all(True)
        return self.shows_all

    def say_hint(self) -> None:
        """Say what is missing while there are no lines."""
        if self.project is None:
            self.view.set_hint("", "")
        elif self.shows_all and self.narrowing.is_narrowed:
            self.view.set_hint(_("Nothing matches the filter"), self.narrowing.how_to_show_all)
        elif self.shows_all:
            self.view.set_hint(_("No statements yet"), _("What you record in any article is listed here."))
        elif self.project.shown is None and (self._expects_article or self.project.article.is_opening):
            self.view.set_hint("", "")
        elif self.project.shown is None:
            self.view.set_hint(_("No article is open"), _("Choose an article in the list, or import some with Ctrl+I."))
        else:
            advice = _("Select a sentence with J, then press C to record a claim.")
            self.view.set_hint(_("No statements yet"), advice)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._of_all.set_active(self.shows_all)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._of_all.set_active(False)
