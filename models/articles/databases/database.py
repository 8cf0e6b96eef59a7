"""What a news database is: its name, how its exports are recognised, and how they are split into articles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.errors import UnreadableArticle


@dataclass(frozen=True, slots=True)
class Database:
    """A database that exports many articles in one file.

    `recognise` returns whether a document is certainly such an export, by its labels. `split` yields every article
    of it, and a refusal for each that cannot be read.
    """

    name: str
    recognise: Callable[[Document], bool]
    split: Callable[[Document], Iterator[Draft | UnreadableArticle]]
