"""Read articles from files and pasted text, and find duplicates of texts in the project."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from gui.system.background import Work
from models.alike import KnownTexts
from models.articles.doubts import DOUBTS, Doubt
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.errors import Interrupted, OnrecordError
from models.incoming.entry import Entry, entry_of
from models.incoming.reading import entries_in
from models.intake import files_below, tell_apart
from models.store import Store
from models.store.bodies import ArticleBody
from models.translation import _, counted

SHOWN = 5
"""The number of problems that are named; any others are only counted."""


OFTEN = 25
"""Articles after which their count is shown."""


def read_files(work: Work, paths: Sequence[Path], project: Path | None, how: HowToRead = AS_FOUND) -> tuple[Entry, ...]:
    """Return everything found in some files and folders; articles that are in `project` already are duplicates.

    This runs in the thread of the work, with a separate connection; there is nothing once the work is cancelled. Raises
    OnrecordError if the project cannot be read.
    """
    with ExitStack() as opened:
        store = opened.enter_context(Store.open_beside(project)) if project else None
        files, empty = files_below(paths)
        known = KnownTexts(while_wanted(work, store.bodies()) if store else ())
        found = entries_in(
            _watched(work, files),
            lambda sha256: _title_of(store, sha256),
            lambda: not work.called_off,
            how,
            (*DOUBTS, known.alike),
        )
        try:
            return (*map(entry_of, empty), *_counted(work, found))
        except Interrupted:
            return ()


def while_wanted(work: Work, articles: Iterator[ArticleBody]) -> Iterator[ArticleBody]:
    """Yield the articles of the project. Raises Interrupted once the work is cancelled."""
    for article in articles:
        work.expect_wanted()
        yield article


def _watched(work: Work, files: Sequence[Path]) -> Iterator[Path]:
    """Yield files until the work is cancelled, and show which one is being read."""
    for count, file in enumerate(files, 1):
        if work.called_off:
            return
        if len(files) == 1:
            work.begin_step(_("Reading “{name}”").format(name=file.name))
        else:
            step = _("Reading “{name}”, {count:,} of {all:,}")
            work.begin_step(step.format(name=file.name, count=count, all=len(files)))
        yield file
        work.advance(count, len(files))


def _counted(work: Work, found: Iterator[Entry]) -> Iterator[Entry]:
    """Yield entries, and show how many there are: a single file may hold thousands."""
    for count, each in enumerate(found, 1):
        if count % OFTEN == 0:
            work.begin_step(_("Reading articles: {count:,} so far").format(count=count))
        yield each


def entry_for(draft: Draft, store: Store, doubts: Sequence[Doubt] = DOUBTS) -> Entry:
    """Return one article, as a duplicate if the project has its text. Raises OnrecordError if that cannot be read."""
    (found,) = tell_apart([draft], lambda sha256: _title_of(store, sha256), doubts)
    return entry_of(found)


def _title_of(store: Store | None, sha256: str) -> str | None:
    articles = store.articles_of_content(sha256) if store else []
    return articles[0].title if articles else None


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
