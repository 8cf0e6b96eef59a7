"""Paste as New Article: show the pasted text, to be checked and completed before it is stored for good."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.articles.addresses import is_address, only_a_link
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.errors import OnrecordError
from models.text.normalising import normalise
from models.translation import _

PAUSE = 300
"""Milliseconds without a key press after which the title is read again."""


class PasteDialog(QDialog):
    """Shows a text and the title that was read from it; both can be corrected before the article is added."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("paste_article")
        self.setWindowTitle(_("Paste as New Article"))
        self.title = QLineEdit()
        self.title.setAccessibleName(_("Title"))
        self.title.setPlaceholderText(_("Read from the text"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("Text of the article"))
        self.text.setPlaceholderText(_("Paste the text of the article here."))
        self.text.setTabChangesFocus(True)
        self._problem = PlainLabel(name="problem")
        buttons = DialogButtons(self, _("Add Article"))
        form = QFormLayout()
        form.addRow(_("Title"), self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        self.resize(640, 520)
        self.draft: Draft | None = None
        self.text.setPlainText(normalise(text))
        # A long text takes seconds to read, so this waits until the coder pauses.
        self._proposing = QTimer(self, singleShot=True, interval=PAUSE)
        self._proposing.timeout.connect(self._propose_title)
        self.text.textChanged.connect(self._proposing.start)
        self._propose_title()
        if not text.strip():
            self.text.setFocus()

    def _propose_title(self) -> None:
        try:
            self.title.setPlaceholderText(from_text(self._words).title)
        except OnrecordError:
            self.title.setPlaceholderText(_("Read from the text"))

    @property
    def _words(self) -> str:
        # Not toPlainText(), which turns no-break spaces into ordinary ones.
        return self.text.document().toRawText().replace("\u2029", "\n")

    def accept(self) -> None:
        """Close with the draft, or explain why the text cannot be an article."""
        try:
            if is_address(self._words):
                raise only_a_link()
            draft = from_text(self._words)
        except OnrecordError as error:
            self._problem.setText(str(error))
            return
        self.draft = replace(draft, title=self.title.text().strip() or draft.title)
        super().accept()
