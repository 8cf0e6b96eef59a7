"""The fields of the export dialog for options: a box to check, or a drop-down list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from gui.widgets.drop_down import DropDown
from models.exports.options import Options
from models.translation import _

TABULAR = ("csv", "xlsx", "parquet", "spss", "stata")
"""The forms that hold the tables."""

TEXTS = ("csv",)
"""The forms whose tables are files of text."""


@dataclass(frozen=True, slots=True)
class OptionField:
    """An option: its place in `Options`, with a dot before a field of a part; its label; and the forms that heed it.

    `values` are the words for the values of an enumeration.
    """

    name: str
    label: str
    forms: tuple[str, ...]
    values: Mapping[str, str] | None = None


FIELDS = (
    OptionField("separator", _("Separator"), TEXTS, {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab")}),
    OptionField("decimal", _("Decimal mark"), TEXTS, {".": _("Point"), ",": _("Comma")}),
    OptionField("codes", _("Codes of choices instead of labels"), TABULAR),
    OptionField("indicators", _("A column with 1 or 0 for each of several choices"), TABULAR),
    OptionField("context", _("The sentences before, around and after each claim"), TABULAR),
    OptionField("spreadsheet_safe", _("Protect texts that spreadsheets would alter"), TEXTS),
    OptionField("bom", _("A byte order mark at the start, for Excel"), TEXTS),
)


def read(options: Options, name: str) -> Any:
    """Return the value of an option."""
    found: Any = options
    for part in name.split("."):
        found = getattr(found, part)
    return found


def write(options: Any, name: str, value: Any) -> Any:
    """Return options with another value of one of them."""
    first, _dot, rest = name.partition(".")
    return replace(options, **{first: write(getattr(options, first), rest, value) if rest else value})


class OptionFields(QObject):
    """Adds the rows for the options to a form; those of the form that is chosen are shown."""

    changed = Signal()

    def __init__(self, rows: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.widgets = {field.name: self._widget(field) for field in FIELDS}

    def _widget(self, field: OptionField) -> QWidget:
        value = read(Options(), field.name)
        widget = self._box(field) if isinstance(value, bool) else self._field(field, value)
        widget.setObjectName(f"option_{field.name}")
        widget.setAccessibleName(field.label)
        self._rows.addRow("" if isinstance(widget, QCheckBox) else field.label, widget)
        return widget

    def _field(self, field: OptionField, value: object) -> QWidget:
        return self._list(field, type(value)) if isinstance(value, StrEnum) else self._number()

    def _box(self, field: OptionField) -> QCheckBox:
        box = QCheckBox(field.label)
        box.toggled.connect(self.changed)
        return box

    def _list(self, field: OptionField, kind: type[StrEnum]) -> DropDown:
        shown = DropDown()
        for each in kind:
            shown.addItem((field.values or {}).get(each, each.value), each)
        shown.currentIndexChanged.connect(self.changed)
        return shown

    def _number(self) -> QSpinBox:
        number = QSpinBox()
        number.setRange(1, 1_000_000)
        number.valueChanged.connect(self.changed)
        return number

    def show_form(self, form: str) -> None:
        """Show the options that a form heeds."""
        for field in FIELDS:
            self._rows.setRowVisible(self.widgets[field.name], form in field.forms)

    def put(self, options: Options) -> None:
        """Show these options."""
        for name, widget in self.widgets.items():
            value = read(options, name)
            if isinstance(widget, QCheckBox):
                widget.setChecked(value)
            elif isinstance(widget, DropDown):
                widget.setCurrentIndex(widget.findData(value))
            elif isinstance(widget, QSpinBox):
                widget.setValue(value)

    def taken(self, options: Options) -> Options:
        """Return options with the values of the fields."""
        for name, widget in self.widgets.items():
            if isinstance(widget, QCheckBox):
                options = write(options, name, widget.isChecked())
            elif isinstance(widget, DropDown):
                options = write(options, name, type(read(Options(), name))(widget.currentData()))
            elif isinstance(widget, QSpinBox):
                options = write(options, name, widget.value())
        return options
