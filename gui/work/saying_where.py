"""Tell the coder once that a project is where other machines can change it, and what they changed at the same time."""

from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import News, Offer
from gui.work.context import Context
from gui.work.importing_projects import ImportingProjects
from models.shared_folders import conflict_copies, service_of
from models.translation import _

NETWORK = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "smb2",
        "afpfs",
        "webdav",
        "9p",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
    )
)
"""The names that systems have for file systems of other machines."""


class SayingWhere(QObject, ProjectView):
    """Looks at the place of each project that is opened. `told` carries what the coder should know about it."""

    told = Signal(News)

    def __init__(self, context: Context, importing: ImportingProjects) -> None:
        super().__init__(context.window)
        self._settings, self._importing = context.file.settings, importing

    def set_project(self, project: Project | None) -> None:
        """Say what is special about the place of another project, unless it was said before."""
        super().set_project(project)
        if project and not project.store.read_only:
            self._say(project.store.path)

    def _say(self, path: Path) -> None:
        copies = [each for each in conflict_copies(path) if not self._settings.was_told(str(each.resolve()))]
        if copies:
            self._settings.keep_told(str(copies[0].resolve()))
            self._say_copy(path, copies[0])
        elif (words := _words(path)) and not self._settings.was_told(str(path.resolve())):
            self._settings.keep_told(str(path.resolve()))
            self.told.emit(News(words))

    def _say_copy(self, path: Path, copy: Path) -> None:
        """Say that two machines have changed the project at the same time, and offer what the other one has."""
        words = _(
            "“{copy}” is a copy of “{name}” with what another machine changed at the same time. Neither has all "
            "changes. Import from it what is missing here."
        ).format(copy=copy.name, name=path.name)
        offer = Offer(_("Import from the Copy…"), lambda: self._importing.import_from(copy))
        self.told.emit(News(words, (offer,), "warning"))


def _words(path: Path) -> str:
    """Return what is to be known about the folder of a project; nothing if it is of this machine alone."""
    if service := service_of(path):
        return _(
            "“{name}” is in a folder that {service} synchronises. Work on it on one machine at a time, and let "
            "{service} finish before you open it on another."
        ).format(name=path.name, service=service)
    if bytes(QStorageInfo(str(path)).fileSystemType().data()).decode(errors="replace").lower() in NETWORK:
        return _(
            "“{name}” is on a network drive. Others who open it there may not be told that you work on it, so agree "
            "who does. What they change is shown here."
        ).format(name=path.name)
    return ""
