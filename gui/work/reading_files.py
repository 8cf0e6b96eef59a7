"""Read articles from files and pasted text in a worker thread, and find duplicates of texts in the project."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from gui.system.background import Work
from models.articles.draft import Draft
from models.errors import OnrecordError
from models.intake import Batch, Duplicate, files_below, take_in, tell_apart
from models.store import Store
from models.translation import _, counted, ngettext

SHOWN = 5
"""The number of duplicates or problems that are named; any others are only counted."""


def read_files(work: Work, paths: Sequence[Path], project: Path | None) -> Batch:
    """Return everything read from some files and folders; articles that are in `project` already are duplicates.

    This runs in the thread of the work, with a separate connection. Raises OnrecordError if the project cannot be read.
    """
    with ExitStack() as opened:
        store = opened.enter_context(Store.open_beside(project)) if project else None
        files, empty = files_below(paths)
        batches = take_in(_watched(work, files), lambda sha256: _title_of(store, sha256))
        return Batch((*empty, *(found for batch in batches for found in batch.found)))


def _watched(work: Work, files: Sequence[Path]) -> Iterator[Path]:
    """Yield files until the work is cancelled, and show which one is being read."""
    for count, file in enumerate(files, 1):
        if work.called_off:
            return
        if len(files) == 1:
            work.step.emit(_("Reading “{name}”").format(name=file.name))
        else:
            step = _("Reading “{name}”, {count:,} of {all:,}")
            work.step.emit(step.format(name=file.name, count=count, all=len(files)))
        yield file
        work.advanced.emit(count, len(files))


def taken_in(draft: Draft, store: Store) -> Batch:
    """Return one article, as a duplicate if the project has its text. Raises OnrecordError if that cannot be read."""
    return Batch(tuple(tell_apart([draft], lambda sha256: _title_of(store, sha256))))


def _title_of(store: Store | None, sha256: str) -> str | None:
    articles = store.articles_of_content(sha256) if store else []
    return articles[0].title if articles else None


def question(found: Sequence[Duplicate], total: int) -> tuple[str, str, str]:
    """Return the question about articles that would be in the project twice: the question, an explanation, and the
    full list if the explanation is shortened.
    """
    sentences = [each.sentence for each in found]
    if total == 1:
        return sentences[0], _("Add it again?"), ""
    shown = [f"• {sentence}" for sentence in sentences[:SHOWN]]
    if len(found) > SHOWN:
        shown.append(_("… and {count:,} more").format(count=len(found) - SHOWN))
    rest = total - len(found)
    skip = _("Skip adds the other {count:,}.").format(count=rest) if rest else _("Skip adds none.")
    asked = ngettext(
        "{count:,} article of {total:,} would be in the project twice.",
        "{count:,} articles of {total:,} would be in the project twice.",
        len(found),
    ).format(count=len(found), total=total)
    return asked, "\n".join([*shown, "", skip]), "\n".join(sentences) if len(found) > SHOWN else ""


def all_problems(problems: Sequence[OnrecordError]) -> OnrecordError:
    """Combine several problems into one, which names the first of them."""
    if len(problems) == 1:
        return problems[0]
    shown = " ".join(problem.what for problem in problems[:SHOWN])
    if len(problems) > SHOWN:
        shown += " " + _("… and {count:,} more").format(count=len(problems) - SHOWN)
    return OnrecordError(
        counted("{count:,} file could not be read.", "{count:,} files could not be read.", len(problems)), shown
    )
