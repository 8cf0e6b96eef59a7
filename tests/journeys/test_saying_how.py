"""What files do not say is asked in a dialog with a preview: columns of tables, names of files, unknown databases."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.describing.columns_dialog import ROLES, ColumnsDialog
from gui.describing.file_names_dialog import FileNamesDialog
from gui.describing.profile_dialog import ProfileDialog
from gui.dialogs import choosing_files
from gui.incoming.incoming_window import IncomingWindow
from models.articles.database_profile import profiles_in
from models.articles.kept_readings import PROFILES
from models.articles.tables.columns import Role
from tests.journeys.desk import Desk
from tests.journeys.test_files import preview

BODY = "The bridge at Hexley will be closed until May, the council said on Monday. Nobody was surprised by it."
COLUMN = {role: at for at, (role, _words) in enumerate(ROLES)}


def asked(desk: Desk, qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    """Wait for a dialog, and return it."""
    saying = desk.window.importing.saying_how
    qtbot.waitUntil(lambda: isinstance(saying.dialog, kind) and saying.dialog.isVisible())
    assert saying.dialog
    return saying.dialog


def table(path: Path, *titles: str) -> Path:
    rows = "\n".join(f'{title},"{BODY}","{BODY} {title}!"' for title in titles)
    path.write_text(f"caption,comment,words\n{rows}\n", "utf-8")
    return path


def titles_in(window: IncomingWindow) -> Sequence[str]:
    return [each.draft.title for each in window.incoming.entries if each.draft]


def test_columns_that_are_not_certain_are_asked_once(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    desk.window.importing.import_paths([table(tmp_path / "a.csv", "Bridge", "Ferry")])
    dialog = asked(desk, qtbot, ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    assert not dialog.buttons.yes.isEnabled()
    dialog.roles[0].setCurrentIndex(COLUMN[Role.TITLE])
    dialog.roles[2].setFocus()
    QTest.keyClicks(dialog.roles[2], "te")
    assert dialog.preview.fields["title"].text() == "Bridge"
    assert dialog.preview.text.toPlainText().endswith("Bridge!")
    QTest.keyClick(dialog.buttons.yes, Qt.Key.Key_Return)
    assert titles_in(preview(desk, qtbot)) == ["Bridge", "Ferry"]
    desk.add_incoming()
    qtbot.waitUntil(lambda: not (desk.window.works.busy or desk.project.writing or desk.window.importing.window))
    desk.window.importing.import_paths([table(tmp_path / "b.csv", "Harbour")])
    assert titles_in(preview(desk, qtbot)) == ["Harbour"]
    preview(desk, qtbot).reject()


def test_without_an_answer_the_other_files_are_shown(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    (tmp_path / "page.txt").write_text(BODY, "utf-8")
    desk.window.importing.import_paths([table(tmp_path / "a.csv", "Bridge"), tmp_path / "page.txt"])
    QTest.keyClick(asked(desk, qtbot, ColumnsDialog), Qt.Key.Key_Escape)
    window = preview(desk, qtbot)
    assert len(titles_in(window)) == 1 and len(window.incoming.entries) == 2
    window.reject()


def test_names_of_files_complete_what_was_found(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    names = ("Post - 2015-01-23 - Bridge - again.txt", "other.txt")
    for name in names:
        (tmp_path / name).write_text(f"{name}. {BODY}", "utf-8")
    desk.window.importing.import_paths([tmp_path / name for name in names])
    window = preview(desk, qtbot)
    before = titles_in(window)
    QTest.mouseClick(window.found.names, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FileNamesDialog)
    assert dialog is not None and dialog.isVisible()
    assert [dialog.names.index(row, 1).data() for row in range(2)] == ["does not fit", "Post"]
    QTest.keyClicks(dialog.pattern, "nonsense")
    assert not dialog.buttons.yes.isEnabled()
    dialog.pattern.clear()
    for button, between in zip(dialog.words[:3], (" - ", " - ", ""), strict=True):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClicks(dialog.pattern, between)
    QTest.keyClick(dialog.pattern, Qt.Key.Key_Return)
    draft = window.incoming.entries[0].draft
    assert draft and (draft.outlet, draft.published, draft.title) == ("Post", "2015-01-23", "Bridge - again")
    assert any("does not fit" in warning for warning in window.incoming.entries[1].warnings)
    window.undo()
    assert titles_in(window) == before
    window.reject()


EXPORT = "".join(
    f"Document {number} of 2\n\nOtsikko: {title}\nLehti: Post\n\n{BODY}\n\n" for number, title in enumerate("AB", 1)
)


def described(dialog: QDialog) -> ProfileDialog:
    """Fill the fields of a profile."""
    assert isinstance(dialog, ProfileDialog)
    assert dialog.form.lines["name"].text() == "export"
    dialog.form.lines["name"].clear()
    typed = {"name": "Kirjasto", "separator": "Document # of #", "title": "Otsikko", "outlet": "Lehti"}
    for name, words in typed.items():
        QTest.keyClicks(dialog.form.lines[name], words)
    dialog.look()
    assert dialog.preview.summary.text().startswith("2 articles")
    assert dialog.preview.fields["title"].text() == "A"
    return dialog


def test_an_unknown_database_is_described_once(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    path = tmp_path / "export.txt"
    path.write_text(EXPORT, "utf-8")
    desk.window.importing.import_paths([path])
    dialog = described(asked(desk, qtbot, ProfileDialog))
    QTest.keyClick(dialog.form.lines["outlet"], Qt.Key.Key_Return)
    assert titles_in(preview(desk, qtbot)) == ["A", "B"]
    preview(desk, qtbot).reject()
    qtbot.waitUntil(lambda: desk.window.importing.window is None)
    (kept,) = profiles_in(desk.window.project_file.settings.configuration / PROFILES)
    assert kept.name == "Kirjasto"
    desk.window.importing.import_paths([path])
    assert titles_in(preview(desk, qtbot)) == ["A", "B"]
    preview(desk, qtbot).reject()


def test_a_database_is_described_from_the_menu_and_given_to_a_colleague(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    path, exchanged = tmp_path / "export.txt", tmp_path / "given.toml"
    path.write_text(EXPORT, "utf-8")
    monkeypatch.setattr(choosing_files, "ask_file_to_describe", lambda *_: path)
    monkeypatch.setattr(choosing_files, "ask_new_profile", lambda *_: exchanged)
    monkeypatch.setattr(choosing_files, "ask_profile", lambda *_: exchanged)
    desk.window.importing.saying_how.describe()
    dialog = described(asked(desk, qtbot, ProfileDialog))
    QTest.mouseClick(dialog.save_file, Qt.MouseButton.LeftButton)
    dialog.form.lines["title"].clear()
    QTest.mouseClick(dialog.open_file, Qt.MouseButton.LeftButton)
    assert dialog.form.profile.title == "Otsikko"
    dialog.reject()


def test_what_was_said_of_columns_is_shown_and_changed_from_the_menu(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    path = tmp_path / "a.csv"
    path.write_text(f'title,text,date\nBridge,"{BODY}",2015-01-23\n', "utf-8")
    monkeypatch.setattr(choosing_files, "ask_file_to_describe", lambda *_: path)
    for first in (COLUMN[Role.TITLE], COLUMN[None]):
        desk.window.importing.saying_how.describe()
        dialog = asked(desk, qtbot, ColumnsDialog)
        assert isinstance(dialog, ColumnsDialog)
        assert dialog.roles[0].currentIndex() == first
        dialog.roles[0].setCurrentIndex(COLUMN[None])
        dialog.roles[2].setCurrentIndex(COLUMN[None])
        assert dialog.preview.fields["title"].text().startswith("The bridge")
        dialog.accept()
        qtbot.waitUntil(lambda: desk.window.importing.saying_how.dialog is None)
