"""Turn what rows propose into differences that can be written: one for each cell of the project."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from models.actions.cells import Cell, Refusal, Written, write_cells
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Record
from models.ids import Id
from models.known import Known
from models.returning.comparing_table import UNIT, ComparedTable
from models.returning.comparison import Difference
from models.returning.proposals import About, Place, Proposal, Refused
from models.store.snapshot import Snapshot
from models.translation import _, counted

Changed = Collection[tuple[Id, str]]
"""What was changed in the project since the files were exported: fields of records, and variables of their subjects."""

FIELDS = {"value": ("value", "upper", "qualifier")}
"""The fields that an attribute writes, where these are not the one with its name."""


class Differences:
    """Makes differences, with the records and answers of a snapshot."""

    def __init__(
        self, snapshot: Snapshot, proposals: Iterable[Proposal], tables: Sequence[ComparedTable], changed: Changed
    ) -> None:
        self._proposals, self._tables, self._changed = [*proposals], tables, changed
        ids = {each.about.id for each in self._proposals}
        self._records: dict[Id, Record] = {each.id: each for each in snapshot.records_with(ids)}
        answers = snapshot.answers_about(ids)
        self.known = Known(snapshot.registry(), lambda record: answers.get(record, ()))

    def made(self) -> tuple[tuple[Difference, ...], tuple[Refusal, ...]]:
        """Return the differences that can be written, and the cells that are refused."""
        refused = list[Refusal]()
        differences = list[Difference]()
        for proposal in self._proposals:
            if len(proposal.texts) > 1:
                refused += self._conflicts(proposal)
            else:
                differences.append(self._difference(proposal))
        given = [(each.cell, each.text) for each in differences] + [pair for each in differences for pair in each.also]
        written = write_cells(given, self.known)
        becomes = {_key(each.cell): each.text for each in written.changed}
        possible = tuple(
            replace(each, becomes=becomes[key])
            for each in differences
            if (key := _key(each.cell)) in becomes and becomes[key] != each.cell.text
        )
        return _in_order(possible), (*refused, *written.refused)

    def _difference(self, proposal: Proposal) -> Difference:
        ((text, places),) = proposal.texts.items()
        cell = self._cell(proposal, places[0])
        also: tuple[tuple[Cell, str], ...] = ()
        if proposal.unit is not None and cell.record is not None:
            unit = replace(cell, column="unit", attribute=UNIT, text=proposal.unit)
            also = ((unit, proposal.unit),)
        doubt = proposal.doubt
        if self._is_changed(proposal):
            doubt = _("It was changed in the project after the export.")
        return Difference(cell, text, text, self._note(proposal, places), doubt, also)

    def _cell(self, proposal: Proposal, place: Place) -> Cell:
        record, attribute = self._records[proposal.about.id], proposal.attribute
        text = attribute.edit_text(attribute.read(record, self.known))
        where = where_of(place, proposal.about, several=len(self._tables) > 1)
        return Cell(place.row - 1, place.column, text, attribute, record, "", where, proposal.about.article)

    def _note(self, proposal: Proposal, places: Sequence[Place]) -> str:
        """Return how many other rows about the record still have the text that the project has."""
        rows = sum(table.rows_of[proposal.about.id] for table in self._tables if table.has(proposal.attribute))
        others = rows - len(places)
        if others < 1 or not any(table.has(proposal.attribute) for table in self._tables):
            return ""
        return counted("{count:,} other row has the old text.", "{count:,} other rows have the old text.", others)

    def _conflicts(self, proposal: Proposal) -> Iterator[Refusal]:
        """Refuse the texts of a cell that has different ones in different rows."""
        reason = _("Rows about the same record say different things: {texts}.").format(
            texts=", ".join(f"“{text}”" for text in proposal.texts)
        )
        for text, places in proposal.texts.items():
            for place in places:
                yield Refusal(self._cell(proposal, place), text, reason)

    def _is_changed(self, proposal: Proposal) -> bool:
        kind, name = proposal.attribute.kind, proposal.attribute.name
        names = (kind.variable.id,) if isinstance(kind, AnswerKind) else FIELDS.get(name, (name,))
        return any((proposal.about.id, each) in self._changed for each in names)


def refusals(refused: Iterable[Refused], *, several: bool) -> Iterator[Refusal]:
    """Yield the cells that cannot be taken as refusals; `several` says that there are several tables."""
    for each in refused:
        where = where_of(each.place, each.about, several=several)
        cell = Cell(each.place.row - 1, each.place.column, each.now, about=where, article=each.about.article)
        yield Refusal(cell, each.given, each.reason)


def where_of(place: Place, about: About, *, several: bool) -> str:
    """Return a row and its record in words; with its sheet if there are several."""
    row = (
        _("{sheet}, row {row}").format(sheet=place.sheet, row=place.row)
        if several
        else _("Row {row}").format(row=place.row)
    )
    words = " ".join(about.words.split())
    return f"{row}: {words}" if words else row


def write(differences: Collection[Difference], known: Known) -> Written:
    """Return the one edit that gives the cells of some differences their texts."""
    given = [(each.cell, each.text) for each in differences] + [pair for each in differences for pair in each.also]
    written = write_cells(given, known)
    kept = [each for each in written.changed if each.text != each.cell.text]
    edit = replace(written.edit, label=_("Import edited tables"))
    return Written.of(edit, kept, written.refused)


def _key(cell: Cell) -> tuple[Id, type[Record], str]:
    assert cell.record is not None and cell.attribute is not None, "every difference is of a record"
    return cell.record.id, cell.attribute.of, cell.attribute.name


def _in_order(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Sort differences by their rows."""
    return tuple(sorted(differences, key=lambda each: each.cell.row))
