"""Read the rows of a damaged project: those of each table, and those on pages of which nobody says whose they are."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.damaged.cells import Row, kind_of, rows
from models.damaged.pages import LEAF, Pages
from models.damaged.trees import Walk
from models.ids import Id
from models.store.salvage.shapes import Shape
from models.watching import UNWATCHED, Watch

MOST = 1 << 40
"""A root page with a higher number is none."""


@dataclass(slots=True)
class DamagedRows:
    """Reads the rows of a damaged file. Read the known tables first, and what is elsewhere afterwards. `watch` is told
    how many pages are read, and stops the reading (Interrupted).
    """

    pages: Pages
    watch: Watch = UNWATCHED
    walk: Walk = field(init=False)
    roots: dict[str, int] = field(init=False)
    """The first page of each table and index, by name, as far as the file still says it."""
    broken: set[str] = field(default_factory=set)
    """The tables that were not read whole."""
    uncounted: set[str] = field(default_factory=set)
    """The tables whose indexes do not say either which records there were."""
    _leaves: int = 0
    _read: int = 0

    def __post_init__(self) -> None:
        """Read which tables there are; the list of tables, too, can be on pages that are no longer found."""
        self._leaves = sum(kind_of(self.pages, each) == LEAF for each in range(1, self.pages.count + 1))
        self.walk = Walk(self.pages)
        self.roots = {}
        for leaf in self.walk.leaves(1):
            if found := dict(_roots(self.walk.rows(leaf))):
                self.roots |= found
            else:
                self.walk.broken = True
                self.walk.give_back(leaf)
        for leaf in self.walk.leaves_elsewhere() if self.walk.broken else ():
            found = dict(_roots(row for row in rows(self.pages, leaf) if row))
            if found:
                self.walk.used.add(leaf)
                self.roots = {**found, **self.roots}

    def known(self, shape: Shape) -> Iterator[Row]:
        """Yield the rows of a table that fit it."""
        if shape.table not in self.roots:
            self.broken.add(shape.table)
            return
        self.walk.broken = False
        for leaf in self.walk.leaves(self.roots[shape.table]):
            self._tell()
            found = [*self.walk.rows(leaf)]
            fits = [row for row in found if shape.likeness(row.values) is not None]
            if len(fits) < len(found):
                self.walk.broken = True
            if found and not fits:
                self.walk.give_back(leaf)
            yield from fits
        if self.walk.broken:
            self.broken.add(shape.table)

    def elsewhere(
        self, shapes: Mapping[str, Shape], tables: Collection[str], table_of: Mapping[Id, str]
    ) -> Iterator[tuple[Shape, Row]]:
        """Yield rows on pages that no table has, each with the table that it looks like a row of.

        They are looked for only where one of these `tables` was not read whole. `table_of` is the table of records that
        are known by their ids, from the history.
        """
        wanted = self.broken & {*tables}
        for number in self.walk.leaves_elsewhere() if wanted else ():
            self._tell()
            found = [row for row in rows(self.pages, number) if row]
            table = _table(found, shapes, table_of)
            if table in wanted:
                yield from ((shapes[table], row) for row in self.walk.rows(number))

    def _tell(self) -> None:
        """Tell how many of the pages with rows are read."""
        self._read += 1
        self.watch.go_on(min(self._read, self._leaves), self._leaves)

    def ids(self, table: str) -> set[Id]:
        """Return the ids of records that the index of a table has, as far as it can be read."""
        self.walk.broken = False
        root = self.roots.get(f"sqlite_autoindex_{table}_1")
        keys = [*self.walk.index(root)] if root else []
        if self.walk.broken or not root:
            self.uncounted.add(table)
        return {key[0] for key in keys if len(key) == 2 and isinstance(key[0], str) and len(key[0]) == 36}


def _roots(found: Iterable[Row]) -> Iterator[tuple[str, int]]:
    """Yield the tables and indexes that rows of the list of tables name, each with its first page."""
    for row in found:
        match row.values:
            case ("table" | "index", str() as name, str(), int() as root, _) if 1 < root < MOST:
                yield name, root


def _table(found: list[Row], shapes: Mapping[str, Shape], table_of: Mapping[Id, str]) -> str:
    """Return the table that all rows of a page are of, empty if it could be another one as well."""
    ids = (value for row in found for value in row.values[:2] if isinstance(value, str))
    known = Counter(table_of[each] for each in ids if each in table_of)
    if known:
        return known.most_common(1)[0][0]
    looks = Counter[str]()
    for row in found:
        for table, shape in shapes.items():
            likeness = shape.likeness(row.values)
            looks[table] += 0 if likeness is None else 1 + likeness
    best = looks.most_common(2)
    if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]
