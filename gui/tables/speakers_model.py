"""The registry as a table: a line for each speaker, filtered, sorted, and kept in step with every edit."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.project.project import Project
from gui.tables.grouping import Counting
from gui.tables.lines import Reading
from gui.tables.listing_speakers import Listed, changed_by, claims_gained, line_of, making
from gui.tables.speaker_columns import COUNT, SPEAKER_COLUMNS
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.entities import Alias, Answer, Claim, Record, Speaker
from models.ids import Id
from models.lines.criteria import SPEAKER_CRITERIA
from models.lines.group import ONE, Groups
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.order import Order
from models.lines.speaker_line import SpeakerLine
from models.registry import Registry
from models.text.finding import search_words

if TYPE_CHECKING:
    from models.store.view import StoreView

MANY = 1_000
"""Speakers whose lines are put in order in the background."""


class SpeakersTableModel(LinesTableModel[SpeakerLine]):
    """The speakers that match the filter and the conditions; those with the same values are sorted by name.

    Their claims are counted as soon as it is active, and only then very many speakers are listed.
    """

    built_in = SPEAKER_CRITERIA

    def __init__(self) -> None:
        super().__init__(SPEAKER_COLUMNS, {Speaker: True})
        self._lines: list[SpeakerLine] = []
        self._claims: Counter[Id] | None = None
        """How many claims each speaker has; they are counted in the background."""
        self._active = self._reading = self._unread = False
        self._sought: Id | None = None
        """The speaker to be located as soon as the lines have been read."""
        self._words: tuple[str, ...] = ()
        self.order = Order()
        self._matching = Matching(SPEAKER_CRITERIA, Codebook(), Registry())

    def set_project(self, project: Project | None) -> None:
        """Show another project's speakers."""
        super().set_project(project)
        self._ask()

    def set_active(self, active: bool) -> None:
        """Count the claims when the speakers are shown for the first time."""
        self._active = active
        if self._unread and active:
            self._read()
        if self._claims is None:
            self._ask()

    def start_over(self) -> None:
        self._claims, self._reading, self._unread, self._sought = None, False, self._are_many, None
        self._match()
        self._lines = [] if self._unread else self._found()
        if self._active and self._unread:
            self._read()

    @property
    def is_read(self) -> bool:
        """Whether the lines are those of the registry; of very many they are still to come."""
        return not (self._reading or self._unread)

    @property
    def _are_many(self) -> bool:
        return self.project is not None and len(self.project.registry.speakers) > MANY

    def take_codebook(self) -> None:
        super().take_codebook()
        self._match()
        self._read()

    def _match(self) -> None:
        """Compare lines by the registry and the codebook that there are now."""
        if self.project:
            self._matching = Matching(SPEAKER_CRITERIA, self.project.codebook, self.project.registry)

    def _ask(self) -> None:
        if self.project and self._active:
            self.project.reader.ask(self, lambda view: view.claims_per_speaker(), self._take)

    def _take(self, claims: dict[Id, int]) -> None:
        self._claims = Counter(claims)
        asked = {each.column for each in self.order.sorts} | {each.column for each in self.order.conditions}
        if COUNT.name in asked or self._reading or self._are_many:
            self._read()
            return
        self._lines = [replace(line, claims=self._claims[line.speaker.id]) for line in self._lines]
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(self.columns) - 1))

    def set_text(self, text: str) -> None:
        """Keep only speakers about whom all these words are known."""
        words = search_words(text)
        if words != self._words:
            self._words = words
            self._read()

    def set_order(self, order: Order) -> None:
        """Change the sorting and the conditions."""
        if order != self.order:
            self.order = order
            self._read()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def line(self, row: int) -> SpeakerLine | None:
        return self._lines[row]

    def record_of(self, line: SpeakerLine, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the speaker
        return line.speaker.id

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return Speaker

    def row_of(self, record: Id) -> int | None:
        return next((row for row, line in enumerate(self._lines) if line.speaker.id == record), None)

    def everything(self) -> Reading[SpeakerLine]:
        make = self._making()
        return lambda _view: iter([(0, make())])

    def counting(self, order: Order, column: str) -> Counting:
        make, words, matching = self._making(), self._words, self._matching

        def count(view: "StoreView") -> Groups:
            figures = view.figures_of(Speaker)
            known = {each: replace(found, lines=1) for each, found in figures.items()}
            found = (line for line in view.piecewise(make()) if line.holds(words))
            counted = (replace(line, claims=known.get(line.speaker.id, ONE).claims) for line in found)
            kept = (line for line in counted if matching.meets(line, order.conditions))
            return group_lines(kept, column, matching, lambda line: known.get(line.speaker.id, ONE))

        return count

    def _read(self) -> None:
        """List the speakers again; very many in the background."""
        project = self.project
        if project is None or not self._are_many:
            self._put(self._found())
            return
        self._reading, self._unread = True, False
        make, listed = self._making(), self._listed
        project.reader.ask((self, "lines"), lambda view: listed.of(view.piecewise(make())), self._put)

    def _put(self, lines: list[SpeakerLine]) -> None:
        self._reading = False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        if self._sought:
            self.locate(self._sought)

    def locate(self, record: Id) -> None:
        """Find the row of a speaker, as soon as the speakers are listed; `located` reports it."""
        row = self.row_of(record)
        self._sought = record if row is None and not self.is_read else None
        if row is not None:
            self.located.emit(record, row)

    def _found(self) -> list[SpeakerLine]:
        return self._listed.of(self._making()()) if self.project else []

    @property
    def _listed(self) -> Listed:
        return Listed(self._words, self._matching, self.order)

    def _making(self) -> Callable[[], list[SpeakerLine]]:
        assert self.project is not None
        return making(self.project.registry, self._claims)

    def follow(self, edit: Edit) -> None:
        """Update the lines of the speakers that an edit touched; claims that are being counted are counted again."""
        if not edit.concerns(Speaker, Alias, Answer, Claim):
            return
        if self._claims is None:
            self._ask()
        if self._unread:
            return
        touched = self._touched(edit)
        differ = bool(self.order.sorts) and len(touched) > 1  # lines that differ are not in order until all are renewed
        if self._reading or differ:
            self._read()
            return
        self.following = True
        for speaker in touched:
            self._renew(speaker)
        self.following = False

    def _touched(self, edit: Edit) -> Collection[Id]:
        """Return the speakers that changed or gained or lost claims, and update the counts."""
        gained = claims_gained(edit)
        if self._claims is not None:
            self._claims.update(gained)
        return dict.fromkeys([*changed_by(edit), *gained])

    def _renew(self, speaker: Id) -> None:
        assert self.project is not None
        row, line = self.row_of(speaker), line_of(speaker, self.project.registry, self._claims)
        shown = line is not None and (row is not None or self._listed.has(line))
        if row is not None and not shown:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._lines[row]
            self.endRemoveRows()
        elif line is not None and row is not None:
            self._move(row, line)
        elif line is not None and shown:
            at = self._row(line)
            self.beginInsertRows(NOWHERE, at, at)
            self._lines.insert(at, line)
            self.endInsertRows()

    def _row(self, line: SpeakerLine) -> int:
        return bisect_left(self._lines, self._listed.key(line), key=self._listed.key)

    def _move(self, row: int, line: SpeakerLine) -> None:
        """Replace a line, and move it if it belongs elsewhere by its new values."""
        at, key_of = row, self._listed.key
        key = key_of(line)
        before, after = self._lines[max(0, row - 1) : row], self._lines[row + 1 : row + 2]
        if any(key < key_of(each) for each in before) or any(key_of(each) < key for each in after):
            rest = [*self._lines[:row], *self._lines[row + 1 :]]
            at = bisect_left(rest, key, key=key_of)
            if at != row:
                self.beginMoveRows(NOWHERE, row, row, NOWHERE, at if at < row else at + 1)
            rest.insert(at, line)
            self._lines = rest
            if at != row:
                self.endMoveRows()
        else:
            self._lines[row] = line
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
