"""The base of everything that shows the open project, or works in it."""

from gui.project.project import Project
from models.edits import Edit
from models.records import ArticleRecords


class ProjectView:
    """A view of the open project. The window calls each of its views, in the order of one list (`gui/window/news.py`).

    A view overrides the methods that it needs, and ignores edits that do not concern it (`Edit.concerns`,
    `Edit.articles`). When it is called, the registry and the records of the project are already up to date.
    """

    project: Project | None = None

    @property
    def records(self) -> ArticleRecords | None:
        """What is recorded in the open article and can be worked with; None if there is no such article."""
        return self.project.records if self.project else None

    @property
    def at_work(self) -> tuple[Project, ArticleRecords] | None:
        """The project with the records of its open article; None if there is no article to work in."""
        return (self.project, self.records) if self.project and self.records else None

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        self.project = project

    def show_article(self) -> None:
        """Show another article, or none: `records` has just changed.

        While a long article is being read, these are None, and `project.shown` has its beginning, which can be shown.
        """

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed."""

    def show_unsaved(self) -> None:
        """Show which records have changes that could not be saved: `project.unsaved` has just changed."""
