"""The window of the history lists every edit in words, newest first, and filters them; it follows what is done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.history import searching
from gui.history.history_model import ABOUT, ARTICLE, CODER, DONE, PAGE
from gui.history.history_window import HistoryWindow
from gui.project.project import Project
from models.actions.articles import delete_articles
from models.lines.edit_line import Concern, EditFilter
from models.places import Place
from tests.example import Example, typed

OTHER = "CD"


@pytest.fixture
def window(qtbot: QtBot, project: Project, example: Example) -> Iterator[HistoryWindow]:
    """Yield the open window of a project with more edits than are read at once, the last of another coder."""
    for number in range(PAGE):
        project.do(typed(project.records.claims[example.cost.id], "note", f"look {number}"))  # type: ignore[union-attr]
    project.work_as(OTHER)
    project.do(typed(example.other, "note", "short"))
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HistoryWindow(parent, project)
    window.show()
    wait(qtbot, project)
    yield window
    window.close()


def wait(qtbot: QtBot, project: Project) -> None:
    """Wait until everything that is in sight has been read."""
    QTest.qWait(0)
    qtbot.waitUntil(lambda: not project.reader.busy)
    QTest.qWait(0)
    qtbot.waitUntil(lambda: not project.reader.busy)


def cells(window: HistoryWindow, row: int) -> tuple[str, ...]:
    """Return the cells of a row, without the time."""
    return tuple(window.model.index(row, column).data() for column in (CODER, DONE, ABOUT, ARTICLE))


def test_edits_are_listed_newest_first_in_words(window: HistoryWindow, example: Example) -> None:
    assert cells(window, 0) == (OTHER, "Change Note", "", example.other.title)
    words = example.records.words(example.cost.id)
    assert cells(window, 1) == ("AB", "Change Note", words, example.article.title)
    assert window.count.text().startswith(f"{window.model.rowCount():,} edits · ")


def test_a_page_is_read_when_it_comes_into_sight(window: HistoryWindow, qtbot: QtBot, project: Project) -> None:
    last = window.model.rowCount() - 1
    assert window.model.line(last) is None
    QTest.keyClick(window.list, Qt.Key.Key_End)
    wait(qtbot, project)
    assert window.model.line(last)


def test_edits_are_filtered_by_coder_kind_and_the_article_on_the_screen(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example
) -> None:
    window.filters.coders.setCurrentIndex(window.filters.coders.findText(OTHER))
    wait(qtbot, project)
    assert [cells(window, row)[0] for row in range(window.model.rowCount())] == [OTHER]
    window.filters.coders.setCurrentIndex(0)
    window.filters.article.list.setCurrentIndex(1)
    wait(qtbot, project)
    assert cells(window, 0)[3] == example.article.title
    project.article.open(example.other.id)
    window.show_article(example.other)
    wait(qtbot, project)
    assert cells(window, 0)[3] == example.other.title
    window.filters.concerns.setCurrentIndex(window.filters.concerns.findData(Concern.CODEBOOK))
    wait(qtbot, project)
    assert window.model.rowCount() == 0
    assert not window.go.isEnabled()


def test_new_edits_come_first_and_the_current_one_stays(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example
) -> None:
    window.list.setCurrentIndex(window.model.index(3, 0))
    current = window.current()
    project.do(typed(example.mayor, "name", "Ida Lund", project.registry))
    window.refresh()
    wait(qtbot, project)
    assert cells(window, 0)[1:3] == ("Change Name", "Ida Lund")
    assert window.list.currentIndex().row() == 4
    assert current
    assert window.current() == current


def test_what_was_undone_is_called_so(window: HistoryWindow, qtbot: QtBot, project: Project) -> None:
    project.undo()
    window.refresh()
    wait(qtbot, project)
    assert [cells(window, row)[1] for row in (0, 1)] == ["Undo: Change Note", "Change Note (undone)"]


def test_enter_and_a_double_click_show_the_place(window: HistoryWindow, qtbot: QtBot, example: Example) -> None:
    there = Place(example.article.id, example.cost.id)
    window.list.setCurrentIndex(window.model.index(1, 0))
    with qtbot.waitSignal(window.place_wanted) as asked:
        QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert asked.args == [there]
    where = window.list.visualRect(window.model.index(2, DONE)).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(window.place_wanted) as asked:
        QTest.mouseDClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [there]


def test_words_are_searched_and_what_comes_later_is_searched_too(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PIECE", 30)
    window.filters.words.setFocus()
    QTest.keyClicks(window.filters.words, "look 2")
    QTest.keyClick(window.filters.words, Qt.Key.Key_Return)
    wait(qtbot, project)
    assert window.count.text().endswith(f" found in {PAGE + 2} edits")
    every = window.model.rowCount()
    assert 0 < every < PAGE + 2
    assert {cells(window, row)[1] for row in range(every)} <= {"Change Note", "Make the example"}
    project.work_as("AB")
    project.do(typed(project.records.claims[example.cost.id], "note", "look 22 times"))  # type: ignore[union-attr]
    window.refresh()
    wait(qtbot, project)
    assert window.model.rowCount() == every + 1
    QTest.keyClick(window.filters.words, Qt.Key.Key_Escape)
    wait(qtbot, project)
    assert window.filters.words.text() == ""
    assert window.model.rowCount() == PAGE + 3


def test_letters_typed_in_the_list_are_searched_for(window: HistoryWindow, qtbot: QtBot, project: Project) -> None:
    QTest.keyClicks(window.list, "s")
    QTest.keyClicks(window.filters.words, "hort")
    assert window.filters.words.text() == "short"
    assert window.focusWidget() is window.filters.words


def test_any_article_is_chosen_by_words_of_its_title(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example
) -> None:
    article = window.filters.article
    article.list.setCurrentIndex(article.list.count() - 1)
    QTest.keyClicks(article.title, "again ferry")
    qtbot.waitUntil(lambda: not project.reader.busy)
    QTest.keyClick(article.title, Qt.Key.Key_Return)
    wait(qtbot, project)
    assert article.title.text() == example.other.title
    assert [cells(window, row)[1:4:2] for row in range(window.model.rowCount())] == [
        ("Change Note", example.other.title),
        ("Make the example", ""),
    ]
    qtbot.waitUntil(lambda: "on 1 article" in window.count.text())
    article.title.setFocus()
    article.title.selectAll()
    QTest.keyClicks(article.title, "a")
    wait(qtbot, project)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    wait(qtbot, project)
    assert article.title.text() == example.article.title, "the second in the list"
    QTest.keyClicks(article.title, "x")
    QTest.keyClick(article.title, Qt.Key.Key_Escape)
    assert article.title.text() == example.article.title


def test_the_menu_of_an_edit_shows_only_its_article_or_its_coder(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example
) -> None:
    def choose(words: str) -> None:
        there = window.list.mapToGlobal(QPoint())
        QApplication.sendEvent(window.list, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), there))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.close()
        wait(qtbot, project)

    choose("Only This Coder")
    assert window.filters.coders.currentData() == OTHER
    choose("Only This Article")
    assert window.filters.wanted() == EditFilter(example.other.id, OTHER)
    assert window.model.rowCount() == 1


def test_of_what_is_gone_the_edit_that_deleted_it_is_shown(
    window: HistoryWindow, qtbot: QtBot, project: Project, example: Example
) -> None:
    project.do(delete_articles([project.store.article_records(example.other.id).article], []))
    window.refresh()
    wait(qtbot, project)
    window.list.setCurrentIndex(window.model.index(1, 0))
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    wait(qtbot, project)
    assert window.list.currentIndex().row() == 0
    assert window.told.text().startswith("It was deleted: Delete article")
