"""The articles that meet the conditions of a coder, sorted as the coder wants, whatever else is searched for."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from gui.panels.article_pieces import ArticlePieces
from gui.panels.lines_in_sight import LinesInSight
from gui.panels.reading_articles import EveryLine, Ordering
from gui.project.project import Project
from models.entities import Article
from models.ids import Id
from models.lines.article_line import MEASURED, ArticleLine
from models.lines.matching import Matching
from models.lines.order import Order


class ArticleOrder(QObject):
    """Puts the articles of which `pieces` are read in order, in the background unless it is the order of import."""

    extended = Signal(object)
    """More articles come after those that were there: their ids."""
    arranged = Signal(bool)
    """The articles are in order, or in another one; whether that on the screen keeps its row."""

    def __init__(
        self, lines: LinesInSight, pieces: ArticlePieces, matching: Callable[[], Matching], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lines, self._pieces, self._matching = lines, pieces, matching
        self._project: Project | None = None
        self.wanted = Order()
        """The conditions that articles have to meet, and what they are sorted by."""
        self.articles: list[Id] = []
        self._stays = True
        """Whether the article on the screen keeps its row when the others come in order: not in another order."""
        pieces.first_came.connect(self._show_first)
        pieces.all_came.connect(self._show_all)

    def start_over(self, project: Project | None) -> None:
        """Begin with the articles of another project, of which nothing is known yet."""
        self._project, self._stays, self.articles = project, True, []

    @property
    def is_of_import(self) -> bool:
        """Whether all articles are wanted in the order of import."""
        return self.wanted == Order()

    @property
    def every_line(self) -> EveryLine:
        """The lines of all articles, in memory or to be read."""
        known = self._lines.known
        return EveryLine(known.lines() if known.has_every_line else None)

    def set_wanted(self, order: Order) -> None:
        """Change the conditions, and what articles are sorted by."""
        if order != self.wanted:
            self.wanted, self._stays = order, False
            if any(order.is_about(column) for column in MEASURED):
                self.measure()
            self.arrange()

    def measure(self) -> None:
        """Find out too, from now on, how long articles are and who recorded something in them."""
        if not self._lines.measured:
            self._lines.measured = True
            self._pieces.read_from_first()

    def arrange(self) -> None:
        """Put the articles in order in the background, as soon as all are known."""
        if self._project and not self._pieces.is_reading:
            ordering = Ordering(self.wanted, self._matching(), self.every_line, [*self._lines.known.ids])
            self._project.reader.ask(self, ordering.listed, self._take)

    def _take(self, articles: Sequence[Id]) -> None:
        self.articles = [*articles]
        stays, self._stays = self._stays, True
        self.arranged.emit(stays)

    def _show_first(self) -> None:
        if self.is_of_import:
            self._extend()

    def _show_all(self) -> None:
        """Put all articles in order; those that came in the meantime are put in their places."""
        shown, known = len(self.articles), self._lines.known.ids
        if not self.is_of_import:
            self.arrange()
        elif self._pieces.is_listed or not shown or known[:shown] != self.articles:
            self._take(known)
        else:
            self._extend()

    def _extend(self) -> None:
        more = self._lines.known.ids[len(self.articles) :]
        self.articles += more
        self.extended.emit(more)

    def take_come_and_gone(self, made: Iterable[Article], gone: Iterable[Article]) -> None:
        """Follow the articles that are known now: those that are gone leave, those that were `made` come at the end."""
        if self.is_of_import:
            self.articles = [*self._lines.known.ids]
        else:
            leave = {each.id for each in gone}
            self.articles = [*(each for each in self.articles if each not in leave), *(each.id for each in made)]

    def forget_question(self) -> None:
        """Drop what is being asked, since the answer would have articles that are gone."""
        if self._project:
            self._project.reader.forget(self)

    def differs(self, one: ArticleLine, other: ArticleLine) -> bool:
        """Return whether two lines belong to different places of the order, or only one of them to any."""
        if self.is_of_import:
            return False
        matching, sorts, conditions = self._matching(), self.wanted.sorts, self.wanted.conditions
        return matching.key(one, sorts) != matching.key(other, sorts) or (
            matching.meets(one, conditions) != matching.meets(other, conditions)
        )
