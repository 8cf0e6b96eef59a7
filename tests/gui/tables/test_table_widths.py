"""Widths and heights: columns keep the coder's widths, full ones get the room, and a new line is visible."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionHeader
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.tables.cell_look import PAD_X
from models.actions import claims
from models.actions.numbers import delete_number, mark_number
from models.edits import Edit, made
from models.entities import Claim, Role, Span
from models.lines.order import Sort
from tests.example import Example, place, typed
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


def width(panel: StatementsPanel | NumbersPanel, name: str) -> int:
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
    shown(qtbot, again, project)
    again.take_layouts(panel.layouts())
    assert width(again, name) == dragged


def test_a_click_on_the_header_and_a_resized_window_leave_the_columns_sharing(panel: StatementsPanel) -> None:
    QTest.mouseClick(panel.view.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    for room in (560, 900, 640):
        panel.resize(room, 600)
        assert panel.view.header.length() == panel.view.viewport().width()


def test_a_click_that_sorts_leaves_the_columns_sharing(speakers: SpeakersPanel) -> None:
    header = speakers.view.header
    section = next(at for at, each in enumerate(header.columns) if each.name == "claims")
    before = header.sectionSize(section)
    at = QPoint(header.sectionViewportPosition(section) + 20, 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert header.sectionSize(section) > before
    for room in (700, 900, 640):
        speakers.resize(room, 600)
        assert header.length() == speakers.view.viewport().width()


def test_a_scroll_bar_that_appears_takes_nothing_from_a_dragged_column(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    drag(panel, "claim", 30)
    dragged = width(panel, "claim")
    add_claims(project, example, 60)
    panel.resize(700, 300)
    assert panel.view.verticalScrollBar().maximum() > 0
    assert width(panel, "claim") == dragged


def test_columns_of_numbers_take_the_width_of_what_stands_in_them_and_leave_the_rest_to_the_claims(
    panel: StatementsPanel, project: Project
) -> None:
    full = {name: width(panel, name) for name in ("claim", "value", "unit", "counted")}
    assert full["claim"] > 1.5 * max(full["value"], full["unit"], full["counted"])
    assert project.records
    for number in list(project.records.numbers.values()):
        project.do(delete_number(project.records, number))
    assert {name: width(panel, name) for name in full} == full, "none becomes narrower while one works"
    open_again(project)
    assert width(panel, "claim") > full["claim"]


def test_a_column_of_numbers_widens_for_what_comes_into_it_but_only_so_far(
    panel: StatementsPanel, project: Project
) -> None:
    assert project.records
    number = next(iter(project.records.numbers.values()))
    before = width(panel, "unit")
    project.do(typed(number, "unit", "square miles"))
    wider = width(panel, "unit")
    assert wider > before
    project.do(typed(project.records.numbers[number.id], "unit", "m"))
    assert width(panel, "unit") == wider, "none becomes narrower while one works"
    project.do(typed(project.records.numbers[number.id], "unit", "long " * 40))
    assert width(panel, "unit") < 150
    open_again(project)
    assert width(panel, "claim") > width(panel, "unit")


def test_what_is_counted_takes_a_second_line_before_it_is_cut_off(panel: StatementsPanel, project: Project) -> None:
    assert project.records
    edit = mark_number(project.records, *place("two winters", project.records.text))
    project.do(edit)
    number = edit.changes[0].row.id
    row = panel.view.lines.row_of(number)
    assert row is not None
    project.do(typed(project.records.numbers[number], "counted", "ill"))
    low = panel.view.rowHeight(row)
    project.do(typed(project.records.numbers[number], "counted", "partners of the coalition " * 3))
    assert panel.view.rowHeight(row) >= max(low, panel.view.look.row_height(2))


def open_again(project: Project) -> None:
    """Leave the article and come back to it."""
    assert project.records
    project.article.open(project.records.article.id)


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
    project.do(typed([project.records.claims[edit.changes[0].row.id]], "speaker", "Øst " * 30, project.registry))
    assert panel.view.rowHeight(row) > low
    speaker = project.registry.find("Øst " * 30)
    assert speaker
    project.do(typed(speaker, "name", "Øst", project.registry))
    assert panel.view.rowHeight(row) == low


def test_a_title_at_the_right_and_its_arrow_have_room_beside_each_other(panel: StatementsPanel) -> None:
    header, section = panel.view.header, column(panel, "value")
    header.setSortIndicatorShown(True)
    header.set_sorts([Sort("value")])
    option = QStyleOptionHeader()
    header.initStyleOptionForIndex(option, section)
    style, measured = header.style(), header.fontMetrics().horizontalAdvance
    arrow = style.subElementRect(QStyle.SubElement.SE_HeaderArrow, option, header)
    title, shown_title = header.columns[section].title, option.text
    assert shown_title.startswith(title)
    assert measured(shown_title) - measured(title) >= arrow.width()
    header.setSortIndicatorShown(False)
    header.initStyleOptionForIndex(option, section)
    assert option.text == title


def test_a_word_that_is_often_counted_is_not_broken(panel: StatementsPanel, project: Project, example: Example) -> None:
    word = "respondents"
    assert project.do(typed(example.millions, "counted", word))
    room = width(panel, "counted") - 2 * PAD_X
    assert panel.view.look.fonts.plain and QFontMetrics(panel.view.look.fonts.plain).horizontalAdvance(word) <= room


def number_fits(panel: StatementsPanel | NumbersPanel, text: str) -> bool:
    """Return whether the column of numbers shows a text whole."""
    font = panel.view.look.fonts.font(figures=True, bold=True)
    return QFontMetrics(font).horizontalAdvance(text) <= width(panel, "value") - 2 * PAD_X


def test_a_range_of_two_long_numbers_is_read_whole_without_a_scroll_bar(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.do(typed(example.millions, "value", "200000-250000"))
    assert number_fits(panel, "200,000–250,000")
    assert not panel.view.horizontalScrollBar().isVisible()
    records = project.records
    assert records and project.do(typed(records.numbers[example.millions.id], "value", "1000000-2000000"))
    assert not panel.view.horizontalScrollBar().isVisible()
    panel.resize(600, 600)
    assert number_fits(panel, "1,000,000–2,000,000")


def test_billions_are_read_whole_in_the_list_of_all_numbers_and_ranges_in_a_wide_one(numbers: NumbersPanel) -> None:
    assert number_fits(numbers, "2,300,000,000")
    numbers.resize(850, 600)
    assert number_fits(numbers, "200,000–250,000")
