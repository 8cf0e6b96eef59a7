"""Many articles are added, deleted and restored while the window stays responsive; keys typed meanwhile act later."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from gui.project.reader import Reader
from gui.tables import reading_lines
from models.edits import Edit, made
from models.entities import Number, Role, Span, Speaker
from models.store import Store
from models.store.long_write import LongWrite
from tests.example import signed, typed
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import cells, go_to_cell, held, notice, said, statements
from tests.snapshots import faults_of, history_of, rows_of
from tests.waiting import let_read

MANY = 120


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of many articles."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:03}.txt").write_text(f"Quay {number}\n\nThe quay {number} is open again.\n", "utf-8")
    return folder


class Gate:
    """Lets a long edit be written as far as its commit, and no further until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._reached, self._opened = Event(), Event()
        apply = LongWrite.apply

        def stop_before(write: LongWrite, edit: Edit, before_commit: Callable[[], None]) -> Edit | None:
            def stop() -> None:
                self._reached.set()
                assert self._opened.wait(20)
                before_commit()

            return apply(write, edit, stop)

        monkeypatch.setattr(LongWrite, "apply", stop_before)

    @property
    def reached(self) -> bool:
        return self._reached.is_set()

    def open(self) -> None:
        self._opened.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return what stops the next long edits before their commit."""
    return Gate(monkeypatch)


def begin_import(desk: Desk, qtbot: QtBot, gate: Gate, pages: Path) -> None:
    """Import the articles, as far as the commit."""
    desk.window.importing.import_paths([pages])
    desk.add_incoming()
    qtbot.waitUntil(lambda: gate.reached)


def finish(desk: Desk, qtbot: QtBot) -> None:
    """Wait until no long work is left."""
    qtbot.waitUntil(lambda: not (desk.window.works.busy or desk.project.writing))


def ticks(act: Callable[[], object]) -> int:
    """Return how often a timer of the event loop comes to its turn during an act."""
    seen: list[None] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: seen.append(None))
    timer.start()
    act()
    timer.stop()
    return len(seen)


def title_count(path: Path) -> int:
    with Store.open(path, read_only=True) as store:
        return len(store.articles())


def test_many_articles_are_imported_while_the_window_can_be_used_and_one_undo_takes_them_back(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    before = rows_of(study)
    begin_import(desk, qtbot, gate, pages)
    assert said(desk) == f"Adding {MANY} articles …"
    assert title_count(study) == 2, "nothing is there before all of it is"
    desk.press(Qt.Key.Key_PageDown, CTRL)
    assert desk.records.article.title == "Ferry to run again", "another article can be opened meanwhile"
    gate.open()
    finish(desk, qtbot)
    qtbot.waitUntil(lambda: desk.records.article.title == "Quay 0")
    assert title_count(study) == 2 + MANY
    qtbot.waitUntil(lambda: f"{MANY} articles were added" in notice(desk))
    assert ticks(lambda: desk.press(Qt.Key.Key_Z, CTRL)) > 0
    assert rows_of(study) == before
    assert "was undone" in said(desk)
    assert ticks(lambda: desk.press(Qt.Key.Key_Z, CTRL | SHIFT)) > 0
    assert title_count(study) == 2 + MANY
    assert len(history_of(study)) == 4
    assert faults_of(study) == []
    assert not desk.project.store.changed_elsewhere()


def test_what_is_typed_while_articles_are_written_is_written_after_them(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    go_to_cell(desk.statements, 0, "unit")
    desk.press(Qt.Key.Key_Return)
    desk.type("crowns")
    begin_import(desk, qtbot, gate, pages)
    seen: list[str] = []
    desk.project.waiting.began.connect(seen.append)
    QTimer.singleShot(120, desk.window, gate.open)
    desk.press(Qt.Key.Key_Return)
    assert held(statements(study)[0], "number.unit") == "crowns"
    assert f"Adding {MANY} articles" in seen[0]
    finish(desk, qtbot)
    assert notice(desk) == ""
    assert title_count(study) == 2 + MANY
    assert (desk.project.undo_label, len(history_of(study))) == ("Change Unit", 3)


def test_an_edit_without_changes_does_not_wait_for_articles_that_are_written(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    begin_import(desk, qtbot, gate, pages)
    seen: list[str] = []
    desk.project.waiting.began.connect(seen.append)
    QTimer.singleShot(120, desk.window, gate.open)
    assert desk.project.do(typed(desk.records.article, "title", desk.records.article.title))
    assert seen == []
    finish(desk, qtbot)
    assert len(history_of(study)) == 2


def test_undo_while_articles_are_written_takes_the_articles_back(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    assert desk.project.do(typed(desk.records.article, "title", "Wall"))
    before = rows_of(study)
    begin_import(desk, qtbot, gate, pages)
    QTimer.singleShot(120, desk.window, gate.open)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert rows_of(study) == before
    assert f"“Import {MANY} articles” was undone" in said(desk)
    assert desk.project.redo_label == f"Import {MANY} articles"
    qtbot.wait(0)
    assert (desk.records.article.title, notice(desk)) == ("Wall", "")


def test_the_window_is_closed_only_when_what_it_writes_is_in_the_file(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    begin_import(desk, qtbot, gate, pages)
    gate.open()
    desk.close()
    assert not desk.window.isVisible()
    assert title_count(study) == 2 + MANY
    assert faults_of(study) == []


def test_another_project_is_opened_only_when_what_is_written_is_in_the_file(  # noqa: PLR0917
    desk: Desk, study: Path, pages: Path, tmp_path: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    begin_import(desk, qtbot, gate, pages)
    gate.open()
    assert desk.window.project_file.create(tmp_path / "other.onrecord")
    assert title_count(study) == 2 + MANY
    let_read(desk.project)
    assert desk.articles.is_empty and notice(desk) == ""


def test_articles_that_cannot_be_written_appear_nowhere_and_the_window_works_on(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    before, make = (rows_of(study), history_of(study)), LongWrite.__init__

    def make_on_full_disk(write: LongWrite, *given: object) -> None:
        make(write, *given)  # type: ignore[arg-type]
        (pages,) = write._connection.execute("PRAGMA page_count").fetchone()
        write._connection.execute(f"PRAGMA max_page_count = {pages}")

    monkeypatch.setattr(LongWrite, "__init__", make_on_full_disk)
    desk.window.importing.import_paths([pages])
    desk.add_incoming()
    qtbot.waitUntil(lambda: notice(desk) != "")
    finish(desk, qtbot)
    assert "The disk is full." in notice(desk) and "This change was not saved" in notice(desk)
    assert (rows_of(study), history_of(study)) == before
    assert desk.records.article.title == "Harbour wall will take two winters"
    assert desk.project.do(typed(desk.records.article, "title", "Wall"))
    monkeypatch.undo()
    desk.window.importing.import_paths([pages])
    desk.add_incoming()
    qtbot.waitUntil(lambda: desk.records.article.title == "Quay 0")
    assert title_count(study) == 2 + MANY


def test_a_file_that_is_gone_when_articles_are_written_is_told(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    apply = LongWrite.apply

    def move_before(write: LongWrite, edit: Edit, before_commit: Callable[[], None]) -> Edit | None:
        study.rename(study.with_name("moved.onrecord"))
        return apply(write, edit, before_commit)

    monkeypatch.setattr(LongWrite, "apply", move_before)
    desk.window.importing.import_paths([pages])
    desk.add_incoming()
    qtbot.waitUntil(lambda: notice(desk) != "")
    assert "no longer where it was" in notice(desk)
    assert title_count(study.with_name("moved.onrecord")) == 2


def test_what_another_window_writes_before_a_long_edit_is_shown_after_it(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot
) -> None:
    desk.open(study)
    desk.window.importing.import_paths([pages])
    qtbot.waitUntil(lambda: desk.preview_is_shown)
    with Store.open(study) as elsewhere:
        elsewhere.apply(signed(typed(desk.records.article, "title", "The wall")))
    hints = list[str]()  # the line at the bottom shows this one only until what was imported is said
    desk.window.catching_up.hint.connect(hints.append)
    desk.add_incoming()
    qtbot.waitUntil(lambda: any("changed elsewhere" in hint for hint in hints))
    assert title_count(study) == 2 + MANY
    let_read(desk.project)
    assert "The wall" in [line.title for line in desk.articles.model.known.lines()]


def test_lists_are_answered_while_articles_are_written(
    desk: Desk, study: Path, pages: Path, qtbot: QtBot, gate: Gate
) -> None:
    desk.open(study)
    begin_import(desk, qtbot, gate, pages)
    answers: list[int] = []
    reader: Reader = desk.project.reader
    reader.ask("test", lambda view: len(view.articles()), answers.append)
    qtbot.waitUntil(lambda: answers == [2])
    gate.open()
    finish(desk, qtbot)
    reader.ask("test", lambda view: len(view.articles()), answers.append)
    qtbot.waitUntil(lambda: answers == [2, 2 + MANY])


def test_a_gesture_that_makes_many_rows_and_deletes_them_is_undone_without_a_trace(desk: Desk, study: Path) -> None:
    desk.open(study)
    speakers = Edit("New speakers", tuple(made(Speaker(name=f"Diver {number}")) for number in range(MANY)))
    assert desk.project.do(speakers)
    line = desk.project.store.undoable(desk.project.coder)
    assert line
    assert desk.project.do(replace(desk.project.store.edit(line).inverse, undoes=None, continues=line.id))
    before = (rows_of(study), history_of(study))
    assert desk.project.undo()
    assert (rows_of(study), history_of(study)) == before
    assert notice(desk) == ""


def test_what_is_typed_at_once_after_many_cells_were_cleared_is_written_after_that(desk: Desk, study: Path) -> None:
    desk.open(study)
    records = desk.records
    numbers = [Number(article=records.article.id, counted="moorings") for _each in range(MANY)]
    spans = [Span(article=records.article.id, role=Role.NUMBER, number=each.id, start=0, end=1) for each in numbers]
    assert desk.project.do(Edit("Count moorings", tuple(made(row) for row in (*numbers, *spans))))
    panel = desk.statements
    go_to_cell(panel, 0, "counted")
    desk.press(Qt.Key.Key_A, CTRL)
    assert ticks(lambda: desk.press(Qt.Key.Key_Delete)) > 0
    desk.type("piers")
    desk.press(Qt.Key.Key_Return)
    counted = cells(panel, "counted")
    assert [each for each in counted if each] == ["piers"]
    assert len(counted) > MANY
    desk.press(Qt.Key.Key_Z, CTRL)
    assert not any(cells(panel, "counted"))
    desk.press(Qt.Key.Key_Z, CTRL)
    assert cells(panel, "counted").count("moorings") == MANY


def test_what_is_typed_while_many_lines_are_read_to_be_cleared_is_written_after_that(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_lines, "CELLS", 1)
    monkeypatch.setattr(reading_lines, "SLICE", 0)
    test_what_is_typed_at_once_after_many_cells_were_cleared_is_written_after_that(desk, study)
