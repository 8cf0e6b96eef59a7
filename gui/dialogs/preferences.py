"""Preferences: the coder's initials, and whether pages may be fetched from the internet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.translation import _

ABOUT_FETCHING = _(
    "Onrecord works offline. With this, it fetches a page when you give its address, and in no other case. The server "
    "of the page then learns that this computer asked for it. No cookies are sent or kept, and no pictures fetched."
)


class Preferences(QDialog):
    """Shows what can be set. `decided` carries the initials, and whether pages are fetched."""

    decided = Signal(str, bool)

    def __init__(self, parent: QWidget, coder: str, *, fetches_pages: bool) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(_("Preferences"))
        self.coder = QLineEdit(coder)
        self.coder.setAccessibleName(_("Coder"))
        self.fetching = QCheckBox(_("&Fetch web pages from the internet when I give an address"))
        self.fetching.setObjectName("fetches_pages")
        self.fetching.setChecked(fetches_pages)
        self.fetching.setAccessibleDescription(ABOUT_FETCHING)
        about = PlainLabel(ABOUT_FETCHING)
        about.setIndent(24)
        form = QFormLayout()
        form.addRow(_("Your &initials, which are kept with every record you make"), self.coder)
        buttons = DialogButtons(self, _("OK"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        for each in (self.fetching, about):
            column.addWidget(each)
        column.addStretch()
        column.addWidget(buttons)
        self.resize(560, 240)

    def accept(self) -> None:
        """Close, and report what was decided."""
        super().accept()
        self.decided.emit(self.coder.text().strip(), self.fetching.isChecked())
