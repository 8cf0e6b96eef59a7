"""Exports of databases that are not known: several numbered articles, which must not become one."""

import re

from models.articles.databases.database import Database, Records
from models.articles.documents.document import Document
from models.errors import UnreadableArticle
from models.translation import _

NUMBERED = re.compile(
    r"\s*(?:document|dokument|documento|article|artikel|artículo|articolo|record|result) (?P<number>\d{1,5})"
    r" (?:of|von|de|sur|di|van|/) (?P<of>\d{1,5})\s*",
    re.IGNORECASE,
)
LEAST = 2


def recognise(document: Document) -> bool:
    """Return whether a document has several numbered articles."""
    return len(_numbers(document)) >= LEAST


def _numbers(document: Document) -> set[str]:
    lines = (line for each in document.paragraphs for line in each.text.split("\n"))
    return {match["number"] for line in lines if (match := NUMBERED.fullmatch(line))}


class UnknownDatabase(UnreadableArticle):
    """A document has several articles, of a database that is not known; it can be described by a profile."""

    def __init__(self, document: Document, named: str) -> None:
        self.document = document
        what = _("{name} contains {count} numbered articles, of a database that is not known.")
        self.named = named
        super().__init__(
            what.format(name=named, count=len(_numbers(document))),
            _("Nothing was added."),
            _("Describe its exports (File > Describe Export or Table…), or on the command line give a --profile."),
        )


def split(document: Document, named: str) -> Records:
    """Yield that nothing was read."""
    yield UnknownDatabase(document, named)


UNKNOWN = Database(_("a database that is not known"), recognise, split)
