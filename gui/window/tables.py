"""The tables of the window as a list: tab, menu entry, key and remembered columns of each follow from its entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.translation import _

if TYPE_CHECKING:
    from gui.tables.panel import TablePanel


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table: its name in the settings, its title as a menu entry (with an access letter), its key, what makes it."""

    name: str
    entry: str
    key: str
    make: "Callable[[], TablePanel]"

    @property
    def title(self) -> str:
        """What the tab says."""
        return self.entry.replace("&", "")


def _statements() -> "TablePanel":
    from gui.tables import StatementsPanel

    return StatementsPanel()


def _speakers() -> "TablePanel":
    from gui.tables import SpeakersPanel

    return SpeakersPanel()


def _numbers() -> "TablePanel":
    from gui.tables import NumbersPanel

    return NumbersPanel()


TABLES: list[TableEntry] = [
    TableEntry("statements", _("&Statements"), "Ctrl+1", _statements),
    TableEntry("speakers", _("Spea&kers"), "Ctrl+2", _speakers),
    TableEntry("numbers", _("Nu&mbers"), "Ctrl+3", _numbers),
]
"""In the order of the tabs."""
