"""Read the lines of the articles that a view looks at, where not all of them are in memory."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.panels.known_articles import KnownArticles
from gui.project.project import Project
from gui.tables.picked import PAGE
from models.ids import Id
from models.lines.article_line import ArticleLine

if TYPE_CHECKING:
    from models.store.view import StoreView

LOOKED_AT = 2
"""Pages that a view shows at once."""


class LinesInSight(QObject):
    """Knows the articles of a project, and reads lines in the background; `listed` returns the articles in their
    rows. With `measured`, lines tell what takes long to find out too.
    """

    arrived = Signal(object)
    """Lines of some articles have been read: their ids."""

    def __init__(self, listed: Callable[[], Sequence[Id]], parent: QObject) -> None:
        super().__init__(parent)
        self.known = KnownArticles()
        self.measured = False
        self._listed = listed
        self._project: Project | None = None
        self._pages = deque[int](maxlen=LOOKED_AT)
        """Those that a view has looked at last."""
        self._being_read: Collection[Id] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_missing)

    def start_over(self, project: Project | None) -> None:
        """Know nothing of another project yet."""
        self._project, self.known, self._being_read = project, KnownArticles(), ()
        self._pages.clear()

    def line(self, row: int) -> ArticleLine | None:
        """Return the line of a row. One that is not in memory is None, and is read soon."""
        if (page := row // PAGE) not in self._pages:
            self._pages.append(page)
        line = self.known.line(self._listed()[row])
        if line is None:
            self._soon.start()
        return line

    def with_lines(self, articles: Sequence[Id], then: Callable[[list[ArticleLine]], None]) -> None:
        """Call `then` with the lines of some articles in their order, without those that are gone: at once, if they
        are in memory.
        """

        def read(view: "StoreView") -> list[ArticleLine]:
            lines = {line.id: line for line in view.articles_among(articles, measured=False)}
            return [lines[each] for each in articles if each in lines]

        if not self.known.without_line(articles):
            then([line for each in articles if (line := self.known.line(each))])
        elif self._project:
            self._project.reader.ask((self, "wanted"), read, then)

    def take_everything(self, ids: Sequence[Id], done: Collection[Id]) -> None:
        """Take over which articles there are, of which not all lines can be kept; read those in sight again."""
        in_sight = self._in_sight()
        self.known.take(ids, done, keeping=in_sight)
        self._read(in_sight)

    def read_again(self) -> None:
        """Read lines again that are being read, since they may be older than an edit."""
        self._read({*self._being_read, *self._missing()})

    def rows_in_sight(self, articles: Set[Id]) -> list[int]:
        """Return the rows of some articles on the pages that a view has looked at last."""
        listed = self._listed()
        pages = (range(page * PAGE, min((page + 1) * PAGE, len(listed))) for page in self._pages)
        return [row for page in pages for row in page if listed[row] in articles]

    def _in_sight(self) -> list[Id]:
        listed = self._listed()
        return [each for page in self._pages for each in listed[page * PAGE : (page + 1) * PAGE]]

    def _missing(self) -> set[Id]:
        return {*self.known.without_line(self._in_sight())}

    def _read_missing(self) -> None:
        missing = self._missing()
        if not missing.issubset(self._being_read):
            self._read(missing.union(self._being_read))

    def _read(self, articles: Collection[Id]) -> None:
        self._being_read = articles
        if self._project and articles:
            measured = self.measured
            self._project.reader.ask(self, lambda view: view.articles_among(articles, measured=measured), self._take)

    def _take(self, lines: Iterable[ArticleLine]) -> None:
        self._being_read = ()
        there = [line for line in lines if line.id in self.known]
        self.known.keep(there)
        self.arrived.emit([line.id for line in there])
