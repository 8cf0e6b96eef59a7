"""Suggestions in the real window: walked through, changed, recorded and dismissed by keys, and by the mouse alone."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.tables.statements_model import StatementsTableModel
from models.actions.articles import import_articles
from models.actions.correcting import correct_text
from models.articles.draft import Draft
from models.correcting.correction import correct
from models.entities import Origin
from models.properties import Assistance
from models.store import Store
from tests.example import signed, typed
from tests.gestures.looking import wrong
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import cells, claims_shown, open_cell, said
from tests.journeys.states import read_only

Key = Qt.Key

QUAY = """The quay at Aldersund will be closed

“We need 40 new berths and 3 cranes before the winter,” Ola Nord said.

He added that 200 boats had asked for a place. Mr Nord knows that the work is late.

The council owns 9 ferries. “It will never be enough,” said Ida Brekke.
"""
NEED, BOATS, ENOUGH = (
    "“We need 40 new berths and 3 cranes before the winter,”",
    "200 boats had asked for a place",
    "“It will never be enough,”",
)


@pytest.fixture
def quay(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk at an article of which nothing is recorded, with suggestions, the keyboard in the text."""
    desk.open(project_of(tmp_path, Draft(QUAY, "The quay at Aldersund will be closed", language="en")))
    desk.actions["show_suggestions"].trigger()
    let_seek(desk)
    desk.text.setFocus()
    return desk


def project_of(folder: Path, *drafts: Draft) -> Path:
    """Return a project with these articles, of which nothing is recorded."""
    path = folder / "suggesting.onrecord"
    with closing(Store.create(path)) as store:
        store.apply(signed(import_articles(drafts)))
    return path


def let_seek(desk: Desk) -> None:
    """Let the article be read until its suggestions are known."""
    while desk.window.workspace.suggestions.is_seeking:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def words(desk: Desk) -> str:
    """Return the words of the current suggestion; nothing without one."""
    current = desk.window.workspace.suggestions.current
    return desk.records.text[slice(*current.range)] if current else ""


def recorded(desk: Desk) -> list[tuple[str, str, list[float | None], Origin]]:
    """Return the claims that are recorded: their words, speakers and numbers, and how they began."""
    speakers, records = desk.project.registry.speakers, desk.records
    claims = sorted(records.claims.values(), key=lambda claim: records.start(claim.id))
    return [
        (
            records.words(claim.id),
            speakers[claim.speaker].name if claim.speaker else "",
            [number.value for number in records.numbers_of(claim.id)],
            claim.origin,
        )
        for claim in claims
    ]


def go_to(desk: Desk, part: str) -> None:
    """Press Tab until a suggestion with these words is the current one."""
    for _ in range(len(desk.window.workspace.suggestions.open)):
        desk.press(Key.Key_Tab)
        if words(desk) == part:
            return
    raise AssertionError(f"{part} is not suggested")


def cell_of(desk: Desk, row: int, name: str) -> QPoint:
    """Return the middle of a cell of the statements."""
    view = desk.statements.view
    return view.visualRect(view.lines.index(row, column(desk.statements, name))).center()


def right_click(widget: QWidget, point: QPoint) -> QMenu:
    """Click with the right button, and return the menu that opens."""
    QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=point)
    there = widget.mapToGlobal(point)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, there))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, name: str) -> None:
    """Choose an entry of a menu."""
    (entry,) = [action for action in menu.actions() if action.objectName() == name]
    assert entry.isEnabled()
    menu.close()
    entry.trigger()


def test_what_is_found_stands_in_text_order_and_is_no_record(quay: Desk) -> None:
    assert claims_shown(quay) == [NEED, NEED, BOATS, "", ENOUGH]
    assert cells(quay.statements, "speaker")[0] == "Ola Nord"
    assert not quay.records.claims and not quay.records.numbers
    view = quay.statements.view
    assert [view.lines.line(row) for row in range(view.lines.rowCount())] == [None] * 5
    assert [view.lines.row_number(row) for row in range(5)] == ["·"] * 5


