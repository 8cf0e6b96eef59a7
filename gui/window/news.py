"""News of the open project: which views follow it, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.project.project import Project
from gui.project.view import ProjectView
from models.edits import Edit


class News(QObject):
    """Calls every view in order after another project or article was opened, and after each edit.

    `Project` has updated the registry and the records before. The views are listed in `MainWindow.views`, from the
    data outwards: a view need not connect to `Project.edited` or `OpenArticle.opened` itself.
    """

    def __init__(self, views: Sequence[ProjectView], parent: QObject) -> None:
        super().__init__(parent)
        self._views = views
        self._project: Project | None = None

    def set_project(self, project: Project | None) -> None:
        """Follow another project instead of the previous one."""
        if self._project:
            self._project.edited.disconnect(self._follow)
            self._project.article.opened.disconnect(self._show_article)
            self._project.unsaved.changed.disconnect(self._show_unsaved)
        self._project = project
        if project:
            project.edited.connect(self._follow)
            project.article.opened.connect(self._show_article)
            project.unsaved.changed.connect(self._show_unsaved)
        for view in self._views:
            view.set_project(project)

    def _show_article(self) -> None:
        for view in self._views:
            view.show_article()

    def _show_unsaved(self) -> None:
        for view in self._views:
            view.show_unsaved()

    def _follow(self, edit: Edit) -> None:
        for view in self._views:
            view.follow(edit)
