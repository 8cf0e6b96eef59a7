"""Long work beside the window: in a thread of its own, with its progress told, until it is done or called off."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from models.errors import OnrecordError


class Work(QThread):
    """One long piece of work. `task` is given the work itself, to tell how far it is and to see whether to stop.

    The task must not touch a widget or another thread's store. `succeeded` carries what it returned. Work that does
    not look whether to stop is not `stoppable`, and nobody is offered to call it off.
    """

    advanced = Signal(int, int)
    succeeded = Signal(object)
    refused = Signal(OnrecordError)

    def __init__(
        self, label: str, task: Callable[["Work"], object], parent: QObject, *, stoppable: bool = True
    ) -> None:
        super().__init__(parent)
        self.label, self._task, self.stoppable = label, task, stoppable
        self._stop = Event()
        self.finished.connect(self.deleteLater)

    def run(self) -> None:
        """Run the task; an error nobody expected goes the way of every other."""
        try:
            result = self._task(self)
        except OnrecordError as error:
            self.refused.emit(error)
        else:
            self.succeeded.emit(result)

    def call_off(self) -> None:
        """Ask the task to stop at its next step."""
        self._stop.set()

    @property
    def called_off(self) -> bool:
        """Whether the coder does not want the result any more."""
        return self._stop.is_set()
