"""A long article is shown by its beginning, and the rest of its records is read between other events."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from gui.project.waiting import BETWEEN, Waiting
from models.ids import Id
from models.records import ArticleRecords

if TYPE_CHECKING:
    from models.store import Store
    from models.store.article_reading import ArticleReading

Read = Callable[[Callable[["Store"], Any]], Any]
"""Returns the answer of the file; None if it cannot be read, which has been reported then."""

BY_HAND = {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.DragEnter,
    QEvent.Type.Close,
}
"""What a person does, to any window of the program."""


AFTER_PAINTING = 20
"""Milliseconds after which the beginning has been painted, and the rest may be read."""


class Arriving(QObject):
    """Reads one article in pieces. Before a key or a click is delivered, all that is missing is read at once, so that
    nothing is done with an article of which not everything is known.
    """

    arrived = Signal(object)
    """The `ArticleRecords` are complete; None if they cannot be read."""

    def __init__(self, read: Read, waiting: Waiting, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._waiting = read, waiting
        self.beginning: ArticleRecords | None = None
        """What is known of the article, and can only be shown; None while no article is being read."""
        self._reading: ArticleReading | None = None
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._take_turn)

    def begin(self, article: Id) -> bool:
        """Begin to read an article, or begin again; return False if it is short enough to be read whole."""
        self.stop()
        self.beginning = self._read(lambda store: store.beginning(article))
        if self.beginning is None:
            return False
        _application().installEventFilter(self)
        self._next_turn.start(AFTER_PAINTING)
        return True

    def stop(self) -> None:
        """Read no further."""
        self.beginning = self._reading = None
        self._next_turn.stop()
        _application().removeEventFilter(self)

    def finish(self) -> None:
        """Read everything that is missing."""
        while self.beginning:
            self._go_on(self.beginning.article.id)

    def _take_turn(self) -> None:
        if self.beginning and not self._waiting.active:
            self._go_on(self.beginning.article.id)
        if self.beginning:
            self._next_turn.start(BETWEEN if self._waiting.active else 0)

    def _go_on(self, article: Id) -> None:
        """Read one more piece."""
        reading = self._reading
        self._reading = self._read(
            lambda store: store.read_on(reading) if reading else store.begin_reading(article),
        )
        if self._reading is None or self._reading.is_complete:
            records = self._reading.records if self._reading else None
            self.stop()
            self.arrived.emit(records)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in BY_HAND:
            self.finish()
        return False


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app
    return app
