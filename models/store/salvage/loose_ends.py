"""Settle what refers to a record that is lost, and what has no place in a text any more."""

import sqlite3

from models.entities import Article, Choice, Claim, Number, OnDelete, Record, Variable
from models.ids import Id
from models.references import REFERENCES
from models.store.rows import BY_TABLE, COLUMNS, TABLES
from models.store.salvage.losses import Losses
from models.store.salvage.states import States

FREED = {
    *(
        (kind, name)
        for kind, fields in REFERENCES.items()
        for name, refers in fields.items()
        if refers.on_delete is OnDelete.CLEAR
    ),
    *((Number, "claim"), (Choice, "parent"), (Article, "original")),
}
"""The fields that stand empty when what they refer to is lost; otherwise the record goes with it."""

PLACELESS = {
    Claim: "SELECT id FROM claim WHERE NOT EXISTS (SELECT 1 FROM span WHERE claim = claim.id AND role = 'content')",
    Number: "SELECT id FROM number WHERE NOT EXISTS (SELECT 1 FROM span WHERE number = number.id)",
}
PLACED = ("span", "boilerplate", "dismissed")


def tie_up(connection: sqlite3.Connection, states: States, losses: Losses) -> None:
    """Settle every reference to nothing, and delete what is outside of its text or has no place in one."""
    ends = _LooseEnds(connection, states, losses)
    ends.settle_references()
    ends.delete_outside()
    for kind, query in PLACELESS.items():
        for (record,) in connection.execute(query).fetchall():
            ends.delete(kind, record)
    ends.settle_references()


class _LooseEnds:
    def __init__(self, connection: sqlite3.Connection, states: States, losses: Losses) -> None:
        self._connection, self._states, self._losses = connection, states, losses
        self._asked = set[tuple[type[Record], Id, str]]()

    def settle_references(self) -> None:
        """Repair the references to nothing, and those that this makes, until there are none."""
        while found := self._connection.execute("PRAGMA foreign_key_check").fetchall():
            for table, row, _parent, number in found:
                if table in BY_TABLE:
                    self._settle(BY_TABLE[table], row, number)
                else:
                    raise sqlite3.IntegrityError(f"row {row} of {table} refers to nothing")

    def _settle(self, kind: type[Record], row: int, number: int) -> None:
        table = TABLES[kind]
        query = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?'
        (field,) = self._connection.execute(query, (table, number)).fetchone()
        found = self._connection.execute(f"SELECT id FROM {table} WHERE rowid = ?", (row,)).fetchone()
        if found is None:  # it went with another one
            return
        record: Id = found[0]
        if self._as_in_history(kind, record, field):
            return
        if (kind, field) not in FREED:
            self.delete(kind, record)
            return
        self._losses.of(self._article(kind, record)).freed[kind, field] += 1
        if kind is Variable:
            self._connection.execute("UPDATE variable SET shown_for = NULL WHERE id = ?", (record,))
        self._connection.execute(f"UPDATE {table} SET {field} = NULL WHERE id = ?", (record,))

    def _as_in_history(self, kind: type[Record], record: Id, field: str) -> bool:
        """Let a field refer to what the history says, once; return False if it does so already."""
        known = self._states.record((kind, record))
        if known is None or (kind, record, field) in self._asked:
            return False
        self._asked.add((kind, record, field))
        query = f"UPDATE {TABLES[kind]} SET {field} = ? WHERE id = ? AND {field} IS NOT ?"
        value = getattr(known, field)
        try:
            return self._connection.execute(query, (value, record, value)).rowcount > 0
        except sqlite3.IntegrityError:
            return False

    def delete_outside(self) -> None:
        """Delete what is outside of the text of its article."""
        texts = "SELECT article.id, content.text FROM article JOIN content ON content.sha256 = article.content"
        lengths = {article: len(text) for article, text in self._connection.execute(texts)}
        for table in PLACED:
            for record, article, end in self._connection.execute(f'SELECT id, article, "end" FROM {table}').fetchall():
                if end > lengths[article]:
                    self.delete(BY_TABLE[table], record)

    def delete(self, kind: type[Record], record: Id) -> None:
        """Delete a record, and count it as lost."""
        article = self._article(kind, record)
        if kind is Article:
            query = "SELECT title FROM article WHERE id = ?"
            losses = self._losses.of(record)
            losses.title, losses.gone = self._connection.execute(query, (record,)).fetchone()[0], True
        self._losses.of(article).lost[kind] += 1
        self._losses.told.add(record)
        self._connection.execute(f"DELETE FROM {TABLES[kind]} WHERE id = ?", (record,))

    def _article(self, kind: type[Record], record: Id) -> Id | None:
        if kind is Article:
            return record
        if "article" not in COLUMNS[kind]:
            return None
        found = self._connection.execute(f"SELECT article FROM {TABLES[kind]} WHERE id = ?", (record,)).fetchone()
        article: Id | None = found[0]
        return article
