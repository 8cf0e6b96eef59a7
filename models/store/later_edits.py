"""Find the edits since an earlier one that can depend on it, the latest first, in a history of any length.

The whole history is never read. What edits are about is kept by article and by kind (`edit_subjects.py`), and which
records use another one now is looked up; so only edits that can be in the way are read.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from models.entities import Anchor, Article, Record, Signed, article_of
from models.ids import Id
from models.lines.edit_line import concerns_of
from models.references import REFERENCES
from models.store.as_now import record_now
from models.store.edit_body import RowChange, changes_in
from models.store.in_the_way import LaterEdit, has_other_kind, in_effect, referred, stands_in_the_way
from models.store.rows import COLUMNS, TABLES

GoOn = Callable[[], None]
"""Called now and then; raises Interrupted if nobody wants the answer any more."""

AT_ONCE = 200
"""Edits that are read at a time."""

USERS = 50
"""Records that use one of another kind, the latest of them, in whose articles the edits are looked for."""

IN_ARTICLES = """SELECT edit FROM edit_in_article WHERE edit > :row AND article IN (
                     SELECT row FROM history_article WHERE id IN (SELECT value FROM json_each(:articles)))"""
OF_KINDS = "SELECT edit FROM edit_of_kind WHERE edit > :row AND kind IN (SELECT value FROM json_each(:kinds))"

READ = """SELECT edit.row, edit.origin, edit.seq, edit.undoes, edit.body, edit.at, origin.coder
          FROM main.edit JOIN main.origin ON origin.row = edit.origin
          WHERE edit.row IN (SELECT value FROM json_each(?)) ORDER BY edit.row DESC"""
TAKEN = "SELECT gesture FROM main.edit WHERE origin = ? AND seq = ? AND row > ?"


class LaterEdits:
    """The edits after a row of the history."""

    def __init__(self, connection: sqlite3.Connection, row: int, go_on: GoOn) -> None:
        self._connection, self._row, self._go_on = connection, row, go_on

    def in_articles(self, articles: Iterable[Id]) -> Iterator[LaterEdit]:
        """Yield the edits of some articles, the latest first."""
        return self._read(self._rows(f"{IN_ARTICLES} ORDER BY edit DESC", articles, frozenset()))

    def of_articles_themselves(self, articles: Iterable[Id]) -> Iterator[LaterEdit]:
        """Yield those that changed what is known of some articles, or their texts, the latest first."""
        return self._read(self._rows(f"{IN_ARTICLES} INTERSECT {OF_KINDS} ORDER BY edit DESC", articles, {Article}))

    def in_the_way(self, ours: Sequence[RowChange]) -> Iterator[LaterEdit]:
        """Yield those that depend on some changes, the latest first.

        Of the edits that name a record of the whole project, those in the articles of its latest `USERS` are found.
        """
        for each in in_effect(self.that_can_be_in_the_way(ours), self._taken):
            if stands_in_the_way(ours, each.changes):
                yield each

    def that_can_be_in_the_way(self, ours: Sequence[RowChange]) -> Iterator[LaterEdit]:
        """Yield the edits that can depend on some changes, the latest first."""
        found = [(change, article_of_row(self._connection, change)) for change in ours]
        articles = {article for _change, article in found if article}
        of_project = [change for change, article in found if article is None]
        kinds = {change.entity for change in of_project}
        kinds |= {kind for change in ours for kind, record in _needed(change) if not self._is_there(kind, record)}
        for change in of_project:
            if change.before is None or has_other_kind(change):
                using, others = self._users(change)
                articles |= using
                kinds |= others
        return self._read(self._rows(f"{IN_ARTICLES} UNION {OF_KINDS} ORDER BY edit DESC", articles, kinds))

    def _users(self, change: RowChange) -> tuple[set[Id], set[type[Record]]]:
        """Return the articles of the latest records that use one, and the kinds of those that are in no article."""
        articles, kinds = set[Id](), set[type[Record]]()
        for entity, name in users_of(change.entity):
            if "article" not in COLUMNS[entity]:
                kinds.add(entity)
                continue
            latest = "changed_at" if issubclass(entity, Signed) else "id"
            query = f"SELECT article FROM {TABLES[entity]} WHERE {name} = ? ORDER BY {latest} DESC LIMIT {USERS}"
            found = {article for (article,) in self._connection.execute(query, (change.id,))}
            articles |= found - {None}
            kinds |= {entity} if None in found else set()
        return articles, kinds

    def _is_there(self, kind: type[Record], record: Id) -> bool:
        return bool(self._connection.execute(f"SELECT 1 FROM {TABLES[kind]} WHERE id = ?", (record,)).fetchone())

    def _rows(self, query: str, articles: Iterable[Id], kinds: Set[type[Record]]) -> Sequence[int]:
        concerns = sorted({concern for kind in kinds for concern in concerns_of({kind})})
        given = {"row": self._row, "articles": json.dumps(sorted(articles)), "kinds": json.dumps(concerns)}
        return array("q", (row for (row,) in self._connection.execute(query, given)))

    def _read(self, rows: Sequence[int]) -> Iterator[LaterEdit]:
        for first in range(0, len(rows), AT_ONCE):
            self._go_on()
            some = json.dumps([*rows[first : first + AT_ONCE]])
            found = self._connection.execute(READ, (some,)).fetchall()
            for row, origin, seq, undoes, body, at, coder in found:
                yield LaterEdit(row, origin, seq, undoes, tuple(changes_in(body, coder, at)))

    def _taken(self, edit: LaterEdit) -> range | None:
        found = self._connection.execute(TAKEN, (edit.origin, edit.undoes, self._row)).fetchone()
        return range(found[0], (edit.undoes or 0) + 1) if found else None


def users_of(kind: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """Yield the kinds of records that can refer to one of a kind, each with the name of its field."""
    for entity, references in REFERENCES.items():
        yield from ((entity, name) for name, refers in references.items() if refers.to is kind)


def _needed(change: RowChange) -> Iterator[tuple[type[Record], Id]]:
    """Yield the records that a row referred to before a change, each with its kind, besides its article."""
    for name, record in referred(change.entity, change.before or {}).items():
        kind = REFERENCES[change.entity][name].to
        if name != "article" and kind is not None and issubclass(kind, Record):
            yield kind, record


def article_of_row(connection: sqlite3.Connection, change: RowChange) -> Id | None:
    """Return the article by which the edits of a row are kept, as far as it is known; None for rows of the project."""
    if change.entity is Anchor:
        return None
    if change.entity is Article:
        return change.id
    known = {**(change.before or {}), **(change.after or {})}
    if "article" in known:
        return str(known["article"]) if known["article"] else None
    now = record_now(connection, change)
    return article_of(now) if now else None
