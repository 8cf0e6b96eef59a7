"""Rescue what can be read of a damaged project into a new file, which is opened, and say what was lost."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.system.background import Work
from gui.system.folders import documents
from gui.widgets.notice import News, Notice, Offer
from gui.work.context import Context
from gui.work.offering_again import offer_again
from gui.work.saying_cancelled import say_if_cancelled
from models.errors import Interrupted, NotAProject, OnrecordError, ReadOnly, Unreadable
from models.files import PROJECT_SUFFIX, free_path
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.dialogs.rescued import RescuedDialog
    from models.rescue.rescuing import Rescued

DAMAGED = (NotAProject, ReadOnly)
"""What is said of a project that is damaged; its header can be lost too."""


class Rescuing(QObject):
    """Rescues damaged projects. The notice says what was rescued, and offers to show what was lost."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__(context.window)
        self._context, self._notice = context, notice
        self.dialog: RescuedDialog | None = None

    def offers(self, project: Path, error: OnrecordError) -> tuple[Offer, ...]:
        """Return the offer to rescue a project of which an error was told, if that can help: a project that the disk
        does not give may be whole.
        """
        if (
            not isinstance(error, DAMAGED)
            or isinstance(error, Unreadable)
            or project.suffix != PROJECT_SUFFIX
            or not project.is_file()
        ):
            return ()
        return (Offer(_("Rescue What Can Be Read…"), lambda: self.rescue(project)),)

    def rescue(self, project: Path) -> None:
        """Ask for a new file, and rescue a project into it."""
        if path := choosing_files.ask_rescued(self._context.window, _suggestion(project)):
            self._rescue(project, path)

    def _rescue(self, project: Path, path: Path) -> None:
        def write(work: Work) -> "Rescued | None":
            from models.rescue.rescuing import rescue

            with suppress(Interrupted):
                return rescue(project, path, work.watch)
            return None

        work = Work(_("Rescuing what can be read"), write, self)
        work.succeeded.connect(self._open)
        work.ended.connect(lambda: say_if_cancelled(self._context.works, work, path))
        if self._context.works.begin(work):
            offer_again(self._notice, work, lambda: self._rescue(project, path), lambda: self.rescue(project))

    def _open(self, rescued: "Rescued") -> None:
        if not self._context.file.open_path(rescued.path):
            return
        said = [*rescued.lost, *rescued.wrong]
        words = _("What could be read was rescued into {path}.").format(path=rescued.path)
        more = counted("{count:,} thing is lost or doubtful.", "{count:,} things are lost or doubtful.", len(said))
        offers = (Offer(_("Show What Was Lost…"), lambda: self._show(rescued)),) if said else ()
        self._notice.show_news(News(f"{words} {more if said else _('Nothing was lost.')}", offers))

    def _show(self, rescued: "Rescued") -> None:
        from gui.dialogs.rescued import RescuedDialog

        self.dialog = RescuedDialog(self._context.window, rescued)
        open_over(self._context.window, self.dialog)


def _suggestion(project: Path) -> Path:
    """Return a name that no file has: that of the project, and what it is."""
    folder = project.parent if project.parent.is_dir() else documents()
    return free_path(folder / _("{name} (rescued){suffix}").format(name=project.stem, suffix=PROJECT_SUFFIX))
