"""The preview of an import: left everything that was found, right the selected article; nothing is added before the
coder accepts it.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.describing.file_names_dialog import FileNamesDialog
from gui.dialogs.opening import open_over
from gui.incoming.draft_pane import DraftPane
from gui.incoming.incoming_list import IncomingList
from gui.incoming.incoming_model import FILTERS, IncomingTableModel
from gui.incoming.question_bar import QuestionBar
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from gui.widgets.tooltips import plain_tooltip
from gui.widgets.window_place import place_window
from models.articles.draft import Draft
from models.articles.name_pattern import NamePattern
from models.articles.named_files import named_as
from models.incoming.entry import Entry
from models.incoming.in_words import ambiguous_dates, found_in_words, guessed_encoding
from models.incoming.incoming import Incoming
from models.translation import _, counted

USUAL = QSize(1180, 760)
SMALL = QSize(760, 640)
"""The size with one article, for which there is no list."""


class IncomingWindow(QDialog):
    """Blocks the window behind it. A pane can be made before, so that the event loop is not held for both.

    `confirmed` carries all entries, of which those are taken that are to be added; whoever adds them closes this
    window. `read_again_wanted` carries a file and the encoding to read it in.
    """

    confirmed = Signal(object)
    read_again_wanted = Signal(object, object)

    def __init__(self, parent: QWidget, entries: Iterable[Entry], pane: DraftPane | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("incoming_window")
        self.setWindowTitle(_("Articles to Add"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.incoming = Incoming(entries)
        self.model = IncomingTableModel(self.incoming, self)
        self.list, self.pane = IncomingList(self.model), pane or DraftPane()
        self.summary = PlainLabel(name="details_heading")
        self.dates, self.encodings = QuestionBar(_("Ambiguous dates")), QuestionBar(_("Guessed encoding"))
        self.filter = DropDown()
        self.filter.setAccessibleName(_("Shown part"))
        self.filter.addItems([words for words, _fits in FILTERS])
        self._is_one = len(self.incoming.entries) == 1 and self.incoming.entries[0].taken
        self._shown = -1
        self._lay_out()
        place_window(self, SMALL if self._is_one else USUAL, QByteArray())
        self._connect()
        self._follow()
        self.list.select_first()
        if self._is_one:
            self.pane.form.begin()
        else:
            self.list.setFocus()

    # How it is laid out

    def _lay_out(self) -> None:
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self._left())
        both.addWidget(self.pane)
        both.setSizes([600, 580])
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.dates)
        self.column.addWidget(self.encodings)
        self.column.addWidget(both, 1)
        self.column.addWidget(self._buttons())

    def _left(self) -> QWidget:
        left, row = QWidget(), QHBoxLayout()
        row.addWidget(self.filter, 1)
        self.take_all, self.take_none = QPushButton(_("Take &All")), QPushButton(_("&Leave Out"))
        self.names = QPushButton(_("File &Names…"))
        self.names.setToolTip(plain_tooltip(_("Read outlet, date and title from the names of the files")))
        self.names.setVisible(any(each.path for each in self.incoming.entries if each.draft))
        for button in (self.take_all, self.take_none, self.names):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(left)
        column.setContentsMargins(18, 14, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        left.setVisible(not self._is_one)
        return left

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.setContentsMargins(18, 12, 18, 14)
        self.plain = buttons.addButton(_("Add Those &Without Warnings"), QDialogButtonBox.ButtonRole.ActionRole)
        self.yes = buttons.addButton(_("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.plain.setAutoDefault(False)
        self.yes.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.list.shown.connect(self._show)
        self.model.taken.connect(self._follow)
        self.pane.corrected.connect(self._correct)
        self.pane.form.entered.connect(self._leave_field)
        self.pane.encoding.chosen.connect(self.read_again_wanted)
        self.filter.activated.connect(self._narrow)
        self.take_all.clicked.connect(lambda: self.model.take(range(self.model.rowCount()), taken=True))
        self.take_none.clicked.connect(lambda: self.model.take(self.list.selected, taken=False))
        self.names.clicked.connect(self.ask_names)
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

    def _leave_field(self) -> None:
        """Go from a field back to the list, or add the only article."""
        if self._is_one:
            self.accept()
        else:
            self.list.setFocus()

    def _narrow(self, at: int) -> None:
        self.model.filter(FILTERS[at][1])

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

    def settle_dates(self, *, day_first: bool) -> None:
        """Settle every ambiguous date."""
        if self.incoming.settle_dates(day_first=day_first):
            self._follow()
            self.list.setFocus()

    def confirm_encoding(self, encoding: str) -> None:
        """Take back the warnings that an encoding is a guess."""
        if self.incoming.confirm_encoding(encoding):
            self._follow()
            self.list.setFocus()

    def choose_encoding(self, encoding: str) -> None:
        """Show an article that was read in an encoding by guess, with the list of all encodings."""
        self.list.select_place(self.incoming.guessed(encoding)[0])
        self.pane.encoding.box.setFocus()
        self.pane.encoding.box.showPopup()

    def add_plain(self) -> None:
        """Add the articles of which nothing is to be said."""
        if self.pane.form.finish_editing() and self.incoming.plain:
            self.incoming.take_plain()
            self.confirmed.emit(self.incoming.entries)

    def accept(self) -> None:
        """Report the articles that are taken; this window stays until they are added."""
        if self.pane.form.finish_editing() and self.incoming.drafts:
            self.confirmed.emit(self.incoming.entries)

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
        self.model.update_entries()
        self._show(self._shown if self._shown < len(self.incoming.entries) else -1)
        self.summary.setText(found_in_words(self.incoming.entries))
        for at, (words, fits) in enumerate(FILTERS):
            self.filter.setItemText(at, words.format(count=sum(map(fits, self.incoming.entries))))
        self._ask_dates()
        self._ask_encoding()
        self._count(self.incoming.drafts, self.incoming.plain)

    def _ask_dates(self) -> None:
        asked = ambiguous_dates(self.incoming)
        if asked is None:
            self.dates.ask("", ())
            return
        first, second = asked.answers
        answers = (
            (first, lambda: self.settle_dates(day_first=True)),
            (second, lambda: self.settle_dates(day_first=False)),
        )
        self.dates.ask(asked.question, answers)

    def _ask_encoding(self) -> None:
        encoding, question = self.incoming.guess, guessed_encoding(self.incoming)
        if encoding is None or question is None:
            self.encodings.ask("", ())
        else:
            right = _("They Are &Right"), lambda: self.confirm_encoding(encoding)
            other = _("&Choose Another…"), lambda: self.choose_encoding(encoding)
            self.encodings.ask(question, (right, other))

    def _count(self, taken: list[Draft], plain: list[Draft]) -> None:
        self.yes.setText(counted("&Add {count:,} Article", "&Add {count:,} Articles", len(taken)))
        self.yes.setEnabled(bool(taken))
        words = counted("Add {count:,} &Without Warnings", "Add {count:,} &Without Warnings", len(plain))
        self.plain.setText(words)
        self.plain.setVisible(0 < len(plain) < len(taken))
