"""Compare edited tables with the project, line by line."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.attributes.built_in import attribute
from models.entities import Article, Claim, Number, Qualifier, Record, Speaker
from models.errors import OnrecordError
from models.exports.lines import Field, Lines, pick
from models.exports.options import DecimalMark
from models.ids import Id
from models.quantities.writing import write_value
from models.registry import Registry
from models.returning.comparison import LostRow, NotTaken
from models.returning.proposals import About, Place, Proposals
from models.returning.reading_cells import Read
from models.returning.recognising import BadRow, Key, ReturnedRow, ReturnedTable
from models.returning.returned_columns import ReturnedColumn
from models.returning.who_says import Named, resolve
from models.store.exported_cells import Cells
from models.text.context import Context
from models.translation import _

IDS: tuple[Field, ...] = ((Article, "id"), (Speaker, "id"), (Claim, "id"), (Number, "id"))
WORDS: tuple[Field, ...] = ((Article, "title"), (Speaker, "name"), (Claim, "words"), (Number, "words"))
OF_NUMBER: tuple[Field, ...] = ((Number, "value"), (Number, "upper"), (Number, "qualifier"), (Number, "unit"))
KINDS: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
VALUE, UNIT = attribute(Number, "value"), attribute(Number, "unit")
MOST_LOST = 1_000
"""Rows of the project that a file does not have and that are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class _Differing:
    """A cell of a row that differs: its column, what the project has, what the file has, and what that says."""

    column: ReturnedColumn
    now: Any
    given: str
    read: Read


@dataclass(frozen=True, slots=True)
class _Line:
    """The ids and words of the records of a line, by class, and what it has of its number."""

    records: dict[type[Record], About]
    value: float | None
    upper: float | None
    qualifier: str | None
    unit: str | None

    @classmethod
    def of(cls, cells: Cells) -> "_Line":
        """Return what `_Compared` picks behind the columns of a table."""
        ids, words, number = cells[:4], cells[4:8], cells[8:]
        title = words[0] or ""
        return cls(
            {
                kind: About(kind, key, text or "", title)
                for kind, key, text in zip(KINDS, ids, words, strict=True)
                if key is not None
            },
            *number,
        )


