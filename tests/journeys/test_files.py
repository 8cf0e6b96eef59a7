"""Files come in by drop, paste, menu and command line; other files are refused in a sentence."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import connect
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking, choosing_files
from gui.incoming.incoming_model import REMARKS
from gui.incoming.incoming_window import IncomingWindow
from gui.incoming.pasted_dialog import PastedDialog
from gui.system.background import wait_for_threads
from models.articles.draft import Draft
from models.articles.pasted import Pasted
from models.incoming.entry import entry_of
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import claims_shown, field, notice, said
from tests.snapshots import history_of, query

PAGE = "The quay is open\n\nMayor Ada Holm spoke. “It will stay open all winter,” she said on Monday.\n"
OTHER = "The quay is shut\n\nMayor Ada Holm spoke again. It will stay shut all winter, she said on Tuesday.\n"
MOUSE = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def drop(desk: Desk, *paths: Path, text: str = "") -> None:
    """Drop files, or a text, on the window."""
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        mime.setText(text)
    desk.drop(mime)


def titles(desk: Desk) -> list[str]:
    """Return the titles in the list of articles."""
    model = desk.articles.view.model()
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
        "a PDF renamed .txt": (folder / "report.txt", "“report.txt” is damaged"),
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
    qtbot.waitUntil(lambda: not desk.window.works.busy)
    assert said(desk) == ("All changes saved" if with_project else "")
    assert desk.window.project is project
    assert claims_shown(desk) == shown
    assert sorted((tmp_path / "wrong").rglob("*")) == there
    assert history_of(study) == before


@pytest.mark.parametrize("kind", ["a wrong path", "a wrong article"])
def test_a_wrong_path_on_the_command_line_ends_with_a_sentence_and_code_2(tmp_path: Path, kind: str) -> None:
    path, _ = wrong_files(tmp_path / "wrong")[kind]
    there = sorted((tmp_path / "wrong").rglob("*"))
    command = [sys.executable, "-c", "from gui.start.program import main; main()", str(path)]
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
    desk.add_incoming()
    qtbot.waitUntil(lambda: notice(desk) != "")
    assert "“b.txt” is damaged" in notice(desk)
    assert titles(desk)[-2:] == ["The quay is open", "The quay is shut"]
    assert desk.records.article.title == "The quay is open"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert titles(desk) == ["Harbour wall will take two winters", "Ferry to run again"]
    assert desk.records.article.title == "Harbour wall will take two winters"


def drop_pages(desk: Desk, folder: Path, **pages: str) -> None:
    """Drop pages on the window, by their names."""
    for name, page in pages.items():
        (folder / f"{name}.txt").write_text(page, "utf-8")
    drop(desk, *(folder / f"{name}.txt" for name in pages))


def preview(desk: Desk, qtbot: QtBot) -> IncomingWindow:
    """Wait for the preview of an import, and return it."""
    qtbot.waitUntil(lambda: desk.window.importing.window is not None and desk.window.importing.window.isVisible())
    assert desk.window.importing.window
    return desk.window.importing.window


@pytest.mark.parametrize(
    ("keys", "added"),
    [
        ((Qt.Key.Key_Return,), ["The quay is open", "The quay is shut"]),
        (
            (Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return),
            ["The quay is open", "The quay is shut", "The quay is open"],
        ),
        ((Qt.Key.Key_Escape,), []),
    ],
    ids=["left out", "taken", "cancelled"],
)
def test_two_files_of_the_same_text_are_named_and_one_is_left_out_taken_or_all_are_cancelled(  # noqa: PLR0917
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, keys: tuple[Qt.Key, ...], added: list[str]
) -> None:
    desk.open(study)
    before = titles(desk)
    drop_pages(desk, tmp_path, a=PAGE, b=OTHER, same=PAGE)
    window = preview(desk, qtbot)
    remarks = str(window.model.index(2, REMARKS).data())
    assert "“same.txt” has the same text as “a.txt”." in remarks
    assert "already" not in remarks
    assert "2 Articles" in window.yes.text()
    for key in keys:
        QTest.keyClick(window.focusWidget(), key)
    qtbot.waitUntil(lambda: not (desk.window.works.busy or desk.project.writing or desk.window.importing.window))
    qtbot.waitUntil(lambda: titles(desk) == before + added)


def test_a_text_that_the_project_has_is_named_with_its_title_there(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    drop_pages(desk, tmp_path, a=PAGE)
    desk.add_incoming()
    qtbot.waitUntil(lambda: len(titles(desk)) == 3 and not desk.window.works.busy)
    drop_pages(desk, tmp_path, again=PAGE, b=OTHER)
    window = preview(desk, qtbot)
    again = "“again.txt” is already in the project, as “The quay is open”."
    assert again in str(window.model.index(0, REMARKS).data())
    desk.add_incoming()
    qtbot.waitUntil(lambda: len(titles(desk)) == 4)
    assert titles(desk)[-1] == "The quay is shut"


def test_after_an_import_from_the_empty_table_the_keys_go_to_the_text(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    desk.statements.view.setFocus()
    drop_pages(desk, tmp_path, a=PAGE)
    desk.add_incoming()
    qtbot.waitUntil(lambda: desk.records.article.title == "The quay is open")
    assert desk.text.hasFocus()
    desk.press(Qt.Key.Key_J)
    assert desk.text.selection() != (0, 0)


BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (BOTH, Qt.DropAction.CopyAction),
        (BOTH | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction),
        (Qt.DropAction.CopyAction, Qt.DropAction.CopyAction),
        (Qt.DropAction.MoveAction, None),
        (Qt.DropAction.LinkAction, None),
    ],
)
@pytest.mark.parametrize("what", ["files", "text"])
def test_what_is_dragged_here_is_copied_and_never_moved(  # noqa: PLR0917
    desk: Desk,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    offered: Qt.DropAction,
    taken: Qt.DropAction | None,
) -> None:
    desk.open(study)
    dropped: list[str] = []
    monkeypatch.setattr(desk.window.importing, "take_drop", lambda _paths, text: dropped.append(text))
    mime = QMimeData()
    if what == "files":
        mime.setUrls([QUrl.fromLocalFile(str(study))])
    else:
        mime.setText(PAGE)
    point = QPoint(300, 300)
    events = (
        QDragEnterEvent(point, offered, mime, *MOUSE),
        QDragMoveEvent(point, offered, mime, *MOUSE),
        QDropEvent(QPointF(point), offered, mime, *MOUSE),
    )
    for event in events:
        event.setDropAction(Qt.DropAction.MoveAction)  # what the other program proposes
        event.ignore()
        QApplication.sendEvent(desk.window, event)
        assert event.isAccepted() is (taken is not None)
        assert taken is None or event.dropAction() == taken
    QTest.qWait(1)
    assert len(dropped) == (taken is not None)


@pytest.mark.parametrize(
    "text", ["https://mercury.example/news/1", "www.mercury.example/a?b=c\n", "http://a.b/ http://c.d/"]
)
def test_a_link_that_is_dropped_is_no_article_and_what_to_do_is_said(
    desk: Desk, study: Path, qtbot: QtBot, text: str
) -> None:
    desk.open(study)
    before = history_of(study)
    mime = QMimeData()
    if not text.startswith("www"):
        mime.setUrls([QUrl(each) for each in text.split()])
    mime.setText(text)
    desk.drop(mime)
    qtbot.waitUntil(lambda: "Save the page" in notice(desk))
    assert "copy its text" in notice(desk)
    assert QApplication.activeModalWidget() is None
    assert history_of(study) == before


def test_a_link_that_is_pasted_stays_in_the_dialog_with_what_to_do(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    dialog = PastedDialog(desk.window, Pasted("https://mercury.example/news/1"), entry_of)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(dialog.confirmed):
        dialog.accept()
    assert "Save the page" in dialog.problem.text()


def test_no_break_spaces_outlive_a_correction_in_the_paste_dialog(desk: Desk, qtbot: QtBot) -> None:
    text = "The quay\u00a0is open\n\nIt cost 12\u202f000\u00a0crowns, said\u00a0Ms\u00a0Holm.\n"
    dialog = PastedDialog(desk.window, Pasted(text), entry_of)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.editing, Qt.MouseButton.LeftButton)
    editor = dialog.pane.text.editor
    qtbot.waitUntil(editor.hasFocus)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "More.")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.accept()
    assert confirmed.args[0].text == text + "More."


def test_escape_asks_before_a_text_that_was_typed_into_the_dialog_is_dropped(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PastedDialog(desk.window, Pasted(""), entry_of)
    dialog.open()
    QTest.keyClicks(dialog.pane.text.editor, "The ferry sails again.")
    monkeypatch.setattr(asking, "confirm", lambda *_words: False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_break_spaces_outlive_a_paste_into_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    dialog = PastedDialog(desk.window, Pasted(""), entry_of)
    qtbot.addWidget(dialog)
    dialog.show()
    QGuiApplication.clipboard().setText("The quay\u00a0is open\n\nIt\u00a0is.")
    editor = dialog.pane.text.editor
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.accept()
    assert confirmed.args[0].text == "The quay\u00a0is open\n\nIt\u00a0is."


def slow_reading(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Make reading a file wait; return what says that it has begun and what lets it go on."""
    begun, go_on = Event(), Event()

    def read(path: Path, *_given: object) -> Iterator[Draft]:
        begun.set()
        assert go_on.wait(20)
        yield Draft(f"{path.name}\n\nRead at last.\n", path.name)

    monkeypatch.setattr("models.intake.articles_in", read)
    return begun, go_on


