"""File > Restore a Backup: the backups of a project, one of which is restored into a new file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.backups_model import LAST_EDITS, BackupsModel
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from gui.widgets.tooltips import plain_tooltip
from models.backups.listing import ListedBackup
from models.translation import _, counted

NONE_YET = _("There are no backups yet. They are made while you work, if that is switched on in Edit > Preferences.")
ABOUT = _("A backup is restored into a new file. The project itself stays as it is.")


class RestoreDialog(QDialog):
    """Lists the backups of one of several projects. `wanted` carries the project and the backup to restore."""

    project_chosen = Signal(Path)
    wanted = Signal(Path, object)

    def __init__(self, parent: QWidget, projects: Sequence[Path], folder: Path) -> None:
        super().__init__(parent)
        self.setObjectName("restore")
        self.setWindowTitle(_("Restore a Backup"))
        self.projects, self.summary = DropDown(), PlainLabel(name="hint")
        self.projects.setAccessibleName(_("Project"))
        for path in projects:
            self.projects.addItem(path.name, path)
            self.projects.setItemData(self.projects.count() - 1, plain_tooltip(str(path)), Qt.ItemDataRole.ToolTipRole)
        self.projects.currentIndexChanged.connect(self._choose_project)
        label = PlainLabel(_("&Project"), wrapped=False)
        label.setBuddy(self.projects)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.projects, 1)
        self.model = BackupsModel(self)
        self.list = _list(self.model)
        self.list.activated.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.model.dataChanged.connect(self._offer)
        buttons = DialogButtons(self, _("&Restore into a New File…"))
        self.yes = buttons.yes
        where = PlainLabel(_("Backups are in {folder}").format(folder=folder), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(ABOUT))
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(where)
        column.addWidget(buttons)
        self.resize(860, 460)
        self.show_backups(())

    @property
    def project(self) -> Path | None:
        """The project whose backups are listed."""
        chosen = self.projects.currentData()
        return chosen if isinstance(chosen, Path) else None

    @property
    def backup(self) -> ListedBackup | None:
        """The backup that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.listed[row] if row >= 0 else None

    def show_backups(self, listed: Sequence[ListedBackup]) -> None:
        """List backups, with the newest of them chosen."""
        self.model.put(listed)
        there = counted("{count:,} backup, newest first", "{count:,} backups, newest first", len(listed))
        self.summary.setText(there if listed else NONE_YET)
        if listed:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()
        self._offer()

    def _choose_project(self) -> None:
        if path := self.project:
            self.project_chosen.emit(path)

    def _offer(self, *_changed: object) -> None:
        backup = self.backup
        self.yes.setEnabled(backup is not None and backup.problem is None)

    def accept(self, _index: QModelIndex | None = None) -> None:
        """Close, and report which backup is chosen."""
        if self.yes.isEnabled() and (project := self.project) and (backup := self.backup):
            super().accept()
            self.wanted.emit(project, backup)


def _list(model: BackupsModel) -> QTableView:
    view = QTableView()
    view.setObjectName("backups")
    view.setAccessibleName(_("Backups"))
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    show_plain_rows(view)
    header = view.horizontalHeader()
    for column, width in enumerate((200, 72, 72, 72, 300, 64)):
        view.setColumnWidth(column, width)
    header.setSectionResizeMode(LAST_EDITS, QHeaderView.ResizeMode.Stretch)
    return view
