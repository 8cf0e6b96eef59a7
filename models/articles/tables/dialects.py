"""How a file of text separates the cells of a table, seen from its first lines."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

SEPARATORS = (",", ";", "\t", "|", "^", "~", "¦", "§", "\x1f")

LONGEST_CELL = 1 << 30
"""Characters that a cell can have for the reader of Python, whose own limit is shorter than some texts."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The separator of cells, and how quotation marks are used.

    `quoted` says that they enclose cells. Inside, a mark is doubled, or has a backslash before it if so; `spaced` says
    that blanks follow separators.
    """

    separator: str
    quoted: bool = True
    backslash: bool = False
    spaced: bool = False

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """Yield the rows of a table. Raises csv.Error where quotation marks are wrong."""
        csv.field_size_limit(LONGEST_CELL)
        form: dict[str, Any] = {"strict": True, "delimiter": self.separator, "skipinitialspace": self.spaced}
        if not self.quoted:
            form |= {"quoting": csv.QUOTE_NONE}
        elif self.backslash:
            form |= {"doublequote": False, "escapechar": "\\"}
        return csv.reader(lines, **form)


def dialect_of(beginning: str, *, is_cut: bool) -> Dialect:
    """Return the dialect in which the first lines of a file have most rows with the same number of cells."""
    separators = [each for each in SEPARATORS if each in beginning] or ["\x1f"]
    found = [dialect for each in separators for dialect in _possible(each, beginning)]
    return max(found, key=lambda each: _fit(each, beginning, is_cut=is_cut))


def _possible(separator: str, beginning: str) -> Iterator[Dialect]:
    """Yield the ways in which a file with a separator may use quotation marks, the usual way first."""
    yield Dialect(separator)
    if f'{separator} "' in beginning:
        yield Dialect(separator, spaced=True)
    if '\\"' in beginning:
        yield Dialect(separator, backslash=True)
    cells = [cell for line in beginning.splitlines() for cell in line.split(separator)]
    # Marks that enclose cells are at the end of a cell as often as at the beginning.
    if 2 * sum(cell.endswith('"') for cell in cells) < sum(cell.startswith('"') for cell in cells):
        yield Dialect(separator, quoted=False)


def _fit(dialect: Dialect, beginning: str, *, is_cut: bool) -> tuple[bool, bool, float, int]:
    rows, is_broken = _tried(dialect, beginning, is_cut=is_cut)
    if not rows:
        return False, False, 0, 0
    width, count = max(Counter(map(len, rows)).items(), key=lambda each: (each[0] > 1, each[1]))
    return width > 1 and count > len(rows) / 2, not is_broken, round(count / len(rows), 3), width


def _tried(dialect: Dialect, beginning: str, *, is_cut: bool) -> tuple[Sequence[Sequence[str]], bool]:
    """Return the rows in the first lines that are not blank, and whether there is an error before the end."""
    rows: list[list[str]] = []
    lines = StringIO(beginning, newline="")
    try:
        rows += (row for row in dialect.rows(lines) if any(map(str.strip, row)))
    except csv.Error:
        return rows, not is_cut or lines.tell() < len(beginning)
    return (rows[:-1] if is_cut and len(rows) > 1 else rows), False