def test_cancel_in_the_middle_of_a_file_adds_nothing_and_the_window_goes_on(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = slow_reading(monkeypatch)
    desk.open(study)
    before = history_of(study)
    drop_pages(desk, tmp_path, a=PAGE, b=OTHER)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: "“a.txt”, 1 of 2" in said(desk))
    QTest.mouseClick(desk.status._cancel, Qt.MouseButton.LeftButton)
    assert not desk.window.works.busy
    assert desk.status._cancel.isHidden()
    assert "Nothing was added" in said(desk)
    go_on.set()
    wait_for_threads()
    QApplication.processEvents()
    assert history_of(study) == before
    drop_pages(desk, tmp_path, c=PAGE)
    desk.add_incoming()
    qtbot.waitUntil(lambda: len(titles(desk)) == 3)


def test_closing_the_window_does_not_wait_for_a_file_that_is_read(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = slow_reading(monkeypatch)
    desk.open(study)
    before = history_of(study)
    drop_pages(desk, tmp_path, a=PAGE)
    qtbot.waitUntil(begun.is_set)
    assert desk.window.close()
    go_on.set()
    wait_for_threads()
    QApplication.processEvents()
    assert history_of(study) == before


def test_import_and_new_project_begin_in_the_folder_of_last_time(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, offered = tmp_path / "pages", list[Path]()
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, "utf-8")

    def ask(_parent: object, folder: Path) -> list[Path]:
        offered.append(folder)
        return [pages / "a.txt"] if len(offered) == 1 else []

    monkeypatch.setattr(choosing_files, "ask_articles", ask)
    monkeypatch.setattr(choosing_files, "ask_new_project", lambda _parent, folder: offered.append(folder))
    desk.open(study)
    desk.press(Qt.Key.Key_I, CTRL)
    desk.add_incoming()
    qtbot.waitUntil(lambda: len(titles(desk)) == 3)
    desk.press(Qt.Key.Key_I, CTRL)
    desk.press(Qt.Key.Key_N, CTRL)
    assert offered == [tmp_path, pages, tmp_path]


def test_a_first_project_begins_among_the_documents_and_never_where_the_program_is(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Path] = []
    monkeypatch.setattr(choosing_files, "ask_new_project", lambda _parent, folder: offered.append(folder))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path / "Documents"))
    monkeypatch.setenv("HOME", str(tmp_path))
    desk.press(Qt.Key.Key_N, CTRL)
    (tmp_path / "Documents").mkdir()
    desk.press(Qt.Key.Key_N, CTRL)
    assert offered == [tmp_path, tmp_path / "Documents"]


