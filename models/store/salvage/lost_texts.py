"""Give an article whose text is lost another one: read again from its file, if the hash proves that it is the same.

Otherwise signs stand in its place, so that what was recorded in it keeps its speakers, values and answers.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from models.articles.draft import Draft
from models.articles.formats import format_of
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.input_file import HEAD, InputFile
from models.entities import Article, Content
from models.errors import OnrecordError
from models.ids import Id
from models.store.salvage.losses import Losses, TextFate
from models.store.salvage.states import States
from models.store.salvage.texts import alike

LOST = """SELECT article.id, article.content, file_name, encoding, original.data
          FROM article LEFT JOIN original ON original.sha256 = article.original
          WHERE article.content NOT IN (SELECT sha256 FROM content)"""
END = """SELECT max("end") FROM (
    SELECT article, "end" FROM span UNION ALL SELECT article, "end" FROM boilerplate UNION ALL
    SELECT article, "end" FROM dismissed) WHERE article = ?"""
SIGN, LINE = "▒", 80
MOST = 10_000_000
"""Code points of a text beyond which a place is not believed."""


def replace_lost_texts(connection: sqlite3.Connection, states: States, losses: Losses) -> None:
    """Give every article a text that has lost its own."""
    texts = {hash_ for (hash_,) in connection.execute("SELECT sha256 FROM content")}
    for article, hash_, name, encoding, data in connection.execute(LOST).fetchall():
        if named := _named(article, hash_, states, texts):
            _refer(connection, article, named)
            continue
        content = next((each for each in _read_again(data, name, encoding) if each.sha256 == hash_), None)
        losses.of(article).text = TextFate.AGAIN if content else TextFate.LOST
        content = content or _signs(connection, article)
        keep = "INSERT INTO content (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
        connection.execute(keep, (content.sha256, content.text))
        _refer(connection, article, content.sha256)


def _named(article: Id, hash_: str, states: States, texts: set[str]) -> str | None:
    """Return the hash of the text of an article, if it is the hash that is damaged and not the text."""
    known = states.record((Article, article))
    named = {known.content} if isinstance(known, Article) else {each for each in texts if alike(each, hash_)}
    return next(iter(named & texts), None)


def _refer(connection: sqlite3.Connection, article: Id, hash_: str) -> None:
    connection.execute("UPDATE article SET content = ? WHERE id = ?", (hash_, article))


def _read_again(data: bytes | None, name: str | None, encoding: str | None) -> Iterator[Content]:
    """Yield the texts that a file has, by what it shows and by how it was read before."""
    if not data:
        return
    for how in (AS_FOUND, HowToRead(encoding=encoding)):
        file = InputFile(Path((name or "article").split("#")[0]), data[:HEAD], data, how=how)
        try:
            yield from (Content.of(each.text) for each in format_of(file).read(file) if isinstance(each, Draft))
        except OnrecordError:
            continue


def _signs(connection: sqlite3.Connection, article: Id) -> Content:
    """Return signs up to the last place that is recorded in an article, in lines."""
    (end,) = connection.execute(END, (article,)).fetchone()
    count = min(max(end or 1, 1), MOST)
    return Content.of(((SIGN * (LINE - 1) + "\n") * (count // LINE + 1))[:count])
