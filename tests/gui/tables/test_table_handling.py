"""Using a table: selecting, arrow keys across merged cells, copying, columns, and the hints of empty tables."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.tables.painting import CellFonts, direction_of, draw_wrapped, utf16_from, wrapped
from gui.tables.statements_table import AT_ONCE
from gui.theme import fonts, theme
from models.actions import numbers
from models.edits import Edit, made
from models.entities import Claim, Role, Span
from models.views.layout import ColumnPlace
from tests.example import Example, place
from tests.gui.tables.acting import Key, column, current, go_to, press, switches


def test_choosing_a_record_tells_nobody_and_leaves_the_focus(panel: StatementsPanel, example: Example) -> None:
    told = QSignalSpy(panel.record_selected)
    switches(panel)[0].setFocus()
    for record in (example.cost.id, example.millions.id, example.berths.id, example.lost.id):
        panel.choose(record)
        assert [place.record for place in panel.view.selected_places()] == [record]
        assert panel.view.record() == record
    panel.choose(None)
    assert panel.view.selected_places() == []
    assert told.count() == 0
    assert not panel.view.hasFocus()


def test_a_cell_tells_the_record_it_is_about(panel: StatementsPanel, example: Example) -> None:
    told = QSignalSpy(panel.record_selected)
    go_to(panel, example.cost.id, "claim")
    press(panel, Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Left, Key.Key_Left)
    assert [told.at(at)[0].record for at in range(told.count())] == [
        example.cost.id,
        *[example.millions.id] * 2,
        example.lost.id,
        *[example.berths.id] * 3,
    ]


def test_arrows_go_over_stretched_cells_and_back(panel: StatementsPanel, project: Project, example: Example) -> None:
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    go_to(panel, example.cost.id, "speaker")
    press(panel, Key.Key_Down)
    assert current(panel) == (2, "speaker")
    press(panel, Key.Key_Up)
    assert current(panel) == (0, "speaker")
    go_to(panel, example.millions.id, "value")
    press(panel, Key.Key_Down)
    assert current(panel) == (1, "value")
    press(panel, Key.Key_Left)
    assert current(panel) == (0, "claim")
    press(panel, Key.Key_Right)
    assert current(panel) == (1, "value")


def test_ctrl_home_goes_to_the_first_cell_though_no_record_is_selected(
    panel: StatementsPanel, example: Example
) -> None:
    go_to(panel, example.lost.id, "claim")
    panel.show_selection(None)
    assert not panel.view.currentIndex().isValid()
    QTest.keyClick(panel.view, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert current(panel) == (0, "speaker")


def test_all_lines_of_the_current_claim_are_shown_as_chosen(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    go_to(panel, example.millions.id, "value")
    assert panel.view.current_lines() == range(2)


def test_copying_takes_the_selected_cells_as_they_are_exported(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "value")
    QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "40000000"
    panel.view.selectAll()
    QTest.keySequence(panel.view, QKeySequence("Ctrl+Shift+C"))
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Speaker\tClaim\tNumber\tUnit\tCounted"
    assert lines[1].startswith("Ida Brekke\tthe wall 🌊")
    assert len(lines) == 4
    QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().split("\n") == lines[1:]


def test_columns_share_the_width_and_never_need_a_scroll_bar_in_a_small_window(
    qtbot: QtBot, panel: StatementsPanel, speakers: SpeakersPanel, numbers: NumbersPanel
) -> None:
    for pane in (panel, speakers, numbers):
        for width in (560, 828):
            pane.resize(width, 600)
            assert pane.view.header.length() == pane.view.viewport().width()
            assert not pane.view.horizontalScrollBar().isVisible()


def test_what_the_coder_made_of_the_columns_is_remembered(
    qtbot: QtBot, panel: StatementsPanel, project: Project
) -> None:
    panel.view.header.show_column(column(panel, "mode"), True)
    panel.view.header.moveSection(0, 1)
    other = StatementsPanel()
    qtbot.addWidget(other)
    other.take_layouts(panel.layouts())
    assert not other.view.isColumnHidden(column(panel, "mode"))
    assert other.view.header.shown()[:2] == [1, 0]
    other.view.header.reset_columns()
    assert other.layouts() == StatementsPanel().layouts() != panel.layouts()


def test_an_attribute_that_comes_or_goes_leaves_the_other_columns_as_the_coder_has_them(panel: StatementsPanel) -> None:
    header = panel.view.header
    header.show_column(column(panel, "mode"), True)
    header.show_column(column(panel, "unit"), False)
    header.moveSection(0, 1)
    saved = header.save()
    known = [place for place in saved.columns if place.name not in ("summary", "counted")]
    widths = {"gone": 50, "speaker": 150}
    places = [replace(place, width=widths.get(place.name)) for place in [ColumnPlace("gone", hidden=True), *known]]
    header.restore(replace(saved, columns=tuple(places)))
    names = [panel.view.lines.columns[section].name for section in header.shown()]
    assert names == ["claim", "speaker", "value", "mode", "counted"]
    assert panel.view.columnWidth(column(panel, "speaker")) == 150


def test_the_header_offers_the_columns_that_are_hidden(panel: StatementsPanel) -> None:
    menu = panel.view.header.columns_menu()
    shown = menu.findChild(QMenu, "shown_columns")
    assert isinstance(shown, QMenu)
    offered = {action.text(): action for action in shown.actions()}
    assert not offered["Note"].isChecked()
    offered["Note"].trigger()
    assert not panel.view.isColumnHidden(column(panel, "note"))
    assert not offered["Speaker"].isEnabled()
    menu.deleteLater()


def test_an_empty_table_says_which_key_makes_the_first_line(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    project.article.open(example.other.id)
    assert panel.view.hint == ("No statements yet", "Select a sentence with J, then press C to record a claim.")
    empty = panel.view.viewport().grab().toImage()
    panel.view.set_hint("", "")
    assert panel.view.viewport().grab().toImage() != empty
    project.article.close()
    assert panel.view.hint[0] == "No article is open"


def test_a_long_claim_gets_three_lines_and_a_short_one_what_it_needs(panel: StatementsPanel, example: Example) -> None:
    heights = [panel.view.rowHeight(row) for row in range(3)]
    one = panel.view.look.row_height()
    assert heights[2] == one
    assert heights[0] == panel.view.look.row_height(3)
    panel.resize(1400, 600)
    panel.view.measure()
    assert panel.view.rowHeight(0) == one


def test_the_table_is_drawn_in_the_colours_of_the_scheme(panel: StatementsPanel, example: Example) -> None:
    panel.choose(example.lost.id)
    for appearance in ("dark", "light"):
        theme().choose(appearance)
        image = panel.view.viewport().grab().toImage()
        row = panel.view.rowViewportPosition(1) + panel.view.rowHeight(1) - 5
        assert image.pixelColor(5, row).name() == theme().scheme.row


def test_text_is_cut_off_by_qts_own_count_of_letters() -> None:
    assert utf16_from("🌊🌊 abc", 5) == "abc"
    assert utf16_from("abc", 1) == "bc"


def test_lines_are_counted_as_they_are_drawn_up_to_the_most_there_may_be() -> None:
    cells = CellFonts.of(fonts.interface_font(), fonts.table_font())
    assert cells.lines_needed("", 100, 3) == cells.lines_needed("ill ill", 100, 3) == 1
    assert cells.lines_needed("mine-resistant armoured vehicles", 100, 9) == 3
    assert cells.lines_needed("W" * 40, 100, 9) > cells.lines_needed("i" * 40, 100, 9)
    assert cells.lines_needed("word " * 400, 100, 3) == 3


@pytest.mark.parametrize("leaning", [False, True], ids=["record", "suggestion"])
def test_no_word_is_left_out_at_any_width_without_an_ellipsis(*, leaning: bool) -> None:
    font = fonts.interface_font()
    font.setItalic(leaning)
    cells = CellFonts.of(font, fonts.table_font())
    words = "the hardest winter lies ahead"
    for width in range(100, 220):
        drawn = sum(layout.lineCount() for layout in wrapped(words, cells, width, 9))
        assert cells.lines_needed(words, width, 9) == drawn
        (_first, *cut) = wrapped(words, cells, width, 1)
        assert (drawn == 1) is (not cut)
        assert not cut or cut[0].text().endswith("…")


def test_wrapped_text_stays_in_its_rectangle(qapp: object) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    cells = CellFonts.of(fonts.interface_font(), fonts.table_font())
    draw_wrapped(
        painter, QRect(20, 20, 100, 36), "the wall 🌊 would cost about 40 million crowns " * 5, "#000000", cells
    )
    painter.end()
    ink = [(x, y) for x in range(200) for y in range(100) if image.pixelColor(x, y).lightness() < 200]
    assert ink
    assert all(18 <= x <= 122 and 18 <= y <= 60 for x, y in ink)


def test_a_second_click_says_again_what_is_chosen(panel: StatementsPanel, example: Example) -> None:
    told = QSignalSpy(panel.record_selected)
    go_to(panel, example.millions.id, "value")
    at = panel.view.visualRect(panel.view.currentIndex()).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [told.at(n)[0].record for n in range(told.count())] == [example.millions.id] * 2


def test_lines_far_down_stay_in_sight_while_the_rows_above_are_measured(
    qtbot: QtBot, panel: StatementsPanel, project: Project, example: Example
) -> None:
    rows: list[Claim | Span] = []
    for _ in range(2 * AT_ONCE):
        claim = Claim(article=example.article.id)
        rows += [claim, Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=0, end=200)]
    project.do(Edit("Many claims", tuple(made(row) for row in rows)))
    project.article.open(example.article.id)
    panel.choose(example.berths.id)
    qtbot.waitUntil(lambda: panel.view.rowHeight(2 * AT_ONCE - 1) > panel.view.look.row_height())
    at = panel.view.visualRect(panel.view.currentIndex())
    assert panel.view.viewport().rect().contains(at)


def test_text_from_right_to_left_stands_at_the_right_on_every_line(qapp: object) -> None:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    cells = CellFonts.of(fonts.interface_font(), fonts.table_font())
    lines = [range(5 + number * cells.spacing, 5 + (number + 1) * cells.spacing) for number in (0, 1)]
    draw_wrapped(painter, QRect(10, 5, 280, 2 * cells.spacing), "الجدار سوف يكلف " * 5, "#000000", cells)
    painter.end()
    for line in lines:
        ink = [x for x in range(300) for y in line if image.pixelColor(x, y).lightness() < 200]
        assert max(ink) > 270
    assert direction_of("“…” 12 abc") == Qt.LayoutDirection.LeftToRight


def test_a_letter_where_nothing_can_be_typed_does_nothing(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.lost.id, "claim")
    before = current(panel)
    press(panel, "t", "a")
    assert current(panel) == before
    assert panel.view.cells.editor is None
