"""Typing in the table of statements: every cell that holds data is edited in place, by keys alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.dialogs.refused_cells import RefusedCells
from gui.editors.offer_list import OfferList
from gui.editors.refusal import NOT_SAVED
from gui.editors.text_editor import TextEditor
from gui.project.project import Project
from gui.tables import SpeakersPanel, StatementsPanel
from models.actions import claims, numbers
from models.edits import Edit
from models.entities import Qualifier
from models.errors import NotSaved
from tests.example import Example, place, typed
from tests.gui.tables.acting import Key, cell, current, editor, go_to, press


def value_of(project: Project, example: Example) -> tuple[float | None, float | None, Qualifier | None, str | None]:
    """Return what the number of the first claim says now."""
    assert project.records
    number = project.records.numbers[example.millions.id]
    return number.value, number.upper, number.qualifier, number.unit


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("~2000", ("≈ 2,000", 2000, None, Qualifier.ABOUT, None)),
        ("2.3m", ("2,300,000", 2_300_000, None, Qualifier.EXACT, None)),
        (">1,000", ("> 1,000", 1000, None, Qualifier.MORE_THAN, None)),
        ("10-15", ("10–15", 10, 15, Qualifier.EXACT, None)),
        ("5%", ("5", 5, None, Qualifier.EXACT, "%")),
        ("", ("", None, None, None, None)),
    ],
)
def test_a_value_is_understood_as_it_is_typed(
    panel: StatementsPanel, project: Project, example: Example, typed: str, expected: tuple[object, ...]
) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, Key.Key_Return)
    press(panel, typed or Key.Key_Delete, Key.Key_Return)
    assert panel.view.cells.editor is None
    assert (cell(panel, example.millions.id, "value"), *value_of(project, example)) == expected
    assert project.store.article_records(example.article.id).numbers[example.millions.id].value == expected[1]


def test_a_value_that_cannot_be_read_is_refused_in_the_cell_and_kept(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    before = value_of(project, example)
    go_to(panel, example.millions.id, "value")
    press(panel, Key.Key_Return, "lots", Key.Key_Return)
    assert editor(panel).text() == "lots"
    assert "“lots” cannot be read as a number" in editor(panel).refusal.reason
    assert editor(panel).accessibleDescription() == editor(panel).refusal.reason
    assert value_of(project, example) == before
    press(panel, Key.Key_Backspace)
    assert editor(panel).refusal.reason == ""
    press(panel, Key.Key_Escape)
    assert panel.view.cells.editor is None
    assert value_of(project, example) == before


def test_when_the_disk_is_full_the_cell_keeps_what_was_typed_and_enter_tries_again(
    panel: StatementsPanel, project: Project, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(edit: Edit) -> None:
        raise NotSaved("The disk is full.", "Nothing was changed.")

    failed = QSignalSpy(project.failed)
    go_to(panel, example.millions.id, "unit")
    press(panel, "NOK")
    with monkeypatch.context() as full:
        full.setattr(project.store, "apply", refuse)
        press(panel, Key.Key_Return)
        assert failed.count() == 1
        assert editor(panel).text() == "NOK"
        assert editor(panel).refusal.reason == NOT_SAVED
        assert value_of(project, example)[3] is None
    press(panel, Key.Key_Return)
    assert panel.view.cells.editor is None
    assert value_of(project, example)[3] == "NOK"


def test_a_letter_begins_a_cell_anew_and_delete_does_not_open_it(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    go_to(panel, example.millions.id, "counted")
    press(panel, Key.Key_Delete)
    assert panel.view.cells.editor is None
    press(panel, "kroner", Key.Key_Return)
    assert cell(panel, example.millions.id, "counted") == "kroner"


def test_tab_saves_and_goes_on_through_the_cells_that_can_be_typed_in(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    go_to(panel, example.cost.id, "speaker")
    press(panel, Key.Key_F2, Key.Key_Tab)
    assert current(panel) == (0, "value")
    press(panel, "41m", Key.Key_Tab, "NOK", Key.Key_Tab)
    assert current(panel) == (0, "counted")
    assert value_of(project, example)[::3] == (41e6, "NOK")
    press(panel, Key.Key_Tab)
    assert current(panel) == (1, "speaker")
    press(panel, Key.Key_Backtab)
    assert current(panel) == (0, "counted")
    assert editor(panel).text() == "crowns"


def test_escape_cancels_and_escape_again_returns_to_the_text(panel: StatementsPanel, example: Example) -> None:
    returned = QSignalSpy(panel.returned)
    go_to(panel, example.millions.id, "counted")
    press(panel, Key.Key_F2, "x", Key.Key_Escape)
    assert returned.count() == 0
    assert cell(panel, example.millions.id, "counted") == "crowns"
    press(panel, Key.Key_Escape)
    assert returned.count() == 1


def test_a_cell_that_was_not_changed_writes_nothing(panel: StatementsPanel, project: Project, example: Example) -> None:
    edited = QSignalSpy(project.edited)
    for name in ("speaker", "value", "counted", "unit"):
        go_to(panel, example.millions.id, name)
        press(panel, Key.Key_Return, Key.Key_Return)
    assert edited.count() == 0


def test_going_elsewhere_saves_what_was_typed(qtbot: QtBot, panel: StatementsPanel, example: Example) -> None:
    elsewhere = QLineEdit(panel)
    elsewhere.show()
    go_to(panel, example.millions.id, "counted")
    press(panel, Key.Key_Return, "kroner")
    elsewhere.setFocus()
    assert panel.view.cells.editor is None
    assert cell(panel, example.millions.id, "counted") == "kroner"


def test_quitting_saves_the_open_cell(panel: StatementsPanel, project: Project, example: Example) -> None:
    go_to(panel, example.millions.id, "counted")
    press(panel, Key.Key_Return, "kroner")
    assert panel.finish_editing()
    assert project.store.article_records(example.article.id).numbers[example.millions.id].counted == "kroner"
    assert panel.finish_editing()


def test_quitting_with_a_cell_that_is_refused_is_told(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, Key.Key_Return, "lots")
    assert not panel.finish_editing()
    assert editor(panel).text() == "lots"


def test_news_of_the_cell_does_not_write_over_what_is_being_typed(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    go_to(panel, example.cost.id, "speaker")
    press(panel, Key.Key_F2, "Harbour b")
    project.do(typed(project.records.claims[example.cost.id], "note", "a note"))
    assert editor(panel).text() == "Harbour b"


def test_a_project_open_for_reading_only_has_no_cells_to_type_in(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    project.store._guard.read_only = True
    go_to(panel, example.millions.id, "value")
    press(panel, Key.Key_F2)
    press(panel, "5")
    assert panel.view.cells.editor is None


def test_a_mode_is_picked_from_its_list_by_its_first_letter(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    panel.view.header.show_column(panel.view.lines.columns.index(panel.view.lines.columns[7]), True)
    go_to(panel, example.cost.id, "mode")
    press(panel, "i", Key.Key_Return)
    assert cell(panel, example.cost.id, "mode") == "indirect"
    press(panel, "z", Key.Key_Return)
    assert "not one of: direct, indirect, mixed" in editor(panel).refusal.reason


def test_enter_on_a_claim_selects_its_words(panel: StatementsPanel, example: Example) -> None:
    asked = QSignalSpy(panel.boundaries_requested)
    go_to(panel, example.cost.id, "claim")
    press(panel, Key.Key_Return, Key.Key_F2)
    assert [asked.at(at)[0].record for at in range(asked.count())] == [example.cost.id] * 2


def test_a_double_click_opens_a_cell(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "counted")
    at = panel.view.visualRect(panel.view.currentIndex()).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor(panel).text() == "crowns"


def test_the_value_cell_of_a_number_opens_from_the_text_and_returns_there(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    returned = QSignalSpy(panel.returned)
    assert panel.edit_value(example.berths.id)
    press(panel, "13", Key.Key_Return)
    assert returned.count() == 1
    assert project.records
    assert project.records.numbers[example.berths.id].value == 13
    assert panel.edit_value(example.berths.id)
    press(panel, Key.Key_Escape)
    assert returned.count() == 2


def test_a_claim_with_line_breaks_and_emoji_stands_on_one_line(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    start, end = place("take two winters.\n\n“We lost")
    edit = claims.mark_claim(project.records, start, end)
    project.do(edit)
    assert cell(panel, edit.changes[0].row.id, "claim") == "take two winters. “We lost"


def test_a_cell_that_was_refused_comes_first_again(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, "lots")
    refused = editor(panel)
    panel.filter.show()
    panel.filter.setFocus()
    assert refused.refusal.reason
    panel.choose(example.lost.id)
    go_to(panel, example.berths.id, "unit")
    QTest.keyClick(panel.view, Key.Key_B)
    assert editor(panel) is refused
    assert refused.text() == "lots"
    assert not panel.edit_value(example.berths.id)
    press(panel, Key.Key_Escape)
    assert panel.edit_value(example.berths.id)


def test_when_the_line_of_an_open_cell_goes_the_cell_goes_with_it(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    go_to(panel, example.millions.id, "value")
    press(panel, "lots", Key.Key_Return)
    project.do(claims.delete_claim(project.records, project.records.claims[example.cost.id]))
    assert panel.finish_editing()
    assert panel.edit_value(example.berths.id)
    press(panel, "14", Key.Key_Return)
    assert project.records.numbers[example.berths.id].value == 14


def test_a_hidden_column_is_shown_when_the_text_asks_for_its_cell(panel: StatementsPanel, example: Example) -> None:
    panel.view.header.show_column(2, False)
    assert panel.edit_value(example.berths.id)
    assert editor(panel).isVisible()


def test_choosing_another_record_saves_the_open_cell(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, "42m")
    panel.choose(example.lost.id)
    assert panel.view.cells.editor is None
    assert value_of(project, example)[0] == 42e6


def test_the_reason_leaves_the_screen_with_the_cell_and_comes_back_with_it(
    panel: StatementsPanel, example: Example
) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, "lots", Key.Key_Return)
    label = panel.findChild(QLabel, "refusal")
    assert label
    assert label.isVisible()
    editor(panel).hide()
    assert not label.isVisible()
    editor(panel).show()
    assert label.isVisible()


def test_letters_of_any_alphabet_begin_a_cell(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "counted")
    for key, text in ((0x416, "ж"), (0, "ç"), (0x0130, "İ")):
        target = panel.view.cells.editor or panel.view
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    press(panel, Key.Key_Return)
    assert cell(panel, example.millions.id, "counted") == "жçİ"


def test_enter_goes_to_the_cell_below_and_shift_enter_to_the_one_above(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    returned = QSignalSpy(panel.returned)
    go_to(panel, example.millions.id, "counted")
    press(panel, Key.Key_Return, "kroner", Key.Key_Return)
    assert current(panel) == (1, "counted")
    assert panel.view.hasFocus()
    go_to(panel, example.lost.id, "speaker")
    press(panel, Key.Key_F2)
    QTest.keyClick(editor(panel), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert current(panel) == (0, "speaker")
    assert returned.count() == 0


def test_enter_goes_over_the_lines_of_a_claim_that_stretches(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    go_to(panel, example.cost.id, "speaker")
    press(panel, Key.Key_F2, Key.Key_Return)
    assert current(panel) == (2, "speaker")
    go_to(panel, example.millions.id, "unit")
    press(panel, Key.Key_F2, Key.Key_Return)
    assert current(panel)[1] == "unit"
    assert current(panel)[0] == 1


@pytest.mark.parametrize("name", ["claim", "value", "unit", "counted"])
def test_a_cell_that_cannot_be_typed_in_says_why(panel: StatementsPanel, example: Example, name: str) -> None:
    said = QSignalSpy(panel.hint)
    go_to(panel, example.lost.id, name)
    press(panel, "5")
    assert panel.view.cells.editor is None
    QGuiApplication.clipboard().setText("5")
    QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Paste))
    if name != "claim":
        press(panel, Key.Key_F2, Key.Key_Return)
        assert said.count() == 4
    assert len({said.at(at)[0] for at in range(said.count())}) == 1
    assert ("press B" if name == "claim" else "press N") in said.at(0)[0]


def test_a_read_only_project_says_why_nothing_can_be_typed(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    project.store._guard.read_only = True
    said = QSignalSpy(panel.hint)
    go_to(panel, example.millions.id, "unit")
    press(panel, "x", Key.Key_Delete)
    assert said.count() == 2
    assert all("read-only" in said.at(at)[0] for at in range(2))


def test_pasting_writes_the_cell(panel: StatementsPanel, project: Project, example: Example) -> None:
    for name, text, shown in (
        ("unit", " NOK\n", "NOK"),
        ("value", "2.3m", "2,300,000"),
        ("speaker", "union", "Fisher"),
    ):
        go_to(panel, example.millions.id, name)
        QGuiApplication.clipboard().setText(text)
        QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Paste))
        assert panel.view.cells.editor is None
        assert cell(panel, example.millions.id, name).startswith(shown)


def test_a_paste_that_cannot_be_read_stays_in_the_cell_with_the_reason(
    panel: StatementsPanel, example: Example
) -> None:
    go_to(panel, example.millions.id, "value")
    QGuiApplication.clipboard().setText("lots")
    QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Paste))
    assert editor(panel).text() == "lots"
    assert editor(panel).refusal.reason


def test_several_cells_on_the_clipboard_go_into_as_many_cells_and_what_is_refused_is_listed(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    edited, said = QSignalSpy(project.edited), QSignalSpy(panel.hint)
    go_to(panel, example.millions.id, "counted")
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    QTest.keySequence(panel.view, QKeySequence(QKeySequence.StandardKey.Paste))
    assert (edited.count(), said.count()) == (1, 1)
    assert cell(panel, example.millions.id, "counted") == "a"
    refused = panel.findChild(RefusedCells)
    assert refused
    model = refused.list.model()
    assert [model.index(0, column).data() for column in range(3)] == ["2", "Counted", "c"]
    assert model.rowCount() == 1
    assert "rest of the block was not pasted" in said.at(0)[0]


def test_a_letter_made_by_a_dead_key_opens_a_closed_cell_and_is_not_lost(
    panel: StatementsPanel, example: Example
) -> None:
    go_to(panel, example.millions.id, "counted")
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(panel.view, event)
    press(panel, "tés".replace("é", "e"), Key.Key_Return)
    assert cell(panel, example.millions.id, "counted") == "étes"


def test_the_list_of_a_closed_choice_is_open_at_once(speakers: SpeakersPanel, example: Example) -> None:
    go_to(speakers, example.mayor.id, "kind")
    press(speakers, Key.Key_F2)
    found = speakers.findChild(OfferList)
    assert found
    assert not found.isHidden()
    picked = found.picked()
    assert picked
    assert picked.value == "person"


def test_a_note_is_typed_in_its_cell_on_several_lines(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    go_to(panel, example.cost.id, "note")
    press(panel, "one")
    note = panel.view.cells.editor
    assert isinstance(note, TextEditor)
    QTest.keyClick(note, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    press(panel, "two\u00a0winters", Key.Key_Return)
    assert panel.view.cells.editor is None
    assert project.store.article_records(example.article.id).claims[example.cost.id].note == "one\ntwo\u00a0winters"
    press(panel, Key.Key_F2, "x", Key.Key_Escape)
    assert cell(panel, example.cost.id, "note").startswith("one")
    press(panel, Key.Key_F2, Key.Key_Return)
    assert project.store.article_records(example.article.id).claims[example.cost.id].note == "one\ntwo\u00a0winters"
