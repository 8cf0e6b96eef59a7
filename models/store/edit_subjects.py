"""Keep which articles and which kinds of records each edit is about: derived from the history, and filtered by it."""

import sqlite3
from collections import defaultdict

from models.edits import Edit
from models.entities import Anchor, Article, article_of
from models.ids import Id
from models.lines.edit_line import Concern, concerns_of
from models.store.as_now import row_now
from models.store.each_edit import ReadEdit, each_edit
from models.store.edit_body import RowChange
from models.store.rows import COLUMNS, Malformed

NAMED = "INSERT OR IGNORE INTO history_article (id) VALUES (?)"
IN_ARTICLE = "INSERT INTO edit_in_article (article, edit) SELECT row, ? FROM history_article WHERE id = ?"
OF_KIND = "INSERT INTO edit_of_kind (kind, edit) VALUES (?, ?)"

FRESH = {"fresh_article": "id TEXT, edit INTEGER", "fresh_kind": "kind TEXT, edit INTEGER"}
"""Temporary tables of what follows from the history, with their columns."""

FRESH_ARTICLES, FRESH_KINDS = "SELECT DISTINCT id, edit FROM fresh_article", "SELECT kind, edit FROM fresh_kind"
KEPT_ARTICLES = (
    "SELECT id, edit FROM edit_in_article JOIN history_article ON history_article.row = edit_in_article.article"
)
SAME = tuple(
    f"""SELECT (SELECT count(*) FROM ({kept})) = (SELECT count(*) FROM ({fresh}))
               AND NOT EXISTS ({kept} EXCEPT {fresh})"""
    for kept, fresh in ((KEPT_ARTICLES, FRESH_ARTICLES), ("SELECT kind, edit FROM edit_of_kind", FRESH_KINDS))
)
"""Queries that tell whether what is kept is what follows from the history; no row is in either of them twice."""

KEEP = (
    *(f"DELETE FROM {table}" for table in ("history_article", "edit_in_article", "edit_of_kind")),
    "INSERT INTO history_article (id) SELECT DISTINCT id FROM fresh_article ORDER BY id",
    f"""INSERT INTO edit_in_article (article, edit)
        SELECT history_article.row, edit FROM ({FRESH_ARTICLES}) JOIN history_article USING (id) ORDER BY 1, 2""",
    f"INSERT INTO edit_of_kind (kind, edit) {FRESH_KINDS} ORDER BY 1, 2",
)

PIECE = 1_000
"""Rows that are written at once."""

Subjects = tuple[set[Id], set[Concern]]
"""The articles that an edit is about, and what it concerns."""


def keep_subjects(connection: sqlite3.Connection, row: int, edit: Edit) -> set[Id]:
    """Keep what an edit is about, which has just been written to a row of the history; return its articles."""
    found = {article_of(change.row) for change in edit.changes if type(change.row) is not Anchor}
    articles = {each for each in found if each}
    _keep(connection, row, (articles, concerns_of(edit.kinds)))
    return articles


def _keep(connection: sqlite3.Connection, row: int, subjects: Subjects) -> None:
    articles, concerns = subjects
    connection.executemany(NAMED, [(article,) for article in sorted(articles)])
    connection.executemany(IN_ARTICLE, [(row, article) for article in sorted(articles)])
    connection.executemany(OF_KIND, [(concern, row) for concern in sorted(concerns)])


def rebuild(connection: sqlite3.Connection) -> None:
    """Keep it of the whole history again. Raises Malformed."""
    fresh = FreshSubjects(connection)
    for edit in each_edit(connection):
        fresh.take(edit)
    fresh.keep()


class FreshSubjects:
    """What follows from the history, once every edit was taken: in temporary tables of the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._is_readable = connection, True
        self._articles, self._kinds = list[tuple[Id, int]](), list[tuple[Concern, int]]()
        """What is still to be written."""
        self._waiting = defaultdict[Id, list[int]](list)
        """The edits that changed a record which is gone now, by the record; its deletion says where it was."""
        for table, columns in FRESH.items():
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
            connection.execute(f"CREATE TEMP TABLE {table} ({columns})")

    def take(self, edit: ReadEdit) -> None:
        """Find what an edit is about."""
        if edit.changes is None:
            self._is_readable = False
            return
        articles = {self._article(change, edit.row) for change in edit.changes}
        self._articles += ((each, edit.row) for each in articles if each)
        self._kinds += ((each, edit.row) for each in concerns_of({change.entity for change in edit.changes}))
        if len(self._kinds) > PIECE:
            self._write()

    def _article(self, change: RowChange, edit: int) -> Id | None:
        """Return the article of a row that an edit made, changed or deleted; None if it has none, or not yet."""
        if change.entity is Article:
            return change.id
        if change.entity is Anchor or "article" not in COLUMNS[change.entity]:
            return None  # an example outlives its article, and belongs to the codebook
        if change.before is not None and change.after is not None:
            found = row_now(self._connection, change, ("article",))
            if found is None:
                self._waiting[change.id].append(edit)
            return found["article"] if found else None
        article: Id | None = (change.after or change.before or {}).get("article")
        if change.after is None and article:
            self._articles += ((article, each) for each in self._waiting.pop(change.id, ()))
        return article

    def _write(self) -> None:
        self._connection.executemany("INSERT INTO temp.fresh_article VALUES (?, ?)", self._articles)
        self._connection.executemany("INSERT INTO temp.fresh_kind VALUES (?, ?)", self._kinds)
        self._articles.clear()
        self._kinds.clear()

    def are_kept(self) -> bool:
        """Return whether exactly this is kept."""
        self._write()
        return self._is_readable and all(self._connection.execute(same).fetchone()[0] for same in SAME)

    def keep(self) -> None:
        """Keep this and nothing else. Raises Malformed if an edit cannot be read."""
        if not self._is_readable:
            raise Malformed("an edit of the history cannot be read")
        self._write()
        for statement in KEEP:
            self._connection.execute(statement)
