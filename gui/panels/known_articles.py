"""What is kept in memory of the articles of a project: their ids, which are done, and the lines of some."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Sequence

from models.entities import Article, Status
from models.ids import Id
from models.lines.article_line import ArticleLine

MOST_LINES = 5_000
"""Lines that are kept: those of all articles in most projects, else those that were read last."""


class KnownArticles:
    """All articles in the order of import. A line that is not kept, as `line` tells, has to be read from the file."""

    def __init__(self) -> None:
        self.ids: list[Id] = []
        self.done: set[Id] = set()
        self._lines: dict[Id, ArticleLine] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, article: Id) -> bool:
        at = bisect_left(self.ids, article)
        return at < len(self.ids) and self.ids[at] == article

    @property
    def has_every_line(self) -> bool:
        """Whether the lines of all articles are kept."""
        return len(self._lines) == len(self.ids)

    def line(self, article: Id) -> ArticleLine | None:
        """Return the line of an article, if it is kept."""
        return self._lines.get(article)

    def lines(self) -> list[ArticleLine]:
        """Return the lines that are kept, in the order of import."""
        return [self._lines[each] for each in sorted(self._lines)]

    def without_line(self, articles: Iterable[Id]) -> list[Id]:
        """Return those of some articles whose lines are not kept."""
        return [each for each in articles if each not in self._lines]

    def keep(self, lines: Iterable[ArticleLine]) -> None:
        """Keep lines as they are now, in place of those that were kept longest if there are too many."""
        for line in lines:
            if line.id not in self:
                insort(self.ids, line.id)
            self._lines.pop(line.id, None)
            self._lines[line.id] = line
            self.note_status(line.article)
        while len(self._lines) > MOST_LINES:
            del self._lines[next(iter(self._lines))]

    def note_status(self, article: Article) -> None:
        """Note whether an article is done."""
        if article.status is Status.DONE:
            self.done.add(article.id)
        else:
            self.done.discard(article.id)

    def take(self, ids: Sequence[Id], done: Collection[Id], keeping: Iterable[Id]) -> None:
        """Take over which articles there are, in the order of import, and keep no lines but these."""
        self.ids, self.done = [*ids], {*done}
        self._lines = {each: line for each in keeping if each in self and (line := self._lines.get(each))}

    def remove(self, articles: Collection[Id]) -> None:
        """Forget articles that are gone."""
        for each in articles:
            self._lines.pop(each, None)
            self.done.discard(each)
        gone = {*articles}
        self.ids = [each for each in self.ids if each not in gone]
