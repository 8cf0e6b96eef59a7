"""Compare the records that could be read with the history: it brings back what is missing, and denies the rest."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.entities import ENTITIES, Article, Record, article_of
from models.ids import Id
from models.store.rows import COLUMNS, TABLES, VALUES, Malformed, insertion, selected, to_record
from models.store.salvage.losses import Losses
from models.store.salvage.states import Key, States, differing
from models.store.salvage.texts import alike
from models.translation import _

IN_TABLE = _("{record}: {field} is {table} in its table, but {history} in the history; the first was kept.")
IN_HISTORY = _("{record}: {field} is {table} in its table, but {history} in the history; the second was kept.")


@dataclass(frozen=True, slots=True)
class Completing:
    """Compares the records in a file with its history. `altered` has the hashes of texts that are kept under another.

    Where both have a record and it is not the same, `trust_history` says which of them is kept.
    """

    connection: sqlite3.Connection
    states: States
    losses: Losses
    altered: Mapping[str, str]
    trust_history: bool

    def run(self) -> None:
        """Write the records that are missing and that the history knows; delete those of which it knows nothing."""
        alive: dict[type[Record], list[Key]] = {entity: [] for entity in ENTITIES}
        for key in self.states.alive():
            alive[key[0]].append(key)
        for entity in ENTITIES:
            there, strange = self._compared(entity)
            missing = {key[1] for key in alive[entity]} - there
            for record in strange:
                self._settle_id(entity, record, missing)
            for key in alive[entity]:
                if key[1] in missing:
                    self._bring_back(key)

    def _settle_id(self, entity: type[Record], record: Record, missing: set[Id]) -> None:
        """Settle what becomes of a record that the history does not know, at least not by this id."""
        refers_to = self.states.refers_to
        same = next((each for each in missing if alike(each, record.id) and self._is_same(record, each)), None)
        if same and refers_to(record.id) >= refers_to(same):
            missing.discard(same)  # its id is damaged in the history, and not here
            if not refers_to(record.id):  # or here, which nobody can tell
                self._say_id((entity, same), record.id)
        elif same or (self.states.denies((entity, record.id)) and not refers_to(record.id)):
            self._delete((entity, record.id))

    def _is_same(self, record: Record, known: Id) -> bool:
        """Return whether a record is one that the history knows by a similar id: it says the same, or there can be no
        other.
        """
        if self.states.complete:
            return True
        by_history = self._known((type(record), known))
        return by_history is not None and differing(record, by_history) == ["id"]

    def _say_id(self, known: Key, record: Id) -> None:
        article = (self.states.of[known].fields or {}).get("article")
        words = IN_TABLE.format(record=known[0].__name__, field="id", table=_shown(record), history=_shown(known[1]))
        self.losses.of(article).notes.append(words)

    def _known(self, key: Key) -> Record | None:
        """Return a record by the history, with the text that its article has now."""
        known = self.states.record(key)
        if isinstance(known, Article):
            return replace(known, content=self.altered.get(known.content, known.content))
        return known

    def _bring_back(self, key: Key) -> None:
        entity, record = key
        known = self._known(key)
        article = record if entity is Article else (self.states.of[key].fields or {}).get("article")
        written = known is not None and self._write(known)
        losses = self.losses.of(article)
        (losses.from_history if written else losses.lost)[entity] += 1

    def _compared(self, entity: type[Record]) -> tuple[set[Id], list[Record]]:
        """Compare the records of a table with the history; return the ids of those that it knows, and those that it
        does not know or denies.
        """
        there, strange = set[Id](), list[Record]()
        for values in self.connection.execute(f"SELECT {selected(entity)} FROM {TABLES[entity]}").fetchall():
            row = dict(zip(COLUMNS[entity], values, strict=True))
            key = entity, row["id"]
            try:
                record = to_record(entity, row)
            except Malformed:
                record = None
            if record is None:
                self._delete(key)
            elif self.states.denies(key) or not self.states.mentions(key):
                strange.append(record)
            else:
                there.add(key[1])
                if known := self._known(key):
                    self._settle(key, record, known)
        return there, strange

    def _settle(self, key: Key, record: Record, known: Record) -> None:
        """Keep one of two records that should be the same, and say in which fields they differ."""
        names = differing(record, known)
        kept = self.trust_history and bool(names) and self._replace(key, record, known)
        for name in names:
            sides = {"table": _shown(getattr(record, name)), "history": _shown(getattr(known, name))}
            words = (IN_HISTORY if kept else IN_TABLE).format(record=key[0].__name__, field=name, **sides)
            self.losses.of(article_of(record)).notes.append(words)

    def _replace(self, key: Key, record: Record, known: Record) -> bool:
        self._delete(key)
        return self._write(known) or not self._write(record)

    def _delete(self, key: Key) -> None:
        self.connection.execute(f"DELETE FROM {TABLES[key[0]]} WHERE id = ?", (key[1],))

    def _write(self, record: Record) -> bool:
        """Write a record; return False if the file does not take it."""
        entity = type(record)
        try:
            self.connection.execute(insertion(entity), VALUES[entity](record))
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError, OverflowError, UnicodeEncodeError):
            return False
        return True


def _shown(value: object) -> str:
    """Return a value of a field in quotation marks, or say that there is none."""
    return _("empty") if value is None else f"“{value}”"
