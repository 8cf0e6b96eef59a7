"""Narrow a list of findings: to one kind, and to those whose sentence has some words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.drop_down import DropDown
from gui.widgets.search_line import SearchLine
from models.text.finding import search_words
from models.text.folding import folded
from models.translation import _

if TYPE_CHECKING:
    from models.checks.finding import Finding, Findings


class FindingsFilter(QWidget):
    """A list of the kinds that were found, with their counts, and a line to search."""

    changed = Signal()
    left = Signal()
    """The list below is to have the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = DropDown()
        self.kinds.setAccessibleName(_("Kind of finding"))
        self.words = SearchLine(_("Search the findings"), _("Search the findings"))
        self.words.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kinds)
        row.addWidget(self.words, 1)
        self.kinds.activated.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.words.accepted.connect(lambda _step: self.left.emit())
        self.words.stepped.connect(lambda _step: self.left.emit())
        self.words.escaped.connect(self._clear)

    def _clear(self) -> None:
        self.words.clear()
        self.left.emit()

    def offer(self, found: "Findings") -> None:
        """Offer the kinds of some findings, the gravest first; the one that was chosen stays if it is among them."""
        chosen = self.kinds.currentData()
        self.kinds.clear()
        self.kinds.addItem(_("All kinds ({count:,})").format(count=len(found.all)), None)
        for fault, count in found.counts:
            title = _("{severity}: {kind} ({count:,})")
            words = title.format(severity=fault.severity.value, kind=fault.title, count=count)
            self.kinds.addItem(words, fault.name)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))

    def narrowed(self, found: "Sequence[Finding]") -> "Sequence[Finding]":
        """Return the findings of the chosen kind whose sentence has all words that are searched."""
        kind, words = self.kinds.currentData(), search_words(self.words.text())
        if kind is not None:
            found = [each for each in found if each.fault.name == kind]
        if words:
            found = [each for each in found if all(word in folded(each.sentence) for word in words)]
        return found
