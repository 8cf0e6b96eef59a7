"""Lists are grouped by a column: counts, and sums of values of one unit, above the lines; a group filters by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, RemarksPanel, SpeakersPanel, StatementsPanel, groups_pane
from gui.tables.groups_list import LEAST_WIDTH
from gui.tables.panel import TablePanel
from models.attributes.comparing import Operator
from models.edits import Edit, changed, made
from models.entities import Number, Qualifier
from models.lines.order import Condition
from models.store import groups as groups_of_file
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


def current_group(panel: TablePanel) -> str:
    """Return the name of the current group; nothing without one."""
    item = panel.narrowing.grouping.pane.list.currentItem()
    return item.text(0) if item else ""


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


def test_the_current_group_is_the_one_by_which_the_lines_are_filtered(
    panel: StatementsPanel, example: Example, qtbot: QtBot
) -> None:
    panel.show_all(True)
    go_to(panel, example.cost.id, "speaker")
    panel.keep_value(like=True)
    panel.group_current_column()
    groups(panel, qtbot)
    assert current_group(panel) == "Ida Brekke"
    panel.narrowing.show_all_lines()
    qtbot.waitUntil(lambda: current_group(panel) == "All lines")
    assert chips(panel) == []


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


def test_speakers_are_grouped_with_what_they_said(
    speakers: SpeakersPanel, project: Project, example: Example, qtbot: QtBot
) -> None:
    speakers.narrowing.group_by("kind")
    rows = groups(speakers, qtbot)
    assert rows[0] == ["All lines", "2", "1", "1", "40,000,000", "40,000,000", "40,000,000"]
    by_kind = {row[0]: row[1:4] for row in rows}
    assert by_kind["person"] == ["1", "1", "1"] and by_kind["organisation"] == ["1", "", ""]
    keys(Key.Key_Down, Key.Key_Return)
    assert chips(speakers) == ["Kind is person"] and shown(speakers, "name") == ["Ida Brekke"]
    assert project.records
    project.do(put(project.records.claims[example.lost.id], "speaker", example.mayor, project.registry))
    qtbot.waitUntil(lambda: groups(speakers, qtbot)[1][:4] == ["person", "1", "2", "1"])
    speakers.filter.setText("nobody")
    qtbot.waitUntil(lambda: groups(speakers, qtbot)[0][:2] == ["All lines", ""])


def test_remarks_are_grouped_and_the_switch_above_them_counts(
    remarks: RemarksPanel, project: Project, example: Example, qtbot: QtBot
) -> None:
    flagged = (example.lost, example.cost, example.millions, example.berths)
    project.do(Edit("Flag", tuple(changed(each, discuss=True) for each in flagged)))
    project.do(Edit("Note", (changed(project.registry.speakers[example.mayor.id], note="Which one?"),)))
    let_read(project)
    remarks.narrowing.group_by("kind")
    assert groups(remarks, qtbot) == [
        ["All lines", "5", "2", "2", "40,000,012", "12", "40,000,000"],
        ["Claim", "2", "2", "", "", "", ""],
        ["Number", "2", "", "2", "40,000,012", "12", "40,000,000"],
        ["Speaker", "1", "", "", "", "", ""],
    ]
    remarks.findChildren(QToolButton)[2].click()
    qtbot.waitUntil(lambda: [row[:2] for row in groups(remarks, qtbot)][1:] == [["Number", "1"], ["Speaker", "1"]])
    assert remarks.narrowing.shown().conditions == (Condition("note", Operator.FILLED),)


def test_a_column_that_lines_cannot_be_grouped_by_is_not_offered(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    go_to(panel, example.cost.id, "claim")
    panel.group_current_column()
    offered = panel.narrowing.grouping.pane.column
    assert "Claim" not in [offered.itemText(at) for at in range(offered.count())]
    assert panel.narrowing.grouping.column == "speaker"


def test_it_is_said_how_many_groups_are_left_out(
    numbers: NumbersPanel, example: Example, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (groups_of_file, groups_pane):
        monkeypatch.setattr(module, "MOST", 1)
    numbers.narrowing.group_by("value")
    assert len(groups(numbers, qtbot)) == 2
    said = numbers.narrowing.grouping.pane.left_out
    assert said.isVisible() and said.text() == "The 1 largest of 2 groups are listed."
    numbers.narrowing.group_by("speaker")
    assert groups(numbers, qtbot) and not said.isVisible()


def test_figures_without_room_are_hidden_and_the_count_of_lines_is_not(numbers: NumbersPanel, qtbot: QtBot) -> None:
    numbers.narrowing.group_by("unit")
    groups(numbers, qtbot)
    rows = numbers.narrowing.grouping.pane.list
    hidden = [rows.isColumnHidden(at) for at in range(7)]
    assert not any(hidden[:2])
    numbers.resize(240, 600)
    qtbot.waitUntil(lambda: rows.isColumnHidden(6))
    assert not rows.isColumnHidden(1) and rows.columnWidth(0) >= LEAST_WIDTH
