"""The tables are asked for in the menu and lie in the folder; what was written is said."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from tests.journeys.desk import Desk
from tests.journeys.sight import said


def test_the_menu_writes_the_tables_and_says_where(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tables"
    monkeypatch.setattr(asking, "ask_folder", lambda _parent, _folder: folder)
    desk.open(study)
    desk.window.menus.actions["export"].trigger()
    assert said(desk) == "Writing tables …"
    assert desk.window.status._cancel.isHidden()  # it would do nothing: tables are written to their end
    qtbot.waitUntil(lambda: str(folder) in said(desk))
    assert {file.name for file in folder.iterdir()} >= {"statements.csv", "claims.csv", "numbers.csv", "speakers.csv"}
