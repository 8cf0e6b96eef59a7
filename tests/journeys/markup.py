"""Plant words that look like markup wherever a coder or a page can put words, and look where Qt takes them for it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

WORD = "Zqmark"
PLANTED = f'<b>{WORD}</b><img src="file:///etc/hostname">'
_BARE = re.compile(f"(?<!<b>){WORD}")
ROWS = 40
"""Rows and columns of a list that are looked at."""

Seen = tuple[str, bool]
"""The kind of place that shows the planted words, and whether it shows them as markup."""


def places() -> Iterator[Seen]:
    """Look at every widget there is, shown or not: labels, boxes, texts, tips, menus and the cells of lists."""
    for widget in QApplication.allWidgets():
        yield from _words(widget)
        yield from _tips(widget)
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            for action in widget.actions():
                yield from _tips(action)
        if isinstance(widget, QAbstractItemView) and (model := widget.model()):
            yield from _cells(f"{type(widget).__name__} {widget.objectName()}", model)


def _words(widget: QWidget) -> Iterator[Seen]:
    kind = type(widget).__name__
    match widget:
        case QMessageBox():
            for text in (widget.text(), widget.informativeText()):
                yield from _guessed(kind, text, widget.textFormat())
        case QLabel():
            yield from _guessed(
                f"{kind} {widget.objectName()} of {type(widget.parent()).__name__}", widget.text(), widget.textFormat()
            )
        case QTextEdit() | QPlainTextEdit():
            if WORD in (shown := widget.toPlainText()):
                yield kind, bool(_BARE.search(shown))


def _guessed(kind: str, text: str, form: Qt.TextFormat) -> Iterator[Seen]:
    """Where Qt may guess, it takes for markup what looks like it."""
    if WORD in text:
        yield kind, form != Qt.TextFormat.PlainText and f"<b>{WORD}" in text


def _tips(of: QWidget | QAction) -> Iterator[Seen]:
    """Tips are shown as markup if they look like it; then the planted words have to be escaped in them."""
    for name, tip in (("tip", of.toolTip()), ("what is this", of.whatsThis())):
        if WORD in tip:
            yield f"{name} of {type(of).__name__}", f"<b>{WORD}" in tip


def _cells(kind: str, model: QAbstractItemModel) -> Iterator[Seen]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(min(columns, ROWS)):
            index = model.index(row, column)
            if WORD in str(index.data()):
                yield kind, False
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and WORD in tip:
                yield f"tip of {kind}", f"<b>{WORD}" in tip


class Looking(QObject):
    """Collects what was seen in a run."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: set[str] = set()
        self.taken: set[str] = set()
        self.nameless: set[str] = set()
        """What Tab goes to and a screen reader has no name for."""

    def look(self) -> None:
        """Look once."""
        for kind, taken in places():
            (self.taken if taken else self.plain).add(kind)
        for widget in QApplication.allWidgets():
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _has_name(widget):
                self.nameless.add(f"{type(widget).__name__} “{widget.objectName()}” of {widget.window().windowTitle()}")


def _has_name(widget: QWidget) -> bool:
    """Return whether a screen reader has a name for a widget, or for the one around it, as for a box with a number."""
    around = widget.parentWidget()
    told = QAccessible.queryAccessibleInterface(widget)
    named = bool(told and told.text(QAccessible.Text.Name))
    return named or (isinstance(around, QAbstractSpinBox) and _has_name(around))
