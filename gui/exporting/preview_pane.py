"""The preview in the export dialog: the files with their rows, how each of them begins, and what is left out."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from gui.exporting.files_list import FilesList
from gui.exporting.lines_view import LinesView
from gui.exporting.page_view import PageView
from gui.widgets.plain_label import PlainLabel
from models.exports.beginning import FirstLines, FirstText, Part
from models.exports.preview import Preview
from models.translation import _, counted

LATE = 500
"""Milliseconds of reading before it is mentioned."""

MARKS = {"\N{BYTE ORDER MARK}": "⟨BOM⟩", "\t": "⇥", "\r\n": " ⏎ ", "\n": " ⏎ "}
"""What cannot be seen at the beginning of a file, and what is shown for it."""

BEGINNING = 400
"""How many characters of a file are shown as they are."""


class PreviewPane(QWidget):
    """The list of files beside the beginning of one of them; below, what it is and what is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.files, self.list, self.text, self.page = FilesList(), LinesView(), QPlainTextEdit(), PageView()
        self.begins = QLineEdit()
        self.about, self.left_out = PlainLabel(name="hint"), PlainLabel()
        self.waiting = PlainLabel(_("Reading …"), "hint")
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self.waiting.show)
        self._describe()
        self._arrange()
        self.files.picked.connect(self._show)

    def _describe(self) -> None:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(self.font().pixelSize())
        for shown in (self.text, self.begins):
            shown.setReadOnly(True)
            shown.setFont(mono)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Beginning of the file"))
        self.begins.setObjectName("begins")
        self.begins.setAccessibleName(_("The file as it is written"))
        self.begins.setToolTip(_("How the file begins, character by character"))
        self.left_out.setObjectName("left_out")
        self.left_out.hide()
        keeping = self.waiting.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(keeping)
        self.waiting.hide()

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        for each in (self.list, self.text, self.page):
            self.stack.addWidget(each)
        beginning = QVBoxLayout()
        beginning.setSpacing(6)
        for widget, stretch in ((self.stack, 1), (self.begins, 0), (self.about, 0)):
            beginning.addWidget(widget, stretch)
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.files)
        row.addLayout(beginning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.waiting)

    def wait(self) -> None:
        """Say that what is shown is about to change, if that takes long."""
        self._late.start()

    def refuse(self, reason: str) -> None:
        """Say why there is nothing to show."""
        self._arrive()
        self.files.put((), checkable=False)
        self.about.setText(reason)
        self.left_out.hide()

    def put(self, found: Preview, *, tables: bool) -> None:
        """Show the beginning of an export; `tables` says that it has the tables, which can be chosen."""
        self._arrive()
        self.files.put(found.parts, checkable=tables)
        self.left_out.setText("\n".join(found.left_out))
        self.left_out.setVisible(bool(found.left_out))

    def _arrive(self) -> None:
        self._late.stop()
        self.waiting.hide()

    def _show(self, part: Part | None) -> None:
        begins = part.begins if isinstance(part, FirstLines) else ""
        self.begins.setVisible(bool(begins))
        self.begins.setText(visible(begins[:BEGINNING]))
        self.begins.setCursorPosition(0)
        self.stack.setVisible(part is not None and not (isinstance(part, FirstText) and not part.text))
        self.about.setText(about(part) if part else _("This table is not exported."))
        match part:
            case FirstLines():
                self.list.put(part)
                self.stack.setCurrentWidget(self.list)
            case FirstText(page=True):
                self.page.put(part.text)
                self.stack.setCurrentWidget(self.page)
            case FirstText():
                self.text.setPlainText(part.text)
                self.stack.setCurrentWidget(self.text)


def visible(text: str) -> str:
    """Return the beginning of a file on one line, with marks for what cannot be seen."""
    for sign, mark in MARKS.items():
        text = text.replace(sign, mark)
    return text


def about(part: Part) -> str:
    """Return what a part of an export is, and how much of it there is."""
    if not isinstance(part, FirstLines):
        return part.description
    rows = counted("{count:,} row", "{count:,} rows", part.count)
    if len(part.rows) < part.count:
        first = _("The first {shown} of {rows}.").format(shown=len(part.rows), rows=rows)
        return f"{first} {part.description}"
    return _("{rows}. {description}").format(rows=rows, description=part.description)
