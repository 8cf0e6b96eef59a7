"""Show the notice above the text about the open project, and remove it when it is over."""

from PySide6.QtCore import QObject

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import Notice
from models.edits import Edit


class Notices(QObject, ProjectView):
    """Shows what fails in the open project until an edit succeeds, or another project is opened."""

    def __init__(self, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice

    def set_project(self, project: Project | None) -> None:
        """Show what fails in another project."""
        super().set_project(project)
        self._notice.hide()
        if project:
            project.failed.connect(self._notice.show_error)

    def follow(self, _edit: Edit) -> None:
        """Remove the earlier notice first of all, so that what another view then reports is read."""
        self._notice.hide()
