"""The lines of a long list that are in memory: the pages that a view looks at, and those it looked at before."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

from gui.tables.picked import PAGE
from models.ids import Id
from models.lines.statement import Statement

PAGES_KEPT = 10
HELD_PAGES = 4
"""Pages that stay in memory because a view holds on to lines of theirs, such as the current one."""
LOOKED_AT = 2
"""Pages that a view shows at once."""

Lines = Sequence[Statement | None]


class LinePages:
    """Pages of lines by their numbers. Rows are counted from the first line of the list."""

    def __init__(self) -> None:
        self._pages: dict[int, Lines] = {}
        self._looked_at: deque[int] = deque(maxlen=LOOKED_AT)

    def __contains__(self, page: int) -> bool:
        return page in self._pages

    def items(self) -> Iterator[tuple[int, Lines]]:
        """Yield the pages that are in memory now, each with its number."""
        return iter([*self._pages.items()])

    @property
    def are_too_many(self) -> bool:
        """Whether some pages should be dropped."""
        return len(self._pages) > PAGES_KEPT

    @property
    def looked_at(self) -> list[int]:
        """The pages that a view has looked at last."""
        return [*self._looked_at]

    @property
    def missing(self) -> list[int]:
        """The pages that a view has looked at last and that are not in memory."""
        return [page for page in self._looked_at if page not in self._pages]

    def line(self, row: int) -> Statement | None:
        """Return a line that a view looks at; None if it is not in memory."""
        page, at = divmod(row, PAGE)
        if page not in self._looked_at:
            self._looked_at.append(page)
        lines = self._pages.get(page, ())
        return lines[at] if at < len(lines) else None

    def lines_in(self, rows: range) -> Lines | None:
        """Return the lines of some rows of one page; None if not all of them are in memory."""
        page, first = divmod(rows.start, PAGE)
        lines = self._pages.get(page, ())
        return lines[first : first + len(rows)] if first + len(rows) <= len(lines) else None

    def rows(self) -> list[int]:
        """Return the rows whose lines are in memory."""
        return [page * PAGE + at for page in sorted(self._pages) for at in range(len(self._pages[page]))]

    def row_of(self, record: Id) -> int | None:
        """Return the first row about a record; None if it is not in memory."""
        rows = (
            page * PAGE + at for page, lines in self.items() for at, line in enumerate(lines) if _is_about(line, record)
        )
        return min(rows, default=None)

    def put(self, page: int, lines: Lines) -> range | None:
        """Replace the lines of a page; return the rows from the first to the last that differs."""
        known = self._pages.pop(page, ())
        self._pages[page] = lines
        changed = [at for at, (was, now) in enumerate(zip_longest(known, lines)) if was != now]
        return range(page * PAGE + changed[0], page * PAGE + changed[-1] + 1) if changed else None

    def replace(self, pages: Mapping[int, Lines]) -> None:
        """Keep the lines of these pages and no others."""
        self._pages = dict(pages)

    def keep_only(self, pages: Collection[int]) -> None:
        """Drop the lines of all other pages; those of these pages that are not in memory are none."""
        self._pages = {page: self._pages.get(page, ()) for page in pages}

    def drop_oldest(self, held_rows: Collection[int]) -> None:
        """Drop the pages that were put longest ago, as far as they are too many. Those with lines that a view holds on
        to stay, unless they are many.
        """
        held = {row // PAGE for row in held_rows}
        spare = [page for page in self._pages if page not in held or len(held) > HELD_PAGES]
        for page in spare[: max(len(self._pages) - PAGES_KEPT, 0)]:
            del self._pages[page]


def _is_about(line: Statement | None, record: Id) -> bool:
    return line is not None and record in (line.claim and line.claim.id, line.number and line.number.id)
