"""The fields of an article before it is added: what was read, to be corrected."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.editors.line_editor import LineEditor
from models.articles.draft import Draft
from models.attributes.built_in import attribute
from models.entities import Article
from models.errors import OnrecordError
from models.registry import Registry

PLACES = {
    "title": (0, 0, 3),
    "outlet": (1, 0, 1),
    "byline": (1, 2, 1),
    "published": (2, 0, 1),
    "language": (2, 2, 1),
    "address": (3, 0, 3),
}
"""The attributes that can be corrected, with their row and column, and how many columns the field takes."""

NAMES = tuple(PLACES)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DraftForm(QWidget):
    """Shows the fields of one draft; `corrected` carries the draft with what was typed."""

    corrected = Signal(object)
    entered = Signal()
    """Enter was pressed in a field, and what is in it was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.fields = {attribute(Article, name): LineEditor() for name in NAMES}
        self._lay_out()
        for each, field in self.fields.items():
            field.setAccessibleName(each.label)
            field.setObjectName(f"draft_{each.name}")
            field.editingFinished.connect(self.finish_editing)
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for each, field in self.fields.items():
            row, column, span = PLACES[each.name]
            grid.addWidget(QLabel(each.label), row, column)
            grid.addWidget(field, row, column + 1, 1, span)

    def add_row(self, label: QLabel, field: QWidget) -> None:
        """Add another field below, in line with the others."""
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1, 1, 3)

    def field(self, name: str) -> LineEditor:
        """Return the field of an attribute."""
        return self.fields[attribute(Article, name)]

    def begin(self) -> None:
        """Put the keyboard into the title, which is replaced by what is typed."""
        self.field("title").setFocus()
        self.field("title").select_backwards()

    def show_draft(self, draft: Draft | None, *, same: bool = False) -> None:
        """Show a draft; if it is of the same article as before, fields keep what is being typed."""
        for each, field in self.fields.items():
            text = each.edit_text(getattr(draft, each.name)) if draft else ""
            if not (same and field.changed and text == field.original):
                field.fill(text)
            field.setEnabled(draft is not None)
        words = draft.published_words if draft and not draft.published else None
        self.field("published").setPlaceholderText(words or attribute(Article, "published").hint)
        self._draft = draft

    def finish_editing(self) -> bool:
        """Take what is typed; return False if a field has what cannot be taken, which it says."""
        if self._draft is None:
            return True
        values: dict[str, Any] = {}
        for each, field in self.fields.items():
            try:
                values |= {each.name: self._value(each.name, field)} if field.changed else {}
            except OnrecordError as error:
                field.refuse(error.advice)
                return False
        if values:
            draft = replace(self._draft, **values)
            for name in values:
                self.field(name).fill(self.field(name).text())
            self.corrected.emit(draft)
        return True

    def _value(self, name: str, field: LineEditor) -> Any:
        """Return what was typed into a field; the title that was read if a title is deleted. Raises OnrecordError."""
        value = attribute(Article, name).parse(field.value(), Registry())
        if value is None and name == "title":
            field.fill(field.original)
            return field.original
        return value

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is typed on Enter; Esc brings back what was there."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        if event.key() in ENTER:
            if self.finish_editing():
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Escape and isinstance(watched, LineEditor) and watched.changed:
            watched.fill(watched.original)
            return True
        return super().eventFilter(watched, event)
