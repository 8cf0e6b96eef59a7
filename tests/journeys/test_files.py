"""Files come in by drop, paste, menu and command line; what is no article or no project is told in a sentence."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import connect

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.dialogs.paste import PasteDialog
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import claims_shown, field, notice, said
from tests.snapshots import history_of, query

PAGE = "The quay is open\n\nMayor Ada Holm spoke. “It will stay open all winter,” she said on Monday.\n"
OTHER = "The quay is shut\n\nMayor Ada Holm spoke again. It will stay shut all winter, she said on Tuesday.\n"


def drop(desk: Desk, *paths: Path, text: str = "") -> None:
    """Drop files, or a text, on the window."""
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        mime.setText(text)
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(desk.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, *keys))


def titles(desk: Desk) -> list[str]:
    """Return the titles in the list of articles."""
    model = desk.window.panes.article_list.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def wrong_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Make files that are no articles and no projects, each with words of what must be said."""
    folder.mkdir()
    (folder / "report.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    (folder / "empty.txt").touch()
    (folder / "empty.onrecord").touch()
    (folder / "folder").mkdir()
    (folder / "folder.onrecord").mkdir()
    (folder / "picture.onrecord").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    other = connect(folder / "other.db")
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    return {
        "a PDF renamed .txt": (folder / "report.txt", "“report.txt” looks like a PDF"),
        "an empty article": (folder / "empty.txt", "“empty.txt” is empty"),
        "an empty project": (folder / "empty.onrecord", "“empty.onrecord” is empty, so it is not an Onrecord project"),
        "an empty folder": (folder / "folder", "The folder “folder” holds no file that can be read as an article"),
        "a folder as a project": (folder / "folder.onrecord", "“folder.onrecord” is not a file"),
        "a picture": (folder / "picture.onrecord", "“picture.onrecord” is not an Onrecord project"),
        "another program's": (folder / "other.db", "“other.db” was made by another program"),
        "a wrong path": (folder / "stduy.onrecord", "There is no file"),
        "a wrong article": (folder / "aritcle.txt", "“aritcle.txt” does not exist"),
    }


KINDS = (
    *("a PDF renamed .txt", "an empty article", "an empty project", "an empty folder", "a folder as a project"),
    *("a picture", "another program's", "a wrong path", "a wrong article"),
)
INTERNAL = re.compile(r"Error\b|Errno|Traceback|Exception|sqlite3|None")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("with_project", [True, False], ids=["at a project", "at an empty window"])
def test_a_wrong_file_is_told_in_a_sentence_and_nothing_is_created_or_changed(  # noqa: PLR0917
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, kind: str, with_project: bool
) -> None:
    path, words = wrong_files(tmp_path / "wrong")[kind]
    if with_project:
        desk.open(study)
    before, there = history_of(study), sorted((tmp_path / "wrong").rglob("*"))
    project, shown = desk.window.project, claims_shown(desk)
    drop(desk, path)
    qtbot.waitUntil(lambda: notice(desk) != "")
    assert words in notice(desk)
    assert not INTERNAL.search(notice(desk))
    qtbot.waitUntil(lambda: desk.window.exchange._work is None)
    assert said(desk) == ("All changes saved" if with_project else "")
    assert desk.window.project is project
    assert claims_shown(desk) == shown
    assert sorted((tmp_path / "wrong").rglob("*")) == there
    assert history_of(study) == before


@pytest.mark.parametrize("kind", ["a wrong path", "a wrong article"])
def test_a_wrong_path_on_the_command_line_ends_with_a_sentence_and_code_2(tmp_path: Path, kind: str) -> None:
    path, _ = wrong_files(tmp_path / "wrong")[kind]
    there = sorted((tmp_path / "wrong").rglob("*"))
    command = [sys.executable, "-c", "from gui.program import main; main()", str(path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert f"There is no file “{path}”" in answer.stderr
    assert not INTERNAL.search(answer.stderr)
    assert sorted((tmp_path / "wrong").rglob("*")) == there


def test_a_folder_with_one_bad_file_gives_the_others_and_names_the_bad_one(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, "utf-8")
    (folder / "b.txt").write_bytes(b"%PDF-1.7\n")
    (folder / "c.txt").write_text(OTHER, "utf-8")
    desk.open(study)
    drop(desk, folder)
    qtbot.waitUntil(lambda: notice(desk) != "")
    assert "“b.txt” looks like a PDF" in notice(desk)
    assert titles(desk)[-2:] == ["The quay is open", "The quay is shut"]
    assert desk.records.article.title == "The quay is open"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert titles(desk) == ["Harbour wall will take two winters", "Ferry to run again"]
    assert desk.records.article.title == "Harbour wall will take two winters"


def test_an_article_that_is_there_already_is_asked_about(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    (tmp_path / "same.txt").write_text(PAGE, "utf-8")
    asked: list[tuple[str, ...]] = []
    answers = [False, True]

    def answer(_parent: object, *words: str) -> bool:
        asked.append(words)
        return answers[len(asked) - 1]

    monkeypatch.setattr(asking, "confirm", answer)
    desk.open(study)
    drop(desk, tmp_path / "a.txt", tmp_path / "same.txt")
    qtbot.waitUntil(lambda: len(titles(desk)) == 3)
    assert "already" in asked[0][0]
    assert "The quay is open" in asked[0][1]
    qtbot.waitUntil(lambda: desk.window.exchange._work is None)
    drop(desk, tmp_path / "a.txt")
    qtbot.waitUntil(lambda: len(titles(desk)) == 4)
    assert len(asked) == 2


@contextmanager
def answered(by: Callable[[PasteDialog], None]) -> Iterator[None]:
    """Answer the paste dialog when it comes; it is closed in any case, since it would wait for ever."""
    timer = QTimer(interval=0)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasteDialog) and dialog.focusWidget():
            timer.stop()
            try:
                by(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()


def test_a_pasted_article_needs_two_keys_and_its_title_can_be_typed(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)

    def enter(dialog: PasteDialog, title: str) -> None:
        focus = dialog.focusWidget()
        assert focus is dialog.title
        QTest.keyClicks(focus, title)
        QTest.keyClick(focus, Qt.Key.Key_Return)

    for text, title in ((PAGE, ""), (OTHER, "A title of mine")):
        QGuiApplication.clipboard().setText(text)
        with answered(partial(enter, title=title)):
            desk.press(Qt.Key.Key_V, CTRL | SHIFT)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
    assert titles(desk)[-2:] == ["The quay is open", "A title of mine"]
    assert desk.records.text == OTHER


def test_a_dropped_text_is_shown_before_it_is_added(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    with answered(PasteDialog.accept):
        drop(desk, text="\u00a0" + PAGE)
        qtbot.waitUntil(lambda: len(titles(desk)) == 3)
    assert desk.records.text.endswith(PAGE)


def test_a_pasted_article_that_has_no_project_yet_is_shown_again_until_it_has_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, shown = [None, tmp_path / "taken.onrecord", tmp_path / "new.onrecord"], []
    (tmp_path / "taken.onrecord").touch()

    def add(dialog: PasteDialog) -> int:
        shown.append(dialog.title.text())
        dialog.title.setText("A title of mine")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PasteDialog, "exec", add)
    monkeypatch.setattr(asking, "ask_new_project", lambda *_asked: places.pop(0))
    desk.window.exchange.take_text(PAGE)
    assert shown == ["", "A title of mine", "A title of mine"]
    assert titles(desk) == ["A title of mine"]


def test_an_article_on_the_command_line_makes_a_project_beside_it_and_never_overwrites_one(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = tmp_path / "quay.txt"
    page.write_text(PAGE, "utf-8")
    desk.open(page)
    first = tmp_path / "quay.onrecord"
    assert desk.project.store.path == first
    before = first.read_bytes()
    desk.window.projects.close()
    desk.open(page)
    assert desk.project.store.path == tmp_path / "quay 2.onrecord"
    assert first.read_bytes() == before
    assert query(first, "SELECT title FROM article") == [("The quay is open",)]


def test_closing_while_articles_are_read_waits_for_nothing_and_leaves_the_project_whole(
    desk: Desk, study: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for count in range(40):
        (folder / f"{count}.txt").write_text(f"{PAGE}\n{count}\n", "utf-8")
    desk.open(study)
    before = history_of(study)
    desk.window.exchange.import_paths([folder])
    assert desk.window.close()
    QApplication.processEvents()
    assert history_of(study) == before


def test_a_project_that_may_not_be_written_to_opens_says_so_and_takes_no_edit(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests as root may write everywhere, so the system's answer is what is changed.
    monkeypatch.setattr("models.store.store.os.access", lambda *_args: False)
    before = study.read_bytes()
    desk.open(study)
    assert desk.project.store.read_only
    assert "“study.onrecord” can only be read here" in notice(desk)
    assert "save a copy" in notice(desk)
    assert "Read-only" in said(desk)
    shown = claims_shown(desk)
    for key in (Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_X, Qt.Key.Key_Delete):
        desk.press(key)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert claims_shown(desk) == shown
    actions = desk.window.menus.actions
    for verb in ("request_claim", "request_delete", "undo", "redo", "finish", "delete_article", "delete_speaker"):
        assert not actions[verb].isEnabled(), verb
    for verb in ("select_next_sentence", "export", "save_copy", "next_article"):
        assert actions[verb].isEnabled(), verb
    desk.window.choice.choose(None)
    title = field(desk, "Title")
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    panel = desk.window.panes.statements
    assert not any(panel.view.lines.editable(row, at) for row in range(2) for at in range(4))
    assert study.read_bytes() == before
