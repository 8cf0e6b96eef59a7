"""Help > Guide: the pages of the guide, which the program carries along, and the way from one to another."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from gui.theme.fonts import interface_font
from gui.widgets.plain_label import PlainLabel
from gui.widgets.window_place import place_window
from models.translation import _
from resources import guide_page

FIRST = "README.md"
SIZE = QSize(820, 720)
MARGIN = 28
LEADING = 130
"""The height of a line, in per cent of its letters'."""
TOP_OF_HEADING, BETWEEN, IN_A_LIST = 14, 10, 5
"""What is above a heading, below a paragraph and below an item of a list, in pixels."""
CODE = QTextFormat.Property.BlockCodeFence
MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class GuidePage(QTextBrowser):
    """One page of the guide. A link asks with `wanted` for another page; none is followed, and nothing is loaded."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide_page")
        self.setAccessibleName(_("Guide"))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDefaultFont(interface_font())
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(lambda link: self.wanted.emit(link.toString()))

    def put(self, path: Path) -> None:
        """Show a page from its beginning."""
        self.document().setMarkdown(path.read_text(encoding="utf-8"), MARKDOWN)
        self._space_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_out(self) -> None:
        """Set paragraphs and headings apart, which Qt does not do in Markdown, and let long commands wrap."""
        block = self.document().begin()
        while block.isValid():
            cursor, form, heading = QTextCursor(block), block.blockFormat(), block.blockFormat().headingLevel() > 0
            form.setNonBreakableLines(False)
            if not heading:
                form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if not cursor.currentTable():
                inside = form.hasProperty(CODE) and block.next().blockFormat().hasProperty(CODE)
                form.setTopMargin(TOP_OF_HEADING if heading else 0)
                form.setBottomMargin(0 if inside else IN_A_LIST if block.textList() else BETWEEN)
            cursor.setBlockFormat(form)
            block = block.next()

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Load nothing."""
        return None


class GuideDialog(QDialog):
    """Shows the guide without blocking the window; Back and Alt+Left return to the page before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(_("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = GuidePage()
        self.elsewhere = PlainLabel("", "hint")
        self._visited = [FIRST]
        self.back = QPushButton(_("&Back"))
        self.contents = QPushButton(_("&Contents"))
        self._lay_out()
        self.page.wanted.connect(self.open_page)
        self.back.clicked.connect(self.go_back)
        self.contents.clicked.connect(partial(self.open_page, FIRST))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self).activated.connect(self.go_back)
        self._show_last()
        self.page.setFocus()

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setContentsMargins(16, 10, 16, 0)
        for button in (self.back, self.contents):
            button.setAutoDefault(False)
            ways.addWidget(button)
        ways.addWidget(self.elsewhere, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(ways)
        column.addWidget(self.page, 1)
        place_window(self, SIZE, QByteArray())

    def open_page(self, link: str) -> None:
        """Show the page that a link names. An address outside the guide is only said, since the program opens none."""
        name = link.partition("#")[0]
        if guide_page(name) is None:
            self.elsewhere.setText(link)
        elif name != self._visited[-1]:
            self._visited.append(name)
            self._show_last()

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if len(self._visited) > 1:
            self._visited.pop()
            self._show_last()

    def _show_last(self) -> None:
        page = guide_page(self._visited[-1])
        assert page is not None  # open_page lets no other in
        self.page.put(page)
        self.elsewhere.clear()
        self.back.setEnabled(len(self._visited) > 1)
        self.contents.setEnabled(self._visited[-1] != FIRST)
