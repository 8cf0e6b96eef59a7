"""The dialog of Export Tables: it asks for a folder, and says what the export will do to it."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.dialog_buttons import DialogButtons
from models.exports.csv_files import Csv
from models.exports.delivery import tables_in
from models.translation import _


class ExportDialog(QDialog):
    """Asks for the path of a folder, which need not exist yet; Browse looks for one that does."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(_("Export Tables"))
        self._path = QLineEdit(str(folder))
        self._path.setAccessibleName(_("Folder"))
        browse = QPushButton(_("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._outcome = QLabel()
        self._outcome.setObjectName("hint")
        buttons = DialogButtons(self, _("Export"))
        self._export = buttons.yes
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        *first, last = Csv.names
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            QLabel(_("Writes {join} and {last} into this folder:").format(join=", ".join(first), last=last))
        )
        column.addLayout(row)
        column.addWidget(self._outcome)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setMinimumWidth(620)
        self._path.textChanged.connect(self._show_outcome)
        self._show_outcome()
        self._path.selectAll()

    @property
    def folder(self) -> Path:
        """The folder that was chosen."""
        return Path(self._path.text().strip()).expanduser()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Export Tables to a Folder"), str(_nearest(self.folder)))
        if chosen:
            self._path.setText(chosen)

    def _show_outcome(self) -> None:
        """Say what exporting to this folder will do."""
        words, possible = outcome(self._path.text().strip() and self.folder)
        self._outcome.setText(words)
        self._export.setEnabled(possible)


def outcome(folder: Path | str) -> tuple[str, bool]:
    """Return what exporting to a folder will do, in a sentence, and whether it can be done."""
    if not isinstance(folder, Path) or not folder.is_absolute():
        return _("Type the full path of a folder, or browse for one."), False
    if folder.is_dir():
        there = tables_in(folder)
        return _("The tables in this folder will be replaced.") if there else _("This folder exists."), True
    if not _is_there(folder) and _nearest(folder).is_dir():
        return _("This folder does not exist yet. It will be created."), True
    return _("This is a file, not a folder."), False


def _nearest(folder: Path) -> Path:
    """Return the folder itself or the closest above it that exists."""
    return next((path for path in (folder, *folder.parents) if _is_there(path)), folder)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the name is too long, or the folder may not be read
        return False
