"""A file that was made to attack is refused or explained within bounds, and a file that is not sound is not written."""

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from models.actions.articles import import_articles
from models.actions.speakers import add_speaker
from models.articles.draft import Draft
from models.checks import check
from models.errors import NotAProject, OnrecordError, ReadOnly
from models.exports.named.definition import read_export
from models.sampling.definition import read_definition
from models.store import Store
from models.store.hardening import LIMITS, strange
from models.store.opening import connect
from models.views.definition import read_view
from tests.damaging.overwriting import pages_of
from tests.damaging.study import make_study
from tests.example import CODER, Example, signed
from tests.models.kept_versions import kept
from tests.snapshots import query, rows_of

DEEP = "[" * 100_000 + "]" * 100_000
SIGNED = (
    "'01a219aa-081f-78d5-bf1e-6c03ca69c8d2', 'AB', '2026-03-01T09:00:00.000+00:00', '2026-03-01T09:00:00.000+00:00'"
)
EXPENSIVE = "length(hex(zeroblob(200000000)))"
MEMORY, SECONDS = 700_000_000, 60
"""Bytes and seconds that a process has to refuse a file in: much less than what the files below ask for."""


def write(path: Path, *statements: str | tuple[str, Sequence[str]]) -> None:
    """Write to a file what no program of ours would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for each in statements:
            connection.execute(each) if isinstance(each, str) else connection.execute(*each)


@pytest.fixture
def path(example: Example) -> Path:
    """Return the path of the example, closed."""
    example.store.close()
    return example.store.path


STATISTICS = (
    f"CREATE TABLE stat1 (tbl, idx, stat AS ({EXPENSIVE}))",
    "INSERT INTO stat1 (tbl, idx) VALUES ('claim', 'claim_by_article'), ('span', 'span_by_claim')",
    """UPDATE sqlite_schema SET name = 'sqlite_stat1', tbl_name = 'sqlite_stat1',
       sql = replace(sql, 'stat1', 'sqlite_stat1') WHERE name = 'stat1'""",
)
COMPUTING = {
    "statistics that are computed": STATISTICS,
    "a table of a library with a check": (f"CREATE TABLE _library (x CHECK (x < {EXPENSIVE}))",),
    "a table of a library with a generated column": (f"CREATE TABLE _library (x, y AS ({EXPENSIVE}))",),
    "a table of a library with an index on an expression": (
        "CREATE TABLE _library (x)",
        "CREATE INDEX _computed ON _library (abs(x))",
    ),
    "views in views": tuple(
        f"CREATE VIEW v{each} AS SELECT * FROM {f'v{each - 1} AS a, v{each - 1} AS b' if each else 'claim'}"
        for each in range(30)
    ),
}


@pytest.mark.parametrize("statements", COMPUTING.values(), ids=COMPUTING)
def test_a_file_that_computes_something_is_refused_before_it_does(path: Path, statements: Sequence[str]) -> None:
    write(path, *statements)
    before = path.read_bytes()
    with pytest.raises(NotAProject, match="that Onrecord did not make"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_statistics_that_are_computed_take_neither_time_nor_memory(path: Path) -> None:
    write(path, *STATISTICS)
    program = f"""
        import resource, sys
        from pathlib import Path
        from models.checks import check
        from models.errors import NotAProject
        from models.store import Store

        resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
        resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
        try:
            Store.open(Path(sys.argv[1]))
        except NotAProject:
            sys.exit(7)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program), path], check=False)
    assert ended.returncode == 7


def test_what_is_asked_of_a_strange_file_is_stopped_in_time(path: Path) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with closing(connect(path)) as connection:
        with pytest.raises(sqlite3.DatabaseError) as stopped, strange(connection):
            connection.execute(endless)
        assert stopped.value.sqlite_errorcode == sqlite3.SQLITE_CORRUPT
        with pytest.raises(sqlite3.DataError), strange(connection):
            connection.execute("SELECT hex(zeroblob(10000000))")
        connection.execute("SELECT hex(zeroblob(10000000))")
        assert {limit: connection.getlimit(limit) for limit in LIMITS} == LIMITS


