"""Why a line was refused: said below it, in its look and to screen readers. What was typed stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.tables.beside import stand_under


class Refusal:
    """The refusal of one line, or none. `reason` is nothing when there is none."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        self._label: QLabel | None = None
        self.reason = ""

    def say(self, reason: str) -> None:
        """Refuse what stands in the line."""
        self.reason = reason
        self._look(refused=True)
        if self._label is None:
            self._label = QLabel(self._line.window())
            self._label.setObjectName("refusal")
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setWordWrap(True)
        self._label.setText(reason)
        self.stand()

    def take_back(self) -> None:
        """Refuse it no longer: something else is being typed."""
        if self.reason:
            self.reason = ""
            self._look(refused=False)
            self.hide()

    def stand(self) -> None:
        """Stand below the line, where that can be seen."""
        if self.reason and self._label and self._line.isVisible():
            stand_under(self._label, self._line)

    def hide(self) -> None:
        """Leave the screen; the line is still refused."""
        if self._label:
            self._label.hide()

    def remove(self) -> None:
        """Go for good, before the line does."""
        if self._label:
            self._label.hide()
            self._label.deleteLater()
            self._label = None

    def _look(self, *, refused: bool) -> None:
        """Give the line its look, which the theme's stylesheet knows by the property, and its description."""
        self._line.setAccessibleDescription(self.reason)
        self._line.setProperty("refused", refused)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)
