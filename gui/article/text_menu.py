"""Open the context menu of the text: at the caret by a key, on the selection or at another place by the mouse."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTextEdit

from gui.article.caret_context import CaretContext
from gui.article.context_menu import ContextMenu, MenuPlace
from gui.article.folding import Folding
from gui.article.folds import Fold
from gui.article.hit_test import HitTest
from gui.widgets.letter_keys import Letters
from models.translation import _


class TextMenu(QObject):
    """Offers the actions of the edit; `letters` keeps their keys from acting while the menu is open."""

    record_wanted = Signal(str)

    def __init__(
        self, edit: QTextEdit, letters: Letters, hits: HitTest, context: CaretContext, folding: Folding
    ) -> None:
        super().__init__(edit)
        self._edit, self._letters, self._hits = edit, letters, hits
        self._context, self._folding = context, folding

    def open(self, event: QContextMenuEvent) -> None:
        """Open the menu at the caret for a key; else on the selection, or at the place, where the caret then goes."""
        caret = self._context.caret
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open(self._folding.fold_around(caret.offset), self._edit.cursorRect().bottomLeft())
            return
        point = self._edit.viewport().mapFromGlobal(event.globalPos())
        offset = self._hits.offset_at(point)
        start, end = caret.range
        if start == end or not start <= offset <= end:
            caret.put(offset)
        self._open(self._hits.labelled_fold_at(point.toPointF()) or self._folding.fold_around(offset), point)

    def _open(self, fold: Fold | None, point: QPoint) -> None:
        actions = {action.objectName(): action for action in self._edit.actions()}
        menu = ContextMenu(self._edit, self._place(fold), actions)
        self._letters.watch(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.copy_wanted.connect(self._edit.copy)
        menu.record_wanted.connect(self.record_wanted)
        if fold:
            menu.fold_wanted.connect(lambda: self._folding.toggle(fold))
        menu.popup(self._edit.viewport().mapToGlobal(point))

    def _place(self, fold: Fold | None) -> MenuPlace:
        selected, here = self._context.page.marks.selected, self._context.records()
        return MenuPlace(
            has_selection=self._context.caret.has_selection,
            has_record=selected is not None,
            on_record=selected in here,
            records=[(record, self._context.words_of(record)) for record in here if record != selected],
            fold=self._fold_words(fold) if fold else "",
        )

    def _fold_words(self, fold: Fold) -> str:
        words = _("Fold {lines}") if self._folding.is_open(fold) else _("Unfold {lines}")
        return words.format(lines=fold.label)
