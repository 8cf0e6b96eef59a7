"""Count the places of articles that have no record: of each article that the coder leaves, and of all on request."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.work.context import Context
from models.edits import Edit
from models.entities import Word
from models.ids import Id
from models.lines.open_places import CountedPlaces, changes_places
from models.properties import Assistance
from models.translation import _

if TYPE_CHECKING:
    from models.store.view import StoreView

STAYS = 1_000
"""Milliseconds after which a coder stays at an article: going through many of them counts nothing meanwhile."""

A_MOMENT = 0.1
"""Seconds after which the thread that counts looks whether it is still wanted."""


class CountingPlaces(QObject, ProjectView):
    """Counts in the background, keeps what was counted in the file, and tells the list of articles."""

    counted = Signal(object)
    """How many places are open in some articles: OpenPlaces by their ids."""
    hint = Signal(str)
    _found = Signal(Path, object, Event)
    """From the thread that counts all of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._open: Id | None = None
        self._left = set[Id]()
        """The articles that were left and are to be counted."""
        self._known = set[Id]()
        """The articles that were counted since the project was opened, and not changed since."""
        self._found.connect(self._keep_some)
        self.resting = QTimer(self, singleShot=True, interval=STAYS)
        self.resting.timeout.connect(self._count_left)

    def set_project(self, project: Project | None) -> None:
        super().set_project(project)
        self.resting.stop()
        self._open, self._left, self._known = None, set(), set()

    def show_article(self) -> None:
        """Count the article that was left, as soon as the coder stays at another one."""
        left, records = self._open, self.project.shown if self.project else None
        self._open = records.article.id if records else None
        if left and left != self._open and left not in self._known:
            self._left.add(left)
            self.resting.start()

    def _count_left(self) -> None:
        """Count the articles that were left, if the project wants open places to be pointed out."""
        project, articles = self.project, tuple(self._left)
        if project and Assistance.PLACES in project.properties.assistance:
            project.reader.ask(self, lambda view: _count(view, articles), self._keep)

    def follow(self, edit: Edit) -> None:
        """Forget what an edit may have changed."""
        if edit.concerns(Word):
            self._known.clear()
        concerned = self._known.intersection(edit.articles)
        self._known -= {article for article in concerned if any(map(changes_places, edit.within(article)))}

    def count_all(self) -> None:
        """Write what is being typed, and count the places of every article of which they are not known."""
        if self.project is None or not self._context.leave():
            return
        path = self.project.store.path
        work = Work(_("Counting open places"), lambda work: self._count_all(work, path), self)
        work.succeeded.connect(lambda _found: self.hint.emit(_("The open places of all articles are counted.")))
        self._context.works.begin(work)

    def _count_all(self, work: Work, path: Path) -> None:
        """Count in another thread; what was found is kept in the event loop, even if the rest is cancelled.

        Nothing is read meanwhile, since SQLite writes only while nobody reads.
        """
        from models.counting_places import count_every_place

        def go_on(done: int, of: int) -> bool:
            work.advance(done, of)
            return not work.called_off

        for found in count_every_place(path, go_on):
            kept = Event()
            self._found.emit(path, found, kept)
            while not (kept.wait(A_MOMENT) or work.called_off):
                pass

    def _keep_some(self, path: Path, found: CountedPlaces, kept: Event) -> None:
        if self.project and self.project.store.path == path:
            self._keep(found)
        kept.set()

    def _keep(self, found: CountedPlaces) -> None:
        self._left.difference_update(found.places)
        if self.project and (kept := self.project.kept_aside.keep_open_places(found)):
            self._known.update(kept)
            self.counted.emit(kept)


def _count(view: "StoreView", articles: Iterable[Id]) -> CountedPlaces:
    """Count in the reader's thread, which loads the words of numbers first."""
    from models.counting_places import count_places

    return count_places(view, articles)
