"""Compact and forget: what was deleted leaves the file for good, whatever happens, and the history says so."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.articles import delete_articles, import_articles
from models.actions.claims import delete_claim
from models.articles.draft import Draft
from models.backups.making import back_up
from models.backups.places import Place
from models.backups.remains import Remains, delete_copies, remains
from models.cli import commands
from models.errors import Busy, Conflict, Interrupted, NotSaved
from models.store import Store
from models.store.compacting import compact, forgettable
from models.store.locking import LockedElsewhere, ProjectLock
from models.store.opening import connect
from models.watching import Watch
from tests.example import CODER, Example, every_statement, signed, typed
from tests.snapshots import faults_of, query, rows_of

SECRET = "Grænseløse Zwiebelfisch"
"""Words that are in the file only to be forgotten; one has letters of two bytes."""
TEXT = f"Vault\n\n“{SECRET} was seen 77123 times,” a clerk said. {SECRET} again.\n"


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file and of its journal."""
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*") if each.is_file())


def traces(path: Path) -> set[str]:
    """Return how the words that are to be forgotten can still be found: in each encoding, and in the index of filters,
    which has three characters in a row.
    """
    content = bytes_of(path).lower()
    words = [*SECRET.lower().split(), "zwiebelfisch", "vault", "77123"]
    found = {word for word in words for code in ("utf-8", "utf-16-le", "latin-1") if word.encode(code) in content}
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, filter_index, 'row')")
        terms = {term for (term,) in connection.execute("SELECT term FROM temp.terms")}
    lettered = {word: {word[at : at + 3] for at in range(len(word) - 2)} for word in ("zwiebelfisch", "vault")}
    return found | {word for word, threes in lettered.items() if threes <= terms}


@pytest.fixture
def study(example: Example) -> Path:
    """Return a project with something to forget."""
    return with_secrets(example)


def with_secrets(example: Example) -> Path:
    """Make and delete an article, a claim and a note with secret words in the example; return its file, closed."""
    store = example.store
    draft = Draft(TEXT, f"Vault of {SECRET}", original=f"<p>{TEXT}</p>".encode("utf-16"))
    (article,) = store_article(store, draft)
    store.apply(signed(typed(example.cost, "note", f"ask {SECRET}")))
    claim = example.records.claims[example.cost.id]
    store.apply(signed(typed(claim, "note", "")))
    store.apply(
        signed(delete_articles([store.article_records(article).article], store.article_records(article).rows()))
    )
    store.apply(signed(delete_claim(example.records, example.records.claims[example.lost.id])))
    store.close()
    return store.path


def store_article(store: Store, draft: Draft) -> tuple[str]:
    """Import an article; return its id."""
    written = store.apply(signed(import_articles([draft])))
    assert written
    return (written.changes[0].row.id,)


def test_what_was_deleted_leaves_the_file_for_good_and_everything_else_stays(study: Path) -> None:
    assert traces(study) >= {"zwiebelfisch", "vault", "77123"}
    with Store.open(study) as store:
        before, lines = rows_of(study), every_statement(store)
    assert compact(study).smaller > 0
    assert traces(study) == set()
    assert rows_of(study) == before
    assert faults_of(study) == []
    with Store.open(study) as store:
        assert every_statement(store) == lines
        assert store.problems() == []
    assert [each.name for each in study.parent.iterdir() if ".new" in each.name] == []


def test_it_says_before_what_would_be_forgotten(study: Path) -> None:
    found = forgettable(study)
    assert (found.texts, found.files) == (1, 1)
    assert found.text_bytes == len(TEXT.encode())
    assert found.last is not None
    assert found.last[0].startswith("Delete claim")
    assert not found.nothing
    compact(study)
    assert forgettable(study).nothing


def test_a_copy_from_before_an_upgrade_is_named_once(study: Path, tmp_path: Path) -> None:
    copy = study.with_name(f"{study.stem} (version 6){study.suffix}")
    copy.write_bytes(study.read_bytes())
    assert remains(forgettable(study), study, Place(tmp_path / "backups")).copies == (copy,)


def test_of_very_many_copies_only_some_are_named_and_the_others_are_counted(study: Path) -> None:
    copies = tuple(Path(f"{number:03}.onrecord") for number in range(200))
    said = "\n".join(Remains(forgettable(study), copies).sentences)
    assert "200 copies that the program made may still hold what was deleted: 000.onrecord, 001.onrecord, " in said
    assert "004.onrecord and 195 others." in said
    assert "005.onrecord" not in said


def test_undo_stops_where_something_was_forgotten_and_says_so(study: Path) -> None:
    compact(study)
    with Store.open(study) as store:
        line = store.undoable(CODER)
        assert line
        with pytest.raises(Conflict, match="was forgotten for good"):
            store.edit(line)


def test_what_was_done_afterwards_can_be_undone(study: Path) -> None:
    compact(study)
    with Store.open(study) as store:
        (first, *_) = (store.article_records(line.id) for line in store.articles())
        before = rows_of(study)
        store.apply(signed(typed(first.article, "title", "Another")))
        line = store.undoable(CODER)
        assert line
        store.apply(signed(store.edit(line).inverse))
        assert rows_of(study) == before


