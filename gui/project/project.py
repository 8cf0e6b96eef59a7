"""The open project as the window sees it: the one door for every change, and the news that comes back."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from gui.project.long_edit import LongEdit, Make
from gui.project.patience import BETWEEN, Patience
from gui.project.reader import Reader
from gui.system.background import Work, Works
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

LONG = 100
"""Changes above which an edit is written in another thread: so many take about 20 milliseconds."""

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
        self._long: LongEdit | None = None
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
        """Write an edit; then everyone hears of it. False when it was refused: nothing has changed anywhere.

        While a long one is written, the window stays alive and takes no keys: they come afterwards.
        """
        if not edit.changes:
            return True
        if len(edit.changes) > LONG:
            return self._do_in_thread(edit.label, lambda _write: edit)
        signed = _signed(edit, self.coder)
        try:
            self._ask(lambda: self._apply(signed))
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        self._follow(signed)
        return True

    def _apply(self, edit: Edit) -> None:
        with self.reader.held():
            self.store.apply(edit)

    def do_long(self, works: Works, label: str, make: Make, then: Callable[[Edit], None]) -> None:
        """Make and write an edit while the coder works on; an edit that is made meanwhile waits until it is written.

        `then` is called after everyone has heard of it. A refusal is told by `failed`.
        """
        if long := self._begin(label, make):
            long.then = then
            work = Work(label, long.run, self, stoppable=False)
            work.ended.connect(self._end_unless_waiting)
            if not works.begin(work):
                long.ended = True
                self._end_long()

    def _do_in_thread(self, label: str, make: Make) -> bool:
        """Make and write an edit, and wait for it."""
        long = self._begin(label, make)
        if long is None:
            return False
        self.patience.wait_for(Work(label, long.run, self, stoppable=False), label)
        self._end_long()
        return long.edit is not None

    def _begin(self, label: str, make: Make) -> LongEdit | None:
        """Prepare to make and write an edit in another thread, when it is its turn."""
        try:
            write = self._ask(self.store.long_write)
        except OnrecordError as error:
            self.failed.emit(error)
            return None
        coder = self.coder
        self._long = LongEdit(label, write, lambda: _signed(make(write), coder), self.reader)
        return self._long

    def _ask(self, question: Callable[[], A], *, reading: bool = False) -> A:
        """Ask the file when it is its turn: after a long edit; what only reads has to wait just for its commit."""

        def ask_in_turn() -> A:
            self._end_long()
            if self._long is None:
                return question()
            if reading:
                return self._long.read(question)
            raise self._long.still_writing

        return self.patience.ask(ask_in_turn)

    def _end_unless_waiting(self) -> None:
        """End a long edit, unless a question waits for that: it does so itself, outside of what waits."""
        if not self.patience.waits:
            self._end_long()

    def _end_long(self) -> None:
        """Let everyone hear of a long edit whose thread has ended."""
        long = self._long
        if long is None or not long.ended:
            return
        self._long = None
        problem = self._let_go(long) or long.error
        if long.edit:
            self._follow(long.edit)
            if long.then:
                QTimer.singleShot(0, self, partial(self._go_on, long.then, long.edit))
        if problem:
            self.failed.emit(problem)

    def _let_go(self, long: LongEdit) -> OnrecordError | None:
        long.let_go()
        try:
            self.store.end_long_write(long.write)
        except OnrecordError as error:
            return error
        return None

    def _go_on(self, then: Callable[[Edit], None], edit: Edit) -> None:
        """Do what comes after a long edit, as soon as nothing waits."""
        if self.patience.waits:
            QTimer.singleShot(BETWEEN, self, partial(self._go_on, then, edit))
        else:
            then(edit)

    @property
    def writing(self) -> bool:
        """Whether a long edit is being written."""
        return self._long is not None

    def close(self) -> None:
        """Let go of the file."""
        if self._long:
            self._long.then = None
            self._end_long()
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
        return self._take_back(lambda: self._undoable, _("Undoing “{label}”"))

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._take_back(lambda: self._redoable, _("Doing “{label}” again"))

    def _take_back(self, next_: Callable[[], HistoryLine | None], words: str) -> bool:
        try:
            line = self._ask(next_)
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        if line is None:
            return False
        if line.changes > LONG:
            return self._do_in_thread(words.format(label=line.label), lambda write: write.edit(line).inverse)
        edit = self.read(lambda store: store.edit(line))
        return edit is not None and self.do(edit.inverse)

    def would_undo(self, edit: Edit) -> bool:
        """Return whether an edit is what Undo would take back."""
        return self._undoable is not None and self._undoable.id == edit.id

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
            return self._ask(lambda: ask(self.store), reading=True)
        except OnrecordError as error:
            self.failed.emit(error)
            return None

    def open_article(self, article: Id) -> bool:
        """Put another article on the screen; False when it cannot be read."""
        records = self.read(lambda store: store.article_records(article))
        if records is None:
            return False
        self.records = records
        self.article_opened.emit()
        return True

    def close_article(self) -> None:
        """Put no article on the screen."""
        self.records = None
        self.article_opened.emit()


def _signed(edit: Edit, coder: str) -> Edit:
    return edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds"))
