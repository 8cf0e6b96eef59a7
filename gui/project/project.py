"""The open project as the window sees it: the one door for every change, and the news that comes back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.project.patience import Patience
from gui.project.reader import Reader
from models.edits import Edit, HistoryLine
from models.entities import Article, Claim, Number, Record, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.translation import _

if TYPE_CHECKING:
    from models.store import Store

A = TypeVar("A")

READ_ONLY = _("This project is read-only. To work on it, save a copy.")
"""Why something cannot be done in it, where the pointer or the keyboard asks for it."""


class Project(QObject):
    """A store with what the window holds of it in memory: the registry and the article on the screen.

    `edited` goes out after the commit, when `records` and `registry` have followed already.
    """

    edited = Signal(Edit)
    failed = Signal(OnrecordError)
    found_unsound = Signal(OnrecordError)
    """The file is damaged, and nothing is written to it from now on."""
    article_opened = Signal()
    """`records` is another article's now, or None."""

    def __init__(self, store: "Store", coder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.coder = store, coder
        self.patience = Patience(self)
        self.reader = Reader(store.view(), self)
        self.reader.failed.connect(self.failed)
        self.registry: Registry = store.registry()
        self.records: ArticleRecords | None = None
        self._undoable, self._redoable = store.undoable(coder), store.redoable(coder)

    def work_as(self, coder: str) -> None:
        """Sign what is done from now on by a coder, who undoes and redoes only what the same coder did."""
        self.coder = coder
        if problem := self._ask_what_comes_next():
            self.failed.emit(problem)

    def watch(self) -> None:
        """Tell by `found_unsound` if the file is damaged, as soon as that is known."""
        self.store.when_unsound(self.found_unsound.emit)

    @property
    def writable(self) -> bool:
        """Whether something can be recorded now: the file can be written to, and the open article's text is whole."""
        return not (self.store.read_only or (self.records and self.records.altered))

    def do(self, edit: Edit) -> bool:
        """Write an edit; then everyone hears of it. False when it was refused: nothing has changed anywhere."""
        if not edit.changes:
            return True
        signed = edit.stamped(self.coder, datetime.now(UTC).isoformat(timespec="milliseconds"))
        try:
            self.patience.ask(lambda: self._apply(signed))
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        self._follow(signed)
        return True

    def _apply(self, edit: Edit) -> None:
        with self.reader.held():
            self.store.apply(edit)

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()
        self.store.close()

    def _follow(self, edit: Edit) -> None:
        """Take what was written into memory before anything else is asked of the file: that may fail, this must not."""
        self.registry.take(edit)
        if self.records and self.records.take(edit):
            self._leave_if_deleted(edit)
        problem = self._know_what_comes_next(edit)
        self.edited.emit(edit)
        if problem:  # emitted last, because a successful edit clears the notice
            self.failed.emit(problem)

    def _know_what_comes_next(self, edit: Edit) -> OnrecordError | None:
        """After something new Undo takes back just that; otherwise the history in the file knows."""
        if edit.undoes or edit.continues:
            return self._ask_what_comes_next()
        line = HistoryLine(edit.id, edit.label, edit.coder or "", edit.at or "", len(edit.changes))
        self._undoable, self._redoable = line, None
        return None

    def _ask_what_comes_next(self) -> OnrecordError | None:
        self._undoable = self._redoable = None
        try:
            self._undoable, self._redoable = self.store.undoable(self.coder), self.store.redoable(self.coder)
        except OnrecordError as error:
            return error
        return None

    def _leave_if_deleted(self, edit: Edit) -> None:
        assert self.records is not None
        if any(change.after is None and change.row.id == self.records.article.id for change in edit.changes):
            self.close_article()

    def undo(self) -> bool:
        """Take back what was done last, in this session or before."""
        return self._take_back(self._undoable)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._take_back(self._redoable)

    def _take_back(self, line: HistoryLine | None) -> bool:
        edit = self.read(lambda store: self.patience.ask(lambda: store.edit(line))) if line else None
        return edit is not None and self.do(edit.inverse)

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back, in words; None when there is nothing."""
        return self._undoable.label if self._undoable else None

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again, in words; None when there is nothing."""
        return self._redoable.label if self._redoable else None

    def now(self, record: Record | None) -> Record | None:
        """Return a claim or number of the open article, the article, or a speaker, as it is now; None if it is gone."""
        match record:
            case Speaker():
                return self.registry.speakers.get(record.id)
            case Claim() if self.records:
                return self.records.claims.get(record.id)
            case Number() if self.records:
                return self.records.numbers.get(record.id)
            case Article() if self.records and self.records.article.id == record.id:
                return self.records.article
        return None

    def read(self, ask: "Callable[[Store], A]") -> A | None:
        """Return what the file answers; None when it cannot be read, which `failed` reports."""
        try:
            return ask(self.store)
        except OnrecordError as error:
            self.failed.emit(error)
            return None

    def open_article(self, article: Id) -> bool:
        """Put another article on the screen; False when it cannot be read."""
        records = self.read(lambda store: self.patience.ask(lambda: store.article_records(article)))
        if records is None:
            return False
        self.records = records
        self.article_opened.emit()
        return True

    def close_article(self) -> None:
        """Put no article on the screen."""
        self.records = None
        self.article_opened.emit()
