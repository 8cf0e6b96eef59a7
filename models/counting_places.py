"""Count the open places of articles, in the background: some milliseconds each. `Store.keep_open_places` keeps them
for the list of articles.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from models.errors import OnrecordError
from models.ids import Id
from models.lines.open_places import CountedPlaces
from models.store.view import StoreView
from models.suggestions.coverage import count_open

AT_ONCE = 20
"""Articles that are counted before what was found is kept."""


def count_places(view: StoreView, articles: Iterable[Id]) -> CountedPlaces:
    """Read some articles and count their open places; an article that is gone is left out.

    Raises Interrupted if the view was interrupted, and OnrecordError if the file cannot be read.
    """
    last_edit = view.last_edit()  # asked first: of what is edited while the articles are read nothing is kept
    own, counted = view.own_words(), {}
    for article in articles:
        view.go_on()
        with suppress(OnrecordError):
            counted[article] = count_open(view.records_of([article])[article], own)
    return CountedPlaces(counted, last_edit)


def count_every_place(path: Path, go_on: Callable[[int, int], bool]) -> Iterator[CountedPlaces]:
    """Count the open places of every article of which they are not known, some articles at a time.

    The project in the file is read through a connection of its own. `go_on` is told how many articles are done, of how
    many, and returns whether to go on. Raises OnrecordError if the file cannot be read.
    """
    with closing(StoreView(path)) as view:
        articles = view.articles_not_counted()
        for first in range(0, len(articles), AT_ONCE):
            if not go_on(first, len(articles)):
                return
            yield count_places(view, articles[first : first + AT_ONCE])
