"""The middle of the window: the article with notices above it, or how to begin where there is no article to show."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.article.article_pane import ArticlePane
from gui.panels.article_list import ArticleList
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Works
from gui.system.settings import Settings
from gui.widgets.notice import Notice
from gui.window.start_page import StartPage
from models.edits import Edit


class Middle(QWidget, ProjectView):
    """Shows the start page where there is no article: not before the window has opened what it was given."""

    def __init__(self, listed: ArticleList, works: Works, settings: Settings) -> None:
        super().__init__()
        self._listed, self._works, self._settings = listed, works, settings
        self._begun = False
        self.notice, self.article, self.start = Notice(), ArticlePane(), StartPage()
        self.start.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.article, 1)
        column.addWidget(self.start, 1)
        works.ended.connect(self.refresh)

    def begin(self) -> None:
        """Show how to begin, if nothing has been opened."""
        self._begun = True
        self.refresh()

    def set_project(self, project: Project | None) -> None:
        """Show another project, or how to begin."""
        super().set_project(project)
        self.refresh()

    def follow(self, _edit: Edit) -> None:
        """Show an article that an edit has brought, or how to begin where the last is deleted."""
        self.refresh()

    def refresh(self) -> None:
        """Show the article or the start page. The keyboard follows if it was there, or nowhere."""
        empty = self.project is None or (self.project.records is None and self._listed.is_empty)
        at_start = self._begun and empty and not self._works.busy
        if not at_start and self.start.isHidden():
            return
        follows = self._has_focus()
        if at_start:
            self.start.show_for(self.project, self._settings.recent)
        self.article.setHidden(at_start)
        self.start.setHidden(not at_start)
        if follows:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the start page where that is shown in its place."""
        if self.start.isHidden():
            self.article.setFocus()
        else:
            self.start.focus_first()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is None or any(pane is focus or pane.isAncestorOf(focus) for pane in (self.article, self.start))
