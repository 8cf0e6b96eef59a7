"""What was found in files is shown before it is added: corrected, left out, read again, and told in a report."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.dialogs import asking, choosing_files
from gui.incoming.incoming_model import DATE, FILTERS, REMARKS, TITLE
from gui.incoming.incoming_window import IncomingWindow
from gui.incoming.report_window import ReportWindow
from models.edits import Edit
from models.incoming.in_words import ambiguous_dates
from models.store.long_write import LongWrite
from tests.access_keys import shared_letters
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import field, notice, said
from tests.snapshots import history_of, query

BODY = (
    "Mayor Ada Holm spoke on the quay. “It will stay open all winter,” she said on Monday, and nobody doubted it.\n\n"
    "The harbour master agreed with her and said that the ferry would sail every day but Sunday until the spring."
)

OTHERS = {
    "a": BODY,
    "b": "Fireman Ole Sund wrote of the storm. “The roof of the net store is gone,” he said on Friday, and wept.\n\n"
    "Two men were hurt when they tied it down, and one of them has been in the hospital of the town since then.",
    "c": BODY,
}
"""The second is not like the others."""


def pages(folder: Path) -> Path:
    """Make four files: two with an ambiguous date, one with a clear one, and one that cannot be read."""
    folder.mkdir()
    for name, date in (("a", "03/04/2015"), ("b", "23 January 2015"), ("c", "05/06/2015")):
        text = f"The quay is open, part {name}\n\n{date}\n\n{OTHERS[name]}\n\nSo {name}.\n"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / "d.txt").write_bytes(b"\xff\xd8\xff\xe0 JFIF" + bytes(range(256)))
    return folder


def preview(desk: Desk, qtbot: QtBot, *paths: Path) -> IncomingWindow:
    """Import files, and return the preview."""
    desk.window.importing.import_paths(paths)
    qtbot.waitUntil(lambda: desk.window.importing.window is not None and desk.window.importing.window.isVisible())
    window = desk.window.importing.window
    assert window
    return window


def column(window: IncomingWindow, section: int) -> list[str]:
    """Return the texts of a column."""
    return [str(window.model.index(row, section).data()) for row in range(window.model.rowCount())]


def dates(study: Path) -> list[tuple[object, ...]]:
    """Return the dates of the articles that were imported, with their printed words."""
    return query(study, "SELECT published, published_words FROM article WHERE title LIKE 'The quay%' ORDER BY title")


def added(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the articles are in the project."""
    qtbot.waitUntil(lambda: not (desk.window.importing.window or desk.window.works.busy or desk.project.writing))


