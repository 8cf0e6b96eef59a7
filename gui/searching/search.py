"""Search the texts of articles for words, piece by piece in the background: what is found is shown at once."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.project.project import Project
from models.counts import count_of
from models.entities import Article
from models.ids import Id
from models.lines.found_place import Found, Wanted
from models.translation import _, counted

FIRST, PIECE = 20, 200
"""Articles that are searched before others may ask the file something: few at first, so that the first page is shown
soon."""


class Search(QObject):
    """One search at a time, through some articles in their order; the latest search wins."""

    went_on = Signal(Found)
    """A piece was searched, and this was found in it."""
    looked_again = Signal(list, Found)
    """Some articles were searched again, by their ids, and this is found in them now."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.wanted = Wanted()
        self.articles: Sequence[Id] = ()
        self._done = self._left_out = self._places = 0
        self._more = False
        self._again = set[Id]()

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to be searched, or too much was found."""
        return self._more or self.wanted.is_nothing or self._done >= len(self.articles)

    @property
    def searched(self) -> Sequence[Id]:
        """The articles that were searched, or are being searched now."""
        return self.articles[: self._done + PIECE]

    @property
    def has_left_out(self) -> bool:
        """Whether places in boilerplate were left out."""
        return self._left_out > 0

    def sentence(self, places: int, articles: int) -> str:
        """Return how many places are listed, in how many articles, and how far the search is."""
        if self.wanted.is_nothing:
            return ""
        parts = [self._listed(places, articles)] if places else []
        if self._left_out and not self._more:
            parts.append(counted("{count:,} in boilerplate", "{count:,} in boilerplate", self._left_out))
        if not self.is_over:
            done = self._done * 100 // len(self.articles)
            parts.append((_("{done} %") if places else _("{done} % searched")).format(done=done))
        return " · ".join(parts) or _("Not found")

    def _listed(self, places: int, articles: int) -> str:
        words = counted("{count:,} place", "{count:,} places", places)
        where = _("{places} in {articles}").format(places=words, articles=count_of(Article, articles))
        return _("The first {places}").format(places=where) if self._more else where

    def search(self, wanted: Wanted, articles: Sequence[Id]) -> None:
        """Begin a search, in place of the one before."""
        self.stop()
        self.wanted, self.articles = wanted, articles
        self._done = self._left_out = self._places = 0
        self._more = False
        self._go_on()

    def stop(self) -> None:
        """Ask nothing more."""
        self._again.clear()
        for asker in (self, (self, "again")):
            self._project.reader.forget(asker)

    def look_again(self, articles: Collection[Id]) -> None:
        """Search some articles again, which were edited."""
        if self.wanted.is_nothing or not articles:
            return
        self._again.update(articles)
        among, wanted = sorted(self._again), self.wanted
        self._project.reader.ask(
            (self, "again"), lambda view: view.places_of(among, wanted), lambda found: self._take_again(among, found)
        )

    def follow(self, come: Collection[Id], gone: Collection[Id]) -> None:
        """Search articles that have come after the others, and none that are gone."""
        missing = {*gone}
        self._done -= sum(each in missing for each in self.articles[: self._done])
        self.articles = [*(each for each in self.articles if each not in missing), *come]
        self._go_on()

    def _take_again(self, articles: list[Id], found: Found) -> None:
        self._again.clear()
        self.looked_again.emit(articles, found)

    def _go_on(self) -> None:
        if self.is_over:
            return
        piece = self.articles[self._done : self._done + (PIECE if self._done else FIRST)]
        wanted = replace(self.wanted, most=self.wanted.most - self._places)
        self._project.reader.ask(
            self, lambda view: view.places_of(piece, wanted), lambda found: self._take(len(piece), found)
        )

    def _take(self, searched: int, found: Found) -> None:
        self._done += searched
        self._left_out += found.left_out
        self._places += sum(len(each.places) for each in found.articles)
        self._more = found.more
        self._go_on()
        self.went_on.emit(found)
