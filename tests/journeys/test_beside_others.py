"""Others write to the open project, or move and replace its file: what they do is followed, and nothing is lost."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import choosing_files
from models.actions.claims import delete_claim, mark_claim
from models.entities import Claim
from models.errors import OnrecordError
from models.store import Store
from tests.example import signed, typed
from tests.gestures.looking import wrong
from tests.journeys.another_coder import next_edit
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, claims_shown, go_to_cell, notice, open_cell, said, type_into, typed_in
from tests.snapshots import faults_of, history_of, query
from tests.thorough import examples
from tests.waiting import let_read

HOUSE = Path(__file__).parent.parent.parent
Key = Qt.Key


def look(desk: Desk) -> None:
    """Let the window look at its file, as it does every second."""
    desk.window.catching_up.look()
    let_read(desk.project)


class Elsewhere:
    """Another process that works on the same project when it is told to."""

    def __init__(self, project: Path, seed: int) -> None:
        command = [sys.executable, "-m", "tests.journeys.another_coder", str(project), str(seed)]
        self.process = subprocess.Popen(
            command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def work(self, edits: int) -> int:
        """Make some edits; return how many were written."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{edits}\n")
        return int(self.process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


def test_two_processes_edit_one_project_in_turns_and_nothing_is_lost(
    at_work: Desk, study: Path, request: pytest.FixtureRequest
) -> None:
    chance, project = random.Random(3), at_work.project
    elsewhere = Elsewhere(study, 4)
    request.addfinalizer(elsewhere.close)
    before = len(history_of(study))
    ours = theirs = 0
    for turn in range(examples(15)):
        theirs += elsewhere.work(chance.randint(1, 6))
        for _again in range(chance.randint(0, 3)):  # of what the window knows, which may be older than the file
            try:
                edit = next_edit(chance, at_work.records, project.registry)
            except (OnrecordError, ValueError, IndexError):
                continue
            ours += project.do(edit) and bool(edit.changes)
            project.unsaved.discard()
        if chance.random() < 0.2 and project.undo_label:
            ours += project.undo()
        look(at_work)
        assert at_work.project is project, "others are followed without opening the project again"
        assert wrong(at_work.window) == [], turn
    assert theirs > examples(15) and ours > examples(5)
    assert len(history_of(study)) == before + ours + theirs
    assert faults_of(study) == []


def test_what_others_do_is_shown_everywhere_while_a_cell_is_typed_in(at_work: Desk, study: Path) -> None:
    go_to_cell(at_work.statements, 0, "unit")
    at_work.press(Key.Key_Return)
    at_work.type("eu")
    records = at_work.records
    start = records.text.index("It wants at least")
    with Store.open(study) as elsewhere:
        elsewhere.apply(signed(mark_claim(records, start, start + 30)))
        (line, *_others) = elsewhere.articles()
        elsewhere.apply(signed(typed(elsewhere.article_records(line.id).article, "title", "The wall")))
    look(at_work)
    assert open_cell(at_work).text() == "eu"
    assert "changed elsewhere" in said(at_work)
    assert len(claims_shown(at_work)) == 4
    assert at_work.records.article.title == "The wall"
    first = at_work.articles.model.known.lines()[0]
    assert [first.title, at_work.text.display.header.title] == ["The wall", "The wall"]
    assert at_work.project.undo_label != "Mark claim" or at_work.project.coder == "AB"
    at_work.type("ros")
    at_work.press(Key.Key_Return)
    assert cells(at_work.statements, "unit")[0] == "euros"
    assert wrong(at_work.window) == []


def test_a_claim_that_is_deleted_elsewhere_goes_and_the_lane_of_undo_is_that_of_the_coder(
    at_work: Desk, study: Path
) -> None:
    assert at_work.project.do(typed(at_work.records.article, "note", "ours"))
    with Store.open(study) as elsewhere:
        (claim, *_others) = at_work.records.claims.values()
        elsewhere.apply(delete_claim(at_work.records, claim).stamped("CD", "2026-03-01T09:00:00.000+00:00"))
    at_work.choose(claim.id)
    label = at_work.project.undo_label
    look(at_work)
    assert claim.id not in at_work.records.claims
    assert at_work.project.undo_label == label
    assert wrong(at_work.window) == []


@pytest.mark.parametrize("how", ["recorded before ours", "deleted and restored"])
def test_claims_that_begin_together_stand_as_in_the_file_whatever_others_do(
    at_work: Desk, study: Path, how: str
) -> None:
    records = at_work.records
    start = records.text.index("It wants at least")
    ours, theirs = mark_claim(records, start, start + 20), mark_claim(records, start, start + 30)
    with Store.open(study) as elsewhere:
        if how == "recorded before ours":
            elsewhere.apply(signed(theirs))
            assert at_work.project.do(ours)
        else:
            assert at_work.project.do(ours) and at_work.project.do(theirs)
            now = elsewhere.article_records(records.article.id)
            (claim,) = ours.made(Claim)
            deletion = signed(delete_claim(now, now.claims[claim.id]))
            elsewhere.apply(deletion)
            elsewhere.apply(signed(deletion.inverse))
    look(at_work)
    assert wrong(at_work.window) == []


def test_what_was_typed_in_a_line_that_is_deleted_elsewhere_is_said(at_work: Desk, study: Path) -> None:
    go_to_cell(at_work.statements, 0, "unit")
    at_work.press(Key.Key_Return)
    at_work.type("dinars")
    line = at_work.statements.view.lines.line(0)
    assert line
    claim = line.claim.id
    with Store.open(study) as elsewhere:
        records = at_work.records
        elsewhere.apply(delete_claim(records, records.claims[claim]).stamped("CD", "2026-03-01T09:00:00.000+00:00"))
    look(at_work)
    assert claim not in at_work.records.claims
    assert "What you typed was: dinars" in notice(at_work)
    assert wrong(at_work.window) == []


def test_what_another_program_writes_is_read_again_when_nothing_is_typed(at_work: Desk, study: Path) -> None:
    type_into(at_work, "Byline", "Ada")
    with closing(sqlite3.connect(study)) as shell, shell:
        shell.execute("UPDATE article SET outlet = 'The Shell'")
    look(at_work)
    assert typed_in(at_work, "Byline") == "Ada"
    assert "when you have finished typing" in said(at_work)
    at_work.press(Key.Key_Return)
    look(at_work)
    at_work.wait_for_article()
    assert (at_work.records.article.outlet, at_work.records.article.byline) == ("The Shell", "Ada")


def write_without_an_edit(study: Path) -> None:
    """Write to the file as the shell of SQLite does: the history knows nothing of it."""
    with closing(sqlite3.connect(study)) as shell, shell:
        shell.execute("UPDATE speaker SET role = 'Harbour master'")


def test_what_another_program_writes_in_the_second_of_an_edit_is_noticed_too(at_work: Desk, study: Path) -> None:
    with Store.open(study) as elsewhere:
        elsewhere.apply(signed(typed(at_work.records.article, "title", "The wall")))
    write_without_an_edit(study)
    assert at_work.project.do(typed(at_work.records.article, "byline", "Ada"))
    look(at_work)
    at_work.wait_for_article()
    assert {each.role for each in at_work.project.registry.speakers.values()} == {"Harbour master"}
    assert (at_work.records.article.title, at_work.records.article.byline) == ("The wall", "Ada")
    project = at_work.project
    look(at_work)
    assert at_work.project is project, "there is nothing new"


def test_a_window_that_only_reads_notices_it_beside_the_edits_of_the_other(
    at_work: Desk, study: Path, qtbot: QtBot
) -> None:
    second = Desk()
    qtbot.addWidget(second.window)
    second.open(study)
    project = second.project
    assert at_work.project.do(typed(at_work.records.article, "title", "The wall"))
    look(second)
    assert second.project is project
    assert at_work.project.do(typed(at_work.records.article, "byline", "Ada"))
    write_without_an_edit(study)
    look(second)
    second.wait_for_article()
    assert {each.role for each in second.project.registry.speakers.values()} == {"Harbour master"}


# The file itself


def buttons(desk: Desk) -> list[str]:
    """Return what can be done about the notice."""
    return [each.text() for each in desk.notice.findChildren(QPushButton) if each.isVisibleTo(desk.notice)]


def test_a_folder_that_is_renamed_is_said_once_until_it_is_back(desk: Desk, study: Path) -> None:
    folder = study.parent / "study"
    folder.mkdir()
    inside = Path(shutil.copy(study, folder))
    desk.open(inside)
    folder.rename(study.parent / "renamed")
    look(desk)
    assert "no longer where it was" in notice(desk)
    assert "no longer where it was" in said(desk)
    assert buttons(desk) == ["Save a Copy…"]
    desk.notice.hide()
    look(desk)
    assert notice(desk) == ""
    (study.parent / "renamed").rename(folder)
    look(desk)
    assert said(desk) == "All changes saved"
    assert desk.project.do(typed(desk.records.article, "title", "Wall"))


def test_a_copy_of_a_file_that_is_gone_is_offered_to_go_on_in(
    at_work: Desk, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.onrecord"
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, _project: copy)
    titles = [line.title for line in at_work.project.store.articles()]
    study.unlink()
    look(at_work)
    for label in ("Save a Copy…", "Open the Copy"):
        assert buttons(at_work) == [label]
        at_work.notice.findChildren(QPushButton)[-1].click()
    assert at_work.project.store.path == copy
    assert [line.title for line in at_work.project.store.articles()] == titles
    assert at_work.project.writable


def test_a_later_version_that_takes_the_place_of_the_file_is_shown(at_work: Desk, study: Path) -> None:
    later = Path(shutil.copy(study, study.with_name("later.onrecord")))
    with Store.open(later) as elsewhere:
        elsewhere.apply(signed(typed(at_work.records.article, "title", "From the other machine")))
    later.replace(study)
    look(at_work)
    at_work.wait_for_article()
    assert at_work.records.article.title == "From the other machine"
    assert "replaced by a later version" in said(at_work)
    assert at_work.project.do(typed(at_work.records.article, "title", "Wall"))


@pytest.mark.parametrize("how", ["renamed over it", "copied over it", "deleted and made again"])
def test_another_state_or_project_in_place_of_the_file_is_never_written_to(
    at_work: Desk, study: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = study.with_name("other.onrecord")
    shutil.copy(study, other)
    assert at_work.project.do(typed(at_work.records.article, "note", "Work of today"))
    if how == "renamed over it":
        other.replace(study)
    elif how == "copied over it":
        shutil.copyfile(other, study)
    else:
        study.unlink()
        Store.create(study).close()
    before = study.read_bytes()
    assert not at_work.project.do(typed(at_work.records.article, "title", "Wall"))
    assert study.read_bytes() == before
    assert "was replaced by another file" in notice(at_work)
    assert at_work.project.unsaved
    if how == "copied over it":
        at_work.window.saving_again.discard()
        look(at_work)
        at_work.wait_for_article()
        assert at_work.records.article.note is None
        assert "another version" in said(at_work)
        return
    copy = study.with_name("copy.onrecord")
    monkeypatch.setattr(choosing_files, "ask_copy", lambda *_asked: copy)
    at_work.press(Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    at_work.wait_for_article()
    assert query(copy, "SELECT title, note FROM article WHERE note IS NOT NULL") == [("Wall", "Work of today")]


def test_another_project_in_its_place_is_offered_and_not_opened_by_itself(at_work: Desk, study: Path) -> None:
    study.unlink()
    Store.create(study).close()
    look(at_work)
    assert buttons(at_work) == ["Show the Other File", "Save a Copy…"]
    assert len(at_work.records.claims) == 2
    next(each for each in at_work.notice.findChildren(QPushButton) if each.text() == "Show the Other File").click()
    let_read(at_work.project)
    assert at_work.articles.is_empty


def test_a_backup_that_is_copied_over_the_open_file_is_shown_as_the_state_that_it_is(
    at_work: Desk, study: Path
) -> None:
    backup = Path(shutil.copy(study, study.with_name("backup.onrecord")))
    assert at_work.project.do(typed(at_work.records.article, "title", "Wall"))
    shutil.copyfile(backup, study)
    look(at_work)
    at_work.wait_for_article()
    assert at_work.records.article.title == "Harbour wall will take two winters"
    assert at_work.project.do(typed(at_work.records.article, "title", "Quay"))
    assert faults_of(study) == []


def test_opening_the_open_project_once_more_says_so_and_changes_nothing(at_work: Desk, study: Path) -> None:
    project = at_work.project
    assert at_work.window.project_file.open_path(study)
    assert at_work.project is project
    assert "is open already" in said(at_work)


def test_a_network_drive_is_said_once(desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.work.saying_where.QStorageInfo.fileSystemType", lambda _storage: QByteArray(b"cifs"))
    desk.open(study)
    assert "is on a network drive" in notice(desk)
    desk.window.project_file.close()
    desk.open(study)
    assert "network drive" not in notice(desk)


def test_a_synchronised_folder_and_a_conflict_copy_are_each_said_once(desk: Desk, study: Path) -> None:
    folder = study.parent / "Dropbox"
    folder.mkdir()
    project = Path(shutil.copy(study, folder))
    desk.open(project)
    assert "a folder that Dropbox synchronises" in notice(desk)
    shutil.copy(study, folder / "study (CD's conflicted copy 2026-03-01).onrecord")
    for said_of_copy in (True, False):
        desk.window.project_file.close()
        desk.open(project)
        assert ("conflicted copy" in notice(desk)) is said_of_copy
        assert not said_of_copy or buttons(desk) == ["Import from the Copy…"]
    assert "Dropbox synchronises" not in notice(desk)
