"""What can be read of a damaged project is written into a new one, and what is lost is said by article."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.articles import delete_articles
from models.checks import check
from models.cli import commands
from models.entities import Answer, Article, Claim, Number, Span, Speaker
from models.errors import Interrupted, NotAProject, NotSaved, OnrecordError, ProjectMissing
from models.rescue.rescuing import Rescued, rescue
from models.store import Store
from models.store.opening import connect
from models.watching import Watch
from tests.damaging.overwriting import branches_of, overwrite, pages_of
from tests.damaging.study import make_study
from tests.damaging.ways import PAGE
from tests.models.kept_versions import KEPT, KeptVersion
from tests.snapshots import faults_of, query, rows_of


@pytest.fixture(scope="module")
def pattern_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of some articles, made once."""
    path = tmp_path_factory.mktemp("pattern") / "study.onrecord"
    make_study(path, articles=3, claims=4)
    return path


@pytest.fixture
def study(pattern_study: Path, tmp_path: Path) -> Path:
    """Return a copy of the project, to be damaged."""
    return Path(shutil.copy(pattern_study, tmp_path / "study.onrecord"))


def rescued(study: Path) -> Rescued:
    """Rescue a damaged project, which stays as it is, into a sound one."""
    before = study.read_bytes(), study.stat().st_mtime_ns
    result = rescue(study, study.with_name("rescued.onrecord"))
    assert (study.read_bytes(), study.stat().st_mtime_ns) == before
    assert not [each for each in study.parent.iterdir() if each.suffix == ".new"]
    assert faults_of(result.path) == []
    with Store.open(result.path) as store:
        assert store.problems() == []
        assert tuple(found.sentence for found in check(store) if found.wrong) == result.wrong
    return result


