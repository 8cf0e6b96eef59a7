"""The speakers go into a spreadsheet and come back: a preview, one edit, one undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.changing.preview_dialog import PreviewDialog
from gui.dialogs import choosing_files
from models.entities import Speaker
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said


def names(desk: Desk) -> set[str]:
    """Return the names of all speakers."""
    return {each.name for each in desk.project.registry.speakers.values()}


def speaker(desk: Desk, name: str) -> Speaker:
    """Return a speaker by name."""
    found = desk.project.registry.find(name)
    assert found
    return found


def import_list(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> PreviewDialog:
    """Import a list by the menu; return the preview."""
    monkeypatch.setattr(choosing_files, "ask_speakers", lambda *_args: path)
    desk.actions["import_speakers"].trigger()
    work = desk.window.listing_speakers
    qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    return work.dialog


def test_speakers_are_written_changed_elsewhere_and_imported_after_a_preview_with_one_undo(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "speakers.csv"
    monkeypatch.setattr(choosing_files, "ask_speakers_file", lambda *_args: path)
    at_work.actions["export_speakers"].trigger()
    assert "Wrote 2 speakers" in said(at_work)
    text = path.read_text("utf-8-sig").replace("Mayor", "Mayor of Aldersund").replace(",", ";")
    path.write_bytes(f"{text}Nils Aas;captain;;;;;\r\n".encode("utf-16"))
    before = names(at_work)
    dialog = import_list(at_work, qtbot, monkeypatch, path)
    model = dialog.preview.list.model()
    shown = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [row[0] for row in shown] == ["Kind", "Role", "New speaker"]
    assert shown[1][1:3] == ["Mayor", "Mayor of Aldersund"]
    assert shown[2][2:] == ["Nils Aas", "Line 4: Nils Aas"]
    assert names(at_work) == before
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(at_work) == {*before, "Nils Aas"})
    assert speaker(at_work, "Ida Brekke").role == "Mayor of Aldersund"
    assert "Ctrl+Z" in said(at_work)
    qtbot.waitUntil(at_work.window.isActiveWindow)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert names(at_work) == before
    assert speaker(at_work, "Ida Brekke").role == "Mayor"


def test_a_list_that_changes_nothing_cannot_be_confirmed_and_one_that_is_none_is_refused(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "speakers.csv"
    path.write_text("name\nIda Brekke\n", "utf-8")
    dialog = import_list(at_work, qtbot, monkeypatch, path)
    assert not dialog.yes.isEnabled()
    dialog.reject()
    path.write_text("role\nMayor\n", "utf-8")
    at_work.actions["import_speakers"].trigger()
    notice = at_work.window.middle.notice
    qtbot.waitUntil(notice.isVisible)
