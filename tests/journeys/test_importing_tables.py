"""A table goes into a spreadsheet and comes back: each change is shown, taken or left; one edit, one undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs import choosing_files
from gui.returning.returned_dialog import ReturnedDialog
from models.entities import Claim
from models.exports.options import Options, Separator
from tests.example import put
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.models.returning.edited import Edited


def claims(desk: Desk) -> list[Claim]:
    """Return the claims of the open article, in their order."""
    records = desk.project.records
    assert records
    return sorted(records.claims.values(), key=lambda each: each.id)


def edited(desk: Desk, folder: Path) -> Path:
    """Export the claims, and change two summaries, a mode and a position as Excel saves them."""
    table = Edited(desk.project.store, folder, "claims", Options(separator=Separator.COMMA))
    table.rows[0].update(summary="Forty million", mode="indirect", claim_start="1")
    table.rows[1].update(summary="Lost, 300 metres")
    table.rows.reverse()
    return table.write(encoding="utf-16", separator="\t")


def import_table(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> ReturnedDialog:
    """Import a table by the menu; return the dialog with its changes."""
    monkeypatch.setattr(choosing_files, "ask_table", lambda *_args: path)
    desk.actions["import_table"].trigger()
    work = desk.window.importing_tables
    qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    return work.dialog


def shown(dialog: ReturnedDialog) -> list[list[str]]:
    """Return the texts of the list."""
    model = dialog.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_changes_are_shown_taken_by_keys_and_mouse_and_undone_at_once(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = edited(at_work, tmp_path)
    before = claims(at_work)
    dialog = import_table(at_work, qtbot, monkeypatch, path)
    assert sorted(row[:3] for row in shown(dialog)) == [
        ["mode", "mixed", "indirect"],
        ["summary", "–", "Forty million"],
        ["summary", "–", "Lost, 300 metres"],
    ]
    labels = [dialog.part.itemText(at) for at in range(dialog.part.count())]
    assert labels[0] == "All changes (3)"
    assert "Columns that are not taken (1)" in labels
    assert claims(at_work) == before
    dialog.part.setCurrentIndex(labels.index("Changes of mode (1)"))
    assert [row[0] for row in shown(dialog)] == ["mode"]
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "2 Changes" in dialog.yes.text()
    dialog.part.setCurrentIndex(0)
    cell = dialog.list.visualRect(dialog.model.index(0, 0))
    box = QPoint(cell.left() + 10, cell.center().y())
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert "1 Change" in dialog.yes.text()
    QTest.mouseClick(dialog.take_none, Qt.MouseButton.LeftButton)
    assert not dialog.yes.isEnabled()
    QTest.mouseClick(dialog.take_all, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: claims(at_work) != before)
    assert {each.summary for each in claims(at_work)} == {"Forty million", "Lost, 300 metres"}
    assert "Ctrl+Z" in said(at_work)
    qtbot.waitUntil(at_work.window.isActiveWindow)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert claims(at_work) == before


def test_a_table_that_changes_nothing_cannot_be_imported_and_another_file_is_refused(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = Edited(at_work.project.store, tmp_path, "statements").path
    dialog = import_table(at_work, qtbot, monkeypatch, path)
    assert dialog.model.rowCount() == 0
    assert not dialog.yes.isEnabled()
    dialog.reject()
    path.write_text("role\nMayor\n", "utf-8")
    at_work.actions["import_table"].trigger()
    qtbot.waitUntil(at_work.window.middle.notice.isVisible)


def test_what_is_edited_while_a_table_is_read_is_compared_too(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = edited(at_work, tmp_path)
    monkeypatch.setattr(choosing_files, "ask_table", lambda *_args: path)
    at_work.actions["import_table"].trigger()
    changed = next(each for each in claims(at_work) if each.mode == "mixed")
    assert at_work.project.do(put(changed, "mode", "indirect"))
    work = at_work.window.importing_tables
    qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    assert "mode" not in {row[0] for row in shown(work.dialog)}
