"""How the history says that every record is: what it was made as, and everything that was changed since."""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from models.entities import Article, Record
from models.ids import Id
from models.references import REFERENCES
from models.store.edit_body import CHANGED_AT, RowChange, changes_in
from models.store.rows import COLUMNS, Malformed, to_record

EDITS = "SELECT body, origin.coder, at FROM edit JOIN origin ON origin.row = edit.origin ORDER BY edit.row"

Key = tuple[type[Record], Id]


@dataclass(slots=True)
class State:
    """The fields of a record after the last edit that is known of it; None if that deleted it."""

    fields: dict[str, Any] | None
    whole: bool
    """Whether the edit is known that made it."""


@dataclass(slots=True)
class States:
    """The states of all records by the history. It is `complete` if no edit is missing in it."""

    complete: bool
    of: dict[Key, State] = field(default_factory=dict)
    _known: set[Id] = field(default_factory=set)
    _referred: set[Id] = field(default_factory=set)

    @classmethod
    def read(cls, connection: sqlite3.Connection, *, complete: bool) -> "States":
        """Follow the history of a file from its beginning."""
        states = cls(complete)
        for body, coder, at in connection.execute(EDITS):
            for change in changes_in(body, coder, at):
                states._take(change)
        states._known = {record for (_kind, record), state in states.of.items() if state.whole}
        for kind, record in states.alive():
            fields = states.of[kind, record].fields or {}
            states._referred.update(fields[name] for name in REFERENCES[kind] if fields.get(name))
        return states

    def _take(self, change: RowChange) -> None:
        key, before = (change.entity, change.id), self.of.get((change.entity, change.id))
        if change.after is None:
            self.of[key] = State(None, whole=True)
        elif change.before is None:
            self.of[key] = State(dict(change.after), whole=True)
        elif before and before.fields is not None:
            before.fields.update(change.after)
        else:
            self.of[key] = State(dict(change.after), whole=False)

    def record(self, key: Key) -> Record | None:
        """Return a record as the history says that it is; None if it says that there is none, or too little of it."""
        state = self.of.get(key)
        if state is None or state.fields is None or not state.whole:
            return None
        try:
            return to_record(key[0], {**state.fields, "id": key[1]})
        except Malformed:
            return None

    def knows(self, record: Id) -> bool:
        """Return whether the history says all of a record, or that it was deleted."""
        return record in self._known

    def title_of(self, article: Id) -> str:
        """Return the last title of an article that the history knows; empty if it knows none."""
        state = self.of.get((Article, article))
        return str((state.fields if state and state.fields else {}).get("title", ""))

    def refers_to(self, record: Id) -> bool:
        """Return whether another record refers to this one by the history."""
        return record in self._referred

    def denies(self, key: Key) -> bool:
        """Return whether the history says that there is no such record."""
        state = self.of.get(key)
        return self.complete and (state is None or state.fields is None)

    def mentions(self, key: Key) -> bool:
        """Return whether the history says anything of a record."""
        return key in self.of

    def alive(self) -> list[Key]:
        """Return the records that there are by the history, in the order in which they were made."""
        return [key for key, state in self.of.items() if state.fields is not None]


def differing(one: Record, other: Record) -> list[str]:
    """Return the names of the fields in which two states of a record differ, except the time of the last change."""
    return [name for name in COLUMNS[type(one)] if name != CHANGED_AT and getattr(one, name) != getattr(other, name)]
