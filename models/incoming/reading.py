"""Read files one after the other into entries, each with the file that it was found in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from models.articles.doubts import DOUBTS, Doubt
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.input_file import always
from models.incoming.entry import Entry, entry_of
from models.intake import TitleOf, found_in


def entries_in(
    files: Iterable[Path],
    title_of: TitleOf,
    go_on: Callable[[], bool] = always,
    how: HowToRead = AS_FOUND,
    doubts: Sequence[Doubt] = DOUBTS,
) -> Iterator[Entry]:
    """Yield what is found in some files; each is read only when it is needed. Doubts become warnings.

    Raises Interrupted as soon as `go_on` returns that the files are not wanted any more.
    """
    for path, each in found_in(files, title_of, go_on, how, doubts):
        yield entry_of(each, path)
