"""The fields of the export dialog for options: boxes to check, drop-down lists, numbers and times."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from gui.exporting.options_described import FIELDS, OptionField
from gui.exporting.time_field import TimeField
from gui.widgets.drop_down import DropDown
from gui.widgets.number_box import NumberBox
from gui.widgets.plain_label import PlainLabel
from models.codebook.codebook import Codebook
from models.exports.options import Options


@cache
def _types(name: str) -> tuple[type, ...]:
    """Return the types that the value of an option can have."""
    hint = get_type_hints(Options)[name]
    return get_args(hint) or (hint,)


class OptionFields(QObject):
    """Adds the rows for the options to a form, below the heading of their group. Only those are shown that the chosen
    form of export heeds, and that make a difference.
    """

    changed = Signal()

    def __init__(self, rows: QFormLayout, codebook: Codebook, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._codebook, self._form = rows, codebook, ""
        self.headings: dict[str, PlainLabel] = {}
        self.widgets: dict[str, QWidget] = {}
        for field in FIELDS:
            if field.group not in self.headings:
                heading = self.headings[field.group] = PlainLabel(field.group, "details_heading")
                rows.addRow(heading)
            self.widgets[field.name] = self._row(field)

    def _row(self, field: OptionField) -> QWidget:
        widget = self._widget(field)
        widget.setObjectName(f"option_{field.name}")
        widget.setAccessibleName(field.label.replace("&", ""))
        if isinstance(widget, QCheckBox):
            self._rows.addRow(widget)
        else:
            self._rows.addRow(field.label, widget)
        return widget

    def _widget(self, field: OptionField) -> QWidget:
        kind, *others = _types(field.name)
        if kind is bool:
            box = QCheckBox(field.label)
            box.toggled.connect(self._follow)
            return box
        if kind is int:
            number = NumberBox(1, 1_000_000)
            number.valueChanged.connect(self._follow)
            return number
        if field.is_time:
            time = TimeField()
            time.changed.connect(self._follow)
            return time
        return self._list(field, kind, optional=bool(others))

    def _list(self, field: OptionField, kind: type, *, optional: bool) -> DropDown:
        shown, words = DropDown(), field.values or {}
        shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        shown.setMaxVisibleItems(20)
        if optional:
            shown.addItem(field.hint, None)
        named = [*field.offered(self._codebook)] if field.offered else []
        if issubclass(kind, StrEnum):
            named = [(each.value, words.get(each, each.value)) for each in kind]
        for value, said in named:
            shown.addItem(said, value)
        shown.setEnabled(shown.count() > 1)
        shown.currentIndexChanged.connect(self._follow)
        return shown

    def show_form(self, form: str) -> None:
        """Show the options that a form heeds."""
        self._form = form
        self._show_needed()

    def _follow(self) -> None:
        """Offer what goes together with the options that are chosen now."""
        self._show_needed()
        self.changed.emit()

    def _show_needed(self) -> None:
        headed = set()
        for field in FIELDS:
            if field.possible:
                self._offer(field, field.possible(self.taken(Options())))
            heeded = self._form in field.forms and (field.needed is None or field.needed(self.taken(Options())))
            self._rows.setRowVisible(self.widgets[field.name], heeded)
            headed |= {field.group} if heeded else set()
        for group, heading in self.headings.items():
            self._rows.setRowVisible(heading, group in headed)

    def _offer(self, field: OptionField, possible: Sequence[str]) -> None:
        """Offer only some values; the first if the chosen one is not among them."""
        shown = self.widgets[field.name]
        if not isinstance(shown, DropDown) or [shown.itemData(at) for at in range(shown.count())] == [*possible]:
            return
        before = shown.currentData()
        shown.blockSignals(True)
        shown.clear()
        for each in possible:
            shown.addItem((field.values or {})[each], str(each))
        shown.setCurrentIndex(max(0, shown.findData(before)))
        shown.setEnabled(shown.count() > 1)
        shown.blockSignals(False)

    def check(self) -> bool:
        """Return whether everything that was typed can be read; go to the first field that cannot."""
        for widget in self.widgets.values():
            if isinstance(widget, TimeField) and widget.isVisible() and not widget.check():
                widget.setFocus()
                return False
        return True

    def put(self, options: Options) -> None:
        """Show these options."""
        for widget in self.widgets.values():
            widget.blockSignals(True)
        for name, widget in self.widgets.items():
            value = getattr(options, name)
            match widget:
                case QCheckBox():
                    widget.setChecked(value)
                case NumberBox():
                    widget.setValue(value)
                case DropDown():
                    _choose(widget, None if value is None else str(value))
                case TimeField():
                    widget.put(value)
        for widget in self.widgets.values():
            widget.blockSignals(False)
        self._show_needed()

    def taken(self, options: Options) -> Options:
        """Return options with the values of the fields."""
        return replace(options, **{name: _value(name, widget) for name, widget in self.widgets.items()})


def _choose(shown: DropDown, value: str | None) -> None:
    """Choose a value; one that the project no longer has is shown as it is, and refused by the preview."""
    if shown.findData(value) < 0 and value is not None:
        shown.addItem(value, value)
    shown.setCurrentIndex(shown.findData(value))


def _value(name: str, widget: QWidget) -> Any:
    """Return the value that a field shows."""
    match widget:
        case QCheckBox():
            return widget.isChecked()
        case NumberBox():
            return widget.value()
        case DropDown():
            data = widget.currentData()
            return None if data is None else _types(name)[0](data)
        case TimeField():
            return widget.time
    raise TypeError(f"no field for {name}")
