"""The articles of a document: those of the database that exported it, or the one that it is."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.articles.databases import articles_of_export
from models.articles.databases.unknown import UnknownDatabase
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.errors import UnreadableArticle
from models.translation import _


def articles_of(
    document: Document,
    the_one: Callable[[], Draft],
    named: str = _("the export"),
    how: HowToRead = AS_FOUND,
) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of an export; `the_one` makes the article of a document that is no export.

    The name is that of the file, for sentences.
    """
    if how.to_describe:
        yield UnknownDatabase(document, named)
        return
    articles = articles_of_export(document, named, how.profiles)
    if articles is None:
        yield the_one()
        return
    for found in articles:
        # Each keeps its part of the file, not the bytes of the whole, which would be kept once for each article.
        yield replace(found, warnings=(*document.warnings, *found.warnings)) if isinstance(found, Draft) else found
