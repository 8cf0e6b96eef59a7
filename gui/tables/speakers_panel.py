"""The pane of speakers: the registry of the project, with all names, filtered and edited in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolButton

from gui.editors.refusal import Refusal
from gui.project.project import Project
from gui.tables.panel import TablePanel
from gui.tables.speakers_model import SpeakersTableModel
from gui.tables.table import Table
from gui.theme import theme
from gui.widgets.search_line import SearchLine
from models.actions.speakers import add_speaker
from models.entities import Speaker
from models.errors import OnrecordError
from models.places import Place
from models.translation import _


class SpeakersPanel(TablePanel):
    """The registry."""

    def __init__(self) -> None:
        self._speakers = SpeakersTableModel()
        self.new_name = SearchLine(_("Name of the new speaker"), _("Name of the new speaker"))
        self.new_name.setMinimumWidth(260)
        self._refusal = Refusal(self.new_name)
        self._new = QToolButton()
        self._new.setText(_("New speaker"))
        self._new.setIcon(theme().icon("add"))
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        table = Table(self._speakers, "speakers")
        super().__init__(table, self._speakers, Speaker, _("Filter speakers"), self._new, self.new_name)
        self.setObjectName("speakers_panel")
        self._speakers.setParent(self)
        self.view.lines_when_narrow = 2
        self.view.has_places = False
        self.view.header.setSortIndicatorShown(True)
        self.new_name.hide()
        self._connect()
        self.say_hint()

    def _connect(self) -> None:
        self._new.clicked.connect(self.ask_name)
        self.new_name.accepted.connect(self._add)
        self.new_name.textEdited.connect(self._refusal.take_back)
        self.new_name.escaped.connect(self._stop_asking)
        self.view.opened.connect(self.view.say_why_not)
        self._speakers.modelReset.connect(self.say_hint)
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self._speakers.same_name.connect(self.view.cells.stay)
        self._speakers.same_name.connect(self.same_name)
        self.add_model(self._speakers)

    def set_project(self, project: Project | None) -> None:
        """Show another project's speakers, or none."""
        super().set_project(project)
        self._new.setEnabled(project is not None and not project.store.read_only)
        self._stop_asking()

    def ask_name(self) -> None:
        """Ask for the name of a new speaker, in the bar."""
        self.filter.hide()
        self._new.hide()
        self.new_name.show()
        self.new_name.setFocus()

    def _add(self) -> None:
        """Add a new speaker, or explain why this is not possible."""
        if self.project is None:
            return
        try:
            edit = add_speaker(self.project.registry, self.new_name.text())
        except OnrecordError as error:
            self._refusal.say(error.what)
            return
        if self.project.do(edit):
            self._stop_asking()
            self.view.choose(edit.changes[0].row.id)
            self.view.setFocus()

    def _stop_asking(self) -> None:
        self.new_name.clear()
        self._refusal.take_back()
        self.new_name.hide()
        self.filter.show()
        self._new.show()

    def _tell_current(self) -> None:
        """Report which speaker is current: the details show the selected line, and Del deletes it."""
        if self.view.isVisible() and self.view.record():
            self._tell_selected()

    def show_selection(self, place: Place | None) -> None:
        """Show the line of the selected speaker; without one, the current line stays."""
        if place and place.article is None and place.record != self.view.record():
            self.choose(place.record)

    def say_hint(self) -> None:
        """Say what is missing while there are no speakers."""
        if self.narrowing.is_narrowed:
            self.view.set_hint(_("No speaker matches the filter"), self.narrowing.how_to_show_all)
        elif not self._speakers.is_read:
            self.view.set_hint("", "")
        else:
            self.view.set_hint(_("No speakers yet"), _("A name you type for a claim becomes a speaker here."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._speakers.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._speakers.set_active(False)
