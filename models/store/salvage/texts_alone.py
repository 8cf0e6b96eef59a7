"""Make articles of texts that are all that is left of theirs: neither an article nor the history names them."""

import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.coder import default_coder
from models.entities import Article, Boilerplate
from models.errors import UnreadableArticle
from models.store.rows import VALUES, insertion
from models.store.salvage.losses import Losses
from models.text.excerpts import shortened

LONGEST = 120
"""Code points of the first line of a text that become a title where no headline is found."""
WITHOUT_ARTICLE = "SELECT sha256, text FROM content WHERE sha256 NOT IN (SELECT content FROM article) ORDER BY row"


def make_articles(connection: sqlite3.Connection, texts: Collection[str], losses: Losses) -> None:
    """Make an article of each of some texts, given by their hashes, that still has none: as if it were pasted.

    Its coder is whoever rescues, since nothing says who imported it.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    for hash_, text in connection.execute(WITHOUT_ARTICLE).fetchall():
        if hash_ in texts and text.strip():
            edit = import_articles([_draft(text)]).stamped(default_coder(), at)
            for record in (*edit.made(Article), *edit.made(Boilerplate)):
                connection.execute(insertion(type(record)), VALUES[type(record)](record))
            losses.of(edit.made(Article)[0].id).only_text = True


def _draft(text: str) -> Draft:
    """Return a text with what it says about itself, if it is read as it is."""
    try:
        draft = from_text(text)
    except UnreadableArticle:
        draft = None
    first = text.strip().splitlines()[0]
    return draft if draft and draft.text == text else Draft(text, shortened(first, LONGEST))
