"""From the choice of an article to its text, marks and table painted."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QTextEdit

from models.actions.articles import import_articles, toggle_boilerplate
from models.articles.draft import Draft
from models.ids import Id
from models.store import Store
from tests.benchmarks.desks import Painted, bring_up, desk_at, panes, settle
from tests.benchmarks.measuring import Pair, Timed, timed
from tests.benchmarks.places import Made, Places
from tests.benchmarks.writing import AT, CODER
from tests.journeys.desk import Desk

Plain = TypeVar("Plain", QTextEdit, QPlainTextEdit)
Prepared = Callable[[Places], AbstractContextManager[Pair]]


def beside_first_display(made: Callable[[Places], Made]) -> Prepared:
    """Beside the text in a read-only QTextEdit made for it, of the same font and width: the widget that we use."""
    return lambda places: _beside(places, lambda desk: lambda: _first_display(desk, QTextEdit), made)


def beside_plainest_display(places: Places) -> AbstractContextManager[Pair]:
    """Beside the text in a QPlainTextEdit made for it, which can do less: no line height, no room in between."""
    return _beside(places, lambda desk: lambda: _first_display(desk, QPlainTextEdit))


def beside_refill(places: Places) -> AbstractContextManager[Pair]:
    """Beside the text put into a QTextEdit that is there already."""
    return _beside(places, _refill)


@contextmanager
def _beside(
    places: Places, floor: Callable[[Desk], Timed], article: Callable[[Places], Made] = Places.article
) -> Iterator[Pair]:
    made = article(places)
    with desk_at(made, places.folder) as desk:
        yield Pair(_opening(desk, made), floor(desk))


def _plain(desk: Desk, kind: type[Plain]) -> Plain:
    """A read-only text beside the window, in its font, as wide as its column and as high."""
    plain, view = kind(), desk.text
    plain.setReadOnly(True)
    plain.setFrameShape(QFrame.Shape.NoFrame)
    plain.setFont(view.document().defaultFont())
    plain.resize(view.viewport().width() + plain.verticalScrollBar().sizeHint().width(), view.height())
    return plain


def _first_display(desk: Desk, kind: type[Plain]) -> float:
    text = desk.records.text
    begun = time.perf_counter()
    plain = _plain(desk, kind)
    painted = Painted(plain.viewport())
    painted.expect()
    plain.setPlainText(text)
    plain.show()
    painted.wait()
    seconds = time.perf_counter() - begun
    plain.close()
    plain.deleteLater()
    bring_up(desk)
    return seconds


def _refill(desk: Desk) -> Timed:
    plain, text = _plain(desk, QTextEdit), desk.records.text
    painted = Painted(plain.viewport())
    plain.show()

    def refill() -> float:
        painted.expect()
        plain.clear()
        painted.wait()
        painted.expect()
        return timed(lambda: plain.setPlainText(text), painted.wait)

    return refill


@contextmanager
def until_all_is_read(places: Places) -> Iterator[Pair]:
    """Everything that is recorded in a long article in memory, text and table, beside its beginning painted."""
    made = places.long_article()
    with desk_at(made, places.folder) as desk:
        yield Pair(_opening(desk, made, whole=True), _opening(desk, made))


@contextmanager
def after_import(places: Places) -> Iterator[Pair]:
    """A project whose last edit imported very many articles, and the same one with a small edit after it."""
    made = places.small_project()
    large, small = (Path(shutil.copy(made.path, places.folder / f"imported-{name}.db")) for name in ("last", "before"))
    drafts = [Draft(f"The ferry runs again.\n\nOn day {day}.", f"Day {day}") for day in range(places.sizes.imported)]
    edit = import_articles(drafts).stamped(CODER, AT)
    for path in (large, small):
        with Store.open(path) as store:
            store.apply(edit)
            if path == small:
                store.apply(toggle_boilerplate(store.article_records(made.article), 0, 1).stamped(CODER, AT))
    yield Pair(lambda: timed(lambda: _know_what_comes_next(large)), lambda: timed(lambda: _know_what_comes_next(small)))


def _know_what_comes_next(path: Path) -> None:
    with Store.open(path) as store:
        assert store.undoable(CODER)
        store.redoable(CODER)


@contextmanager
def in_large_project(places: Places) -> Iterator[Pair]:
    """The same article in a project of very many records and in one of few."""
    large, small = places.large_project(), places.small_project()
    with desk_at(large, places.folder) as one, desk_at(small, places.folder) as other:
        yield Pair(_opening(one, large), _opening(other, small))


@contextmanager
def in_largest_project(places: Places) -> Iterator[Pair]:
    """The same article among as many others as there may be, and in a project that holds only it."""
    large, small = places.article_among(places.sizes.most), places.article()
    with desk_at(large, places.folder) as one, desk_at(small, places.folder) as other:
        yield Pair(_opening(one, large), _opening(other, small))


def _opening(desk: Desk, made: Made, *, whole: bool = False) -> Timed:
    """Open the article as the list of articles does, coming from a short one, until it is painted or, if `whole`,
    until all of it has been read.
    """
    elsewhere = _short_article(desk)
    painted = Painted(*panes(desk))
    ask: Callable[[Id], None] = desk.articles.article_requested.emit

    def open_article() -> float:
        bring_up(desk)
        ask(elsewhere)
        settle(desk)
        painted.expect()
        seconds = timed(lambda: ask(made.article), painted.wait, *([lambda: _let_arrive(desk)] if whole else []))
        settle(desk)
        return seconds

    return open_article


def _let_arrive(desk: Desk) -> None:
    while desk.project.article.is_opening:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _short_article(desk: Desk) -> Id:
    edit = import_articles([Draft("The ferry runs again.\n\nIt will run in May.", "The ferry runs again")])
    desk.project.do(edit)
    return edit.changes[0].row.id
