"""Many cells are changed at once, after a preview: found and replaced, or given one value; one undo takes it back."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from gui.changing.planned_dialog import Form, PlannedDialog
from gui.changing.preview_model import BECOMES, NOW
from gui.changing.replace_form import ReplaceForm
from gui.changing.value_form import ValueForm
from models.edits import Edit, made
from models.entities import Claim, Number, Qualifier, Role, Span
from models.store import Store
from tests.example import OTHER_TEXT, Example, place, signed
from tests.gui.tables.acting import switches
from tests.journeys.desk import CTRL, NONE, SHIFT, Desk
from tests.journeys.sight import cells, go_to_cell, said
from tests.waiting import let_read

Key = Qt.Key
F = TypeVar("F", bound=Form)


class Changing:
    """A dialog that is open over the window, and its form."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._desk, self._qtbot = desk, qtbot
        dialog = desk.window.workspace.changing_many.dialog
        assert dialog is not None and dialog.isVisible()
        self.dialog: PlannedDialog = dialog
        qtbot.waitUntil(lambda: dialog.isAncestorOf(desk.focus))

    def form(self, kind: type[F]) -> F:
        """Return its form."""
        assert isinstance(self.dialog.form, kind)
        return self.dialog.form

    def rows(self) -> list[tuple[str, str]]:
        """Return the old and the new text of each cell, or the reason, once the preview is made."""
        self._qtbot.waitUntil(lambda: self.dialog.yes.isEnabled() or "ooking" not in self.said)
        let_read(self._desk.project)
        model = self.dialog.preview.list.model()
        rows = range(model.rowCount())
        return [(model.index(row, NOW).data(), model.index(row, BECOMES).data()) for row in rows]

    @property
    def said(self) -> str:
        """What is said above the list."""
        return self.dialog.preview.summary.text()


@pytest.fixture
def two_articles(desk: Desk, study: Path, pattern: Example) -> Desk:
    """Return a desk at the example, in whose other article a claim and a number are recorded, at all articles."""
    start, end = place("The ferry will run again in May", OTHER_TEXT)
    claim = Claim(article=pattern.other.id)
    number = Number(
        article=pattern.other.id, claim=claim.id, value=5, qualifier=Qualifier.EXACT, counted="Crowns", unit="km"
    )
    spans = (
        Span(article=pattern.other.id, role=Role.CONTENT, claim=claim.id, start=start, end=end),
        Span(article=pattern.other.id, role=Role.NUMBER, number=number.id, start=end - 3, end=end),
    )
    with Store.open(study) as store:
        store.apply(signed(Edit("Record more", tuple(map(made, (claim, number, *spans))))))
    desk.open(study)
    switches(desk.statements)[1].click()
    return desk


def check(box: QCheckBox) -> None:
    """Click a box, on its left where its mark is."""
    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, NONE, box.rect().center() - (box.rect().center() - box.rect().topLeft()) / 1.2
    )


def choose(box: QComboBox, words: str) -> None:
    """Choose the entry of a list that begins with some words, by arrow keys from the first on."""
    box.setFocus()
    QTest.keyClick(box, Key.Key_Home)
    for _ in range(box.count()):
        if not box.currentText().startswith(words):
            QTest.keyClick(box, Key.Key_Down)
    assert box.currentText().startswith(words)


def state(desk: Desk) -> dict[str, Any]:
    """Return what the table shows."""
    panel = desk.statements
    return {each.name: cells(panel, each.name) for each in panel.view.lines.columns}


def begin(desk: Desk, qtbot: QtBot, key: Key, modifiers: Qt.KeyboardModifier = CTRL) -> Changing:
    """Open one of the dialogs by its key."""
    desk.press(key, modifiers)
    return Changing(desk, qtbot)


def test_a_word_is_replaced_in_a_column_after_a_preview_and_one_undo_brings_it_back(
    at_work: Desk, qtbot: QtBot
) -> None:
    panel = at_work.statements
    before = {name: cells(panel, name) for name in ("value", "unit", "counted")}
    go_to_cell(panel, 0, "counted")
    changing = begin(at_work, qtbot, Key.Key_H)
    assert not changing.dialog.yes.isEnabled()
    at_work.type("CROWNS")
    at_work.press(Key.Key_Tab)
    at_work.type("kroner")
    assert changing.rows() == [("crowns", "kroner")]
    assert changing.said == "1 cell changes: 1 record in 1 article."
    assert cells(panel, "counted") == before["counted"]
    at_work.press(Key.Key_Return)
    assert cells(panel, "counted")[0] == "kroner"
    assert said(at_work) == "Changed 1 cell. Ctrl+Z takes that back."
    qtbot.waitUntil(panel.view.hasFocus)
    assert at_work.project.undo_label == "Replace “CROWNS” in 1 cell"
    at_work.press(Key.Key_Z, CTRL)
    assert {name: cells(panel, name) for name in before} == before


def test_a_regular_expression_replaces_in_the_whole_project_what_fits_and_lists_the_rest_first(
    two_articles: Desk, qtbot: QtBot
) -> None:
    desk, panel = two_articles, two_articles.statements
    go_to_cell(panel, 0, "counted")
    before = state(desk)
    changing = begin(desk, qtbot, Key.Key_H)
    form = changing.form(ReplaceForm)
    choose(form.where, "The whole")
    choose(form.within, "Number")
    check(form.expression)
    form.wanted.setFocus()
    desk.type(r"^5$|^(≥) (\d+)")
    form.put.setFocus()
    desk.type("lots $1")
    rows = changing.rows()
    assert len(rows) == 2, (changing.said, form.wanted.text(), form.put.text())
    assert all("cannot be read as a number" in new for _old, new in rows), rows
    assert changing.said == "2 cells cannot be changed and stay as they are."
    assert not changing.dialog.yes.isEnabled()
    form.put.selectAll()
    desk.type("7$2")
    assert sorted(changing.rows()) == [("5", "7"), ("≥ 12", "712")]
    assert changing.said == "2 cells change: 2 records in 2 articles."
    changing.dialog.yes.click()
    assert sorted(cells(panel, "value")) == ["", "7", "712", "≈ 40,000,000"]
    qtbot.waitUntil(panel.view.hasFocus)
    desk.press(Key.Key_Z, CTRL)
    let_read(desk.project)
    assert state(desk) == before


