"""The window of the history: its filters, the list of edits, and what can be done with one of them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.history.history_model import ABOUT, ARTICLE, CODER, DONE, WHEN, HistoryTableModel
from gui.project.project import Project
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from models.entities import Article
from models.lines.edit_line import WORDS, Concern, EditFilter, EditLine, EditList
from models.places import Place
from models.text.excerpts import quoted
from models.translation import _, counted

WIDTHS = {WHEN: 176, CODER: 64, DONE: 210}


class HistoryView(QTableView):
    """The list of edits; Enter or a double click shows where one was made."""

    shown = Signal()

    def __init__(self, model: HistoryTableModel) -> None:
        super().__init__()
        self.setObjectName("history_list")
        self.setAccessibleName(_("History"))
        self.setModel(model)
        show_plain_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (ABOUT, ARTICLE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self.shown)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last edit with Home and End, as in any list."""
        match action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, WHEN)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(self.model().rowCount() - 1, WHEN)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act on the current edit, and on nothing else in the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shown.emit()
        else:
            super().keyPressEvent(event)


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
        self.articles, self.coders, self.concerns = DropDown(), DropDown(), DropDown()
        self.count, self.told = PlainLabel(name="hint"), PlainLabel(name="hint")
        self.model = HistoryTableModel(project, self)
        self.list = HistoryView(self.model)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.revert = self._buttons.addButton(_("&Revert"), QDialogButtonBox.ButtonRole.ActionRole)
        self.revert.setToolTip(_("Take back this edit alone, if nothing that was done since depends on it"))
        self.go = self._buttons.addButton(_("&Go There"), QDialogButtonBox.ButtonRole.ActionRole)
        self._fill()
        self._lay_out()
        self._connect()
        self.show_article(project.records.article if project.records else None)
        self.refresh()

    def _fill(self) -> None:
        self.articles.addItem(_("All articles"), None)
        self.coders.addItem(_("All coders"), None)
        self.concerns.addItem(_("Everything"), None)
        for concern, words in WORDS.items():
            self.concerns.addItem(words, concern)
        self.articles.setAccessibleName(_("Articles of the history"))
        self.coders.setAccessibleName(_("Coders of the history"))
        self.concerns.setAccessibleName(_("Kinds of edits"))
        self.articles.setMaximumWidth(320)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(10)
        for each in (self.articles, self.coders, self.concerns):
            filters.addWidget(each)
        filters.addStretch(1)
        filters.addWidget(self.count)
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        self.count.setWordWrap(False)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addWidget(self._buttons)
        self.resize(960, 560)
        self.list.setFocus()

    def _connect(self) -> None:
        for each in (self.articles, self.coders, self.concerns):
            each.currentIndexChanged.connect(self.refresh)
        self.list.shown.connect(self._show_place)
        self.go.clicked.connect(self._show_place)
        self.revert.clicked.connect(self._revert)
        for keys, wanted in (("Ctrl+Z", self.undo_wanted), ("Ctrl+Shift+Z", self.redo_wanted)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)
        self.list.selectionModel().currentRowChanged.connect(self._offer)
        self.list.selectionModel().currentRowChanged.connect(lambda: self.say(""))
        self.model.dataChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        self._buttons.rejected.connect(self.reject)

    # What is listed

    def show_article(self, article: Article | None) -> None:
        """Offer the edits of the article on the screen; if those of the last one are shown, these are now."""
        was_one = self.articles.currentIndex() > 0
        self.articles.blockSignals(True)
        while self.articles.count() > 1:
            self.articles.removeItem(1)
        if article:
            self.articles.addItem(_("Only {title}").format(title=quoted(article.title)), article.id)
            self.articles.setCurrentIndex(int(was_one))
        self.articles.blockSignals(False)
        if was_one:
            self.refresh()

    def wanted(self) -> EditFilter:
        """Return what the filters ask for."""
        concern: Concern | None = self.concerns.currentData()
        return EditFilter(self.articles.currentData(), self.coders.currentData(), concern)

    def refresh(self) -> None:
        """Read the list again."""
        wanted = self.wanted()
        self._project.reader.ask(self, lambda view: view.edit_list(wanted), self._take)

    def _take(self, listed: EditList) -> None:
        self._offer_coders(listed.coders)
        in_sight = self.list.viewport().rect().intersects(self.list.visualRect(self.list.currentIndex()))
        self.model.put(listed)
        if in_sight:
            self.list.scrollTo(self.list.currentIndex())
        self.count.setText(counted("{count:,} edit", "{count:,} edits", len(listed.rows)))
        if listed.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, WHEN))

    def _offer_coders(self, coders: tuple[str, ...]) -> None:
        known = [self.coders.itemData(at) for at in range(1, self.coders.count())]
        for coder in coders:
            if coder not in known:
                self.coders.addItem(coder, coder)

    # What can be done

    def current(self) -> EditLine | None:
        """Return the current edit, as far as it has been read."""
        index = self.list.currentIndex()
        return self.model.line(index.row()) if index.isValid() else None

    def _offer(self) -> None:
        line = self.current()
        self.go.setEnabled(line is not None and line.place is not None)
        self.revert.setEnabled(line is not None and not line.taken_back and not self._project.store.read_only)

    def _show_place(self) -> None:
        line = self.current()
        if line and line.place:
            self.say("")
            self.place_wanted.emit(line.place)
        elif line:
            self.say(_("Nothing of it is left in the project that could be shown."))

    def _revert(self) -> None:
        if line := self.current():
            self.say("")
            self.revert_wanted.emit(line)

    def say(self, words: str) -> None:
        """Say something below the list, or nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def done(self, result: int) -> None:
        """Close; what was asked is not wanted any more."""
        self._project.reader.forget(self)
        self._project.reader.forget(self.model)
        super().done(result)
