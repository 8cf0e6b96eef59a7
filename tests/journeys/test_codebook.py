"""The window of the codebook: variables and choices are made, changed and deleted by keys and mouse, and undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.codebook.choice_tree import ANSWERS, CODE
from gui.codebook.consequences import Consequences
from gui.codebook.new_variable import NewVariableDialog
from gui.codebook.split_dialog import SplitDialog
from gui.dialogs import choosing_files
from gui.dialogs.picking import PickDialog
from models.codebook.kinds import KINDS
from models.store import Store
from tests.example import Example
from tests.journeys.codebook_page import Page
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read


@pytest.fixture
def page(at_work: Desk, qtbot: QtBot) -> Page:
    """Return the window of the codebook, beside an article of the example."""
    return Page(at_work, qtbot)


def undo_everything(desk: Desk) -> int:
    """Undo until nothing is left; return how many times."""
    count = 0
    while desk.project.undo_label:
        desk.window.undoing.undo()
        count += 1
    return count


def test_a_variable_of_each_kind_is_made_by_keys_and_undone(page: Page, study: Path) -> None:
    before = len(page.desk.project.codebook.variables)
    for kind in KINDS:
        made = page.new(f"About {kind}", kind)
        assert (made.kind, made.name) == (kind, f"about_{kind}")
    for _kind in KINDS:
        page.desk.press(Qt.Key.Key_Z, CTRL)
    assert len(page.desk.project.codebook.variables) == before
    for _kind in KINDS:
        page.desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    page.desk.close()
    with Store.open(study) as store:
        assert [each.kind for each in store.codebook().variables.values()][-len(KINDS) :] == list(KINDS)


def test_another_label_does_not_change_the_name_in_files(page: Page) -> None:
    page.new("Topic", "choice")
    page.window.form.fields["label"].editor.setFocus()
    page.desk.press(Qt.Key.Key_A, CTRL)
    page.desk.type("Subject matter")
    page.desk.press(Qt.Key.Key_Return)
    assert page.variable("Subject matter").name == "topic"


def test_a_name_that_is_in_use_stays_in_its_field_with_the_reason(page: Page) -> None:
    page.new("Topic", "choice")
    page.new("Stance", "yes_no")
    field = page.window.form.fields["name"]
    field.editor.setFocus()
    page.desk.press(Qt.Key.Key_A, CTRL)
    page.desk.type("topic")
    page.desk.press(Qt.Key.Key_Return)
    assert field.editor.refusal.reason
    assert page.variable("Stance").name == "stance"


def test_choices_with_levels_are_typed_and_moved_by_keys(page: Page) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    page.offer("Trade", "Labour", below="Economy")
    assert page.labels == ["Economy", "Economy › Trade", "Economy › Labour", "Security"]
    tree = page.window.choices.tree
    tree.choose(page.choice("Labour").id)
    page.desk.press(Qt.Key.Key_Up, CTRL)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Economy › Labour", "Economy › Trade", "Security"])
    page.desk.press(Qt.Key.Key_Left, CTRL)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Economy › Trade", "Labour", "Security"])
    page.desk.press(Qt.Key.Key_Right, CTRL)
    page.qtbot.waitUntil(lambda: page.labels[2] == "Economy › Labour")
    assert tree.choice == page.choice("Labour").id


def test_a_choice_is_renamed_in_place_and_keeps_its_code_and_answers(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.answer("Topic", pattern.lost, "Economy")
    page.window.choices.tree.choose(page.choice("Economy").id)
    page.window.choices.tree.setFocus()
    page.desk.press(Qt.Key.Key_F2)
    page.desk.type("Business")
    page.desk.press(Qt.Key.Key_Return)
    page.agree(page.asked())
    page.qtbot.waitUntil(lambda: page.labels == ["Business"])
    assert page.choice("Business").value == "economy"
    assert [each.choice for each in page.answers()] == [page.choice("Business").id]


def test_before_a_choice_is_renamed_its_records_and_its_cells_in_exports_are_shown(
    page: Page, pattern: Example
) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.offer("Trade", below="Economy")
    page.answer("Topic", pattern.lost, "Trade")
    tree = page.window.choices.tree
    tree.choose(page.choice("Economy").id)
    tree.setFocus()
    page.desk.press(Qt.Key.Key_F2)
    page.desk.type("Business")
    page.desk.press(Qt.Key.Key_Return)
    asked = page.asked()
    said = words_in(asked)
    assert "Rename “Economy” to “Business”?" in said
    assert "The answer of 1 record stays" in said
    assert pattern.article.title in said
    assert "We lost nearly 300 metres in one night" in said
    assert "topic_path: “Economy › Trade” becomes “Business › Trade”" in said
    asked.reject()
    page.qtbot.waitUntil(lambda: bool(tree.findItems("Economy", Qt.MatchFlag.MatchExactly)))
    assert page.labels == ["Economy", "Economy › Trade"]


def test_before_a_choice_is_moved_elsewhere_its_records_are_shown_and_it_is_one_undo(
    page: Page, pattern: Example
) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Trade")
    page.answer("Topic", pattern.lost, "Trade")
    tree = page.window.choices.tree
    tree.choose(page.choice("Trade").id)
    tree.setFocus()
    page.desk.press(Qt.Key.Key_Right, CTRL)
    asked = page.asked()
    assert "topic_level_2: “Trade” comes" in words_in(asked)
    page.agree(asked)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Economy › Trade"])
    page.desk.press(Qt.Key.Key_Z, CTRL)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Trade"])
    page.desk.press(Qt.Key.Key_Up, CTRL)
    page.qtbot.waitUntil(lambda: page.labels == ["Trade", "Economy"])


def test_a_choice_is_split_by_keys_and_the_checked_records_go_to_the_new_one(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    page.answer("Topic", pattern.lost, "Economy")
    page.answer("Topic", pattern.cost, "Economy")
    tree = page.window.choices.tree
    tree.choose(page.choice("Economy").id)
    tree.setFocus()
    page.desk.press(Qt.Key.Key_T, CTRL)
    page.qtbot.waitUntil(lambda: bool(page.window.findChildren(SplitDialog)))
    dialog = page.window.findChild(SplitDialog)
    assert isinstance(dialog, SplitDialog)
    page.qtbot.waitUntil(dialog.isActiveWindow)
    assert [(each.words, each.title) for each in dialog.model.coded] == [
        (page.desk.records.words(claim.id), pattern.article.title) for claim in (pattern.lost, pattern.cost)
    ]
    page.desk.type("Security")
    assert not dialog.yes.isEnabled()
    page.desk.press(Qt.Key.Key_A, CTRL)
    page.desk.type("Trade")
    dialog.list.setFocus()
    page.desk.press(Qt.Key.Key_End, CTRL)
    page.desk.press(Qt.Key.Key_Space)
    page.desk.press(Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Trade", "Security"])
    found = {each.subject: each.choice for each in page.answers()}
    assert found == {pattern.lost.id: page.choice("Economy").id, pattern.cost.id: page.choice("Trade").id}
    page.desk.press(Qt.Key.Key_Z, CTRL)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Security"])
    assert {each.choice for each in page.answers()} == {page.choice("Economy").id}


def words_in(dialog: Consequences) -> str:
    """Return everything that a question says."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_an_empty_line_for_a_choice_leaves_nothing(page: Page) -> None:
    page.new("Topic", "choice")
    page.window.choices.tree.setFocus()
    page.desk.press(Qt.Key.Key_Return)
    page.desk.press(Qt.Key.Key_Escape)
    assert page.window.isVisible()
    assert page.labels == []
    assert page.window.choices.tree.topLevelItemCount() == 0


