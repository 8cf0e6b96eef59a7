"""Walk through the tree of a table or an index, and notice where it is broken."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.damaged.cells import Row, Values, branches, keys, kind_of, rows
from models.damaged.pages import INDEX_INTERIOR, INDEX_LEAF, INTERIOR, LEAF, Pages


@dataclass(slots=True)
class Walk:
    """A walk through the trees of a file. `seen` has every page of a tree that was reached, since no page is in two;
    `used` has also the pages that rows go on in.
    """

    pages: Pages
    seen: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    broken: bool = False
    """Whether a tree is broken somewhere, or a row cannot be read."""

    def table(self, root: int) -> Iterator[Row]:
        """Yield the rows of a table that can be read."""
        for leaf in self.leaves(root):
            yield from self.rows(leaf)

    def leaves(self, root: int) -> Iterator[int]:
        """Yield the leaves of a table that are there."""
        yield from (number for number, kind in self._below(root, INTERIOR, LEAF) if kind == LEAF)

    def give_back(self, number: int) -> None:
        """Forget that a page was reached: it is of another tree."""
        self.seen.discard(number)
        self.used.discard(number)

    def rows(self, number: int) -> Iterator[Row]:
        """Yield the rows of a leaf that can be read."""
        self.used.add(number)
        for row in rows(self.pages, number):
            if row is None:
                self.broken = True
            else:
                self.used.update(row.pages)
                yield row

    def index(self, root: int) -> Iterator[Values]:
        """Yield the keys of an index that can be read."""
        for number, _kind in self._below(root, INDEX_INTERIOR, INDEX_LEAF):
            yield from keys(self.pages, number)

    def leaves_elsewhere(self) -> Iterator[int]:
        """Yield the leaves of tables that no tree has and that are not free: a branch above them may be lost."""
        free = self.pages.free()
        for number in range(2, self.pages.count + 1):
            if number not in self.used and number not in free and kind_of(self.pages, number) == LEAF:
                yield number

    def _below(self, root: int, inner: int, leaf: int) -> Iterator[tuple[int, int]]:
        """Yield the pages of a tree with their kinds, from the left to the right; each only once."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            kind = kind_of(self.pages, number) if 0 < number <= self.pages.count else 0
            if kind not in {inner, leaf} or number in self.seen:
                self.broken = True
                continue
            self.seen.add(number)
            self.used.add(number)
            yield number, kind
            if kind == inner:
                waiting.extend(reversed(branches(self.pages, number)))