def test_columns_are_as_wide_as_every_number_of_a_claim_that_arrives_needs(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Ola Nord said the quay needs 3 cranes and 12,000,000 bolts."
    desk.open(project_of(tmp_path, Draft(words, "The quay", language="en")))
    desk.actions["show_suggestions"].trigger()
    let_seek(desk)
    table, measured = desk.statements.view, list[dict[int, int]]()
    monkeypatch.setattr(table.header, "need_more", measured.append)
    lines = desk.statements.view.lines
    assert isinstance(lines, StatementsTableModel)
    lines.lines_arrived.emit([(0, lines.rowCount() - 1)])
    assert measured[0][column(desk.statements, "value")] > table.fontMetrics().horizontalAdvance("12,000,000")


def test_tab_walks_and_enter_records_a_claim_with_its_speaker_and_numbers(quay: Desk) -> None:
    quay.press(Key.Key_Tab)
    assert words(quay) == NEED
    assert quay.statements.view.currentIndex().row() == 0 and quay.focus is quay.text
    quay.press(Key.Key_Return)
    assert recorded(quay) == [(NEED, "Ola Nord", [40, 3], Origin.ACCEPTED)]
    assert words(quay) == BOATS
    quay.press(Key.Key_Tab, SHIFT)
    assert words(quay) == ENOUGH, "before the first comes the last"


def test_one_undo_takes_a_recorded_suggestion_back_and_it_is_suggested_again(quay: Desk) -> None:
    quay.press(Key.Key_Tab)
    quay.press(Key.Key_Return)
    quay.actions["undo"].trigger()
    let_seek(quay)
    assert not quay.records.claims and not quay.project.registry.speakers
    assert claims_shown(quay)[:2] == [NEED, NEED]
    assert words(quay) == NEED, "it is the current one, to be recorded otherwise"


def test_what_is_dismissed_is_not_suggested_again_until_it_is_undone(quay: Desk) -> None:
    go_to(quay, ENOUGH)
    quay.press(Key.Key_Backspace)
    assert ENOUGH not in claims_shown(quay)
    assert "Dismissed" in said(quay)
    quay.actions["undo"].trigger()
    assert ENOUGH in claims_shown(quay)
    assert words(quay) == ENOUGH


def test_undo_of_a_claim_selects_its_words_again(quay: Desk) -> None:
    quay.press(Key.Key_J, times=3)
    selected = quay.text.selection()
    quay.press(Key.Key_C)
    quay.press(Key.Key_Return)
    quay.press(Key.Key_Home, CTRL)
    quay.press(Key.Key_Z, CTRL)
    assert not quay.records.claims
    assert quay.text.selection() == selected


def test_without_a_current_suggestion_enter_and_backspace_do_nothing(quay: Desk) -> None:
    quay.press(Key.Key_Return)
    quay.press(Key.Key_Backspace)
    assert not quay.records.claims and "Press Tab" in said(quay)


def test_a_number_that_is_left_out_is_not_recorded_and_not_suggested(quay: Desk) -> None:
    quay.press(Key.Key_Tab)
    quay.press(Key.Key_2)
    quay.press(Key.Key_1)
    assert "“40 new berths” is left out" in said(quay)
    quay.press(Key.Key_2)
    quay.press(Key.Key_Return)
    assert recorded(quay) == [(NEED, "Ola Nord", [3], Origin.ACCEPTED)]
    assert not [each for each in quay.window.workspace.suggestions.open if each.range[0] < QUAY.index("He added")]


def test_space_leaves_out_the_number_at_the_caret_or_the_only_one(quay: Desk) -> None:
    quay.press(Key.Key_Tab)
    quay.press(Key.Key_Space)
    assert "Which number?" in said(quay)
    quay.press(Key.Key_Right, times=11)
    quay.press(Key.Key_Space)
    quay.press(Key.Key_Return)
    assert [claim[2] for claim in recorded(quay)] == [[3]]
    assert words(quay) == BOATS
    quay.press(Key.Key_Space)
    quay.press(Key.Key_Return)
    assert [claim[2] for claim in recorded(quay)] == [[3], []]


def test_b_gives_a_suggestion_other_boundaries_before_it_is_recorded(quay: Desk) -> None:
    go_to(quay, BOATS)
    quay.press(Key.Key_H, times=3)
    quay.press(Key.Key_Return)
    assert "press B" in said(quay) and not quay.records.claims
    quay.press(Key.Key_B)
    assert words(quay) == "200 boats had asked"
    quay.press(Key.Key_Return)
    assert recorded(quay) == [("200 boats had asked", "Ola Nord", [200], Origin.CHANGED)]


def test_a_speaker_typed_into_a_suggestion_records_it_as_changed(quay: Desk) -> None:
    go_to(quay, ENOUGH)
    quay.press(Key.Key_F2)
    quay.type("Harbour union")
    quay.press(Key.Key_Return)
    QApplication.processEvents()
    assert recorded(quay) == [(ENOUGH, "Harbour union", [], Origin.CHANGED)]
    assert [speaker.name for speaker in quay.project.registry.speakers.values()] == ["Harbour union"]
    assert wrong(quay.window) == []
    assert quay.focus is quay.text
    quay.actions["undo"].trigger()
    assert not quay.records.claims and not quay.project.registry.speakers


def test_the_line_of_a_suggestion_has_the_new_name_of_its_speaker_at_once(quay: Desk) -> None:
    go_to(quay, NEED)
    quay.press(Key.Key_Return)
    let_seek(quay)
    assert suggested_speakers(quay) == ["Ola Nord?", "Ida Brekke"]
    (nord,) = quay.project.registry.speakers.values()
    quay.project.do(typed(nord, "name", "Ole Nord", quay.project.registry))
    assert suggested_speakers(quay) == ["Ole Nord?", "Ida Brekke"]


def suggested_speakers(desk: Desk) -> list[str]:
    """Return the speakers that the lines of suggestions show."""
    lines, speaker = desk.statements.view.lines, column(desk.statements, "speaker")
    shown = [lines.index(row, speaker).data() for row in range(lines.rowCount()) if lines.suggested(row)]
    return [each for each in shown if each]


def test_tab_after_a_typed_speaker_goes_on_in_the_line_of_the_record(quay: Desk) -> None:
    quay.press(Key.Key_Tab)
    quay.press(Key.Key_F2)
    quay.type("Harbour union")
    quay.press(Key.Key_Tab)
    QApplication.processEvents()
    assert open_cell(quay).text() == "40"
    quay.type("41")
    quay.press(Key.Key_Return)
    assert recorded(quay) == [(NEED, "Harbour union", [41, 3], Origin.CHANGED)]
    assert quay.focus is quay.text


def test_a_value_typed_into_a_suggestion_is_that_of_its_number(quay: Desk) -> None:
    view = quay.statements.view
    view.setFocus()
    view.setCurrentIndex(view.lines.index(1, column(quay.statements, "value")))
    quay.type("~4")
    quay.press(Key.Key_Return)
    QApplication.processEvents()
    assert recorded(quay) == [(NEED, "Ola Nord", [40, 4], Origin.ACCEPTED)]
    assert sorted(number.origin for number in quay.records.numbers.values()) == [Origin.ACCEPTED, Origin.CHANGED]


def test_what_cannot_be_read_stays_in_the_cell_and_nothing_is_recorded(quay: Desk) -> None:
    view = quay.statements.view
    view.setFocus()
    view.setCurrentIndex(view.lines.index(1, column(quay.statements, "value")))
    quay.type("many")
    quay.press(Key.Key_Return)
    QApplication.processEvents()
    assert open_cell(quay).text() == "many" and not quay.records.claims
    quay.press(Key.Key_Escape)


def test_by_mouse_a_suggestion_in_the_text_is_recorded_from_its_menu(quay: Desk) -> None:
    view = quay.text
    at = view.cursorRect(view.display.page.document.cursor(*[QUAY.index("never")] * 2)).center()
    menu = right_click(view.viewport(), at)
    assert words(quay) == ENOUGH
    choose(menu, "record_suggestion")
    assert recorded(quay) == [(ENOUGH, "Ida Brekke", [], Origin.ACCEPTED)]


def test_by_mouse_a_suggestion_in_the_table_is_unticked_and_recorded(quay: Desk) -> None:
    view = quay.statements.view
    rect = view.visualRect(view.lines.index(0, column(quay.statements, "value")))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.look.tick_rect(rect).center())
    choose(right_click(view.viewport(), cell_of(quay, 0, "claim")), "record_suggestion")
    assert recorded(quay) == [(NEED, "Ola Nord", [3], Origin.ACCEPTED)]


