"""How the columns of the tables are arranged belongs to the project: it comes back with it, and can be reset."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.tables.header import ColumnsHeader
from gui.tables.panel import TablePanel
from models.actions.codebook import add_variable, change_variable
from models.codebook.codebook import Codebook
from models.entities import Subject, Variable
from models.store import Store
from tests.journeys.desk import Desk
from tests.journeys.sight import columns_menu
from tests.snapshots import query


def names(panel: TablePanel) -> list[str]:
    """Return the columns on the screen, from left to right."""
    return [panel.view.lines.columns[section].name for section in panel.view.header.shown()]


def section(panel: TablePanel, name: str) -> int:
    """Return the column with a name."""
    return next(at for at, column in enumerate(panel.view.lines.columns) if column.name == name)


def drag_border(header: ColumnsHeader, of: int, by: int) -> None:
    """Drag the right border of a column."""
    at = QPoint(header.sectionViewportPosition(of) + header.sectionSize(of) - 1, header.height() // 2)
    QTest.mouseMove(header.viewport(), at)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(header.viewport(), at + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(by, 0))


def arrange(panel: TablePanel) -> dict[str, int]:
    """Arrange the columns of the speakers, and return the widths of those that were dragged."""
    header = panel.view.header
    header.show_column(section(panel, "kind"), False)
    header.show_column(section(panel, "note"), True)
    header.moveSection(header.visualIndex(section(panel, "note")), 1)
    drag_border(header, section(panel, "name"), 40)
    return {"name": header.sectionSize(section(panel, "name"))}


def test_columns_are_as_they_were_left_in_this_project_and_as_at_first_in_another(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    other = Path(shutil.copyfile(study, study.with_name("other.onrecord")))
    desk.open(study)
    desk.show("speakers")
    first = names(desk.speakers)
    widths = arrange(desk.speakers)
    shown = names(desk.speakers)
    assert shown[:2] == ["name", "note"]
    assert "kind" not in shown
    again = come_back()
    again.window.settings._kept.clear()  # nothing of this comes from the settings
    again.open(study)
    again.show("speakers")
    assert names(again.speakers) == shown
    assert again.speakers.view.columnWidth(section(again.speakers, "name")) == widths["name"]
    again.open(other)
    assert names(again.speakers) == first
    again.open(study)
    assert names(again.speakers) == shown


def test_both_sides_of_the_statements_have_their_own_columns_and_order(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    desk.open(study)
    desk.statements.view.header.show_column(section(desk.statements, "mode"), True)
    desk.statements.show_all(True)
    desk.statements.view.header.setSortIndicator(section(desk.statements, "value"), Qt.SortOrder.DescendingOrder)
    again = come_back()
    again.open(study)
    assert "mode" in names(again.statements)
    again.statements.show_all(True)
    header = again.statements.view.header
    assert "mode" not in names(again.statements)
    assert header.sortIndicatorSection() == section(again.statements, "value")
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_layout_is_kept_at_a_pause_and_is_nothing_to_undo(at_work: Desk, study: Path, qtbot: QtBot) -> None:
    QApplication.processEvents()
    at_work.show("speakers")
    undo = at_work.project.undo_label
    arrange(at_work.speakers)
    qtbot.waitUntil(lambda: query(study, "SELECT shows FROM layout") == [("speakers",)])
    assert at_work.project.undo_label == undo
    assert not at_work.project.store.changed_elsewhere()


def test_the_columns_are_reset_by_the_menu(at_work: Desk, come_back: Callable[[], Desk], study: Path) -> None:
    at_work.show("speakers")
    first = names(at_work.speakers)
    arrange(at_work.speakers)
    assert names(at_work.speakers) != first
    columns_menu(at_work)["&Reset Columns and Rows"].trigger()
    assert names(at_work.speakers) == first
    again = come_back()
    again.open(study)
    again.show("speakers")
    assert names(again.speakers) == first
    assert query(study, "SELECT * FROM layout") == []


def test_a_project_that_is_only_looked_at_is_not_written_to(desk: Desk, study: Path) -> None:
    before = study.read_bytes()
    desk.open(study)
    desk.statements.show_all(True)
    desk.statements.show_all(False)
    desk.close()
    assert study.read_bytes() == before


def test_a_window_that_may_only_read_arranges_its_columns_and_keeps_nothing(desk: Desk, study: Path) -> None:
    study.chmod(0o400)
    desk.open(study)
    desk.project.store._guard.read_only = True  # for a tester who may write anywhere
    desk.show("speakers")
    arrange(desk.speakers)
    notice = desk.notice.words
    desk.window.workspace.layouts.keep()
    assert desk.notice.words == notice
    assert query(study, "SELECT * FROM layout") == []


def test_a_variable_keeps_its_place_when_it_is_renamed(
    at_work: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    project = at_work.project
    assert project.do(add_variable(Codebook(), Variable(subject=Subject.SPEAKER, name="a", label="A", kind="text")))
    (variable,) = project.codebook.variables.values()
    header = at_work.speakers.view.header
    header.moveSection(header.visualIndex(section(at_work.speakers, "a")), 0)
    assert project.do(change_variable(project.codebook, variable, name="b"))
    assert names(at_work.speakers)[0] == "b"
    again = come_back()
    again.open(study)
    assert names(again.speakers)[0] == "b"
    again.close()
    with Store.open(study) as store:
        assert f"variable:{variable.id}" == store.layouts()["speakers"].columns[0].name
