"""A file of an older version is copied, upgraded in one transaction or not at all, and a notice says what was done."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database

from models.cli import commands
from models.cli.projects import open_project
from models.errors import Busy, Interrupted, NewerProject, NotAProject, NotUpgraded, OlderProject, OnrecordError
from models.store import Store
from models.store.locking import LockedElsewhere, ProjectLock
from models.store.upgrading import Upgraded
from models.store.versions import UPGRADES, VERSIONS, Upgrade, Versions, structure
from models.watching import Watch
from tests.example import CODER, Example, signed, typed
from tests.snapshots import faults_of, history_of, query, rows_of

TOPIC = """CREATE TABLE topic (
    -- What a claim is about.
    claim TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
    words TEXT NOT NULL CHECK (words <> '')
) STRICT"""


def bring_topics(database: Database) -> None:
    """Add a table, and fill it from the records."""
    database.execute(TOPIC)
    database.execute("INSERT INTO topic SELECT id, 'harbour' FROM claim WHERE mode = 'mixed'")


def bring_desks(database: Database) -> None:
    """Add a column by the library's own means."""
    database.table("article").add_column("desk", str)


NOW = VERSIONS.newest
NEWER = Versions(
    (*UPGRADES, Upgrade(NOW + 1, "a topic for each claim", bring_topics), Upgrade(NOW + 2, "desks", bring_desks))
)


@dataclass
class Old:
    """The example's file, closed, as a program sees it that knows two more versions."""

    path: Path
    told: list[Upgraded] = field(default_factory=list)

    def open(self, *, read_only: bool = False, timeout: float = 5.0) -> Store:
        """Open it as a window does that may write to it."""
        return Store.open(self.path, read_only=read_only, timeout=timeout, upgraded=self.told.append)

    @property
    def others(self) -> list[Path]:
        """The files beside it."""
        return sorted(each for each in self.path.parent.iterdir() if each != self.path)


def know(monkeypatch: pytest.MonkeyPatch, versions: Versions) -> None:
    """Let the program be one that knows these versions."""
    monkeypatch.setattr("models.store.store.VERSIONS", versions)


@pytest.fixture
def old(example: Example, monkeypatch: pytest.MonkeyPatch) -> Iterator[Old]:
    """Yield the example in a folder by itself; its store is closed, and the program knows two more versions."""
    example.store.close()
    know(monkeypatch, NEWER)
    folder = example.store.path.parent / "old"
    folder.mkdir()
    yield Old(example.store.path.rename(folder / "study.onrecord"))


def test_an_older_file_is_upgraded_step_by_step_and_copied_before(old: Old) -> None:
    before = rows_of(old.path), history_of(old.path)
    with old.open() as store:
        assert store._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert len(store.articles()) == 2
        assert store.undoable(CODER) is not None
    assert query(old.path, "PRAGMA user_version") == [(NOW + 2,)]
    assert query(old.path, "SELECT words FROM topic") == [("harbour",)]
    assert faults_of(old.path) == []
    (told,) = old.told
    assert (told.before, told.now, told.what) == (NOW, NOW + 2, ("a topic for each claim", "desks"))
    assert old.others == [told.copy] == [old.path.with_name(f"study (version {NOW}).onrecord")]
    assert (rows_of(told.copy), history_of(told.copy)) == before
    assert all(word in told.sentence for word in ("study.onrecord", "desks", told.copy.name))


