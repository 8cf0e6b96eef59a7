"""The text of an article is corrected while it is being coded, with keys and with the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.correcting.correction_dialog import CorrectionDialog
from gui.correcting.read_again_dialog import ReadAgainDialog
from gui.dialogs import asking
from models.actions.articles import import_articles
from models.articles.draft import Draft
from tests.example import TEXT, Example
from tests.journeys.desk import CTRL, SHIFT, Desk


@pytest.fixture
def dialog(at_work: Desk, qtbot: QtBot) -> CorrectionDialog:
    """Return the dialog with the text of the article on the screen."""
    return opened(at_work, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> CorrectionDialog:
    desk.actions["correct_text"].trigger()
    found = desk.window.workspace.correcting.dialog
    assert found
    qtbot.waitUntil(found.isActiveWindow)
    return found


def return_to_text(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    desk.text.setFocus()
    qtbot.waitUntil(desk.text.hasFocus)


def weigh(dialog: CorrectionDialog, qtbot: QtBot) -> None:
    """Wait until the dialog shows what becomes of the records."""
    qtbot.waitUntil(lambda: dialog.correction is not None and dialog.correction.text == dialog.editor.text)


def replace(desk: Desk, dialog: CorrectionDialog, words: str, others: str) -> None:
    """Find words with Ctrl+F, and type others in their place."""
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type(words)
    desk.press(Qt.Key.Key_Escape)
    assert dialog.editor.edit.textCursor().selectedText() == words
    desk.type(others)


def test_a_misprint_is_corrected_and_the_record_is_looked_at(
    at_work: Desk, dialog: CorrectionDialog, pattern: Example, qtbot: QtBot
) -> None:
    assert not dialog.yes.isEnabled()
    replace(at_work, dialog, "at least 12", "at least 15")
    weigh(dialog, qtbot)
    assert dialog.list.model().rowCount() == 1
    dialog.flag.click()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert at_work.window.workspace.correcting.look_list
    rows = at_work.window.workspace.correcting.look_list.list.model()
    assert [rows.index(0, column).data() for column in (1, 2)] == ["at least 12 new berths", "at least 15 new berths"]
    text = TEXT.replace("at least 12", "at least 15")
    assert at_work.records.text == at_work.text.text == text
    assert at_work.records.words(pattern.berths.id) == "at least 15 new berths"
    assert at_work.records.numbers[pattern.berths.id].value == 15
    assert at_work.records.numbers[pattern.berths.id].discuss
    look_list = at_work.window.workspace.correcting.look_list
    assert look_list
    look_list.next.click()
    assert at_work.selected == pattern.berths.id
    look_list.close()
    return_to_text(at_work, qtbot)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.records.text == at_work.text.text == TEXT
    assert at_work.records.numbers[pattern.berths.id].value == 12
    at_work.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert at_work.text.text == text


def test_caret_selection_and_marks_stay_with_their_words(at_work: Desk, pattern: Example, qtbot: QtBot) -> None:
    at_work.text.setFocus()
    at_work.text.select(*2 * (TEXT.index("300 metres"),))
    dialog = opened(at_work, qtbot)
    dialog.editor.edit.setFocus()
    at_work.press(Qt.Key.Key_Home, CTRL)
    at_work.type("News 🌊 of today")
    at_work.press(Qt.Key.Key_Return)
    weigh(dialog, qtbot)
    assert dialog.list.model().rowCount() == 0
    dialog.yes.click()
    assert at_work.records.text == f"News 🌊 of today\n{TEXT}"
    caret, _first = at_work.text.position()
    assert at_work.records.text[caret:].startswith("300 metres")
    marks = at_work.text.display.page.marks.index.of_record(pattern.lost.id)
    assert [at_work.text.text[mark.start : mark.end] for mark in marks] == ["“We lost nearly 300 metres in one night,”"]


def test_a_record_whose_words_are_gone_is_named_before_it_is_deleted(
    at_work: Desk, dialog: CorrectionDialog, pattern: Example, qtbot: QtBot
) -> None:
    replace(at_work, dialog, "at least 12 new berths", "more")
    weigh(dialog, qtbot)
    replace(at_work, dialog, "It wants more.", "x")
    weigh(dialog, qtbot)
    dialog.editor.put(TEXT.replace(" It wants at least 12 new berths.", ""))
    weigh(dialog, qtbot)
    assert "1 record is deleted" in dialog.summary.text()
    dialog.yes.click()
    assert pattern.berths.id not in at_work.records
    at_work.window.undoing.undo()
    assert at_work.records.words(pattern.berths.id) == "at least 12 new berths"


def test_a_text_without_words_cannot_be_confirmed(
    at_work: Desk, dialog: CorrectionDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "needs a text" in dialog.summary.text())
    assert not dialog.yes.isEnabled()
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    at_work.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert at_work.records.text == TEXT


def test_escape_asks_before_what_was_typed_is_dropped_and_closes_a_text_that_is_as_it_was(
    at_work: Desk, dialog: CorrectionDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: QWidget, question: str, *_words: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(asking, "confirm", refuse)
    at_work.type("New")
    at_work.press(Qt.Key.Key_Escape)
    assert asked == ["Discard what you have changed in the text?"]
    assert dialog.isVisible()
    assert dialog.editor.text.startswith("New")
    at_work.press(Qt.Key.Key_Z, CTRL)
    at_work.press(Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert not dialog.isVisible()


def test_the_words_in_the_table_are_those_of_the_new_text(
    at_work: Desk, dialog: CorrectionDialog, pattern: Example, qtbot: QtBot
) -> None:
    replace(at_work, dialog, "nearly 300", "almost 300")  # as long as before: no span moves
    weigh(dialog, qtbot)
    dialog.yes.click()
    view = at_work.statements.view
    shown = {view.lines.index(row, column).data() for row in range(view.lines.rowCount()) for column in range(4)}
    assert "“We lost almost 300 metres in one night,”" in shown
    at_work.window.workspace.correcting.look_list.close()  # type: ignore[union-attr]


def test_an_article_is_read_again_in_another_encoding(at_work: Desk, qtbot: QtBot) -> None:
    data = "Café reopens\n\nThe café in Århus reopened on Friday, said its owner, René Sørensen.\n".encode("cp1252")
    draft = Draft(data.decode("cp1251"), "Café", file_name="cafe.txt", original=data, encoding="windows-1251")
    edit = import_articles([draft])
    at_work.project.do(edit)
    at_work.project.article.open(edit.changes[0].row.id)
    at_work.actions["read_again"].trigger()
    dialog = at_work.window.workspace.correcting.dialog
    assert isinstance(dialog, ReadAgainDialog)
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("windows-1252"))
    qtbot.waitUntil(lambda: dialog.correction is not None and "Århus" in dialog.editor.text)
    dialog.yes.click()
    assert "The café in Århus" in at_work.text.text
    assert at_work.records.article.encoding == "windows-1252"
    at_work.window.undoing.undo()
    assert at_work.text.text == data.decode("cp1251")


def test_a_pasted_article_has_no_file_to_read_again(at_work: Desk) -> None:
    at_work.actions["read_again"].trigger()
    assert at_work.window.workspace.correcting.dialog is None
    assert "no file to read again" in at_work.status.words
