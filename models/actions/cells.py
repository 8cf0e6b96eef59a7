"""Give many cells of tables a text each, as one edit; cells that refuse theirs are listed with the reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from models.attributes.attribute import Attribute
from models.attributes.built_in import ATTRIBUTES
from models.edits import Change, Edit, made
from models.entities import Alias, Answer, Choice, Number, Record, Speaker, article_of
from models.errors import OnrecordError
from models.ids import Id
from models.known import Known
from models.text.folding import folded, spelling
from models.translation import _, counted

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: where it is, the text that it holds, and the attribute of the record that it edits.

    A cell without an attribute cannot be changed, for the `reason`. `about` is the record in words, and `article` the
    title of its article, for lists of changes.
    """

    row: int
    column: str
    text: str
    attribute: Attribute[Any, Any] | None = None
    record: Record | None = None
    reason: str = ""
    about: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A cell that is changed, and the text that it will hold."""

    cell: Cell
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that was not changed, the text that it was given, and why it cannot have it, in sentences."""

    cell: Cell
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """The edit that changes the cells that can be changed, these cells in their order, and the others.

    `records` counts those that are changed, and `articles` those of which something is changed.
    """

    edit: Edit
    changed: tuple[Rewritten, ...]
    refused: tuple[Refusal, ...]
    records: int
    articles: int

    @classmethod
    def of(cls, edit: Edit, changed: Iterable[Rewritten], refused: Iterable[Refusal]) -> "Written":
        """Count records and articles, and put the cells in order."""
        changed = sorted(changed, key=_row)
        records = {each.cell.record.id: each.cell.record for each in changed if each.cell.record}
        articles = {article_of(each) for each in records.values()} - {None}
        return cls(edit, tuple(changed), tuple(sorted(refused, key=_row)), len(records), len(articles))

    @property
    def count(self) -> int:
        """How many cells are changed."""
        return len(self.changed)


def _nothing() -> None:
    pass


def write_cells(
    given: Iterable[tuple[Cell, str]],
    known: Known,
    before_each: Callable[[], None] = _nothing,
    *,
    new: Iterable[Record] = (),
) -> Written:
    """Write a text into each of some cells. A text that a cell has already changes nothing.

    Each text is parsed by the attribute of its cell. Where several cells are one, because it is as high as all lines of
    a claim, the first text counts: the others are to be the same, or empty. `before_each` is called before each cell,
    and may raise an error that ends the work. Cells can also be those of `new` records, which the same edit makes.
    """
    writing = _Writing(known, new)
    for cell, text in sorted(given, key=_rank):
        before_each()
        writing.write(cell, text)
    return writing.written()


def change_cells(
    cells: Iterable[Cell],
    new_text: Callable[[str], str | None],
    known: Known,
    before_each: Callable[[], None] = _nothing,
) -> Written:
    """Give each cell a text made from the one it has, such as a replacement; None leaves it as it is."""
    given = ((cell, text) for cell in cells if (text := new_text(cell.text)) is not None)
    return write_cells(given, known, before_each)


def _rank(given: tuple[Cell, str]) -> int:
    """Return the place of a cell's attribute among all: a value changes a qualifier and a unit, which come after it."""
    return RANKS.get(_name(given[0].attribute), len(RANKS)) if given[0].attribute else 0


def _row(each: Rewritten | Refusal) -> int:
    return each.cell.row


def _name(attribute: Attribute[Any, Any]) -> tuple[type[Record], str]:
    return attribute.of, attribute.name


RANKS = {_name(each): rank for rank, each in enumerate(ATTRIBUTES)}


