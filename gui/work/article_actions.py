"""Go from one article to the next, and finish the article on the screen."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.panels.article_list import ArticleList
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import News, Offer
from models.actions import articles
from models.codebook.asking import all_unanswered
from models.entities import Article, Status
from models.places import Place
from models.records import ArticleRecords
from models.translation import _, ngettext

MOST_LISTED = 5
"""Variables that a notice names; Check lists everything."""

AFTERWARDS = Qt.ConnectionType.QueuedConnection
"""For steps to another article: after the first article was opened, or an edit was followed."""


class ArticleActions(QObject, ProjectView):
    """Goes through the articles in the order of the list, and finishes them.

    `leave` writes what is being typed. `finished` asks for the focus to go to the text.
    """

    hint = Signal(str)
    told = Signal(News)
    place_requested = Signal(object)
    """A `Place` is to be shown in the text."""
    finished = Signal()

    def __init__(self, window: QWidget, listed: ArticleList, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._list, self._leave = listed, leave
        self._steps: list[Callable[[], None]] = []
        """Steps that were requested before the list of articles was known and the first article was shown."""
        self.left_open: Callable[[], str] = lambda: ""
        """Returns a hint if places of the open article have no record and nobody was told so before."""
        listed.listed.connect(self._catch_up, AFTERWARDS)

    def set_project(self, project: Project | None) -> None:
        """Go through the articles of another project."""
        super().set_project(project)
        self._steps.clear()
        if project:
            project.waiting.ended.connect(self._catch_up, AFTERWARDS)

    def show_article(self) -> None:
        """Take the steps that were requested before the first article was shown."""
        if self._steps:
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        """Take the steps that were requested in the meantime, as soon as nothing waits for the file."""
        if self.project and (self.project.article.is_opening or self.project.waiting.active):
            return
        steps, self._steps = self._steps, []
        for step in steps:
            step()

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._step(1, _("This is the last article."))

    def previous_article(self) -> None:
        """Open the previous article of the list."""
        self._step(-1, _("This is the first article."))

    def _step(self, step: int, otherwise: str) -> None:
        if not self._list.is_listed or (self.project and self.project.article.is_opening):
            self._steps.append(partial(self._step, step, otherwise))
            return
        if self.project is None or not self._leave():
            return
        here = self.project.shown.article.id if self.project.shown else None
        there = self._list.neighbours.beside(here, step)
        if there is None:
            self.hint.emit(otherwise)
        else:
            self.project.article.begin(there)

    def finish(self) -> None:
        """Mark this article as done, and open the next that is not."""
        if self.at_work is None or not self._leave():
            return
        project, records = self.at_work
        article, news, left = records.article, None, ""
        if article.status is Status.OPEN:
            news, left = self._missing(project, records), self.left_open()
            if not project.do(articles.finish_articles(article)):
                return
        following = self._list.neighbours.next_open(article.id)
        if following is None:
            self.hint.emit(_("Every article in the list is done."))
        else:
            project.article.begin(following)
        self.finished.emit()
        if left:
            self.hint.emit(left)
        if news:
            self.told.emit(news)

    def _missing(self, project: Project, records: ArticleRecords) -> News | None:
        """Return the news that required answers of an article are missing, with a way to the first of them."""
        missing = all_unanswered(records, project.codebook, project.known)
        if not missing:
            return None
        variables = Counter(variable.label for _record, variable in missing)
        listed = ", ".join(f"{label} ({count:,})" for label, count in variables.most_common(MOST_LISTED))
        words = ngettext(
            "“{title}” is done, but {count:,} required answer is missing: {variables}.",
            "“{title}” is done, but {count:,} required answers are missing: {variables}.",
            len(missing),
        ).format(title=records.article.title, count=len(missing), variables=listed)
        first = missing[0][0]
        place = Place(records.article.id, None if isinstance(first, Article) else first.id)
        return News(words, (Offer(_("Go to the First"), lambda: self.place_requested.emit(place)),))
