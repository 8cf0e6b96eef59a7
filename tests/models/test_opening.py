"""A file that is not a whole Onrecord project is refused in a sentence, and left as it was."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import NewerProject, NotAProject, NotSaved, OnrecordError, ProjectMissing, ReadOnly
from models.store import Store
from models.store.opening import MAGIC
from models.store.schema import APPLICATION_ID, VERSION_1
from models.store.versions import VERSIONS
from tests.example import Example
from tests.snapshots import faults_of, query, rows_of

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(range(256)) * 40


def refuse(path: Path) -> OnrecordError:
    """Open what must be refused and left untouched; return what is said."""
    before = path.read_bytes(), path.stat().st_mtime_ns
    neighbours = sorted(path.parent.iterdir())
    with pytest.raises(OnrecordError) as refused:
        Store.open(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(path.parent.iterdir()) == neighbours
    assert path.name in refused.value.what
    return refused.value


def test_a_mistyped_path_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        Store.open(tmp_path / "studdy.onrecord")
    with pytest.raises(ProjectMissing):
        Store.open(tmp_path / "no folder" / "study.onrecord")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match="is not a file"):
        Store.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "study.onrecord")
    with pytest.raises(NotAProject, match="is not a file"):
        Store.open(tmp_path / "study.onrecord")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n", "is not an Onrecord project"),
        (JPEG, "is not an Onrecord project"),
        ("Harbour wall will take two winters".encode("utf-16"), "is not an Onrecord project"),
        (MAGIC, "is damaged"),
        (MAGIC + bytes(84), "made by another program"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "study.onrecord"
    path.write_bytes(content)
    problem = refuse(path)
    assert isinstance(problem, NotAProject)
    assert words in problem.what
    assert problem.safe


@given(content=st.binary(max_size=3000), ours=st.booleans())
def test_no_bytes_are_opened_by_accident(tmp_path_factory: pytest.TempPathFactory, content: bytes, ours: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "random.onrecord"
    path.write_bytes((MAGIC + content[:52] + APPLICATION_ID.to_bytes(4) + content) if ours else content)
    refuse(path)


def test_part_of_a_project_is_damaged_wherever_it_was_cut(example: Example, tmp_path: Path) -> None:
    example.store.close()
    whole = example.store.path.read_bytes()
    path = tmp_path / "half" / "study.onrecord"
    path.parent.mkdir()
    for size in range(512, len(whole), 4096 + 512):
        path.write_bytes(whole[:size])
        assert "is damaged" in refuse(path).what, size


def test_a_project_of_zeros_behind_its_header_is_damaged(example: Example) -> None:
    example.store.close()
    path = example.store.path
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    assert isinstance(refuse(path), NotAProject)


@pytest.fixture
def cut_off(example: Example) -> Path:
    """Return a copy of the example project as a power cut leaves it: some pages written, their old state beside it."""
    path = example.store.path.with_name("cut off.onrecord")
    connection = example.store._connection
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE article SET note = 'half'")
    connection.executemany("UPDATE claim SET note = ?", [("x" * 50_000,), ("y" * 50_000,)])
    for suffix in ("", "-journal"):
        shutil.copyfile(f"{example.store.path}{suffix}", f"{path}{suffix}")
    connection.execute("ROLLBACK")
    return path


def test_a_write_that_was_cut_off_is_taken_back_when_the_project_is_opened(example: Example, cut_off: Path) -> None:
    link = cut_off.with_name("link.onrecord")
    link.symlink_to(cut_off)
    Store.open(link).close()
    assert rows_of(cut_off) == rows_of(example.store.path)
    assert faults_of(cut_off) == []


def test_a_write_that_was_cut_off_is_told_to_who_only_reads(cut_off: Path) -> None:
    before = cut_off.read_bytes()
    with pytest.raises(ReadOnly) as refused:
        Store.open(cut_off, read_only=True)
    assert "Open it in the window" in refused.value.do
    assert cut_off.read_bytes() == before


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.onrecord"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (address TEXT)")
    connection.execute("PRAGMA application_id = 252006673")
    connection.close()
    assert "made by another program" in refuse(path).what


def test_another_programs_unfinished_database_is_not_rolled_back(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.onrecord"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE bookmark (address TEXT)")
    connection.close()
    path.with_name(path.name + "-journal").write_bytes(bytes(2048))
    refuse(path)


def test_a_newer_project_asks_for_a_newer_program(example: Example) -> None:
    example.store.close()
    change(example.store.path, "PRAGMA user_version = 999")
    problem = refuse(example.store.path)
    assert isinstance(problem, NewerProject)
    assert "newest version" in problem.do


def change(path: Path, *statements: str) -> None:
    """Do something to a file past the store, as another program could."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


