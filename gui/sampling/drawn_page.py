"""What is said of a draw: its strata as a table, and the sentences for a method section."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from gui.sampling.strata_model import StrataView
from models.sampling.definition import Definition
from models.sampling.reporting import report
from models.translation import _

LINES = 6
"""Lines of the sentences that are seen at once."""


class DrawnPage(QWidget):
    """Shows the strata of a draw, how it is reported, and a button that copies this."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.report = StrataView(), QTextEdit()
        self.report.setObjectName("sample_report")
        self.report.setAccessibleName(_("For the method section"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAcceptRichText(False)
        self.report.setFixedHeight(LINES * self.report.fontMetrics().lineSpacing() + 12)
        self.copy = QPushButton(_("&Copy for the Method Section"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.report)
        column.addLayout(row)

    def put(self, definition: Definition | None) -> None:
        """Show a draw; None for one that a later version of the program made."""
        self.table.strata.put(definition)
        unread = _("It was drawn by a later version of Onrecord.")
        self.report.setPlainText(report(definition) if definition else unread)
        self.copy.setEnabled(definition is not None)