def test_no_extension_is_loaded(path: Path) -> None:
    with closing(connect(path)) as connection, pytest.raises(sqlite3.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension('nothing')")


def test_an_index_of_filters_of_another_version_is_damage(path: Path) -> None:
    write(path, "UPDATE filter_index_config SET v = 99 WHERE k = 'version'")
    with Store.open(path) as store, pytest.raises(OnrecordError, match="is damaged"):
        store.apply(signed(import_articles([Draft("A new wall\n\nIt is new.", "A new wall")])))


def test_a_history_that_is_nested_without_end_is_damage(path: Path) -> None:
    never_changed = query(path, "SELECT sql FROM sqlite_schema WHERE name = 'edit_is_never_changed'")[0][0]
    write(path, "DROP TRIGGER edit_is_never_changed", ("UPDATE edit SET body = ?", [DEEP]), str(never_changed))
    with Store.open(path) as store:
        line = store.undoable(CODER)
        assert line
        with pytest.raises(NotAProject, match="is damaged"):
            store.edit(line)
        assert any("cannot be read in the history" in finding.sentence for finding in check(store))


def test_definitions_that_are_nested_without_end_are_passed_over(path: Path) -> None:
    write(
        path,
        ("INSERT INTO layout (shows, definition) VALUES ('statements', ?)", [DEEP]),
        (
            f"""INSERT INTO view (id, coder, made_at, changed_at, shows, name, definition)
                VALUES ({SIGNED}, 's', 'n', ?)""",
            [DEEP],
        ),
        (f"INSERT INTO export (id, coder, made_at, changed_at, name, definition) VALUES ({SIGNED}, 'n', ?)", [DEEP]),
        (
            f"""INSERT INTO sample (id, coder, made_at, changed_at, name, method, seed, population, definition)
                VALUES ({SIGNED}, 'n', 'random', 1, 1, ?)""",
            [DEEP],
        ),
    )
    with Store.open(path) as store:
        assert store.layouts() == {}
        (view,) = store.views().views.values()
        assert read_view(view.definition) is None
        (export,) = store.exports().exports.values()
        assert read_export(export.definition) is None
        (sample,) = store.samples().samples.values()
        assert read_definition(sample) is None


@pytest.mark.parametrize(("table", "other"), [("claim", "number"), ("article", "edit"), ("speaker", "alias")])
def test_two_tables_on_one_page_are_damage(path: Path, table: str, other: str) -> None:
    root = f"(SELECT rootpage FROM sqlite_schema WHERE name = '{other}')"
    write(path, f"UPDATE sqlite_schema SET rootpage = {root} WHERE name = '{table}'")
    before = path.read_bytes()
    with pytest.raises(OnrecordError, match="is damaged"), Store.open(path) as store:
        for line in store.articles():
            store.article_records(line.id)
        store.apply(signed(add_speaker(store.registry(), "Nils Aas")))
    assert path.read_bytes() == before


# A free list that names pages in use


@pytest.fixture
def listed_as_free(tmp_path: Path) -> Path:
    """Return a project with one free page, for which its list names the page of the claims."""
    path = tmp_path / "study.onrecord"
    make_study(path, articles=1, claims=3)
    (claims, *_others) = pages_of(path, "claim")
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    content += claims.to_bytes(4).rjust(12, b"\0").replace(bytes(8), bytes(4) + (1).to_bytes(4), 1).ljust(4096, b"\0")
    content[28:32] = (pages + 1).to_bytes(4)
    content[32:40] = (pages + 1).to_bytes(4) + (2).to_bytes(4)
    path.write_bytes(content)
    return path


def test_a_free_list_that_names_a_page_in_use_lets_nothing_be_written(listed_as_free: Path) -> None:
    before = listed_as_free.read_bytes()
    with Store.open(listed_as_free) as store, pytest.raises(ReadOnly, match="is damaged"):
        store.apply(signed(add_speaker(store.registry(), "Nils Aas")))
    with Store.open(listed_as_free, read_only=True) as store:
        assert "listed as free" in next(finding.sentence for finding in check(store))
        assert len(store.article_records(store.articles()[0].id).claims) == 3
    assert listed_as_free.read_bytes() == before


def test_pages_that_are_free_keep_nobody_from_writing(example: Example) -> None:
    path = example.store.path
    example.store.close()
    write(path, "CREATE TABLE _large (x)", "INSERT INTO _large VALUES (zeroblob(100000))", "DROP TABLE _large")
    assert query(path, "PRAGMA freelist_count") != [(0,)]
    with Store.open(path) as store:
        store.apply(signed(add_speaker(store.registry(), "Nils Aas")))
        assert not store.read_only
    with Store.open(path, read_only=True) as store:
        assert store.problems() == []


def test_an_older_project_that_is_not_sound_is_not_upgraded(tmp_path: Path) -> None:
    path = kept(3).copy(tmp_path)
    (page,) = query(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'number_by_claim'")[0]
    content = bytearray(path.read_bytes())
    content[(int(str(page)) - 1) * 4096 : int(str(page)) * 4096] = b"\x07" * 4096
    path.write_bytes(content)
    with pytest.raises(NotAProject, match="is damaged"):
        Store.open(path, upgraded=lambda _upgraded: None)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


# The journal of another file


def leave_a_journal(path: Path, journal: Path, pages: int) -> None:
    """Leave the journal of a write to a project that was cut off, under another name; the project is as it was."""
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA cache_size = {pages}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE article SET note = 'half'")
        connection.executemany("UPDATE claim SET note = ?", [(letter * 50_000,) for letter in "xy"])
        shutil.copyfile(f"{path}-journal", journal)
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("more", [1, 3])
@pytest.mark.parametrize("copied_by", ["VACUUM", "backup"])
def test_a_backup_beside_the_journal_of_the_file_in_whose_place_it_was_put_is_refused(
    tmp_path: Path, copied_by: str, more: int
) -> None:
    project, backup = tmp_path / "study.onrecord", tmp_path / "backup.onrecord"
    make_study(project, articles=2, claims=3)
    with closing(connect(project)) as connection:
        if copied_by == "VACUUM":
            connection.execute("VACUUM INTO ?", (str(backup),))
        else:
            with closing(sqlite3.connect(backup)) as copy:
                connection.backup(copy)
    with Store.open(project) as store:
        for count in range(more):
            store.apply(signed(add_speaker(store.registry(), f"Speaker {count}")))
    before = rows_of(backup)
    journal = tmp_path / "journal"
    leave_a_journal(project, journal, pages=1)
    shutil.copyfile(backup, project)
    shutil.copyfile(journal, f"{project}-journal")
    content = project.read_bytes()
    with pytest.raises(NotAProject, match="the journal of another file") as refused:
        Store.open(project)
    assert "study.onrecord-journal" in refused.value.do
    assert (project.read_bytes(), Path(f"{project}-journal").read_bytes()) == (content, journal.read_bytes())
    Path(f"{project}-journal").rename(tmp_path / "moved away")
    Store.open(project).close()
    assert rows_of(project) == before


def test_an_edit_that_is_being_written_elsewhere_keeps_nobody_from_opening(path: Path) -> None:
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE article SET note = 'half'")
        assert Path(f"{path}-journal").exists()
        with Store.open(path, read_only=True) as store:
            assert len(store.articles()) == 2
        other.execute("ROLLBACK")