def rewritten(table: str, words: str, others: str) -> tuple[str, ...]:
    """Return the statements that change some words of a table's DDL, as no ALTER TABLE could."""
    quoted = [each.replace("'", "''") for each in (words, others)]
    assert words in VERSION_1, words
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{quoted[0]}', '{quoted[1]}') WHERE name = '{table}'",
    )


HOSTILE = {
    "a view in a table's place": (
        "DROP TABLE boilerplate",
        "CREATE VIEW boilerplate AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS id FROM n",
    ),
    "a trigger": ("CREATE TRIGGER sly AFTER INSERT ON claim BEGIN DELETE FROM number; END",),
    "a trigger of our name that does something else": (
        "DROP TRIGGER edit_is_never_deleted",
        "CREATE TRIGGER edit_is_never_deleted AFTER INSERT ON edit BEGIN DELETE FROM claim; END",
    ),
    "a generated column": ("ALTER TABLE note_of ADD COLUMN loud TEXT AS (upper(id))",),
    "an index on an expression": ("CREATE INDEX sly ON claim (abs(mode))",),
    "one table more": ("CREATE TABLE extra (x)",),
    "one column more": ("ALTER TABLE claim ADD COLUMN mood TEXT",),
    "one check less": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (length(id) = 36)', '') WHERE name = 'claim'",
    ),
    "one table less": ("DROP TABLE boilerplate",),
    "a view": ("CREATE VIEW note AS SELECT note FROM claim",),
    "a trigger on a library's table": (
        "CREATE TABLE _library (x)",
        "CREATE TRIGGER sly AFTER INSERT ON _library BEGIN DELETE FROM number; END",
    ),
    "a virtual table": ("CREATE VIRTUAL TABLE _words USING fts5 (text)",),
    "an index that is unique": ("DROP INDEX number_by_claim", "CREATE UNIQUE INDEX number_by_claim ON number (id)"),
    "an index of some rows": (
        "DROP INDEX claim_by_article",
        "CREATE INDEX claim_by_article ON claim (article) WHERE 1",
    ),
    "a table that is not strict": rewritten("claim", ") STRICT", ")"),
    "a column that may be absent": rewritten("claim", "article TEXT NOT NULL", "article TEXT"),
    "a default": rewritten("article", "title TEXT NOT NULL", "title TEXT NOT NULL DEFAULT 'none'"),
    "a reference that is cut": rewritten("claim", "speaker TEXT REFERENCES speaker (id)", "speaker TEXT"),
    "a reference that deletes": rewritten(
        "claim", "REFERENCES speaker (id)", "REFERENCES speaker (id) ON DELETE CASCADE"
    ),
    "a value more in a check": rewritten("article", "('open', 'done')", "('open', 'done', 'DONE')"),
    "a check in a comment": rewritten("number", "CHECK ((value IS NULL)", "-- CHECK ((value IS NULL)"),
    "text compared otherwise": rewritten("speaker", "name TEXT NOT NULL", "name TEXT COLLATE nocase NOT NULL"),
}


def test_a_table_whose_words_are_bytes_is_refused(example: Example) -> None:
    example.store.close()
    words = "UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE name = 'claim'"
    change(example.store.path, "PRAGMA writable_schema = ON", words)
    assert isinstance(refuse(example.store.path), NotAProject)


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_a_schema_that_is_not_ours_is_refused(example: Example, statements: tuple[str, ...]) -> None:
    example.store.close()
    path = example.store.path
    change(path, *(each.replace("note_of", "claim") for each in statements))
    problem = refuse(path)
    assert isinstance(problem, NotAProject)


NAMED = {
    "a trigger": "triggers that Onrecord did not make: “sly”",
    "a view": "views that Onrecord did not make: “note”",
    "a view in a table's place": "views that Onrecord did not make: “boilerplate”",
    "an index on an expression": "indexes that Onrecord did not make: “sly”",
    "one table more": "tables that Onrecord did not make: “extra”",
    "a virtual table": "tables that Onrecord did not make: “_words”",
    "one column more": "columns that Onrecord did not make: “claim.mood”",
    "a default": "columns that are not as Onrecord made them: “article.title”",
    "one check less": "tables that are not as Onrecord made them: “claim”",
    "a trigger of our name that does something else": "triggers that are not as Onrecord made them",
}


