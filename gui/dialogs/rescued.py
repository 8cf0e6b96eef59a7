"""What was rescued of a damaged project, and what was lost: a text that can be copied."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.rescue.report import summary
from models.translation import _

if TYPE_CHECKING:
    from models.rescue.rescuing import Rescued

ABOUT = _("The damaged file stays as it is. Keep it until you have looked through this list.")


class RescuedDialog(QDialog):
    """Shows what was lost, article after article."""

    def __init__(self, parent: QWidget, rescued: "Rescued") -> None:
        super().__init__(parent)
        self.setObjectName("rescued")
        self.setWindowTitle(_("What Was Lost"))
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("What was lost"))
        self.lines.setPlainText("\n".join((*rescued.lost, *rescued.wrong)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.lines.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(summary(rescued.losses), "details_heading"))
        column.addWidget(PlainLabel(ABOUT, "hint"))
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)
        self.resize(820, 460)