def test_by_mouse_a_suggestion_in_the_table_is_dismissed(quay: Desk) -> None:
    view = quay.statements.view
    choose(right_click(view.viewport(), cell_of(quay, 4, "claim")), "dismiss_suggestion")
    assert ENOUGH not in claims_shown(quay)


def test_a_suggestion_says_what_it_was_found_by(quay: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_rest: shown.append(words))
    view = quay.text
    at = view.cursorRect(view.display.page.document.cursor(*[QUAY.index("boats")] * 2)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "“added”" in shown[-1] and "“He”" in shown[-1]
    go_to(quay, BOATS)
    assert "“added”" in quay.details.guidance
    lines = quay.statements.view.lines
    row = quay.statements.view.currentIndex().row()
    assert "“added”" in lines.data(lines.index(row, 0), Qt.ItemDataRole.ToolTipRole)


def test_all_in_sight_is_recorded_after_one_question(quay: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, *words: str) -> bool:
        asked.append(words[0])
        return True

    monkeypatch.setattr(asking, "confirm", answer)
    quay.actions["record_all"].trigger()
    assert asked == ["Record 4 suggestions?"]
    assert [claim[:2] for claim in recorded(quay)] == [(NEED, "Ola Nord"), (BOATS, "Ola Nord"), (ENOUGH, "Ida Brekke")]
    quay.actions["undo"].trigger()
    assert not quay.records.claims


def test_no_record_becomes_current_in_place_of_suggestions_that_are_gone(
    quay: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)
    quay.press(Key.Key_Tab)
    quay.actions["record_all"].trigger()
    assert not quay.statements.view.currentIndex().isValid() and quay.selected is None


def test_a_claim_that_names_nobody_asks_who_speaks(quay: Desk) -> None:
    suggestions = quay.window.workspace.suggestions
    go_to(quay, ENOUGH)
    assert suggestions.current
    suggestions._put(suggestions.current.without_speaker())
    quay.press(Key.Key_Return)
    assert open_cell(quay).placeholderText() == "who?"
    quay.type("Ida Brekke")
    quay.press(Key.Key_Return)
    assert [claim[1] for claim in recorded(quay)] == ["Ida Brekke"]
    assert quay.focus is quay.text


def test_c_takes_the_words_of_a_suggestion_and_asks_who_speaks_as_by_hand(quay: Desk) -> None:
    go_to(quay, BOATS)
    quay.press(Key.Key_C)
    assert open_cell(quay).placeholderText() == "Ola Nord?"
    quay.press(Key.Key_Return)
    assert [claim[:2] for claim in recorded(quay)] == [(BOATS, "Ola Nord")]


def test_in_a_project_that_can_only_be_read_suggestions_are_shown_and_not_recorded(desk: Desk, study: Path) -> None:
    read_only(desk, study)
    desk.actions["show_suggestions"].trigger()
    let_seek(desk)
    desk.text.setFocus()
    desk.press(Key.Key_Tab)
    assert words(desk)
    view, before = desk.statements.view, len(desk.records.claims)
    view.setFocus()
    for key in (Key.Key_Backspace, Key.Key_Return):
        desk.press(key)
    assert "read-only" in said(desk) and len(desk.records.claims) == before


def test_a_reporting_verb_of_the_project_finds_more_until_it_is_removed(quay: Desk, qtbot: QtBot) -> None:
    before = len(quay.window.workspace.suggestions.open)
    quay.actions["show_words"].trigger()
    dialog = quay.window.workspace.assisting.dialog
    assert dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    for _again in range(2):
        QTest.keyClicks(dialog.forms, "knows, know, knew")
        QTest.keyClick(dialog.forms, Key.Key_Return)
    assert dialog.isVisible() and "already" in dialog.refusal.text() and dialog.list.count() == 1
    let_seek(quay)
    assert len(quay.window.workspace.suggestions.open) > before
    dialog.list.selectAll()
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.list.count() == 0 and not dialog.remove.isEnabled()
    dialog.reject()
    let_seek(quay)
    assert len(quay.window.workspace.suggestions.open) == before


def test_what_was_dismissed_in_an_article_is_suggested_again(quay: Desk) -> None:
    before = claims_shown(quay)
    quay.press(Key.Key_Tab)
    quay.press(Key.Key_Backspace, times=2)
    assert claims_shown(quay) != before
    quay.actions["bring_back"].trigger()
    assert claims_shown(quay) == before
    assert "2 suggestions are back" in said(quay)
    quay.actions["bring_back"].trigger()
    assert "Nothing was dismissed" in said(quay)


def test_suggestions_stay_marked_where_the_text_is_shown_anew(quay: Desk) -> None:
    go_to(quay, BOATS)
    for code in ("fr", "en"):
        quay.project.do(typed(quay.records.article, "language", code))
        let_seek(quay)
        assert wrong(quay.window) == []
    quay.project.do(correct_text(correct(quay.records, QUAY.replace("The quay", "Yes: the old quay"))))
    assert wrong(quay.window) == []
    let_seek(quay)
    assert wrong(quay.window) == []
    assert NEED in claims_shown(quay)


def test_verbs_of_records_leave_suggestions_alone(quay: Desk) -> None:
    view = quay.statements.view
    view.setFocus()
    view.select_row(0)
    quay.actions["delete_selected"].trigger()
    view.copy()
    assert NEED not in QApplication.clipboard().text()
    quay.press(Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not quay.records.claims and claims_shown(quay)[0] == NEED


def test_a_study_without_assistance_shows_none(quay: Desk, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    assisting = quay.window.workspace.assisting
    assisting.fill_menu(menu)
    menu.actions()[0].trigger()
    assert claims_shown(quay) == [""] * 4, "the numbers are still suggested"
    assert Assistance.CLAIMS not in quay.project.properties.assistance
    assisting.fill_menu(menu)
    menu.actions()[1].trigger()
    assert quay.statements.view.lines.rowCount() == 0
    quay.press(Key.Key_Tab)
    assert "no suggestion left" in said(quay)


def test_what_is_recorded_by_hand_is_not_suggested_any_more(quay: Desk) -> None:
    quay.press(Key.Key_J, times=2)
    quay.press(Key.Key_C)
    quay.press(Key.Key_Return)
    assert claims_shown(quay).count(NEED) == 0
    assert [(claim[0][: len(NEED)], claim[3]) for claim in recorded(quay)] == [(NEED, Origin.BY_HAND)]
