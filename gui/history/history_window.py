"""The window of the history: its filters, the list of edits, and what can be done with one of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.history.filters import Filters
from gui.history.history_model import PAGE, WHEN, HistoryTableModel
from gui.history.history_view import HistoryView
from gui.history.in_the_way import deletion
from gui.history.searching import Searching
from gui.project.project import Project
from gui.widgets.plain_label import PlainLabel
from models.entities import Article
from models.lines.edit_line import EditLine, EditList
from models.places import Place
from models.translation import _, counted


class HistoryWindow(QDialog):
    """Lists the edits of a project without blocking its window."""

    place_wanted = Signal(Place)
    revert_wanted = Signal(EditLine)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget, project: Project) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setWindowTitle(_("History"))
        self._project = project
        self._all = EditList((), ())
        self.filters = Filters(project)
        self.count, self.told = PlainLabel(name="hint", wrapped=False), PlainLabel(name="hint")
        self.model = HistoryTableModel(project, self)
        self.list = HistoryView(self.model)
        self._searching = Searching(project, self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.revert = self._buttons.addButton(_("&Revert"), QDialogButtonBox.ButtonRole.ActionRole)
        self.revert.setToolTip(_("Take back this edit alone, if nothing that was done since depends on it"))
        self.go = self._buttons.addButton(_("&Go There"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._connect()
        self.show_article(project.records.article if project.records else None)
        self.refresh()

    def _lay_out(self) -> None:
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        self.told.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addLayout(foot)
        self.resize(980, 580)
        self.list.setFocus()

    def _connect(self) -> None:
        self.filters.changed.connect(self._read_first)
        self.filters.left.connect(self.list.setFocus)
        self._searching.went_on.connect(self._take_found)
        self.list.shown.connect(self._show_place)
        self.list.reverted.connect(self._revert)
        self.list.article_wanted.connect(self.filters.article.choose)
        self.list.coder_wanted.connect(self.filters.choose_coder)
        self.list.typed.connect(self.filters.begin_with)
        self.go.clicked.connect(self._show_place)
        self.revert.clicked.connect(self._revert)
        for keys, wanted in (("Ctrl+Z", self.undo_wanted), ("Ctrl+Shift+Z", self.redo_wanted)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.filters.words.setFocus)
        self.list.selectionModel().currentRowChanged.connect(self._offer)
        self.list.selectionModel().currentRowChanged.connect(lambda: self.say(""))
        self.model.dataChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        self._buttons.rejected.connect(self.reject)

    # What is listed

    def show_article(self, article: Article | None) -> None:
        """Offer the edits of the article on the screen; if those of the last one are shown, these are now."""
        self.filters.article.show_article(article)

    def refresh(self) -> None:
        """Read the list again."""
        wanted = self.filters.wanted()
        self._project.reader.ask(self, lambda view: view.edit_list(wanted), self._take)

    def _read_first(self) -> None:
        """Read the first edits that other filters find, and then all of them."""
        wanted = self.filters.wanted()
        self._project.reader.ask(self, lambda view: view.edit_list(wanted, PAGE), self._take_first)

    def _take_first(self, listed: EditList) -> None:
        if not self.filters.searched():
            self._take(listed)
            self.count.clear()  # how many there are is not known yet
        self.refresh()

    def _take(self, listed: EditList) -> None:
        self.filters.offer_coders(listed.coders)
        self._all = listed
        self._searching.search(listed.rows, self.filters.searched())
        if not self._searching.words:
            self._list(listed.rows)

    def _take_found(self) -> None:
        """List what has been found so far."""
        if len(self._searching.found) != self.model.rowCount() or self._searching.is_over:
            self._list(self._searching.found[:])
        self._tell_count()

    def _list(self, rows: Sequence[int]) -> None:
        in_sight = self.list.viewport().rect().intersects(self.list.visualRect(self.list.currentIndex()))
        self.model.put(replace(self._all, rows=rows))
        if in_sight:
            self.list.scrollTo(self.list.currentIndex())
        self._tell_count()
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, WHEN))

    def _tell_count(self) -> None:
        words = counted("{count:,} edit", "{count:,} edits", self.model.rowCount())
        if self._searching.words:
            words = self._searching.sentence
        elif (active := self._all.active) and active.articles:
            words = _("{edits} · {active}").format(edits=words, active=active.sentence)
        self.count.setText(words)

    # What can be done

    def current(self) -> EditLine | None:
        """Return the current edit, as far as it has been read."""
        return self.list.current()

    def _offer(self) -> None:
        line = self.current()
        self.go.setEnabled(line is not None)
        self.revert.setEnabled(line is not None and not line.taken_back and not self._project.store.read_only)

    def _show_place(self) -> None:
        line = self.current()
        if line and line.place:
            self.say("")
            self.place_wanted.emit(line.place)
        elif line:
            self._project.reader.ask((self, "gone"), lambda view: view.deleted_by(line.row), self._show_deletion)

    def _show_deletion(self, line: EditLine | None) -> None:
        """Go to the edit that deleted what is looked for, and say so: reverting it brings that back."""
        if line is None:
            self.say(_("This is about the project as a whole, and has no place."))
            return
        rows = self.model.rows
        at = bisect_left(rows, -line.row, key=lambda row: -row)
        if at < len(rows) and rows[at] == line.row:
            self.list.setCurrentIndex(self.model.index(at, WHEN))
        self.say(deletion(line))

    def _revert(self) -> None:
        if line := self.current():
            self.say(_("Checking what was done since …"))
            self.revert_wanted.emit(line)

    def say(self, words: str) -> None:
        """Say something below the list, or nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def done(self, result: int) -> None:
        """Close; what was asked is not wanted any more."""
        self._searching.search((), ())
        for asker in (self, self.model, (self, "gone"), self.filters.article):
            self._project.reader.forget(asker)
        super().done(result)