class ComparedTable:
    """Compares the lines of one table, and keeps what it has found so far."""

    def __init__(self, returned: ReturnedTable, proposals: Proposals) -> None:
        self.returned, self._proposals = returned, proposals
        self._pick: Callable[[Cells], Cells] = pick(
            [*(column.field for column in returned.table.columns), *IDS, *WORDS, *OF_NUMBER]
        )
        self._width = len(returned.table.columns)
        names = [column.name for column in returned.table.columns]
        self._keys = [names.index(name) for name in returned.table.key]
        self._of_claims = returned.table.lines is Lines.STATEMENTS
        self.rows_of: Counter[Id] = Counter()
        self.named: list[Named] = []
        self._of_named: list[tuple[Place, _Line, list[_Differing]]] = []
        self._not_taken: dict[str, NotTaken] = {}
        self._found: set[Key] = set()
        self.lost, self.some_lost = 0, list[LostRow]()
        self._speaker_id = next((place for place, each in returned.columns if each.column.field == IDS[1]), None)

    @property
    def matched(self) -> int:
        """How many rows of the file are of the project."""
        return len(self._found)

    @property
    def has_context(self) -> bool:
        """Whether the file has sentences around claims."""
        return any(column.column.of is Context for _place, column in self.returned.columns)

    def compare(self, lines: Iterable[Cells]) -> None:
        """Compare some lines of the project with the rows of the file."""
        rows = self.returned.rows
        for cells in map(self._pick, lines):
            key = tuple(cells[place] or "" for place in self._keys)
            if row := rows.get(key):
                self._found.add(key)
                self._compare(row, cells, self.returned.columns)
            elif self._of_claims and (row := rows.get((key[0], ""))) and key[0]:
                # The claim had no number when the table was exported.
                if (key[0], "") not in self._found:
                    self._found.add((key[0], ""))
                    without = [each for each in self.returned.columns if each[1].column.of is not Number]
                    self._compare(row, cells, without)
            else:
                self._lose(cells)

    def _compare(self, row: ReturnedRow, cells: Cells, columns: Sequence[tuple[int, ReturnedColumn]]) -> None:
        reading, given_cells = self.returned.reading, row.cells
        plain = reading.mark is not DecimalMark.COMMA
        differing = []
        for place, column in columns:
            given, now = given_cells[place], cells[place]
            if given is None or given == now or (now is None and not given):
                continue
            if plain and not isinstance(now, str | None) and _is_number(given, now):
                continue
            if read := column.read(now, given, reading):
                differing.append(_Differing(column, now, given, read))
        ids = cells[self._width : self._width + len(IDS)]
        self.rows_of.update(each for each in ids[1:] if each is not None)
        if differing:
            self._take(row, _Line.of(cells[self._width :]), differing)

    def _take(self, row: ReturnedRow, line: _Line, differing: Sequence[_Differing]) -> None:
        """Propose what a row says about its records."""
        beside_claim = self.returned.table.lines is not Lines.SPEAKERS
        renamed = [each for each in differing if beside_claim and each.column.column.field == WORDS[1]]
        later = []
        for each in differing:
            if each in renamed or (renamed and each.column.column.field == IDS[1]):
                continue  # what a name means is found out when all rows are known
            if each.column.attribute is None:
                self._count_not_taken(row, each, differing)
            elif renamed and each.column.column.of is Speaker:
                later.append(each)
            elif not each.column.is_of_value:
                self._propose(row, line, each)
        if values := [each for each in differing if each.column.is_of_value]:
            self._propose_value(row, line, values, differing)
        for each in renamed:
            place = self._place(row, each.column)
            spoken = None if self._speaker_id is None else row.cells[self._speaker_id]
            claim, speaker = line.records.get(Claim), line.records.get(Speaker)
            self.named.append(Named(place, claim, speaker, each.read.text, spoken))
            self._of_named.append((place, line, later))

    def _propose(self, row: ReturnedRow, line: _Line, each: _Differing) -> None:
        place, found = self._place(row, each.column), each.column.attribute
        about = line.records.get(each.column.column.of)  # type: ignore[arg-type]  # the class of a record
        assert found is not None, "only columns of attributes propose something"
        if about is None:
            reason = _("This row has no such record: its cell cannot hold anything.")
            self._proposals.refuse(place, next(iter(line.records.values())), each.now, each.given, reason)
        elif each.read.refusal:
            self._proposals.refuse(place, about, each.now, each.given, each.read.refusal)
        else:
            self._proposals.propose(found, about, each.read.text, place, each.read.doubt)

    def _propose_value(
        self, row: ReturnedRow, line: _Line, values: Sequence[_Differing], differing: Sequence[_Differing]
    ) -> None:
        """Propose the value of a number and its upper value together, with the qualifier that it has."""
        refused = [each for each in values if each.read.refusal]
        about = line.records.get(Number)
        if refused or about is None:
            for each in refused or values:
                self._propose(row, line, each)
            return
        figures = {each.column.column.name: each.read.figure for each in values}
        value, upper = figures.get("value", line.value), figures.get("upper", line.upper)
        place = self._place(row, values[0].column)
        text = write_value(value, upper, Qualifier(line.qualifier or Qualifier.EXACT))
        if reason := _unreadable(text, value, upper):
            self._proposals.refuse(place, about, values[0].now, values[0].given, reason)
            return
        doubt = next((each.read.doubt for each in values if each.read.doubt), "")
        proposal = self._proposals.propose(VALUE, about, text, place, doubt)
        if all(each.column.attribute is not UNIT for each in differing) and value is not None:
            proposal.unit = line.unit

    def _place(self, row: ReturnedRow, column: ReturnedColumn) -> Place:
        return Place(self.returned.name, row.number, column.column.name)

    def _count_not_taken(self, row: ReturnedRow, each: _Differing, differing: Sequence[_Differing]) -> None:
        source, name = each.column.source, each.column.column.name
        if source and any(other.column.attribute is source for other in differing):
            return  # it follows from what is changed in the same row
        first = self._not_taken.get(name)
        now = "" if each.now is None else str(each.now)
        self._not_taken[name] = (
            NotTaken(first.sheet, name, first.count + 1, first.reason, first.row, first.now, first.given)
            if first
            else NotTaken(self.returned.name, name, 1, each.column.reason, row.number, now, each.given)
        )

    def _lose(self, cells: Cells) -> None:
        self.lost += 1
        if len(self.some_lost) < MOST_LOST:
            records = _Line.of(cells[self._width :]).records
            about = next((records[kind] for kind in (Claim, Number, Speaker) if kind in records), None)
            if about:
                self.some_lost.append(LostRow(self.returned.name, about.words, about.article))

    # When all lines are compared

    def resolve(self, registry: Registry) -> None:
        """Propose what changed names of speakers mean, and what else these rows say about the speakers."""
        others = resolve(self.named, self.rows_of, registry, self._proposals)
        for place, line, later in self._of_named:
            for each in later:
                row = ReturnedRow(place.row, ())
                if place not in others:
                    self._propose(row, line, each)
                elif about := line.records.get(Speaker):
                    reason = _("This row gives the claim another speaker; what else it says of a speaker is not taken.")
                    self._proposals.refuse(self._place(row, each.column), about, each.now, each.given, reason)

    def not_taken(self) -> list[NotTaken]:
        """Return the columns that differ and cannot be changed."""
        return list(self._not_taken.values())

    def unknown(self) -> list[BadRow]:
        """Return the rows whose ids the project does not have."""
        return [
            BadRow(self.returned.name, row.number, _("The project has no record with the ids of this row."))
            for key, row in self.returned.rows.items()
            if key not in self._found
        ]

    def has(self, proposed: Any) -> bool:
        """Return whether a column of the file shows an attribute."""
        return any(column.attribute == proposed for _place, column in self.returned.columns)


def _is_number(given: str, now: float) -> bool:
    try:
        return float(given) == now
    except ValueError:
        return False


def _unreadable(text: str, value: float | None, upper: float | None) -> str:
    """Return why the value and upper value of a number cannot be written; empty if they can."""
    if value is None:
        return _("A range needs both its values.") if upper is not None else ""
    try:
        read = VALUE.parse(text, Registry())
    except OnrecordError as error:
        return error.advice
    if read is None or (read.value, read.upper) != (value, upper):
        return _("These two values are not a range.")
    return ""
