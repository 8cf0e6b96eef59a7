"""List the tables of the window. The tab, menu entry, key and remembered columns of a table follow from its entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.translation import _

if TYPE_CHECKING:
    from gui.tables.panel import TablePanel


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table: its name in the settings, its menu title (with an access key), its key, and the class of its panel."""

    name: str
    entry: str
    key: str
    make: "Callable[[], TablePanel]"

    @property
    def title(self) -> str:
        """The title of the tab."""
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


def _remarks() -> "TablePanel":
    from gui.tables import RemarksPanel

    return RemarksPanel()


TABLES: list[TableEntry] = [
    TableEntry("statements", _("&Statements"), "Ctrl+1", _statements),
    TableEntry("speakers", _("Spea&kers"), "Ctrl+2", _speakers),
    TableEntry("numbers", _("Nu&mbers"), "Ctrl+3", _numbers),
    TableEntry("remarks", _("&Remarks"), "Ctrl+4", _remarks),
]
"""In the order of the tabs."""