def test_the_copy_is_a_project_of_the_version_before(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    old.open().close()
    (copy,) = old.others
    know(monkeypatch, VERSIONS)
    with Store.open(copy) as store:
        assert len(store.articles()) == 2
        assert store.problems() == []


def test_a_file_that_is_upgraded_already_is_only_opened(old: Old) -> None:
    old.open().close()
    content = old.path.read_bytes()
    old.open().close()
    assert old.path.read_bytes() == content
    assert (len(old.told), len(old.others)) == (1, 1)


def test_a_copy_takes_the_place_of_no_file(old: Old) -> None:
    old.path.with_name(f"study (version {NOW}).onrecord").write_text("precious", encoding="utf-8")
    old.open().close()
    assert old.told[0].copy.name == f"study (version {NOW}) 2.onrecord"
    assert old.path.with_name(f"study (version {NOW}).onrecord").read_text(encoding="utf-8") == "precious"


def test_what_is_undone_after_an_upgrade_was_done_before_it(
    old: Old, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, VERSIONS)
    with Store.open(old.path) as store:
        store.apply(signed(typed(example.cost, "note", "ask again")))
    know(monkeypatch, NEWER)
    with old.open() as store:
        line = store.undoable(CODER)
        assert line
        store.apply(signed(store.edit(line).inverse))
        assert store.article_records(example.article.id).claims[example.cost.id].note is None


def fail_by_sql(database: Database) -> None:
    """Do half of the work."""
    database.execute("DELETE FROM number")
    database.execute("UPDATE claim SET mode = 'sung'")


def fail_by_reference(database: Database) -> None:
    """Leave claims without their speaker, which foreign keys would have refused."""
    database.execute("DELETE FROM speaker")


FAILING = {"a constraint": fail_by_sql, "a reference that leads nowhere": fail_by_reference}


@pytest.mark.parametrize("step", FAILING.values(), ids=FAILING)
def test_a_step_that_fails_changes_nothing_and_says_where_the_copy_is(
    old: Old, step: Callable[[Database], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows_of(old.path), history_of(old.path)
    know(monkeypatch, Versions((*NEWER.steps, Upgrade(NOW + 3, "nothing", step))))
    with pytest.raises(NotUpgraded) as refused:
        old.open()
    (copy,) = old.others
    assert copy.name in refused.value.safe
    assert refused.value.do
    assert (rows_of(old.path), history_of(old.path)) == before == (rows_of(copy), history_of(copy))
    assert query(old.path, "PRAGMA user_version") == [(NOW,)]
    assert faults_of(old.path) == []
    assert old.told == []
    know(monkeypatch, NEWER)
    with old.open() as store:
        assert len(store.articles()) == 2


def test_a_full_disk_leaves_the_file_as_it_was(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.path.read_bytes()

    def fill(database: Database) -> None:
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {pages + 1}").fetchall()
        database.execute("CREATE TABLE ballast (data BLOB) STRICT")
        database.execute("INSERT INTO ballast VALUES (randomblob(100000))")

    know(monkeypatch, Versions((*UPGRADES, Upgrade(NOW + 1, "ballast", fill))))
    with pytest.raises(NotUpgraded, match="The disk is full") as refused:
        old.open()
    assert "not changed" in refused.value.safe
    assert (old.path.read_bytes(), old.others) == (before, []), "a copy would be in the way of the next attempt"


def test_without_room_for_the_copy_nothing_is_begun(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_made: Path, _path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.store.upgrading.give_name", full)
    before = old.path.read_bytes()
    with pytest.raises(OnrecordError, match="No space left") as refused:
        old.open()
    assert "not changed" in refused.value.safe
    assert (old.path.read_bytes(), old.others) == (before, [])


def test_a_window_that_may_only_read_refuses_an_older_file_and_leaves_it(old: Old) -> None:
    before = old.path.read_bytes()
    with pytest.raises(OlderProject) as refused:
        old.open(read_only=True)
    assert refused.value.do
    with pytest.raises(OlderProject):
        Store.open(old.path)
    assert (old.path.read_bytes(), old.others, old.told) == (before, [], [])


def test_while_another_program_writes_an_upgrade_waits(old: Old) -> None:
    with closing(sqlite3.connect(old.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            old.open(timeout=0)
        other.execute("ROLLBACK")
    assert old.others == []
    old.open().close()
    assert len(old.told) == 1


def test_an_older_file_that_is_not_what_its_version_holds_is_not_upgraded(old: Old) -> None:
    with closing(sqlite3.connect(old.path, isolation_level=None)) as other:
        other.execute("CREATE TRIGGER sly AFTER INSERT ON claim BEGIN DELETE FROM number; END")
    with pytest.raises(NotAProject):
        old.open()
    assert old.others == []


def test_a_file_newer_than_the_steps_is_refused(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    old.open().close()
    know(monkeypatch, VERSIONS)
    with pytest.raises(NewerProject):
        Store.open(old.path)


def test_every_step_is_told_and_how_far_the_copy_is(old: Old) -> None:
    steps, parts = list[str](), list[tuple[int, int]]()
    watch = Watch(steps.append, lambda done, of: parts.append((done, of)))
    Store.open(old.path, upgraded=old.told.append, watch=watch).close()
    assert [words.split()[0] for words in steps] == [
        *("Checking", "Keeping", "Checking", "Upgrading", "Upgrading", "Checking", "Writing")
    ]
    assert old.others[0].name in steps[1]
    assert "a topic for each claim" in steps[3]
    assert {of for _done, of in parts} <= {0, 1000}


@pytest.mark.parametrize("at", range(7))
def test_an_upgrade_can_be_stopped_at_any_step_and_leaves_everything_as_it_was(old: Old, at: int) -> None:
    before, steps = old.path.read_bytes(), list[str]()
    watch = Watch(step=steps.append, stopped=lambda: len(steps) > at)
    # Steps of a small file end before anybody asks, so all of these are asked where the steps end.
    with pytest.raises(Interrupted):
        Store.open(old.path, upgraded=old.told.append, watch=watch)
    assert (old.path.read_bytes(), old.others, old.told) == (before, [], [])
    old.open().close()
    assert len(old.told) == 1


@pytest.mark.parametrize("numbers", [(3,), (2, 4), (2, 2), (1,), (3, 2)])
def test_steps_with_a_gap_are_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="steps"):
        Versions(tuple(Upgrade(number, "", bring_topics) for number in numbers))


def test_a_new_file_of_a_newer_version_has_what_the_steps_bring(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None)) as connection:
        NEWER.make(connection)
        assert connection.execute("PRAGMA user_version").fetchone() == (NOW + 2,)
    assert structure(NEWER, NOW) < structure(NEWER, NOW + 1) < structure(NEWER, NOW + 2)


@pytest.mark.parametrize("command", [["check"], ["export"], ["import"]], ids=lambda command: command[0])
def test_a_command_upgrades_and_says_where_the_copy_is(old: Old, command: list[str]) -> None:
    wall = old.path.with_name("wall.txt")
    wall.write_text("Wall\n\nThe wall fell in the night, and nobody heard it fall.", encoding="utf-8")
    more = {"check": [], "export": [str(old.path.with_name("tables"))], "import": [str(wall)]}[command[0]]
    result = CliRunner().invoke(commands, [*command, str(old.path), *more], catch_exceptions=False)
    assert f"study (version {NOW}).onrecord" in result.stderr
    assert query(old.path, "PRAGMA user_version") == [(NOW + 2,)]
    again = CliRunner().invoke(commands, ["check", str(old.path)], catch_exceptions=False)
    assert "version" not in again.stderr


def test_a_command_does_not_upgrade_what_a_window_works_on(old: Old) -> None:
    before = old.path.read_bytes()
    with closing(ProjectLock.take(old.path, CODER)), pytest.raises(LockedElsewhere) as refused:
        open_project(old.path, read_only=True)
    assert "older version" in refused.value.safe
    assert "Close that window" in refused.value.do
    assert old.path.read_bytes() == before
