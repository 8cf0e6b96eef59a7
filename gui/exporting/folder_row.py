"""The row of the export dialog in which the folder is chosen, with what will happen to it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.translation import _, ngettext


class FolderRow(QWidget):
    """Asks for the path of a folder, which need not exist yet; Browse looks for one that does.

    `replaced_in` returns the files of a folder that the export would replace.
    """

    changed = Signal()

    def __init__(self, replaced_in: Callable[[Path], Sequence[Path]]) -> None:
        super().__init__()
        self._replaced_in = replaced_in
        self.path, self.outcome = QLineEdit(), PlainLabel(name="hint")
        self.path.setAccessibleName(_("Folder"))
        browse = QPushButton(_("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.outcome)
        self.path.textChanged.connect(self.show_outcome)

    @property
    def folder(self) -> Path:
        """The folder that was chosen."""
        return Path(self.path.text().strip()).expanduser()

    @property
    def possible(self) -> bool:
        """Whether the folder can be exported to."""
        return outcome(self._typed(), self._replaced_in)[1]

    def _typed(self) -> Path | None:
        return self.folder if self.path.text().strip() else None

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Export to a Folder"), str(_nearest(self.folder)))
        if chosen:
            self.path.setText(chosen)

    def show_outcome(self) -> None:
        """Say what exporting to this folder will do."""
        words, _possible = outcome(self._typed(), self._replaced_in)
        self.outcome.setText(words)
        self.changed.emit()


def outcome(folder: Path | None, replaced_in: Callable[[Path], Sequence[Path]]) -> tuple[str, bool]:
    """Return what exporting to a folder will do, in a sentence, and whether it can be done."""
    if folder is None or not folder.is_absolute():
        return _("Type the full path of a folder, or browse for one."), False
    if folder.is_dir():
        there = replaced_in(folder)
        replaced = ngettext(
            "{count} file in this folder will be replaced, after a question.",
            "{count} files in this folder will be replaced, after a question.",
            len(there),
        )
        return replaced.format(count=len(there)) if there else _("This folder exists."), True
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
