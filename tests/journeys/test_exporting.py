"""The tables are exported from the menu into a folder; a notice says what was written, and opens the folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.dialogs.export import ExportDialog, outcome
from models.exports.csv_files import Csv
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import notice, said


def export(desk: Desk, qtbot: QtBot) -> None:
    """Ask for the tables by keys, and wait until what was written is said."""
    desk.notice.hide()
    desk.press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: notice(desk) != "")


def test_the_menu_writes_the_tables_and_says_where(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tables"
    monkeypatch.setattr(asking, "ask_folder", lambda _parent, _folder: folder)
    desk.open(study)
    desk.actions["export"].trigger()
    assert said(desk) == "Writing tables …"
    assert desk.status._cancel.isHidden()  # it would do nothing: tables are written to their end
    qtbot.waitUntil(lambda: str(folder) in said(desk))
    assert {file.name for file in folder.iterdir()} == set(Csv.names)


def test_what_was_exported_is_told_in_full_with_a_button_that_opens_the_folder(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a" / "tables"
    opened: list[QUrl] = []

    def show(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(asking, "ask_folder", lambda _parent, _folder: folder)
    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    desk.open(study)
    export(desk, qtbot)
    assert all(words in notice(desk) for words in (str(folder), "statements.csv: 3 rows", "1 claim has no speaker."))
    (button,) = desk.notice.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [folder]
    assert desk.text.hasFocus()


def test_tables_that_are_there_are_replaced_after_one_question(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, asked, answers = tmp_path / "tables", list[tuple[str, ...]](), [False, True]
    monkeypatch.setattr(asking, "ask_folder", lambda _parent, _folder: folder)
    desk.open(study)
    export(desk, qtbot)
    (folder / "statements.csv").write_text("mine", "utf-8")
    (folder / "notes.csv").write_text("mine", "utf-8")

    def answer(_parent: object, *words: str) -> bool:
        asked.append(words)
        return answers.pop(0)

    monkeypatch.setattr(asking, "confirm", answer)
    desk.press(Qt.Key.Key_E, CTRL)
    assert not desk.window.works.busy
    assert (folder / "statements.csv").read_text("utf-8") == "mine"
    export(desk, qtbot)
    assert (folder / "statements.csv").read_text("utf-8") != "mine"
    assert (folder / "notes.csv").read_text("utf-8") == "mine"
    assert len(asked) == 2
    assert "statements.csv" in asked[0][1]
    assert "notes.csv" not in asked[0][1]


def test_the_folder_of_last_time_is_offered_again(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Path] = []

    def ask(_parent: object, folder: Path) -> Path:
        offered.append(folder)
        return tmp_path / f"tables {len(offered)}"

    monkeypatch.setattr(asking, "ask_folder", ask)
    desk.open(study)
    export(desk, qtbot)
    export(desk, qtbot)
    assert offered == [study.with_name("study tables"), tmp_path / "tables 1"]


def test_the_dialog_takes_a_folder_that_is_not_there_yet(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = ExportDialog(desk.window, tmp_path / "study tables")
    qtbot.addWidget(dialog)
    path = dialog.findChild(QLineEdit)
    assert isinstance(path, QLineEdit)
    path.setText(str(tmp_path / "new" / "one"))
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    (button,) = [each for each in buttons.buttons() if each.text() == "Export"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.result() == ExportDialog.DialogCode.Accepted
    assert dialog.folder == tmp_path / "new" / "one"


def test_the_dialog_says_what_will_happen_to_the_folder(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "claims.csv").touch()
    (tmp_path / "file").touch()
    paths: dict[str, Path | str] = {
        "new": tmp_path / "new",
        "there": tmp_path,
        "full": tmp_path / "full",
        "file": tmp_path / "file",
        "under a file": tmp_path / "file" / "folder",
        "relative": Path("tables"),
        "nothing": "",
    }
    said = {name: outcome(path) for name, path in paths.items()}
    assert {name for name, (_, possible) in said.items() if possible} == {"new", "there", "full"}
    assert "will be created" in said["new"][0]
    assert "will be replaced" in said["full"][0]


def test_the_key_exports_from_a_filter_too(
    desk: Desk, qtbot: QtBot, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt on Linux takes Ctrl+E in a line to go to its end."""
    folders = [tmp_path / "filter", tmp_path / "field"]
    monkeypatch.setattr(asking, "ask_folder", lambda _parent, _folder: folders.pop())
    desk.open(study)
    for line in (desk.articles.filter, desk.details.findChildren(QLineEdit)[0]):
        line.setFocus()
        export(desk, qtbot)
