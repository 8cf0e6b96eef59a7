"""What is chosen in the text, in a table or by an undo is shown in all of them, and in the details."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.project.project import Project
from gui.project.selection import Selection
from gui.window.panes import Panes
from models.entities import Record
from models.ids import Id
from models.places import Place


class Navigation(QObject):
    """Between the selection and the panes. `leave` writes what is being typed, before another article is opened."""

    def __init__(self, panes: Panes, selection: Selection, leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._view, self._selection, self._leave = panes, panes.article.view, selection, leave
        self._project: Project | None = None
        self._speaker: Id = ""

    def set_project(self, project: Project | None) -> None:
        """Choose in another project."""
        self._project = project

    def choose_in_text(self, record: str, span: str) -> None:
        """Choose the record that the caret has come into, if any."""
        if record:
            self._selection.choose(record, span)

    def choose_in_table(self, record: str) -> None:
        """Choose what a table shows; a line of another article is only gone to when it is asked for.

        It is chosen all the same, in place of the one before, which Delete would take otherwise.
        """
        self._selection.choose(record)
        if self._project and self._project.records and record in self._project.records:
            self._view.records.choose(record, scroll=True)

    def choose_speaker(self, speaker: Id) -> None:
        """Show the details of another speaker."""
        self._speaker = speaker
        self.show_details()

    def show_selection(self) -> None:
        """Show in the text, in the statements and in the details what is chosen."""
        self._view.records.choose(self._selection.record_id, scroll=not self._view.hasFocus())
        self._panes.statements.choose(self._selection.record_id)
        self.show_details()

    def show_details(self) -> None:
        """Show what the details are about: the chosen speaker, the chosen claim or number, or else the article."""
        self._panes.details.show_record(self._record_of_details())

    def _record_of_details(self) -> Record | None:
        if self._project is None:
            return None
        if self._panes.table is self._panes.speakers:
            return self._project.registry.speakers.get(self._speaker)
        return self._selection.record or (self._project.records.article if self._project.records else None)

    def go_to(self, place: Place) -> None:
        """Go to a place in the text of its article, or to a speaker in their table."""
        if place.article is None and place.record:
            self._panes.show_speaker(place.record)
        elif self.show_place(place):
            self._view.setFocus()

    def show_place(self, place: Place) -> bool:
        """Show a place in its article; the keyboard stays where it is. False where the article cannot be opened."""
        project = self._project
        if project is None or place.article is None:
            return False
        on_screen = project.records is not None and project.records.article.id == place.article
        if not on_screen and not (self._leave() and project.open_article(place.article)):
            return False
        self._selection.choose(place.record)
        self._view.records.choose(place.record, scroll=True)
        if place.range:
            self._view.select(*place.range)
        return True
