"""Describe the exports of a database by one of them: its lines, the fields of the profile, and what they find."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.describing.article_preview import ArticlePreview
from gui.describing.profile_form import ProfileForm
from gui.dialogs import choosing_files
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from models.articles.database_profile import NUMBER, Profile, read_profile, write_profile
from models.articles.databases.profile_preview import found_by
from models.articles.documents.document import Document
from models.errors import OnrecordError
from models.translation import _

PAUSE = 200
"""Milliseconds without a key press after which the articles are looked for again."""

MOST_SHOWN = 60_000
"""Code points of the export that are shown."""


class ProfileDialog(QDialog):
    """Beside each other the export, the fields, and the first article. `confirmed` carries the profile."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, document: Document, named: str, known: Sequence[Profile]) -> None:
        super().__init__(parent)
        self.setObjectName("profile_dialog")
        self.setWindowTitle(_("Describe a Database"))
        self._document, self._named, self._known = document, named, known
        self.known = DropDown()
        self.known.setAccessibleName(_("Profile"))
        self.known.addItem(_("New profile"))
        for profile in known:
            self.known.addItem(profile.name)
        self.form, self.preview = ProfileForm(), ArticlePreview()
        self.problem = PlainLabel(name="problem")
        self.buttons = DialogButtons(self, _("Save Profile"))
        self.open_file, self.save_file = QPushButton(_("&Open File…")), QPushButton(_("Sa&ve as File…"))
        self._looking = QTimer(self, singleShot=True, interval=PAUSE)
        self.form.put(Profile(name=PurePath(named.strip("“”")).stem))
        self._lay_out()
        self._connect()
        self.look()
        self.form.lines["separator"].setFocus()

    def _lay_out(self) -> None:
        export = QPlainTextEdit("\n".join(each.text for each in self._document.paragraphs)[:MOST_SHOWN])
        export.setReadOnly(True)
        export.setTabChangesFocus(True)
        export.setAccessibleName(_("The export"))
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(export, 1)
        both.addLayout(self._middle(), 1)
        both.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        how = _(
            "Copy from {name} the line between two articles, with {number} for a number, and the labels before what is "
            "said of an article. Several labels have commas between them."
        )
        column.addWidget(PlainLabel(how.format(name=self._named, number=NUMBER)))
        column.addLayout(both, 1)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.resize(1180, 640)

    def _middle(self) -> QVBoxLayout:
        files = QHBoxLayout()
        for button in (self.open_file, self.save_file):
            button.setAutoDefault(False)
            files.addWidget(button)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.known)
        middle.addWidget(self.form)
        middle.addLayout(files)
        middle.addStretch(1)
        return middle

    def _connect(self) -> None:
        self._looking.timeout.connect(self.look)
        self.form.changed.connect(self._looking.start)
        self.known.activated.connect(self._take_known)
        self.open_file.clicked.connect(self._open)
        self.save_file.clicked.connect(self._save)

    def _take_known(self, at: int) -> None:
        self.form.put(self._known[at - 1] if at else Profile())

    def _open(self) -> None:
        """Take the profile in a file, such as one of a colleague."""
        path = choosing_files.ask_profile(self)
        if path is None:
            return
        try:
            self.form.put(read_profile(path))
        except OnrecordError as error:
            self.problem.setText(str(error))

    def _save(self) -> None:
        """Write the profile into a file that can be given to a colleague."""
        path: Path | None = choosing_files.ask_new_profile(self, self.form.profile.name)
        if path is None:
            return
        try:
            write_profile(path, self.form.profile)
        except OnrecordError as error:
            self.problem.setText(str(error))

    def look(self) -> None:
        """Show what the profile finds, and return whether that is any article."""
        self._looking.stop()
        found = found_by(self.form.profile, self._document, self._named)
        self.problem.setText("")
        self.preview.put(found.summary, found.first)
        self.buttons.yes.setEnabled(found.first is not None)

    def accept(self) -> None:
        """Report the profile, and close."""
        self.look()
        if self.buttons.yes.isEnabled():
            self.confirmed.emit(self.form.profile)
            super().accept()
