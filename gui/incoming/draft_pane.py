"""One article before it is added: its fields, the warnings, and its text with the boilerplate dimmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.incoming.draft_form import DraftForm
from gui.incoming.draft_text import DraftText
from gui.incoming.encoding_row import EncodingRow
from gui.widgets.plain_label import PlainLabel
from models.articles.draft import Draft
from models.articles.toggling import toggled_draft
from models.incoming.entry import Entry


class DraftPane(QWidget):
    """Shows an entry; `corrected` carries it as the coder has corrected it."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self.form, self.text = DraftForm(), DraftText()
        self.encoding = EncodingRow(self)
        self.remarks = PlainLabel(name="incoming_remarks")
        self.form.add_row(self.encoding.label, self.encoding.box)
        self.form.corrected.connect(self._correct)
        self.text.boilerplate_requested.connect(self._toggle)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.form)
        self.column.addWidget(self.remarks)
        self.column.addWidget(self.text, 1)

    def show_entry(self, entry: Entry | None, *, same: bool = False) -> None:
        """Show an entry, or nothing; if it is the same as before, fields keep what is being typed."""
        self._entry = entry
        self.form.show_draft(entry.draft if entry else None, same=same)
        self.text.show_draft(entry.draft if entry else None)
        self.encoding.show_entry(entry)
        words = "\n".join(entry.remarks) if entry else ""
        self.remarks.setText(words)
        self.remarks.setVisible(bool(words))

    def _toggle(self, start: int, end: int) -> None:
        if self._entry and self._entry.draft:
            self.corrected.emit(self._entry.with_draft(toggled_draft(self._entry.draft, start, end)))

    def _correct(self, draft: Draft) -> None:
        if self._entry:
            self.corrected.emit(self._entry.with_draft(draft))
