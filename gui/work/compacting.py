"""Project > Compact and Forget: say what was deleted and is still in the file, ask, and let it go for good."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.dialogs import asking
from gui.dialogs.steps import compacting
from gui.system.background import Work
from gui.widgets.notice import News, Notice
from gui.work.context import Context
from models.disk_room import size_in_words
from models.errors import Interrupted, OnrecordError
from models.translation import _, counted
from models.watching import Watch

if TYPE_CHECKING:
    from models.backups.remains import Remains

QUESTION = _("Make the project compact, and forget for good what was deleted in it?")


@dataclass(slots=True)
class _Done:
    """What has become of the work: how many bytes smaller the new file is, and what could not be deleted."""

    smaller: int | None = None
    problem: OnrecordError | None = None


class Compacting(QObject):
    """Makes the open project compact: a new file takes the place of its file, and is opened."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__(context.window)
        self._context, self._notice = context, notice

    def compact(self) -> None:
        """Write what is being typed, and find out what would be forgotten."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        path, place = project.store.path, self._context.file.settings.backups

        found: list[Remains] = []

        def look(work: Work) -> None:
            from models.backups.remains import remains
            from models.store.compacting import forgettable

            with suppress(Interrupted):
                found.append(remains(forgettable(path, work.watch), path, place))

        work = Work(_("Looking for what was deleted"), look, self)
        if self._context.works.begin(work):
            # Connected last, so that the status line has taken note of the end before the question comes up.
            work.ended.connect(lambda: self._ask(path, found[0]) if found and not work.called_off else None)

    def _ask(self, path: Path, found: "Remains") -> None:
        also = counted("&Delete this copy too", "&Delete these {count:,} copies too", len(found.copies))
        answer = asking.confirm_with(
            self._context.window,
            QUESTION,
            "\n\n".join(found.sentences),
            _("&Forget for Good"),
            also if found.copies else "",
        )
        if answer is not None and self._context.works.is_free():
            self._write(path, found.copies if answer else ())

    def _write(self, path: Path, copies: tuple[Path, ...]) -> None:
        """Put a compact file in the place of the project. The window accepts no changes until that file is open."""
        done = _Done()

        def write(watch: Watch) -> None:
            from models.backups.remains import delete_copies
            from models.store.compacting import compact

            with suppress(Interrupted):
                made = compact(path, watch)
                done.smaller = made.smaller
                try:
                    delete_copies((*made.left, *copies))
                except OnrecordError as error:
                    done.problem = error

        label = _("Making the project compact")
        if not self._context.file.exchange(label, compacting(path.name), write) or done.smaller is None:
            return
        words = _("What was deleted is forgotten. The file is {size} smaller.").format(
            size=size_in_words(max(done.smaller, 0))
        )
        self._notice.show_news(News(f"{words} {done.problem}" if done.problem else words))
