"""What comes of reading some files as articles, in a thread beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gui.system.background import Work
from models.errors import OnrecordError, UnreadableArticle
from models.words import plural

if TYPE_CHECKING:
    from models.articles.draft import Draft


@dataclass(frozen=True, slots=True)
class Incoming:
    """What reading some files gave: articles, and what was wrong with the others. `first` is what was asked for."""

    work: Work
    first: Path
    drafts: "list[Draft]"
    problems: list[OnrecordError]


def read_all(work: Work, paths: Sequence[Path]) -> Incoming:
    """Read every article of some files and folders; what cannot be read is told, and does not stop the rest."""
    from models.articles.sources import read_file, read_folder_or_file

    found = {path: list(read_folder_or_file(path)) for path in paths}
    read = Incoming(work, paths[0], [], [_no_article_in(path) for path, files in found.items() if not files])
    files = [file for files in found.values() for file in files]
    for count, file in enumerate(files, start=1):
        if work.called_off:
            break
        work.step.emit(f"Reading “{file.name}”" + (f", {count:,} of {len(files):,}" if len(files) > 1 else ""))
        try:
            read.drafts.append(read_file(file))
        except OnrecordError as error:
            read.problems.append(error)
        work.advanced.emit(count, len(files))
    return read


def _no_article_in(folder: Path) -> OnrecordError:
    from models.articles.sources import READABLE

    return UnreadableArticle(
        f"The folder “{folder.name}” holds no file that can be read as an article ({', '.join(READABLE)}).",
        "Nothing was added.",
    )


def all_problems(problems: Sequence[OnrecordError]) -> OnrecordError:
    """Several problems as one, the first five by name."""
    if len(problems) == 1:
        return problems[0]
    shown = " ".join(problem.what for problem in problems[:5])
    rest = f" And {len(problems) - 5} more." if len(problems) > 5 else ""
    return OnrecordError(f"{plural(len(problems), 'file')} could not be read.", f"{shown}{rest}")
