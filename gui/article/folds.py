"""The boilerplate of an article, gathered into folds that can be closed; knows no widget."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from gui.article.line_index import LineIndex
from models.text.ranges import Range
from models.translation import counted


@dataclass(frozen=True, slots=True)
class Fold:
    """Boilerplate lines with nothing but blank lines between them.

    `count` is the number of lines that are not blank, `after` the next such line, None at the end of the text.
    """

    first: int
    last: int
    after: int | None
    count: int

    @property
    def hidden(self) -> range:
        """The lines that a closed fold hides: also the blank ones after it, which would leave a hole."""
        return range(self.first, self.after if self.after is not None else self.last + 1)

    @property
    def label(self) -> str:
        """The words that are shown in place of the lines."""
        return counted("{count:,} line of boilerplate", "{count:,} lines of boilerplate", self.count)


class Folds:
    """The folds of one article, in order, and which of them are open."""

    def __init__(self, lines: LineIndex, boilerplate: Iterable[Range] = ()) -> None:
        self._lines = lines
        self.numbers = frozenset(
            number
            for start, end in boilerplate
            if start < end
            for number in lines.touched(start, end)
            if not lines.is_blank(number)
        )
        self.all = tuple(_gather(lines, sorted(self.numbers)))
        self._firsts = [fold.first for fold in self.all]
        self._open: set[int] = set()

    def reopened(self, boilerplate: Iterable[Range]) -> "Folds":
        """Return the folds for other boilerplate in the same text; open ones stay open."""
        folds = Folds(self._lines, boilerplate)
        folds._open = set(self._open)
        return folds

    def is_open(self, fold: Fold) -> bool:
        """Return whether the lines of a fold are shown. An article that is all boilerplate is never hidden."""
        lone = len(self.all) == 1 and fold.after is None and self._begins_the_text(fold)
        return lone or any(number in self._open for number in range(fold.first, fold.last + 1))

    def turn(self, fold: Fold, *, is_open: bool) -> None:
        """Open or close a fold."""
        numbers = range(fold.first, fold.last + 1)
        self._open = self._open | set(numbers) if is_open else self._open - set(numbers)

    def holding(self, line: int) -> Fold | None:
        """Return the fold that a line belongs to, or is hidden with."""
        at = bisect_right(self._firsts, line) - 1
        return self.all[at] if at >= 0 and line in self.all[at].hidden else None

    def is_hidden(self, line: int) -> bool:
        """Return whether a line is in a closed fold."""
        return self.closed_around(line) is not None

    def closed_around(self, line: int) -> Fold | None:
        """Return the closed fold that hides a line, or None."""
        fold = self.holding(line)
        return None if fold is None or self.is_open(fold) else fold

    def shown_around(self, line: int) -> tuple[int | None, int | None]:
        """Return the numbers of the nearest visible lines at or before a line and at or after it, or None."""
        before = next((number for number in range(line, -1, -1) if not self.is_hidden(number)), None)
        after = next((number for number in range(line, len(self._lines)) if not self.is_hidden(number)), None)
        return before, after

    def nearest(self, line: int) -> Fold | None:
        """Return the fold that contains a line, or else the nearest."""
        return min(
            self.all,
            key=lambda fold: 0 if line in fold.hidden else min(abs(line - fold.first), abs(line - fold.last)),
            default=None,
        )

    def line_under_label(self, fold: Fold) -> int | None:
        """Return the line that is below the fold's label; None for the end of the text."""
        return fold.first if self.is_open(fold) else fold.after

    def _begins_the_text(self, fold: Fold) -> bool:
        return all(self._lines.is_blank(number) for number in range(fold.first))


def _gather(lines: LineIndex, numbers: list[int]) -> Iterable[Fold]:
    """Join boilerplate lines that are next to each other or have only blank lines between them."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and all(lines.is_blank(between) for between in range(groups[-1][-1] + 1, number)):
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        following = range(group[-1] + 1, len(lines))
        after = next((number for number in following if not lines.is_blank(number)), None)
        yield Fold(group[0], group[-1], after, len(group))
