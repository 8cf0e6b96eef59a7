"""The form of Replace: what is found, what is put there, and where."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from gui.changing.planned_dialog import Form
from gui.changing.planning import Task
from gui.changing.scope import Scope, typed_columns
from gui.tables.lines_view import LinesView
from gui.widgets.drop_down import DropDown
from models.text.excerpts import shortened
from models.text.replacing import Replacement
from models.translation import _, ngettext

MOST_CHARACTERS = 24
"""Characters of what is found that the label of the edit quotes."""


class ReplaceForm(Form):
    """Begins with a replacement, the first scope, and the current column, or all if that cannot be typed in."""

    asks = _("Type what is to be found. What would change is listed here.")
    nothing = _("Nothing is found.")

    def __init__(self, scopes: Sequence[Scope], table: LinesView, begun: Replacement | None) -> None:
        super().__init__()
        self._scopes, self._columns = scopes, typed_columns(table)
        begun = begun or Replacement("", "")
        self.wanted, self.put = QLineEdit(begun.find), QLineEdit(begun.put)
        self.where, self.within = DropDown(), DropDown()
        self.whole = _check(_("&Whole cells only"), begun.whole)
        self.exact = _check(_("&Match case and accents"), begun.exact)
        self.expression = _check(_("Regular e&xpression"), begun.expression)
        self.expression.setToolTip(_("In the replacement, $1 is what the first pair of brackets has found."))
        self.where.addItems([each.label for each in scopes])
        self.within.addItem(_("All columns that can be typed in"))
        self.within.addItems([column.title for _at, column in self._columns])
        places, current = [at for at, _column in self._columns], table.currentIndex().column()
        self.within.setCurrentIndex(1 + places.index(current) if current in places else 0)
        self._lay_out()
        self._follow_scope()
        for line in (self.wanted, self.put):
            line.textChanged.connect(self.changed)
        for box in (self.where, self.within):
            box.currentIndexChanged.connect(self.changed)
        self.where.currentIndexChanged.connect(self._follow_scope)
        for check in (self.whole, self.exact, self.expression):
            check.toggled.connect(self.changed)
        self.wanted.selectAll()

    @property
    def first(self) -> QWidget:
        """What is put, if it is clear already what is found."""
        return self.put if len(self._scopes) == 1 else self.wanted

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        named = (
            (_("&Find"), self.wanted),
            (_("Replace wi&th"), self.put),
            (_("&In"), self.where),
            (_("&Column"), self.within),
        )
        for label, field in named:
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        checks = QHBoxLayout()
        checks.setSpacing(18)
        for check in (self.whole, self.exact, self.expression):
            checks.addWidget(check)
        checks.addStretch()
        form.addRow("", checks)

    def _follow_scope(self) -> None:
        """Selected cells are of certain columns already."""
        self.within.setEnabled(self._scope.picked is None)

    @property
    def _scope(self) -> Scope:
        return self._scopes[self.where.currentIndex()]

    def replacement(self) -> Replacement:
        """Return what is to be replaced, as it is typed."""
        return Replacement(
            self.wanted.text(),
            self.put.text(),
            whole=self.whole.isChecked(),
            exact=self.exact.isChecked(),
            expression=self.expression.isChecked(),
        )

    def task(self) -> Task | None:
        """Return what is to be done; None if there is nothing to find."""
        replacement, chosen = self.replacement(), self.within.currentIndex()
        columns = self._columns[chosen - 1 : chosen] if chosen and self.within.isEnabled() else self._columns
        if not replacement.find:
            return None
        return Task(self._scope, columns, replacement.prepared, partial(label, replacement))


def label(replacement: Replacement, cells: int) -> str:
    """Return the label of the edit that replaces in this many cells."""
    named = ngettext("Replace “{find}” in {count:,} cell", "Replace “{find}” in {count:,} cells", cells)
    return named.format(find=shortened(replacement.find, MOST_CHARACTERS), count=cells)


def _check(text: str, checked: bool) -> QCheckBox:
    check = QCheckBox(text)
    check.setChecked(checked)
    return check
