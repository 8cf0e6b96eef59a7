"""Rescue what can be read of a damaged project into a new file, which is checked before it gets its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.actions.articles import mark_damaged
from models.checks import check
from models.coder import default_coder
from models.errors import NotAProject, NotSaved, OnrecordError, ProjectMissing
from models.files import complete, give_name
from models.rescue.report import sentences
from models.store import Store
from models.store.opening import is_newer
from models.store.problems import explained
from models.store.salvage.losses import Losses
from models.store.salvage.salvaging import salvage
from models.store.versions import VERSIONS
from models.translation import _
from models.watching import UNWATCHED, Watch

SAFE = _("Nothing was rescued; no new file was made, and the damaged file is as it was.")

NEWER = _("What is known only to the newer version of Onrecord that made the project.")


@dataclass(frozen=True, slots=True)
class Rescued:
    """A project that was rescued: what was lost, as sentences by article, and what is still wrong in it."""

    path: Path
    losses: Losses
    lost: tuple[str, ...]
    wrong: tuple[str, ...]


def rescue(damaged: Path, path: Path, watch: Watch = UNWATCHED) -> Rescued:
    """Write what can be read of a damaged project into a new file, complete and checked before it gets its name.

    The damaged file is only read. Raises an OnrecordError, or Interrupted if it was stopped; nothing is then written.
    """
    _expect_new(path)
    with complete(path, SAFE) as part:
        with _nothing_made():
            losses, wrong = _made(damaged, part, watch, trust_history=False)
            if wrong and losses.is_doubtful:
                # Where the tables and the history differ, one of the two is damaged: perhaps what makes sense is whole.
                part.unlink()
                losses, wrong = _made(damaged, part, watch, trust_history=True)
        watch.expect_wanted()
        _give_name(part, path)
    newer = (NEWER,) if is_newer(damaged, VERSIONS.newest) else ()
    return Rescued(path, losses, (*newer, *sentences(losses)), wrong)


@contextmanager
def _nothing_made() -> Iterator[None]:
    """Say of whatever cannot be written to the new file, also of an edit, that there is none."""
    try:
        yield
    except (NotAProject, ProjectMissing):  # of the damaged file, in which there is nothing to be rescued
        raise
    except OnrecordError as error:
        raise NotSaved(error.what, SAFE, error.do) from error


def _made(damaged: Path, part: Path, watch: Watch, *, trust_history: bool) -> tuple[Losses, tuple[str, ...]]:
    """Write a project, and return what was lost and what is wrong in it. Raises NotSaved if it is not sound."""
    with explained(part, NotSaved, SAFE):
        losses = salvage(damaged, part, trust_history=trust_history, watch=watch)
    watch.begin(_("Checking the rescued project"))
    with Store.open(part) as store, store.stopped_by(watch.stopped):
        _mark(store, losses)
        if problems := store.problems():
            raise NotSaved(_("What was rescued is not sound: {problem}.").format(problem=problems[0].clause), SAFE)
        return losses, tuple(each.sentence for each in check(store, watch.go_on) if each.wrong)


def _expect_new(path: Path) -> None:
    if path.exists():
        there = _("There is a file “{name}” already.").format(name=path.name)
        raise NotSaved(there, SAFE, _("Choose another name."))


def _give_name(part: Path, path: Path) -> None:
    try:
        give_name(part, path)
    except FileExistsError as error:
        there = _("There is a file “{name}” already.").format(name=path.name)
        raise NotSaved(there, SAFE, _("Choose another name.")) from error


def _mark(store: Store, losses: Losses) -> None:
    """Flag the articles whose text is not the one that was imported as to be discussed, with a note that says why."""
    if losses.without_text:
        edit = mark_damaged([store.article_records(each).article for each in losses.without_text])
        store.apply(edit.stamped(default_coder(), datetime.now(UTC).isoformat(timespec="milliseconds")))
