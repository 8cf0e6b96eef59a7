"""A save that fails is seen, however the change was made, until it is saved again, copied or discarded."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QWidget

from gui.dialogs import asking, choosing_files
from gui.dialogs.asking import Unsaved
from gui.project import waiting
from gui.project.writer import LONG
from gui.theme import theme
from models.actions.codebook import add_variable
from models.edits import Edit, made
from models.entities import Speaker, Subject, Variable
from tests.example import typed
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import (
    claims_shown,
    go_to_cell,
    in_file,
    notice,
    open_cell,
    place_caret,
    said,
    type_in_cell,
    type_into,
    typed_in,
)
from tests.snapshots import faults_of, history_of, query

if sys.platform != "win32":
    import resource

Key = Qt.Key
SAVED = "All changes saved"
BERTHS = "It wants at least 12 new berths."


def take_away(study: Path) -> None:
    """Let the file vanish, as with a network drive that is gone; nothing can be written then."""
    study.rename(study.with_suffix(".away"))


def bring_back(study: Path) -> None:
    """Let the file be there again."""
    study.with_suffix(".away").rename(study)


def press_c(desk: Desk) -> None:
    """Record a sentence as a claim."""
    start = desk.records.text.index(BERTHS)
    desk.text.setFocus()
    desk.text.select(start, start + len(BERTHS))
    desk.press(Key.Key_C)


def type_unit(desk: Desk) -> None:
    """Type in a cell."""
    type_in_cell(desk, 0, "unit", "euros")
    desk.press(Key.Key_Return)


def type_byline(desk: Desk) -> None:
    """Type in the details of the article."""
    desk.choose(None)
    type_into(desk, "Byline", "Ada Holm")
    desk.press(Key.Key_Return)


def type_note(desk: Desk) -> None:
    """Type a note, and leave it."""
    desk.choose(None)
    type_into(desk, "Note", "To be checked")
    desk.text.setFocus()


def move_boundary(desk: Desk) -> None:
    """Give a claim other boundaries."""
    claim = min(desk.records.claims)
    (span, *_others) = desk.records.contents(claim)
    desk.choose(claim)
    desk.text.setFocus()
    desk.text.select(span.start, span.end - 9)
    desk.press(Key.Key_B)


def paste_many(desk: Desk) -> None:
    """Paste a block of cells."""
    QGuiApplication.clipboard().setText("euros\tof the wall\nmetres\tof the quay")
    go_to_cell(desk.statements, 0, "unit")
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_V, CTRL)


def delete_claim(desk: Desk) -> None:
    """Delete the selected claim."""
    place_caret(desk, "would cost", 3)
    desk.press(Key.Key_Delete)


def undo(desk: Desk) -> None:
    """Undo the last edit."""
    desk.text.setFocus()
    desk.press(Key.Key_Z, CTRL)


def add_codebook(desk: Desk) -> None:
    """Add a variable to the codebook."""
    desk.project.do(
        add_variable(desk.project.codebook, Variable(subject=Subject.CLAIM, name="topic", label="Topic", kind="text"))
    )


def rewrite_all(desk: Desk) -> None:
    """Make a long edit, which another thread writes."""
    speakers = [made(Speaker(name=f"Speaker {count}")) for count in range(LONG + 1)]
    desk.project.do(Edit("Import speakers", tuple(speakers)))


WAYS = [
    press_c,
    type_unit,
    type_byline,
    type_note,
    move_boundary,
    paste_many,
    delete_claim,
    undo,
    add_codebook,
    rewrite_all,
]


@pytest.fixture
def working(desk: Desk, study: Path) -> Desk:
    """Return a desk at the example, where one edit can be undone."""
    desk.open(study)
    assert desk.project.do(typed(desk.records.article, "language", "en"))
    return desk


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_however_it_was_made_a_change_that_cannot_be_saved_is_said_and_saved_at_ctrl_s(
    working: Desk, study: Path, way: Callable[[Desk], None]
) -> None:
    before, shown = history_of(study), claims_shown(working)
    take_away(study)
    way(working)
    assert working.project.unsaved
    assert "no longer where it was" in said(working) and "Not saved: " in said(working) and "Ctrl+S" in said(working)
    assert "no longer where it was" in notice(working)
    assert {each.text() for each in working.notice.findChildren(QPushButton)} >= {"Save Again", "Save a Copy…"}
    assert claims_shown(working) == shown
    working.press(Key.Key_S, CTRL)
    assert "no longer where it was" in said(working)
    bring_back(study)
    assert history_of(study) == before
    working.press(Key.Key_S, CTRL)
    assert len(history_of(study)) == len(before) + 1
    assert not working.project.unsaved
    assert (said(working), notice(working)) == (f"All changes are saved in {study}.", "")
    working.status.rest()
    assert said(working) == SAVED
    assert faults_of(study) == []


def test_the_row_is_marked_in_words_and_by_a_shape_in_light_and_in_dark(working: Desk, study: Path) -> None:
    place_caret(working, "would cost", 3)
    panel, model = working.statements, working.statements.view.lines
    whole = {dark: picture(working, dark=dark) for dark in (False, True)}
    take_away(study)
    paste_many(working)
    index = model.index(0, column(panel, "unit"))
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert "Not saved: " in str(model.data(index, role))
    marked = {dark: picture(working, dark=dark) for dark in (False, True)}
    assert marked[False] != whole[False] and marked[True] != whole[True]
    bring_back(study)
    working.press(Key.Key_S, CTRL)
    assert model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == ""


def picture(desk: Desk, *, dark: bool) -> QImage:
    """Return a picture of the first row of the statements in an appearance, as grey as for the colour-blind."""
    theme().choose("dark" if dark else "light")
    view = desk.statements.view
    go_to_cell(desk.statements, 2, "counted")
    image = view.viewport().grab(view.visualRect(view.lines.index(0, view.header.shown()[0]))).toImage()
    theme().choose("light")
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_an_article_in_which_a_claim_cannot_be_saved_is_marked_in_the_list(working: Desk, study: Path) -> None:
    take_away(study)
    press_c(working)
    row = working.articles.model.row_of(working.records.article.id)
    assert row is not None
    tip = str(working.articles.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "Not saved: Mark claim" in tip


def test_the_same_key_once_more_makes_one_claim(working: Desk, study: Path) -> None:
    count = len(working.records.claims)
    take_away(study)
    press_c(working)
    press_c(working)
    bring_back(study)
    press_c(working)
    working.press(Key.Key_Escape)
    working.window.saving_again.try_again()
    assert len(working.records.claims) == count + 1
    assert not working.project.unsaved


def test_gestures_are_saved_by_themselves_in_their_order_and_what_is_being_typed_is_not(
    working: Desk, study: Path
) -> None:
    take_away(study)
    move_boundary(working)
    press_c(working)
    type_unit(working)
    assert "3 changes are not saved." in said(working)
    assert working.window.saving_again.next_attempt.isActive()
    working.window.saving_again.try_again()
    assert "3 changes are not saved." in said(working)
    bring_back(study)
    working.window.saving_again.try_again()
    assert "Not saved: " in said(working)
    assert open_cell(working).text() == "euros"
    assert BERTHS in claims_shown(working)
    assert not working.window.saving_again.next_attempt.isActive()
    open_cell(working).setFocus()
    working.press(Key.Key_Return)
    assert said(working) == SAVED
    assert in_file(study, "number.unit") == "euros"


def test_escape_drops_what_was_typed_and_discard_drops_a_gesture(working: Desk, study: Path) -> None:
    before = history_of(study)
    take_away(study)
    type_unit(working)
    working.press(Key.Key_Escape)
    assert said(working) == SAVED and notice(working) == ""
    press_c(working)
    next(each for each in working.notice.findChildren(QPushButton) if each.text() == "Discard").click()
    assert said(working) == SAVED and notice(working) == ""
    bring_back(study)
    working.window.saving_again.try_again()
    assert history_of(study) == before


def test_what_a_field_could_not_save_is_kept_when_another_record_takes_its_place(working: Desk, study: Path) -> None:
    take_away(study)
    type_byline(working)
    assert typed_in(working, "Byline") == "Ada Holm"
    place_caret(working, "would cost", 3)
    assert "Not saved: " in said(working)
    bring_back(study)
    working.window.saving_again.try_again()
    assert working.records.article.byline == "Ada Holm"


def test_a_change_that_others_have_overtaken_is_not_saved_later(
    working: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONGEST", 100)
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        delete_claim(working)
        assert "Another program is writing" in said(working)
        other.execute("UPDATE claim SET summary = 'dear'")
        other.execute("COMMIT")
    working.window.saving_again.try_again()
    assert "changed elsewhere" in notice(working)
    assert len(working.records.claims) == 2
    assert not working.project.unsaved


def test_closing_does_not_say_that_everything_before_is_in_a_file_that_is_gone(
    working: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def discard(_parent: QWidget, _question: str, *said: object) -> Unsaved:
        asked.extend(said)
        return Unsaved.DISCARD

    monkeypatch.setattr(asking, "ask_about_unsaved", discard)
    take_away(study)
    press_c(working)
    working.close()
    bring_back(study)
    gone = "Everything you did before is still in this window. Save a copy now (Ctrl+Shift+S)."
    assert asked == [gone, Unsaved.SAVE_COPY]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Unsaved]:
    """Return the answers that will be given to the question about what is not saved."""
    given: list[Unsaved] = []
    monkeypatch.setattr(asking, "ask_about_unsaved", lambda *_words: given.pop(0))
    return given


def test_closing_asks_and_goes_on_as_it_is_told(
    working: Desk, study: Path, answers: list[Unsaved], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = history_of(study)
    take_away(study)
    press_c(working)
    answers += [Unsaved.SAVE_AGAIN, Unsaved.CANCEL]
    working.close()
    assert answers == [] and working.window.isVisible()
    monkeypatch.setattr(choosing_files, "ask_copy", lambda *_asked: None)
    answers += [Unsaved.SAVE_COPY, Unsaved.DISCARD]
    working.close()
    assert answers == [] and not working.window.isVisible()
    bring_back(study)
    assert history_of(study) == before


def test_closing_saves_without_a_question_what_can_be_saved_by_then(working: Desk, study: Path) -> None:
    take_away(study)
    press_c(working)
    type_unit(working)
    bring_back(study)
    working.close()
    assert not working.window.isVisible()
    assert query(study, "SELECT count(*) FROM claim") == [(3,)]
    assert in_file(study, "number.unit") == "euros"


@pytest.mark.parametrize("way", [press_c, type_unit, type_byline], ids=lambda way: way.__name__)
def test_a_copy_has_what_could_not_be_saved_and_one_goes_on_in_it(
    working: Desk, study: Path, way: Callable[[Desk], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = study.with_name("copy.onrecord")
    before, article = history_of(study), working.records.article.id
    monkeypatch.setattr(choosing_files, "ask_copy", lambda *_asked: copy)
    take_away(study)
    way(working)
    working.press(Key.Key_S, CTRL | SHIFT)
    working.wait_for_article()
    assert working.project.store.path == copy
    assert working.records.article.id == article
    assert said(working) == SAVED and not working.project.unsaved
    assert str(copy) in notice(working)
    assert len(history_of(copy)) == len(before) + 1
    bring_back(study)
    assert history_of(study) == before


def test_opening_another_project_asks_first(working: Desk, study: Path, tmp_path: Path, answers: list[Unsaved]) -> None:
    take_away(study)
    press_c(working)
    answers += [Unsaved.CANCEL]
    assert not working.window.project_file.create(tmp_path / "other.onrecord")
    assert working.project.store.path == study
    assert working.project.unsaved
    answers += [Unsaved.DISCARD]
    assert working.window.project_file.create(tmp_path / "another.onrecord")


def test_no_pretence_after_the_system_has_asked_the_program_to_end(
    working: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[Any] = []
    monkeypatch.setattr("gui.window.main_window.QApplication.exit", ended.append)
    take_away(study)
    press_c(working)
    bring_back(study)
    working.window.leave()
    assert ended == [0]
    assert query(study, "SELECT count(*) FROM claim") == [(3,)]


@contextmanager
def writing_refused(_study: Path) -> Iterator[None]:
    """Let the system refuse to write beyond the beginning of any file, as on a full disk."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, kept[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, kept)


@contextmanager
def forbidden(study: Path) -> Iterator[None]:
    """Let the folder be closed to this user; root, who may enter every folder, is somebody else meanwhile."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    else:
        study.parent.chmod(0)
    yield
    os.seteuid(user)
    study.parent.chmod(0o700)


@contextmanager
def locked(study: Path) -> Iterator[None]:
    """Let another program hold the file."""
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits and permissions of POSIX")
@pytest.mark.parametrize("fault", [writing_refused, forbidden, locked], ids=lambda fault: fault.__name__)
def test_whatever_refuses_to_write_it_is_said_and_what_was_done_is_saved_when_that_is_over(
    working: Desk, study: Path, fault: Callable[[Path], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONGEST", 100)
    before = history_of(study)
    with fault(study):
        press_c(working)
        type_unit(working)
        words = said(working)
        working.window.saving_again.try_again()
    assert "2 changes are not saved." in words
    assert open_cell(working).text() == "euros"
    assert history_of(study) == before
    working.press(Key.Key_S, CTRL)
    assert said(working) == f"All changes are saved in {study}."
    assert len(history_of(study)) == len(before) + 2
    assert in_file(study, "number.unit", 1) == "euros" or in_file(study, "number.unit") == "euros"
    assert faults_of(study) == []
