"""The statements of the article on the screen, in text order. Edits change single lines; nothing is read again."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from gui.tables.statement_columns import STATEMENT_COLUMNS, STATEMENT_VARIABLES
from gui.tables.statement_lines import StatementLinesModel
from gui.tables.table_model import NOWHERE, Index
from models.edits import Change, Edit
from models.entities import Answer, Claim, Number, Record, Span, Speaker
from models.ids import Id
from models.lines.positions import Position, all_positions, positions_of, statement_at
from models.lines.statement import Statement
from models.records import ArticleRecords


class StatementsTableModel(StatementLinesModel):
    """A line for each number of a claim, each claim without one and each number without a claim, of one article."""

    group_changed = Signal(int, int)
    """The first and last row of a claim whose words or lines have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(STATEMENT_COLUMNS, STATEMENT_VARIABLES, parent)
        self._places: list[Position] = []
        self._of_group: dict[Id, list[Position]] = {}
        self._lines: dict[Position, Statement] = {}

    @property
    def records(self) -> ArticleRecords | None:
        """What the lines are made from."""
        return self.project.records if self.project else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def line(self, row: int) -> Statement | None:
        place = self._places[row]
        if place not in self._lines and self.project is not None and self.records is not None:
            found = statement_at(self.records, self.project.registry, place)
            if found is None:  # a view may still ask for a line while it is being removed
                return None
            self._lines[place] = found
        return self._lines.get(place)

    def group(self, row: int) -> tuple[int, int]:
        places = self._of_group[self._places[row].group]
        first = self._row(places[0])
        return first, first + len(places) - 1

    def counts(self) -> tuple[int, int]:
        return (len(self.records.claims), len(self.records.numbers)) if self.records else (0, 0)

    def row_of(self, record: Id) -> int | None:
        number = self.records.numbers.get(record) if self.records else None
        group = number.claim or number.id if number else record
        places = [place for place in self._of_group.get(group, []) if record in (place.claim, place.number)]
        return self._row(places[0]) if places else None

    def _row(self, place: Position) -> int:
        return bisect_left(self._places, place)

    def show_article(self) -> None:
        """Show the statements of another article."""
        self.beginResetModel()
        self.start_over()
        self.endResetModel()

    def start_over(self) -> None:
        self._places = all_positions(self.records) if self.records else []
        self._lines = {}
        self._of_group = {}
        for place in self._places:
            self._of_group.setdefault(place.group, []).append(place)

    def follow(self, edit: Edit) -> None:
        """Update the lines that an edit touched, and no others."""
        if self.records is None or not (self.records.article.id in edit.articles or edit.concerns(Speaker)):
            return
        if self.records.article.id in edit.corrected:
            self.show_article()  # words differ also in lines of which no row has changed
            return
        self.following = True
        for group in dict.fromkeys(self._touched(edit.within(self.records.article.id))):
            self._renew(group, positions_of(self.records, group))
        renamed = {change.row.id for change in edit.changes_of(Speaker)}
        if self._places and renamed:
            self._lines.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, 0))
            for claim in self.records.claims.values():
                if claim.speaker in renamed and (row := self.row_of(claim.id)) is not None:
                    self.group_changed.emit(*self.group(row))
        self.following = False

    def _touched(self, changes: Iterable[Change]) -> Iterator[Id]:
        """Return the claims and loose numbers that changes are about; a number that moves to another claim is about
        both.
        """
        for change in changes:
            for row in (change.before, change.after):
                if row is not None:
                    yield from self._groups(row)

    def _groups(self, row: Record) -> Iterator[Id]:
        assert self.records is not None
        match row:
            case Claim():
                yield row.id
            case Answer(number=str() as number):
                known = self.records.numbers.get(number)
                yield (known.claim if known else None) or number
            case Answer(claim=str() as claim):
                yield claim
            case Number():
                yield row.claim or row.id
            case Span(number=str() as number):
                known = self.records.numbers.get(number)
                yield (known.claim if known else None) or number
            case Span(claim=str() as claim):
                yield claim

    def _renew(self, group: Id, new: list[Position]) -> None:
        """Replace the lines of one claim: in place if there are as many as before, so that no line changes its row."""
        old = self._of_group.get(group, [])
        for place in (*old, *new):
            self._lines.pop(place, None)
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
        self.group_changed.emit(first, last)

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