def pasted(desk: Desk, qtbot: QtBot) -> PastedDialog:
    """Wait until the dialog of a pasted text has the keyboard, and return it."""
    qtbot.waitUntil(lambda: desk.window.pasting.dialog is not None and desk.window.pasting.dialog.isVisible())
    dialog = desk.window.pasting.dialog
    assert dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_pasted_article_needs_two_keys_and_its_title_can_be_typed(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    for text, title in ((PAGE, ""), (OTHER, "A title of mine")):
        QGuiApplication.clipboard().setText(text)
        desk.press(Qt.Key.Key_V, CTRL | SHIFT)
        dialog = pasted(desk, qtbot)
        focus = dialog.focusWidget()
        assert focus is dialog.pane.form.field("title")
        QTest.keyClicks(focus, title)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
    assert titles(desk)[-2:] == ["The quay is open", "A title of mine"]
    assert desk.records.text == OTHER


def test_a_dropped_text_is_shown_before_it_is_added(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    drop(desk, text="\u00a0" + PAGE)
    dialog = pasted(desk, qtbot)
    assert len(titles(desk)) == 2
    dialog.accept()
    qtbot.waitUntil(lambda: len(titles(desk)) == 3)
    assert desk.records.text.endswith(PAGE)


def test_a_pasted_article_that_has_no_project_yet_stays_to_be_added_until_it_has_one(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [None, tmp_path / "taken.onrecord", tmp_path / "new.onrecord"]
    (tmp_path / "taken.onrecord").touch()
    monkeypatch.setattr(choosing_files, "ask_new_project", lambda *_asked: places.pop(0))
    desk.window.pasting.take_text(PAGE)
    dialog = pasted(desk, qtbot)
    QTest.keyClicks(dialog.focusWidget(), "A title of mine")
    for _ in range(3):
        assert dialog.isVisible()
        dialog.accept()
    assert not places
    qtbot.waitUntil(lambda: desk.window.pasting.dialog is None)
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
    desk.window.project_file.close()
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
    desk.window.importing.import_paths([folder])
    assert desk.window.close()
    QApplication.processEvents()
    assert history_of(study) == before


READ_ONLY_VERBS = (
    *("request_claim", "delete_record", "undo", "redo", "finish", "delete_articles", "delete_speaker"),
    *("import_files", "paste_article"),
)


def test_a_read_only_project_takes_no_drop_and_its_copy_can_be_opened_and_takes_one(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.onrecord"
    with monkeypatch.context() as locked:
        locked.setattr("os.access", lambda *_args: False)
        desk.open(study)
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, _project: copy)
    drop_pages(desk, tmp_path, a=PAGE)
    qtbot.waitUntil(lambda: "Nothing was added" in notice(desk))
    desk.notice.hide()
    drop(desk, text=PAGE)
    qtbot.waitUntil(lambda: "Nothing was added" in notice(desk))
    assert QApplication.activeModalWidget() is None
    desk.press(Qt.Key.Key_S, CTRL | SHIFT)
    buttons = desk.notice.findChildren
    qtbot.waitUntil(lambda: [each.text() for each in buttons(QPushButton) if each.isVisible()] == ["Open the Copy"])
    (button,) = [each for each in buttons(QPushButton) if each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.project.store.path == copy
    assert desk.actions["import_files"].isEnabled()
    drop_pages(desk, tmp_path, a=PAGE)
    desk.add_incoming()
    qtbot.waitUntil(lambda: len(titles(desk)) == 3)


def test_a_project_that_may_not_be_written_to_opens_says_so_and_takes_no_edit(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests as root may write everywhere, so the system's answer is what is changed.
    monkeypatch.setattr("os.access", lambda *_args: False)
    before = study.read_bytes()
    desk.open(study)
    assert desk.project.store.read_only
    assert "“study.onrecord” is read-only" in notice(desk)
    assert [each.text() for each in desk.notice.findChildren(QPushButton)] == ["Save a Copy…"]
    assert "Read-only" in said(desk)
    shown = claims_shown(desk)
    for key in (Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_X, Qt.Key.Key_Delete):
        desk.press(key)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert claims_shown(desk) == shown
    actions = desk.actions
    for verb in READ_ONLY_VERBS:
        assert not actions[verb].isEnabled(), verb
        assert verb in {"undo", "redo"} or "read-only" in actions[verb].statusTip(), verb
    for verb in ("select_next_sentence", "export", "save_copy", "next_article"):
        assert actions[verb].isEnabled(), verb
    desk.choose(None)
    title = field(desk, "Title")
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    panel = desk.statements
    assert not any(panel.view.lines.editable(row, at) for row in range(2) for at in range(4))
    assert study.read_bytes() == before
