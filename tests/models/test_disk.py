"""Errors of the disk are explained in words; the file stays as it was, and trying again works."""

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from models.actions.speakers import add_speaker
from models.errors import Interrupted, NotSaved, ReadOnly
from models.store import Store
from models.store.locking import ProjectLock
from models.watching import Watch
from tests.example import Example, signed, typed
from tests.refusing import refuse_edit
from tests.snapshots import faults_of, history_of, query, rows_of

HOUSE = Path(__file__).parent.parent.parent


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, where it may spoil limits."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False, timeout=60)


def test_a_full_disk_is_said_and_once_there_is_room_the_same_edit_is_saved(example: Example) -> None:
    connection = example.store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    edit = signed(typed(example.cost, "note", "long " * 20_000))
    problem = refuse_edit(example, edit)
    assert isinstance(problem, NotSaved)
    assert (problem.what, problem.do) == ("The disk is full.", "Free some space, then try again.")
    assert "This change was not saved" in problem.safe
    connection.execute("PRAGMA max_page_count = 100000")
    example.store.apply(edit)
    assert example.records.claims[example.cost.id].note == ("long " * 20_000).strip()


FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from models.attributes.built_in import attribute
    from models.entities import Claim
    from models.errors import NotSaved
    from models.store import Store

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path = Path(sys.argv[1])
    store = Store.open(path)
    (line, *_) = store.articles()
    claim = next(iter(store.article_records(line.id).claims.values()))
    edit = attribute(Claim, "note").write([claim], "long " * 100_000, store.registry())
    edit = edit.stamped("AB", "2026-03-01T09:00:00.000+00:00")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192, hard))
    try:
        store.apply(edit)
    except NotSaved as error:
        print(error)
    assert store.article_records(line.id).claims[claim.id] == claim
    try:
        store.save_copy(path.with_name("copy.onrecord"))
        Store.create(path.with_name("new.onrecord"))
    except NotSaved as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.apply(edit)
    print(len(store.article_records(line.id).claims[claim.id].note))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_disk_that_refuses_to_write_leaves_everything_as_it_was(example: Example) -> None:
    example.store.close()
    path = example.store.path
    said = run(FULL_DISK, path)
    assert said.stderr == ""
    refused, *others, length = said.stdout.splitlines()
    assert "This change was not saved" in refused
    assert others == []
    assert length == str(len("long " * 100_000) - 1)
    assert sorted(each.name for each in path.parent.iterdir()) == ["copy.onrecord", "new.onrecord", path.name]
    assert faults_of(path) == []


NO_ROOM = """
    import resource, signal, sys
    from pathlib import Path
    from models.errors import NotSaved
    from models.store import Store

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path = Path(sys.argv[1])
    store = Store.open(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    for work in (lambda: store.save_copy(path.with_name("copy.onrecord")),
                 lambda: Store.create(path.with_name("new.onrecord"))):
        try:
            work()
        except NotSaved as error:
            print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_what_cannot_be_written_whole_gets_no_name(example: Example) -> None:
    path = example.store.path
    said = run(NO_ROOM, path)
    assert said.stderr == ""
    copy, new = said.stdout.splitlines()
    assert "The project is safe; no copy was made." in copy
    assert "Nothing was created." in new
    assert list(path.parent.iterdir()) == [path]


FORBIDDEN = """
    import os, sys
    from pathlib import Path
    from models.attributes.built_in import attribute
    from models.entities import Article
    from models.errors import OnrecordError
    from models.store import Store

    # Once as whoever runs the tests, so that all that is imported late is there when it may not be read any more.
    path = Path(sys.argv[1])
    with Store.open(path, read_only=True) as store:
        article = store.article_records(store.articles()[0].id).article
        registry = store.registry()
    edit = attribute(Article, "title").write([article], "Wall", registry).stamped("AB", "2026-03-01")
    if os.geteuid() == 0:
        os.setuid(65534)  # root may write everywhere
    with Store.open(path) as store:
        print(store.read_only)
        try:
            store.apply(edit)
        except OnrecordError as error:
            print(type(error).__name__)
    try:
        Store.create(path.with_name("new.onrecord"))
    except OnrecordError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the permissions of POSIX")
