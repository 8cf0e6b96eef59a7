"""Which articles the list shows in its rows: those that are searched for, in their order."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.panels.article_order import ArticleOrder
from gui.panels.known_articles import KnownArticles
from gui.panels.lines_in_sight import LinesInSight
from gui.panels.reading_articles import LookedFor
from gui.project.project import Project
from models.entities import Article
from models.ids import Id
from models.lines.article_line import ArticleLine, Progress
from models.text.finding import search_words


class ArticleRows(QObject):
    """The articles whose titles contain the words that are searched for, and whose progress is looked for.

    The `opened` article keeps its row while it is worked on, until another one is opened.
    """

    about_to_change = Signal()
    """All rows will be replaced by others."""
    changed = Signal()
    about_to_grow = Signal(int, int)
    """Rows will be added at the end: the first and the last of them."""
    grown = Signal()
    read = Signal()
    """Articles have been read, or put in another order; the rows show it."""

    def __init__(self, lines: LinesInSight, order: ArticleOrder, parent: QObject) -> None:
        super().__init__(parent)
        self._lines, self._order = lines, order
        self._project: Project | None = None
        self.opened: Id | None = None
        self.looked_for = LookedFor()
        self.articles: list[Id] = []
        """The article of each row."""
        self._out_of_place = False
        """Whether the opened article has a row that it would have no longer if it were not opened."""
        order.extended.connect(self._show_more)
        order.arranged.connect(self._show_arranged)

    def start_over(self, project: Project | None) -> None:
        """Show the rows of another project, of which nothing is known yet."""
        self._project, self.opened, self.articles = project, None, []

    @property
    def _known(self) -> KnownArticles:
        return self._lines.known

    def _show_arranged(self, stays: bool) -> None:
        self._look(stays=stays)
        self.read.emit()

    def _show_more(self, more: Sequence[Id]) -> None:
        """Show articles after those that are shown."""
        if self._looks_in_file:
            self._look()
            return
        found = self._among(more)
        if found:
            first = len(self.articles)
            self.about_to_grow.emit(first, first + len(found) - 1)
            self.articles += found
            self.grown.emit()
        self.read.emit()

    # What is looked for

    def set_text(self, typed: str) -> None:
        """Show the articles whose titles contain each of these words; all of them if there are no words."""
        self.looked_for = replace(self.looked_for, words=search_words(typed))
        self._look()

    def look_for(self, progress: Iterable[Progress]) -> None:
        """Show only articles with this progress; all of them if none is given."""
        self.looked_for = replace(self.looked_for, progress=frozenset(progress))
        self._look()

    @property
    def _looks_in_file(self) -> bool:
        """Whether the file is asked which articles are looked for, since not all lines are in memory."""
        return self.looked_for != LookedFor() and not self._known.has_every_line

    def _look(self, *, stays: bool = False) -> None:
        """Find the rows by what is looked for: among lines in memory at once, or else in the background.

        If it `stays`, the article on the screen keeps its row even if it is no longer looked for.
        """
        if self._project is None:
            return
        if self._looks_in_file:
            ordered, looked_for = self._order.articles, self.looked_for
            self._project.reader.ask(
                self, lambda view: looked_for.among_all(ordered, view), lambda found: self._take(found, stays=stays)
            )
        else:
            self._project.reader.forget(self)
            self._put(self._among(self._order.articles), stays=stays)

    def _among(self, articles: Iterable[Id]) -> list[Id]:
        if self.looked_for == LookedFor():
            return [*articles]
        return self.looked_for.among(line for each in articles if (line := self._known.line(each)))

    def _take(self, found: list[Id], *, stays: bool) -> None:
        self._put(found, stays=stays)
        self.read.emit()

    def _put(self, found: list[Id], *, stays: bool) -> None:
        """Show these articles. The one on the screen keeps its row if it `stays`, even if it is none of them."""
        opened, row = self.opened, self.row_of(self.opened) if stays else None
        if opened and row is not None and opened in self._known and opened not in found:
            found.insert(row, opened)
            self._out_of_place = True
        self.about_to_change.emit()
        self.articles = found
        self.changed.emit()

    # As articles come, go and change

    def open(self, article: Id | None) -> None:
        """Take note of the article on the screen; the one before goes where it belongs now."""
        self.opened = article
        if self._out_of_place:
            self._out_of_place = False
            self._go_where_they_belong()

    def show_come_and_gone(self, made: Iterable[Article], gone: Collection[Article]) -> None:
        """Show the articles that are known now: also those that were `made`, and no longer those that are `gone`."""
        if gone:
            self._order.forget_question()
            if self._project:
                self._project.reader.forget(self)
        self._order.take_come_and_gone(made, gone)
        self._look(stays=True)
        if not self._order.is_of_import:
            self._order.arrange()

    def show_changed(self, changed: Iterable[Id], before: Mapping[Id, ArticleLine]) -> None:
        """Put articles that have changed where they belong: those in memory if their lines `before` belonged elsewhere,
        the others always, since it is not known.
        """
        self._move({each for each, line in before.items() if self._moves(each, line)})
        if not self._order.is_of_import or self.looked_for != LookedFor():
            self._move({*self._known.without_line(changed)})

    def _move(self, moved: set[Id]) -> None:
        self._out_of_place = self._out_of_place or self.opened in moved
        if moved - {self.opened}:
            self._go_where_they_belong()

    def _go_where_they_belong(self) -> None:
        """Put articles that have changed in their places."""
        if self._order.is_of_import:
            self._look(stays=True)
        else:
            self._order.arrange()

    def _moves(self, article: Id, before: ArticleLine) -> bool:
        """Return whether a line belongs elsewhere after a change, or is looked for no longer."""
        now = self._known.line(article)
        if now is None:
            return False
        return self.looked_for.fits(before) != self.looked_for.fits(now) or self._order.differs(before, now)

    # Where an article is

    def row_of(self, article: Id | None) -> int | None:
        """Return the row of an article; None where it is not found by what is searched for."""
        if not article:
            return None
        at = bisect_left(self.articles, article)  # in the order of import, which is that of the ids
        if at < len(self.articles) and self.articles[at] == article:
            return at
        return self.articles.index(article) if article in self.articles else None

    def rows_of(self, articles: Collection[Id]) -> list[int]:
        """Return the rows of some articles, from top to bottom, without those that are not found."""
        wanted = {*articles}
        if len(wanted) > 1:
            return [row for row, each in enumerate(self.articles) if each in wanted]
        return [row for each in wanted if (row := self.row_of(each)) is not None]
