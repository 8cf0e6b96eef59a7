"""Refuse to write to a project when that would lose or damage something."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from models.edits import Edit
from models.entities import Article
from models.errors import Busy, NewerReadOnly, NotSaved, ReadOnly, Replaced, UnreadableReadOnly
from models.ids import Id
from models.store import reading
from models.store.checking import Problem, ProblemKind
from models.store.opening import LAST_COPY, identity
from models.store.problems import EDIT_SAFE
from models.store.soundness import Soundness, in_use
from models.store.unreadable import DO
from models.store.versions import version_of
from models.translation import _

ALTERED_DO = _(
    "Project > Check Project can take it from a backup. If none has it, delete this article and import it again."
)

SHOWN = _("Everything that can still be read is shown.")


class WriteGuard:
    """What has to hold before anything is written to an open project. The methods that begin with `expect` raise an
    OnrecordError where it does not hold.
    """

    def __init__(
        self, path: Path, *, read_only: bool, version: int, free: Collection[int] = (), newer: bool = False
    ) -> None:
        self._path, self.read_only = path, read_only
        self._version, self._newer = version, newer
        self._identity = identity(path)
        self._free = free if read_only else ()
        self._soundness = None if read_only else Soundness(path, free)
        self._whole: set[Id] = set()
        """Articles whose texts were found to be the ones that were imported."""

    def problems(self, connection: sqlite3.Connection) -> Iterator[Problem]:
        """Yield a clause if pages that are in use were listed as free; it is known of a file that is only read."""
        if in_use(connection, self._free):
            words = _("pages that are in use are listed as free, and would be overwritten")
            yield Problem(ProblemKind.PAGES, words)

    def close(self) -> None:
        """Stop checking the file for damage."""
        if self._soundness:
            self._soundness.close()

    def is_project(self, path: Path) -> bool:
        """Return whether an existing file is the project itself."""
        return identity(path) == self._identity

    def when_unsound(self, tell: Callable[[ReadOnly], None]) -> None:
        """Call back from another thread, with an error to show, if the file is found damaged; it is then read-only."""

        def lock() -> None:
            self.read_only = True
            tell(self._unsound())

        if self._soundness:
            self._soundness.when_unsound(lock)

    def _unsound(self) -> ReadOnly:
        if self._soundness and (reason := self._soundness.fault):
            words = _("A part of “{name}” could not be read, so nothing is written to it: {reason}.")
            return UnreadableReadOnly(words.format(name=self._path.name, reason=reason), SHOWN, DO)
        words = _("“{name}” is damaged, so nothing is written to it.").format(name=self._path.name)
        return ReadOnly(words, SHOWN, LAST_COPY)

    def expect_sound(self, timeout: float | None) -> None:
        """Refuse to write to a damaged or read-only file; wait while the file is still being checked."""
        name = f"“{self._path.name}”"
        sound = self._soundness.known(timeout) if self._soundness else True
        if sound is None:
            raise Busy(
                _("{name} is still being checked for damage.").format(name=name),
                EDIT_SAFE,
                _("Try again in a moment."),
            )
        if not sound:
            raise self._unsound()
        self.expect_writable()

    def expect_writable(self) -> None:
        """Refuse to write to a file that is only read."""
        if self.read_only and self._newer:
            raise NewerReadOnly(
                _("“{name}” was made by a newer version of Onrecord, so it can only be read here.").format(
                    name=self._path.name
                ),
                _("Nothing was changed."),
                _("Install the newest version to work on it."),
            )
        if self.read_only:
            raise ReadOnly(
                _("{name} is open for reading only.").format(name=f"“{self._path.name}”"),
                _("Nothing was changed."),
                _("Save a copy to work on."),
            )

    def expect_version(self, connection: sqlite3.Connection) -> None:
        """Refuse to write into a file that another machine has upgraded meanwhile."""
        if version_of(connection) != self._version:
            raise Replaced(
                _("“{name}” was upgraded by a newer version of Onrecord.").format(name=self._path.name),
                _("This change was not saved."),
                _("Discard it to see the file as it is now."),
            )

    def expect_texts(self, connection: sqlite3.Connection, edit: Edit) -> None:
        """Refuse to record in an article whose text is not the one that was imported; it can still be deleted."""
        made_or_gone = {article.id for article in (*edit.made(Article), *edit.gone(Article))}
        for article in edit.articles - made_or_gone - self._whole:
            if title := reading.altered(connection, article):
                altered = _("The text of “{title}” is not the one that was imported: the file is damaged.")
                raise ReadOnly(altered.format(title=title), _("Nothing was changed."), ALTERED_DO)
            self._whole.add(article)

    def expect_history(self, *, holds: bool) -> None:
        """Refuse to write into a file whose contents were replaced, as by an older copy that was put over it."""
        if not holds:
            raise Replaced(
                _("“{name}” was replaced by another file.").format(name=self._path.name),
                _("This change was not saved."),
                _("Discard it to see the file as it is now; backups have what it held before."),
            )

    def expect_file(self) -> None:
        """Refuse to write into a file that was deleted, moved or replaced, because the change would be lost."""
        try:
            found = identity(self._path)
        except FileNotFoundError:
            found = None
        except OSError as error:
            raise NotSaved(
                _("“{name}” cannot be reached: {reason}.").format(name=self._path.name, reason=error.strerror),
                EDIT_SAFE,
                _("Check that its disk is connected, then try again."),
            ) from error
        if found != self._identity:
            gone = _("“{name}” is no longer where it was.")
            replaced = _("“{name}” was replaced by another file.")
            raise (NotSaved if found is None else Replaced)(
                (gone if found is None else replaced).format(name=self._path.name),
                _("Everything you did before is still in this window."),
                _("Save a copy now (Ctrl+Shift+S)."),
            )
