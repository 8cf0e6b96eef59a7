"""The form of Change in Selected Lines: an attribute, and the value that all of its records are to have."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from gui.changing.planned_dialog import Form
from gui.changing.planning import Task
from gui.changing.scope import Scope
from gui.editors.line_editor import LineEditor
from gui.editors.making import Editor, is_chosen, make_editor
from gui.editors.text_editor import ENTER
from gui.tables.columns import AttributeColumn, Column
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from models.entities import Article, Claim, Number, Record, Speaker
from models.registry import Registry
from models.translation import _

KINDS: dict[type[Record], str] = {
    Claim: _("Claim: {attribute}"),
    Number: _("Number: {attribute}"),
    Speaker: _("Speaker: {attribute}"),
    Article: _("Article: {attribute}"),
}
"""How an attribute is named beside those of other kinds of records."""


class ValueForm(Form):
    """Begins with the attribute of the `current` column, if there is one. The value is typed or chosen as in a cell."""

    asks = _("Type or choose the new value. What would change is listed here.")
    nothing = _("Nothing changes: all of them have this value.")

    def __init__(
        self,
        scope: Scope,
        columns: Sequence[AttributeColumn[Any]],
        registry: Registry,
        current: Column[Any] | None = None,
    ) -> None:
        super().__init__()
        self._scope, self._columns, self._registry = scope, columns, registry
        self.attribute = DropDown()
        self.attribute.setMaxVisibleItems(20)
        self.attribute.addItems([named(each) for each in self._columns])
        self.attribute.setCurrentIndex(self._place_of(current))
        self.clear = QCheckBox(_("Leave it &empty"))
        self._label, self._row = QLabel(_("New &value")), QVBoxLayout()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(_("In"), PlainLabel(scope.label, wrapped=False))
        for label, field in ((_("&Attribute"), self.attribute), (self._label, self._row), ("", self.clear)):
            form.addRow(label, field)
        self.editor = self._make_editor()
        self.attribute.setAccessibleName(_("Attribute"))
        self.attribute.currentIndexChanged.connect(self._change_attribute)
        self.clear.toggled.connect(self._follow_clear)

    def _place_of(self, current: Column[Any] | None) -> int:
        """Return the place of the attribute of a column; of one that is not offered, the first."""
        wanted = current.attributes if isinstance(current, AttributeColumn) else ()
        return next((at for at, each in enumerate(self._columns) if each.attributes[0] in wanted), 0)

    @property
    def _column(self) -> AttributeColumn[Any]:
        return self._columns[self.attribute.currentIndex()]

    def _make_editor(self) -> Editor:
        """Put the editor of the chosen attribute into the form, and return it."""
        attribute = self._column.attributes[0]
        editor = make_editor(attribute, self._registry)
        editor.setObjectName("new_value")
        editor.setAccessibleName(_("New value"))
        editor.setPlaceholderText(attribute.hint)
        editor.textChanged.connect(self.changed)
        if isinstance(editor, LineEditor):
            editor.taken.connect(self._take_picked)
            editor.pointed.connect(self.changed)
            editor.installEventFilter(self)
            if is_chosen(attribute):
                editor.open_by_click()
        else:
            editor.setFixedHeight(editor.minimumHeight())
        self.clear.setEnabled(not attribute.required)
        self._row.addWidget(editor)
        QWidget.setTabOrder(self.attribute, editor)
        QWidget.setTabOrder(editor, self.clear)
        self._label.setBuddy(editor)
        return editor

    @property
    def first(self) -> QWidget:
        """The value: the attribute is that of the current cell."""
        return self.editor

    def _change_attribute(self) -> None:
        """Ask for a value of another attribute."""
        self.editor.dismiss()
        self.editor.hide()
        self.editor.deleteLater()
        self.clear.setChecked(False)
        self.editor = self._make_editor()
        self.changed.emit()

    def _follow_clear(self, cleared: bool) -> None:
        self.editor.setEnabled(not cleared)
        self.changed.emit()

    def _take_picked(self) -> None:
        """Put the picked row of the list, or what is typed, into the editor; an empty row clears it."""
        if isinstance(self.editor, LineEditor):
            value = self.editor.value()
            self.editor.close_list()
            self.editor.setText(value)
            self.clear.setChecked(not value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter take the picked row, and Esc close the list, before they are for the dialog."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, LineEditor):
            if event.key() in ENTER and watched.picked:
                self._take_picked()
                return True
            if event.key() == Qt.Key.Key_Escape and watched.offering:
                watched.close_list()
                return True
        return super().eventFilter(watched, event)

    def task(self) -> Task | None:
        """Return what is to be done; None if no value is typed yet."""
        typed = "" if self.clear.isChecked() else self.editor.value()
        if not typed.strip() and not self.clear.isChecked():
            return None
        return Task(self._scope, ((-1, self._column),), lambda: lambda _text: typed)


def named(column: AttributeColumn[Any]) -> str:
    """Return an attribute with the kind of its records in words, since a claim and a number both have a note."""
    first = column.attributes[0]
    return KINDS[first.of].format(attribute=first.label)
