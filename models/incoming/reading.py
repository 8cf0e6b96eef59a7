"""Read files one after the other into entries, each with the file that it was found in."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.input_file import always
from models.errors import UnreadableArticle
from models.incoming.entry import Entry, entry_of
from models.intake import TitleOf, tell_apart


def entries_in(
    files: Iterable[Path], title_of: TitleOf, go_on: Callable[[], bool] = always, how: HowToRead = AS_FOUND
) -> Iterator[Entry]:
    """Yield what is found in some files; each is read only when it is needed.

    Raises Interrupted as soon as `go_on` returns that the files are not wanted any more.
    """
    path: Path | None = None

    def found() -> Iterator[Draft | UnreadableArticle]:
        nonlocal path
        for path in files:
            yield from articles_in(path, go_on, how)

    for each in tell_apart(found(), title_of):
        yield entry_of(each, path)