def test_ambiguous_dates_are_asked_once_settled_together_and_undone(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    before = history_of(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    assert "“03/04/2015” and 1 other" in window.questions.dates.words.text()
    assert shared_letters(window) == []
    assert column(window, DATE)[:3] == ["03/04/2015", "2015-01-23", "05/06/2015"]
    _day_first, month_first = window.questions.dates.buttons
    QTest.mouseClick(month_first, Qt.MouseButton.LeftButton)
    assert column(window, DATE)[:3] == ["2015-03-04", "2015-01-23", "2015-05-06"]
    assert window.questions.dates.isHidden()
    QTest.keyClick(window.list, Qt.Key.Key_Z, CTRL)
    assert column(window, DATE)[0] == "03/04/2015"
    QTest.mouseClick(window.questions.dates.buttons[0], Qt.MouseButton.LeftButton)
    assert history_of(study) == before
    desk.add_incoming()
    added(desk, qtbot)
    assert dates(study) == [("2015-04-03", "03/04/2015"), ("2015-01-23", None), ("2015-06-05", "05/06/2015")]
    qtbot.waitUntil(lambda: desk.records.article.title == "The quay is open, part a")
    printed = field(desk, "Date as printed")
    assert isinstance(printed, QLineEdit)
    assert (printed.text(), printed.isReadOnly()) == ("03/04/2015", True)


def test_a_corrected_article_is_added_and_one_that_is_left_out_is_not(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    title = window.pane.form.field("title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "The quay, as I call it")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert column(window, TITLE)[0] == "The quay, as I call it"
    assert window.isVisible()
    qtbot.waitUntil(window.list.hasFocus)
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    QTest.keyClick(window.list, Qt.Key.Key_Space)
    cell = window.list.visualRect(window.model.index(2, TITLE))
    box = QPoint(cell.left() + 10, cell.center().y())
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert "1 Article" in window.yes.text()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    QTest.mouseClick(window.yes, Qt.MouseButton.LeftButton)
    added(desk, qtbot)
    found = query(study, "SELECT title FROM article WHERE title LIKE 'The quay%' ORDER BY title")
    assert found == [("The quay is open, part c",), ("The quay, as I call it",)]


def test_a_line_is_marked_as_boilerplate_by_its_key_and_added_so(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    view = window.pane.text.view
    view.setFocus()
    last = view.text.index("So a.")
    view.caret.put(last)
    for boilerplate in (True, False, True):
        desk.press(Qt.Key.Key_X)
        draft = window.incoming.drafts[0]
        assert ((last, last + 5) in draft.boilerplate) is boilerplate
        assert view.caret.offset == last
    desk.press(Qt.Key.Key_Z, CTRL)
    assert (last, last + 5) not in window.incoming.drafts[0].boilerplate
    desk.press(Qt.Key.Key_X)
    window.accept()
    added(desk, qtbot)
    found = query(
        study,
        "SELECT count(*) FROM boilerplate JOIN article ON article.id = boilerplate.article"
        f" WHERE article.title = 'The quay is open, part a' AND boilerplate.start = {last}",
    )
    assert found == [(1,)]


def test_the_menu_of_the_text_offers_boilerplate_and_that_of_the_list_to_leave_an_article_out(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    view = window.pane.text.view
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.objectName() for each in menu.actions() if each.objectName()] == ["copy", "request_boilerplate"]
    menu.close()
    window.list.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert 0 not in window.incoming.taken
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    window.reject()


def test_escape_asks_before_the_corrections_of_a_preview_are_dropped(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    asked: list[str] = []

    def refuse(_parent: QWidget, question: str, *_words: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(asking, "confirm", refuse)
    window.list.toggle_selected()
    QTest.keyClick(window.list, Qt.Key.Key_Escape)
    assert asked == ["Close without adding any article?"]
    assert window.isVisible()
    window.undo()
    QTest.keyClick(window.list, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert not window.isVisible()


def test_what_cannot_be_parsed_keeps_the_preview_open(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    date = window.pane.form.field("published")
    date.setFocus()
    QTest.keyClicks(date, "yesterday")
    window.accept()
    assert window.isVisible()
    assert "cannot be read as a date" in date.accessibleDescription()
    QTest.keyClick(date, Qt.Key.Key_Escape)
    window.reject()
    assert "Nothing was added" in said(desk)


def test_only_those_without_warnings_are_added_by_one_button(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    assert "1" in window.plain.text()
    QTest.mouseClick(window.plain, Qt.MouseButton.LeftButton)
    added(desk, qtbot)
    assert dates(study) == [("2015-01-23", None)]


def test_the_list_shows_only_articles_with_warnings_or_what_cannot_be_read(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    counts = [window.found.filter.itemText(at) for at in range(window.found.filter.count())]
    assert counts[:3] == ["Everything (4)", "With warnings (2)", "Without warnings (1)"]
    assert counts[3:6] == ["Without a date (0)", "Same text as another (0)", "Cannot be read (1)"]
    for at, files in ((1, ["The quay is open, part a", "The quay is open, part c"]), (5, ["d.txt"])):
        window.found.filter.setCurrentIndex(at)
        window.found.filter.activated.emit(at)
        assert column(window, TITLE) == files
    assert len(FILTERS) == len(counts)
    assert column(window, REMARKS) != [""]
    window.reject()


def test_another_encoding_shows_the_text_as_it_is_read_then_and_can_be_undone(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quay.txt"
    path.write_bytes(f"Die Mole bleibt geöffnet\n\n23 January 2015\n\n{BODY}".encode("cp1250"))
    desk.open(study)
    window = preview(desk, qtbot, path)
    box = window.pane.encoding.box
    title = window.pane.form.field("title")
    assert box.mapTo(window, QPoint()).x() == title.mapTo(window, QPoint()).x()
    for encoding, word in (("windows-1251", "geцffnet"), ("windows-1250", "geöffnet")):
        at = box.findData(encoding)
        box.setCurrentIndex(at)
        box.activated.emit(at)
        qtbot.waitUntil(lambda word=word: word in window.pane.text.view.text)  # type: ignore[misc]
        assert box.currentData() == encoding
    window.undo()
    assert "geцffnet" in window.pane.text.view.text
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    window.reject()


def test_a_file_that_is_read_again_while_the_preview_is_closed_is_forgotten(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "quay.txt"
    path.write_bytes(f"Die Mole bleibt geöffnet\n\n23 January 2015\n\n{BODY}".encode("cp1250"))
    desk.open(study)
    window = preview(desk, qtbot, path)
    window.read_again_wanted.emit(path, "windows-1251")
    window.reject()
    Shiboken.delete(window)
    qtbot.waitUntil(lambda: not desk.window.works.busy)
    assert desk.window.importing.window is None


def test_a_guessed_encoding_is_confirmed_once_for_all_files_that_were_read_in_it(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("a", "b"):
        said_there = "Die Bürgermeisterin sagte, alle Möwen blieben für immer und die Mole sei für alle geöffnet."
        text = f"Die Mole {name} bleibt geöffnet\n\n23 January 2015\n\n{said_there}"
        (tmp_path / f"{name}.txt").write_bytes(text.encode("cp1252"))
    desk.open(study)
    window = preview(desk, qtbot, tmp_path / "a.txt", tmp_path / "b.txt")
    assert "“a.txt” and 1 other were read as windows-1252" in window.questions.encodings.words.text()
    QTest.mouseClick(window.questions.encodings.buttons[1], Qt.MouseButton.LeftButton)
    assert window.pane.encoding.box.view().isVisible()
    window.pane.encoding.box.hidePopup()
    QTest.mouseClick(window.questions.encodings.buttons[0], Qt.MouseButton.LeftButton)
    assert window.questions.encodings.isHidden()
    assert not any("guess" in remarks for remarks in column(window, REMARKS))
    window.undo()
    assert "guess" in column(window, REMARKS)[1]
    window.reject()


def test_the_preview_opens_as_large_as_it_was_left(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    window = preview(desk, qtbot, pages(tmp_path / "pages"))
    window.resize(window.minimumSizeHint().width(), 620)
    left = window.size()
    window.reject()
    again = preview(desk, qtbot, tmp_path / "pages")
    assert again.size() == left
    again.reject()


def test_the_report_names_every_file_and_can_be_saved(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    preview(desk, qtbot, pages(tmp_path / "pages"))
    desk.add_incoming()
    added(desk, qtbot)
    qtbot.waitUntil(lambda: notice(desk) != "")
    (button,) = [each for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (report,) = desk.window.findChildren(ReportWindow)
    monkeypatch.setattr(choosing_files, "ask_report_file", lambda _parent: tmp_path / "report.csv")
    QTest.mouseClick(report.save_button, Qt.MouseButton.LeftButton)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [(row[0], row[2]) for row in rows[1:]] == [
        ("a.txt", "added with a warning"),
        ("b.txt", "added"),
        ("c.txt", "added with a warning"),
        ("d.txt", "cannot be read"),
    ]
    report.close()


def test_cancel_while_articles_are_added_adds_none_of_them(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    before, write = history_of(study), LongWrite.apply

    def apply(long: LongWrite, *given: object) -> Edit | None:
        assert long._stop.wait(20)
        return write(long, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(LongWrite, "apply", apply)
    preview(desk, qtbot, pages(tmp_path / "pages"))
    desk.add_incoming()
    qtbot.waitUntil(desk.status._cancel.isVisible)
    QTest.mouseClick(desk.status._cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.project.writing)
    assert "Nothing was added" in said(desk)
    assert history_of(study) == before
    monkeypatch.undo()
    preview(desk, qtbot, tmp_path / "pages")
    desk.add_incoming()
    added(desk, qtbot)
    assert len(dates(study)) == 3


def test_a_page_copied_in_a_browser_is_read_by_its_markup_with_its_address(
    desk: Desk, study: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY.split("\n\n"))
    copied = QMimeData()
    copied.setText(f"Home\nSport\nThe quay is open\n23 January 2015\n{BODY}\nMost read")
    copied.setHtml(
        f"<html><body><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul><article>"
        f"<h1>The quay is open</h1><time datetime='2015-01-23'>23 January 2015</time>{paragraphs}</article>"
        "</body></html>"
    )
    copied.setData("text/x-moz-url-priv", "https://tide.example/quay".encode("utf-16-le"))
    QGuiApplication.clipboard().setMimeData(copied)
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert desk.window.pasting.dialog is None  # its markup is read in another thread
    qtbot.waitUntil(lambda: desk.window.pasting.dialog is not None)
    dialog = desk.window.pasting.dialog
    assert dialog
    assert dialog.form_of.isVisible()
    assert "Sport" not in dialog.pane.text.view.text
    assert dialog.pane.form.field("address").text() == "https://tide.example/quay"
    dialog.form_of.setCurrentIndex(1)
    dialog.form_of.activated.emit(1)
    assert "Sport" in dialog.pane.text.view.text
    dialog.form_of.setCurrentIndex(0)
    dialog.form_of.activated.emit(0)
    QTest.keyClick(dialog.pane.form.field("title"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.records.article.title == "The quay is open")
    assert (desk.records.article.address, desk.records.article.published) == ("https://tide.example/quay", "2015-01-23")
    QGuiApplication.clipboard().clear()


def test_a_long_text_is_read_beside_the_window_before_it_is_shown(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    text = "The quay is open\n\n" + "\n\n".join(f"{BODY} That was day {day}." for day in range(100))
    desk.window.pasting.take_text(text)
    assert desk.window.pasting.dialog is None
    qtbot.waitUntil(lambda: desk.window.pasting.dialog is not None)
    dialog = desk.window.pasting.dialog
    assert dialog
    assert dialog.pane.text.view.text.endswith("That was day 99.")
    assert dialog.form_of.isHidden()
    dialog.reject()


def test_there_is_no_question_about_dates_that_are_clear(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    folder = pages(tmp_path / "pages")
    window = preview(desk, qtbot, folder / "b.txt")
    assert window.questions.dates.isHidden()
    assert ambiguous_dates(window.incoming) is None
    assert window.list.isHidden() or not window.list.isVisible()  # one article needs no list
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    added(desk, qtbot)
    assert dates(study) == [("2015-01-23", None)]
