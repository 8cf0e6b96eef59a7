"""Lists are grouped by a column: counts, and sums of values of one unit, above the lines; a group filters by itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, StatementsPanel
from gui.tables.panel import TablePanel
from models.edits import Edit, made
from models.entities import Number, Qualifier
from tests.example import Example, put
from tests.gui.tables.acting import go_to
from tests.gui.tables.test_chips import chips, keys, shown, with_topic
from tests.waiting import let_read

Key = Qt.Key


def groups(panel: TablePanel, qtbot: QtBot) -> list[list[str]]:
    """Return the rows of the groups, once they have been counted."""
    let_read(panel.project)
    found = panel.narrowing.grouping.pane.list
    return [[_text(found, row, at) for at in range(7)] for row in range(found.topLevelItemCount())]


def _text(found: object, row: int, at: int) -> str:
    item = found.topLevelItem(row)  # type: ignore[attr-defined]
    return str(item.text(at))


def test_numbers_are_grouped_and_summed_where_they_have_one_unit(
    numbers: NumbersPanel, project: Project, example: Example, qtbot: QtBot
) -> None:
    assert project.records
    more = [
        Number(article=example.article.id, value=value, qualifier=Qualifier.EXACT, unit=unit)
        for value, unit in ((2.0, "km"), (3.5, "km"), (7.0, "m"))
    ]
    project.do(Edit("More", tuple(map(made, more))))
    go_to(numbers, example.millions.id, "unit")
    numbers.group_current_column()
    assert groups(numbers, qtbot) == [
        ["All lines", "5", "1", "5", "several units", "", ""],
        ["km", "2", "", "2", "5.5 km", "2 km", "3.5 km"],
        ["m", "1", "", "1", "7 m", "7 m", "7 m"],
        ["is empty", "2", "1", "2", "40,000,012", "12", "40,000,000"],
    ]


def test_enter_on_a_group_filters_by_it_and_all_groups_stay(
    panel: StatementsPanel, project: Project, example: Example, qtbot: QtBot
) -> None:
    with_topic(project, example)
    go_to(panel, example.cost.id, "topic")
    panel.group_current_column()
    assert panel.shows_all and panel.narrowing.grouping.pane.list.hasFocus()
    rows = [(row[0], row[1]) for row in groups(panel, qtbot)]
    assert rows == [("All lines", "3"), ("Sea", "1"), ("    Storm", "1"), ("Wall", ""), ("is not coded", "1")]
    keys(Key.Key_Down, Key.Key_Return)
    assert chips(panel) == ["Topic is Sea"]
    assert shown(panel, "topic") == ["Storm"]
    assert [(row[0], row[1]) for row in groups(panel, qtbot)] == rows
    keys(Key.Key_End, Key.Key_Return)
    assert chips(panel) == ["Topic is not coded"]
    keys(Key.Key_Home, Key.Key_Return)
    assert chips(panel) == []
    keys(Key.Key_Escape)
    assert panel.view.hasFocus()


def test_groups_follow_edits_and_words(
    panel: StatementsPanel, project: Project, example: Example, qtbot: QtBot
) -> None:
    panel.show_all(True)
    go_to(panel, example.lost.id, "speaker")
    panel.group_current_column()
    assert [row[:2] for row in groups(panel, qtbot)][1:] == [["Ida Brekke", "1"], ["is empty", "1"]]
    assert project.records
    project.do(put(project.records.claims[example.lost.id], "speaker", example.mayor, project.registry))
    qtbot.waitUntil(lambda: [row[:2] for row in groups(panel, qtbot)][1:] == [["Ida Brekke", "2"]])
    panel.filter.setText("crowns")
    qtbot.waitUntil(lambda: [row[:2] for row in groups(panel, qtbot)][1:] == [["Ida Brekke", "1"]])
    found = panel.narrowing.grouping.pane.list
    item = found.topLevelItem(1)
    assert item
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualItemRect(item).center())
    assert chips(panel) == ["Speaker is Ida Brekke"]
    panel.show_all(False)
    assert panel.narrowing.grouping.pane.isHidden()
