"""The row of the export dialog in which an export with a name is chosen and kept."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.widgets.drop_down import DropDown
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_entry
from models.actions.exports import delete_export, make_export, rename_export, replace_export
from models.edits import Edit
from models.entities import Export
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _


class NamedRow(QWidget):
    """Lists the exports that have a name. `chosen` carries one to be shown; `definition` returns what is to be kept."""

    chosen = Signal(Export)
    refused = Signal(OnrecordError)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project, self._current, self.definition = project, "", ""
        self.list, self.keep = DropDown(), QPushButton(_("&Keep…"))
        self.list.setAccessibleName(_("Export with a name"))
        self.keep.setAutoDefault(False)
        self.keep.setEnabled(not project.store.read_only)
        self.keep.setToolTip(project.why_read_only if project.store.read_only else _("Keep these choices under a name"))
        self.menu = LetterMenu(self.keep)
        self.keep.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list, 1)
        row.addWidget(self.keep)
        self.setFocusProxy(self.list)
        self.list.activated.connect(self._choose)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._fill_list()

    @property
    def current(self) -> Export | None:
        """The export that was chosen last."""
        return self._project.exports.exports.get(self._current)

    def _fill_list(self) -> None:
        self.list.clear()
        self.list.addItem(_("Without a name"), "")
        for each in self._project.exports.in_order():
            self.list.addItem(each.name, each.id)
        self.list.setCurrentIndex(max(0, self.list.findData(self._current)))

    def _choose(self, at: int) -> None:
        self._current = self.list.itemData(at)
        if self.current:
            self.chosen.emit(self.current)

    def choose(self, export: Id) -> None:
        """Choose an export."""
        self._current = export
        self._fill_list()
        if self.current:
            self.chosen.emit(self.current)

    def _fill_menu(self) -> None:
        self.menu.clear()
        add_entry(self.menu, _("&New Name…"), self._make)
        if current := self.current:
            name = current.name.replace("&", "&&")
            changed = self.definition != current.definition
            replace = _("Re&place “{name}”").format(name=name)
            add_entry(self.menu, replace, self._replace, enabled=changed)
            add_entry(self.menu, _("&Rename “{name}”…").format(name=name), self._rename)
            add_entry(self.menu, _("&Delete “{name}”").format(name=name), self._delete)

    def _make(self) -> None:
        name = asking.ask_export_name(self)
        if name is not None and (edit := self._do(lambda: make_export(self._project.exports, name, self.definition))):
            self._current = edit.changes[0].row.id
            self._fill_list()

    def _replace(self) -> None:
        if current := self.current:
            self._do(lambda: replace_export(current, self.definition))

    def _rename(self) -> None:
        current = self.current
        name = asking.ask_export_name(self, current.name) if current else None
        if current and name is not None:
            self._do(lambda: rename_export(self._project.exports, current, name))

    def _delete(self) -> None:
        if current := self.current:
            self._do(lambda: delete_export(current))

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        """Make an edit and write it; return None if it was refused, which is reported."""
        try:
            edit = make()
        except OnrecordError as error:
            self.refused.emit(error)
            return None
        done = self._project.do(edit)
        self._fill_list()
        return edit if done else None
