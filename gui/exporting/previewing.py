"""Ask for the beginning of an export in the background; only the latest question is answered."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.system.background import Work
from models.errors import Interrupted, OnrecordError
from models.exports.formats import FORMATS, Format
from models.exports.options import Options
from models.exports.preview import Preview, preview
from models.exports.target import Target
from models.store import Store
from models.translation import _

SOON = 200
"""Milliseconds without another change before the file is asked."""


class _Reading(Work):
    """The thread of one preview. It lives until it has ended, also when the dialog is gone that asked."""

    made = Signal(object, object)
    """A form, and its target; or the error that says why there is none here."""


class Previewing(QObject):
    """Reads a preview of the project at a path in another thread, through a separate connection."""

    ready = Signal(object)
    """The `Preview` that was asked for last."""
    refused = Signal(OnrecordError)
    made = Signal(object, object)
    """A form, and its target; or the error that says why there is none here."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._form, self._options = FORMATS[0], Options()
        self._work: Work | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._begin)

    def ask(self, form: Format, options: Options) -> None:
        """Ask for the preview of an export with these options, and for what writes its form."""
        self.stop()
        self._form, self._options = form, options
        self._soon.start()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._work is not None or self._soon.isActive()

    def stop(self) -> None:
        """Let the last question go unanswered."""
        self._soon.stop()
        if self._work:
            self._work.cancel()
            self._work = None

    def _begin(self) -> None:
        path, form, options = self._path, self._form, self._options

        def task(_work: Work) -> Preview | None:
            target = _target_of(form)
            work.made.emit(form, target)
            if isinstance(target, OnrecordError):
                raise target
            return read(path, target, options, work)

        work = self._work = _Reading(_("Reading the first lines"), task, self)
        work.made.connect(self.made)
        work.succeeded.connect(self._answer)
        work.refused.connect(self._refuse)
        work.start()

    def _answer(self, found: Preview) -> None:
        self._work = None
        self.ready.emit(found)

    def _refuse(self, error: OnrecordError) -> None:
        self._work = None
        self.refused.emit(error)


def _target_of(form: Format) -> Target | OnrecordError:
    """Return what writes a form, whose libraries are loaded for it; or the error that says why there is none."""
    try:
        return form.make()
    except OnrecordError as error:
        return error


def read(path: Path, target: Target, options: Options, work: Work) -> Preview | None:
    """Return the beginning of an export; None if it is no longer wanted. Raises OnrecordError."""
    try:
        with Store.open_beside(path) as store:
            return preview(store, target, options, work.go_on)
    except Interrupted:
        return None
