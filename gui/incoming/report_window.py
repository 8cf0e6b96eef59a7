"""The report of an import: every file by its name, with what became of each article; it can be copied and saved."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs import choosing_files
from gui.system.settings import Settings
from gui.widgets.plain_label import PlainLabel
from gui.widgets.plain_rows import show_plain_rows
from gui.widgets.tooltips import plain_tooltip
from gui.widgets.window_place import place_window
from models.errors import OnrecordError
from models.incoming.report import TITLES, Report
from models.text.excerpts import shortened
from models.translation import _

Index = QModelIndex | QPersistentModelIndex
USUAL = QSize(900, 560)
WIDTHS = (190, 260, 130)
LONGEST = 300


class ReportTableModel(QAbstractTableModel):
    """The lines of a report as a Qt model."""

    def __init__(self, report: Report, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = report.lines

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns a line has."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, or all of it as a tooltip."""
        text = self._lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(shortened(text, LONGEST).split())
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


class ReportWindow(QDialog):
    """Shows a report without blocking the window."""

    def __init__(self, parent: QWidget, report: Report, settings: Settings) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("import_report")
        self.setWindowTitle(_("Report of the Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.lines, self.problem = QTableView(), PlainLabel(name="problem")
        self.problem.hide()
        self._show_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(report.summary, "details_heading"))
        column.addWidget(self.lines, 1)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())
        place_window(self, USUAL, settings.state("import_report"))
        self.finished.connect(lambda: settings.keep_state("import_report", self.saveGeometry()))

    def _show_lines(self) -> None:
        view = self.lines
        view.setAccessibleName(_("Files"))
        view.setModel(ReportTableModel(self.report, self))
        show_plain_rows(view)
        view.horizontalHeader().setStretchLastSection(True)
        for section, width in enumerate(WIDTHS):
            view.setColumnWidth(section, width)
        view.selectRow(0)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = buttons.addButton(_("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button = buttons.addButton(_("&Copy Report"), QDialogButtonBox.ButtonRole.ActionRole)
        for each in (self.save_button, self.copy_button):
            each.setAutoDefault(False)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.report.as_text()))
        buttons.rejected.connect(self.close)
        return buttons

    def save(self) -> None:
        """Ask for a file, and write the report into it."""
        path = choosing_files.ask_report_file(self)
        if path is None:
            return
        try:
            self.report.write(path)
        except OnrecordError as error:
            self.problem.setText(str(error))
        else:
            self.problem.setText("")
        self.problem.setVisible(bool(self.problem.text()))