@pytest.mark.parametrize(("case", "words"), NAMED.items(), ids=NAMED)
def test_what_is_not_ours_is_named_by_what_it_is(example: Example, case: str, words: str) -> None:
    example.store.close()
    change(example.store.path, *(each.replace("note_of", "claim") for each in HOSTILE[case]))
    assert words in refuse(example.store.path).what


HARMLESS = {
    "another comment": rewritten("claim", "-- in the coder's words", "-- said shortly; see (the guide"),
    "no comment": rewritten("claim", "-- in the coder's words", ""),
    "other blanks and letters": rewritten("kept_span", "CHECK (start >= 0)", "check(\n\tSTART   >= 0 )"),
    "a library's table": ("CREATE TABLE _sqlite_migrations_v2 (id INTEGER PRIMARY KEY, name TEXT)",),
    "a library's table with an index": ("CREATE TABLE _counts (x)", "CREATE INDEX counted ON _counts (x)"),
}


@pytest.mark.parametrize("statements", HARMLESS.values(), ids=HARMLESS)
def test_what_is_no_matter_of_structure_keeps_nobody_out(example: Example, statements: tuple[str, ...]) -> None:
    example.store.close()
    before = query(example.store.path, "SELECT sql FROM sqlite_schema")
    change(example.store.path, *statements)
    assert query(example.store.path, "SELECT sql FROM sqlite_schema") != before
    with Store.open(example.store.path) as store:
        assert len(store.articles()) == 2


def test_a_shadow_table_that_sqlite_makes_otherwise_keeps_nobody_out(example: Example) -> None:
    example.store.close()
    change(
        example.store.path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, ')', ' )') WHERE name = 'filter_index_config'",
    )
    with Store.open(example.store.path) as store:
        assert len(store.articles()) == 2


def test_statistics_that_another_program_gathered_do_no_harm(example: Example) -> None:
    example.store.close()
    change(example.store.path, "ANALYZE")
    with Store.open(example.store.path) as store:
        assert len(store.articles()) == 2


def test_a_project_in_another_journal_mode_is_one_file_again_once_it_is_open(example: Example) -> None:
    example.store.close()
    path = example.store.path
    change(path, "PRAGMA journal_mode = WAL")
    with Store.open(path) as store:
        assert len(store.articles()) == 2
        assert sorted(each.name for each in path.parent.iterdir()) == [path.name]


def test_what_is_in_a_file_is_run_only_when_it_is_ours(example: Example) -> None:
    connection = example.store._connection
    assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_new_project_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "study.onrecord"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(NotSaved, match="already"):
        Store.create(path)
    assert path.read_text(encoding="utf-8") == "precious"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_project_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no folder"):
        Store.create(tmp_path / "nowhere" / "study.onrecord")
    assert list(tmp_path.iterdir()) == []


def test_a_name_longer_than_the_system_allows_is_refused_in_words(tmp_path: Path) -> None:
    for made in (Store.create, Store.open):
        with pytest.raises(OnrecordError):
            made(tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_of_a_new_project_is_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getpid", lambda: 7)
    (tmp_path / ".study.onrecord.7.new").write_bytes(JPEG)
    Store.create(tmp_path / "study.onrecord").close()
    assert [each.name for each in tmp_path.iterdir()] == ["study.onrecord"]
    assert faults_of(tmp_path / "study.onrecord") == []


def test_a_project_says_whose_it_is_and_its_version(example: Example) -> None:
    assert query(example.store.path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert query(example.store.path, "PRAGMA user_version") == [(VERSIONS.newest,)]


@pytest.mark.parametrize("name", ["study.onrecord", "what? 100 % #1 & «más».onrecord", "🌊 wall.onrecord"])
def test_a_project_may_have_any_name(tmp_path: Path, name: str) -> None:
    Store.create(tmp_path / name).close()
    Store.open(tmp_path / name).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_project_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"gr\xfcn.onrecord")
    Store.create(path).close()
    with Store.open(path) as store:
        assert store.articles() == []
