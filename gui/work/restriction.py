"""Why the open project can only be read."""

from collections.abc import Callable

from gui.widgets.notice import News, Offer
from gui.work.project_file import ProjectFile
from models.translation import _

CANNOT_BE_CHANGED = _(
    "“{name}” is read-only: you can read and export it, but nothing in it can be changed. To work on it, save a copy."
)
NEWER = _(
    "“{name}” was made by a newer version of Onrecord. You can read, search and export it here, but not change it. "
    "What only that version knows is left out. To work on the project, install the newest version."
)
LOCKED_ELSEWHERE = _("You can read and export it here; what is changed there is shown when you return to this window.")


def restriction(file: ProjectFile, save_copy: Callable[[], object]) -> News | None:
    """Return why the open project can only be read, and what to do about it; None if it can be edited."""
    if file.project is None or not file.project.store.read_only:
        return None
    name = file.project.store.path.name
    if file.project.store.newer:
        return News(NEWER.format(name=name))
    locked = file.locked_elsewhere
    words = f"{locked.what} {LOCKED_ELSEWHERE}" if locked else CANNOT_BE_CHANGED.format(name=name)
    return News(words, (Offer(_("Save a Copy…"), save_copy),))
