"""Say what has become of a new file, once work that was cancelled has ended."""

from pathlib import Path

from gui.system.background import Work, Works
from models.translation import _


def say_if_cancelled(works: Works, work: Work, path: Path) -> None:
    """Say whether work that has ended and was cancelled has written the file at `path`: it may have been too late."""
    if work.called_off:
        too_late = _("It was finished before it could be cancelled: {path}").format(path=path)
        works.hint.emit(too_late if work.was_done else _("It was cancelled, and nothing was written."))
