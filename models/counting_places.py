"""Count the open places of articles, a few at a time, beside the event loop; `Store.keep_open_places` keeps them."""

from collections.abc import Iterable

from models.ids import Id
from models.lines.open_places import CountedPlaces
from models.store.view import StoreView
from models.suggestions.coverage import count_open


def places_not_counted(view: StoreView, most: int) -> list[Id]:
    """Return articles of which nobody has counted the open places since they were changed, at most `most`."""
    return view.articles_not_counted(most)


def count_places(view: StoreView, articles: Iterable[Id]) -> CountedPlaces:
    """Read some articles and count their open places: some milliseconds each.

    Raises Interrupted if the view was interrupted, and OnrecordError if an article is gone.
    """
    last_edit = view.last_edit()  # asked first: what is edited while the articles are read is not kept
    counted = {article: count_open(view.records_of([article])[article]) for article in view.piecewise(articles)}
    return CountedPlaces(counted, last_edit)
