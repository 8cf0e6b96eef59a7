"""A project of a newer version is read as far as this program knows it, and never changed."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.checks import check
from models.cli import commands
from models.errors import NewerProject, NewerReadOnly, NotAProject, ReadOnly, Replaced
from models.exports.delivery import export
from models.lines.order import Order
from models.store import Store
from models.store.newer_files import expect_readable
from models.store.schema import VERSION_1
from models.store.versions import UPGRADES, Upgrade, Versions, made
from tests.example import TEXT, Example, every_statement, signed, typed
from tests.newer_files import LATER, change, make_newer
from tests.snapshots import query

BOMB = (
    "CREATE VIEW boom_0 AS SELECT 1 AS one UNION ALL SELECT 2",
    *(f"CREATE VIEW boom_{n + 1} AS SELECT a.one FROM boom_{n} AS a, boom_{n} AS b, boom_{n} AS c" for n in range(20)),
)
"""Views in views, each of which is three of the one before."""


def traces(path: Path) -> tuple[str, list[str]]:
    """The hash of a file, and the names beside it."""
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(each.name for each in path.parent.iterdir())


@pytest.fixture
def newer(example: Example) -> Path:
    """The example as a project of a newer version, closed."""
    example.store.close()
    make_newer(example.store.path)
    return example.store.path


def rewritten(table: str, words: str, others: str) -> tuple[str, ...]:
    """The statements that change words of a table's DDL as no ALTER TABLE could."""
    quoted = [each.replace("'", "''") for each in (words, others)]
    assert words in VERSION_1, words
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{quoted[0]}', '{quoted[1]}') WHERE name = '{table}'",
    )


def test_it_is_read_whole_and_exported_and_not_changed(newer: Path, example: Example, tmp_path: Path) -> None:
    before = traces(newer)
    with Store.open(newer, newer_too=True) as store:
        assert store.newer
        assert store.read_only
        records = store.article_records(example.article.id)
        assert (len(records.claims), len(records.numbers)) == (2, 2)
        assert [line.title for line in store.articles()] == [example.article.title, example.other.title]
        assert len(every_statement(store)) == 3
        with closing(store.view()) as view:
            assert view.make_list(None, Order()).count == 3
        report = export(store, tmp_path / "tables")
    assert "newer version" in report.remarks[0]
    assert (tmp_path / "tables" / "statements.csv").read_text("utf-8-sig").count("\n") == 4
    assert traces(newer)[0] == before[0]
    assert set(traces(newer)[1]) - set(before[1]) == {"tables"}


def test_whoever_does_not_expect_it_is_refused(newer: Path) -> None:
    before = traces(newer)
    with pytest.raises(NewerProject) as refused:
        Store.open(newer)
    assert "newest version" in refused.value.do
    assert traces(newer) == before


def test_nothing_can_be_written_to_it(newer: Path, example: Example) -> None:
    before = traces(newer)
    with Store.open(newer, newer_too=True) as store:
        edit = signed(typed(example.cost, "note", "long"))
        attempts: tuple[Callable[[], object], ...] = (
            lambda: store.apply(edit),
            lambda: store.keep_layouts({"statements": None}),
            store.long_write,
        )
        for attempt in attempts:
            with pytest.raises(NewerReadOnly, match="newer version") as refused:
                attempt()
            assert "Install the newest version" in refused.value.do
    assert traces(newer) == before


def test_its_copy_is_the_file_as_it_is(newer: Path, tmp_path: Path) -> None:
    with Store.open(newer, newer_too=True) as store:
        store.save_copy(tmp_path / "copy.onrecord")
    assert query(tmp_path / "copy.onrecord", "SELECT count(*) FROM mood") == [(0,)]
    assert query(tmp_path / "copy.onrecord", "PRAGMA user_version") == [(LATER,)]


def test_a_check_looks_at_what_is_known_and_says_so(newer: Path) -> None:
    change(newer, "PRAGMA foreign_keys = OFF", "UPDATE claim SET note = 'past the history'")
    with Store.open(newer, newer_too=True) as store:
        found = [*check(store)]
    assert found[0].fault.name == "newer"
    assert not any(each.wrong for each in found)


