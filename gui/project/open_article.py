"""The article on the screen: how it is opened, and what is recorded in it, kept in step by edits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.project.arriving import Arriving, Read
from gui.project.reader import Reader
from gui.project.waiting import Waiting
from models.edits import Edit
from models.entities import Article, Claim, Number, Record
from models.ids import Id
from models.records import ArticleRecords

if TYPE_CHECKING:
    from models.store.view import StoreView

Opening = Callable[["StoreView"], ArticleRecords | None]
"""Reads an article that is to be opened; None if there is none."""


class OpenArticle(QObject):
    """One article of the project with everything recorded in it, or none.

    It is read at once (`open`), by the reader beside the event loop (`open_soon`, `open_first`), or from its beginning
    (`begin`). Of two that are asked for, the later one is opened.
    """

    opened = Signal()
    """Another article was opened, or none, or all of a long one has been read: `records` has been exchanged."""

    def __init__(self, read: Read, reader: Reader, waiting: Waiting, parent: QObject) -> None:
        super().__init__(parent)
        self.records: ArticleRecords | None = None
        """What can be worked with; None while no article is open, and until all of a long one has been read."""
        self._read, self._reader = read, reader
        self._opening: Opening | None = None
        self._arriving = Arriving(read, waiting, self)
        self._arriving.arrived.connect(self._show)

    @property
    def shown(self) -> ArticleRecords | None:
        """What can be shown: the records or, while a long article is being read, its beginning."""
        return self.records or self._arriving.beginning

    @property
    def is_opening(self) -> bool:
        """Whether an article is being read in order to open it."""
        return self._opening is not None or self._arriving.beginning is not None

    def now(self, record: Record) -> Record | None:
        """Return the article, or a claim or number in it, as it is now; None if it is not here."""
        match record:
            case Claim() if self.records:
                return self.records.claims.get(record.id)
            case Number() if self.records:
                return self.records.numbers.get(record.id)
            case Article() if self.shown and self.shown.article.id == record.id:
                return self.shown.article
        return None

    def open(self, article: Id) -> bool:
        """Open another article, with everything recorded in it; return False if it cannot be read."""
        records = self._read(lambda store: store.article_records(article))
        if records is None:
            return False
        self._show(records)
        return True

    def begin(self, article: Id) -> bool:
        """Open another article as `open` does, but show the beginning of a long one while it is being read.

        `records` is None until that is done; nothing that a person does is delivered before.
        """
        if not self._arriving.begin(article):
            return self.open(article)
        self._exchange(None)
        return True

    def open_soon(self, article: Id) -> None:
        """Open an article as soon as the reader has read it, unless another one is opened before."""
        self._open_as_soon_as(lambda view: view.records_of([article])[article])

    def open_first(self, wanted: Id | None) -> None:
        """Open one article if there is one of this id, else the first that is not done, else the first, as soon as the
        reader has read it.
        """
        self._open_as_soon_as(lambda view: view.first_article(wanted))

    def close(self) -> None:
        """Show no article."""
        self._show(None)

    def stop(self) -> None:
        """Read no further, since the project is being closed."""
        self._arriving.stop()

    def take(self, edit: Edit) -> None:
        """Follow an edit: in the records, or by reading again what is still being read."""
        if self._opening:
            self._open_as_soon_as(self._opening)  # what has been read may be older than the edit
        if self.records and self.records.take(edit):
            self._leave_if_deleted(edit, self.records.article)
        elif self._arriving.beginning:
            self._begin_again(self._arriving.beginning.article.id)

    def _leave_if_deleted(self, edit: Edit, article: Article) -> None:
        if edit.after.get(article.id, article) is None:
            self.close()

    def _begin_again(self, article: Id) -> None:
        """Read an article from its beginning, since the file has been written to."""
        if not self._arriving.begin(article) and not self.open(article):
            self.close()

    def _open_as_soon_as(self, read: Opening) -> None:
        self._opening = read
        self._reader.ask(self, read, self._show)

    def _show(self, records: ArticleRecords | None) -> None:
        self._arriving.stop()
        self._exchange(records)

    def _exchange(self, records: ArticleRecords | None) -> None:
        self._opening = None
        self._reader.forget(self)
        self.records = records
        self.opened.emit()
