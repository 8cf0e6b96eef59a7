"""Exports of news databases: one module for each database, and the list of them."""

from collections.abc import Iterator, Sequence

from models.articles.database_profile import Profile
from models.articles.databases.apa import APA
from models.articles.databases.clippings import CLIPPINGS
from models.articles.databases.cuttings import CUTTINGS
from models.articles.databases.database import Database
from models.articles.databases.europresse import EUROPRESSE
from models.articles.databases.factiva import FACTIVA
from models.articles.databases.indexed_cuttings import INDEXED_CUTTINGS
from models.articles.databases.labelled_text import LABELLED_TEXT
from models.articles.databases.lexisnexis import LEXISNEXIS
from models.articles.databases.mediargus import MEDIARGUS
from models.articles.databases.nexis import NEXIS
from models.articles.databases.profiled import database_of
from models.articles.databases.proquest import PROQUEST
from models.articles.databases.record import Record, draft_of
from models.articles.databases.unknown import UNKNOWN
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.errors import UnreadableArticle

DATABASES = (
    *(LABELLED_TEXT, PROQUEST, LEXISNEXIS, NEXIS, FACTIVA, EUROPRESSE, APA, MEDIARGUS),
    *(CLIPPINGS, CUTTINGS, INDEXED_CUTTINGS, UNKNOWN),
)  # fmt: skip
"""The first that recognises a document splits it."""


def articles_of_export(
    document: Document, named: str, profiles: Sequence[Profile] = ()
) -> Iterator[Draft | UnreadableArticle] | None:
    """Return the articles of an export, and what is missing or cannot be read; None if a document is no export.

    The name is that of the file, for sentences. What fits one of the profiles is split by it.
    """
    database = next((each for each in (*map(database_of, profiles), *DATABASES) if each.recognise(document)), None)
    return None if database is None else _drafts(database, document, named)


def _drafts(database: Database, document: Document, named: str) -> Iterator[Draft | UnreadableArticle]:
    for found in database.split(document, named):
        yield draft_of(found, named) if isinstance(found, Record) else found
