"""Another project as data, whatever file it was read from, and what this project has of it already."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.codebook.codebook import Codebook
from models.entities import Answer, Article, Claim, Number, Original, Record
from models.ids import Id
from models.own_words import NO_WORDS, OwnWords
from models.registry import Registry
from models.translation import _


class Part(StrEnum):
    """What is taken from another project."""

    ARTICLES = "articles"
    CODEBOOK = "codebook"
    ALL = "all"


PARTS = {
    Part.ARTICLES: _("Articles alone"),
    Part.CODEBOOK: _("Codebook; where it differs, it replaces what is here"),
    Part.ALL: _("All: articles with what is recorded in them, speakers, and what the codebook here lacks"),
}
"""What can be taken from another project, as it is offered."""


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """An article of another project with its text and what is recorded in it.

    Its records refer to each other by their ids, and to the speakers and the codebook of that project.
    """

    article: Article
    text: str
    records: tuple[Record, ...]


def _no_original(sha256: str) -> Original:
    raise LookupError(sha256)


@dataclass(frozen=True, slots=True)
class OtherProject:
    """A project that is only read. Rows that come from it again have the same ids again.

    `original` returns the file that an article came from, by its hash, as long as the project is open. `left_out` says
    in sentences what of its file could not be read.
    """

    name: str
    registry: Registry
    codebook: Codebook
    articles: tuple[OtherArticle, ...]
    original: Callable[[str], Original] = _no_original
    left_out: tuple[str, ...] = ()
    own_words: OwnWords = NO_WORDS

    @property
    def is_coded(self) -> bool:
        """Return whether a claim or number is recorded in one of its articles."""
        return any(isinstance(row, Claim | Number) for each in self.articles for row in each.records)


@dataclass(frozen=True, slots=True)
class Present:
    """What this project has already of what another one may bring.

    `articles` has the articles that have the id of one of its articles, by this id, and `with_text` the first article
    with each of its texts, by the hash of the text. `records` are the ids of its claims, numbers and answers that are
    here too, with what was dismissed, and `answers` has those about records that both have, by these records' ids here.
    """

    registry: Registry
    codebook: Codebook
    articles: Mapping[Id, Article]
    with_text: Mapping[str, Article]
    records: frozenset[Id]
    answers: Mapping[Id, tuple[Answer, ...]]
    corrected: Mapping[Id, str]
    """The texts here of articles that have another text there, by their ids."""
    own_words: OwnWords = NO_WORDS


NOTHING_PRESENT = Present(Registry(), Codebook(), {}, {}, frozenset(), {}, {})
"""What a new project has."""