def test_a_choice_being_typed_is_added_where_it_was_begun_when_another_variable_is_clicked(page: Page) -> None:
    page.new("Stance", "yes_no")
    page.new("Topic", "choice")
    page.window.choices.tree.setFocus()
    page.desk.press(Qt.Key.Key_Return)
    page.desk.type("Economy")
    variables = page.window.list
    first = variables.indexBelow(variables.model().index(0, 0))
    QTest.mouseClick(variables.viewport(), Qt.MouseButton.LeftButton, pos=variables.visualRect(first).center())
    page.qtbot.waitUntil(lambda: bool(page.desk.project.codebook.choices))
    assert page.choice("Economy").variable == page.variable("Topic").id


def test_answers_that_come_in_while_a_choice_is_typed_do_not_disturb_it(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    tree = page.window.choices.tree
    page.desk.press(Qt.Key.Key_Return)
    page.desk.type("Secu")
    page.answer("Topic", pattern.lost, "Economy")
    page.qtbot.waitUntil(lambda: page.window.answers == 1)
    page.desk.type("rity")
    page.desk.press(Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Security"])
    page.qtbot.waitUntil(lambda: tree.model().index(0, ANSWERS).data() == "1")


def test_a_code_that_is_in_use_is_refused_and_the_tree_shows_the_old_one(page: Page) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    tree = page.window.choices.tree
    tree.choose(page.choice("Security").id)
    code = tree.currentIndex().siblingAtColumn(CODE)
    tree.edit(code)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    page.desk.press(Qt.Key.Key_A, CTRL)
    page.desk.type("economy")
    page.desk.press(Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: tree.currentIndex().siblingAtColumn(CODE).data() == "security")
    assert page.choice("Security").value == "security"


def test_merging_shows_what_it_changes_and_is_one_undo(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    page.answer("Topic", pattern.lost, "Economy")
    page.answer("Topic", pattern.cost, "Security")
    before = page.answers()
    tree = page.window.choices.tree
    tree.choose(page.choice("Economy").id)
    tree.setFocus()
    page.desk.press(Qt.Key.Key_M, CTRL)
    pick = page.window.findChild(PickDialog)
    assert isinstance(pick, PickDialog)
    page.qtbot.waitUntil(pick.isActiveWindow)
    page.desk.type("secu")
    page.desk.press(Qt.Key.Key_Return)
    page.agree(page.asked())
    page.qtbot.waitUntil(lambda: page.labels == ["Security"])
    assert {each.choice for each in page.answers()} == {page.choice("Security").id}
    page.desk.window.undoing.undo()
    assert page.answers() == before
    assert page.labels == ["Economy", "Security"]


@pytest.mark.parametrize("keep", [True, False])
def test_deleting_a_choice_keeps_its_answers_in_words_or_clears_them(page: Page, pattern: Example, keep: bool) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    page.answer("Topic", pattern.lost, "Economy")
    before = page.answers()
    tree = page.window.choices.tree
    tree.choose(page.choice("Economy").id)
    tree.setFocus()
    page.desk.press(Qt.Key.Key_Delete)
    dialog = page.asked()
    (dialog.keep if keep else dialog.clear).click()
    page.agree(dialog)
    page.qtbot.waitUntil(lambda: page.labels == ["Security"])
    assert [each.value for each in page.answers()] == (["Economy"] if keep else [])
    page.desk.window.undoing.undo()
    assert page.answers() == before


def test_a_choice_without_answers_is_deleted_without_a_question(page: Page) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.window.choices.tree.choose(page.choice("Economy").id)
    page.desk.press(Qt.Key.Key_Delete)
    page.qtbot.waitUntil(lambda: page.labels == [])


def test_deleting_a_variable_with_answers_is_shown_first_and_can_be_undone(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.answer("Topic", pattern.lost, "Economy")
    before = page.answers()
    page.window.list.setFocus()
    page.desk.press(Qt.Key.Key_Delete)
    page.qtbot.waitUntil(page.asked().isActiveWindow)
    page.desk.press(Qt.Key.Key_Return)  # Cancel is the default
    assert page.answers() == before
    page.qtbot.waitUntil(page.window.isActiveWindow)
    page.window.list.setFocus()
    page.desk.press(Qt.Key.Key_Delete)
    page.agree(page.asked())
    page.qtbot.waitUntil(lambda: not page.desk.project.codebook.variables)
    assert page.answers() == []
    page.desk.window.undoing.undo()
    assert page.answers() == before


def test_another_kind_says_which_answers_do_not_fit(page: Page, pattern: Example) -> None:
    page.new("Depth", "text")
    page.answer("Depth", pattern.lost, "12")
    page.answer("Depth", pattern.cost, "deep")
    form = page.window.form
    form.kind.setCurrentIndex(form.kind.findData("whole_number"))
    form.kind.picked.emit()
    assert page.variable("Depth").kind == "text"
    dialog = page.asked()
    assert dialog.keep.isVisible()
    dialog.clear.click()
    page.agree(dialog)
    page.qtbot.waitUntil(lambda: page.variable("Depth").kind == "whole_number")
    assert [each.value for each in page.answers()] == ["12"]


def test_an_example_is_pinned_by_a_key_and_removed(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.answer("Topic", pattern.lost, "Economy")
    page.desk.window.activateWindow()
    page.qtbot.waitUntil(page.desk.window.isActiveWindow)
    page.desk.text.setFocus()
    page.desk.choose(pattern.lost.id)
    page.desk.press(Qt.Key.Key_B, CTRL | SHIFT)
    pick = page.desk.window.workspace.pinning.dialog
    assert pick
    page.qtbot.waitUntil(pick.isActiveWindow)
    page.desk.press(Qt.Key.Key_Return)  # the choice that the claim is answered with
    (anchor,) = page.desk.project.codebook.anchors.values()
    assert (anchor.claim, anchor.choice) == (pattern.lost.id, page.choice("Economy").id)
    page.window.bring_up()
    examples = page.window.choices.examples
    assert examples.count() == 1
    examples.setCurrentRow(0)
    page.window.choices.remove.click()
    assert not page.desk.project.codebook.anchors


def test_the_menu_of_a_table_pins_an_example_of_any_article(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    desk = page.desk
    desk.window.activateWindow()
    page.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.show("numbers")
    let_read(desk.project)
    desk.table.choose(pattern.berths.id)
    menu = desk.table.view.menu()
    next(each for each in menu.actions() if "xample" in each.text()).trigger()
    let_read(desk.project)
    pick = desk.window.workspace.pinning.dialog
    assert pick
    page.qtbot.waitUntil(pick.isActiveWindow)
    desk.type("topic")
    desk.press(Qt.Key.Key_Return)
    (anchor,) = desk.project.codebook.anchors.values()
    assert (anchor.number, anchor.choice, anchor.variable) == (pattern.berths.id, None, page.variable("Topic").id)
    assert anchor.place and pattern.article.title in anchor.place
    menu.deleteLater()


def test_a_button_pins_the_selected_record_to_the_selected_choice(page: Page, pattern: Example) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    page.desk.choose(pattern.cost.id)
    page.window.choices.tree.choose(page.choice("Economy").id)
    page.window.choices.pin.click()
    (anchor,) = page.desk.project.codebook.anchors.values()
    assert (anchor.claim, anchor.choice) == (pattern.cost.id, page.choice("Economy").id)
    assert page.window.choices.examples.count() == 1


def test_what_is_typed_in_the_window_is_written_before_the_project_is_closed(page: Page, study: Path) -> None:
    page.new("Topic", "choice")
    page.window.form.fields["definition"].editor.setFocus()
    page.desk.type("What it is about")
    page.desk.close()
    assert not page.window.isVisible()
    with Store.open(study) as store:
        assert [each.definition for each in store.codebook().variables.values()] == ["What it is about"]


def test_what_cannot_be_written_in_the_window_keeps_the_project_open(page: Page, tmp_path: Path) -> None:
    page.new("Topic", "choice")
    page.window.form.fields["name"].editor.setFocus()
    page.desk.press(Qt.Key.Key_A, CTRL)
    page.desk.type("Two words")
    before = page.desk.project
    page.desk.window.project_file.create(tmp_path / "other.onrecord")
    assert page.window.form.fields["name"].editor.refusal.reason
    assert page.desk.project is before


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".html"])
def test_the_codebook_is_exported_and_comes_back(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    file = tmp_path / f"codebook{suffix}"
    monkeypatch.setattr(choosing_files, "ask_codebook_file", lambda *_args: file)
    monkeypatch.setattr(choosing_files, "ask_codebook", lambda *_args: file)
    page.window.export_button.click()
    assert "Economy" in file.read_text("utf-8")
    if suffix != ".html":
        undo_everything(page.desk)
        page.window.import_button.click()
        assert "New variable: Topic" in confirm_import(page)
        page.qtbot.waitUntil(lambda: page.labels == ["Economy", "Security"])


def confirm_import(page: Page) -> list[str]:
    """Confirm an import that is shown; return what was listed."""
    work = page.desk.window.editing_codebook
    page.qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    model = work.dialog.preview.list.model()
    shown = [": ".join(model.index(row, at).data() for at in (0, 2)) for row in range(model.rowCount())]
    QTest.mouseClick(work.dialog.yes, Qt.MouseButton.LeftButton)
    return shown


def test_before_an_import_old_and_new_texts_are_listed_and_cancel_changes_nothing(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    file = tmp_path / "codebook.csv"
    file.write_text(
        "variable,choice,label,about,kind,definition,parent\n"
        "topic,,Theme,claim,choice,What it is about,\n"
        "topic,economy,Business,,,,\n"
        "topic,trade,Trade,,,,economy\n",
        "utf-8",
    )
    monkeypatch.setattr(choosing_files, "ask_codebook", lambda *_args: file)
    page.window.import_button.click()
    work = page.desk.window.editing_codebook
    page.qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    model = work.dialog.preview.list.model()
    assert [[model.index(row, at).data() for at in range(4)] for row in range(model.rowCount())] == [
        ["Label", "Topic", "Theme", "Theme"],
        ["Definition", "–", "What it is about", "Theme"],
        ["Label", "Economy", "Business", "Theme: Business"],
        ["New choice", "–", "Business › Trade", "Theme"],
    ]
    work.dialog.reject()
    assert page.labels == ["Economy"]
    page.qtbot.waitUntil(page.window.isActiveWindow)
    work.dialog = None
    page.window.import_button.click()
    confirm_import(page)
    page.qtbot.waitUntil(lambda: page.labels == ["Business", "Business › Trade"])
    undone = page.desk.window.undoing
    undone.undo()
    assert page.labels == ["Economy"]


def test_the_codebook_of_another_project_is_imported(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, come_back: Callable[[], Desk], qtbot: QtBot
) -> None:
    page.new("Topic", "choice")
    page.offer("Economy")
    source = page.desk.project.store.path
    other = tmp_path / "other.onrecord"
    page.desk.window.project_file.create(other)
    monkeypatch.setattr(choosing_files, "ask_codebook", lambda *_args: source)
    again = Page(page.desk, qtbot)
    again.window.import_button.click()
    confirm_import(again)
    qtbot.waitUntil(lambda: again.labels == ["Economy"])


def test_everything_is_undone_to_nothing_and_redone(page: Page, pattern: Example, study: Path) -> None:
    start = dict(page.desk.project.codebook.variables)
    page.new("Topic", "choice")
    page.offer("Economy", "Security")
    page.answer("Topic", pattern.lost, "Economy")
    codebook = page.desk.project.codebook
    made = dict(codebook.choices)
    times = undo_everything(page.desk)
    assert (codebook.variables, codebook.choices) == (start, {})
    for _time in range(times):
        page.desk.window.undoing.redo()
    assert codebook.choices == made
    page.desk.close()
    with Store.open(study) as store:
        assert store.codebook().choices == made


def test_a_project_that_is_read_only_shows_its_codebook_and_changes_nothing(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args: False)
    desk.open(study)
    page = Page(desk, qtbot)
    page.window.list.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert page.window.findChild(NewVariableDialog) is None
    assert not page.window.import_button.isEnabled()