@contextmanager
def history_open(connection: sqlite3.Connection) -> Iterator[None]:
    """Let the history be changed in a block, as only damage does; it is committed."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in triggers:
        connection.execute(sql)
    connection.commit()


def replace_bytes(study: Path, before: bytes, after: bytes) -> None:
    """Change some bytes wherever they are in the file."""
    content = study.read_bytes()
    assert before in content
    study.write_bytes(content.replace(before, after))


@pytest.mark.parametrize("version", KEPT, ids=lambda version: f"version {version.number}")
def test_of_a_sound_project_of_any_version_nothing_is_lost(tmp_path: Path, version: KeptVersion) -> None:
    study = version.copy(tmp_path)
    result = rescued(study)
    assert (result.lost, result.wrong, result.losses.lost_edits) == ((), (), 0)
    with version.opened(study):  # which upgrades it
        pass
    assert rows_of(result.path) == rows_of(study)
    history = """SELECT edit.id, origin.id, seq, at, kind, label, undoes, gesture, body
                 FROM edit JOIN origin ON origin.row = edit.origin ORDER BY edit.row"""
    assert query(result.path, history) == query(study, history)
    assert query(result.path, "SELECT * FROM layout") == query(study, "SELECT * FROM layout")
    assert query(result.path, "SELECT DISTINCT here FROM origin") == [(0,)]


def test_records_whose_pages_are_lost_are_made_again_from_the_history(study: Path) -> None:
    before = rows_of(study)
    overwrite(study, *pages_of(study, "claim", "kept_span", "answer", "number", "speaker"))
    with pytest.raises(OnrecordError, match="is damaged"), Store.open(study) as store:
        store.article_records(store.articles()[0].id)
    result = rescued(study)
    assert rows_of(result.path) == before
    assert "“Harbour wall, part 0”: made again from the history: 4 claims, 4 numbers, 8 marked places, 4 answers." in (
        result.lost
    )
    assert not any("lost:" in each for each in result.lost)


def test_a_lost_history_takes_no_record_with_it_and_its_edits_have_stand_ins(study: Path) -> None:
    before, edits = rows_of(study), query(study, "SELECT count(*) FROM edit")
    overwrite(study, pages_of(study, "edit")[3])
    result = rescued(study)
    assert rows_of(result.path) == before
    assert result.losses.lost_edits > 0
    assert query(result.path, "SELECT count(*) FROM edit WHERE label <> 'Rescue from a damaged file'") == edits
    stand_ins = query(result.path, "SELECT count(*) FROM edit WHERE label LIKE 'An edit that was lost%'")
    assert stand_ins == [(result.losses.lost_edits,)]
    assert result.lost[-1] == f"{result.losses.lost_edits} edits of the history are lost."


def test_records_that_were_deleted_do_not_come_back(study: Path) -> None:
    with Store.open(study) as store:
        articles = store.articles()
        records = store.article_records(articles[0].id)
        store.apply(delete_articles([records.article], records.rows()).stamped("AB", "2026-03-02T09:00:00.000+00:00"))
    before = rows_of(study)
    overwrite(study, 1)
    result = rescued(study)
    assert rows_of(result.path) == before
    assert result.losses.held[Article] == 2


@pytest.mark.parametrize("start_end", [(0, 16), (16, 24), (24, 100), (0, 100), (100, PAGE), (0, PAGE)], ids=str)
def test_a_header_or_a_list_of_tables_that_is_lost_costs_nothing(study: Path, start_end: tuple[int, int]) -> None:
    before = rows_of(study)
    content, (start, end) = study.read_bytes(), start_end
    study.write_bytes(content[:start] + random.Random(3).randbytes(end - start) + content[end:])
    with pytest.raises(OnrecordError):
        Store.open(study)
    assert rows_of(rescued(study).path) == before


def test_a_free_list_that_names_pages_in_use_costs_nothing(study: Path) -> None:
    before = rows_of(study)
    content = bytearray(study.read_bytes())
    (claims, *_others) = pages_of(study, "claim")
    content[32:40] = claims.to_bytes(4) + (9).to_bytes(4)
    study.write_bytes(content)
    assert rows_of(rescued(study).path) == before


def test_a_table_whose_branches_are_lost_is_read_by_its_leaves(study: Path) -> None:
    before = rows_of(study)
    branches = branches_of(study, "edit")
    assert branches
    overwrite(study, *branches)
    result = rescued(study)
    assert rows_of(result.path) == before
    assert result.losses.lost_edits == 0


def test_half_a_project_gives_what_it_still_holds(study: Path) -> None:
    whole = rows_of(study)
    content = study.read_bytes()
    study.write_bytes(content[: len(content) * 9 // 10 + 1000])
    result = rescued(study)
    there = rows_of(result.path)
    assert sum(len(there[table] & whole[table]) for table in whole) > sum(map(len, whole.values())) / 2
    assert all(there[table] <= whole[table] for table in whole if table not in {"article", "claim", "number"})


def test_one_flipped_bit_in_a_text_is_mended_by_its_hash(study: Path) -> None:
    before = rows_of(study)
    replace_bytes(study, b"Ida Brekke said that 0 berths", b"Ida Brekke sqid that 0 berths")
    result = rescued(study)
    assert rows_of(result.path) == before
    assert result.lost == ("“Harbour wall, part 0”: its text was damaged, and is whole again: its hash proves it.",)


def alter(study: Path) -> None:
    """Change several letters of a text, and of the file that it came from."""
    replace_bytes(study, b"Ida Brekke said that 0 berths", b"IDA BREKKE SAID THAT 0 berths")


def test_a_text_that_nothing_proves_is_kept_named_and_flagged(study: Path) -> None:
    alter(study)
    result = rescued(study)
    assert result.lost[:2] == (
        "“Harbour wall, part 0”: its text is not the one that was imported. It is kept, with a note at the article.",
        "“Harbour wall, part 0”: the file that it came from is lost.",
    )
    with Store.open(result.path) as store:
        (line,) = [each for each in store.articles() if each.title == "Harbour wall, part 0"]
        records = store.article_records(line.id)
        assert "IDA BREKKE SAID" in records.text
        assert (records.article.discuss, records.altered) == (True, False)
        assert "not the one that was imported" in (records.article.note or "")
        assert len(records.claims) == 4
        assert store.undoable("AB") is None


def test_a_lost_text_is_read_again_from_the_file_of_its_article(study: Path) -> None:
    before = rows_of(study)
    overwrite(study, *pages_of(study, "content"))
    result = rescued(study)
    assert rows_of(result.path) == before
    assert result.lost[0].endswith("was read again from the file that it came from: its hash proves it.")


def test_what_was_recorded_in_a_text_that_is_lost_keeps_its_speakers_values_and_answers(study: Path) -> None:
    before = rows_of(study)
    overwrite(study, *pages_of(study, "content", "original"))
    result = rescued(study)
    there = rows_of(result.path)
    assert {table for table in before if there[table] != before[table]} == {"article"}
    with Store.open(result.path) as store:
        for line in store.articles():
            records = store.article_records(line.id)
            assert {*records.text} <= {"▒", "\n"}
            assert "not the one that was imported" in (records.article.note or "")
    assert (
        "“Harbour wall, part 1”: its text is lost. What was recorded in it is kept, with ▒ in the place of the words."
        in (result.lost)
    )


def test_what_is_nowhere_any_more_is_counted_by_article(study: Path) -> None:
    overwrite(study, *pages_of(study, "edit", "claim"))
    result = rescued(study)
    assert result.losses.held[Claim] == 0
    assert result.losses.held[Number] == 12
    assert "“Harbour wall, part 2”: lost: 4 answers." in result.lost
    assert "“Harbour wall, part 2”: 4 numbers lost their claims, and are numbers without a claim now." in result.lost
    assert "lost: 12 claims, 12 marked places." in result.lost
    with Store.open(result.path) as store:
        assert all(
            number.claim is None
            for line in store.articles()
            for number in store.article_records(line.id).numbers.values()
        )


def test_what_was_recorded_in_an_article_that_is_lost_is_lost_and_its_text_is_an_article_again(study: Path) -> None:
    with Store.open(study) as store:
        texts = {each.title: store.article_records(each.id).text for each in store.articles()}
    overwrite(study, *pages_of(study, "edit", "article"))
    result = rescued(study)
    assert [result.losses.held[kind] for kind in (Article, Claim, Number, Span, Answer, Speaker)] == [3, 0, 0, 0, 0, 4]
    assert "An article without a title: lost: 4 claims, 4 numbers, 8 marked places, 4 answers." in result.lost
    assert sum("“Harbour wall, part 0”: only its text was found" in each for each in result.lost) == 1
    with Store.open(result.path) as store:
        assert {each.title: store.article_records(each.id).text for each in store.articles()} == texts


def test_a_text_alone_is_rescued_when_nothing_else_can_be_read(study: Path) -> None:
    kept = pages_of(study, "content")
    overwrite(study, *(page for page in range(2, study.stat().st_size // PAGE + 1) if page not in kept))
    result = rescued(study)
    assert result.losses.held[Article] == 3


def test_a_field_that_is_not_the_same_in_its_table_and_in_the_history_is_said(study: Path) -> None:
    with closing(connect(study)) as connection:
        connection.execute("UPDATE claim SET summary = 'Lost: 8' WHERE summary = 'Lost: 0'")
    (said,) = rescued(study).lost
    assert said.startswith("“Harbour wall, part 0”: ")
    assert "“Lost: 8”" in said
    assert "“Lost: 0”" in said


@pytest.mark.parametrize("where", ["table", "history"])
def test_a_record_whose_id_is_damaged_does_not_come_back_beside_itself(study: Path, where: str) -> None:
    spans = query(study, "SELECT count(*) FROM span")
    ((span,),) = query(study, "SELECT id FROM span LIMIT 1")
    other = f"{span}"[:-1] + ("1" if f"{span}".endswith("0") else "0")
    with closing(sqlite3.connect(study)) as connection, history_open(connection):
        connection.execute("UPDATE edit SET body = '{' WHERE row = (SELECT max(row) FROM edit)")
        if where == "table":
            connection.execute("UPDATE kept_span SET id = ? WHERE id = ?", (other, span))
        else:
            connection.execute("UPDATE edit SET body = replace(body, ?, ?)", (span, other))
    result = rescued(study)
    assert (result.losses.lost_edits, result.wrong) == (1, ())
    assert query(result.path, "SELECT count(*) FROM span") == spans


def test_a_record_that_is_lost_with_the_edit_that_made_it_is_not_missed_by_the_check(study: Path) -> None:
    with closing(sqlite3.connect(study)) as connection, history_open(connection):
        connection.execute("PRAGMA foreign_keys = OFF")
        first = "SELECT row FROM edit WHERE label = 'Mark claim' ORDER BY row LIMIT 2"
        connection.execute(f"UPDATE edit SET body = '{{' WHERE row IN ({first})")
        connection.execute("DELETE FROM claim WHERE row < 3")
    result = rescued(study)
    assert result.losses.lost_edits == 2
    assert result.wrong == ()


def test_a_record_with_bytes_that_are_no_text_is_made_again_from_the_history(study: Path) -> None:
    before = rows_of(study)
    with closing(sqlite3.connect(study)) as connection:
        connection.execute("UPDATE claim SET article = CAST(x'ff' AS TEXT) WHERE row = 2")
        connection.commit()
    result = rescued(study)
    assert rows_of(result.path) == before
    assert any("made again from the history: 1 claim" in each for each in result.lost)


def test_a_record_whose_id_is_no_text_does_not_come_back_beside_itself(study: Path) -> None:
    before = rows_of(study)
    with closing(sqlite3.connect(study)) as connection:
        connection.execute(
            "UPDATE answer SET id = CAST(CAST(substr(id, 1, 35) AS BLOB) || x'ff' AS TEXT) WHERE row = 2"
        )
        connection.commit()
    assert rows_of(rescued(study).path) == before


def test_of_two_states_of_a_record_the_one_that_makes_sense_is_kept(study: Path) -> None:
    with closing(connect(study)) as connection:
        connection.execute("UPDATE variable SET kind = 'date'")
    result = rescued(study)
    assert result.wrong == ()
    assert query(result.path, "SELECT kind FROM variable") == [("text",)]
    assert "the second was kept" in result.lost[0]


def test_a_write_that_was_broken_off_is_taken_back_in_the_new_project_alone(study: Path) -> None:
    before = rows_of(study)
    broken_off = study.with_name("broken") / "study.onrecord"
    broken_off.parent.mkdir()
    with closing(connect(study)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE article SET note = 'half'")
        connection.executemany("UPDATE claim SET note = ?", [("x" * 50_000,), ("y" * 50_000,)])
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{study}{suffix}", f"{broken_off}{suffix}")
        connection.execute("ROLLBACK")
    assert rows_of(rescued(broken_off).path) == before


def test_the_journal_of_another_file_is_not_applied(study: Path, tmp_path: Path) -> None:
    before = rows_of(study)
    other = tmp_path / "elsewhere" / "other.onrecord"
    other.parent.mkdir()
    make_study(other, articles=1, claims=2)
    with closing(connect(other)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE article SET note = 'half'")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE claim SET note = ?", ("x" * 500_000,))
        shutil.copyfile(f"{other}-journal", f"{study}-journal")
        connection.execute("ROLLBACK")
    assert rows_of(rescued(study).path) == before


def test_each_step_is_told_and_can_be_stopped(study: Path) -> None:
    overwrite(study, *pages_of(study, "claim"))
    new = study.with_name("rescued.onrecord")
    steps, parts = list[str](), list[tuple[int, int]]()
    rescue(study, new, Watch(steps.append, lambda done, of: parts.append((done, of))))
    assert steps[0] == "Reading the damaged project"
    assert steps[-1] == "Checking the rescued project"
    begun = parts.index((0, 0), 1)  # the second step
    assert all(0 < done <= of for done, of in parts[1:begun])
    assert parts[begun - 1][0] > parts[begun - 1][1] / 2
    new.unlink()
    for at in range(len(steps)):
        told = list[str]()
        with pytest.raises(Interrupted):
            rescue(study, new, Watch(told.append, stopped=partial(has_more, told, at)))
        assert [each.name for each in study.parent.iterdir()] == [study.name]


def has_more(told: list[str], most: int) -> bool:
    """Return whether more steps were told than these."""
    return len(told) > most


def test_nothing_takes_the_place_of_a_file(study: Path) -> None:
    there = study.with_name("there.onrecord")
    there.write_text("precious", encoding="utf-8")
    for new in (there, study):
        with pytest.raises(NotSaved, match="already"):
            rescue(study, new)
    assert there.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"SQLite format 3\x00", random.Random(1).randbytes(100_000)],
    ids=["empty", "a line", "magic", "random"],
)
def test_a_file_of_which_nothing_can_be_read_makes_no_project(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "study.onrecord"
    path.write_bytes(content)
    with pytest.raises(NotAProject, match="No part of a project can be read"):
        rescue(path, tmp_path / "new.onrecord")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_database_of_another_program_makes_no_project(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE article (address TEXT)")
        connection.execute("INSERT INTO article VALUES ('https://tide.example')")
        connection.commit()
    with pytest.raises(NotAProject):
        rescue(path, tmp_path / "new.onrecord")


def test_a_folder_or_a_path_that_is_not_there_makes_no_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProject, match="is not a file"):
        rescue(tmp_path, tmp_path / "new.onrecord")
    with pytest.raises(ProjectMissing):
        rescue(tmp_path / "studdy.onrecord", tmp_path / "new.onrecord")
    assert list(tmp_path.iterdir()) == []


def test_the_command_prints_what_was_lost_article_by_article(study: Path, tmp_path: Path) -> None:
    overwrite(study, *pages_of(study, "edit", "claim"))
    new = tmp_path / "new.onrecord"
    result = CliRunner().invoke(commands, ["rescue", str(study), str(new)])
    assert result.exit_code == 0
    assert "“Harbour wall, part 2”: lost: 4 answers." in result.stdout.splitlines()
    assert result.stderr.startswith("Reading the damaged project …\n")
    assert "\nRescued: 3 articles, 12 numbers, and " in result.stderr
    assert CliRunner().invoke(commands, ["check", str(new)]).exit_code == 0


def test_the_command_refuses_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["rescue", str(tmp_path / "studdy.onrecord"), str(tmp_path / "new")])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []
