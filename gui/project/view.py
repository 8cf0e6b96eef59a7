"""The base of everything that shows the open project, or works in it."""

from gui.project.project import Project
from models.edits import Edit


class ProjectView:
    """A view of the open project. The window calls each of its views, in the order of one list (`gui/window/news.py`).

    A view overrides what concerns it, and returns at once from an edit that does not (`Edit.concerns`,
    `Edit.articles`). When it is called, the registry and the records of the project are up to date already.
    """

    project: Project | None = None

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        self.project = project

    def show_article(self) -> None:
        """Show another article, or none: `project.records` has just been exchanged."""

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed."""
