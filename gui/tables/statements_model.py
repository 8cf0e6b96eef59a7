"""The statements of the article on the screen, in text order. Edits change single lines; nothing is read again."""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Iterator, Mapping

from PySide6.QtCore import Signal

from gui.editors.refusal import NOT_SAVED
from gui.tables.columns import Column
from gui.tables.open_cell import Write
from gui.tables.placed_lines import PlacedLinesModel
from gui.tables.suggested_lines import MANY, SuggestedLine, TypedIn, suggested_lines, suggested_positions
from gui.tables.table_model import Index
from models.edits import Change, Edit
from models.entities import Answer, Claim, Number, Record, Span, Speaker
from models.ids import Id
from models.known import Known
from models.lines.positions import Position, all_positions, positions_of, statement_at
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.registry import Registry
from models.suggestions.offered import Offered
from models.suggestions.reasons import reason
from models.suggestions.still_open import Difference


class StatementsTableModel(PlacedLinesModel):
    """A line for each number of a claim, each claim without one and each number without a claim, of one article.

    Between them stand the lines of suggestions, which `shown` returns and `line` does not: nothing that is done with
    the lines of records is done with them.
    """

    typed_in_suggestion = Signal(TypedIn)

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[Position, Statement] = {}
        self._offered: dict[Id, Offered] = {}
        self._suggested: dict[Position, SuggestedLine] = {}
        """The lines of suggestions that were looked at, as `_lines` has those of records."""
        self._suggested_places: list[Position] = []

    @property
    def records(self) -> ArticleRecords | None:
        """What the lines are made from."""
        return self.project.shown if self.project else None

    def line(self, row: int) -> Statement | None:
        place = self._places[row]
        if place.group in self._offered:
            return None
        if place not in self._lines and self.project is not None and self.records is not None:
            found = statement_at(self.records, self.project.registry, place)
            if found is None:  # a view may still ask for a line while it is being removed
                return None
            self._lines[place] = found
        return self._lines.get(place)

    def shown(self, row: int) -> Statement | None:
        found = self.suggested(row)
        return found.statement if found else self.line(row)

    def suggested(self, row: int) -> SuggestedLine | None:
        place = self._places[row] if 0 <= row < len(self._places) else None
        found, records = self._offered.get(place.group) if place else None, self.records
        if place is None or found is None or records is None or self.project is None:
            return None
        if place not in self._suggested:
            self._suggested.update(suggested_lines(found, records, self.project.registry))
        return self._suggested.get(place)

    def row_number(self, row: int) -> str:
        """Return the number of a record among the records; a dot stands beside a suggestion."""
        place = self._places[row]
        return "·" if place.group in self._offered else str(row + 1 - bisect_left(self._suggested_places, place))

    def counts(self) -> tuple[int, int]:
        records = super().records  # nothing is counted before everything is known
        return (len(records.claims), len(records.numbers)) if records else (0, 0)

    def row_of(self, record: Id) -> int | None:
        number = self.records.numbers.get(record) if self.records else None
        group = number.claim or number.id if number else record
        places = [place for place in self._of_group.get(group, []) if record in (place.claim, place.number)]
        return self._row(places[0]) if places else None

    def forget(self, place: Position) -> None:
        self._lines.pop(place, None)

    def show_article(self) -> None:
        """Show the statements of another article."""
        self.beginResetModel()
        self.start_over()
        self.endResetModel()

    def start_over(self) -> None:
        self._offered, self._suggested, self._suggested_places = {}, {}, []
        self._lines = {}
        self.place(all_positions(self.records) if self.records else [])

    def follow(self, edit: Edit) -> None:
        """Update the lines that an edit touched, and no others."""
        if self.records is None or not (self.records.article.id in edit.articles or edit.concerns(Speaker)):
            return
        if self.records.article.id in edit.corrected:
            self.show_article()  # words differ also in lines of which no row has changed
            return
        self.following = True
        for group in dict.fromkeys(self._touched(edit.within(self.records.article.id))):
            self.renew(group, positions_of(self.records, group))
        renamed = {change.row.id for change in edit.changes_of(Speaker) if change.before}
        if self._places and renamed:
            self._lines.clear()
            self._suggested.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, 0))
            for claim in self.records.claims.values():
                if claim.speaker in renamed and (row := self.row_of(claim.id)) is not None:
                    self.group_changed.emit(*self.group(row), False)
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

    # Suggestions

    @property
    def suggestion_count(self) -> int:
        """How many suggestions have lines."""
        return len(self._offered)

    def take_suggestions(self, difference: Difference) -> None:
        """Show the lines of suggestions as they are now, and not of those that are gone."""
        gone = [each for each in difference.gone if self._offered.pop(each, None)]
        changed = [each.id for each in difference.put if each.id in self._offered]
        new = [each.id for each in difference.put if each.id not in self._offered]
        self._offered.update((each.id, each) for each in difference.put)
        self.following = True
        lines = self._place_lines([*gone, *changed, *new])
        for group in (*gone, *changed):
            self.renew(group, lines[group])
        if len(new) < MANY:
            for group in new:
                self.renew(group, lines[group])
        else:
            self.insert_many(sorted(place for group in new for place in lines[group]))
        self.following = False

    def _place_lines(self, ids: Iterable[Id]) -> Mapping[Id, list[Position]]:
        """Return the new positions of the lines of some suggestions, and keep them; none for those that are gone."""
        places = dict[Id, list[Position]]()
        for each in ids:
            for place in self._of_group.get(each, ()):
                self._suggested.pop(place, None)
                del self._suggested_places[bisect_left(self._suggested_places, place)]
            places[each] = suggested_positions(self._offered[each]) if each in self._offered else []
            for place in places[each]:
                insort(self._suggested_places, place)
        return places

    def asked(self, line: Statement) -> Known:
        """Return what attributes ask about a line; the speaker of a suggestion need not be known yet."""
        if (line.claim or line.number or line.article).id in self._offered:
            return Known(Registry((line.speaker,) if line.speaker else ()), line.answers_of)
        return super().asked(line)

    def words(self, line: Statement, column: Column[Statement]) -> str:
        """Return the text of a cell; a speaker who is not certain has a question mark."""
        text = super().words(line, column)
        found = self._offered.get(line.claim.id) if line.claim and text and column.name == "speaker" else None
        return f"{text}?" if found and not SuggestedLine(found, line).is_certain else text

    def tip(self, row: int, line: Statement, column: Column[Statement]) -> str:
        """Return more than fits into a cell; of a suggestion, also what it was found by."""
        found, words = self.suggested(row), super().tip(row, line, column)
        if found is None or self.project is None or self.records is None:
            return words
        why = reason(found.offered.suggestion, self.records.text, self.project.registry)
        return "\n\n".join(filter(None, (words, why)))

    def editable(self, row: int, column: int) -> bool:
        """Return whether a cell can be edited; of a suggestion, what its claim and its number have."""
        if not super().editable(row, column):
            return False
        found = self.suggested(row)
        edited = self.columns[column].edited(found.statement) if found else None
        return edited is None or edited[0].of in (Claim, Number)

    def write(
        self, index: Index, typed: str, write: Write | None = None, kept_in: Hashable | None = None
    ) -> str | None:
        """Write a cell. One of a suggestion is reported, to be recorded with what was typed once the cell is closed."""
        found = self.suggested(index.row())
        if found is None:
            return super().write(index, typed, write, kept_in)
        column = self.columns[index.column()]
        edited = column.edited(found.statement)
        if edited is None:
            return NOT_SAVED
        if typed.strip() == self.edit_text(found.statement, column):
            return None
        reason = self.refusal(index, typed)
        if reason is None:
            number = found.number if edited[0].of is Number else None
            self.typed_in_suggestion.emit(TypedIn(found.offered.id, number, edited[0], typed, column.name))
        return reason
