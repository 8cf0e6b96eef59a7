"""Changes that another program made to the file in the meantime are never overwritten."""

import sqlite3
from collections.abc import Iterator

import pytest

from models.edits import Change, Edit, changed, made
from models.entities import Alias, Claim, Speaker
from models.errors import Busy, Conflict, NotSaved
from models.ids import new_id
from models.store import Store
from tests.example import AT, CODER, Example, signed, typed
from tests.refusing import refuse_edit
from tests.session import Session, last_edit
from tests.snapshots import history_of


@pytest.fixture
def other_program(example: Example) -> Iterator[sqlite3.Connection]:
    """Yield another program's connection to the file of the example; the example waits for nobody."""
    example.store._guard.expect_sound(10)  # which a lock would hold up
    example.store._connection.execute("PRAGMA busy_timeout = 0")
    connection = sqlite3.connect(example.store.path, isolation_level=None, timeout=0)
    yield connection
    connection.close()


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_while_another_program_writes_an_edit_is_refused_and_can_be_tried_again(
    example: Example, other_program: sqlite3.Connection, lock: str
) -> None:
    session = Session(example)
    memory = session.memory()
    other_program.execute(lock)
    with pytest.raises(Busy):
        session.do(typed(example.article, "title", "Wall"))
    assert session.memory() == memory
    other_program.execute("ROLLBACK")
    session.do(typed(example.article, "title", "Wall"))
    session.expect_memory_as_in_file()


def test_undo_takes_the_lock_before_it_looks(example: Example, other_program: sqlite3.Connection) -> None:
    session = Session(example)
    session.do(typed(example.article, "title", "Wall"))
    other_program.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy):
        session.undo()
    other_program.execute("ROLLBACK")
    session.undo()
    session.expect_memory_as_in_file()


def test_a_row_changed_elsewhere_is_not_written_over(example: Example) -> None:
    with Store.open(example.store.path) as elsewhere:
        elsewhere.apply(signed(typed(example.mayor, "name", "Ida Lund", example.registry)))
    for edit in (
        typed(example.mayor, "name", "Ida Berg", Session(example).registry),
        Edit("Delete", (Change(example.mayor, None),)),
    ):
        problem = refuse_edit(example, edit)
        assert isinstance(problem, Conflict)
        assert "changed elsewhere" in problem.what


def test_a_row_deleted_elsewhere_is_not_referred_to(example: Example) -> None:
    with Store.open(example.store.path) as elsewhere:
        elsewhere.apply(signed(Edit("Delete", (Change(example.union, None),))))
    assert isinstance(refuse_edit(example, Edit("Name", (changed(example.lost, speaker=example.union.id),))), Conflict)
    assert isinstance(refuse_edit(example, Edit("New", (made(Claim(article=new_id())),))), Conflict)


def test_an_edit_that_was_undone_elsewhere_is_not_undone_twice(example: Example) -> None:
    session = Session(example)
    session.do(typed(example.article, "title", "Wall"))
    mine = last_edit(session.store)
    with Store.open(session.path) as elsewhere:
        elsewhere.apply(signed(last_edit(elsewhere).inverse))
    assert isinstance(refuse_edit(example, mine.inverse), Conflict)


def test_an_edit_under_a_newer_one_is_not_undone_first(example: Example) -> None:
    session = Session(example)
    session.do(typed(example.article, "title", "Wall"))
    mine = last_edit(session.store)
    with Store.open(session.path) as elsewhere:
        elsewhere.apply(signed(typed(example.other, "note", "short")))
    problem = refuse_edit(example, mine.inverse)
    assert isinstance(problem, Conflict)


def test_an_edit_of_many_rows_is_written_whole_or_not_at_all(example: Example) -> None:
    new = Speaker(name="Nils Aas")
    rename = changed(example.mayor, name="Ida Lund")
    stale = Change(Speaker(id=example.union.id, name="never stood there"), None)
    refuse_edit(example, Edit("Mixed", (made(new), rename, stale)))


def test_the_rows_of_an_edit_may_refer_to_each_other_in_any_order(example: Example) -> None:
    speaker = Speaker(name="Nils Aas")
    edit = signed(Edit("New", (made(Alias(speaker=speaker.id, name="Mr Aas")), made(speaker))))
    example.store.apply(edit)
    assert example.registry.find("mr aas")
    example.store.apply(edit.inverse.stamped(CODER, AT))
    assert example.registry.find("mr aas") is None


def test_half_a_character_is_refused_and_nothing_is_written(example: Example) -> None:
    problem = refuse_edit(example, Edit("Note", (changed(example.cost, note="\ud83c"),)))
    assert isinstance(problem, NotSaved)


def test_an_edit_that_changes_nothing_is_not_written(example: Example) -> None:
    before = history_of(example.store.path)
    example.store.apply(signed(typed(example.article, "title", example.article.title)))
    assert history_of(example.store.path) == before
