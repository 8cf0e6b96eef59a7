"""Change many cells at once: Replace, and one value for all selected lines; both show first what they change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.opening import open_over
from gui.project.view import ProjectView
from gui.tables.table import Table
from gui.tables.table_model import LinesTableModel
from models.actions.cells import Written
from models.lines.article_line import ArticleLine
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.changing.planned_dialog import Form, PlannedDialog
    from gui.changing.replace_form import ReplaceForm
    from models.text.replacing import Replacement


class ChangingMany(QObject, ProjectView):
    """Works on the table in front, which `table` returns. `hint` says what was done, or why nothing was."""

    hint = Signal(str)

    def __init__(self, window: QWidget, table: Callable[[], Table]) -> None:
        super().__init__(window)
        self._window, self._table = window, table
        self._last: Replacement | None = None
        self.dialog: PlannedDialog | None = None

    def replace(self) -> None:
        """Ask what is to be found and replaced in the cells of the table, beginning with what was found last."""
        from gui.changing.replace_form import ReplaceForm
        from gui.changing.scope import scopes

        if self._may_begin():
            self._open_replace(ReplaceForm(scopes(self._table()), self._table(), self._last))

    def replace_everywhere(self) -> None:
        """Ask what is to be put in place of the text of the current cell, wherever the project has it."""
        from gui.changing.replace_form import ReplaceForm
        from gui.changing.scope import whole_project
        from models.text.replacing import Replacement

        if not self._may_begin():
            return
        table, text = self._table(), self._table().current_text()
        if text:
            self._open_replace(ReplaceForm([whole_project(table)], table, Replacement(text, "", whole=True)))
        else:
            self.hint.emit(_("Choose a cell with text first."))

    def _open_replace(self, form: "ReplaceForm") -> None:
        dialog = self._open(_("Replace in Table"), _("&Replace"), form)
        dialog.accepted.connect(lambda: self._remember(form.replacement()))

    def _remember(self, replacement: "Replacement") -> None:
        self._last = replacement

    def change_selected(self) -> None:
        """Ask for an attribute, and for the value that it is to have in all selected lines of the table."""
        from gui.changing.scope import attribute_columns, selected_lines
        from gui.changing.value_form import ValueForm

        if not self._may_begin():
            return
        table = self._table()
        if not table.selected_ranges():
            self.hint.emit(_("Select the lines of a table first: Ctrl+A selects all of them."))
            return
        index = table.currentIndex()
        current = table.lines.columns[index.column()] if index.isValid() else None
        columns = attribute_columns(table.lines)
        form = ValueForm(selected_lines(table), columns, table.lines.registry, current)
        self._open(_("Change in Selected Lines"), _("&Change"), form)

    def change_articles(self, lines: Sequence[ArticleLine], model: LinesTableModel[ArticleLine]) -> None:
        """Ask for an attribute of articles, and for the value that it is to have in all of these."""
        from gui.changing.scope import Scope, attribute_columns
        from gui.changing.value_form import ValueForm

        if self.project and lines and self._may_begin():
            label = counted("{count:,} selected article", "{count:,} selected articles", len(lines))
            scope = Scope(label, lambda _view: iter([(0, lines)]))
            form = ValueForm(scope, attribute_columns(model), self.project.registry)
            self._open(_("Change in Selected Articles"), _("&Change"), form)

    def _may_begin(self) -> bool:
        """Write what is typed in an open cell; return whether the project can be changed."""
        if self.project and not self._table().lines.writable:
            self.hint.emit(self.project.why_read_only)
            return False
        return self._table().finish_editing()

    def _open(self, title: str, yes: str, form: "Form") -> "PlannedDialog":
        from gui.changing.planned_dialog import PlannedDialog

        assert self.project is not None, "only an open project can be changed"
        self.dialog = PlannedDialog(self._window, title, yes, form, self.project)
        self.dialog.confirmed.connect(self._write)
        open_over(self._window, self.dialog)
        return self.dialog

    def _write(self, written: Written) -> None:
        """Make the edit that was shown."""
        if self.project and self.project.do(written.edit):
            changed = counted("Changed {count:,} cell.", "Changed {count:,} cells.", written.count)
            self.hint.emit(f"{changed} {_('Ctrl+Z takes that back.')}")
