"""Preferences: the coder's initials, whether pages may be fetched from the internet, and backups."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.backup_form import INDENT, BackupForm
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.backups.places import Place, usual_root
from models.translation import _

ABOUT_FETCHING = _(
    "Onrecord works offline. With this on, it fetches a page when you give its address, and at no other time. The "
    "server of the page then learns that this computer asked for it. No cookies are sent or kept, and no pictures "
    "fetched."
)


@dataclass(frozen=True, slots=True)
class Preferred:
    """What a person prefers: initials, whether pages are fetched, whether backups are made, and where."""

    coder: str
    fetches_pages: bool
    backs_up: bool
    backups: Place


class Preferences(QDialog):
    """Shows what can be set. `decided` carries what is `Preferred`."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, now: Preferred) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(_("Preferences"))
        self.coder = QLineEdit(now.coder)
        self.coder.setAccessibleName(_("Coder"))
        self.fetching = QCheckBox(_("&Fetch web pages from the internet when I give an address"))
        self.fetching.setObjectName("fetches_pages")
        self.fetching.setChecked(now.fetches_pages)
        self.fetching.setAccessibleDescription(ABOUT_FETCHING)
        self.backups = BackupForm(now.backups, backs_up=now.backs_up)
        self.refusal = PlainLabel(name="refusal")
        self.refusal.hide()
        about = PlainLabel(ABOUT_FETCHING)
        about.setIndent(INDENT)
        form = QFormLayout()
        form.addRow(_("Your &initials, which are kept with every record you make"), self.coder)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        for each in (self.fetching, about, self.backups, self.refusal):
            column.addWidget(each)
        column.addStretch()
        column.addWidget(DialogButtons(self, _("OK")))
        self.resize(600, 420)

    def accept(self) -> None:
        """Close, and report what was decided; a folder for backups that is not there is refused."""
        place, backs_up = self.backups.place, self.backups.wanted.isChecked()
        if backs_up and place.root != usual_root() and not (place.root.is_absolute() and place.root.is_dir()):
            self.refusal.setText(_("There is no folder “{parent}”.").format(parent=place.root))
            self.refusal.show()
            self.backups.folder.setFocus()
            return
        super().accept()
        self.decided.emit(Preferred(self.coder.text().strip(), self.fetching.isChecked(), backs_up, place))