def test_an_edit_that_only_the_newer_version_reads_is_said(newer: Path) -> None:
    change(
        newer,
        "DROP TRIGGER edit_is_never_changed",
        """UPDATE edit SET body = '{"format": 99, "changes": [{"made": "mood", "id": "1"}]}'""",
    )
    with Store.open(newer, newer_too=True) as store:
        line = store.undoable("AB")
        assert line is not None
        with pytest.raises(NewerProject, match="this part of it cannot be read here"):
            store.edit(line)


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER TABLE siteline RENAME TO before", "CREATE VIEW siteline AS SELECT * FROM before"),
        ("DROP VIEW span", "CREATE VIEW span AS SELECT * FROM kept_span"),
        ("DROP TABLE word",),
        ("ALTER TABLE layout RENAME COLUMN shows TO displays",),
        ("ALTER TABLE siteline ADD COLUMN sly TEXT AS (hex(zeroblob(100000000)))",),
        ("CREATE TABLE json_each (value)",),
        ("CREATE TABLE pragma_table_xinfo (name)",),
        rewritten("edit", "'do', 'undo', 'redo'", "'do', 'undo', 'redo', 'guess'"),
        ("DROP TABLE filter_index", "CREATE VIRTUAL TABLE filter_index USING fts5 (text, content='mood')"),
    ],
    ids=["view", "other view", "table", "column", "computed", "function", "pragma", "check", "index of a table"],
)
def test_one_that_is_not_as_this_program_reads_it_is_refused(example: Example, statements: tuple[str, ...]) -> None:
    example.store.close()
    path = example.store.path
    make_newer(path, *statements)
    before = traces(path)
    with pytest.raises((NewerProject, NotAProject)) as refused:
        Store.open(path, newer_too=True)
    assert path.name in refused.value.what
    assert traces(path) == before


def test_what_it_would_run_is_neither_run_nor_looked_at(newer: Path, example: Example, tmp_path: Path) -> None:
    change(
        newer,
        *BOMB,
        "CREATE TABLE sly (a INTEGER CHECK (a = 0 OR length(hex(zeroblob(400000000))) > a))",
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO sly (a) VALUES (1)",
        "ALTER TABLE sly ADD COLUMN b AS (hex(zeroblob(400000000)))",
    )
    with Store.open(newer, newer_too=True) as store:
        assert len(store.article_records(example.article.id).claims) == 2
        assert not any(each.wrong for each in check(store))
        export(store, tmp_path / "tables")
        store.save_copy(tmp_path / "copy.onrecord")


def test_one_whose_last_write_was_broken_off_is_left_to_the_newer_version(newer: Path) -> None:
    with closing(sqlite3.connect(newer, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.execute("UPDATE article SET note = hex(zeroblob(20000))")
        left = {each: each.read_bytes() for each in newer.parent.glob(f"{newer.name}*")}
        other.execute("ROLLBACK")
    for each, content in left.items():
        each.write_bytes(content)
    with pytest.raises(ReadOnly, match="was interrupted") as refused:
        Store.open(newer, newer_too=True)
    assert "newest Onrecord" in refused.value.do
    assert {each: each.read_bytes() for each in left} == left


def test_one_that_was_cut_off_is_damaged(newer: Path) -> None:
    newer.write_bytes(newer.read_bytes()[:20_000])
    with pytest.raises(NotAProject, match="is damaged"):
        Store.open(newer, newer_too=True)


def test_a_project_that_is_upgraded_while_it_is_open_is_not_written_to(example: Example) -> None:
    make_newer(example.store.path)
    before = example.store.path.read_bytes()
    edit = signed(typed(example.cost, "note", "long"))
    with pytest.raises(Replaced, match="upgraded by a newer version"):
        example.store.apply(edit)
    assert example.store.path.read_bytes() == before


@pytest.mark.parametrize("step", UPGRADES, ids=lambda step: f"version {step.version}")
def test_most_versions_so_far_could_be_read_by_the_one_before(step: Upgrade) -> None:
    before, after = Versions(UPGRADES[: step.version - 2]), Versions(UPGRADES[: step.version - 1])
    moves_tables = step.version in (7, 8)  # they keep spans otherwise, and each rewrites the history
    with (
        made(after, step.version) as connection,
        pytest.raises(NewerProject) if moves_tables else nullcontext(),
    ):
        expect_readable(Path("study.onrecord"), connection, before)


# The command line


@pytest.fixture
def run(newer: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command beside the newer project."""
    monkeypatch.chdir(newer.parent)
    Path("ferry.txt").write_text(TEXT, "utf-8")
    return lambda *words: CliRunner().invoke(commands, [*words])


def test_commands_that_read_it_say_so_and_work(newer: Path, run: Callable[..., Result]) -> None:
    before = newer.read_bytes()
    exported = run("export", newer.name, "tables")
    assert exported.exit_code == 0
    assert "what only that version knows is left out" in exported.stderr
    checked = run("check", newer.name)
    assert checked.exit_code == 0
    assert "its history and lists were not checked" in checked.stdout
    rescued = run("rescue", newer.name, "new.onrecord")
    assert rescued.stdout == "What is known only to the newer version of Onrecord that made the project.\n"
    assert "Nothing was lost" not in rescued.stderr
    written = run("codebook", newer.name, "codebook.csv")
    assert written.exit_code == 0
    assert "what only that version knows is left out" in written.stderr
    assert newer.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [("import", "{}", "ferry.txt"), ("compact", "{}", "--yes"), ("check", "{}", "--repair", "lists")],
    ids=lambda words: words[0],
)
def test_commands_that_would_change_it_are_refused(
    newer: Path, run: Callable[..., Result], words: tuple[str, ...]
) -> None:
    before = newer.read_bytes()
    result = run(*(word.format(newer.name) for word in words))
    assert isinstance(result.exception, NewerProject)
    assert newer.read_bytes() == before
