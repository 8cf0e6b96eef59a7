"""A damaged file is never written to, and a text that is not the one imported is never recorded in without a word."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from models.actions.articles import delete_articles
from models.actions.speakers import add_speaker
from models.errors import Busy, ReadOnly
from models.exports.delivery import export
from models.store import Store
from models.store.soundness import Soundness
from tests.example import Example, signed, typed
from tests.snapshots import history_of

PAGE = 4096


@pytest.fixture
def unsound(example: Example) -> Path:
    """Return the example's file, closed, with a page of the index over numbers overwritten."""
    example.store.close()
    path = example.store.path
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'number_by_claim'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\x07" * PAGE
    path.write_bytes(content)
    return path


@pytest.fixture
def altered(example: Example) -> Example:
    """Return the example with one bit of a word flipped in the text of its first article."""
    example.store.close()
    content = example.store.path.read_bytes()
    assert content.count("“We lost nearly 300 metres".encode()) == 1
    example.store.path.write_bytes(content.replace("“We lost nearly 300".encode(), "“We lost nearly 700".encode()))
    return example


def test_a_damaged_file_can_be_read_and_is_never_written_to(unsound: Path, example: Example) -> None:
    before, said = unsound.read_bytes(), SimpleQueue[ReadOnly]()
    with Store.open(unsound) as store:
        store.when_unsound(said.put)
        assert len(store.articles()) == 2
        with pytest.raises(ReadOnly, match="is damaged") as refused:
            store.apply(signed(typed(example.cost, "note", "dear")))
        assert str(said.get(timeout=10)) == str(refused.value)
        assert store.read_only
    assert "last good copy" in refused.value.do
    assert unsound.read_bytes() == before


def test_a_sound_file_is_found_sound_and_written_to(example: Example) -> None:
    said: list[ReadOnly] = []
    example.store.when_unsound(said.append)
    example.store.apply(signed(typed(example.cost, "note", "dear")))
    assert not example.store.read_only
    assert said == []


def test_an_edit_waits_for_the_check_as_long_as_it_may_and_can_be_tried_again(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = Event()
    ask: Callable[[Soundness], bool] = Soundness._ask
    monkeypatch.setattr(Soundness, "_ask", lambda self: checked.wait(10) and ask(self))
    example.store.close()
    with Store.open(example.store.path, timeout=0.01) as store:
        edit = signed(typed(example.cost, "note", "dear"))
        with pytest.raises(Busy, match="still being checked"):
            store.apply(edit)
        checked.set()
        store._guard.expect_sound(10)
        store.apply(edit)
    assert len(history_of(example.store.path)) == 2


def test_closing_breaks_off_the_check(example: Example) -> None:
    for _ in range(20):
        Store.open(example.store.path).close()


def test_an_article_whose_text_was_altered_is_read_and_takes_no_edit_but_its_deletion(altered: Example) -> None:
    with Store.open(altered.store.path) as store:
        records = store.article_records(altered.article.id)
        assert records.altered
        assert not store.article_records(altered.other.id).altered
        for edit in (typed(altered.cost, "note", "dear"), typed(altered.article, "title", "Wall")):
            with pytest.raises(ReadOnly, match="not the one that was imported") as refused:
                store.apply(signed(edit))
            assert "import it again" in refused.value.do
        store.apply(signed(typed(altered.other, "title", "Ferry")))
        store.apply(signed(add_speaker(store.registry(), "Nils Aas")))
        store.apply(signed(delete_articles([records.article], records.rows())))
        assert [line.id for line in store.articles()] == [altered.other.id]


def test_an_export_says_which_texts_were_altered_and_that_a_file_is_damaged(altered: Example, tmp_path: Path) -> None:
    with Store.open(altered.store.path, read_only=True) as store:
        (remark,) = [each for each in export(store, tmp_path / "tables").remarks if "damaged" in each]
    assert "“Harbour wall will take two winters”" in remark


def test_an_export_says_that_a_file_is_damaged(unsound: Path, tmp_path: Path) -> None:
    with Store.open(unsound, read_only=True) as store:
        remarks = export(store, tmp_path / "tables").remarks
    assert "The project is damaged" in remarks[0]
