"""A coder finds lines of all articles by conditions, by sorting by two columns, and by groups, with keys and mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.tables.panel import TablePanel
from models.edits import Edit, made
from models.entities import Claim, Number, Qualifier
from tests.gui.tables.acting import column, switches
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, go_to_cell
from tests.waiting import let_read

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def click_title(panel: TablePanel, name: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click the title of a column, and wait for the lines."""
    header, at = panel.view.header, column(panel, name)
    place = QPoint(header.sectionViewportPosition(at) + 12, header.height() // 2)
    QTest.mouseMove(header.viewport(), place)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
    let_read(panel.project)


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu."""
    next(each for each in menu.actions() if each.text().replace("&", "") == words).trigger()
    menu.deleteLater()


def chips(panel: TablePanel) -> list[str]:
    """Return the words of the chips."""
    return [chip.words.accessibleName() for chip in panel.narrowing.filtering.chips.chips]


def test_lines_are_found_by_conditions_sorted_by_two_columns_and_grouped(at_work: Desk, qtbot: QtBot) -> None:
    article, panel = at_work.records.article.id, at_work.statements
    claim = Claim(article=article)
    values = ((5.0, "km"), (3.0, "km"), (3.0, "m"))
    more = [
        Number(article=article, claim=claim.id, value=value, qualifier=Qualifier.EXACT, unit=unit)
        for value, unit in values
    ]
    at_work.project.do(Edit("More", tuple(map(made, (claim, *more)))))
    QTest.mouseClick(switches(panel)[1], Qt.MouseButton.LeftButton)
    let_read(at_work.project)

    click_title(panel, "value")
    click_title(panel, "unit", SHIFT)
    assert cells(panel, "value") == ["3", "3", "5", "≥ 12", "≈ 40,000,000", ""]
    assert cells(panel, "unit")[:3] == ["km", "m", "km"]
    click_title(panel, "unit", SHIFT)
    assert cells(panel, "unit")[:3] == ["m", "km", "km"]

    go_to_cell(panel, 0, "value")
    at_work.press(Key.Key_L, CTRL | SHIFT)
    at_work.type("3")
    at_work.press(Key.Key_Return)
    let_read(at_work.project)
    assert chips(panel) == ["Number is 3"] and panel.view.hasFocus()
    assert cells(panel, "unit") == ["m", "km"]
    assert panel.bar.count.text() == "1 claim · 2 numbers"

    go_to_cell(panel, 0, "unit")
    choose(panel.view.menu(), "Without This Value")
    let_read(at_work.project)
    assert chips(panel) == ["Number is 3", "Unit is not m"]
    assert cells(panel, "unit") == ["km"]
    QTest.mouseClick(panel.narrowing.filtering.chips.chips[0].cross, Qt.MouseButton.LeftButton)
    let_read(at_work.project)
    assert cells(panel, "value") == ["3", "5", "≥ 12", "≈ 40,000,000", ""]

    go_to_cell(panel, 0, "unit")
    at_work.press(Key.Key_G, CTRL | SHIFT)
    let_read(at_work.project)
    rows = panel.narrowing.grouping.pane.list
    found = [rows.topLevelItem(at) for at in range(rows.topLevelItemCount())]
    assert [[item.text(at) for at in (0, 1, 4)] for item in found if item] == [
        ["All lines", "6", "several units"],
        ["km", "2", "8 km"],
        ["m", "1", "3 m"],
        ["is empty", "2", "40,000,012"],
    ]
    assert rows.currentItem() is None  # no group has the lines whose unit is not m
    at_work.press(Key.Key_Down)
    at_work.press(Key.Key_Down)
    at_work.press(Key.Key_Return)
    let_read(at_work.project)
    assert chips(panel) == ["Unit is km"]
    assert cells(panel, "value") == ["3", "5"]
    at_work.press(Key.Key_Escape)
    assert panel.view.hasFocus()
    at_work.actions["remove_conditions"].trigger()
    let_read(at_work.project)
    assert chips(panel) == [] and len(cells(panel, "value")) == 6


def test_the_menu_of_a_title_sorts_filters_and_hides_its_column(at_work: Desk) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    header, section = panel.view.header, column(panel, "unit")
    choose(header.columns_menu(section), "Sort Descending")
    assert [(each.column, each.descending) for each in header.sorts] == [(header.columns[section].key, True)]
    choose(header.columns_menu(section), "Filter by This Column…")
    assert panel.narrowing.filtering.form.isVisible()
    choose(header.columns_menu(section), "Hide This Column")
    assert section not in header.shown()
    (hide,) = [each for each in header.columns_menu(0).actions() if each.objectName() == "hide_this_column"]
    assert not hide.isEnabled()
