"""Keep which articles and which kinds of records each edit is about: derived from the history, and filtered by it."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from models.edits import Edit
from models.entities import Anchor, Article, article_of
from models.ids import Id
from models.lines.edit_line import Concern, concerns_of
from models.store.as_now import row_now
from models.store.edit_body import RowChange, changes_in
from models.store.one_moment import one_moment
from models.store.rows import COLUMNS

NAMED = "INSERT OR IGNORE INTO history_article (id) VALUES (?)"
IN_ARTICLE = "INSERT INTO edit_in_article (article, edit) SELECT row, ? FROM history_article WHERE id = ?"
OF_KIND = "INSERT INTO edit_of_kind (kind, edit) VALUES (?, ?)"

NEWEST_FIRST = """SELECT edit.row, edit.body, origin.coder, edit.at FROM edit JOIN origin ON origin.row = edit.origin
                  ORDER BY edit.row DESC"""

FRESH = ("articles (id TEXT, edit INTEGER)", "kinds (kind TEXT, edit INTEGER)")
"""Temporary tables of what follows from the history."""

KEPT_ARTICLES = (
    "SELECT id, edit FROM edit_in_article JOIN history_article ON history_article.row = edit_in_article.article"
)
SAME = tuple(
    f"""SELECT (SELECT count(*) FROM ({kept})) = (SELECT count(*) FROM ({fresh}))
               AND NOT EXISTS ({kept} EXCEPT {fresh})"""
    for kept, fresh in (
        (KEPT_ARTICLES, "SELECT id, edit FROM fresh_articles"),
        ("SELECT kind, edit FROM edit_of_kind", "SELECT kind, edit FROM fresh_kinds"),
    )
)
"""Queries that tell whether what is kept is what follows from the history; no row is in either of them twice."""

PIECE = 1_000
"""Edits of which this is written at once."""

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
    """Keep it of the whole history again."""
    for table in ("history_article", "edit_in_article", "edit_of_kind"):
        connection.execute(f"DELETE FROM {table}")
    for row, subjects in _every(connection):
        _keep(connection, row, subjects)


def fits(connection: sqlite3.Connection) -> bool:
    """Return whether exactly what follows from the history is kept."""
    for table in FRESH:
        connection.execute(f"CREATE TEMP TABLE fresh_{table}")
    try:
        with one_moment(connection):
            _find_fresh(connection)
        return all(connection.execute(same).fetchone()[0] for same in SAME)
    finally:
        for table in ("articles", "kinds"):
            connection.execute(f"DROP TABLE temp.fresh_{table}")


def _find_fresh(connection: sqlite3.Connection) -> None:
    """Fill the temporary tables, in pieces."""
    every = _every(connection)
    while piece := [*islice(every, PIECE)]:
        articles = ((article, row) for row, subjects in piece for article in subjects[0])
        connection.executemany("INSERT INTO fresh_articles VALUES (?, ?)", articles)
        concerns = ((concern, row) for row, subjects in piece for concern in subjects[1])
        connection.executemany("INSERT INTO fresh_kinds VALUES (?, ?)", concerns)


def _every(connection: sqlite3.Connection) -> Iterator[tuple[int, Subjects]]:
    """Yield what each edit is about, from the last to the first: where a record was that is gone is known by then."""
    gone: dict[Id, Id | None] = {}
    for row, body, coder, at in connection.execute(NEWEST_FIRST):
        changes = changes_in(body, coder, at)
        articles = {_article(connection, change, gone) for change in changes} - {None}
        yield row, ({each for each in articles if each}, concerns_of({change.entity for change in changes}))


def _article(connection: sqlite3.Connection, change: RowChange, gone: dict[Id, Id | None]) -> Id | None:
    """Return the article of a row that an edit made, changed or deleted; None if it has none."""
    if change.entity is Article:
        return change.id
    if change.entity is Anchor or "article" not in COLUMNS[change.entity]:
        return None  # an example outlives its article, and belongs to the codebook
    if change.before is not None and change.after is not None:
        return _article_now(connection, change, gone)
    article = (change.after or change.before or {}).get("article")
    if change.after is None:
        gone[change.id] = article
    return article


def _article_now(connection: sqlite3.Connection, change: RowChange, gone: dict[Id, Id | None]) -> Id | None:
    found = row_now(connection, change, ("article",))
    return found["article"] if found else gone.get(change.id)
