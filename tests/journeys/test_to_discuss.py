"""What is to be discussed: flagged with a key anywhere, seen wherever the record is, and listed in one place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.tables import RemarksPanel
from gui.tables.panel import TablePanel
from models.entities import Record
from models.ids import Id
from tests.example import Example, typed
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.snapshots import query

M = Qt.Key.Key_M


def flagged(study: Path) -> list[tuple[str, int]]:
    """Return how many records of each kind are to be discussed in the file."""
    tables = ("article", "speaker", "claim", "number")
    counts = ((table, query(study, f"SELECT sum(discuss) FROM {table}")[0][0]) for table in tables)
    return [(table, int(str(count))) for table, count in counts if count]


def remarks(desk: Desk) -> RemarksPanel:
    """Return the table of remarks."""
    return desk.window.workspace.panes.panel(RemarksPanel)


def listed(panel: TablePanel, name: str) -> list[str]:
    """Return the cells of a column."""
    column = next(at for at, each in enumerate(panel.view.lines.columns) if each.name == name)
    return [panel.view.lines.index(row, column).data() for row in range(panel.view.lines.rowCount())]


def show_remarks(desk: Desk, qtbot: QtBot, count: int) -> RemarksPanel:
    """Bring the remarks to the front by their key, and wait until so many are there."""
    desk.press(Qt.Key.Key_4, CTRL)
    panel = remarks(desk)
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == count)
    return panel


def test_a_key_flags_the_selected_claim_number_speaker_or_article_and_takes_the_flag_off(
    at_work: Desk, study: Path, pattern: Example
) -> None:
    at_work.press(M, CTRL)
    assert flagged(study) == [("article", 1)]
    at_work.choose(pattern.cost.id)
    at_work.press(M, CTRL)
    at_work.choose(pattern.berths.id)
    at_work.press(M, CTRL)
    at_work.show("speakers")
    at_work.speakers.view.choose(pattern.mayor.id)
    at_work.press(M, CTRL)
    assert flagged(study) == [("article", 1), ("speaker", 1), ("claim", 1), ("number", 1)]
    at_work.press(M, CTRL)
    assert flagged(study) == [("article", 1), ("claim", 1), ("number", 1)]
    at_work.press(Qt.Key.Key_Z, CTRL, times=5)
    assert flagged(study) == []


def test_several_selected_lines_are_flagged_by_one_edit(at_work: Desk, study: Path, qtbot: QtBot) -> None:
    at_work.statements.show_all(True)
    at_work.show("statements")
    qtbot.waitUntil(lambda: at_work.statements.view.lines.rowCount() == 3)
    at_work.press(Qt.Key.Key_Home, CTRL)
    at_work.press(Qt.Key.Key_Right)
    at_work.press(Qt.Key.Key_Down, SHIFT)
    at_work.press(M, CTRL)
    qtbot.waitUntil(lambda: flagged(study) == [("claim", 2)])
    assert "2 records" in str(at_work.project.undo_label)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert flagged(study) == []


def test_flags_and_notes_are_seen_in_the_cell_of_their_record_and_told_by_its_tooltip(
    at_work: Desk, pattern: Example
) -> None:
    at_work.show("statements")
    view = at_work.statements.view
    claim, value = (
        next(at for at, each in enumerate(view.lines.columns) if each.name == name) for name in ("claim", "value")
    )
    row = view.lines.row_of(pattern.lost.id)
    assert row is not None
    cell = view.visualRect(view.lines.index(row, claim))
    corner = cell.topRight() - QPoint(24, 0)
    size = cell.adjusted(cell.width() - 24, 0, 0, 12 - cell.height()).size()

    def picture() -> bytes:
        view.viewport().repaint()
        image = view.viewport().grab().toImage().copy(corner.x(), corner.y(), size.width(), size.height())
        return bytes(image.constBits())

    plain = picture()
    assert at_work.project.do(typed(pattern.lost, "note", "Which night?"))
    noted = picture()
    at_work.choose(pattern.lost.id)
    at_work.text.setFocus()
    selected = picture()
    at_work.press(M, CTRL)
    assert plain != noted
    assert picture() != selected
    tip = view.lines.index(row, claim).data(Qt.ItemDataRole.ToolTipRole)
    assert "To discuss" in tip and "Which night?" in tip
    assert "Which night?" not in str(view.lines.index(row, value).data(Qt.ItemDataRole.ToolTipRole))


def test_everything_that_is_flagged_or_noted_is_listed_in_text_order_and_enter_goes_to_it(
    at_work: Desk, pattern: Example, qtbot: QtBot
) -> None:
    project = at_work.project
    assert project.records
    told: list[tuple[Record, str]] = [
        (pattern.union, "who leads it?"),
        (pattern.millions, "of 2026"),
        (project.records.article, "an early version"),
        (pattern.lost, "Which night?"),
    ]
    for record, note in told:
        assert project.do(typed(record, "note", note))
    at_work.choose(pattern.berths.id)
    at_work.press(M, CTRL)
    panel = show_remarks(at_work, qtbot, 5)
    assert listed(panel, "kind") == ["Article", "Number", "Claim", "Number", "Speaker"]
    assert listed(panel, "note") == ["an early version", "of 2026", "Which night?", "", "who leads it?"]
    assert listed(panel, "discuss") == ["", "", "", "yes", ""]
    assert panel.bar.count.text() == "1 to discuss · 4 notes"
    assert at_work.focus is panel.view
    at_work.press(Qt.Key.Key_Home, CTRL)
    at_work.press(Qt.Key.Key_Right, times=2)
    at_work.press(Qt.Key.Key_Down, times=2)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.selected == pattern.lost.id
    assert at_work.text.hasFocus()
    at_work.press(Qt.Key.Key_4, CTRL)
    at_work.press(Qt.Key.Key_Down, times=2)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.table is at_work.speakers
    assert at_work.selected == pattern.union.id


def test_in_the_list_flags_are_taken_off_and_notes_are_written(
    at_work: Desk, pattern: Example, qtbot: QtBot, study: Path
) -> None:
    for record in (pattern.cost.id, pattern.lost.id):
        at_work.choose(record)
        at_work.press(M, CTRL)
    panel = show_remarks(at_work, qtbot, 3)
    at_work.press(Qt.Key.Key_Home, CTRL)
    note = next(at for at, each in enumerate(panel.view.lines.columns) if each.name == "note")
    panel.view.setCurrentIndex(panel.view.lines.index(0, note))
    at_work.type("ask")
    at_work.press(Qt.Key.Key_Return)
    assert query(study, "SELECT note FROM claim WHERE discuss = 1 AND note IS NOT NULL") == [("ask",)]
    at_work.press(Qt.Key.Key_Home, CTRL)
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(M, CTRL)
    at_work.press(M, CTRL)  # the first time all are flagged, since one was not
    assert flagged(study) == []
    qtbot.waitUntil(lambda: listed(panel, "note") == ["ask", "of 2026"])
    at_work.press(Qt.Key.Key_Z, CTRL, times=2)
    qtbot.waitUntil(lambda: listed(panel, "discuss") == ["yes", "", "yes"])


def test_the_list_is_filtered_by_its_switches_and_by_words(at_work: Desk, pattern: Example, qtbot: QtBot) -> None:
    assert at_work.project.do(typed(pattern.lost, "note", "Which night?"))
    at_work.choose(pattern.cost.id)
    at_work.press(M, CTRL)
    panel = show_remarks(at_work, qtbot, 3)
    for wanted, found in (("To discuss", [pattern.cost.id]), ("Notes", [pattern.millions.id, pattern.lost.id])):
        button = next(each for each in panel._switches.values() if each.text() == wanted)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert [panel.view.lines.record_at(row, 0) for row in range(panel.view.lines.rowCount())] == found
    panel.filter.setText("metres")
    assert panel.view.lines.rowCount() == 1
    panel.filter.setText("nobody would")
    assert panel.view.lines.rowCount() == 0
    assert "filter" in panel.view.hint[0]


def test_records_of_other_articles_are_listed_and_gone_to(at_work: Desk, pattern: Example, qtbot: QtBot) -> None:
    other: Id = pattern.other.id
    assert at_work.project.article.open(other)
    at_work.text.setFocus()
    at_work.press(M, CTRL)
    assert at_work.project.article.open(pattern.article.id)
    QApplication.processEvents()
    panel = show_remarks(at_work, qtbot, 2)
    row = panel.view.lines.row_of(other)
    assert row is not None
    panel.view.setCurrentIndex(panel.view.lines.index(row, 2))
    at_work.press(Qt.Key.Key_Return)
    assert at_work.records.article.id == other


def test_the_menu_of_a_table_flags_too(at_work: Desk, pattern: Example, study: Path) -> None:
    at_work.show("statements")
    at_work.statements.view.choose(pattern.lost.id)
    menu = at_work.statements.view.menu()
    (entry,) = (action for action in menu.actions() if action.text().startswith("To Di&scuss"))
    entry.trigger()
    menu.deleteLater()
    assert flagged(study) == [("claim", 1)]


def test_several_articles_selected_in_the_list_are_flagged_and_marked_there(
    at_work: Desk, study: Path, qtbot: QtBot
) -> None:
    listed = at_work.articles.view
    listed.setFocus()
    at_work.press(Qt.Key.Key_Home)
    at_work.press(Qt.Key.Key_Down, SHIFT)
    assert listed.selected_count() == 2
    row = listed.visualRect(listed.model().index(0, 0))
    corner = QRect(row.right() - 20, row.top(), 20, 14)
    before = listed.viewport().grab(corner).toImage()
    at_work.press(M, CTRL)
    qtbot.waitUntil(lambda: flagged(study) == [("article", 2)])
    assert listed.viewport().grab(corner).toImage() != before
    assert "To discuss" in listed.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert flagged(study) == []


def test_the_margin_of_the_text_shows_where_flagged_and_noted_records_begin(at_work: Desk, pattern: Example) -> None:
    text = at_work.text
    height = text.viewport().height()

    def margin() -> QImage:
        text.viewport().repaint()
        return text.viewport().grab(QRect(0, 0, 14, height)).toImage()

    at_work.choose(pattern.cost.id)
    plain = margin()
    at_work.press(M, CTRL)
    flagged_ = margin()
    assert flagged_ != plain
    assert at_work.project.do(typed(at_work.records.claims[pattern.cost.id], "note", "sure?"))
    assert margin() not in (plain, flagged_)
    at_work.press(Qt.Key.Key_Z, CTRL, times=2)
    assert margin() == plain


def test_articles_are_deleted_from_the_list_of_remarks(
    at_work: Desk, pattern: Example, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = pattern.other.id
    assert at_work.project.article.open(other)
    at_work.text.setFocus()
    at_work.press(M, CTRL)
    assert at_work.project.article.open(pattern.article.id)
    panel = show_remarks(at_work, qtbot, 2)
    row = panel.view.lines.row_of(other)
    assert row is not None
    panel.view.setCurrentIndex(panel.view.lines.index(row, 2))
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    at_work.press(Qt.Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: other not in at_work.articles.model.known)
    assert at_work.project.undo_label
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert other in at_work.articles.model.known
