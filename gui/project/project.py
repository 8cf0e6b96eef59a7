"""The open project as the window sees it: the one place for all changes, and the signals that report them."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.project.kept_aside import KeptAside
from gui.project.long_edit import Make
from gui.project.next_edits import NextEdits
from gui.project.open_article import OpenArticle
from gui.project.reader import Reader
from gui.project.waiting import Waiting
from gui.project.writer import LONG, Writer
from gui.system.background import Works
from models.edits import Edit, HistoryLine
from models.entities import Article, Claim, Number, Record, Speaker
from models.errors import OnrecordError
from models.known import Known
from models.records import ArticleRecords
from models.registry import Registry
from models.translation import _

if TYPE_CHECKING:
    from models.store import Store

A = TypeVar("A")

READ_ONLY = _("This project is read-only. To work on it, save a copy.")
NEWER = _("This project was made by a newer version of Onrecord and can only be read here.")


class InMemory(Protocol):
    """What is kept in memory of a project, in step with every edit."""

    def take(self, edit: Edit, /) -> object:
        """Follow an edit."""
        ...


class Project(QObject):
    """The file, its one writer and its reader, and in memory what every view needs: registry, codebook, open article.

    `edited` is emitted after the commit, when `records`, `registry` and everything else in memory are up to date.
    """

    edited = Signal(Edit)
    failed = Signal(OnrecordError)
    found_unsound = Signal(OnrecordError)
    """The file is damaged, and nothing is written to it from now on."""

    def __init__(self, store: "Store", registry: Registry, coder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.waiting = Waiting(self)
        self.reader = Reader(store.view(), self)
        self.reader.failed.connect(self.failed)
        self.writer = Writer(store, self.reader, self.waiting, coder, follow=self._follow, parent=self)
        self.writer.failed.connect(self.failed)
        self.unsaved = self.writer.unsaved
        self.registry = registry
        self.codebook = store.codebook()
        self.views = store.views()
        self.exports = store.exports()
        self.samples = store.samples()
        self.site_lines = store.site_lines()
        self.properties = store.properties()
        self.own_words = store.own_words()
        self.learned = store.learned()
        self.article = OpenArticle(self.read, self.reader, self.waiting, self)
        self._in_memory: tuple[InMemory, ...] = (
            *(self.registry, self.codebook, self.views, self.exports, self.samples, self.site_lines),
            *(self.properties, self.own_words, self.learned, self.article),
        )
        self.missing: OnrecordError | None = None
        """Why the file is no longer where it was; None as long as it is there."""
        self.kept_aside = KeptAside(store, self.reader, self.writer.turns)
        self._next = NextEdits(store, coder)

    def work_as(self, coder: str) -> None:
        """Sign all further edits by a coder, who can undo and redo only edits of the same coder."""
        self.writer.coder = coder
        if problem := self._next.work_as(coder):
            self.failed.emit(problem)

    def watch(self) -> None:
        """Emit `found_unsound` if the file is found damaged."""
        self.store.when_unsound(self.found_unsound.emit)

    @property
    def records(self) -> ArticleRecords | None:
        """What can be worked with of the open article, see `OpenArticle.records`."""
        return self.article.records

    @property
    def shown(self) -> ArticleRecords | None:
        """What can be shown of the open article, see `OpenArticle.shown`."""
        return self.article.shown

    @property
    def known(self) -> Known:
        """What attributes ask about the project, with the answers about the open article."""
        return Known(self.registry, self.shown.answers_of if self.shown else lambda _record: ())

    @property
    def writable(self) -> bool:
        """Whether something can be recorded now: the file can be written to, and the open article's text is whole."""
        return not (self.store.read_only or (self.shown and self.shown.altered))

    @property
    def why_read_only(self) -> str:
        """The explanation at controls that are disabled where nothing can be changed."""
        return NEWER if self.store.newer else READ_ONLY

    @property
    def coder(self) -> str:
        """The initials by which edits are signed."""
        return self.writer.coder

    @property
    def writing(self) -> bool:
        """Whether a long edit is being written."""
        return self.writer.turns.writing

    def do(self, edit: Edit, kept_in: Hashable | None = None) -> bool:
        """Write an edit, and report it to all views. Return False if it was refused; nothing has changed then.

        A refused edit is among the `unsaved` ones. If it was typed, `kept_in` is the editor that still holds it. While
        a long edit is written, the window stays responsive, but keys are delivered only afterwards; an edit without
        changes does not wait.
        """
        return not edit.changes or self.writer.write(edit, kept_in)

    def do_long(
        self,
        works: Works,
        label: str,
        make: Make,
        then: Callable[[Edit], None],
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Make and write an edit while the coder goes on working; other edits wait until it is written.

        `then` is called after the views have followed it. A refusal is reported by `failed`. With `stopped` the coder
        can cancel it as long as it is not committed: that is called then, and nothing has changed.
        """
        self.writer.write_beside(works, label, make, then, stopped)

    def do_in_thread(self, label: str, make: Make) -> bool:
        """Make and write an edit in another thread, and wait for it as `do` does; the label says what is being done."""
        return self.writer.write_in_thread(label, make)

    def close(self) -> None:
        """Close the file."""
        self.article.stop()
        self.writer.turns.close()
        self.reader.close()
        self.store.close()

    def follow_elsewhere(self, edit: Edit) -> None:
        """Follow what another window has written to the file."""
        self._follow(edit, ours=False)

    def _follow(self, edit: Edit, *, ours: bool = True) -> None:
        """Update the records in memory before anything else is read from the file, since reading may fail."""
        self.unsaved.take(edit)
        for each in self._in_memory:
            each.take(edit)
        problem = self._next.take(edit) if ours else self._next.ask()
        self.edited.emit(edit)
        if problem:  # emitted last, because a successful edit clears the notice
            self.failed.emit(problem)

    def undo(self) -> bool:
        """Undo the last edit, of this session or an earlier one."""
        return self._take_back(lambda: self._next.undoable, _("Undoing “{label}”"))

    def redo(self) -> bool:
        """Redo the edit that was undone last."""
        return self._take_back(lambda: self._next.redoable, _("Doing “{label}” again"))

    def _take_back(self, next_: Callable[[], HistoryLine | None], words: str) -> bool:
        try:
            line = self.writer.turns.ask(next_)
        except OnrecordError as error:
            self.failed.emit(error)
            return False
        if line is None:
            return False
        if line.changes > LONG:
            return self.do_in_thread(words.format(label=line.label), lambda write: write.edit(line).inverse)
        edit = self.read(lambda store: store.edit(line))
        return edit is not None and self.do(edit.inverse)

    def would_undo(self, edit: Edit) -> bool:
        """Return whether an edit is what Undo would take back."""
        return self._next.undoable is not None and self._next.undoable.id == edit.id

    @property
    def undo_label(self) -> str | None:
        """The label of the edit that Undo would take back, or None."""
        return self._next.undoable.label if self._next.undoable else None

    @property
    def redo_label(self) -> str | None:
        """The label of the edit that Redo would do again, or None."""
        return self._next.redoable.label if self._next.redoable else None

    def now(self, record: Record | None) -> Record | None:
        """Return the open article, a claim or number in it, or a speaker as it is now; None if it is gone."""
        match record:
            case Speaker():
                return self.registry.speakers.get(record.id)
            case Claim() | Number() | Article():
                return self.article.now(record)
        return None

    def read(self, ask: "Callable[[Store], A]") -> A | None:
        """Return the answer of the file; None if it cannot be read, which `failed` reports."""
        try:
            return self.writer.turns.ask(lambda: ask(self.store), reading=True)
        except OnrecordError as error:
            self.failed.emit(error)
            return None
