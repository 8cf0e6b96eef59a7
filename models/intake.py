"""Read articles for import: find texts that would be in the project twice, and yield drafts in batches.

The window and the command line share it; each asks and reports in its own way.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.actions.articles import content_of
from models.articles.article_files import articles_in, files_in
from models.articles.databases.counting import MissingArticles
from models.articles.doubts import DOUBTS, Doubt
from models.articles.draft import Draft
from models.articles.formats import in_words
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.input_file import always
from models.articles.refusals import name_of, refuse
from models.errors import UnreadableArticle
from models.translation import _, counted

BATCH = 32 * 2**20
"""Limits of what is written in one transaction, in code points and bytes of articles: they bound the memory."""

TitleOf = Callable[[str], str | None]
"""Return the title of the article in the project whose text has a SHA-256, or None."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article whose text is already in the project, under a title, or in an earlier file of the same intake."""

    draft: Draft
    title: str
    earlier: str | None = None

    @property
    def sentence(self) -> str:
        """Return which article it duplicates: "“b.txt” holds the same text as “a.txt”."."""
        name = self.draft.file_name or self.draft.title
        if self.earlier is None:
            return _("“{name}” is already in the project, as “{title}”.").format(name=name, title=self.title)
        return _("“{name}” has the same text as “{earlier}”.").format(name=name, earlier=self.earlier)


Found = Draft | Duplicate | UnreadableArticle


def missing_in(found: Found) -> int:
    """Return how many articles are missing that a file announces, if that is what was found."""
    return found.announced - found.found if isinstance(found, MissingArticles) else 0


@dataclass(frozen=True, slots=True)
class Batch:
    """The result of reading some files, in their order: what was found, and in which file each."""

    found: tuple[Found, ...]
    paths: tuple[Path, ...] = ()

    @property
    def duplicates(self) -> list[Duplicate]:
        """Return the articles that would be in the project twice."""
        return [each for each in self.found if isinstance(each, Duplicate)]

    @property
    def refusals(self) -> list[UnreadableArticle]:
        """Return why the others could not be read."""
        return [each for each in self.found if isinstance(each, UnreadableArticle) and not missing_in(each)]

    @property
    def missing(self) -> int:
        """Return how many articles are missing that the files announce."""
        return sum(map(missing_in, self.found))

    def drafts(self, *, again: bool = False) -> list[Draft]:
        """Return the articles to add; with `again`, the duplicates too."""
        known = [each.draft if again and isinstance(each, Duplicate) else each for each in self.found]
        return [each for each in known if isinstance(each, Draft)]


def files_below(paths: Iterable[Path]) -> tuple[list[Path], list[UnreadableArticle]]:
    """Return the files to read, including those in folders, and a refusal for each folder without any."""
    found = [(path, list(files_in(path))) for path in paths]
    return [file for _path, files in found for file in files], [_empty(path) for path, files in found if not files]


def _empty(folder: Path) -> UnreadableArticle:
    what = _("The folder “{name}” holds no file that can be read as an article: {formats}.")
    return UnreadableArticle(what.format(name=name_of(folder), formats=in_words()), _("Nothing was added."))


def take_in(
    files: Iterable[Path],
    title_of: TitleOf,
    how: HowToRead = AS_FOUND,
    doubts: Sequence[Doubt] = DOUBTS,
) -> Iterator[Batch]:
    """Yield the articles of files in batches of limited size; each file is read only when it is needed. Doubts become
    warnings.
    """
    batch: list[tuple[Path, Found]] = []
    size = 0
    for each in found_in(files, title_of, how=how, doubts=doubts):
        batch.append(each)
        size += _size(each[1])
        if size >= BATCH:
            yield _batch(batch)
            batch, size = [], 0
    if batch:
        yield _batch(batch)


def _batch(found: Sequence[tuple[Path, Found]]) -> Batch:
    return Batch(tuple(each for _path, each in found), tuple(path for path, _each in found))


def found_in(
    files: Iterable[Path],
    title_of: TitleOf,
    go_on: Callable[[], bool] = always,
    how: HowToRead = AS_FOUND,
    doubts: Sequence[Doubt] = DOUBTS,
) -> Iterator[tuple[Path, Found]]:
    """Yield what is found in files, each with its file, also of one that has no articles. Doubts become warnings.

    Raises Interrupted as soon as `go_on` returns that the files are not wanted any more.
    """
    path = Path()

    def read() -> Iterator[Draft | UnreadableArticle]:
        nonlocal path
        for path in files:
            found = articles_in(path, go_on, how)
            first = next(found, None)
            yield refuse(path, _("“{name}” contains no articles.")) if first is None else first
            yield from found

    for each in tell_apart(read(), title_of, doubts):
        yield path, each


def _size(found: Found) -> int:
    match found:
        case Duplicate(draft=draft) | (Draft() as draft):
            return len(draft.text) + len(draft.original or b"")
        case _:
            return 0


def tell_apart(
    found: Iterable[Draft | UnreadableArticle], title_of: TitleOf, doubts: Sequence[Doubt] = DOUBTS
) -> Iterator[Found]:
    """Yield what was found; articles whose text is in the project, or was found before, become duplicates.

    The others get the warnings that the doubts have about them.
    """
    seen: dict[str, tuple[str, str | None]] = {}
    for one in found:
        if isinstance(one, UnreadableArticle):
            yield one
            continue
        text = content_of(one).sha256
        if text not in seen and (title := title_of(text)) is not None:
            seen[text] = (title, None)
        if text in seen:
            yield Duplicate(one, *seen[text])
        else:
            doubtful = (words for doubt in doubts for words in doubt(one))
            yield replace(one, warnings=tuple(dict.fromkeys((*one.warnings, *doubtful))))
        seen.setdefault(text, (one.title, one.file_name or one.title))


def summary(added: int, known: int, refused: int, missing: int = 0) -> str:
    """Return a summary in sentences: "12 articles were added. 1 was already there. 2 were refused."."""
    sentences = [counted("{count:,} article was added.", "{count:,} articles were added.", added)]
    if known:
        sentences.append(counted("{count:,} was already there.", "{count:,} were already there.", known))
    if refused:
        sentences.append(counted("{count:,} was refused.", "{count:,} were refused.", refused))
    if missing:
        sentences.append(
            counted("{count:,} is missing that was announced.", "{count:,} are missing that were announced.", missing)
        )
    return " ".join(sentences)
