"""The context menu of the text: Copy first, then what fits the place, in short groups."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTextEdit

from gui.article.caret_context import CaretContext
from gui.article.folding import Folding
from gui.article.folds import Fold
from gui.article.hits import Hits
from gui.commands.cell_commands import COPY
from gui.commands.offered_in_text import (
    IN_THE_TEXT,
    ON_A_RECORD,
    ON_A_SELECTION,
    SUGGESTED,
    WITH_A_SELECTED_RECORD,
    Groups,
)
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_command, add_entry
from models.text.excerpts import shortened
from models.translation import _

MOST_SHOWN = 32
"""Code points of a record's words that an entry repeats."""


class TextMenu(QObject):
    """Offers the actions of the edit that are possible."""

    record_wanted = Signal(str)

    def __init__(self, edit: QTextEdit, hits: Hits, context: CaretContext, folding: Folding) -> None:
        super().__init__(edit)
        self._edit, self._hits = edit, hits
        self._context, self._caret, self._folding = context, context.caret, folding

    def open(self, event: QContextMenuEvent) -> None:
        """Open the menu at the caret for a key; else on the selection, or at the place, where the caret then goes."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open(self._folding.fold_around(self._caret.offset), self._edit.cursorRect().bottomLeft())
            return
        point = self._edit.viewport().mapFromGlobal(event.globalPos())
        offset = self._hits.offset_at(point)
        start, end = self._caret.range
        if start == end or not start <= offset <= end:
            self._caret.put(offset)
        self._open(self._hits.labelled_fold_at(point.toPointF()) or self._folding.fold_around(offset), point)

    def _open(self, fold: Fold | None, point: QPoint) -> None:
        menu = LetterMenu(self._edit)
        menu.setObjectName("text_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        words = _("C&opy")  # the letter C is that of Claim here
        add_command(menu, COPY, self._edit.copy, words=words, enabled=self._caret.has_selection)
        self._add_commands(menu)
        self._add_records(menu)
        if fold:
            words = _("Fold {lines}") if self._folding.is_open(fold) else _("Unfold {lines}")
            menu.addSeparator()
            add_entry(menu, words.format(lines=fold.label), partial(self._folding.toggle, fold))
        menu.popup(self._edit.viewport().mapToGlobal(point))

    def _add_commands(self, menu: QMenu) -> None:
        """Add the commands that fit and are possible."""
        actions = {action.objectName(): action for action in self._edit.actions() if action.isEnabled()}
        for group in self._commands():
            if possible := [actions[command.name] for command in group if command.name in actions]:
                menu.addSeparator()
                menu.addActions(possible)

    def _commands(self) -> Groups:
        selected = self._context.page.marks.selected
        if self._caret.has_selection:
            return ON_A_SELECTION if selected is None else WITH_A_SELECTED_RECORD
        if self._context.suggestion():
            return SUGGESTED
        return ON_A_RECORD if selected in self._context.records() else IN_THE_TEXT

    def _add_records(self, menu: QMenu) -> None:
        """Add the other records that are there, to be selected."""
        others = [record for record in self._context.records() if record != self._context.page.marks.selected]
        if others:
            menu.addSeparator()
        for record in others:
            words = shortened(self._context.words_of(record), MOST_SHOWN)
            label = _("Choose “{words}”").format(words=words).replace("&", "&&")
            add_entry(menu, label, partial(self.record_wanted.emit, record))
