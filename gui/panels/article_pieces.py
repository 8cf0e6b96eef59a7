"""Read the articles of a project piece by piece in the background: first as many as a window shows, then the others."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.panels.lines_in_sight import LinesInSight
from gui.panels.reading_articles import NextPiece, Piece
from gui.project.project import Project
from models.ids import Id


class ArticlePieces(QObject):
    """Asks for the lines of all articles in the order of import, and adds them to the `lines` in memory.

    Until it is known which articles there are, `is_listed` is False.
    """

    first_came = Signal()
    """The first lines have been read, and others will follow."""
    all_came = Signal()
    """It is known which articles there are, for the first time or again."""
    begun = Signal()
    """There are articles, of which the first have been read; a turn of the event loop later, not to delay the list."""
    listed = Signal()
    """`is_listed` has become True; a turn of the event loop later."""

    def __init__(self, lines: LinesInSight, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self._project: Project | None = None
        self.is_listed = self.is_reading = False
        self._read_to: Id = ""
        """The last article that has been read; empty before the first."""
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._go_on)
        self._next_piece = QTimer(self, singleShot=True, interval=0)
        self._next_piece.timeout.connect(self.read_again)

    def start_over(self, project: Project | None) -> None:
        """Read the articles of another project."""
        self._project, self.is_listed = project, False
        self._next_turn.stop()
        self.read_from_first()

    def read_from_first(self) -> None:
        """Read the lines, or read them again, from the first on."""
        self._read_to, self.is_reading = "", True
        self.read_again()

    def read_again(self) -> None:
        """Ask for the next lines; those that are being read are read again, since they may be older than an edit."""
        if self._project and self.is_reading:
            question = NextPiece(self._read_to, self._lines.measured)
            self._project.reader.ask(self, question.read, self._take)

    def _take(self, piece: Piece) -> None:
        is_first = not self._read_to
        self._keep(piece)
        if piece.is_last:
            self.all_came.emit()
        elif is_first and not self.is_listed:
            self.first_came.emit()
        if not self.is_listed and (is_first or piece.is_last):
            self._next_turn.start()
        else:
            self.read_again()

    def _keep(self, piece: Piece) -> None:
        self._lines.known.keep(piece.lines)
        self.is_reading = not piece.is_last
        if piece.lines:
            self._read_to = piece.lines[-1].id
        if piece.everything:
            self._lines.take_everything(piece.everything.ids, piece.everything.done)

    def _go_on(self) -> None:
        """Tell that there are articles; read on as soon as the first one is on the screen."""
        if self._lines.known:
            self.begun.emit()
        if not self.is_reading:
            self.is_listed = True
            self.listed.emit()
        elif self._project and self._project.article.is_opening:
            self._project.article.opened.connect(self._next_piece.start, Qt.ConnectionType.SingleShotConnection)
        else:
            self.read_again()
