"""The fields of the export dialog for options: boxes to check, drop-down lists, numbers and names to type."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from gui.widgets.drop_down import DropDown
from models.exports.options import Options
from models.text.typed_text import typed_line
from models.translation import _

TABULAR = ("csv", "xlsx", "parquet", "spss", "stata")
"""The forms that hold the tables."""

NETWORKS = ("graphml",)
"""The forms that hold networks."""

TEXTS = ("csv",)
"""The forms whose tables are files of text."""


@dataclass(frozen=True, slots=True)
class OptionField:
    """An option: its name in `Options`, its label, and the forms that heed it.

    `values` are the words for the values of an enumeration, and `hint` is shown in an empty field.
    """

    name: str
    label: str
    forms: tuple[str, ...]
    values: Mapping[str, str] | None = None
    hint: str = ""


RELATIONS = {
    "all": _("All claims"),
    "congruence": _("Congruence: the same answers"),
    "conflict": _("Conflict: one yes, one no"),
    "subtract": _("Congruence less conflict, or yes less no"),
    "combine": _("1 yes, 2 no, 3 both"),
}
NORMALISATIONS = {
    "none": _("Nothing"),
    "activity": _("All mentions of the node"),
    "prominence": _("All mentions of what it is tied to"),
    "average": _("The mean of both nodes’ mentions"),
    "jaccard": _("What either node mentions (Jaccard)"),
    "cosine": _("Both lengths (cosine)"),
}
DUPLICATES = {
    "include": _("Count all"),
    "article": _("Once in each article"),
    "week": _("Once in each week"),
    "month": _("Once in each month"),
    "year": _("Once in each year"),
    "all": _("Once"),
}
UNITS = {"day": _("Day"), "week": _("Week"), "month": _("Month"), "year": _("Year")}

FIELDS = (
    OptionField("separator", _("Separator"), TEXTS, {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab")}),
    OptionField("decimal", _("Decimal mark"), TEXTS, {".": _("Point"), ",": _("Comma")}),
    OptionField("codes", _("Codes of choices instead of labels"), TABULAR),
    OptionField("indicators", _("A column with 1 or 0 for each of several choices"), TABULAR),
    OptionField("context", _("The sentences before, around and after each claim"), TABULAR),
    OptionField("spreadsheet_safe", _("Protect texts that spreadsheets would alter"), TEXTS),
    OptionField("rows", _("Nodes"), NETWORKS),
    OptionField("columns", _("Tied to"), NETWORKS, hint=_("the first variable with choices, or claims")),
    OptionField("one_mode", _("Tie nodes to each other by what they share"), NETWORKS),
    OptionField("judged_by", _("Judged by"), NETWORKS, hint=_("the name of a yes-or-no variable")),
    OptionField("relation", _("Weight"), NETWORKS, RELATIONS),
    OptionField("normalisation", _("Divided by"), NETWORKS, NORMALISATIONS),
    OptionField("duplicates", _("Repeated claims"), NETWORKS, DUPLICATES),
    OptionField("since", _("Published since"), NETWORKS, hint=_("such as 2015-01-23, 2015-01 or 2015")),
    OptionField("until", _("Published until"), NETWORKS, hint=_("such as 2015-01-23, 2015-01 or 2015")),
    OptionField("least_mentions", _("Least mentions"), NETWORKS),
    OptionField("period", _("A network for each"), NETWORKS, UNITS, hint=_("the whole time")),
    OptionField("periods", _("Length of a period"), NETWORKS),
    OptionField("isolates", _("All nodes in every period"), NETWORKS),
    OptionField("single", _("One page for all articles"), ("html",)),
    OptionField("bom", _("A byte order mark at the start, for Excel"), TEXTS),
)


@cache
def _types(name: str) -> tuple[type, ...]:
    """Return the types that the value of an option can have."""
    hint = get_type_hints(Options)[name]
    return get_args(hint) or (hint,)


class OptionFields(QObject):
    """Adds the rows for the options to a form; those that the chosen form of export heeds are shown."""

    changed = Signal()

    def __init__(self, rows: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.widgets = {field.name: self._row(field) for field in FIELDS}

    def _row(self, field: OptionField) -> QWidget:
        widget = self._widget(field)
        widget.setObjectName(f"option_{field.name}")
        widget.setAccessibleName(field.label)
        self._rows.addRow("" if isinstance(widget, QCheckBox) else field.label, widget)
        return widget

    def _widget(self, field: OptionField) -> QWidget:
        kind, *others = _types(field.name)
        if kind is bool:
            box = QCheckBox(field.label)
            box.toggled.connect(self.changed)
            return box
        if kind is int:
            number = QSpinBox()
            number.setRange(1, 1_000_000)
            number.valueChanged.connect(self.changed)
            return number
        if issubclass(kind, StrEnum):
            return self._list(field, kind, optional=bool(others))
        line = QLineEdit()
        line.setPlaceholderText(field.hint)
        line.textEdited.connect(self.changed)
        return line

    def _list(self, field: OptionField, kind: type[StrEnum], *, optional: bool) -> DropDown:
        shown, words = DropDown(), field.values or {}
        if optional:
            shown.addItem(field.hint, None)
        for each in kind:
            shown.addItem(words.get(each, each.value), each.value)
        shown.currentIndexChanged.connect(self.changed)
        return shown

    def show_form(self, form: str) -> None:
        """Show the options that a form heeds."""
        for field in FIELDS:
            self._rows.setRowVisible(self.widgets[field.name], form in field.forms)

    def put(self, options: Options) -> None:
        """Show these options."""
        for name, widget in self.widgets.items():
            value = getattr(options, name)
            match widget:
                case QCheckBox():
                    widget.setChecked(value)
                case QSpinBox():
                    widget.setValue(value)
                case DropDown():
                    widget.setCurrentIndex(widget.findData(None if value is None else value.value))
                case QLineEdit():
                    widget.setText(value or "")

    def taken(self, options: Options) -> Options:
        """Return options with the values of the fields."""
        return replace(options, **{name: _value(name, widget) for name, widget in self.widgets.items()})


def _value(name: str, widget: QWidget) -> Any:
    """Return the value that a field shows; an empty line is the value by default."""
    match widget:
        case QCheckBox():
            return widget.isChecked()
        case QSpinBox():
            return widget.value()
        case DropDown():
            data = widget.currentData()
            return None if data is None else _types(name)[0](data)
        case QLineEdit():
            return typed_line(widget.text()) or getattr(Options(), name)
    raise TypeError(f"no field for {name}")
