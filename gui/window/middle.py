"""The middle of the window: the article with notices above it, or the start page if there is no article."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Works
from gui.system.settings import Settings
from gui.widgets.notice import Notice
from gui.window.start_page import StartPage
from models.edits import Edit

if TYPE_CHECKING:
    from gui.article.article_pane import ArticlePane
    from gui.panels.article_list import ArticleList


class Middle(QWidget, ProjectView):
    """Shows the article, or the start page if there is none, but not before the window has opened the given files."""

    def __init__(self, works: Works, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("middle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._works, self._settings = works, settings
        self._begun = self._expected = False
        self._listed: ArticleList | None = None
        self._article = QWidget()
        """The pane that shows the article; an empty widget until it is made."""
        self.notice, self.start = Notice(), StartPage()
        self.start.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._article, 1)
        column.addWidget(self.start, 1)
        works.ended.connect(self.refresh)

    def show_articles(self, article: "ArticlePane", listed: "ArticleList") -> None:
        """From now on, show articles in this pane, and ask this list whether there are any."""
        self._column.replaceWidget(self._article, article)
        self._article.hide()
        self._article.deleteLater()
        self._article, self._listed = article, listed
        listed.listed.connect(self.refresh)
        article.setHidden(not self.start.isHidden())

    def begin(self) -> None:
        """Show the start page if nothing has been opened."""
        self._begun = True
        self.refresh()

    def set_project(self, project: Project | None) -> None:
        """Show another project, or the start page."""
        super().set_project(project)
        self.refresh()

    def show_article(self) -> None:
        """Show the article instead of the start page."""
        self.refresh()

    def follow(self, _edit: Edit) -> None:
        """Show an article that an edit has added, or the start page after the last one was deleted."""
        self.refresh()

    def refresh(self) -> None:
        """Show the article or the start page. It takes the focus if the other one had it, or if nothing had it."""
        if self.project and not self.project.records and self._listed and not self._listed.is_listed:
            return  # nothing changes until it is known whether there are articles
        at_start = self._begun and self._is_empty and not self._works.busy
        if not at_start and self.start.isHidden():
            return
        follows = self._has_focus() or (self._expected and not at_start)
        if at_start:
            self.start.show_for(self.project, self._settings.recent)
        self._article.setHidden(at_start)
        self.start.setHidden(not at_start)
        if follows:
            self.take_focus()

    def focus_article(self) -> None:
        """Give the keyboard focus to the text, as soon as it is shown."""
        self._expected = not self.start.isHidden()
        self._article.setFocus()

    @property
    def _is_empty(self) -> bool:
        if self.project is None or self._listed is None:
            return True
        return self.project.records is None and self._listed.is_empty

    def take_focus(self) -> None:
        """Give the keyboard focus to the text, or to the start page if that is shown instead."""
        if self.start.isHidden():
            self._expected = False
            self._article.setFocus()
        else:
            self.start.focus_first()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is None or any(pane is focus or pane.isAncestorOf(focus) for pane in (self._article, self.start))
