"""Typed text is never lost by leaving: it is saved, stays where it was typed, or is reported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.dialogs import asking, choosing_files
from gui.editors.line_editor import LineEditor
from gui.work import exporting
from models.exports.named.definition import Definition
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import (
    cells,
    field,
    go_to_cell,
    held,
    in_file,
    notice,
    open_cell,
    place_caret,
    said,
    statements,
    type_in_cell,
    type_into,
    typed_in,
)
from tests.snapshots import history_of, query

ASKED = list[tuple[str, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> ASKED:
    """Answer No to every question, and return what was asked."""
    questions: ASKED = []

    def decline(_parent: object, *words: str) -> bool:
        questions.append(words)
        return False

    monkeypatch.setattr(asking, "confirm", decline)
    return questions


def allow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer Yes to every question."""
    monkeypatch.setattr(asking, "confirm", lambda *_words: True)


# Quitting


def test_a_window_that_is_deleted_takes_every_widget_with_it(study: Path, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    desk = Desk()
    desk.open(study)
    for record in (next(iter(desk.records.claims)), next(iter(desk.records.numbers))):
        desk.choose(record)
    with qtbot.waitSignal(desk.window.destroyed):
        desk.close()
        desk.window.deleteLater()
    assert set(QApplication.topLevelWidgets()) - before == set()


def test_quitting_in_a_cell_saves_what_was_typed_in_it(at_work: Desk, study: Path, asked: ASKED) -> None:
    type_in_cell(at_work, 0, "unit", "crowns")
    assert at_work.window.close()
    assert in_file(study, "number.unit") == "crowns"
    assert asked == []


def test_quitting_in_a_speaker_cell_saves_a_typed_name_and_leaves_a_guess_that_nobody_took(
    at_work: Desk, come_back: Callable[[], Desk], study: Path, asked: ASKED
) -> None:
    at_work.text.setFocus()
    place_caret(at_work, "It wants at least")
    at_work.press(Qt.Key.Key_C)
    assert open_cell(at_work).placeholderText().endswith("?")
    again = come_back()
    (made,) = [line for line in statements(study) if line.claim_words == "It wants at least 12 new berths."]
    assert held(made, "speaker.name") is None

    again.open(study)
    again.statements.edit_speaker(held(made, "claim.id"))
    again.type("The union's chair")
    again.close()
    (made,) = [line for line in statements(study) if held(line, "claim.id") == held(made, "claim.id")]
    assert held(made, "speaker.name") == "The union's chair"
    assert asked == []


def test_quitting_in_a_field_of_the_details_saves_what_was_typed_in_it(
    at_work: Desk, study: Path, asked: ASKED
) -> None:
    go_to_cell(at_work.statements, 0, "claim")
    type_into(at_work, "Summary", "The wall is dear")
    at_work.close()
    assert in_file(study, "claim.summary") == "The wall is dear"
    assert asked == []


def test_quitting_with_a_value_that_cannot_be_read_asks_and_stays_when_told_to(
    at_work: Desk, study: Path, asked: ASKED, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = history_of(study)
    type_in_cell(at_work, 0, "value", "quite some")
    assert not at_work.window.close()
    assert len(asked) == 1
    assert at_work.window.isVisible()
    assert at_work.project.store.path == study
    assert open_cell(at_work).text() == "quite some"
    assert "cannot be read as a number" in open_cell(at_work).refusal.reason
    allow(monkeypatch)
    assert at_work.window.close()
    assert history_of(study) == before


def test_quitting_with_a_date_that_cannot_be_read_asks_too(
    at_work: Desk, study: Path, asked: ASKED, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_into(at_work, "Date", "yesterday")
    assert not at_work.window.close()
    assert (len(asked), typed_in(at_work, "Date")) == (1, "yesterday")
    allow(monkeypatch)
    assert at_work.window.close()
    assert query(study, "SELECT published FROM article WHERE title LIKE 'Harbour%'") == [(None,)]


# Going to another article


def test_the_next_article_comes_after_what_was_typed_is_saved(at_work: Desk, study: Path) -> None:
    type_in_cell(at_work, 0, "counted", "million")
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    assert at_work.records.article.title == "Ferry to run again"
    assert in_file(study, "number.counted") == "million"


def test_ctrl_s_in_a_cell_saves_the_cell_before_it_says_so(at_work: Desk, study: Path) -> None:
    type_in_cell(at_work, 0, "unit", "krona")
    at_work.press(Qt.Key.Key_S, CTRL)
    assert "krona" in [held(each, "number.unit") for each in statements(study)]
    assert said(at_work) == f"All changes are saved in {study}."


def test_ctrl_s_in_a_cell_that_cannot_be_saved_does_not_say_that_all_is(at_work: Desk) -> None:
    type_in_cell(at_work, 0, "value", "plenty")
    at_work.press(Qt.Key.Key_S, CTRL)
    assert "cannot be saved" in said(at_work)
    assert open_cell(at_work).text() == "plenty"
    at_work.press(Qt.Key.Key_Escape)


def test_a_copy_and_the_tables_hold_what_is_being_typed(
    at_work: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, folder = tmp_path / "copy.onrecord", tmp_path / "tables"
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, _project: copy)
    monkeypatch.setattr(exporting, "ask_export", lambda *_asked: Definition(folder=str(folder)))
    type_in_cell(at_work, 0, "unit", "krona")
    at_work.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert "krona" in [held(each, "number.unit") for each in statements(copy)]
    at_work.press(Qt.Key.Key_Return)
    at_work.type("öre")
    at_work.press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: str(folder) in said(at_work))
    assert "öre" in (folder / "numbers.csv").read_text(encoding="utf-8")


def test_done_in_a_cell_saves_the_cell_and_goes_on(at_work: Desk, study: Path) -> None:
    type_in_cell(at_work, 0, "counted", "million")
    at_work.press(Qt.Key.Key_Return, CTRL)
    assert at_work.records.article.title == "Ferry to run again"
    assert in_file(study, "number.counted") == "million"
    assert query(study, "SELECT count(*) FROM article WHERE status = 'done'") == [(1,)]


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_PageDown, CTRL), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)]
)
def test_a_field_that_cannot_be_read_holds_back_what_would_replace_it_and_says_so(
    at_work: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    title, label = at_work.records.article.title, at_work.project.undo_label
    type_into(at_work, "Date", "31/02/2015")
    at_work.text.setFocus()
    at_work.press(key, modifiers)
    assert (at_work.records.article.title, at_work.project.undo_label) == (title, label)
    if at_work.project.redo_label or key == Qt.Key.Key_PageDown:
        assert "cannot be saved as it is" in said(at_work)
    assert typed_in(at_work, "Date") == "31/02/2015"


def test_articles_that_arrive_while_a_cell_cannot_be_saved_do_not_take_its_place(
    at_work: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = tmp_path / "new.txt"
    page.write_text("A new page\n\nThe harbour master said nothing at all this time.\n", "utf-8")
    type_in_cell(at_work, 0, "value", "some")
    here = at_work.records.article.id
    listed = at_work.articles.view.model()
    at_work.window.importing.import_paths([page])
    at_work.add_incoming()
    qtbot.waitUntil(lambda: listed.rowCount() == 3)
    assert at_work.records.article.id == here
    assert open_cell(at_work).text() == "some"


# Dates, and fields that cannot be read


@pytest.mark.parametrize("typed", ["31/02/2015", "yesterday", "3/4/2015", "2015-02-30"])
def test_a_date_that_is_none_is_refused_with_what_was_typed_kept(at_work: Desk, study: Path, typed: str) -> None:
    before = history_of(study)
    type_into(at_work, "Date", typed)
    at_work.press(Qt.Key.Key_Return)
    assert typed_in(at_work, "Date") == typed
    description = field(at_work, "Date").accessibleDescription()
    assert f"“{typed}” cannot be read as a date" in description
    assert history_of(study) == before
    at_work.press(Qt.Key.Key_Escape)
    assert typed_in(at_work, "Date") == ""
    assert field(at_work, "Date").accessibleDescription() == ""


def test_a_date_in_words_is_read_and_shown_as_it_is_kept(at_work: Desk, study: Path) -> None:
    type_into(at_work, "Date", "23 January 2015")
    at_work.press(Qt.Key.Key_Return)
    assert typed_in(at_work, "Date") == "2015-01-23"
    assert query(study, "SELECT published FROM article WHERE title LIKE 'Harbour%'") == [("2015-01-23",)]
    assert "23 Jan 2015" in at_work.text.display.header.details
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert typed_in(at_work, "Date") == ""


def test_what_a_field_refused_is_said_when_another_record_takes_its_place(at_work: Desk) -> None:
    type_into(at_work, "Date", "yesterday")
    place_caret(at_work, "said the wall", 1)
    place_caret(at_work, "take two winters", 3)
    place_caret(at_work, "would cost", 3)
    assert field(at_work, "Summary").isVisible()
    assert "“yesterday” (Date)" in notice(at_work)
    at_work.press(Qt.Key.Key_Escape)
    assert typed_in(at_work, "Date") == ""


def test_what_a_field_refused_stays_while_the_same_record_is_edited_elsewhere(at_work: Desk) -> None:
    type_into(at_work, "Date", "yesterday")
    type_into(at_work, "Byline", "Ada Holm")
    at_work.press(Qt.Key.Key_Return)
    assert at_work.records.article.byline == "Ada Holm"
    assert typed_in(at_work, "Date") == "yesterday"
    assert "as a date" in field(at_work, "Date").accessibleDescription()


def test_a_field_writes_nothing_that_nobody_typed(at_work: Desk, study: Path) -> None:
    type_in_cell(at_work, 0, "note", "two\u00a0winters")
    at_work.press(Qt.Key.Key_Return)
    before = history_of(study)
    note = field(at_work, "Note")
    note.setFocus()
    at_work.text.setFocus()
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    assert history_of(study) == before
    assert in_file(study, "claim.note") == "two\u00a0winters"


def test_choices_in_the_details_are_saved_when_made(at_work: Desk, study: Path) -> None:
    go_to_cell(at_work.statements, 0, "claim")
    mode = field(at_work, "Mode")
    assert isinstance(mode, LineEditor)
    mode.setFocus()
    assert mode.text() == "mixed"
    at_work.press(Qt.Key.Key_Up)
    at_work.press(Qt.Key.Key_Return)
    at_work.press(Qt.Key.Key_Escape)
    assert cells(at_work.statements, "mode")[0] == "indirect"
    assert in_file(study, "claim.mode") == "indirect"
