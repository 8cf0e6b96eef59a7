"""What the text offers where one works with the mouse: the menu of a place, and the bar beside a selection."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QContextMenuEvent, QCursor

from gui.article.context_menu import ContextMenu, Place
from gui.article.folds import Fold
from gui.article.selection_bar import SelectionBar
from gui.article.stepping import SteppingView
from gui.widgets.letter_keys import Letters


class AtHand(QObject):
    """Offers the commands of a text, which are its actions; `letters` keeps their keys out of the menu."""

    def __init__(self, view: SteppingView, letters: Letters) -> None:
        super().__init__(view)
        self._view, self._letters = view, letters
        self.bar = SelectionBar(view)
        for leaving in (view.selectionChanged, view.page_turned, view.verticalScrollBar().valueChanged):
            leaving.connect(self.bar.hide)
        view.selected_by_mouse.connect(self._offer_bar)

    def open_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu at the caret for a key; else of the selection or of the place, where the caret then goes."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open(self._fold_of(self._view.caret), self._view.cursorRect().bottomLeft())
            return
        point = self._view.viewport().mapFromGlobal(event.globalPos())
        offset = self._view.place_at(point)
        start, end = self._view.selection()
        if start == end or not start <= offset <= end:
            self._view.put_caret(offset)
        self._open(self._view.fold_labelled_at(point) or self._fold_of(offset), point)

    def _fold_of(self, offset: int) -> Fold | None:
        return self._view.page.folds.holding(self._view.page.lines.at(offset))

    def _open(self, fold: Fold | None, point: QPoint) -> None:
        view = self._view
        self.bar.hide()
        menu = ContextMenu(view, self._place(fold), {action.objectName(): action for action in view.actions()})
        self._letters.watch(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.copy_wanted.connect(view.copy)
        menu.record_wanted.connect(lambda record: view.record_chosen.emit(record, ""))
        if fold:
            menu.fold_wanted.connect(lambda: view.toggle_fold(fold))
        menu.popup(view.viewport().mapToGlobal(point))

    def _place(self, fold: Fold | None) -> Place:
        """What there is at the caret or selection, and what folds or unfolds these lines."""
        page, selected = self._view.page, self._view.textCursor().hasSelection()
        here = [] if selected else page.marks.at(self._view.caret)
        others = {mark.id: page.marks.of_record(mark.id)[0] for mark in here if mark.id != page.chosen}
        return Place(
            selected=selected,
            chosen=page.chosen is not None,
            on_record=any(mark.id == page.chosen for mark in here),
            records=[(record, page.text[mark.start : mark.end]) for record, mark in others.items()],
            fold=f"{'Fold' if page.folds.is_open(fold) else 'Unfold'} {fold.label}" if fold else "",
        )

    def _offer_bar(self) -> None:
        self.bar.offer(self._view.actions(), self._view.selected_lines(), self._view.mapFromGlobal(QCursor.pos()))
