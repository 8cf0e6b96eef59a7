"""A text that damage has altered or removed is taken from a backup, if its hash proves that it is the imported one."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.actions.articles import delete_articles
from models.actions.claims import mark_claim
from models.backups.backup import path_in
from models.backups.places import Place, usual_root
from models.checks import check, faults
from models.cli import commands
from models.store import Store
from tests.example import TEXT, Example, place, signed
from tests.models.test_rescue import history_open
from tests.snapshots import history_of, rows_of


def back_up(project: Path) -> Path:
    """Keep a copy of a project as it is among its backups."""
    folder = Place(usual_root()).make_folder(project)
    return Path(shutil.copy(project, path_in(folder, datetime(2026, 3, 1, tzinfo=UTC))))


def alter(project: Path, words: str, others: str) -> None:
    """Put other words into the texts of a project, as only damage does."""
    with closing(sqlite3.connect(project)) as connection, history_open(connection):
        connection.execute("UPDATE content SET text = replace(text, ?, ?)", (words, others))


def remove(project: Path) -> None:
    """Delete every text of a project, as only damage does."""
    with closing(sqlite3.connect(project)) as connection, history_open(connection):
        connection.execute("DELETE FROM content")


def altered(project: Path) -> int:
    """Return how many texts are missing, or not the ones that were imported."""
    with Store.open(project) as store:
        return sum(finding.fault in faults.MENDED for finding in check(store))


def repaired(project: Path, *options: str, fault: faults.Fault = faults.ALTERED) -> Result:
    """Repair what is altered, on the command line."""
    return CliRunner().invoke(commands, ["check", str(project), "--repair", fault.name, *options])


@pytest.fixture
def project(example: Example) -> Path:
    """Return the path of a project that nobody has open."""
    example.store.close()
    return example.store.path


def test_an_altered_text_is_taken_from_a_backup_and_can_be_worked_on_again(example: Example, project: Path) -> None:
    back_up(project)
    before = rows_of(project), history_of(project)
    alter(project, "two winters", "ten winters")
    assert altered(project) == 1
    assert "1 text is whole again." in repaired(project, "--dry-run").output
    assert altered(project) == 1
    assert repaired(project).exit_code == 0
    assert altered(project) == 0
    assert (rows_of(project), history_of(project)) == before
    with Store.open(project) as store:
        records = store.article_records(example.article.id)
        assert records.text == TEXT
        assert not [finding for finding in check(store) if finding.wrong]
        assert store.apply(signed(mark_claim(records, *place("two winters"))))


def test_a_missing_text_is_put_back_from_a_backup_or_its_article_is_deleted(example: Example, project: Path) -> None:
    alter(back_up(project), "ferry", "berry")
    before = rows_of(project), history_of(project)
    remove(project)
    assert altered(project) == 2
    told = repaired(project, fault=faults.MISSING_TEXT)
    assert "1 text is whole again. No backup has the text of “Ferry to run again”." in told.output
    assert (rows_of(project), history_of(project)) == before
    with Store.open(project) as store:
        assert store.article_records(example.article.id).text == TEXT
        store.apply(signed(delete_articles([example.other], ())))
        assert not [finding for finding in check(store) if finding.fault in faults.MENDED]


def test_one_flipped_bit_is_mended_without_a_backup(project: Path) -> None:
    alter(project, "new berths", "new bertHs")
    assert altered(project) == 1
    assert repaired(project).exit_code == 0
    assert altered(project) == 0


def test_what_no_backup_proves_stays_and_is_said(project: Path) -> None:
    alter(back_up(project), "two winters", "six winters")
    alter(project, "two winters", "ten winters")
    (Place(usual_root()).folder_of(project) / "2026-03-02T090000.000Z.onrecord").write_bytes(b"no project")
    before = project.read_bytes()
    told = repaired(project)
    assert told.exit_code == 1
    assert "No backup has the text of “Harbour wall will take two winters”." in told.output
    assert project.read_bytes() == before
