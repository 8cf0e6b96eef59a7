"""The part of the preferences about backups: whether they are made, where, and how much room they may take."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.number_box import NumberBox
from gui.widgets.plain_label import PlainLabel
from models.backups.places import Place
from models.translation import _

GIGABYTE = 1_000_000_000
INDENT = 24
ABOUT_BACKUPS = _(
    "Made when a project was changed: after opening it, while you work, and before an import or another change of many "
    "records. All of two days are kept, then one for each day, week and month."
)


class BackupForm(QWidget):
    """Shows and asks for the wishes about backups. A folder that is typed has to exist."""

    def __init__(self, place: Place, *, backs_up: bool) -> None:
        super().__init__()
        self.wanted = QCheckBox(_("Make &backups of my projects"))
        self.wanted.setObjectName("backs_up")
        self.wanted.setChecked(backs_up)
        self.wanted.setAccessibleDescription(ABOUT_BACKUPS)
        self.folder, self.most = QLineEdit(str(place.root)), NumberBox(1, 10_000)
        self.folder.setObjectName("backups_folder")
        self.most.setObjectName("backups_size")
        self.most.setSuffix(_(" GB"))
        self.most.setValue(round(place.most / GIGABYTE))
        self.browse = QPushButton(_("B&rowse…"), autoDefault=False)
        self.browse.clicked.connect(self._browse)
        about = PlainLabel(ABOUT_BACKUPS)
        about.setIndent(INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.wanted, about):
            column.addWidget(each)
        column.addLayout(self._details())
        self.wanted.toggled.connect(self._enable)
        self._enable()

    def _details(self) -> QFormLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.setContentsMargins(INDENT, 0, 0, 0)
        label = QLabel(_("In the f&older"))
        label.setBuddy(self.folder)
        form.addRow(label, row)
        form.addRow(_("At &most, for one project"), self.most)
        return form

    @property
    def place(self) -> Place:
        """The folder and the size that are wanted."""
        return Place(Path(self.folder.text().strip()).expanduser(), self.most.value() * GIGABYTE)

    def _enable(self) -> None:
        for each in (self.folder, self.browse, self.most):
            each.setEnabled(self.wanted.isChecked())

    def _browse(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, _("Folder of Backups"), self.folder.text()):
            self.folder.setText(chosen)
