"""Show errors of the open project in the notice above the text, and hide them when they are over."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import News, Notice, Offer
from models.edits import Edit
from models.errors import OnrecordError


class Notices(QObject, ProjectView):
    """Shows an error of the open project until an edit succeeds or another project is opened.

    What could not be saved is shown until everything is saved, with what can be done about it.
    """

    def __init__(self, notice: Notice, offers: Callable[[], tuple[Offer, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._notice, self._offers = notice, offers
        self._unsaved = False
        """Whether the notice is about something that is not saved."""

    def set_project(self, project: Project | None) -> None:
        """Show the errors of another project."""
        super().set_project(project)
        self._hide()
        if project:
            project.failed.connect(self._show)

    def _show(self, error: OnrecordError) -> None:
        self._unsaved = bool(self.project and error is self.project.unsaved.reason)
        if self._unsaved:
            self._notice.show_news(News(str(error), self._offers(), "warning"))
        else:
            self._notice.show_error(error)

    def _hide(self) -> None:
        self._unsaved = False
        self._notice.hide()

    def follow(self, _edit: Edit) -> None:
        """Hide the earlier notice before the other views follow the edit, so that what they report stays visible."""
        if not (self._unsaved and self.project and self.project.unsaved):
            self._hide()

    def show_unsaved(self) -> None:
        """Hide what was said about something that is saved or dropped by now."""
        if self._unsaved and self.project and not self.project.unsaved:
            self._hide()
