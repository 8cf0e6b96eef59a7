"""Exports of news databases: one module for each database, and the list that everything else uses."""

from models.articles.databases.database import Database
from models.articles.documents.document import Document

DATABASES: tuple[Database, ...] = ()


def database_of(document: Document) -> Database | None:
    """Return the database that a document was exported from, or None if that is not certain."""
    return next((each for each in DATABASES if each.recognise(document)), None)
