"""The tables of the window as a list: tab, menu entry, key and remembered columns of each follow from its entry."""

from collections.abc import Callable
from dataclasses import dataclass

from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.tables.panel import TablePanel
from models.translation import _


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table: its name in the settings, its title as a menu entry (with an access letter), its key, what makes it."""

    name: str
    entry: str
    key: str
    make: Callable[[], TablePanel]

    @property
    def title(self) -> str:
        """What the tab says."""
        return self.entry.replace("&", "")


TABLES: list[TableEntry] = [
    TableEntry("statements", _("&Statements"), "Ctrl+1", StatementsPanel),
    TableEntry("speakers", _("Spea&kers"), "Ctrl+2", SpeakersPanel),
    TableEntry("numbers", _("Nu&mbers"), "Ctrl+3", NumbersPanel),
]
"""In the order of the tabs."""
