"""The menu of a right click in the text: Copy first, then what fits the place, in short groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.widgets.menu_entries import add_entry
from models.ids import Id
from models.text.excerpts import shortened
from models.translation import _

MOST_SHOWN = 32
"""Code points of a record's words that an entry repeats."""

Groups = tuple[tuple[str, ...], ...]
ON_A_SELECTION: Groups = (("request_claim", "request_number"), ("request_speaker", "request_boilerplate"))
WITH_A_SELECTED_RECORD: Groups = (
    ("request_claim", "request_number"),
    ("request_speaker", "request_cue", "request_part", "request_boundaries"),
    ("request_boilerplate",),
)
ON_A_RECORD: Groups = (("edit_chosen", "request_boundaries", "request_delete"),)
IN_THE_TEXT: Groups = (("select_next_sentence", "request_claim", "request_boilerplate"),)
"""The commands that fit each place, by the names of their actions."""


@dataclass(frozen=True, slots=True)
class MenuPlace:
    """What there is where the menu is opened.

    `records` are those that can be selected there, with their words; `fold` folds or unfolds the lines, "" for none.
    """

    has_selection: bool
    has_record: bool
    on_record: bool
    records: Sequence[tuple[Id, str]]
    fold: str

    @property
    def commands(self) -> Groups:
        """The commands that fit."""
        if self.has_selection:
            return WITH_A_SELECTED_RECORD if self.has_record else ON_A_SELECTION
        return ON_A_RECORD if self.on_record else IN_THE_TEXT


class ContextMenu(QMenu):
    """Made for one place; what cannot be done there now, or in a project that is read-only, is left out."""

    copy_wanted = Signal()
    record_wanted = Signal(str)
    fold_wanted = Signal()

    def __init__(self, parent: QWidget, place: MenuPlace, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent)
        self.setObjectName("text_menu")
        add_entry(self, _("C&opy"), self.copy_wanted.emit, key="Ctrl+C", enabled=place.has_selection)
        for names in place.commands:
            possible = [actions[name] for name in names if name in actions and actions[name].isEnabled()]
            if possible:
                self.addSeparator()
                self.addActions(possible)
        if place.records:
            self.addSeparator()
        for record, words in place.records:
            label = _("Choose “{words}”").format(words=shortened(words, MOST_SHOWN)).replace("&", "&&")
            add_entry(self, label, partial(self.record_wanted.emit, record))
        if place.fold:
            self.addSeparator()
            add_entry(self, place.fold, self.fold_wanted.emit)
