"""The menu of a right click in the text: Copy first, then what fits the place, in short groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.ids import Id

MOST_SHOWN = 32
"""Code points of a record's words that an entry repeats."""

Groups = tuple[tuple[str, ...], ...]
ON_A_SELECTION: Groups = (("request_claim", "request_number"), ("request_speaker", "request_boilerplate"))
WITH_A_CHOSEN_RECORD: Groups = (
    ("request_claim", "request_number"),
    ("request_speaker", "request_cue", "request_part", "request_boundaries"),
    ("request_boilerplate",),
)
ON_A_RECORD: Groups = (("edit_chosen", "request_boundaries", "request_delete"),)
IN_THE_TEXT: Groups = (("select_next_sentence", "request_claim", "request_boilerplate"),)
"""The commands that fit each place, by the names of their actions."""


@dataclass(frozen=True, slots=True)
class Place:
    """What there is where the menu was asked for: `records` are those that may be chosen there, with their words."""

    selected: bool
    chosen: bool
    on_record: bool
    records: Sequence[tuple[Id, str]]
    fold: str

    @property
    def commands(self) -> Groups:
        """The commands that fit."""
        if self.selected:
            return WITH_A_CHOSEN_RECORD if self.chosen else ON_A_SELECTION
        return ON_A_RECORD if self.on_record else IN_THE_TEXT


class ContextMenu(QMenu):
    """Made for one place; what cannot be done there now, or in a project that is read-only, is left away."""

    copy_wanted = Signal()
    record_wanted = Signal(str)
    fold_wanted = Signal()

    def __init__(self, parent: QWidget, place: Place, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self.setObjectName("text_menu")
        copy = self.addAction("C&opy\tCtrl+C", self.copy_wanted.emit)
        copy.setEnabled(place.selected)
        for names in place.commands:
            self._add_group(actions[name] for name in names if name in actions and actions[name].isEnabled())
        self._add_group(self._choosing(record, words) for record, words in place.records)
        if place.fold:
            self._add_group([self._entry(place.fold, self.fold_wanted)])

    def _add_group(self, actions: Iterable[QAction]) -> None:
        if group := list(actions):
            self.addSeparator()
            self.addActions(group)

    def _entry(self, words: str, wanted: SignalInstance) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _checked=False: wanted.emit())
        return action

    def _choosing(self, record: Id, words: str) -> QAction:
        short = words if len(words) <= MOST_SHOWN else words[:MOST_SHOWN].rstrip() + " …"
        action = QAction(f"Choose “{short}”".replace("&", "&&"), self)
        action.triggered.connect(lambda _checked=False: self.record_wanted.emit(record))
        return action
