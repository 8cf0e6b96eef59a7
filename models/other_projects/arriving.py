"""Find what another project brings that is not here yet, with its records referring to what is here."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.counts import count_of
from models.edits import Change, made
from models.entities import (
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Dismissed,
    Number,
    Record,
    Speaker,
    Status,
    Variable,
    Word,
)
from models.other_projects.other_project import OtherArticle, OtherProject, Present
from models.translation import _

COUNTED = (Article, Speaker, Variable, Choice, Claim, Number, Answer, Dismissed, Word)
"""The kinds of records that a summary counts, in its order."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """What another project brings: the changes, how many of its records are here already, by their class, and what is
    left out, in sentences.
    """

    changes: tuple[Change, ...]
    known: Counter[type[Record]]
    left_out: tuple[str, ...] = ()

    @property
    def new(self) -> str:
        """Return what is new, in words: "12 articles, 3 speakers"; empty if nothing is."""
        return _in_words(Counter(type(each.row) for each in self.changes if each.before is None))

    @property
    def here(self) -> str:
        """Return what is here already, in the same words."""
        return _in_words(self.known)


def _in_words(counts: Counter[type[Record]]) -> str:
    return ", ".join(count_of(kind, counts[kind]) for kind in COUNTED if counts[kind])


def sentences(found: Arriving, name: str) -> Iterator[str]:
    """Yield what the project with this name brought, what was here already, and what was left out."""
    if found.changes:
        new = found.new or _("nothing new")
        yield _("“{name}” brought {new}.").format(name=name, new=new)
    else:
        yield _("“{name}” has nothing that is not here already.").format(name=name)
    if found.here:
        yield _("Here already: {here}.").format(here=found.here)
    yield from found.left_out


def arriving_articles(other: OtherProject, present: Present) -> Arriving:
    """Return the articles whose texts are not here yet, with their boilerplate and without what is recorded in them."""
    new = [each for each in other.articles if same_article(each.article, present) is None]
    changes = [made(replace(each.article, status=Status.OPEN, discuss=False)) for each in new]
    known = Counter[type[Record]]({Article: len(other.articles) - len(new)})
    return Arriving((*changes, *map(made, boilerplate_of(new))), known, other.left_out)


def boilerplate_of(articles: Iterable[OtherArticle]) -> Iterator[Record]:
    return (row for each in articles for row in each.records if isinstance(row, Boilerplate))


def same_article(article: Article, present: Present) -> Article | None:
    return present.articles.get(article.id) or present.with_text.get(article.content)
