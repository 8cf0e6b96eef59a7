"""Which lines of an article are boilerplate, and how they gather into folds; knows no widget."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from gui.article.line_index import LineIndex


@dataclass(frozen=True, slots=True)
class Fold:
    """A row of boilerplate lines with nothing but blank lines between them; `after` is the next line that shows.

    `count` is the number of lines that are not blank. At the end of a text `after` is None.
    """

    first: int
    last: int
    after: int | None
    count: int

    @property
    def hidden(self) -> range:
        """The lines that are not shown while it is folded: with the blank lines behind, which would be a hole."""
        return range(self.first, self.after if self.after is not None else self.last + 1)

    @property
    def label(self) -> str:
        """What stands in place of the lines."""
        return "1 line of boilerplate" if self.count == 1 else f"{self.count} lines of boilerplate"


class Folds:
    """The folds of one article, in order, and which of them are open."""

    def __init__(self, lines: LineIndex, boilerplate: Iterable[tuple[int, int]] = ()) -> None:
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

    def reopened(self, boilerplate: Iterable[tuple[int, int]]) -> "Folds":
        """The same article with other boilerplate; what was open stays open, so that the place is not lost."""
        folds = Folds(self._lines, boilerplate)
        folds._open = set(self._open)
        return folds

    def is_open(self, fold: Fold) -> bool:
        """Whether its lines are shown. An article of boilerplate alone is never hidden away whole."""
        lone = len(self.all) == 1 and fold.after is None and self._begins_the_text(fold)
        return lone or any(number in self._open for number in range(fold.first, fold.last + 1))

    def turn(self, fold: Fold, *, is_open: bool) -> None:
        """Open or close a fold."""
        numbers = range(fold.first, fold.last + 1)
        self._open = self._open | set(numbers) if is_open else self._open - set(numbers)

    def holding(self, line: int) -> Fold | None:
        """The fold that a line belongs to, or hides with."""
        at = bisect_right(self._firsts, line) - 1
        return self.all[at] if at >= 0 and line in self.all[at].hidden else None

    def is_hidden(self, line: int) -> bool:
        """Whether a line is inside a closed fold."""
        fold = self.holding(line)
        return fold is not None and not self.is_open(fold)

    def nearest(self, line: int) -> Fold | None:
        """The fold that a line is in, or else the one with the fewest lines between."""
        return min(
            self.all,
            key=lambda fold: 0 if line in fold.hidden else min(abs(line - fold.first), abs(line - fold.last)),
            default=None,
        )

    def place(self, fold: Fold) -> int | None:
        """The line above which the fold's label stands; None for the end of the text."""
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
        behind = range(group[-1] + 1, len(lines))
        after = next((number for number in behind if not lines.is_blank(number)), None)
        yield Fold(group[0], group[-1], after, len(group))
