"""The articles of a document: those of the database that exported it, or the one that it is."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.articles.databases import database_of
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.errors import UnreadableArticle


def articles_of(document: Document, the_one: Callable[[], Draft]) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of an export; `the_one` makes the article of a document that is no export."""
    database = database_of(document)
    if database is None:
        yield the_one()
        return
    for found in database.split(document):
        if isinstance(found, Draft):
            # Without the bytes of the file, which would be kept once for each of its articles.
            yield replace(found, encoding=document.encoding, warnings=(*document.warnings, *found.warnings))
        else:
            yield found
