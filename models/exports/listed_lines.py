"""Of some tables of an export, keep the lines that a list has, in its order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter

from models.entities import Article, Claim, Number, Speaker
from models.exports.lines import Lines, SomeLines, pick
from models.exports.options import Orders
from models.ids import Id
from models.lines.article_line import MEASURED
from models.lines.criteria import SPEAKER_CRITERIA
from models.lines.listed_articles import listed_articles
from models.lines.matching import Matching
from models.lines.order import Order
from models.lines.speaker_line import SpeakerLine
from models.store.exported_cells import Cells
from models.store.snapshot import Line, Snapshot
from models.text.finding import search_words

Places = Mapping[Line, int]
"""The lines of a list, by the ids of their records, each with its place."""

KEYS: Mapping[Lines, Callable[[Cells], Cells]] = {
    Lines.STATEMENTS: pick([(Claim, "id"), (Number, "id")]),
    Lines.NUMBERS: pick([(Claim, "id"), (Number, "id")]),
    Lines.SPEAKERS: pick([(Speaker, "id"), (Claim, "id")]),
    Lines.ARTICLES: pick([(Article, "id"), (Claim, "id")]),
}
"""Returns the ids by which a line of each table is known; the table of the claims has no list."""


def of_statements(orders: Orders) -> dict[str, Order]:
    """Return the orders of the lists that the file makes, by the names of the tables."""
    return {table.name: order for table, order in orders.items() if table in (Lines.STATEMENTS, Lines.NUMBERS)}


def places(snapshot: Snapshot, table: Lines, order: Order) -> Places:
    """Return the lines of a table that an order asks for."""
    match table:
        case Lines.SPEAKERS:
            return {(each, None): place for place, each in enumerate(_speakers(snapshot, order))}
        case Lines.ARTICLES:
            return {(each, None): place for place, each in enumerate(_articles(snapshot, order))}
    return snapshot.listed(table.name)


def _speakers(snapshot: Snapshot, order: Order) -> Iterator[Id]:
    registry, claims = snapshot.registry(), snapshot.claims_per_speaker()
    names = {each: tuple(alias.name for alias in registry.aliases_of(each)) for each in registry.speakers}
    lines = [SpeakerLine(each, names[each.id], claims.get(each.id, 0)) for each in registry.speakers.values()]
    words = search_words(order.text)
    found = sorted((line for line in lines if line.holds(words)), key=attrgetter("sort_key"))
    matching = Matching(SPEAKER_CRITERIA, snapshot.codebook(), registry)
    return (line.speaker.id for line in matching.listed(found, order))


def _articles(snapshot: Snapshot, order: Order) -> Iterator[Id]:
    lines = snapshot.article_lines(measured=any(map(order.is_about, MEASURED)))
    found = listed_articles(lines, order, snapshot.codebook(), snapshot.registry(), snapshot.samples())
    return (line.id for line in found)


def only_listed(lines: Iterable[SomeLines], orders: Orders, listed: Mapping[Lines, Places]) -> Iterator[SomeLines]:
    """Yield the lines of each table, but of those with an order only the lines that are `listed`.

    The lines of a sorted list come last, in its order; they are then all in memory at once.
    """
    kept: dict[Lines, list[Cells]] = {table: [] for table, order in orders.items() if order.sorts}
    for some in lines:
        now = dict(some)
        for table, places_of in listed.items():
            found = [line for line in some.get(table, ()) if _key(table, line) in places_of]
            now[table] = [] if table in kept else found
            if table in kept:
                kept[table] += found
        yield now
    for table, cells in kept.items():
        yield {table: _sorted(cells, table, listed[table])}


def _sorted(cells: list[Cells], table: Lines, listed: Places) -> list[Cells]:
    return sorted(cells, key=lambda line: listed[_key(table, line)])


def _key(table: Lines, line: Cells) -> Line:
    first, second = KEYS[table](line)
    return first, second