class _Writing:
    """The changes so far, by record, and what was refused."""

    def __init__(self, known: Known, new: Iterable[Record]) -> None:
        self._known = _Ahead(known)
        self._changes: dict[Id, Change] = {each.id: made(each) for each in new}
        for change in self._changes.values():
            self._known.take(change)
        self._given: dict[tuple[Id, str], str] = {}
        self._parsed: dict[tuple[type[Record], str, str], Any] = {}
        self._changed: dict[tuple[type[Record], str], Attribute[Any, Any]] = {}
        self._rewritten: list[Rewritten] = []
        self._clears = True
        self._refused: list[Refusal] = []

    def write(self, cell: Cell, text: str) -> None:
        text = text.strip()
        if reason := self._write(cell, text):
            self._refused.append(Refusal(cell, text, reason))

    def _write(self, cell: Cell, text: str) -> str | None:
        """Write a cell; return the reason if that is not possible."""
        attribute, record = cell.attribute, cell.record
        if attribute is None or record is None:
            return None if text == cell.text.strip() else cell.reason
        first = self._given.get((record.id, attribute.name))
        if first is not None:
            return None if text in ("", first) else _("The same cell was given “{text}” before.").format(text=first)
        self._given[record.id, attribute.name] = text
        if text == cell.text.strip() and record.id not in self._changes:
            return None
        try:
            value = self._parse(attribute, text)
            before = self._now(record)
            changes = [each for each in attribute.changes([before], value, self._known) if each.has_effect]
        except OnrecordError as error:
            return error.advice
        if changes:
            self._clears &= value is None
            self._changed[_name(attribute)] = attribute
            self._take(changes, attribute, text, value)
            self._rewritten.append(Rewritten(cell, self._foreseen(attribute, record, before)))
        return None

    def _foreseen(self, attribute: Attribute[Any, Any], record: Record, before: Record) -> str:
        """Return what a cell holds now: not always what it was given, since a number without a qualifier is exact.

        A value brings its unit with it, if that is another one.
        """
        now = self._now(record)
        text = attribute.edit_text(attribute.read(now, self._known))
        if attribute.name == "value" and isinstance(now, Number) and isinstance(before, Number):
            return f"{text} {now.unit}" if now.unit and now.unit != before.unit else text
        return text

    def _parse(self, attribute: Attribute[Any, Any], text: str) -> Any:
        """Return the value of a text; the same for the same text, or each would bring a new speaker or choice."""
        for key in (text, folded(text)):
            if (*_name(attribute), key) in self._parsed:
                return self._parsed[*_name(attribute), key]
        value = self._parsed[*_name(attribute), text] = attribute.parse(text, self._known)
        return value

    def _now(self, record: Record) -> Record:
        change = self._changes.get(record.id)
        return change.row if change else record

    def _take(self, changes: Sequence[Change], attribute: Attribute[Any, Any], text: str, value: Any) -> None:
        for change in changes:
            if change.before is None and isinstance(change.after, Choice):
                self._parsed[*_name(attribute), folded(text)] = value
            earlier = self._changes.get(change.row.id)
            self._changes[change.row.id] = Change(earlier.before, change.after) if earlier else change
            self._known.take(change)

    def written(self) -> Written:
        return Written.of(Edit(self._label(), tuple(self._changes.values())), self._rewritten, self._refused)

    def _label(self) -> str:
        if len(self._changed) == 1:
            return next(iter(self._changed.values())).label_of(len(self._rewritten), clears=self._clears)
        if self._clears:
            return counted("Clear {count:,} cell", "Clear {count:,} cells", len(self._rewritten))
        return counted("Change {count:,} cell", "Change {count:,} cells", len(self._rewritten))


class _Ahead:
    """What attributes ask about the project, as it will be after the changes so far."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._aliases: dict[Id, list[Alias]] = {}
        self._answers: dict[Id, list[Answer]] = {}

    @cached_property
    def speakers(self) -> dict[Id, Speaker]:
        """Every speaker, by id."""
        return dict(self._known.speakers)

    @cached_property
    def _names(self) -> dict[str, Id]:
        """Every spelling with its speaker. Where two have it, a name wins over an alias, as in the registry."""
        return {spelling(name): speaker for speaker, name in reversed(self._known.registry.names())}

    def find(self, name: str) -> Speaker | None:
        """Return the speaker with this name, or None."""
        found = self._names.get(spelling(name))
        return self.speakers.get(found) if found else None

    def aliases_of(self, speaker: Id) -> Sequence[Alias]:
        """Return the aliases of a speaker."""
        return self._aliases[speaker] if speaker in self._aliases else self._known.aliases_of(speaker)

    def answers_of(self, record: Id) -> Sequence[Answer]:
        """Return the answers about a record."""
        return self._answers[record] if record in self._answers else self._known.answers_of(record)

    def take(self, change: Change) -> None:
        """Follow a change of a speaker, an alias or an answer."""
        for row, gone in ((change.before, True), (change.after, False)):
            match row:
                case Speaker():
                    self._rename(row.name, row.id, gone)
                    self.speakers[row.id] = row
                case Alias():
                    self._rename(row.name, row.speaker, gone)
                    self._aliases[row.speaker] = _with(self.aliases_of(row.speaker), row, gone)
                case Answer():
                    self._answers[row.subject] = _with(self.answers_of(row.subject), row, gone)

    def _rename(self, name: str, speaker: Id, gone: bool) -> None:
        if not gone:
            self._names[spelling(name)] = speaker
        elif self._names.get(spelling(name)) == speaker:
            del self._names[spelling(name)]


def _with(rows: Sequence[R], row: R, gone: bool) -> list[R]:
    """Return some rows without a row that is gone, or with one that is there."""
    others = [each for each in rows if each.id != row.id]
    return others if gone else [*others, row]
