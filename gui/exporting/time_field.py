"""A field for a day, a month or a year."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gui.editors.refusal import Refusal
from models.errors import OnrecordError
from models.exports.networks.settings import parse_time
from models.translation import _


class TimeField(QLineEdit):
    """Reads what is typed as a date is read in a table. What is no date is refused when the field is left; until then
    `time` is the last that could be read, in ISO 8601.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.time: str | None = None
        self.refusal = Refusal(self)
        self.setPlaceholderText(_("such as 2015-01-23, or 2015"))
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self.check)

    def put(self, time: str | None) -> None:
        """Show a time."""
        self.time = time
        self.setText(time or "")
        self.refusal.take_back()

    def _read(self, typed: str) -> None:
        self.refusal.take_back()
        try:
            time = parse_time(typed)
        except OnrecordError:
            return
        if time != self.time:
            self.time = time
            self.changed.emit()

    def check(self) -> bool:
        """Show the time as it was read, or refuse what cannot be read; return whether it could be."""
        try:
            time = parse_time(self.text())
        except OnrecordError as error:
            self.refusal.say(error.what)
            return False
        self.setText(time or "")
        return True
