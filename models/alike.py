"""Find articles that are like others: agency copy in several papers, or a longer version of the same report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.articles.draft import Draft
from models.articles.input_file import always
from models.errors import Interrupted
from models.ids import Id
from models.store.bodies import ArticleBody
from models.text.likeness import Sketch, SketchIndex, sketch
from models.translation import _


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two articles of a project, the one that was imported first before the other, and how alike they are: 0 to 1."""

    first: ArticleBody
    other: ArticleBody
    share: float


def alike_pairs(
    articles: Iterable[ArticleBody],
    go_on: Callable[[], bool] = always,
    read: Callable[[int], object] = lambda _count: None,
) -> list[AlikePair]:
    """Return which articles are alike, most alike first; `read` is told how many have been read.

    Raises Interrupted as soon as `go_on` returns that the answer is not wanted any more.
    """
    known, found = dict[Id, ArticleBody](), list[AlikePair]()
    index = SketchIndex[Id]()
    for count, article in enumerate(articles, start=1):
        if not go_on():
            raise Interrupted
        runs = sketch(article.text)
        known[article.article] = ArticleBody(article.article, article.title, "")
        found += (AlikePair(known[key], known[article.article], share) for key, share in index.alike(runs))
        index.add(article.article, runs)
        read(count)
    return sorted(found, key=lambda pair: -pair.share)


class KnownTexts:
    """Says of each draft that is read which article of the project, or which draft before it, it is like.

    The articles of the project are read with the first draft.
    """

    def __init__(self, articles: Iterable[ArticleBody] = ()) -> None:
        self._waiting = articles
        self._index = SketchIndex[int]()
        self._seen: list[tuple[str, bool]] = []
        """The title of each article by its key, and whether it is in the project."""

    def read(self) -> None:
        """Read the articles of the project now, unless that has been done."""
        for article in self._waiting:
            self._add(article.title, sketch(article.text), in_project=True)
        self._waiting = ()

    def alike(self, draft: Draft) -> tuple[str, ...]:
        """Return the warning that a draft is like another article, if it is; later drafts are compared with it too."""
        self.read()
        runs = sketch(draft.body)
        found = self._warnings(runs)
        self._add(draft.title, runs, in_project=False)
        return found

    def like(self, draft: Draft) -> tuple[str, ...]:
        """Return the same warning, of a draft that nothing is compared with."""
        self.read()
        return self._warnings(sketch(draft.body))

    def _warnings(self, runs: Sketch) -> tuple[str, ...]:
        return tuple(_warning(*self._seen[key], share) for key, share in self._index.alike(runs)[:1])

    def _add(self, title: str, runs: Sketch, *, in_project: bool) -> None:
        self._index.add(len(self._seen), runs)
        self._seen.append((title, in_project))


def _warning(title: str, in_project: bool, share: float) -> str:
    words = _("It is like “{title}” in the project ({share}).") if in_project else _("It is like “{title}” ({share}).")
    return words.format(title=title, share=f"{share:.0%}")
