"""The part of the export dialog in which tables are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from gui.widgets.tooltips import plain_tooltip
from models.exports.tables import tables

COLUMNS = 3


class TablesWanted(QWidget):
    """A box for each table; all are checked at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, table in enumerate(tables()):
            box = self.boxes[table.name] = QCheckBox(table.name)
            box.setToolTip(plain_tooltip(table.description))
            box.setChecked(True)
            box.toggled.connect(self.changed)
            grid.addWidget(box, at // COLUMNS, at % COLUMNS)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names of the tables, or none at all if every table is wanted, also one that a later program has."""
        return () if self.all_checked else tuple(name for name, box in self.boxes.items() if box.isChecked())

    @property
    def all_checked(self) -> bool:
        """Whether every table is wanted."""
        return all(box.isChecked() for box in self.boxes.values())

    @property
    def any_checked(self) -> bool:
        """Whether any table is wanted."""
        return any(box.isChecked() for box in self.boxes.values())

    def put(self, wanted: tuple[str, ...]) -> None:
        """Check these tables; all of them if there are none."""
        for name, box in self.boxes.items():
            box.setChecked(not wanted or name in wanted)
