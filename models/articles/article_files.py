"""Read articles from files and folders: each is a draft, or a refusal that explains why it cannot be read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from models.articles.draft import Draft
from models.articles.formats import SUFFIXES, format_of
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.input_file import InputFile, always
from models.articles.named_files import with_names
from models.articles.printed_dates import dated
from models.articles.refusals import name_of, refuse
from models.errors import UnreadableArticle
from models.translation import _


def articles_in(
    path: Path, go_on: Callable[[], bool] = always, how: HowToRead = AS_FOUND
) -> Iterator[Draft | UnreadableArticle]:
    """Yield every article of a file; the second is called "name#2". Refusals are yielded too, never raised.

    `go_on` is asked while the file is read; Interrupted is raised if it returns that the file is not wanted any more.
    """
    try:
        file = InputFile.open(path, go_on, how)
        for count, found in enumerate(with_names(format_of(file).read(file), path, how), 1):
            name = name_of(path) if count == 1 else f"{name_of(path)}#{count}"
            # An article of a file inside another has the names of both already.
            draft = replace(found, file_name=found.file_name or name) if isinstance(found, Draft) else None
            yield how.site_lines.marked(dated(draft, how)) if draft else found
    except UnreadableArticle as refusal:
        yield refusal
    except RecursionError:
        yield refuse(path, _("“{name}” is nested too deeply to be read."))


def read_file(path: Path) -> Draft:
    """Return the first article of a file. Raises UnreadableArticle if that cannot be read."""
    found = next(articles_in(path))
    if isinstance(found, UnreadableArticle):
        raise found
    return found


def files_in(path: Path) -> Iterator[Path]:
    """Yield the files of a folder that have the suffix of a format, sorted by name; a file yields itself."""
    if not _is_folder(path):
        yield path
        return
    for below in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        # Pipes and devices are yielded too, so that they are refused by name instead of being ignored.
        if below.suffix.lower() in SUFFIXES and not hidden and not _is_folder(below):
            yield below


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be read: it is refused by name when it is read
        return False
