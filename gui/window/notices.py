"""Show errors of the open project in the notice above the text, and hide them when they are over."""

from PySide6.QtCore import QObject

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import Notice
from models.edits import Edit


class Notices(QObject, ProjectView):
    """Shows an error of the open project until an edit succeeds or another project is opened."""

    def __init__(self, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice

    def set_project(self, project: Project | None) -> None:
        """Show the errors of another project."""
        super().set_project(project)
        self._notice.hide()
        if project:
            project.failed.connect(self._notice.show_error)

    def follow(self, _edit: Edit) -> None:
        """Hide the earlier notice before the other views follow the edit, so that what they report stays visible."""
        self._notice.hide()
