"""The open project: what it writes, what it reports and when, and that a refused edit changes nothing anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from pytestqt.qtbot import QtBot

from gui.project import turns
from gui.project.project import Project
from gui.system.background import Works
from models.actions.articles import delete_articles, import_articles
from models.actions.claims import delete_claim, mark_claim
from models.articles.draft import Draft
from models.edits import Edit, HistoryLine
from models.entities import Claim, Mode
from models.errors import Conflict, OnrecordError, ReadOnly
from models.ids import new_id
from models.store import Store
from tests.example import Example, place, put, signed, typed
from tests.snapshots import history_of, memory_of, rows_of, speakers_of


@dataclass
class News:
    """What a project has told so far."""

    edits: list[Edit] = field(default_factory=list)
    problems: list[OnrecordError] = field(default_factory=list)
    opened: list[str | None] = field(default_factory=list)


@pytest.fixture
def project(qtbot: QtBot, example: Example) -> Iterator[Project]:
    """Yield the example as the window holds it, with its first article open; coder CD works in it."""
    project = Project(example.store, example.store.registry(), "CD")
    project.article.open(example.article.id)
    yield project
    project.deleteLater()


@pytest.fixture
def news(project: Project) -> News:
    """Listen to the project from now on."""
    news = News()
    project.edited.connect(news.edits.append)
    project.failed.connect(news.problems.append)
    project.article.opened.connect(lambda: news.opened.append(project.records.article.id if project.records else None))
    return news


def claim_edit(project: Project) -> Edit:
    """Return the edit that marks some words as a claim."""
    assert project.records
    return mark_claim(project.records, *place("nobody would have to move"))


def test_an_edit_is_told_after_it_is_in_the_file_and_in_memory(project: Project, example: Example) -> None:
    seen: list[bool] = []

    def look(edit: Edit) -> None:
        row = edit.changes[0].row
        with Store.open(example.store.path, read_only=True) as elsewhere:
            in_file = row.id in elsewhere.article_records(example.article.id).claims
        assert project.records
        seen.append(in_file and project.records.claims[row.id] == row and project.undo_label == "Mark claim")

    project.edited.connect(look)
    assert project.do(claim_edit(project))
    assert seen == [True]


def test_an_edit_is_signed_by_the_coder_with_the_time(project: Project, news: News) -> None:
    project.do(claim_edit(project))
    (edit,) = news.edits
    row = edit.changes[0].row
    assert isinstance(row, Claim)
    assert edit.at
    assert (edit.coder, row.coder, row.made_at, row.changed_at) == ("CD", "CD", edit.at, edit.at)
    assert edit.at.endswith("+00:00")


def test_an_edit_that_changes_nothing_is_no_news(project: Project, news: News, example: Example) -> None:
    history = history_of(example.store.path)
    assert project.do(put(example.cost, "mode", Mode.MIXED))
    assert news == News()
    assert history_of(example.store.path) == history


def test_a_refused_edit_is_told_once_and_changes_nothing(project: Project, news: News, example: Example) -> None:
    with Store.open(example.store.path) as elsewhere:
        elsewhere.apply(signed(put(example.cost, "speaker", example.union, example.registry)))
    assert project.records
    before = rows_of(example.store.path), memory_of(project.records), speakers_of(project.registry)
    assert not project.do(typed([example.lost, example.cost], "speaker", "Nils Aas", project.registry))
    assert (rows_of(example.store.path), memory_of(project.records), speakers_of(project.registry)) == before
    assert [type(problem) for problem in news.problems] == [Conflict]
    assert news.edits == []
    assert project.undo_label is None


def test_a_refused_edit_can_be_tried_again(project: Project, news: News, example: Example) -> None:
    edit = claim_edit(project)
    moved = example.store.path.rename(example.store.path.with_name("moved.onrecord"))
    assert not project.do(edit)
    moved.rename(example.store.path)
    assert project.do(edit)
    assert len(news.problems) == len(news.edits) == 1


def test_a_project_for_reading_says_so_at_each_edit(qtbot: QtBot, example: Example) -> None:
    with Store.open(example.store.path, read_only=True) as store:
        project = Project(store, store.registry(), "CD")
        with qtbot.waitSignal(project.failed) as failed:
            assert not project.do(typed(example.article, "title", "Wall"))
        assert failed.args
        assert isinstance(failed.args[0], ReadOnly)


def test_undo_and_redo_go_through_the_same_door(project: Project, news: News, example: Example) -> None:
    assert project.records
    before = memory_of(project.records)
    project.do(delete_claim(project.records, example.cost))
    after = memory_of(project.records)
    assert project.undo()
    assert memory_of(project.records) == before
    assert project.redo()
    assert memory_of(project.records) == after
    assert [edit.undoes for edit in news.edits] == [None, news.edits[0].id, news.edits[1].id]
    assert news.problems == []


def test_the_menu_has_words_for_what_comes_next(project: Project, example: Example) -> None:
    assert (project.undo_label, project.redo_label) == (None, None)
    project.do(typed(example.mayor, "name", "Ida Lund", project.registry))
    project.do(claim_edit(project))
    assert (project.undo_label, project.redo_label) == ("Mark claim", None)
    project.undo()
    assert (project.undo_label, project.redo_label) == ("Change Name", "Mark claim")
    project.undo()
    assert (project.undo_label, project.redo_label) == (None, "Change Name")
    project.redo()
    project.do(typed(example.lost, "note", "new"))
    assert (project.undo_label, project.redo_label) == ("Change Note", None)


def test_undo_outlives_the_program(project: Project, example: Example) -> None:
    project.do(claim_edit(project))
    with Store.open(example.store.path) as store:
        later = Project(store, store.registry(), "CD")
        assert later.undo_label == "Mark claim"
        assert later.undo()
        assert later.redo_label == "Mark claim"
    assert example.records.claims.keys() == {example.cost.id, example.lost.id}


def test_a_coder_undoes_and_redoes_only_what_the_same_coder_did(project: Project, example: Example) -> None:
    project.do(claim_edit(project))
    project.work_as("EF")
    assert (project.undo_label, project.undo()) == (None, False)
    project.do(typed(example.mayor, "name", "Ida Lund", project.registry))
    project.work_as("CD")
    assert project.undo_label == "Mark claim"
    assert project.undo()
    assert project.registry.speakers[example.mayor.id].name == "Ida Lund"
    assert example.records.claims.keys() == {example.cost.id, example.lost.id}


def test_with_nothing_left_undo_and_redo_do_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.create(tmp_path / "new.onrecord") as store:
        project = Project(store, store.registry(), "CD")
        assert (project.undo_label, project.redo_label) == (None, None)
        assert not project.undo()
        assert not project.redo()


def test_deleting_the_article_on_the_screen_closes_it_and_undo_can_open_it_again(
    project: Project, news: News, example: Example
) -> None:
    assert project.records
    before = memory_of(project.records)
    project.do(delete_articles([project.records.article], project.records.rows()))
    assert project.records is None
    assert news.opened == [None]
    project.undo()
    assert project.article.open(example.article.id)
    assert memory_of(project.records) == before


def test_undoing_the_import_of_the_article_on_the_screen_closes_it(project: Project, news: News) -> None:
    project.do(import_articles([Draft("Fog\n\nNo boats.", "Fog")]))
    project.article.open(news.edits[0].changes[0].row.id)
    project.undo()
    assert project.records is None


def test_deleting_another_article_leaves_the_one_on_the_screen(project: Project, news: News, example: Example) -> None:
    project.do(delete_articles([example.other], example.store.article_records(example.other.id).rows()))
    assert project.records
    assert project.records.article == example.article
    assert news.opened == []


def test_an_article_that_is_not_there_is_said_and_the_old_one_stays(
    project: Project, news: News, example: Example
) -> None:
    assert not project.article.open(new_id())
    assert len(news.problems) == 1
    assert project.records
    assert project.records.article == example.article


def test_what_was_written_is_in_memory_even_if_the_file_cannot_be_read_afterwards(
    project: Project, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_coder: str) -> HistoryLine | None:
        raise OnrecordError("The disk reports an error.")

    monkeypatch.setattr(project.store, "undoable", unreadable)
    assert project.do(claim_edit(project)) and project.undo()
    assert project.records
    assert len(project.records.claims) == 2
    assert [edit.label for edit in news.edits] == ["Mark claim", "Mark claim"]
    assert len(news.problems) == 1
    assert not project.undo()


@pytest.mark.parametrize("closes", [False, True], ids=["while it stays open", "unless it is closed at once"])
def test_what_is_to_follow_a_long_edit_comes_after_its_news(
    qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch, closes: bool
) -> None:
    monkeypatch.setattr(turns, "BETWEEN", 0)
    came, edit = list[str](), claim_edit(project)
    project.edited.connect(lambda _edit: came.append("news"))
    if closes:
        project.edited.connect(lambda _edit: project.close())
    project.do_long(Works(project), "Marking", lambda _write: edit, lambda _edit: came.append("what follows"))
    qtbot.waitUntil(lambda: bool(came))
    if closes:
        qtbot.wait(0)  # one turn of the event loop, in which what follows would come
        assert came == ["news"]
    else:
        qtbot.waitUntil(lambda: came == ["news", "what follows"])


def test_a_long_edit_that_ends_while_something_else_is_waited_for_is_reported_afterwards(
    qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BETWEEN", 0)
    came, edit, works, loop = list[str](), claim_edit(project), Works(project), QEventLoop()
    project.edited.connect(lambda _edit: came.append("news"))
    works.begun.connect(lambda work: work.finished.connect(loop.quit))
    project.do_long(works, "Marking", lambda _write: edit, lambda _edit: came.append("what follows"))
    project.waiting.wait_in(loop, "Looking")
    assert came == []
    qtbot.waitUntil(lambda: came == ["news", "what follows"])
    assert not project.writing
