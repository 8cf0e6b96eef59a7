"""The choices of a variable as a tree, in which they are added, renamed and moved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.commands.codebook_commands import (
    ADD,
    ADD_BELOW,
    DELETE,
    MERGE,
    MOVE_DOWN,
    MOVE_IN,
    MOVE_OUT,
    MOVE_UP,
    RENAME,
    SPLIT,
)
from gui.commands.command import Command
from gui.commands.pane_keys import Verb, key_of, verbs_by_key
from gui.widgets.empty_state import draw_empty_state
from models.codebook.answer_counts import AnswerCounts
from models.codebook.codebook import Codebook
from models.entities import Choice
from models.ids import Id
from models.text.typed_text import typed_line
from models.translation import _

ID = Qt.ItemDataRole.UserRole
LABEL, CODE, ANSWERS = range(3)
DOT = 12
"""The side of the dot in the colour of a choice, in pixels."""

Drop = QAbstractItemView.DropIndicatorPosition


class ChoiceTree(QTreeWidget):
    """Changes nothing itself: what the coder wants is a signal, and the tree is shown again after the edit."""

    selected = Signal()
    made = Signal(str, str, object)
    """A variable, by its id, is to have another choice: its label, and the one above it (an id, or None)."""
    renamed = Signal(str, str)
    recoded = Signal(str, str)
    """A choice, by its id, is to have another label or code."""
    moved = Signal(str, object, int)
    """A choice is to move below a parent (an id, or None), to a place among the choices there, counted from 0."""
    delete_requested = Signal()
    merge_requested = Signal()
    split_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("choices")
        self.setAccessibleName(_("Choices"))
        self.setHeaderLabels([_("Choice"), _("Code"), _("Answers")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(CODE, 120)
        self.setColumnWidth(ANSWERS, 80)
        self.setIconSize(QSize(DOT, DOT))
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self._variable: Id | None = None
        self._filling = False
        self._new: QTreeWidgetItem | None = None
        self._writable = True
        self._due: Callable[[], None] | None = None
        self.verbs: dict[Command, Verb] = {
            ADD: self.begin_new,
            ADD_BELOW: partial(self.begin_new, below=True),
            MOVE_UP: partial(self.move_by, -1),
            MOVE_DOWN: partial(self.move_by, 1),
            MOVE_IN: self.move_in,
            MOVE_OUT: self.move_out,
            MERGE: self.merge_requested.emit,
            SPLIT: self.split_requested.emit,
            DELETE: self.delete_requested.emit,
        }
        self._keys = verbs_by_key(self.verbs)
        self.verbs[RENAME] = self.rename  # the key is Qt's, which opens the cell that is current
        self.itemSelectionChanged.connect(self._tell)
        self.itemChanged.connect(self._take)
        self.itemDelegate().closeEditor.connect(self._give_up_new)
        self.itemDelegate().closeEditor.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)

    # What is shown

    def show_choices(self, codebook: Codebook, variable: Id | None, counts: AnswerCounts, *, writable: bool) -> None:
        """Show the choices of a variable as they are now; what was selected and folded stays so.

        While a cell is open, that waits until it is closed.
        """
        if self.state() == QAbstractItemView.State.EditingState and variable == self._variable:
            self._due = partial(self.show_choices, codebook, variable, counts, writable=writable)
            return
        self._due = None
        before, folded = self.choice, self._folded()
        self._filling, self._writable = True, writable
        self.clear()
        self._new = None
        items: dict[Id, QTreeWidgetItem] = {}
        if variable:
            rolled_up = counts.rolled_up(variable, codebook)
            for choice in codebook.choices_of(variable):
                parent = items.get(choice.parent or "") or self.invisibleRootItem()
                items[choice.id] = self._item(choice, parent, rolled_up[choice.id])
        self.expandAll()
        for each in folded & items.keys():
            items[each].setExpanded(False)
        if before in items and variable == self._variable:
            self.setCurrentItem(items[before])
        self._variable, self._filling = variable, False
        self._tell()

    def _item(self, choice: Choice, parent: QTreeWidgetItem, answers: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [choice.label, choice.value, f"{answers:,}" if answers else ""])
        item.setData(LABEL, ID, choice.id)
        item.setTextAlignment(ANSWERS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if choice.colour:
            item.setIcon(LABEL, dot(choice.colour))
        if self._writable:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _folded(self) -> set[Id]:
        items = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return {each.data(LABEL, ID) for each in items if each.childCount() and not each.isExpanded()}

    def _tell(self) -> None:
        if not self._filling:
            self.selected.emit()

    @property
    def choice(self) -> Id | None:
        """The selected choice."""
        chosen = self.selectedItems()
        found: Id | None = chosen[0].data(LABEL, ID) if chosen else None
        return found

    def choose(self, choice: Id) -> None:
        """Select a choice."""
        items = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        for each in items:
            if each.data(LABEL, ID) == choice:
                self.setCurrentItem(each)

    # Adding and renaming in place

    def begin_new(self, *, below: bool = False) -> None:
        """Open a line for a new choice: below the selected one, or at the end of those beside it."""
        if not self._writable or self._variable is None:
            return
        current = self.currentItem() if self.selectedItems() else None
        parent = current if below else current.parent() if current else None
        self._filling = True
        self._new = QTreeWidgetItem(parent or self.invisibleRootItem(), [""])
        self._new.setFlags(self._new.flags() | Qt.ItemFlag.ItemIsEditable)
        if parent:
            parent.setExpanded(True)
        self.setCurrentItem(self._new)
        self._filling = False
        self.setFocus()
        self.editItem(self._new, LABEL)

    def rename(self) -> None:
        """Open the label of the selected choice."""
        if item := self._selected_item():
            self.editItem(item, LABEL)

    def _take(self, item: QTreeWidgetItem, column: int) -> None:
        """Report what was typed into a cell."""
        if self._filling:
            return
        typed, choice = typed_line(item.text(column)), item.data(LABEL, ID)
        if item is self._new:
            parent = item.parent()
            if typed and column == LABEL:
                self.made.emit(self._variable, typed, parent.data(LABEL, ID) if parent else None)
        elif column == LABEL:
            self.renamed.emit(choice, typed or "")
        elif column == CODE:
            self.recoded.emit(choice, typed or "")

    def _give_up_new(self) -> None:
        """Remove the line of a new choice that got no label."""
        new = self._new
        if new and not typed_line(new.text(LABEL)):
            self._new, self._filling = None, True
            (new.parent() or self.invisibleRootItem()).removeChild(new)
            self._filling = False

    def _catch_up(self) -> None:
        """Show what has changed while a cell was open."""
        if self._due:
            self._due()

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close a cell; Tab opens no other, since the tree is shown again after the edit."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # Moving

    def move_by(self, step: int) -> None:
        """Move the selected choice up or down among those beside it."""
        if item := self._selected_item():
            parent = item.parent() or self.invisibleRootItem()
            at = parent.indexOfChild(item) + step
            if 0 <= at < parent.childCount():
                self.moved.emit(item.data(LABEL, ID), parent.data(LABEL, ID), at)

    def move_in(self) -> None:
        """Move the selected choice below the one before it."""
        if item := self._selected_item():
            parent = item.parent() or self.invisibleRootItem()
            if above := parent.child(parent.indexOfChild(item) - 1):
                self.moved.emit(item.data(LABEL, ID), above.data(LABEL, ID), above.childCount())

    def move_out(self) -> None:
        """Move the selected choice to the level above, after the one that it was below."""
        if (item := self._selected_item()) and (parent := item.parent()):
            above = parent.parent() or self.invisibleRootItem()
            self.moved.emit(item.data(LABEL, ID), above.data(LABEL, ID), above.indexOfChild(parent) + 1)

    def _selected_item(self) -> QTreeWidgetItem | None:
        return self.currentItem() if self._writable and self.choice else None

    def dropEvent(self, event: QDropEvent) -> None:
        """Report where the dragged choice was dropped; Qt moves nothing itself."""
        item, target = self._selected_item(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is None or item is target:
            return
        place = self.dropIndicatorPosition()
        if target is None or place == Drop.OnItem:
            parent = target or self.invisibleRootItem()
            at = parent.childCount() - (item.parent() is target)
        else:
            parent = target.parent() or self.invisibleRootItem()
            siblings = [parent.child(row) for row in range(parent.childCount()) if parent.child(row) is not item]
            at = siblings.index(target) + (place == Drop.BelowItem)
        self.moved.emit(item.data(LABEL, ID), parent.data(LABEL, ID), at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choices, or say which key makes the first."""
        super().paintEvent(event)
        if not self.topLevelItemCount():
            advice = _("Press Enter to add the first.")
            draw_empty_state(QPainter(self.viewport()), self.viewport().rect(), _("No choices yet"), advice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the tree; an open cell passes on some that are its own, such as Enter."""
        editing = self.state() == QAbstractItemView.State.EditingState
        verb = None if editing else self._keys.get(key_of(event))
        if verb:
            verb()
        else:
            super().keyPressEvent(event)


def dot(colour: str) -> QIcon:
    """Return a dot in the colour of a choice."""
    pixmap = QPixmap(2 * DOT, 2 * DOT)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(pixmap.rect())
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
