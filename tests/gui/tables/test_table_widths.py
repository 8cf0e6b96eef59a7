"""Widths and heights: what the coder drags stays, what is full gets the room, and a new line is in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.project import Project
from gui.tables import StatementsPanel
from models.actions import claims, numbers, speakers
from models.edits import Edit, made
from models.entities import Claim, Role, Span
from tests.example import Example, place
from tests.gui.tables.acting import column
from tests.gui.tables.conftest import shown


def drag(panel: StatementsPanel, name: str, by: int) -> None:
    """Drag the right border of a column."""
    header = panel.view.header
    section = column(panel, name)
    border = header.sectionViewportPosition(section) + header.sectionSize(section) - 1
    at = QPoint(border, header.height() // 2)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(header.viewport(), at + QPoint(by // 2, 0))
    QTest.mouseMove(header.viewport(), at + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(by, 0))


def width(panel: StatementsPanel, name: str) -> int:
    """Return how wide a column is."""
    return panel.view.header.sectionSize(column(panel, name))


@pytest.mark.parametrize(("name", "by"), [("speaker", 50), ("claim", -40), ("claim", 60), ("counted", 30)])
def test_a_column_that_was_dragged_has_its_width_after_a_restart(
    qtbot: QtBot, panel: StatementsPanel, project: Project, name: str, by: int
) -> None:
    before = width(panel, name)
    drag(panel, name, by)
    dragged = width(panel, name)
    assert dragged != before
    again = StatementsPanel()
    assert again.restore_state(panel.save_state())
    shown(qtbot, again, project)
    assert width(again, name) == dragged


def test_a_click_on_the_header_and_a_resized_window_leave_the_columns_sharing(panel: StatementsPanel) -> None:
    QTest.mouseClick(panel.view.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    for room in (560, 900, 640):
        panel.resize(room, 600)
        assert panel.view.header.length() == panel.view.viewport().width()


def test_a_scroll_bar_that_appears_takes_nothing_from_a_dragged_column(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    drag(panel, "claim", 30)
    dragged = width(panel, "claim")
    add_claims(project, example, 60)
    panel.resize(700, 300)
    assert panel.view.verticalScrollBar().maximum() > 0
    assert width(panel, "claim") == dragged


def test_columns_in_which_nothing_stands_leave_their_width_to_the_claims(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    full = width(panel, "claim")
    assert project.records
    edits = [numbers.delete_number(project.records, number) for number in project.records.numbers.values()]
    for edit in edits:
        project.do(edit)
    assert width(panel, "claim") == full, "nothing moves while one works"
    project.open_article(example.article.id)
    assert width(panel, "claim") > full + 50
    assert all(width(panel, name) < 90 for name in ("value", "unit", "counted"))
    project.do(numbers.mark_number(project.records, *place("nearly 300 metres")))
    assert width(panel, "value") >= 90


def add_claims(project: Project, example: Example, count: int) -> None:
    """Record so many claims at the beginning of the article."""
    rows: list[Claim | Span] = []
    for _ in range(count):
        claim = Claim(article=example.article.id)
        rows += [claim, Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=0, end=60)]
    project.do(Edit("Many claims", tuple(made(row) for row in rows)))


def test_a_new_line_at_the_end_of_the_table_is_wholly_in_sight(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    panel.resize(560, 300)
    add_claims(project, example, 30)
    assert project.records
    edit = claims.mark_claim(project.records, *place("It wants at least 12 new berths."))
    project.do(edit)
    panel.ask_speaker(edit.changes[0].row.id, None)
    row = panel.view.lines.row_of(edit.changes[0].row.id)
    assert row is not None
    for name in ("speaker", "claim"):
        rect = panel.view.visualRect(panel.view.lines.index(row, column(panel, name)))
        assert panel.view.viewport().rect().contains(rect)


def test_a_row_is_as_high_as_its_speakers_name_needs_and_lower_again_for_a_shorter_one(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    panel.resize(900, 600)
    assert project.records
    edit = claims.mark_claim(project.records, *place("nobody would have to move"))
    project.do(edit)
    row = panel.view.lines.row_of(edit.changes[0].row.id)
    assert row is not None
    low = panel.view.rowHeight(row)
    project.do(claims.assign_speaker([project.records.claims[edit.changes[0].row.id]], project.registry, "Øst " * 30))
    assert panel.view.rowHeight(row) > low
    speaker = project.registry.find("Øst " * 30)
    assert speaker
    project.do(speakers.rename_speaker(project.registry, speaker, "Øst"))
    assert panel.view.rowHeight(row) == low
