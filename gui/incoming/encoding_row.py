"""The encoding in which a file of text was read, and the others in which it can be read instead."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from gui.widgets.drop_down import DropDown
from models.incoming.encodings import ENCODINGS, is_text_file
from models.incoming.entry import Entry
from models.translation import _


class EncodingRow(QObject):
    """A list of encodings with its label, for a row of a form; hidden for what is no file of text. `chosen` carries the
    file, and the encoding to read it in: None for the one that the program finds.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.box = DropDown()
        self.box.setAccessibleName(_("Encoding"))
        self.box.setObjectName("draft_encoding")
        self.box.activated.connect(self._choose)
        self.label = QLabel(_("&Encoding"))
        self.label.setBuddy(self.box)

    def show_entry(self, entry: Entry | None) -> None:
        """Show the encoding of the file of an entry."""
        self._path = entry.path if entry and entry.path and is_text_file(entry.path) else None
        for part in (self.label, self.box):
            part.setVisible(self._path is not None)
        if self._path is None or entry is None:
            return
        name = (entry.draft.encoding if entry.draft else None) or ""
        self.box.clear()
        self.box.addItem(_("As found"), None)
        for label, encoding in ENCODINGS:
            self.box.addItem(f"{encoding} – {label}", encoding)
        at = self.box.findData(name) if name else 0
        if at < 0:
            self.box.addItem(name, name)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)

    def _choose(self, at: int) -> None:
        if self._path:
            self.chosen.emit(self._path, self.box.itemData(at))
