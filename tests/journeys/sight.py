"""Read what a person sees at the desk, and what is in the file, for the checks of journeys."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from gui.editors.line_editor import LineEditor
from gui.tables.panel import TablePanel
from models.lines.statement import Statement
from models.store import Store
from tests.example import every_statement
from tests.gui.tables.acting import column
from tests.journeys.desk import Desk
from tests.waiting import let_read


def notice(desk: Desk) -> str:
    """Return what the notice over the text says; nothing when it is not shown."""
    return desk.notice.words


def said(desk: Desk) -> str:
    """Return what the line at the bottom says."""
    return desk.status.words


def cells(panel: TablePanel, name: str) -> list[str]:
    """Return what a column shows, from the first row to the last."""
    lines, at = panel.view.lines, column(panel, name)
    return [str(lines.data(lines.index(row, at))) for row in range(lines.rowCount())]


def claims_shown(desk: Desk) -> list[str]:
    """Return the words in the claim column of the statements."""
    return cells(desk.statements, "claim")


def go_to_cell(panel: TablePanel, row: int, name: str) -> None:
    """Make a cell the current one, with the keyboard there, as arrow keys would."""
    panel.view.setFocus()
    let_read(panel.project)
    panel.view.setCurrentIndex(panel.view.lines.index(row, column(panel, name)))


def type_in_cell(desk: Desk, row: int, name: str, words: str) -> None:
    """Open a cell of the statements, and type over what it holds; it stays open."""
    go_to_cell(desk.statements, row, name)
    desk.press(Qt.Key.Key_Return)
    desk.type(words)


def open_cell(desk: Desk) -> LineEditor:
    """Return the cell that is being typed in."""
    focus = desk.focus
    assert isinstance(focus, LineEditor), f"the keyboard is in {focus}"
    return focus


def field(desk: Desk, label: str) -> QWidget:
    """Return the editor of a field of the form that the details show."""
    found = desk.details.findChildren(QWidget, "detail_" + label.lower().replace(" ", "_"))
    shown = [each for each in found if each.isVisibleTo(desk.details)]
    assert shown, f"no field {label} is shown"
    return shown[0]


def typed_in(desk: Desk, label: str) -> str:
    """Return what a field of the details holds."""
    editor = field(desk, label)
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else str(editor.property("text"))


def type_into(desk: Desk, label: str, words: str) -> None:
    """Go to a field of the details and type over what it holds."""
    editor = field(desk, label)
    editor.setFocus()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    desk.type(words)


def marked(desk: Desk, record: str) -> list[str]:
    """Return the words of the article that are shown as marks of a record."""
    page = desk.text.display.page
    return [page.text[mark.start : mark.end] for mark in page.marks.index.of_record(record)]


def statements(path: Path) -> list[Statement]:
    """Return the lines that a project's file holds, read past the window."""
    with Store.open(path, read_only=True) as store:
        return every_statement(store)


def place_caret(desk: Desk, words: str, into: int = 1) -> None:
    """Put the caret so many letters into some words of the article, as a click there would."""
    view = desk.text
    at = view.text.index(words) + into
    cursor = view.display.page.document.cursor(at, at)
    view.setTextCursor(cursor)
    view.setFocus()


def held(line: Statement, field: str) -> Any:
    """Return a field of one of the records of a statement, such as "number.unit"; None where it has no such record."""
    record, name = field.split(".")
    return getattr(getattr(line, record), name, None)


def in_file(path: Path, field: str, row: int = 0) -> Any:
    """Return what a project's file holds in one line of its statements, by the name of the field as in `held`."""
    return held(statements(path)[row], field)


def columns_menu(desk: Desk) -> dict[str, QAction]:
    """Open the submenu that arranges the table in front; return its entries by their words."""
    menu = next(each for each in desk.window.menuBar().findChildren(QMenu) if each.title() == "&Columns and Rows")
    menu.aboutToShow.emit()
    return {each.text(): each for each in menu.actions() if not each.isSeparator()}