def test_an_expression_that_is_none_is_said_at_once_and_cancel_changes_nothing(at_work: Desk, qtbot: QtBot) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "counted")
    undo = at_work.project.undo_label
    changing = begin(at_work, qtbot, Key.Key_H)
    check(changing.form(ReplaceForm).expression)
    changing.form(ReplaceForm).wanted.setFocus()
    at_work.type("(crowns")
    assert changing.rows() == []
    assert "not a regular expression" in changing.said
    at_work.press(Key.Key_Return)
    assert changing.dialog.isVisible()
    at_work.press(Key.Key_Escape)
    assert at_work.project.undo_label == undo


def test_the_text_of_a_cell_is_replaced_everywhere_from_its_menu_in_articles_that_are_not_open_too(
    two_articles: Desk, qtbot: QtBot
) -> None:
    desk, panel = two_articles, two_articles.statements
    let_read(desk.project)
    before = state(desk)
    switches(panel)[0].click()
    go_to_cell(panel, 0, "counted")
    menu: QMenu = panel.view.menu()
    menu.popup(panel.view.mapToGlobal(panel.view.rect().center()))
    action = next(each for each in menu.actions() if each.text() == "Replace E&verywhere…")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, NONE, menu.actionGeometry(action).center())
    changing = Changing(desk, qtbot)
    assert changing.form(ReplaceForm).whole.isChecked()
    desk.type("kroner")
    assert sorted(changing.rows()) == [("Crowns", "kroner"), ("crowns", "kroner")]
    desk.press(Key.Key_Return)
    switches(panel)[1].click()
    let_read(desk.project)
    assert sorted(cells(panel, "counted")) == ["", "kroner", "kroner", "new berths"]
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.actions["undo"].trigger()
    let_read(desk.project)
    assert state(desk) == before


def test_one_value_is_given_to_all_selected_lines_across_articles_and_taken_back_at_once(
    two_articles: Desk, qtbot: QtBot
) -> None:
    desk, panel = two_articles, two_articles.statements
    go_to_cell(panel, 0, "unit")
    before = state(desk)
    desk.press(Key.Key_A, CTRL)
    changing = begin(desk, qtbot, Key.Key_H, CTRL | SHIFT)
    assert changing.form(ValueForm).attribute.currentText() == "Number: Unit"
    assert not changing.dialog.yes.isEnabled()
    desk.type("NOK")
    refused, *rest = changing.rows()
    assert "has no number yet" in refused[1]
    assert sorted(rest) == [("km", "NOK"), ("–", "NOK"), ("–", "NOK")]
    assert "3 cells change: 3 records in 2 articles." in changing.said
    assert "1 cell cannot be changed" in changing.said
    desk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: sorted(cells(panel, "unit")) == ["", "NOK", "NOK", "NOK"])
    assert desk.project.undo_label == "Change Unit of 3 numbers"
    qtbot.waitUntil(panel.view.hasFocus)
    desk.press(Key.Key_Z, CTRL)
    let_read(desk.project)
    assert state(desk) == before


def test_an_attribute_of_the_articles_of_the_lines_is_changed_or_cleared_once_for_each_article(
    two_articles: Desk, qtbot: QtBot
) -> None:
    desk, panel = two_articles, two_articles.statements
    go_to_cell(panel, 0, "unit")
    desk.press(Key.Key_A, CTRL)
    changing = begin(desk, qtbot, Key.Key_H, CTRL | SHIFT)
    form = changing.form(ValueForm)
    choose(form.attribute, "Article: Outl")
    qtbot.waitUntil(form.editor.isVisible)
    desk.press(Key.Key_Tab)
    assert desk.focus is form.editor
    desk.type("The Gazette")
    assert sorted(changing.rows()) == [("The Tide", "The Gazette"), ("–", "The Gazette")], changing.said
    form.editor.selectAll()
    desk.press(Key.Key_Delete)
    assert changing.rows() == []
    check(form.clear)
    assert changing.rows() == [("The Tide", "–")]
    changing.dialog.yes.click()
    assert desk.records.article.outlet is None
    assert desk.project.undo_label == "Clear Outlet"


def test_a_value_is_chosen_from_the_list_as_in_a_cell(at_work: Desk, qtbot: QtBot) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "speaker")
    at_work.press(Key.Key_A, CTRL)
    changing = begin(at_work, qtbot, Key.Key_H, CTRL | SHIFT)
    assert changing.form(ValueForm).attribute.currentText() == "Claim: Speaker"
    at_work.type("union")
    at_work.press(Key.Key_Return)
    assert changing.dialog.isVisible()
    refused, *rest = changing.rows()
    assert "has no claim" in refused[1]
    assert {new for _old, new in rest} == {"Fishermen's union"}
    at_work.press(Key.Key_Return)
    assert {each for each in cells(panel, "speaker") if each} == {"Fishermen's union"}


def test_without_selected_lines_it_is_said_what_to_do(at_work: Desk) -> None:
    at_work.statements.view.setFocus()
    at_work.statements.choose(None)
    at_work.press(Key.Key_H, CTRL | SHIFT)
    assert said(at_work).startswith("Select the lines of a table first")
