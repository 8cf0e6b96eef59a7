"""How many places of each article have no record yet: kept beside the records until something changes there.

Counting means reading the text, which takes too long to be done with every edit or for a whole list. So an edit only
forgets the counts of its articles, and whoever counts again keeps what was found. An article without counts says
nothing, rather than something that was true once.
"""

import sqlite3
from itertools import chain

from models.edits import Edit
from models.entities import Article, Word, article_of
from models.ids import Id
from models.lines.open_places import PLACES, RULES, CountedPlaces, OpenPlaces, changes_places
from models.store.edit_body import changes_in
from models.store.overtaking import article_of_place

KEEP = """INSERT OR REPLACE INTO coverage (article, quotations, verbs, numbers, rules)
          SELECT row, ?, ?, ?, ? FROM article WHERE id = ?"""

FORGET = "DELETE FROM coverage WHERE article = (SELECT row FROM article WHERE id = ?)"

LATER = "SELECT body, at FROM edit WHERE row > ?"

NOT_COUNTED = """SELECT id FROM article WHERE NOT EXISTS (
                     SELECT 1 FROM coverage WHERE coverage.article = article.row AND rules = ?) ORDER BY id"""


def forget(connection: sqlite3.Connection, edit: Edit) -> None:
    """Forget the counts of the articles in which an edit changes a place, the text, or its language.

    Words of the project's own can be in every article.
    """
    if edit.concerns(Word):
        connection.execute("DELETE FROM coverage")
        return
    touched = {article_of(change.row) for change in edit.changes_of(Article, *PLACES) if changes_places(change)}
    new = {article.id for article in edit.made(Article)}
    connection.executemany(FORGET, [(article,) for article in touched if article not in new])


def last_edit(connection: sqlite3.Connection) -> int:
    """Return the row of the last edit: ask for it before what is counted is read."""
    (row,) = connection.execute("SELECT coalesce(max(row), 0) FROM edit").fetchone()
    return int(row)


def not_counted(connection: sqlite3.Connection) -> list[Id]:
    """Return the articles whose places are not counted by the rules that hold now, in the order of import."""
    return [article for (article,) in connection.execute(NOT_COUNTED, (RULES,))]


def keep(connection: sqlite3.Connection, counted: CountedPlaces) -> dict[Id, OpenPlaces]:
    """Keep what was counted, but of no article that has been edited since; return what was kept.

    The caller has a transaction.
    """
    later = connection.execute(LATER, (counted.last_edit,)).fetchall()
    changes = [*chain.from_iterable(changes_in(body, None, at) for body, at in later)]
    if any(change.entity is Word for change in changes):
        return {}
    edited: set[Id | None] = {change.id for change in changes if change.entity is Article}
    edited |= {article_of_place(connection, change) for change in changes if change.entity in PLACES}
    kept = {article: places for article, places in counted.places.items() if article not in edited}
    connection.executemany(
        KEEP, [(each.quotations, each.verbs, each.numbers, RULES, article) for article, each in kept.items()]
    )
    return kept


def fits(connection: sqlite3.Connection) -> bool:
    """Return whether every count is that of an article."""
    query = "SELECT 1 FROM coverage WHERE article NOT IN (SELECT row FROM article) LIMIT 1"
    return connection.execute(query).fetchone() is None