def test_the_history_keeps_every_edit_and_says_how_much_of_it_is_gone(study: Path) -> None:
    shown = "SELECT id, seq, at, kind FROM edit ORDER BY row"
    before = query(study, shown)
    compact(study)
    assert query(study, shown) == before
    bodies = [json.loads(str(body)) for (body,) in query(study, "SELECT body FROM edit")]
    assert sum("forgotten" in body for body in bodies) > 3
    assert bodies[0].get("forgotten", 0) < len(bodies[0]["changes"])


def test_another_writer_is_waited_for_no_longer_than_usual(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = study.read_bytes()
    monkeypatch.setattr("models.store.compacting.connect", lambda path, **how: connect(path, **how, timeout=0))
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            compact(study)
        other.rollback()
    assert study.read_bytes() == content


def test_it_can_be_stopped_at_any_step(study: Path) -> None:
    content, asked = study.read_bytes(), [0]
    for most in range(3):

        def stopped(most: int = most) -> bool:
            asked[0] += 1
            return asked[0] > most

        asked[0] = 0
        try:
            compact(study, Watch(stopped=stopped))
        except Interrupted:
            assert study.read_bytes() == content
        else:
            assert most
            break
    assert not [*study.parent.glob(".study*.new")]


KILLED = """
import os, sys
from pathlib import Path
from models.store import compacting
steps = iter(range(100))
at = int(sys.argv[2])
for name in ("write_out", "_forget", "_expect_whole", "give_name"):
    def counted(*given, _real=getattr(compacting, name), **named):
        if next(steps) == at:
            os._exit(9)
        return _real(*given, **named)
    setattr(compacting, name, counted)
compacting.compact(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("at", range(5))
def test_a_kill_leaves_the_old_file_whole_and_the_next_time_cleans_up(study: Path, at: int) -> None:
    content = study.read_bytes()
    done = subprocess.run([sys.executable, "-c", KILLED, str(study), str(at)], check=False)
    assert done.returncode == 9
    assert study.read_bytes() == content
    compact(study)
    assert traces(study) == set()
    assert not [*study.parent.glob(f".{study.name}*.new")]


def refuse_unlinking(patching: pytest.MonkeyPatch, times: int) -> None:
    """Let the system refuse so many times to delete what is made on the way."""
    unlink, left = Path.unlink, [times]

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".new" and path.exists() and left[0]:
            left[0] -= 1
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        unlink(path, missing_ok=missing_ok)

    patching.setattr(Path, "unlink", refuse)


def test_a_copy_that_cannot_be_deleted_at_once_is_deleted_at_the_end(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_unlinking(monkeypatch, 1)
    assert compact(study).left == ()
    assert traces(study) == set()
    assert not [*study.parent.glob(f".{study.name}*.new")]


def test_a_copy_that_cannot_be_deleted_is_named_after_the_others_are_gone(
    study: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.touch()
    with monkeypatch.context() as patching:
        refuse_unlinking(patching, 100)
        (left,) = compact(study).left
        with pytest.raises(NotSaved) as said:
            delete_copies((left, other))
    assert not other.exists()
    assert f"“{left.name}” cannot be deleted: Input/output error. The project is compact" in str(said.value)
    assert traces(study) == set()
    code, words = compacted(study, "--yes")
    assert (code, left.exists()) == (0, False), words


def test_a_full_disk_leaves_the_old_file_whole(study: Path) -> None:
    content = study.read_bytes()
    script = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (99_000, 99_000)); import signal; "
    script += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from pathlib import Path; "
    script += "from models.store.compacting import compact; from models.errors import NotSaved\n"
    script += "try: compact(Path(sys.argv[1]))\nexcept NotSaved as error: print(error.what)"
    done = subprocess.run([sys.executable, "-c", script, str(study)], check=True, capture_output=True, text=True)
    assert done.stdout.strip()
    assert study.read_bytes() == content
    assert not [*study.parent.glob(f".{study.name}*.new")]


def test_a_disk_without_room_is_said_before_anything_is_written(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(study)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage._replace(free=4096))
    with pytest.raises(NotSaved, match="not enough room"):
        compact(study)


def compacted(study: Path, *options: str, answer: str = "") -> tuple[int, str]:
    """Run the command; return its exit code and what it prints."""
    result = CliRunner().invoke(commands, ["compact", str(study), *options], input=answer)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def test_the_command_says_what_goes_and_asks(study: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "backups")
    place.root.mkdir()
    made = back_up(study, place)
    assert made
    code, said = compacted(study, "--backups", str(place.root), answer="n\n")
    assert (code, traces(study) != set()) == (1, True)
    assert "1 text" in said and "Undo stops there, for good." in said and made.path.name in said
    code, said = compacted(study, "--backups", str(place.root), "--yes", "--copies")
    assert (code, traces(study)) == (0, set())
    assert not made.path.exists()
    assert "Nothing that was deleted is left" in compacted(study, "--yes")[1]


def test_a_project_that_is_open_in_a_window_is_refused(study: Path) -> None:
    lock = ProjectLock.take(study, CODER)
    with pytest.raises(LockedElsewhere, match="is open in another window"):
        compacted(study, "--yes")
    lock.close()
    assert traces(study) != set()
