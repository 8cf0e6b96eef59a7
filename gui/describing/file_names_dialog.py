"""Ask what the names of files say, by a pattern that is written as they are, and show at once what it reads."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.describing.names_model import NamesModel
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.articles.name_pattern import Field, NamePattern, UnknownPattern, pattern_of
from models.translation import _, counted

EXAMPLE = f"{Field.OUTLET} - {Field.DATE} - {Field.TITLE}"
OFFERED = (Field.OUTLET, Field.DATE, Field.TITLE, Field.BYLINE, Field.LANGUAGE, Field.OTHER)


class FileNamesDialog(QDialog):
    """The pattern over the names. `confirmed` carries it."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, paths: Sequence[PurePath]) -> None:
        super().__init__(parent)
        self.setObjectName("file_names")
        self.setWindowTitle(_("Names of Files"))
        self.pattern = QLineEdit(EXAMPLE)
        self.pattern.setAccessibleName(_("Pattern"))
        self.names = NamesModel(paths, self)
        self.list = QTableView()
        self.list.setAccessibleName(_("Files"))
        self.list.setModel(self.names)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.setShowGrid(False)
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate((290, 130, 170, 190, 90)):
            self.list.setColumnWidth(section, width)
        self.summary = PlainLabel(name="details_heading")
        self.buttons = DialogButtons(self, _("Use Names"))
        self.words = [self._word(field) for field in OFFERED]
        self._lay_out()
        self.pattern.textChanged.connect(self._follow)
        self._follow()
        self.pattern.selectAll()
        self.pattern.setFocus()

    def _word(self, field: Field) -> QPushButton:
        button = QPushButton(field)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self._insert(field))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.words:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        how = _(
            "Write the pattern as your files are named, with these words in place of what differs. The name of a "
            "folder comes before a slash: Outlet/Date Title."
        )
        column.addWidget(PlainLabel(how))
        column.addWidget(self.pattern)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(940, 560)

    def _insert(self, field: Field) -> None:
        """Put a word where the caret is, or in place of what is selected."""
        self.pattern.insert(field)
        self.pattern.setFocus()

    @property
    def said(self) -> NamePattern | None:
        """Return the pattern, or None if it is none."""
        try:
            return pattern_of(self.pattern.text())
        except UnknownPattern:
            return None

    def _follow(self) -> None:
        """Read the names as the pattern says now."""
        try:
            self.names.read(pattern_of(self.pattern.text()))
        except UnknownPattern as error:
            self.names.read(None)
            self.summary.setText(error.advice)
            self.buttons.yes.setEnabled(False)
            return
        count, unmatched = len(self.names.rows), self.names.unmatched
        self.buttons.yes.setEnabled(unmatched < count)
        fits = counted("{count:,} name fits.", "{count:,} names fit.", count - unmatched)
        if unmatched:
            rest = counted(
                "{count:,} does not, and nothing is read from it.",
                "{count:,} do not, and nothing is read from them.",
                unmatched,
            )
            fits = f"{fits} {rest}"
        self.summary.setText(fits)

    def accept(self) -> None:
        """Report the pattern, and close."""
        if (pattern := self.said) and self.names.unmatched < len(self.names.rows):
            self.confirmed.emit(pattern)
            super().accept()