@pytest.mark.parametrize("mode", [0o444, 0o666], ids=["file", "folder"])
def test_a_project_that_may_not_be_written_to_is_opened_for_reading(example: Example, mode: int) -> None:
    # Folders of tests are closed to others than their owner; this one can be entered, and not be written to.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.onrecord"
        shutil.copyfile(example.store.path, path)
        path.chmod(mode)
        Path(folder).chmod(0o555)
        said = run(FORBIDDEN, path)
        Path(folder).chmod(0o700)
    assert said.stderr == ""
    read_only, refused, new = said.stdout.splitlines()
    assert (read_only, refused) == ("True", "ReadOnly")
    assert "Nothing was created." in new


def test_a_project_opened_for_reading_is_read_and_not_written(example: Example) -> None:
    before = example.store.path.read_bytes()
    with Store.open(example.store.path, read_only=True) as store:
        assert store.read_only
        assert len(store.articles()) == 2
        with pytest.raises(ReadOnly, match="open for reading only") as refused:
            store.apply(signed(typed(example.article, "title", "Wall")))
        assert refused.value.do
        store.save_copy(example.store.path.with_name("copy.onrecord"))
    assert example.store.path.read_bytes() == before
    with Store.open(example.store.path.with_name("copy.onrecord")) as copy:
        copy.apply(signed(typed(example.article, "title", "Wall")))


WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the locks of a file that was closed elsewhere")
def test_reading_beside_a_write_leaves_the_lock_of_the_write_alone(example: Example) -> None:
    connection, path = example.store._connection, example.store.path
    connection.execute("BEGIN IMMEDIATE")
    Store.open_beside(path).close()
    other = run(WRITE, path)
    connection.execute("ROLLBACK")
    assert "database is locked" in other.stderr


@pytest.mark.parametrize("gone", ["deleted", "moved", "replaced"])
def test_a_project_that_vanished_is_noticed_and_can_still_be_copied(example: Example, gone: str) -> None:
    path = example.store.path
    if gone == "deleted":
        path.unlink()
    else:
        path.rename(path.with_name("moved.onrecord"))
    if gone == "replaced":
        Store.create(path).close()
    neighbours = sorted(path.parent.iterdir())
    with pytest.raises(NotSaved, match="was replaced" if gone == "replaced" else "no longer where it was") as refused:
        example.store.apply(signed(typed(example.article, "title", "Wall")))
    assert refused.value.do == "Save a copy now (Ctrl+Shift+S)."
    assert sorted(path.parent.iterdir()) == neighbours
    copy = path.with_name("copy.onrecord")
    example.store.save_copy(copy)
    with Store.open(copy) as store:
        assert store.article_records(example.article.id).claims.keys() == {example.cost.id, example.lost.id}
        store.apply(signed(typed(example.article, "title", "Wall")))


def test_a_copy_is_the_whole_project_and_replaces_what_had_its_name(example: Example) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    copy.write_text("older", encoding="utf-8")
    example.store.save_copy(copy)
    assert rows_of(copy) == rows_of(example.store.path)
    assert history_of(copy) == history_of(example.store.path)
    assert faults_of(copy) == []
    assert query(copy, "SELECT count(*) > 0 FROM filter_index WHERE filter_index MATCH 'met'") == [(1,)]
    Store.open(copy).close()


def test_a_copy_never_takes_the_place_of_the_project_itself(example: Example) -> None:
    link = example.store.path.with_name("link.onrecord")
    link.symlink_to(example.store.path)
    for path in (example.store.path, link):
        with pytest.raises(NotSaved, match="cannot take the place"):
            example.store.save_copy(path)
    example.store.apply(signed(add_speaker(example.registry, "Nils Aas")))


def test_a_copy_never_replaces_a_project_that_is_open_in_a_window(example: Example) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    Store.create(copy).close()
    content = copy.read_bytes()
    with closing(ProjectLock.take(copy, "EF")), pytest.raises(NotSaved, match="is open in another window"):
        example.store.save_copy(copy)
    assert copy.read_bytes() == content
    example.store.save_copy(copy)


