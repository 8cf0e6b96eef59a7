"""The window with the result of an export: its files with their rows, written and read back, and the remarks."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.system.settings import Settings
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from gui.widgets.window_place import place_window
from models.exports.report import File, Report
from models.translation import _, counted, ngettext

Index = QModelIndex | QPersistentModelIndex

USUAL = QSize(760, 560)

TITLES = (_("File"), _("Table"), _("Rows written"), _("Rows read back"))


def cells(file: File) -> tuple[str, ...]:
    """Return a file as a row of texts."""
    if file.table is None:
        return file.path.name, "", "", ""
    return file.path.name, file.table, f"{file.rows:,}", "" if file.read_back is None else f"{file.read_back:,}"


def as_text(report: Report, folder: Path) -> str:
    """Return the whole result as text, with tabs between the cells of the files."""
    files = ["\t".join(row) for row in (TITLES, *map(cells, report.files))]
    return "\n".join((heading(report, folder), "", *files, "", *report.remarks)).rstrip()


def heading(report: Report, folder: Path) -> str:
    """Return what was written, in a sentence."""
    count = len({file.path for file in report.files})
    said = ngettext("{count} file was written into {folder}.", "{count} files were written into {folder}.", count)
    return said.format(count=count, folder=folder)


class FilesModel(QAbstractTableModel):
    """The files of an export as a Qt model."""

    def __init__(self, files: tuple[File, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = [cells(file) for file in files]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns a file has."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; numbers are at the right."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


class ResultWindow(QDialog):
    """Shows a report without blocking the window."""

    def __init__(self, parent: QWidget, report: Report, folder: Path, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("export_result")
        self.setWindowTitle(_("Exported"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text, self._folder = as_text(report, folder), folder
        self.files, self.remarks, self.problem = QTableView(), QPlainTextEdit(), PlainLabel(name="problem")
        self._show_files(report.files)
        self.remarks.setAccessibleName(_("Remarks"))
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setPlainText("\n\n".join(report.remarks))
        self.problem.hide()
        remarks = len(report.remarks)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.files)
        titled = _titled(counted("{count} remark", "{count} remarks", remarks), self.remarks)
        titled.setVisible(bool(remarks))
        both.addWidget(titled)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(heading(report, folder), "details_heading"))
        column.addWidget(
            PlainLabel(_("Every table was read back, and has as many rows as there are to export."), "hint")
        )
        column.addWidget(both, 1)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())
        place_window(self, USUAL, settings.state("export_result"))
        self.finished.connect(self._keep)

    def _keep(self) -> None:
        self._settings.keep_state("export_result", self.saveGeometry())

    def _show_files(self, files: tuple[File, ...]) -> None:
        self.files.setAccessibleName(_("Files"))
        self.files.setModel(FilesModel(files, self))
        show_plain_rows(self.files)
        header = self.files.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.files.selectRow(0)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_folder = buttons.addButton(_("&Open Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy = buttons.addButton(_("&Copy Report"), QDialogButtonBox.ButtonRole.ActionRole)
        for each in (self.open_folder, self.copy):
            each.setAutoDefault(False)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        self.open_folder.clicked.connect(self._open)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._text))
        buttons.rejected.connect(self.close)
        return buttons

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.problem.setText(
                _("The system has no program to show folders. The files are in {folder}.").format(folder=self._folder)
            )
            self.problem.show()


def _titled(title: str, widget: QWidget) -> QWidget:
    titled = QWidget()
    column = QVBoxLayout(titled)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(PlainLabel(title, "details_heading"))
    column.addWidget(widget, 1)
    return titled
