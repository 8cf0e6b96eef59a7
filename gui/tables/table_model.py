"""The model of every table: lines under columns, and one method through which a cell is written."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.editors.refusal import NOT_SAVED
from gui.project.project import Project
from gui.tables.columns import Column
from gui.tables.lines import L, Lines
from gui.tables.open_cell import Write
from gui.tables.variable_columns import variable_columns
from gui.widgets.tooltips import plain_tooltip
from models.attributes.names import NameTaken, OwnName
from models.codebook.codebook import Codebook
from models.entities import Record
from models.errors import OnrecordError
from models.known import Known
from models.lines.criteria import SAMPLE, Criterion, criterion_named, in_sample
from models.registry import Registry
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
TYPED_IN = READ | Qt.ItemFlag.ItemIsEditable
"""What can be done with a cell; put together once, since a view asks several times for each cell that it paints."""

SHOWN = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
}


class LinesTableModel(QAbstractTableModel, Lines[L]):
    """Lines under columns. A subclass keeps the lines, and follows the project's edits.

    `following` is true while it does so: a cell that becomes current then was not chosen by anybody.
    """

    built_in: ClassVar[Mapping[str, Criterion]] = MappingProxyType({})
    """What lines are compared by in every project, by the name of the column."""
    have_articles: ClassVar[bool] = False
    """Whether every line has an article, which can be in samples."""

    same_name = Signal(str, str)
    """A speaker was given the name of another, who may be the same: the ids of both."""
    rearranging = Signal()
    """Lines are about to move."""
    located = Signal(str, int)
    """A record that `locate` was asked for, and the first row about it."""

    def __init__(
        self, columns: Sequence[Column[L]], answered: Mapping[type[Record], bool], parent: QObject | None = None
    ) -> None:
        """`answered` names the classes of records whose variables are columns; they are shown unasked if it is true."""
        super().__init__(parent)
        self._own_columns, self._answered = tuple(columns), answered
        self.columns = self._own_columns
        self.following = False

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none, with the variables of its codebook."""
        self.beginResetModel()
        super().set_project(project)
        self.columns = self._columns()
        self.start_over()
        self.endResetModel()

    def take_codebook(self) -> None:
        """Show the variables that the codebook has now."""
        self.beginResetModel()
        self.columns = self._columns()
        self.endResetModel()

    def _columns(self) -> tuple[Column[L], ...]:
        """Return the columns that every project has, and then the variables of this one."""
        codebook = self.project.codebook if self.project else Codebook()
        return (*self._own_columns, *variable_columns(codebook, self._answered, self.asked))

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        """The classes of records that a line can have."""
        return tuple(self._answered)

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """What lines are compared by, besides variables, by the name of the column."""
        if self.have_articles and self.project and self.project.samples.samples:
            return {**self.built_in, SAMPLE: in_sample(self.project.samples)}
        return self.built_in

    def criterion(self, column: Column[L]) -> Criterion | None:
        """Return what lines are compared by in a column; None if they are not."""
        codebook = self.project.codebook if self.project else Codebook()
        return criterion_named(column.key, self.criteria, codebook)

    def known_rows(self) -> Iterable[int]:
        """Return the rows whose lines are in memory, in their order."""
        return range(self.rowCount())

    def unsaved(self, line: L) -> str:
        """Return which change of the records of a line could not be saved, and why; nothing if everything is saved."""
        if self.project is None or not self.project.unsaved:
            return ""
        kinds = {column.about for column in self.columns if column.about}
        records = (line.record(kind) for kind in kinds)
        return self.project.unsaved.words_of(frozenset(record.id for record in records if record))

    # What a view asks

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.shown(index.row()) if role in SHOWN and index.isValid() else None
        if line is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(line, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.unsaved(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = filter(None, (self.unsaved(line), self.tip(index.row(), line, column)))
            return plain_tooltip("\n\n".join(words))
        return self.words(line, column)

    def tip(self, row: int, line: L, column: Column[L]) -> str:  # noqa: ARG002  # of a record, its line says all
        """Return more than fits into a cell, as plain text."""
        return _with_remark(column.tooltip(line, self.asked(line)), *column.remarked(line))

    def words(self, line: L, column: Column[L]) -> str:
        """Return the text of a cell as it is shown."""
        return column.display(line, self.asked(line))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].look.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return TYPED_IN if self.editable(index.row(), index.column()) else READ

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.write(index, str(value)) is None

    @property
    def writable(self) -> bool:
        """Whether there is a project that may be written to."""
        return self.project is not None and not self.project.store.read_only

    @property
    def registry(self) -> Registry:
        """The speakers of the project, which attributes ask for."""
        assert self.project is not None, "there are no lines without a project"
        return self.project.registry

    def asked(self, line: L) -> Known:
        """Return what attributes ask about the records of a line."""
        return Known(self.registry, line.answers_of)

    def edit_text(self, line: L, column: Column[L]) -> str:
        """Return the text of a cell when it is opened."""
        edited = column.edited(line)
        if edited is None:
            return column.display(line, self.asked(line))
        attribute, record = edited
        return attribute.edit_text(attribute.read(record, self.asked(line)))

    def editable(self, row: int, column: int) -> bool:
        """Return whether a cell can be edited; in a read-only project, none can."""
        line = self.shown(row) if self.writable else None
        return line is not None and self.columns[column].edited(line) is not None

    def why_not(self, row: int, column: int) -> str:
        """Return why a cell cannot be edited, and what to do instead, in a sentence."""
        line = self.shown(row)
        if self.project is not None and self.project.store.read_only:
            return self.project.why_read_only
        if line is None:
            return ""
        return self.columns[column].reason(line)

    def write(
        self, index: Index, typed: str, write: Write | None = None, kept_in: Hashable | None = None
    ) -> str | None:
        """Write what was typed in a cell; return the reason, in a sentence, if that is not possible.

        `write` makes the edit instead of the attribute. What cannot be saved is still in the editor `kept_in`.
        """
        line, column = self.line(index.row()), self.columns[index.column()]
        edited = column.edited(line) if line is not None else None
        if self.project is None or line is None or edited is None:
            return NOT_SAVED
        if typed.strip() == self.edit_text(line, column):
            return None
        attribute, record = edited[0], self.project.now(edited[1]) or edited[1]
        try:
            edit = write(record, typed) if write else attribute.write([record], typed, self.asked(line))
        except OnrecordError as error:
            if isinstance(error, NameTaken) and isinstance(attribute.kind, OwnName):
                self.same_name.emit(record.id, error.known.id)
                return None
            return error.advice
        return None if self.project.do(edit, kept_in) else NOT_SAVED

    def refusal(self, index: Index, typed: str) -> str | None:
        """Return why a cell cannot have what was typed, in a sentence; None if it can."""
        line = self.shown(index.row())
        edited = self.columns[index.column()].edited(line) if line is not None else None
        if line is None or edited is None:
            return NOT_SAVED
        try:
            edited[0].write([edited[1]], typed, self.asked(line))
        except OnrecordError as error:
            return error.advice
        return None


def _with_remark(words: str, discuss: bool, note: str) -> str:
    """Return a tooltip with what is marked in the cell: whether its record is to be discussed, and the note."""
    flag = _("To discuss") if discuss else ""
    return "\n\n".join(part for part in (words, flag, _("Note: {note}").format(note=note) if note else "") if part)
