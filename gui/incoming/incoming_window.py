"""The preview of an import: left everything that was found, right the selected article; nothing is added before the
coder accepts it.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from gui.describing.file_names_dialog import FileNamesDialog
from gui.dialogs import asking
from gui.dialogs.opening import open_over
from gui.incoming.draft_pane import DraftPane
from gui.incoming.found_part import FoundPart
from gui.incoming.incoming_model import IncomingTableModel
from gui.incoming.questions import Questions
from gui.system.settings import Settings
from gui.widgets.window_place import place_window
from models.articles.name_pattern import NamePattern
from models.articles.named_files import named_as
from models.incoming.entry import Entry
from models.incoming.incoming import Incoming
from models.translation import _, counted

USUAL = QSize(1180, 760)
SMALL = QSize(760, 640)
"""The size with one article, for which there is no list."""


class IncomingWindow(QDialog):
    """Blocks the window behind it. It is complete after `add_pane` and `begin`, which are called in later turns of the
    event loop, so that the loop is not held for all of it.

    `confirmed` carries all entries, of which those are taken that are to be added; whoever adds them closes this
    window. `read_again_wanted` carries a file and the encoding to read it in.
    """

    confirmed = Signal(object)
    read_again_wanted = Signal(object, object)

    def __init__(self, parent: QWidget, entries: Iterable[Entry], settings: Settings) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("incoming_window")
        self.setWindowTitle(_("Articles to Add"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.incoming = Incoming(entries)
        self.model = IncomingTableModel(self.incoming, self)
        self._settings = settings
        self._is_one = len(self.incoming.entries) == 1 and 0 in self.incoming.taken
        self._shown = -1
        self.questions = Questions(self.incoming, self)
        self._both = QSplitter(self)
        self.found = FoundPart(self.model, self._both)
        self.found.setVisible(not self._is_one)
        self.list = self.found.list
        self._lay_out()
        place_window(self, SMALL if self._is_one else USUAL, settings.state(self._place))
        self.finished.connect(self._keep_place)

    @property
    def _place(self) -> str:
        """The name under which the place of this window is kept: with a list it is larger than without."""
        return "incoming_one" if self._is_one else "incoming"

    def _keep_place(self) -> None:
        self._settings.keep_state(self._place, self.saveGeometry())
        if not self._is_one:
            self._settings.keep_state("incoming_parts", self._both.saveState())

    def _lay_out(self) -> None:
        self._both.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.questions)
        column.addWidget(self._both, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.setContentsMargins(18, 12, 18, 14)
        self.plain = buttons.addButton(_("Add Those &Without Warnings"), QDialogButtonBox.ButtonRole.ActionRole)
        self.yes = buttons.addButton(_("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.plain.setAutoDefault(False)
        self.yes.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def add_pane(self) -> None:
        """Add the pane of one article, still empty."""
        self.pane = DraftPane(self._both)
        self._both.setSizes([600, 580])
        for at in range(self._both.count()):
            self._both.setStretchFactor(at, 1)
        if not self._is_one:
            self._both.restoreState(self._settings.state("incoming_parts"))

    def begin(self) -> None:
        """Show what was found, and the first article."""
        self._connect()
        self._follow()
        self.list.select_first()
        if self._is_one:
            self.pane.form.begin()
        else:
            self.list.setFocus()

    def _connect(self) -> None:
        self.list.shown.connect(self._show)
        self.model.taken.connect(self._follow)
        self.questions.answered.connect(self._go_on)
        self.questions.other_encoding_wanted.connect(self.choose_encoding)
        self.pane.corrected.connect(self._correct)
        self.pane.form.entered.connect(self._leave_field)
        self.pane.encoding.chosen.connect(self.read_again_wanted)
        self.found.names.clicked.connect(self.ask_names)
        self.plain.clicked.connect(self.add_plain)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)

    # What the coder does

    def _show(self, place: int) -> None:
        """Show the entry at a place."""
        entry = self.incoming.entries[place] if place >= 0 else None
        self.pane.show_entry(entry, same=place == self._shown)
        self._shown = place

    def _correct(self, entry: Entry) -> None:
        if self._shown >= 0 and self.incoming.put({self._shown: entry}):
            self._follow()

    def _go_on(self) -> None:
        """Show what an answer has changed, and go back to the list."""
        self._follow()
        self.list.setFocus()

    def _leave_field(self) -> None:
        """Go from a field back to the list, or add the only article."""
        if self._is_one:
            self.accept()
        else:
            self.list.setFocus()

    def undo(self) -> None:
        """Take back the last change in this window."""
        if self.incoming.undo():
            self._follow()

    def ask_names(self) -> None:
        """Ask what the names of the files say."""
        found = self.incoming.entries
        paths = dict.fromkeys(named_as(each.draft, each.path) for each in found if each.path and each.draft)
        dialog = FileNamesDialog(self, tuple(paths))
        dialog.confirmed.connect(self.use_names)
        open_over(self, dialog)

    def use_names(self, pattern: NamePattern) -> None:
        """Complete the articles by the names of their files."""
        if self.incoming.use_names(pattern):
            self._follow()

    def choose_encoding(self, encoding: str) -> None:
        """Show an article that was read in an encoding by guess, with the list of all encodings."""
        self.list.select_place(self.incoming.guessed(encoding)[0])
        self.pane.encoding.box.setFocus()
        self.pane.encoding.box.showPopup()

    def add_plain(self) -> None:
        """Add the articles without warnings."""
        if self.pane.form.finish_editing() and self.incoming.plain:
            self.incoming.take_plain()
            self.confirmed.emit(self.incoming.chosen)

    def accept(self) -> None:
        """Report the articles that are taken; this window stays until they are added."""
        if self.pane.form.finish_editing() and self.incoming.drafts:
            self.confirmed.emit(self.incoming.chosen)

    def reject(self) -> None:
        """Close without adding anything; what was corrected or left out here goes only after a question."""
        if not self.incoming.is_changed or self._may_drop():
            super().reject()

    def _may_drop(self) -> bool:
        question = _("Close without adding any article?")
        return asking.confirm(self, question, _("What you have changed here is lost then."), _("Close &Without Adding"))

    def take_again(self, path: Path, entries: Sequence[Entry]) -> None:
        """Show what reading a file in another way found; this can be undone."""
        if self.incoming.read_again(path, entries):
            self._shown = -1
            self._follow()
            place = next((at for at, each in enumerate(self.incoming.entries) if each.path == path), 0)
            self.list.select_place(place)
            self._show(place)

    def close_accepted(self) -> None:
        """Close, after the articles were added."""
        super().accept()

    # What is shown after each change

    def _follow(self) -> None:
        """Show the entries as they are now."""
        self.found.follow()
        self._show(self._shown if self._shown < len(self.incoming.entries) else -1)
        self.questions.ask()
        taken, plain = len(self.incoming.drafts), len(self.incoming.plain)
        self.yes.setText(counted("&Add {count:,} Article", "&Add {count:,} Articles", taken))
        self.yes.setEnabled(bool(taken))
        words = counted("Add {count:,} &Without Warnings", "Add {count:,} &Without Warnings", plain)
        self.plain.setText(words)
        self.plain.setVisible(0 < plain < taken)