def test_a_copy_never_gets_the_journal_of_the_file_that_it_replaces(example: Example) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    Store.create(copy).close()
    copy.with_name("copy.onrecord-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 504)
    with pytest.raises(NotSaved, match="was interrupted"):
        example.store.save_copy(copy)


def test_a_copy_that_cannot_have_its_name_is_refused_in_words(example: Example) -> None:
    neighbours = sorted(example.store.path.parent.iterdir())
    for name in ("x" * 300, "no folder/copy.onrecord"):
        with pytest.raises(NotSaved, match="no copy was made"):
            example.store.save_copy(example.store.path.parent / name)
    assert sorted(example.store.path.parent.iterdir()) == neighbours


def test_a_copy_is_on_the_disk_before_it_takes_the_place_of_an_older_one(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    copy.write_text("older", encoding="utf-8")
    seen = []
    monkeypatch.setattr("os.fsync", lambda _: seen.append(copy.read_bytes() == b"older"))
    example.store.save_copy(copy)
    assert seen == [True, False]  # the copy itself, then the folder that has its name


def test_what_took_the_place_of_a_project_is_not_read_in_its_stead(example: Example) -> None:
    path = example.store.path
    path.unlink()
    Store.create(path).close()
    with pytest.raises(NotSaved, match="was replaced"), example.store.snapshot():
        pytest.fail("this is another project")


def test_a_copy_holds_what_the_project_could_not(example: Example) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    example.store.save_copy(copy, [signed(typed(example.article, "title", "Wall"))])
    assert query(copy, "SELECT title FROM article WHERE title = 'Wall'") == [("Wall",)]
    assert example.records.article.title != "Wall"
    assert faults_of(copy) == []


LOCKED_ON_FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from models.store.locking import LockedElsewhere, ProjectLock

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    lock = ProjectLock.take(Path(sys.argv[1]), "AB")
    try:
        ProjectLock.take(Path(sys.argv[1]), "CD")
    except LockedElsewhere as error:
        print(lock.is_held, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_project_can_be_opened_and_is_locked_on_a_full_disk(example: Example) -> None:
    said = run(LOCKED_ON_FULL_DISK, example.store.path)
    assert (said.stdout, said.stderr) == (f"True “{example.store.path.name}” is open in another window.\n", "")


def has_more(steps: list[str], most: int) -> bool:
    """Return whether more steps have begun than that."""
    return len(steps) > most


@pytest.mark.parametrize("newer", [False, True], ids=["ours", "newer"])
def test_a_copy_can_be_stopped_at_any_step_and_leaves_what_was_there(
    example: Example, newer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example.store, "newer", newer)
    copy, steps = example.store.path.with_name("copy.onrecord"), list[str]()
    copy.write_text("older", encoding="utf-8")
    for most in range(1 if newer else 3):
        steps.clear()
        with pytest.raises(Interrupted):
            example.store.save_copy(copy, watch=Watch(steps.append, stopped=partial(has_more, steps, most)))
        assert copy.read_text(encoding="utf-8") == "older"
        assert sorted(each.name for each in copy.parent.iterdir()) == [copy.name, example.store.path.name]
    example.store.save_copy(copy, watch=Watch())
    assert rows_of(copy) == rows_of(example.store.path)


class FailingAfterCommits:
    """A connection to a disk that reports an error after some commits, as where a folder cannot be synchronised: the
    change is in the file, though SQLite says that it could not be written.
    """

    def __init__(self, connection: sqlite3.Connection, times: int) -> None:
        self._connection, self._times = connection, times

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, statement: str, *given: object) -> sqlite3.Cursor:
        done = self._connection.execute(statement, *given)  # type: ignore[arg-type]
        if self._times and (statement == "COMMIT" or "user_version =" in statement):
            self._times -= 1
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
            raise error
        return done


@pytest.mark.parametrize("failures", [1, 2])
def test_a_change_that_is_in_the_file_though_an_error_was_reported_is_not_refused_for_long(
    example: Example, failures: int
) -> None:
    store, before = example.store, len(history_of(example.store.path))
    store.__dict__["_connection"] = FailingAfterCommits(store._connection, failures)
    edit = signed(add_speaker(example.registry, "Vilde Lien"))
    if failures > 1:
        with pytest.raises(NotSaved, match="The disk reports an error"):
            store.apply(edit)
    assert store.apply(edit) == edit
    assert len(history_of(store.path)) == before + 1
    assert faults_of(store.path) == []
    assert store.edits_elsewhere().unedited is False
    assert store.apply(signed(typed(example.cost, "note", "next")))


def test_a_lock_whose_file_cannot_be_deleted_is_released(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = ProjectLock.take(example.store.path, "AB")
    with monkeypatch.context() as failing:
        failing.setattr(Path, "unlink", lambda _path, **_how: (_ for _ in ()).throw(OSError(5, "Input/output error")))
        lock.close()
    ProjectLock.take(example.store.path, "CD").close()
