"""The edits that could not be written to the file: they are kept until they are saved or discarded."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from models.edits import Edit
from models.entities import Alias, Answer, Boilerplate, Record, Span
from models.errors import Conflict, NewerReadOnly, OnrecordError, Unsavable
from models.ids import Id
from models.repeating import repeats
from models.translation import _, counted


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that was not written, and why. What was typed is still in its editor, `kept_in`."""

    edit: Edit
    error: OnrecordError
    kept_in: Hashable | None = None

    @property
    def words(self) -> str:
        """What was not saved, and why."""
        label = _("Undo or redo “{label}”").format(label=self.edit.label) if self.edit.undoes else self.edit.label
        return _("Not saved: {label}. {reason}").format(label=label, reason=self.error.what)


class Unsaved(QObject):
    """The refused edits of a project, in the order in which they were made; nothing on the screen has changed by them.

    An edit that something else in the file contradicts is not kept, nor one that no file could hold, or no copy of it.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.refused: tuple[Refused, ...] = ()
        self.records: frozenset[Id] = frozenset()
        """The records that would be made, changed or deleted."""

    def __bool__(self) -> bool:
        """Return whether anything is not saved."""
        return bool(self.refused)

    @property
    def gestures(self) -> tuple[Refused, ...]:
        """The edits that can be done once more as they are; what was typed is written by its editor."""
        return tuple(each for each in self.refused if each.kept_in is None)

    @property
    def reason(self) -> OnrecordError | None:
        """Why the last edit was not written; None if everything is saved."""
        return self.refused[-1].error if self.refused else None

    @property
    def words(self) -> str:
        """What is not saved, and why, in a sentence or two; nothing if everything is saved."""
        if not self.refused:
            return ""
        last, count = self.refused[-1], len(self.refused)
        if count == 1:
            return last.words
        many = counted("{count:,} change is not saved.", "{count:,} changes are not saved.", count)
        return f"{many} {last.error.what}"

    def words_of(self, records: frozenset[Id]) -> str:
        """Return which edit of some records is not saved, and why; nothing if all are."""
        if self.records.isdisjoint(records):
            return ""
        return next(each.words for each in reversed(self.refused) if not records.isdisjoint(_records(each.edit)))

    def words_in(self, article: Id) -> str:
        """Return which edit of an article, or of something in it, is not saved, and why; nothing if all are."""
        return next((each.words for each in reversed(self.refused) if article in each.edit.articles), "")

    def keep(self, edit: Edit, error: OnrecordError, kept_in: Hashable | None = None) -> None:
        """Keep an edit that was refused. It takes the place of the same gesture, and of what its editor held before."""
        others = [each for each in self.refused if not _is_same(each, edit, kept_in)]
        if isinstance(error, Conflict | Unsavable | NewerReadOnly):
            self._set(others)
        else:
            self._set([*others, Refused(edit, error, kept_in)])

    def take(self, edit: Edit, kept_in: Hashable | None = None) -> None:
        """Take note that an edit was written: it, and what its editor held, are saved."""
        if self.refused:
            self._set([each for each in self.refused if not _is_same(each, edit, kept_in)])

    def forget(self, kept_in: Hashable) -> None:
        """Take note that an editor no longer holds what was typed, since the coder has dropped it."""
        if self.refused:
            self._set([each for each in self.refused if each.kept_in != kept_in])

    def release(self, kept_in: Hashable) -> bool:
        """Keep what was typed although its editor is needed for something else; return whether anything was typed."""
        held = any(each.kept_in == kept_in for each in self.refused)
        self._set([replace(each, kept_in=None) if each.kept_in == kept_in else each for each in self.refused])
        return held

    def discard(self) -> None:
        """Forget every gesture that was not saved; what is still in an editor stays there."""
        self._set([each for each in self.refused if each.kept_in is not None])

    def discard_all(self) -> None:
        """Forget everything that was not saved, since its project is about to be closed."""
        self._set([])

    def _set(self, refused: list[Refused]) -> None:
        if tuple(refused) != self.refused:
            self.refused = tuple(refused)
            self.records = frozenset().union(*(_records(each.edit) for each in refused))
            self.changed.emit()


def _is_same(refused: Refused, edit: Edit, kept_in: Hashable | None) -> bool:
    in_its_editor = kept_in is not None and refused.kept_in == kept_in
    return in_its_editor or refused.edit.id == edit.id or repeats(edit, refused.edit)


def _records(edit: Edit) -> frozenset[Id]:
    """Return the records that an edit is about, as lines show them: an answer is about the record that it answers."""
    rows = (row for change in edit.changes for row in (change.before, change.after) if row)
    return frozenset(each for row in rows for each in _about(row))


def _about(row: Record) -> tuple[Id, ...]:
    match row:
        case Span():
            return tuple(filter(None, (row.claim, row.number)))
        case Answer():
            return (row.subject,)
        case Alias():
            return (row.speaker,)
        case Boilerplate():
            return (row.article,)
    return (row.id,)
