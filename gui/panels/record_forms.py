"""The forms of the details, one for each kind of record: made when they are first shown, or ahead of that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.form_field import FormField
from models.entities import Article, Claim, Number, Record, Speaker
from models.translation import _

HEADINGS: dict[type[Record], str] = {
    Claim: _("Claim"),
    Number: _("Number"),
    Speaker: _("Speaker"),
    Article: _("Article"),
}

BETWEEN = 50
"""Milliseconds between the forms that are made ahead, so that they hold up nothing else."""


@dataclass(frozen=True, slots=True)
class Form:
    """What shows one kind of record."""

    body: QWidget
    fields: list[FormField]


class RecordForms(QObject):
    """Makes forms, hidden, and keeps them; `make_fields` makes the fields of one."""

    def __init__(
        self, column: QVBoxLayout, make_fields: Callable[[type[Record]], list[FormField]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._column, self._make_fields = column, make_fields
        self._made: dict[type[Record] | None, Form] = {}
        self._ahead = QTimer(self, interval=BETWEEN)
        self._ahead.timeout.connect(self._make_ahead)

    def of(self, kind: type[Record] | None) -> Form:
        """Return the form of a kind of record; None has a form without fields."""
        if kind not in self._made:
            self._made[kind] = self._make(kind)
        return self._made[kind]

    def take_out(self) -> list[Form]:
        """Return the forms that were made, and keep none of them."""
        taken, self._made = [*self._made.values()], {}
        return taken

    def delete(self, forms: Iterable[Form]) -> None:
        """Delete forms that were taken out; none of their fields may be in use any more."""
        for form in forms:
            hide(form)
            form.body.deleteLater()

    def make_ahead(self, *, wanted: bool) -> None:
        """Make the missing forms from now on, one after the other, or none."""
        if wanted:
            self._ahead.start()
        else:
            self._ahead.stop()

    def pause(self) -> None:
        """Let something else be painted before more forms are made."""
        if self._ahead.isActive():
            self._ahead.start()

    def _make_ahead(self) -> None:
        """Make the form of one more kind of record: it takes as long as an edit, with which it may be shown first."""
        missing = next((kind for kind in HEADINGS if kind not in self._made), None)
        if missing:
            self.of(missing)
        else:
            self._ahead.stop()

    def _make(self, kind: type[Record] | None) -> Form:
        body = QWidget()
        keep_painted(body)
        body.hide()  # or its layout would show it
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 18, 14)
        rows = QFormLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(8)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        title = QLabel(HEADINGS[kind] if kind else "")
        title.setObjectName("details_heading" if kind else "hint")
        rows.addRow(title)
        fields = self._make_fields(kind) if kind else []
        for field in fields:
            rows.addRow(field.label, field.editor)
            rows.addRow("", field.problem)
        column.addLayout(rows)
        column.addStretch(1)
        self._column.addWidget(body)
        return Form(body, fields)


def keep_painted(form: QWidget) -> None:
    """Let Qt paint only what is new of a form that becomes higher or lower: its fields stay at its top."""
    form.setAttribute(Qt.WidgetAttribute.WA_StaticContents)


def hide(form: Form) -> None:
    """Hide a form. The keyboard goes to no other widget, to which it would go if a field still had the focus."""
    focus = QApplication.focusWidget()
    if focus and form.body.isAncestorOf(focus):
        focus.clearFocus()
    form.body.hide()
