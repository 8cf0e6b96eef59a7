"""The text of an article before it is added: as it will be read, with its boilerplate dimmed, or to be edited."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget

from gui.article.article_view import ArticleView
from gui.commands.command import Command
from gui.commands.text_commands import BOILERPLATE
from gui.theme import theme
from models.articles.draft import Draft
from models.translation import _

PAUSE = 300
"""Milliseconds without a key press after which an edited text is read: a long one takes seconds."""


class DraftText(QStackedWidget):
    """Shows a draft in the view of articles, with all folds open. A pasted text can be edited here: `edited` carries it
    when the coder pauses.
    """

    edited = Signal(str)
    boilerplate_requested = Signal(int, int)
    """Lines are to be boilerplate, or text again: a range of the text in code points, half-open."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Draft | None = None
        self.view = ArticleView()
        self.view.setObjectName("incoming_text")
        self.view.requests.boilerplate_requested.connect(self.boilerplate_requested)
        self._offer(BOILERPLATE, self.view.requests.request_boilerplate)
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("incoming_editor")
        self.editor.setAccessibleName(_("Text of the article"))
        self.editor.setPlaceholderText(_("Paste the text of the article here."))
        self.editor.setTabChangesFocus(True)
        self._pausing = QTimer(self, singleShot=True, interval=PAUSE)
        self._pausing.timeout.connect(self.report)
        self.editor.textChanged.connect(self._pausing.start)
        self.addWidget(self.view)
        self.addWidget(self.editor)

    def _offer(self, command: Command, do: Callable[[], object]) -> None:
        """Give the text a command: its key, and its entry in the context menu."""
        action = QAction(theme().icon(command.icon), command.text, self.view)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self.view.addAction(action)

    def show_draft(self, draft: Draft | None) -> None:
        """Show a text as it will be read, or nothing."""
        if draft is None:
            self.view.clear_article()
            return
        before = self._shown
        if before and (draft.text, draft.title) == (self.view.text, before.title):
            if draft.boilerplate != before.boilerplate:
                self.view.folding.set_boilerplate(draft.boilerplate, unfolded=True)
        else:
            self.view.show_article(draft.text, draft.title, "", draft.language or "en", (), draft.boilerplate)
            self.view.folding.set_folded(False)
            self.view.scrolling.to_top()
        self._shown = draft

    def edit(self, text: str) -> None:
        """Let a text be edited."""
        self.editor.setPlainText(text)
        self._pausing.stop()
        self.setCurrentWidget(self.editor)

    def read(self) -> None:
        """Show the text as it will be read instead of the editor."""
        self.report()
        self.setCurrentWidget(self.view)

    def report(self) -> None:
        """Report the text in the editor, if it was edited since."""
        if self._pausing.isActive() or self.sender() is self._pausing:
            self._pausing.stop()
            self.edited.emit(self.words)

    @property
    def words(self) -> str:
        """The text in the editor. Qt's toPlainText() would turn no-break spaces into ordinary ones."""
        return self.editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
