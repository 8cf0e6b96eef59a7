"""Read the texts of many articles without their boilerplate, one after the other."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from models.articles.draft import Draft
from models.ids import Id
from models.store.reading import text_of

ARTICLES = "SELECT id, title, content FROM article ORDER BY row"
LINES = 'SELECT start, "end" FROM boilerplate WHERE article = ? ORDER BY start'


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """The text of an article without its boilerplate."""

    article: Id
    title: str
    text: str


def bodies(connection: sqlite3.Connection) -> Iterator[ArticleBody]:
    """Yield every article. Nothing is locked in between, so that others can write; an article may be gone by then."""
    for article, title, content in connection.execute(ARTICLES).fetchall():
        lines = tuple(connection.execute(LINES, (article,)).fetchall())
        yield ArticleBody(article, title, Draft(text_of(connection, content), title, boilerplate=lines).body)
