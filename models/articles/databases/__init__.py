"""Exports of news databases: one module for each database, and the list of them."""

from collections.abc import Iterator

from models.articles.databases.apa import APA
from models.articles.databases.cuttings import CUTTINGS
from models.articles.databases.database import Database
from models.articles.databases.europresse import EUROPRESSE
from models.articles.databases.factiva import FACTIVA
from models.articles.databases.labelled_text import LABELLED_TEXT
from models.articles.databases.lexisnexis import LEXISNEXIS
from models.articles.databases.mediargus import MEDIARGUS
from models.articles.databases.nexis import NEXIS
from models.articles.databases.proquest import PROQUEST
from models.articles.databases.record import Record, draft_of
from models.articles.databases.unknown import UNKNOWN
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.errors import UnreadableArticle

DATABASES = (PROQUEST, LEXISNEXIS, NEXIS, FACTIVA, EUROPRESSE, APA, MEDIARGUS, CUTTINGS, LABELLED_TEXT, UNKNOWN)
"""The first that recognises a document splits it."""


def database_of(document: Document) -> Database | None:
    """Return the database that exported a document, or None."""
    return next((database for database in DATABASES if database.recognise(document)), None)


def drafts_of(database: Database, document: Document, named: str) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of an export, and what is missing or cannot be read; the name is that of the file."""
    for found in database.split(document, named):
        yield draft_of(found, named) if isinstance(found, Record) else found
