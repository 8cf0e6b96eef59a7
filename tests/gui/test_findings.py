"""The list of findings of a check shows any number of them, each whole, and is used like any list."""

from collections import UserList
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.check import CheckDialog
from gui.dialogs.findings import WholeSentences
from models.checks import Finding
from models.checks.faults import ALTERED, FUTURE, NO_SPEAKER, OVERLAPPING
from models.checks.finding import Findings

LONG = "“Harbour wall will take two winters”: the claim " + "the wall will take longer than was thought " * 5
MANY = [
    Finding(LONG if number % 3 else f"Finding {number}", ALTERED if number < 5 else NO_SPEAKER)
    for number in range(100_000)
]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[CheckDialog]:
    """Yield an open dialog with very many findings."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CheckDialog(window)
    dialog.show()
    dialog.show_findings("study.onrecord", Findings.of(MANY))
    yield dialog
    dialog.close()


def current(dialog: CheckDialog) -> int:
    return dialog.list.currentIndex().row()


def in_sight(dialog: CheckDialog) -> dict[int, QRect]:
    """Return the place of each row of which anything can be seen."""
    rows, height = dialog.list.model(), dialog.list.viewport().height()
    first = dialog.list.rowAt(0)
    places = {row: dialog.list.visualRect(rows.index(row, 0)) for row in range(first, min(first + 50, rows.rowCount()))}
    return {row: place for row, place in places.items() if place.top() < height}


class Watched(UserList[Finding]):
    """Findings that know which of them have been asked for."""

    asked: set[int]

    def __getitem__(self, row: Any) -> Any:
        self.asked.add(row)
        return self.data[row]


def test_only_findings_in_sight_are_laid_out(dialog: CheckDialog) -> None:
    watched = Watched(MANY)
    watched.asked = set()
    dialog._findings.put(watched)
    dialog.grab()
    assert 5 < len(watched.asked) < 100
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    dialog.grab()
    assert 10 < len(watched.asked) < 200


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Home])
def test_every_finding_in_sight_is_whole_and_the_current_one_is_in_sight(dialog: CheckDialog, key: Qt.Key) -> None:
    dialog.list.setCurrentIndex(dialog.list.model().index(len(MANY) // 2, 0))
    dialog.resize(500, 430)
    QTest.keyClick(dialog.list, key)
    places, line = in_sight(dialog), dialog.fontMetrics().height()
    for row, place in places.items():
        assert (place.height() > 2 * line) is (MANY[row].sentence == LONG)
    assert dialog.list.viewport().rect().contains(places[current(dialog)])


def test_no_sentence_loses_its_end_however_long_it_is(dialog: CheckDialog) -> None:
    sentences = ["The claim " + "i" * letters + " has no speaker." for letters in range(130, 200)]
    dialog.show_findings("study.onrecord", Findings.of([Finding(each, NO_SPEAKER) for each in sentences]))
    view, line, delegate = dialog.list, QFontMetrics(dialog.list.font()), dialog.list.itemDelegate()
    assert isinstance(delegate, WholeSentences)
    for row, sentence in enumerate(sentences):
        view.setCurrentIndex(view.model().index(row, 0))
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        delegate.initStyleOption(option, view.currentIndex())
        option.rect = view.visualRect(view.currentIndex())
        room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
        sides = 2 * (view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1)
        needed = line.boundingRect(room.adjusted(0, 0, -sides, 0), Qt.TextFlag.TextWordWrap, sentence)
        assert needed.height() <= room.height(), sentence


def test_the_list_stays_where_it_is_whether_a_finding_can_be_repaired_or_not(dialog: CheckDialog) -> None:
    dialog.show_findings("study.onrecord", Findings.of([Finding("One.", OVERLAPPING), Finding("Two.", FUTURE)]))
    dialog.grab()
    place = dialog.list.geometry()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.grab()
    assert not dialog.repair_one.isVisible()
    assert dialog.list.geometry() == place


def test_home_and_end_go_to_the_first_and_the_last_finding(dialog: CheckDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert current(dialog) == len(MANY) - 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    assert current(dialog) == 0


def test_tab_leaves_the_list(dialog: CheckDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab)
    assert not dialog.list.hasFocus()
    assert current(dialog) == 0
