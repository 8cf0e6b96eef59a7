"""Project > History lists what was done beside the work, and leads to the place of each edit."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.history.history_window import HistoryWindow
from tests.example import Example, typed
from tests.journeys.desk import Desk


def history(desk: Desk, qtbot: QtBot) -> HistoryWindow:
    """Open the history from the menu, and wait until its first page is there."""
    desk.actions["show_history"].trigger()
    shown = desk.window.showing_history.shown
    assert shown
    qtbot.waitUntil(lambda: shown.current() is not None)
    return shown


def newest(shown: HistoryWindow, qtbot: QtBot, words: str) -> None:
    """Wait until the first edit in the list was this."""
    qtbot.waitUntil(lambda: words in str(shown.model.index(0, 2).data()))


def test_the_history_follows_the_work_and_leads_to_the_place(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    desk.project.do(typed(pattern.cost, "note", "check"))
    desk.project.article.open(pattern.other.id)
    shown = history(desk, qtbot)
    newest(shown, qtbot, "Change Note")
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert (desk.records.article.id, desk.selected) == (pattern.article.id, pattern.cost.id)
    desk.window.undoing.undo()
    newest(shown, qtbot, "Undo: Change Note")
    shown.filters.article.list.setCurrentIndex(1)
    qtbot.waitUntil(lambda: pattern.article.title[:10] in shown.filters.article.list.currentText())
    desk.window.close()
    assert desk.window.showing_history.shown is None


def test_one_earlier_edit_is_reverted_alone_and_that_is_undone_like_any_other(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    desk.project.do(typed(pattern.cost, "note", "check"))
    desk.project.do(typed(desk.records.claims[pattern.cost.id], "summary", "forty"))
    shown = history(desk, qtbot)
    newest(shown, qtbot, "Change Summary")
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    QTest.mouseClick(shown.revert, Qt.MouseButton.LeftButton)
    newest(shown, qtbot, "Revert: Change Note")
    claim = desk.records.claims[pattern.cost.id]
    assert (claim.note, claim.summary) == (None, "forty")
    assert "is reverted" in shown.told.text()
    QTest.keyClick(shown.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.records.claims[pattern.cost.id].note == "check"


def test_what_stands_in_the_way_is_said_and_nothing_is_changed(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    desk.project.do(typed(pattern.cost, "note", "check"))
    desk.project.do(typed(desk.records.claims[pattern.cost.id], "note", "checked"))
    shown = history(desk, qtbot)
    newest(shown, qtbot, "Change Note")
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    QTest.keyClick(shown, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "A later edit depends on it: Change Note" in shown.told.text())
    assert desk.records.claims[pattern.cost.id].note == "checked"


def test_the_history_closes_with_escape_and_opens_again(at_work: Desk, qtbot: QtBot) -> None:
    shown = history(at_work, qtbot)
    QTest.keyClick(shown.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: at_work.window.showing_history.shown is None)
    assert history(at_work, qtbot).isVisible()
