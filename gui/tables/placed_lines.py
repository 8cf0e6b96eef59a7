"""The rows of the statements of one article: where each claim and loose number has its lines, in text order."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal

from gui.tables.statement_columns import STATEMENT_COLUMNS, STATEMENT_VARIABLES
from gui.tables.statement_lines import StatementLinesModel
from gui.tables.table_model import NOWHERE, Index
from models.ids import Id
from models.lines.positions import Position


class PlacedLinesModel(StatementLinesModel):
    """Keeps a place in the text for each row, and moves as few rows as possible when places change.

    The rows of one claim, or of a number without one, are a group. A subclass makes the lines.
    """

    group_changed = Signal(int, int, bool)
    """The first and last row of a claim whose words have changed; true if its lines are others too."""
    lines_arrived = Signal(list)
    """Lines of many groups have come at once: the first and last row of each."""

    def __init__(self) -> None:
        super().__init__(STATEMENT_COLUMNS, STATEMENT_VARIABLES)
        self._places: list[Position] = []
        self._of_group: dict[Id, list[Position]] = {}

    def forget(self, place: Position) -> None:
        """Drop the line at a place; it is made again when somebody looks at it."""
        raise NotImplementedError

    def place(self, places: list[Position]) -> None:
        """Begin with other places, in order. It is called within a reset."""
        self._places, self._of_group = places, {}
        for each in places:
            self._of_group.setdefault(each.group, []).append(each)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def group(self, row: int) -> tuple[int, int]:
        places = self._of_group[self._places[row].group]
        first = self._row(places[0])
        return first, first + len(places) - 1

    def _row(self, place: Position) -> int:
        return bisect_left(self._places, place)

    def renew(self, group: Id, new: list[Position]) -> None:
        """Replace the lines of one claim: in place if there are as many as before, so that no line changes its row."""
        old = self._of_group.get(group, [])
        for place in (*old, *new):
            self.forget(place)
        if len(old) == len(new):
            self._move(old, new)
        else:
            self._remove([place for place in old if place not in new])
            self._insert([place for place in new if place not in old])
        if not new:
            self._of_group.pop(group, None)
            return
        self._of_group[group] = new
        first = self._row(new[0])
        last = first + len(new) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.group_changed.emit(first, last, old != new)

    def _move(self, old: list[Position], new: list[Position]) -> None:
        """Move adjacent lines to their new rows."""
        if not old or old == new:
            return
        first = self._row(old[0])
        count = len(old)
        rest = self._places[:first] + self._places[first + count :]
        at = bisect_left(rest, new[0])
        moves = at != first
        if moves:
            to = at if at < first else at + count
            self.beginMoveRows(NOWHERE, first, first + count - 1, NOWHERE, to)
        rest[at:at] = new
        self._places = rest
        if moves:
            self.endMoveRows()

    def _remove(self, places: list[Position]) -> None:
        for place in places:
            row = self._row(place)
            self.beginRemoveRows(NOWHERE, row, row)
            del self._places[row]
            self._of_group[place.group] = [other for other in self._of_group[place.group] if other != place]
            self.endRemoveRows()

    def _insert(self, places: list[Position]) -> None:
        for place in places:
            row = self._row(place)
            self.beginInsertRows(NOWHERE, row, row)
            self._places.insert(row, place)
            self._of_group[place.group] = sorted([*self._of_group.get(place.group, []), place])
            self.endInsertRows()

    def insert_many(self, places: Sequence[Position]) -> None:
        """Insert lines, those that become neighbours together, and report them once."""
        for _row, run in groupby(places, self._row):
            several = [*run]
            row = self._row(several[0])
            self.beginInsertRows(NOWHERE, row, row + len(several) - 1)
            self._places[row:row] = several
            for place in several:
                self._of_group.setdefault(place.group, []).append(place)
            self.endInsertRows()
        first_of_each = {place.group: place for place in reversed(places)}
        self.lines_arrived.emit([self.group(self._row(place)) for place in reversed(first_of_each.values())])
