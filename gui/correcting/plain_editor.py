"""A plain text that can be edited, with a line to find words in it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from gui.article.article_document import wrap_mode
from gui.article.positions import Positions
from gui.theme import fonts, theme
from gui.widgets.search_line import SearchLine
from models.text.finding import find_all, nearest
from models.text.normalising import normalise
from models.text.ranges import Range
from models.translation import _


class PlainEditor(QWidget):
    """Holds a text in the form that is stored; offsets are code points. Ctrl+F goes to the line that finds words."""

    changed = Signal()

    def __init__(self, name: str, text: str, *, read_only: bool = False) -> None:
        super().__init__()
        self.edit = _Edit()
        self.edit.setAccessibleName(name)
        self.edit.setReadOnly(read_only)
        if read_only:
            self.edit.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.edit.setTabChangesFocus(True)
        self.edit.document().setDefaultFont(fonts.reading_font())
        self.finding = SearchLine(_("Find in this text"), _("Find in this text"))
        self.finding.setObjectName("find_in_text")
        self.put(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.finding)
        column.addWidget(self.edit, 1)
        self.edit.find_wanted.connect(self._begin_to_find)
        self.edit.textChanged.connect(self.changed)
        self.finding.accepted.connect(self._go)
        self.finding.stepped.connect(self._go)
        self.finding.escaped.connect(self.edit.setFocus)
        self.finding.textChanged.connect(lambda _words: self._go(0))

    @property
    def text(self) -> str:
        """The text as it is now."""
        # Not toPlainText(), which turns no-break spaces into ordinary ones.
        return normalise(self.edit.document().toRawText())

    def put(self, text: str) -> None:
        """Replace the whole text, which has to be normalised."""
        self.edit.setWordWrapMode(wrap_mode(text))
        self.edit.setPlainText(text)

    def select(self, found: Range) -> None:
        """Select a range and make it visible."""
        positions, cursor = Positions(self.text), self.edit.textCursor()
        cursor.setPosition(positions.to_qt(found[0]))
        cursor.setPosition(positions.to_qt(found[1]), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.ensureCursorVisible()

    def mark(self, ranges: Iterable[Range]) -> None:
        """Give some ranges a background, as matches have in an article."""
        positions, marks = Positions(self.text), []
        for start, end in ranges:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.edit.document())
            mark.cursor.setPosition(positions.to_qt(start))
            mark.cursor.setPosition(positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(QColor(theme().scheme.found))
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _begin_to_find(self) -> None:
        self.finding.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finding.selectAll()

    def _go(self, step: int) -> None:
        """Select the match at the caret, the next (1) or the one before (-1)."""
        text = self.text
        places = find_all(text, self.finding.text())
        if places:
            here = Positions(text).to_text(self.edit.textCursor().selectionStart())
            at = nearest(places, here)
            self.select(places[(at + step) % len(places)])


class _Edit(QPlainTextEdit):
    """The text itself: rich text is taken as plain text."""

    find_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.find_wanted.emit()
        else:
            super().keyPressEvent(event)
