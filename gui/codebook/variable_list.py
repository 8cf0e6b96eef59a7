"""The list of variables, grouped by what they are about."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from gui.commands.codebook_commands import ADD_VARIABLE, DELETE_VARIABLE, MOVE_DOWN, MOVE_UP
from gui.commands.command import Command
from gui.commands.pane_keys import Verb, key_of, verbs_by_key
from gui.widgets.empty_state import draw_empty_state
from gui.widgets.tooltips import plain_tooltip
from models.codebook.codebook import Codebook
from models.codebook.described import ABOUT
from models.codebook.kinds import KINDS
from models.entities import SUBJECTS, Subject
from models.ids import Id
from models.translation import _

ID = Qt.ItemDataRole.UserRole
NO_VARIABLES = _("No variables yet")
ADD_THE_FIRST = _(
    "A variable is what the study asks of each record: topic, stance, addressee … Press Enter to add the first, or "
    "import a codebook."
)


class VariableList(QTreeWidget):
    """Shows the variables of a codebook; the keys for adding, deleting and moving are signals."""

    selected = Signal()
    """Another variable, or none, is selected."""
    add_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(int)
    """The selected variable is to move by some places."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("variables")
        self.setAccessibleName(_("Variables"))
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self._filling = False
        self.verbs: dict[Command, Verb] = {
            ADD_VARIABLE: self.add_requested.emit,
            MOVE_UP: partial(self.move_requested.emit, -1),
            MOVE_DOWN: partial(self.move_requested.emit, 1),
            DELETE_VARIABLE: self.delete_requested.emit,
        }
        self._keys = verbs_by_key(self.verbs)
        self.itemSelectionChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._filling:
            self.selected.emit()

    def show_codebook(self, codebook: Codebook, wanted: Id | None = None) -> None:
        """Show the variables as they are now, and select a wanted one, or else the one that was selected."""
        before = wanted or self.variable
        self._filling = True
        self.clear()
        for subject, words in ABOUT.items():
            self._add_group(codebook, subject, words)
        self.expandAll()
        self.choose(before)
        self._filling = False

    def _add_group(self, codebook: Codebook, subject: Subject, words: str) -> None:
        found = codebook.variables_of(SUBJECTS[subject])
        group = QTreeWidgetItem(self, [words])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, self.palette().placeholderText())
        for variable in found:
            item = QTreeWidgetItem(group, [variable.label])
            item.setData(0, ID, variable.id)
            kind = KINDS[variable.kind].label if variable.kind in KINDS else variable.kind
            item.setToolTip(0, plain_tooltip(f"{variable.name} · {kind}"))
        group.setHidden(not found)

    def choose(self, variable: Id | None) -> None:
        """Select a variable; the first one if it is not there."""
        items = self._items()
        item = next((each for each in items if each.data(0, ID) == variable), items[0] if items else None)
        if item:
            self.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        groups = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        items = (group.child(row) for group in groups if group for row in range(group.childCount()))
        return [item for item in items if item]

    @property
    def variable(self) -> Id | None:
        """The selected variable."""
        chosen = self.selectedItems()
        found: Id | None = chosen[0].data(0, ID) if chosen else None
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the variables, or say what they are for and which key makes the first."""
        super().paintEvent(event)
        if not self._items():
            draw_empty_state(QPainter(self.viewport()), self.viewport().rect(), NO_VARIABLES, ADD_THE_FIRST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if verb := self._keys.get(key_of(event)):
            verb()
        else:
            super().keyPressEvent(event)
